"""Where a target holds."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias, get_args

from pydantic import Field

from .frozen import FrozenDict, FrozenModel

RegionLevel: TypeAlias = Literal[
    "group", "country", "macroregion", "province", "prefecture", "county", "zone"
]
"""From the largest to the smallest: NUTS 1 without a subdivision of its own is a macroregion;
states, Länder and provinces are provinces; cities under them prefectures; development zones and
new areas are zones; a group is a named set of regions (the Yangtze River Delta)."""

REGION_LEVELS: tuple[RegionLevel, ...] = get_args(RegionLevel)


class Region(FrozenModel):
    """A territory, known by a code in a scheme, with the dates between which it existed.

    >>> hubei = Region(code="CN-HB", scheme="iso3166-2", name="Hubei", level="province",
    ...                parent="CN", codes={"gb2260": "420000"})
    >>> print(hubei)
    Hubei (CN-HB)
    """

    code: str = Field(min_length=1, max_length=64, examples=["CN-HB"])
    """The code in the preferred scheme."""
    scheme: str = Field(default="iso3166-2", examples=["iso3166-2", "gb2260", "nuts"])
    """The scheme of `code`."""
    name: str = Field(examples=["Hubei"])
    """The usual English name."""
    names: FrozenDict[str, str] = FrozenDict()
    """Names by language (BCP 47): `{"zh": "湖北省"}`."""
    codes: FrozenDict[str, str] = FrozenDict()
    """Its codes in other schemes, by scheme."""
    level: RegionLevel | None = None
    """Which kind of territory it is."""
    parent: str | None = None
    """The code of the region it is part of."""
    members: tuple[str, ...] = ()
    """A group's members, by code."""
    valid_from: date | None = None
    """The first day it existed under this code; None: before the records of its scheme begin."""
    valid_to: date | None = None
    """The last day it existed under this code; None: it still does."""
    successors: tuple[str, ...] = ()
    """Codes of the regions that took its place."""

    @property
    def key(self) -> str:
        """What tells it from every other region: scheme, code and, where limited, first day."""
        since = f"@{self.valid_from.isoformat()}" if self.valid_from else ""
        return f"{self.scheme}:{self.code}{since}"

    def existed_on(self, day: date) -> bool:
        """Whether it existed under this code on that day."""
        after_start = self.valid_from is None or self.valid_from <= day
        return after_start and (self.valid_to is None or day <= self.valid_to)

    def _repr_html_(self) -> str:
        # Deferred: pictures stand above the model; a notebook looks for them here.
        from regiontargets.display import card

        return card(self)

    SHOWN = ("code", "name", "level")

    def __hash__(self) -> int:
        return hash((self.scheme, self.code, self.valid_from))

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"
