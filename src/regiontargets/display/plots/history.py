"""What a region aimed at year by year, and what came of it."""

# Matplotlib types its keyword arguments only in part.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from regiontargets.model import Dataset, Metric, Record, Region

from .amounts import draw, explain, in_one_unit, unit_words
from .figure import OUTCOME, TARGET, entitle, new_figure
from .finding import metric_name, wanted_targets

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def target_history(dataset: Dataset, region: Region | str, metric: Metric | str) -> Figure:
    """A region's targets for a metric by year, beside the outcomes.

    Args:
        dataset: where targets and observations are.
        region: a region, any of its codes or its name.
        metric: a metric, its code or its name.

    Returns:
        A figure of matplotlib: targets drawn as what their words say, outcomes as a line.

    Raises:
        LookupFailed: the dataset has no such target.
        MissingExtra: matplotlib is not installed.
    """
    targets = wanted_targets(dataset, metric, region=region)
    outcomes = dataset.observations.where(region=region, metric=metric)
    drawn = [pair for pair in in_one_unit([*targets, *outcomes]) if pair[0].period is not None]
    figure, axes = new_figure(7, 4)
    own = {each.id for each in targets}
    line = sorted(
        (_year(record), float(amount.value)) for record, amount in drawn if record.id not in own
    )
    axes.plot(
        [year for year, _ in line], [value for _, value in line], "D-", color=OUTCOME, markersize=6
    )
    aims = dict.fromkeys((_year(record), amount) for record, amount in drawn if record.id in own)
    for year, amount in aims:
        draw(axes, amount, year - 0.08, direction="up")
    axes.plot([], [], "o", color=TARGET, label="target")
    axes.plot([], [], "D-", color=OUTCOME, label="outcome")
    axes.legend(frameon=False)
    years = sorted({_year(record) for record, _ in drawn})
    axes.set_xticks(years)
    if years:
        axes.set_xlim(years[0] - 0.5, years[-1] + 0.5)
    axes.margins(y=0.12)
    axes.grid(axis="y", alpha=0.3)
    axes.set_ylabel(unit_words(amount for _, amount in drawn))
    explain(figure, (amount for _, amount in aims))
    left_out = len(targets) + len(outcomes) - len(drawn)
    entitle(axes, f"{_region_name(targets)}: {metric_name(targets)}", left_out)
    return figure


def _year(record: Record) -> int:
    return record.period.year if record.period else 0


def _region_name(records: Sequence[Record]) -> str:
    return next((each.region.name for each in records if each.region), "?")
