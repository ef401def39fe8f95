"""What statistical formats hold: records whose region, metric, period and amount are known."""

from __future__ import annotations

from typing import NamedTuple

from regiontargets.model import Amount, Dataset, Metric, Period, Record, Region, Target


class Statement(NamedTuple):
    """A record all of whose parts are known."""

    record: Record
    region: Region
    metric: Metric
    period: Period
    amount: Amount

    @property
    def kind(self) -> str:
        """Target or observation."""
        return "target" if isinstance(self.record, Target) else "observation"


def statements(dataset: Dataset) -> tuple[list[Statement], list[str]]:
    """The complete records, and a sentence for each that is not."""
    found: list[Statement] = []
    lost: list[str] = []
    for record in dataset.records:
        region, metric, period, amount = record.region, record.metric, record.period, record.amount
        if region is None or metric is None or period is None or amount is None:
            parts = ("region", "metric", "period", "amount")
            missing = ", ".join(name for name in parts if getattr(record, name) is None)
            lost.append(f"{record.id} is left out: it has no {missing}.")
        else:
            found.append(Statement(record, region, metric, period, amount))
    return found, lost
