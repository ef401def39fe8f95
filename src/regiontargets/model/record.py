"""What a target and an observation have in common."""

from __future__ import annotations

from typing import Literal, Self, TypeAlias

from pydantic import Field, model_validator

from .amount import Amount, Change
from .frozen import FrozenDict, FrozenModel, as_mapping
from .metric import Metric
from .period import Period
from .reference import MetricField, RegionField
from .region import Region
from .source import Evidence

FieldName: TypeAlias = Literal["region", "metric", "amount", "period", "baseline", "equivalents"]
"""The fields of a record that a text states."""


class Mentions(FrozenModel):
    """Where each field of a record is stated; None for what a literal or the context supplied."""

    region: Evidence | None = None
    metric: Evidence | None = None
    amount: Evidence | None = None
    period: Evidence | None = None
    baseline: Evidence | None = None
    equivalents: tuple[Evidence, ...] = ()


class Record(FrozenModel):
    """One statement about one metric of one region: the base of targets and observations."""

    id: str = Field(min_length=1)
    """Unique in its dataset."""
    region: RegionField | None = None
    """Where; None if it is not stated or could not be read (see `unread`)."""
    metric: MetricField | None = None
    """What about."""
    amount: Amount | None = None
    """How much; None for a qualitative statement."""
    change: Change = "level"
    """What the amount is: the record's own word, else the amount's, else a level."""
    period: Period | None = None
    """When."""
    equivalents: tuple[Amount, ...] = ()
    """The same value as the source restates it, for example in dollars."""
    evidence: Evidence | None = None
    """The words that state all of it."""
    mentions: Mentions = Mentions.model_construct()
    """The words that state each field."""
    unread: FrozenDict[str, str] = FrozenDict()
    """Fields whose words could not be read, with these words, so that nothing is lost."""
    extra: FrozenDict[str, str] = FrozenDict()
    """What the file says beyond this model (further columns of a table), carried through."""
    inferred: bool = False
    """Whether the record was put together from mentions in a sentence, not marked as one."""

    @model_validator(mode="before")
    @classmethod
    def _change_of_its_amount(cls, data: object) -> object:
        fields = as_mapping(data)
        if fields is None or fields.get("change") is not None:
            return data
        amount = fields.get("amount")
        stated: object = amount.change if isinstance(amount, Amount) else None
        if (parts := as_mapping(amount)) is not None:
            stated = parts.get("change")
        return {**fields, "change": stated or "level"}

    def replace(self, **changes: object) -> Self:
        """A copy with some fields changed, validated anew.

        Raises:
            ValueError: the new record would not be valid.
        """
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).model_validate({**fields, **changes})

    def _repr_html_(self) -> str:
        # Deferred: pictures stand above the model; a notebook looks for them here.
        from regiontargets.display import card

        return card(self)

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}: {self}>"

    def __str__(self) -> str:
        region: Region | str = self.region or self.unread.get("region", "?")
        metric: Metric | str = self.metric or self.unread.get("metric", "?")
        region_name = region.name if isinstance(region, Region) else region
        metric_name = metric.name if isinstance(metric, Metric) else metric
        amount = self.amount if self.amount is not None else self.unread.get("amount", "no amount")
        period = f", {self.period}" if self.period else ""
        return f"{region_name}: {metric_name} {amount}{period}"
