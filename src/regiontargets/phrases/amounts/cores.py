"""The numbers of a line, those that are part of a name or of a vague quantity left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from regiontargets.model import COMPARATORS, Comparator
from regiontargets.model.number import multiply, to_number
from regiontargets.units import UnitReading

from .core import ONE, Core
from .line import Line
from .ranges import range_from, with_tolerance
from .rates import known_unit
from .single import single
from .words import Opener

_LONGEST_RUN = 60
"""Tokens; the longest number that is said has half as many."""

_BETWEEN_NUMBERS = frozenset(["-", ",", "，", "、", "/", ":", ".", "~", "(", ")"])


def cores(line: Line) -> Iterator[Core]:
    """Every number of a line that is no part of a name or of a vague quantity."""
    openers, tokens, behind = line.words.openers, line.tokens, 0
    opening, starts = openers.bit, line.words.numbers.starts
    scales = line.words.numbers.scales
    # Few tokens begin a number: the others are passed over at one look.
    for at in line.beginnings:
        token = tokens[at]
        if at < behind:
            continue
        if line.size > _LONGEST_RUN:
            behind = _behind_run(line, at)
            if behind > at:
                continue
        opener = openers.at(tokens, at) if token.opens & opening else None
        core: Core | None
        if opener is not None:
            if _states_nothing(line, opener):
                # The one million mark: what looks like a name goes on as a number.
                behind = at if scales.at(tokens, opener[0]) else opener[0]
                continue
            core = _said(line, at, opener)
        elif token.kind != "word" or token.low in starts:
            core = _numbered(line, at)
        else:
            continue
        if core is not None:
            yield core
            behind = max(core.last, at + 1)


def _states_nothing(line: Line, opener: tuple[int, Opener]) -> bool:
    """Whether a phrase is no amount: a name, or a word for the number behind it.

    A double-digit 10.6 percent.
    """
    last, (kind, _) = opener
    return kind in ("name", "vague") or (
        kind == "digit_class" and line.tokens[last].kind == "digits"
    )


def _behind_run(line: Line, at: int) -> int:
    """The token behind a long run of numbers that nothing is counted in: no prose has one."""
    tokens, end = line.tokens, at
    while tokens[end].begins or tokens[end].low in _BETWEEN_NUMBERS:
        end += 1
    return end if end - at > _LONGEST_RUN else at


def _said(line: Line, first: int, opener: tuple[int, Opener]) -> Core:
    """A number that a word or a phrase is by itself."""
    last, (kind, value) = opener
    named, _, number = value.rpartition(" ")
    comparator: Comparator | None = next((each for each in COMPARATORS if each == named), None)
    if kind != "multiple":
        units = (UnitReading("percent", ONE),)
        return Core(first, last, kind, Decimal(number), units=units, comparator=comparator)
    more = line.words.numbers.inside.at(line.tokens, last)
    if more is not None and line.kind(last) == "han":
        last, comparator = more
    return Core(first, last, kind, Decimal(number), comparator=comparator)


def _with_small_change(line: Line, one: Core) -> Core:
    """2元5角, 1角3分: sums of one currency that touch are one sum."""
    money = str(one.unit).partition("/")[0]
    if one.measure is None or not money.isupper() or line.kind(one.last - 1) != "han":
        return one
    change = single(line, one.last) if line.glued(one.last) else None
    reading = None if change is None else _change_unit(line, change)
    if change is None or reading is None or reading.unit.partition("/")[0] != money:
        return one
    small = change.low if change.units else multiply(change.low, reading.scale)
    if not small < one.low:
        return one
    total = to_number(Fraction(one.low) + Fraction(small))
    last = max(change.last, change.numeral.last + 1 if change.numeral else 0)
    whole = replace(one, last=last, low=total, measure=replace(one.measure, last=last))
    return _with_small_change(line, whole) if line.kind(last) == "digits" else whole


def _change_unit(line: Line, change: Core) -> UnitReading | None:
    """The unit of what is added to a sum: 分 is one there."""
    if change.units or change.numeral is None:
        return change.units[0] if change.units else None
    name = line.words.units.letters_preferred.get(line.tokens[change.numeral.last].text)
    return None if name is None else known_unit(name)


def _numbered(line: Line, at: int) -> Core | None:
    """The number or range that begins at a token."""
    try:
        one = single(line, at)
        if one is None:
            return None
        if line.tokens[one.last].kind == "digits":
            one = _with_small_change(line, one)
        return with_tolerance(line, range_from(line, one) or one)
    except ValueError:
        # Beyond the magnitudes that a model may hold.
        return None
