"""Targets of one metric, a row a region."""

# Matplotlib types its keyword arguments only in part.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from typing import TYPE_CHECKING

from regiontargets.model import Amount, Dataset, Metric, Target

from .amounts import draw, explain, in_one_unit, unit_words
from .figure import entitle, name_rows, new_figure
from .finding import metric_name, wanted_targets

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_MOST_ROWS = 60


def targets_by_region(dataset: Dataset, metric: Metric | str, *, year: int | None = None) -> Figure:
    """The targets that regions have set for a metric, each drawn as what its words say.

    A point is exactly that; a ring in a soft disc is "about"; an arrow is "at least" or "at most";
    a band is a range. Several targets of one region stand in one row.

    Args:
        dataset: where the targets are.
        metric: a metric, its code or its name.
        year: only targets for this year; None: all, named with their periods.

    Returns:
        A figure of matplotlib; regions with the largest targets on top, at most 60 of them.

    Raises:
        LookupFailed: the dataset has no such target.
        MissingExtra: matplotlib is not installed.
    """
    targets = wanted_targets(dataset, metric, year=year)
    rows: dict[str, dict[Amount, int]] = {}
    for record, amount in sorted(in_one_unit(targets), key=lambda each: -each[1].value):
        assert isinstance(record, Target)
        said = rows.setdefault(_name(record, year), {})
        said[amount] = said.get(amount, 0) + 1
    shown = dict(list(rows.items())[:_MOST_ROWS])
    drawn = [amount for said in shown.values() for amount in said]
    figure, axes = new_figure(7, 1.6 + 0.34 * max(1, len(shown)))
    for row, said in enumerate(shown.values()):
        for amount in said:
            draw(axes, amount, row, direction="along")
    name_rows(axes, list(shown))
    axes.margins(x=0.15)
    axes.grid(axis="x", alpha=0.3)
    axes.set_xlabel(unit_words(drawn))
    explain(figure, drawn)
    when = f", {year}" if year is not None else ""
    left_out = len(targets) - sum(count for said in shown.values() for count in said.values())
    entitle(axes, f"Targets: {metric_name(targets)}{when}", left_out)
    return figure


def _name(target: Target, year: int | None) -> str:
    region = target.region.name if target.region else "?"
    return region if year is not None or target.period is None else f"{region}, {target.period}"
