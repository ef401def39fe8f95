"""The unit of a number: behind it, before it, through the words for what is counted."""

from __future__ import annotations

from dataclasses import replace

from regiontargets.units import UnitReading

from .core import ONE
from .line import Line
from .measure import COUNTED, Measure
from .nouns import counted_noun, counted_reading, is_plural, person_before
from .numeral import Numeral
from .rates import compound, divides, known_unit
from .words import UnitWord

_LEAST_SUM = 1000
_MOST_RANKED = 100
_SPELLED = 3
_MOST_LETTERED = 1000
_LINES = frozenset([240, 360, 480, 576, 720])
"""720p and 1080p are no sums of pence."""

_LEAST_INDEX = 150
"""Shares differ by less; indices stand higher."""

_NOT_SPACED = frozenset(["s", "d", "h", "B", "b", "l", "L", "g"])


def money_before(line: Line, first: int, numeral: Numeral) -> Measure | None:
    """The currency before a number: US$, RMB, 人民币."""
    before, lexicon = line.tokens[first - 1], line.words.units.money_before
    found = lexicon.before(line.tokens, first) if before.closes & lexicon.bit else None
    if found is None or before.low == "-":
        return None
    may_be_none = numeral.value < _LEAST_SUM and not (len(before.text) == 1 and line.glued(first))
    if may_be_none and line.words.units.not_money.at(line.tokens, found[0]):
        return None
    return Measure(found[0], first, _decided(line, found[1]))


def measured(line: Line, numeral: Numeral, money: Measure | None) -> tuple[Numeral, Measure | None]:
    """The number with the scale that only its unit can tell, and the unit."""
    at = numeral.last
    tokens, words = line.tokens, line.words
    hyphen = tokens[at].low == "-" and line.kind(at + 1) == "word" and line.glued(at + 1)
    at += hyphen
    also_scale, unit = 0, None
    if tokens[at].opens & words.numbers.short_scales.bit:
        numeral, scaled, also_scale = _with_abbreviation(line, numeral, at, money)
        if scaled:
            at = numeral.last
            at += tokens[at].low == "-" and line.kind(at + 1) == "word"
    if tokens[at].opens & (words.units.names.bit | words.units.symbols.bit):
        unit = _unit_at(line, at, numeral, hyphen=hyphen)
    if unit is not None and also_scale and unit.last == at + 1:
        unit = replace(unit, other_scale=also_scale)
    if money is not None and (unit is None or not _same_money(money, unit)):
        return numeral, _with_money(line, numeral, money, unit)
    if unit is None and numeral.unit is None and not hyphen:
        unit = _ranked(line, numeral, at) or _lettered(line, numeral, at)
        unit = unit or _behind_words(line, numeral, at) or counted_noun(line, at)
        if unit is None and numeral.scale > 1 and tokens[numeral.last - 1].kind == "han":
            unit = person_before(line, numeral.first)
    return numeral, None if unit is None else compound(line, unit)


def _ranked(line: Line, numeral: Numeral, at: int) -> Measure | None:
    """7大产业, 11省市: digits that number what is counted without a classifier."""
    ranks = line.words.units.ranks
    if not line.tokens[at].opens & ranks.bit or numeral.form != "digits":
        return None
    found = ranks.at(line.tokens, at)
    few = numeral.scale == 1 and numeral.value <= _MOST_RANKED
    if found is None or not few or line.kind(found[0]) != "han":
        return None
    return Measure(at, found[0], (UnitReading("item", ONE),))


def _lettered(line: Line, numeral: Numeral, at: int) -> Measure | None:
    """52.9p, 1.5C of warming: a letter that means a unit, or does where other words prefer it."""
    units, letter = line.words.units, line.tokens[at].text
    if not line.glued(at) or line.words.never.labels.before(line.tokens, numeral.first):
        # Flight 12C.
        return None
    if numeral.form == "words" and line.kind(at) == "han":
        # 五角大楼.
        return None
    word = units.letters.get(letter)
    if word is not None:
        # Flight BA 5p, but "The 5p charge".
        named = line.tokens[numeral.first - 1].text[:1].isupper()
        named = named and not line.words.bounds.padding.before(line.tokens, numeral.first)
        small = numeral.value < _MOST_LETTERED and numeral.value not in _LINES and not named
        return Measure(at, at + 1, _decided(line, word)) if small else None
    name = units.letters_preferred.get(letter)
    reading = known_unit(name) if name is not None and name in line.preferred else None
    return None if reading is None else Measure(at, at + 1, (reading,))


def _same_money(before: Measure, behind: Measure) -> bool:
    """RMB 5 billion yuan, $5 million Canadian dollars; not the ¥1 trillion mark."""
    codes = {each.unit for each in before.readings}
    return any(each.unit in codes for each in behind.readings)


def _with_money(
    line: Line, numeral: Numeral, money: Measure, unit: Measure | None
) -> Measure | None:
    """The currency before the number with a denominator behind it: €65 per tonne."""
    if unit is not None:
        return unit if unit.kind in ("share", "share_difference", "ratio") else None
    at = numeral.last
    # $2-per-gallon, a $5-a-day pass.
    at += line.tokens[at].low == "-" and bool(line.tokens[at + 1].opens & line.words.masks.dividing)
    if not divides(line, at):
        return None
    behind = replace(money, first=at, last=at, apart=True)
    rated = compound(line, behind)
    return None if rated is behind else replace(rated, apart=False)


def _behind_words(line: Line, numeral: Numeral, at: int) -> Measure | None:
    """The unit behind an adjective: 7 working days."""
    adjectives = line.words.units.adjectives
    if not line.tokens[at].opens & adjectives.bit:
        return None
    found = adjectives.at(line.tokens, at)
    return None if found is None else _unit_at(line, found[0], numeral)


def _with_abbreviation(
    line: Line, numeral: Numeral, at: int, money: Measure | None
) -> tuple[Numeral, bool, int]:
    """k, m, bn, tn: a scale before money and people, maybe a unit elsewhere."""
    found = line.words.numbers.short_scales.at(line.tokens, at)
    if found is None or not found[1].kinds or numeral.scale_at < numeral.last:
        return numeral, False, 0
    if numeral.form == "words" and line.glued(at):
        # The TEN-T network.
        return numeral, False, 0
    last, scale = found
    scaled = numeral.scaled(scale.factor, last=last)
    if money is not None and "money" in scale.kinds:
        return scaled, True, 0
    behind = _unit_at(line, last + (line.low(last) == "-"), scaled) or counted_noun(line, last)
    if behind is not None and (behind.kind in scale.kinds or _is_spelled(line, behind)):
        return scaled, True, 0
    is_unit = line.words.units.symbols.at(line.tokens, at) is not None
    if not is_unit:
        return (scaled, True, 0) if line.glued(at) else (numeral, False, 0)
    may_count = line.glued(at) and "person" in scale.kinds
    return numeral, False, scale.factor if may_count else 0


def _is_spelled(line: Line, unit: Measure) -> bool:
    """5m tonnes, 1.1m b/d: a unit in full, before which the letter can be none."""
    return not unit.apart and len(line.slice(unit.first, unit.last)) >= _SPELLED


def _unit_at(line: Line, at: int, numeral: Numeral, *, hyphen: bool = False) -> Measure | None:
    units, tokens = line.words.units, line.tokens
    name = units.names.at(tokens, at)
    symbol = units.symbols.at(tokens, at) if tokens[at].opens & units.symbols.bit else None
    found = symbol if name is None or (symbol is not None and symbol[0] > name[0]) else name
    if found is None:
        return None
    last, word = found
    if word.singular and word.readings[0].unit in COUNTED and not hyphen and numeral.value != 1:
        return None
    if line.low(last) == "-" and line.glued(last + 1) and is_plural(line, last + 1):
        # Acre-feet, seat-kilometres: another unit than its first word.
        return None
    if tokens[at].text in _NOT_SPACED and last == at + 1 and not line.glued(at):
        return None
    readings = _decided(line, word, at, last)
    if numeral.value >= _LEAST_INDEX and readings[0].unit == "percentage_point":
        readings = tuple(each for each in word.readings if each.unit == "index_point") or readings
    return Measure(at, last, readings)


def _decided(line: Line, word: UnitWord, first: int = 0, last: int = 0) -> tuple[UnitReading, ...]:
    """The one reading that the words around speak for, or the usual one, or all."""
    if len(word.readings) == 1:
        return word.readings
    if word.readings[0].unit in COUNTED:
        return (counted_reading(line, word, first, last),)
    usual = word.readings[:1] if word.decided else ()
    if usual and usual[0].scale == 1:
        return usual
    # Cents are those of the euros or rand beside them.
    preferred = [each for each in word.readings if each.unit in line.preferred]
    if not preferred and not usual and line.has_han:
        preferred = [
            each for each in word.readings if each.unit in line.words.units.home_currencies
        ]
    return tuple(preferred[:1]) or usual or word.readings
