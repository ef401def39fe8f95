"""A text that is one amount: read whole, or refused with the place and the reason."""

from __future__ import annotations

from regiontargets.errors import AmountError
from regiontargets.model import Amount

from ..mention import Piece
from .leftover import left_over
from .line import Line
from .mentions import amounts_of, pieces_of
from .read import Read
from .reading import read_line
from .words import Words

_LONGEST = 300
_SUGGEST_FINDING = "Use find_amounts for running text."


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
    left = left_over(line, read)
    if left is not None:
        raise AmountError(
            line.text,
            f"{line.slice(*left)!r} is no part of an amount",
            start=line.start(left[0]),
            end=line.ends[left[1] - 1],
            suggestion=_SUGGEST_FINDING,
        )
