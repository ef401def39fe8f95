"""Which targets were met and which missed, a row a region and a column a metric and period."""

# Matplotlib types its keyword arguments only in part.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from regiontargets.display.outcomes import Outcomes
from regiontargets.model import Dataset, Target, Verdict

from .figure import LOOKS, entitle, name_rows, new_figure, plain_words

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_MOST_ROWS, _MOST_COLUMNS = 60, 20


def scoreboard(dataset: Dataset) -> Figure:
    """The verdict on every target that an observation of the dataset tells the outcome of.

    Of several targets for one region, metric and period, and of several outcomes, the last counts.

    Args:
        dataset: where targets and observations are.

    Returns:
        A figure of matplotlib: met in blue with a tick, missed in orange with a cross; at most 60
        regions and 20 columns.

    Raises:
        MissingExtra: matplotlib is not installed.
    """
    cells = _cells(dataset)
    rows = list(dict.fromkeys(region for region, _ in cells))[:_MOST_ROWS]
    columns = list(dict.fromkeys(column for _, column in cells))[:_MOST_COLUMNS]
    figure, axes = new_figure(2.5 + 1.1 * max(2, len(columns)), 1.6 + 0.34 * max(2, len(rows)))
    for (region, column), verdict in cells.items():
        if region in rows and column in columns:
            colour, sign = LOOKS[verdict]
            x, y = columns.index(column), rows.index(region)
            axes.plot([x], [y], "s", markersize=17, color=colour)
            axes.text(x, y, sign, color="white", ha="center", va="center", weight="bold")
    axes.set_xticks(range(len(columns)), columns)
    axes.set_xlim(-0.5, max(1, len(columns)) - 0.5)
    name_rows(axes, rows)
    plain_words(axes)
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    entitle(axes, _title(list(cells.values())))
    return figure


def _cells(dataset: Dataset) -> dict[tuple[str, str], Verdict]:
    """The verdicts by region and column, the columns of one metric together and by time."""
    outcomes = Outcomes(dataset.observations)
    cells: dict[tuple[str, str], Verdict] = {}
    for target in sorted(dataset.targets, key=_column_key):
        found = outcomes.of(target)
        if found and target.region and target.metric:
            name = target.metric.name.replace(" ", "\n")
            cells[target.region.name, f"{name}\n{target.period}"] = found[0][1]
    return cells


def _column_key(target: Target) -> tuple[str, date]:
    metric = target.metric.name if target.metric else ""
    return metric, target.period.end if target.period else date.max


def _title(verdicts: list[Verdict]) -> str:
    counts = [f"{verdicts.count(name)} {name}" for name in LOOKS if name in verdicts]
    return "Targets: " + (", ".join(counts) or "none with an outcome")
