"""From words to typed values; what cannot be read is kept as words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from regiontargets.errors import AmbiguousRegion, LookupFailed, UnknownRegion
from regiontargets.model import Amount, Baseline, Metric, Period, Region
from regiontargets.phrases import AmountError, PeriodError, parse_amount, parse_period


class Regions(Protocol):
    """What assembly needs of a region catalog."""

    def __getitem__(self, code: str, /) -> Region:
        """The region of a code, or UnknownRegion."""
        ...

    def get(self, name: str, *, on: date | None = None) -> Region:
        """The one region of a name, or UnknownRegion or AmbiguousRegion."""
        ...

    def ancestors(self, region: Region, /) -> Iterable[Region]:
        """The regions it is part of."""
        ...


class Metrics(Protocol):
    """What assembly needs of a metric catalog."""

    def __getitem__(self, code: str, /) -> Metric:
        """The metric of a code, or UnknownMetric."""
        ...

    def __contains__(self, code: object, /) -> bool:
        """Whether there is a metric of that code."""
        ...

    def is_derived(self, code: str, /) -> bool:
        """Whether a metric is the growth of another without a row of its own."""
        ...

    def get(self, name: str, /) -> Metric:
        """The one metric of a name, or UnknownMetric or AmbiguousMetric."""
        ...


@dataclass(slots=True)
class Reader:
    """Reads the fields of one document's records against catalogs and a publication date.

    Attributes:
        regions: the region catalog.
        metrics: the metric catalog.
        published: the date that relative periods count from.
        context: regions that the document names without doubt; they decide between namesakes.
    """

    regions: Regions
    metrics: Metrics
    published: date | None = None
    context: list[Region] = field(default_factory=list[Region])

    def region(self, words: str, code: str | None = None) -> Region | None:
        """The region of a code or, without one, of a name."""
        try:
            return self.regions[code] if code else self._region_named(words)
        except LookupFailed:
            return None

    def _region_named(self, words: str) -> Region:
        try:
            return self.regions.get(words, on=self.published)
        except UnknownRegion:
            # It may have existed at another time: which is for a rule to say.
            return self.regions.get(words)
        except AmbiguousRegion as ambiguous:
            return self._narrowed(ambiguous)

    def _narrowed(self, ambiguous: AmbiguousRegion) -> Region:
        """The one candidate that lies in a region which the document is about.

        The regions that it names decide before those around them, and a country last of all.
        """
        named = set(self.context)
        around = {each for region in named for each in self.regions.ancestors(region)}
        for level in (
            {region for region in named if region.level != "country"},
            {region for region in named | around if region.level != "country"},
            named | around,
        ):
            fitting = [
                region
                for region in ambiguous.candidates
                if isinstance(region, Region) and level & {*self.regions.ancestors(region)}
            ]
            if len(fitting) == 1:
                return fitting[0]
        raise ambiguous

    def metric(self, words: str, code: str | None = None) -> Metric | None:
        """The metric of a code or, without one, of a name."""
        try:
            return self.metrics[code] if code else self.metrics.get(words)
        except LookupFailed:
            return None

    def amount(self, words: str) -> Amount | None:
        """The amount that some words state."""
        try:
            return parse_amount(words)
        except AmountError:
            return None

    def period(self, words: str, region: Region | None = None) -> Period | None:
        """The period that some words state; fiscal years are the region's country's."""
        country = None if region is None else self._country(region)
        try:
            return parse_period(words, published=self.published, country=country)
        except PeriodError:
            return None

    def baseline(self, words: str, region: Region | None = None) -> Baseline | None:
        """What a target is measured against: a period or an amount."""
        period = self.period(words, region)
        if period is not None:
            return Baseline(period=period)
        amount = self.amount(words)
        return None if amount is None else Baseline(amount=amount)

    def _country(self, region: Region) -> str | None:
        if region.level == "country":
            return region.code
        return next((r.code for r in self.regions.ancestors(region) if r.level == "country"), None)
