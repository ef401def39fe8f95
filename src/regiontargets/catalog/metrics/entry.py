"""A metric as the catalog keeps it: its fields, its other names, its theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from regiontargets.model import Metric


@dataclass(frozen=True)
class Entry:
    """One row of the catalog.

    Attributes:
        fields: the metric's fields, as `Metric` takes them.
        english: its English names, the usual one first.
        chinese: its Chinese names, the usual one first.
        theme: the title of the file that it stands in.
        derived: whether it is the growth of another, without a row of its own.
    """

    fields: Mapping[str, Any]
    english: tuple[str, ...]
    chinese: tuple[str, ...] = ()
    theme: str = ""
    derived: bool = False

    @property
    def code(self) -> str:
        """The metric's code."""
        code: str = self.fields["code"]
        return code

    @cached_property
    def metric(self) -> Metric:
        """The metric itself, built when first asked for."""
        # The model loads pydantic, which the catalog does without until a metric is wanted.
        from regiontargets.model import Metric

        return Metric(**self.fields)

    def codes(self) -> Iterator[str]:
        """Its code and those it has elsewhere."""
        yield self.code
        yield from self.fields.get("external", {}).values()

    def names(self) -> Iterator[str]:
        """Every name that people call it by, in both languages."""
        yield from self.english
        yield from self.chinese

    def with_growth(self, code: str) -> Entry:
        """The same entry, its growth metric known."""
        return replace(self, fields={**self.fields, "growth": code})
