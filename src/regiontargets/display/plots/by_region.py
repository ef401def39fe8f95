"""Targets of one metric, a row a region."""

# Matplotlib types its keyword arguments only in part.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from typing import TYPE_CHECKING

from regiontargets.model import Dataset, Metric, Target

from .amounts import draw, in_one_unit, unit_words
from .figure import entitle, name_rows, new_figure
from .finding import metric_name, wanted_targets

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_MOST_ROWS = 60


def targets_by_region(dataset: Dataset, metric: Metric | str, *, year: int | None = None) -> Figure:
    """The targets that regions have set for a metric, each drawn as what its words say.

    A point is exactly that; a ring in a soft disc is "about"; an arrow is "at least" or "at most";
    a band is a range.

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
    drawn = in_one_unit(targets)
    drawn.sort(key=lambda each: -each[1].value)
    drawn = drawn[:_MOST_ROWS]
    figure, axes = new_figure(7, 1.4 + 0.34 * max(1, len(drawn)))
    for row, (_, amount) in enumerate(drawn):
        draw(axes, amount, row, direction="along")
    name_rows(axes, [_name(record, year) for record, _ in drawn if isinstance(record, Target)])
    axes.margins(x=0.15)
    axes.grid(axis="x", alpha=0.3)
    axes.set_xlabel(unit_words(amount for _, amount in drawn))
    when = f", {year}" if year is not None else ""
    entitle(axes, f"Targets: {metric_name(targets)}{when}", len(targets) - len(drawn))
    return figure


def _name(target: Target, year: int | None) -> str:
    region = target.region.name if target.region else "?"
    return region if year is not None or target.period is None else f"{region}, {target.period}"
