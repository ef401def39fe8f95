"""One name with the scales that stand beside it: 亿元, "hundreds of millions of yuan"."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TypeAlias

from .compounds import parts
from .physical import physical
from .tables import names, scales, words
from .unit import Scale, UnitReading

_ONE = Decimal(1)
_DEPTH = 3
# "Million percent" is no unit; nor is the 100% at the head of a column.
_UNSCALED = frozenset({"share", "share_difference", "temperature"})
_DIGITS = r"1(?:0|,000)*"
_CHINESE_SCALE = re.compile(r"[十百千万亿萬億]+")


@dataclass(frozen=True, slots=True)
class Readings:
    """What a written name may mean.

    Attributes:
        choices: the readings, the usual one first.
        decided: whether the first is taken when nothing else decides.
    """

    choices: tuple[UnitReading, ...]
    decided: bool

    @property
    def kind(self) -> str:
        """The kind of the usual reading."""
        return kind(self.choices[0].unit)


Lookup: TypeAlias = Callable[[str], Readings | None]


def kind(unit: str) -> str:
    """The kind of a unit; of a compound, of what stands before the slash."""
    return parts(unit).numerator.kind


def named(name: str) -> Readings | None:
    """The readings of a name in the data files."""
    known = names().get(name) or words().get(name.casefold())
    return None if known is None else Readings(known.readings, known.decided)


def named_or_physical(name: str) -> Readings | None:
    """The same, and pint's if there is none: asked last, since it loads pint."""
    unit = None if named(name) else physical(name)
    return named(name) if unit is None else Readings((UnitReading(unit.name, _ONE),), True)


def scaled(name: str, lookup: Lookup, depth: int = _DEPTH) -> Readings | None:
    """The readings of one name, whatever scales stand beside it."""
    found = lookup(name)
    if found is not None or depth == 0:
        return found
    for scale, rest in _without_scale(name):
        found = scaled(rest, lookup, depth - 1)
        if found is not None and _goes_with(scale, found):
            choices = tuple(
                UnitReading(each.unit, scale.factor * each.scale) for each in found.choices
            )
            return Readings(choices, found.decided)
    return None


def _goes_with(scale: Scale, found: Readings) -> bool:
    return found.kind not in _UNSCALED and (not scale.kinds or found.kind in scale.kinds)


def _without_scale(name: str) -> Iterator[tuple[Scale, str]]:
    """Each way of taking one scale out of a name: the scale, and the rest."""
    latin = _latin_scale().search(name)
    if latin is not None:
        rest = f"{name[: latin.start()].strip()} {name[latin.end() :].strip()}"
        yield _scale_of(latin["scale"] or latin["short"]), rest.strip()
    chinese = _CHINESE_SCALE.search(name)
    if chinese is not None:
        for end in range(chinese.end(), chinese.start(), -1):
            scale = scales().get(name[chinese.start() : end])
            if scale is not None:
                yield scale, (name[: chinese.start()] + name[end:]).strip()


def _scale_of(text: str) -> Scale:
    """The scale that `_latin_scale` has found: digits, or a word, perhaps in the plural."""
    if text[0] == "1":
        return Scale(text, Decimal(text.replace(",", "")), "", frozenset())
    spellings = (text, text.casefold(), text.casefold().removesuffix("s"))
    return next(scales()[each] for each in spellings if each in scales())


@cache
def _latin_scale() -> re.Pattern[str]:
    latin = [each for each in scales() if each.isascii()]
    full = [each for each in latin if (len(each) > 3 and each.isalpha()) or " " in each]
    short = [each for each in latin if each not in full]
    # An abbreviation may be glued to a code: USDbn.
    return re.compile(
        rf"(?:(?<![\w.,])(?P<scale>{_DIGITS}(?![\d,.])"
        rf"|(?i:(?:{_longest_first(full)})s?)(?![a-zA-Z]))"
        rf"|(?:(?<![\w.,])|(?<=[A-Z]{{3}}))(?P<short>{_longest_first(short)})(?!\w))(?: of\b)?"
    )


def _longest_first(each: Collection[str]) -> str:
    return "|".join(map(re.escape, sorted(each, key=len, reverse=True)))
