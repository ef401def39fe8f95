"""Phrases that are looked up before any number: what is an amount by itself, or is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from ..language import Language, Phrases

OpenerKind: TypeAlias = Literal["name", "vague", "multiple", "zero", "digit_class", "part"]
"""What such a phrase is: the first two are no amounts."""


class Opener(NamedTuple):
    """What a phrase is, and the value it states: "2", "at_least 10"; empty for none."""

    kind: OpenerKind
    value: str


def openers(each: Language) -> Iterator[tuple[str, Opener]]:
    """Those of a language; where a phrase is given twice, the first one holds."""
    never, change, numbers = each.not_amounts, each.change, each.numbers
    yield from _alike(never.names, "name", "")
    yield from _alike(never.vague, "vague", "")
    yield from _alike(change.zero, "zero", "0")
    yield from _alike(change.negative, "zero", "less_than 0")
    for value, listed in change.multiply.items():
        yield from _alike(listed, "multiple", value)
    for phrase, value in numbers.digit_classes.items():
        yield phrase, Opener("digit_class", value)
        for part in numbers.digit_class_parts:
            joined = f"{part}{phrase}" if part[0] > "\u3400" else f"{part} {phrase}"
            yield joined, Opener("digit_class", value)
    for phrase, value in numbers.parts_of_a_whole.items():
        yield phrase, Opener("part", value)


def _alike(listed: Phrases, kind: OpenerKind, value: str) -> Iterator[tuple[str, Opener]]:
    for phrase in listed:
        yield phrase, Opener(kind, value)
