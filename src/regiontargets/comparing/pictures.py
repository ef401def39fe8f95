"""A comparison as a notebook shows it."""

from __future__ import annotations

from itertools import islice

from regiontargets.display.markup import counted, escaped, table, view
from regiontargets.model import Target

from .comparison import Comparison, Row
from .wholes import Whole

_MOST = 100
_AIM = ("Region", "Metric", "Target", "When")
_HEAD = (*_AIM, "Outcome", "Verdict", "Gap", "Why")
_OF_WHOLES = (*_AIM, "Parts", "Together", "Verdict", "Why")


def comparison_html(comparison: Comparison) -> str:
    """The rows and the wholes as tables, the first hundred of each.

    >>> "no targets" in comparison_html(Comparison())
    True
    """
    if not comparison.rows:
        return view("<p>no targets</p>")
    counts = ", ".join(
        f"{count:,} {verdict.replace('_', ' ')}" for verdict, count in comparison.counts.items()
    )
    caption = f"{counted(len(comparison), 'row')}: {escaped(counts)}"
    parts = [table(_HEAD, map(_row, islice(comparison.rows, _MOST)), caption)]
    parts.append(_more(len(comparison.rows)))
    if comparison.wholes:
        title = f"{counted(len(comparison.wholes), 'whole')} beside the parts"
        parts.append(table(_OF_WHOLES, map(_whole, islice(comparison.wholes, _MOST)), title))
        parts.append(_more(len(comparison.wholes)))
    return view(*parts)


def _row(row: Row) -> str:
    seen = row.observation.amount if row.observation else None
    gap = f"{row.gap.value:+}" if row.gap else ""
    verdict = row.verdict.replace("_", " ")
    return _cells((*_aim(row.target), str(seen or ""), verdict, gap, row.reason), _HEAD)


def _whole(whole: Whole) -> str:
    together, count = str(whole.together or ""), f"{len(whole.parts):,}"
    cells = (*_aim(whole.target), count, together, whole.verdict, whole.reason)
    return _cells(cells, _OF_WHOLES)


def _aim(target: Target) -> tuple[str, str, str, str]:
    return (
        target.region.name if target.region else "",
        target.metric.name if target.metric else "",
        str(target.amount or "no number"),
        str(target.period or ""),
    )


def _cells(cells: tuple[str, ...], head: tuple[str, ...]) -> str:
    first, *others = (
        f'data-label="{name}">{escaped(cell)}' for name, cell in zip(head, cells, strict=True)
    )
    rest = "".join(f"<td {cell}</td>" for cell in others)
    return f'<tr><th scope="row" {first}</th>{rest}</tr>'


def _more(count: int) -> str:
    return f"<p>… and {count - _MOST:,} more.</p>" if count > _MOST else ""
