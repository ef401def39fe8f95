"""What a target is about."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

from pydantic import Field, field_validator

from regiontargets.units import canonical, symbol

from .amount import Basis
from .frozen import FrozenDict, FrozenModel
from .number import Number

MetricKind: TypeAlias = Literal["level", "growth", "share", "count", "index", "ratio"]
"""What kind of figure it is."""

METRIC_KINDS: tuple[MetricKind, ...] = get_args(MetricKind)

Direction: TypeAlias = Literal["higher", "lower", "none"]
"""Which way is better."""

DIRECTIONS: tuple[Direction, ...] = get_args(Direction)


class Bounds(FrozenModel):
    """The values that a metric can take, in its canonical unit, inclusive; None is unbounded."""

    low: Number | None = None
    """The lowest possible value."""
    high: Number | None = None
    """The highest possible value."""


class Metric(FrozenModel):
    """An indicator: what is counted or measured, in which unit, and which way is better.

    Raises:
        ValueError: its unit is unknown.

    >>> print(Metric(code="rd_intensity", name="R&D intensity", unit="percent", kind="share",
    ...              direction="higher"))
    R&D intensity (rd_intensity, %)
    """

    code: str = Field(pattern=r"^[a-z][a-z0-9_]{0,79}$", examples=["rd_intensity"])
    """Its code in the catalog."""
    name: str = Field(examples=["R&D intensity"])
    """The usual English name."""
    names: FrozenDict[str, str] = FrozenDict()
    """Names by language (BCP 47)."""
    unit: str = Field(examples=["percent"])
    """The canonical unit of its values."""
    kind: MetricKind
    """What kind of figure it is."""
    direction: Direction = "none"
    """Which way is better."""
    bounds: Bounds = Bounds.model_construct()
    """The values that are possible at all."""
    basis: Basis | None = None
    """The prices it is measured in: nominal, real, or None where that does not apply."""
    growth_of: str | None = None
    """For a growth metric: the code of the metric that grows."""
    growth: str | None = None
    """The code of the metric that is this one's growth."""
    external: FrozenDict[str, str] = FrozenDict()
    """Its codes elsewhere, by scheme (`worldbank`, `eurostat`, `sdg`)."""
    definition: str = ""
    """What exactly is measured."""
    source: str = ""
    """Where the definition comes from."""

    @field_validator("unit")
    @classmethod
    def _canonical(cls, unit: str) -> str:
        return canonical(unit)

    def _repr_html_(self) -> str:
        # Deferred: pictures stand above the model; a notebook looks for them here.
        from regiontargets.display import card

        return card(self)

    SHOWN = ("code", "name", "unit")

    def __hash__(self) -> int:
        return hash(self.code)

    def __str__(self) -> str:
        return f"{self.name} ({self.code}, {symbol(self.unit)})"
