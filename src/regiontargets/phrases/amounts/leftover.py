"""What a reading leaves of a text that is said to be one amount."""

from __future__ import annotations

from collections.abc import Iterator

from .line import Line
from .measure import COUNTED
from .read import Read

_COUNTED_WORDS = 6
_COUNTED_CHARACTERS = 16
_WHOLE_WORDS = 10
_SHARES = ("percent", "permille")
_NOUNS = frozenset(["word", "han", "code"])
_ENCLOSING = frozenset("\"'()[]")


def left_over(line: Line, read: Read) -> tuple[int, int] | None:
    """The first tokens beside an amount that carry a meaning of their own; None if none do."""
    for first, last in _gaps(line, _taken(line, read)):
        before = last <= read.bounds.first
        if _says_nothing(line, first, last, before=before):
            continue
        told = _heads(line, first, last, read) if before else _tails(line, first, last, read)
        if not told:
            return first, last
    return None


def _gaps(line: Line, taken: set[int]) -> Iterator[tuple[int, int]]:
    """The stretches of tokens that the reading did not use."""
    first = 0
    while first < line.size:
        last = first
        while last < line.size and last not in taken:
            last += 1
        if last > first:
            yield first, last
        first = last + 1


def _says_nothing(line: Line, first: int, last: int, *, before: bool) -> bool:
    """Whether the words between two tokens add nothing to an amount."""
    words = line.words
    idle = (words.beside.nothing, words.bounds.padding) if before else (words.beside.nothing,)
    while first < last:
        ends = [found[0] for each in idle if (found := each.at(line.tokens, first))]
        basis = words.basis.at(line.tokens, first) or words.basis_alone.at(line.tokens, first)
        ends += [] if basis is None else [basis[0]]
        if not ends and line.low(first) in _ENCLOSING:
            ends = [first + 1]
        if not ends:
            return False
        first = max(ends)
    return True


def _heads(line: Line, first: int, last: int, read: Read) -> bool:
    """Whether words before a number only name the share or the base: 占GDP比重, 是2015年的."""
    unit, beside = read.core.unit, line.words.beside
    if _multiplies(read):
        return _names_base(line, first, last)
    share = beside.shares.before(line.tokens, last)
    if unit not in _SHARES or share is None:
        return False
    return share[0] <= first or beside.share_of.at(line.tokens, first) is not None


def _tails(line: Line, first: int, last: int, read: Read) -> bool:
    """Whether words behind a number only name the whole or the base: of GDP, the 2020 level."""
    if _multiplies(read):
        return _names_base(line, first, last)
    found = line.words.never.of_whole.at(line.tokens, first)
    if read.core.unit not in _SHARES or found is None or last - found[0] > _WHOLE_WORDS:
        return False
    return found[0] < last and all(_names(line, at) for at in range(found[0], last))


def _names(line: Line, at: int) -> bool:
    """Whether a word may be part of a noun phrase, its article included."""
    words, tokens = line.words, line.tokens
    if words.never.definite.at(tokens, at) or words.beside.nothing.at(tokens, at):
        return True
    return line.kind(at) in _NOUNS and words.units.nouns_end.at(tokens, at) is None


def _multiplies(read: Read) -> bool:
    return read.core.unit == "ratio" or read.core.kind == "multiple"


def _names_base(line: Line, first: int, last: int) -> bool:
    """Whether words name no more than the year or the level that is multiplied."""
    while first < last:
        found = line.words.beside.bases.at(line.tokens, first)
        if found is None and not line.is_year(first):
            return False
        first = first + 1 if found is None else found[0]
    return True


def _taken(line: Line, read: Read) -> set[int]:
    """The tokens that the reading used, with the words for what is counted."""
    bounds, core = read.bounds, read.core
    taken = set(range(bounds.first, bounds.last))
    for each in (*bounds.said, *read.governed.said):
        taken |= set(range(each.first, each.last))
        if each.last <= bounds.first and not _object_between(line, each.first, bounds.first):
            taken |= set(range(each.last, bounds.first))
    if core.rate is not None:
        taken |= set(range(core.rate.first, bounds.first))
    if core.measure is not None and core.measure.apart and core.measure.last > core.last:
        taken |= set(range(core.last, core.measure.last))
    return taken | _counted(line, read, max(taken) + 1)


def _object_between(line: Line, first: int, last: int) -> bool:
    """Whether more than fillers, or its object, stands between a verb and its number."""
    governors, tokens = line.words.change.governors, line.tokens
    verb = governors.at(tokens, first)
    if verb is not None and "with_object" in verb[1] and not line.has_comma(first, last):
        return any(line.kind(at) not in _NOUNS for at in range(first, last))
    first = first if verb is None else verb[0]
    while first < last:
        found = governors.at(tokens, first)
        if found is None or ("filler" not in found[1] and "level" not in found[1]):
            return True
        first = found[0]
    return False


def _counted(line: Line, read: Read, at: int) -> set[int]:
    """The words behind a count that name what is counted."""
    taken = set[int]()
    unit = None if read.core.unit is None else read.core.unit.partition("/")[0]
    part = read.core.numeral is not None and read.core.numeral.unit == "percent"
    if unit is not None and unit not in COUNTED and not part:
        return taken
    if unit is None and line.words.never.of_whole.at(line.tokens, at):
        return taken
    while at < line.size and line.kind(at) in _NOUNS:
        if line.kind(at) == "han" and (unit is None or len(taken) >= _COUNTED_CHARACTERS):
            return taken
        if line.kind(at) != "han" and len(taken) >= _COUNTED_WORDS:
            return taken
        if line.words.units.nouns_end.at(line.tokens, at):
            return taken
        taken.add(at)
        at += 1
    return taken
