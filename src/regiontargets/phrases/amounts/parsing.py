"""A text that is one amount: read whole, or refused with the place and the reason."""

from __future__ import annotations

from regiontargets.errors import AmountError
from regiontargets.model import Amount

from ..mention import Piece
from .line import Line
from .measure import COUNTED
from .mentions import amounts_of, pieces_of
from .read import Read
from .reading import read_line
from .words import Words

_LONGEST = 300
_SUGGEST_FINDING = "Use find_amounts for running text."
_COUNTED_WORDS = 6
_ENCLOSING = frozenset("\"'()[]")
_COUNTED_CHARACTERS = 16


def parsed(text: str, words: Words) -> tuple[Amount, tuple[Piece, ...]]:
    """The amount that a text is, and what each word did.

    Raises:
        AmountError: it is not one amount.
    """
    if len(text) > _LONGEST:
        raise AmountError(text, "it is too long to be one amount", suggestion=_SUGGEST_FINDING)
    line = Line.of(text, words)
    read = _the_one(line)
    readings = amounts_of(line, read)
    if not readings:
        raise _error(line, read, "the number is beyond all bounds")
    _refuse_what_is_left(line, read)
    if len(readings) > 1:
        shown = "; ".join(str(each) for each in readings)
        raise AmountError(
            text,
            f"it can be read in more than one way: {shown}",
            suggestion="Write out the unit that is meant.",
            readings=readings,
        )
    amount = readings[0]  # pyright: ignore[reportGeneralTypeIssues]
    return amount.model_copy(update={"text": text.strip()}), tuple(pieces_of(line, read))


def _the_one(line: Line) -> Read:
    """The only number of the line that states an amount."""
    every = read_line(line, whole=True)
    stated = [each for each in every if each.reason is None]
    if len(stated) > 1:
        # A bare number is an amount when it is alone, and a year beside another.
        in_text = [each for each in read_line(line) if each.reason is None]
        stated = in_text if len(in_text) == 1 else stated
    if len(stated) == 1:
        return stated[0]
    if stated:
        reason = f"it states {len(stated)} amounts"
        raise _error(line, stated[1], reason, suggestion=_SUGGEST_FINDING)
    if every:
        raise _error(line, every[0], every[0].reason or "")
    raise AmountError(line.text, _why_none(line))


def _why_none(line: Line) -> str:
    for at in range(line.size):
        opener = line.words.openers.at(line.tokens, at)
        if opener is not None and opener[1][0] == "vague":
            return "it is too vague to be an amount"
        if opener is not None and opener[1][0] == "name":
            return f"{line.slice(at, opener[0])!r} is a name or a time, no amount"
        if line.kind(at) == "code":
            letters = any(each.isalpha() for each in line.tokens[at].text)
            return "it is part of a name or code" if letters else "it is a date, a ratio or a code"
    return "there is no number in it"


def _error(line: Line, read: Read, reason: str, suggestion: str | None = None) -> AmountError:
    start = line.start(read.bounds.first)
    end = line.ends[read.bounds.last - 1]
    return AmountError(line.text, reason, start=start, end=end, suggestion=suggestion)


def _refuse_what_is_left(line: Line, read: Read) -> None:
    """Words beside the amount that carry a meaning of their own are pointed at."""
    taken = _taken(line, read)
    first = 0
    while first < line.size:
        last = first
        while last < line.size and last not in taken:
            last += 1
        if not _says_nothing(line, first, last, before=last <= read.bounds.first):
            raise AmountError(
                line.text,
                f"{line.slice(first, last)!r} is no part of an amount",
                start=line.start(first),
                end=line.ends[last - 1],
                suggestion=_SUGGEST_FINDING,
            )
        first = last + 1


def _says_nothing(line: Line, first: int, last: int, *, before: bool) -> bool:
    """Whether the words between two tokens add nothing to an amount."""
    words = line.words
    idle = (words.nothing, words.bounds.padding) if before else (words.nothing,)
    while first < last:
        ends = [found[0] for each in idle if (found := each.at(line.tokens, first))]
        basis = words.basis.at(line.tokens, first)
        ends += [] if basis is None else [basis[0]]
        if not ends and line.low(first) in _ENCLOSING:
            ends = [first + 1]
        if not ends or max(ends) > last:
            return False
        first = max(ends)
    return True


def _taken(line: Line, read: Read) -> set[int]:
    """The tokens that the reading used, with the words for what is counted."""
    bounds, core = read.bounds, read.core
    taken = set(range(bounds.first, bounds.last))
    for each in (*bounds.said, *read.governed.said):
        taken |= set(range(each.first, each.last))
        if each.last <= bounds.first and not _object_between(line, each.last, bounds.first):
            taken |= set(range(each.last, bounds.first))
    if core.measure is not None and core.measure.apart and core.measure.last > core.last:
        taken |= set(range(core.last, core.measure.last))
    return taken | _counted(line, read, max(taken) + 1)


def _object_between(line: Line, first: int, last: int) -> bool:
    """Whether something else than fillers stands between a verb and its number."""
    while first < last:
        found = line.words.change.governors.at(line.tokens, first)
        if found is None or ("filler" not in found[1] and "level" not in found[1]):
            return True
        first = found[0]
    return False


def _counted(line: Line, read: Read, at: int) -> set[int]:
    """The words behind a count that name what is counted."""
    unit, taken = read.core.unit, set[int]()
    part = read.core.numeral is not None and read.core.numeral.unit == "percent"
    if unit is not None and unit not in COUNTED and not part:
        return taken
    if unit is None and line.words.never.of_whole.at(line.tokens, at):
        return taken
    while at < line.size and line.kind(at) in ("word", "han", "code"):
        if line.kind(at) == "han" and (unit is None or len(taken) >= _COUNTED_CHARACTERS):
            return taken
        if line.kind(at) != "han" and len(taken) >= _COUNTED_WORDS:
            return taken
        if line.words.units.nouns_end.at(line.tokens, at):
            return taken
        taken.add(at)
        at += 1
    return taken
