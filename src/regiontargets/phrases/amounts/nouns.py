"""The noun behind a number that names what is counted, adjectives between them."""

from __future__ import annotations

from collections.abc import Iterator

from regiontargets.units import UnitReading

from .line import Line
from .measure import COUNTED, Measure
from .words import UnitWord

_LONGEST = 10
"""Tokens from the number to the head noun."""

_LONGEST_HAN = 12
_BETWEEN_HAN = 4
"""Characters between one noun and the next of a chain (家庭经济困难学生)."""

_NOUNS = frozenset(["word", "code", "mark"])
_HYPHENS = frozenset("-'\"")
_NEAR_BODY = 5
_HOUSEHOLD_REACH = 48
_HOUSEHOLDS = "户"
_SHORTEST_PLURAL = 4
_SHORTEST_ACRONYM = 2
_PADDING = 3
_NEAR_JOINER = 4
_INFLECTED = ("s", "en", "people")


def counted_noun(line: Line, at: int) -> Measure | None:
    """What the head noun counts that adjectives keep from its number: 12 million new urban jobs."""
    if line.kind(at) == "han":
        return _counted_han(line, at)
    units, tokens = line.words.units, line.tokens
    named = units.names.bit | units.symbols.bit | units.nouns.bit
    for place in _behind(line, at):
        if not tokens[place].opens & named:
            continue
        found = _noun_at(line, place)
        if found is not None and _is_head(line, found[0]):
            last, word = found
            if word.readings[0].unit not in COUNTED:
                continue
            reading = word.readings[0]
            if len(word.readings) > 1:
                reading = counted_reading(line, word, place, last)
            return Measure(place, last, (reading,), apart=True)
    return None


def counted_reading(line: Line, word: UnitWord, first: int, last: int) -> UnitReading:
    """What a word counts by the nouns beside it: 个, 户 and 套, and the members of a union."""
    end = min(line.clause_end(last), last + 10)
    start = line.clause_start(first)
    if word.readings[0].unit == "household":
        # 户 alone is a household; behind 市场主体…户 in one sentence it goes on counting those.
        start = max(0, first - _HOUSEHOLD_REACH)
    if line.kind(first) != "han":
        # Members of a union: what they are of stands before, or directly behind "of".
        end = last + _NEAR_BODY if line.words.never.of_whole.at(line.tokens, last) else last
    prefers, tokens = line.words.units.prefers, line.tokens
    for place in (*range(last, end), *range(first - 1, start - 1, -1)):
        hit = prefers.at(tokens, place) if tokens[place].opens & prefers.bit else None
        for each in word.readings if hit is not None else ():
            if hit is not None and each.unit in hit[1] and _speaks(line, each, first, hit[0]):
                return each
    return word.readings[0]


def _speaks(line: Line, reading: UnitReading, first: int, last: int) -> bool:
    """Whether a word decides: people are counted by 户 as 用户 only."""
    han = line.kind(first) == "han" and reading.unit == "person"
    return not han or line.low(first) != _HOUSEHOLDS or line.low(last - 1) == _HOUSEHOLDS


def person_before(line: Line, first: int) -> Measure | None:
    """各类人才310万: the noun before a sum that nothing counts behind."""
    units, tokens, at = line.words.units, line.tokens, first
    for _ in range(_PADDING):
        padding = line.words.bounds.padding.before(tokens, at)
        comparing = line.words.bounds.before.before(tokens, at)
        step = comparing or padding
        if step is None:
            break
        at = step[0]
    for names in (units.nouns, units.names):
        found = names.before(tokens, at)
        if found is not None and at - found[0] > 1 and found[1].readings[0].unit == "person":
            return Measure(first, first, found[1].readings[:1], apart=True)
    return None


def plural_behind(line: Line, at: int) -> bool:
    """Whether a plural noun follows, adjectives between: 20 key application scenarios."""
    return any(is_plural(line, place) for place in _behind(line, at))


def is_plural(line: Line, at: int) -> bool:
    """Whether a word is a plural noun, by its ending or by the list of those without it."""
    low, units = line.low(at), line.words.units
    if low in units.plurals:
        return True
    if line.tokens[at].text[:-1].isupper() and low.endswith("s"):
        # MPs, NGOs.
        return len(low) > _SHORTEST_ACRONYM
    ending = low.endswith("s") and not low.endswith("ss") and low not in units.not_plurals
    return ending and line.kind(at) == "word" and len(low) >= _SHORTEST_PLURAL


def _behind(line: Line, at: int) -> Iterator[int]:
    """The words that may name what is counted: adjectives, joined ones too, and their noun."""
    units, tokens = line.words.units, line.tokens
    # Three more cancer medicines.
    more = units.adjectives.at(tokens, at) if tokens[at].opens & units.adjectives.bit else None
    for place in range(at if more is None else more[0], at + _LONGEST):
        token = tokens[place] if place < line.size else None
        if token is None or token.kind not in _NOUNS:
            return
        if token.kind == "mark":
            if not _goes_on(line, at, place):
                return
        elif token.opens & units.nouns_end.bit and units.nouns_end.at(tokens, place):
            if token.low not in units.adjective_join or place == at or is_plural(line, place - 1):
                return
        else:
            yield place


def _goes_on(line: Line, first: int, at: int) -> bool:
    """Whether a mark lets the noun phrase go on: a hyphen, or the comma of listed adjectives."""
    low = line.low(at)
    if low != ",":
        return low in _HYPHENS and not (at == first and low == "-")
    joins = line.words.units.adjective_join
    if at > first and _is_adjective(line, at - 1) and _is_adjective(line, at + 1):
        return True
    listed = any(line.low(place) in joins for place in range(at + 1, at + _NEAR_JOINER))
    return at > first and listed and not is_plural(line, at - 1)


def _is_adjective(line: Line, at: int) -> bool:
    """Whether a word has the ending of an adjective or of its adverb: climate-neutral, highly."""
    low = line.low(at)
    if line.low(at - 1) == "-" and line.glued(at):
        return True
    return len(low) >= _SHORTEST_PLURAL and low.endswith(line.words.units.adjective_endings)


def _noun_at(line: Line, at: int) -> tuple[int, UnitWord] | None:
    """The longest noun in the plural that begins at a token."""
    units, tokens = line.words.units, line.tokens
    lexicons = (units.names, units.symbols, units.nouns)
    found = [each for lexicon in lexicons if (each := lexicon.at(tokens, at)) is not None]
    plurals = [each for each in found if not each[1].singular]
    return max(plurals, key=lambda each: each[0], default=None)


def _is_head(line: Line, at: int) -> bool:
    """Whether no further noun follows, so that the one before is what is counted."""
    if line.kind(at) not in ("word", "digits") or line.words.units.nouns_end.at(line.tokens, at):
        return True
    if line.low(at - 1) in line.words.units.plurals:
        return True
    return line.low(at - 1).endswith(_INFLECTED) and not line.low(at).endswith("s")


def _counted_han(line: Line, at: int) -> Measure | None:
    """近1亿农村贫困人口: the last noun of a chain, where no classifier says what is counted."""
    units, tokens = line.words.units, line.tokens
    found: Measure | None = None
    longest = min(line.size, at + _LONGEST_HAN)
    place, end = at, longest
    while place < end and tokens[place].kind == "han" and not tokens[place].begins:
        hit = units.nouns.at(tokens, place)
        if hit is not None:
            found = Measure(place, hit[0], hit[1].readings, apart=True)
            place, end = hit[0], min(longest, hit[0] + _BETWEEN_HAN)
        elif _stops(line, place):
            break
        else:
            place += 1
    return found


def _stops(line: Line, at: int) -> bool:
    """Whether a verb or a joining word begins there, so that the noun phrase is over."""
    words, tokens = line.words, line.tokens
    if words.change.list_join.at(tokens, at) or words.units.nouns_end.at(tokens, at):
        return True
    found = words.change.governors.at(tokens, at)
    return found is not None and bool(found[1] & {"barrier", "up", "down"})
