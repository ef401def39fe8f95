"""What the words beside a number say about how it bounds what is meant."""

from __future__ import annotations

from dataclasses import replace

from regiontargets.model import Comparator

from .core import Core
from .hit import Said
from .holding import holds
from .line import Line
from .record import record
from .words import Bounding, Link

_STEPS = 8
_TIME_REACH = 4
_SOFT = ("about", "nearly")
_OF_A_YEAR = ("digits", "han")
_LINKS = {
    "by": "what follows is the size of the change",
    "to": "what follows is the level that it changes to",
}


@record
class Bounds:
    """A number's comparator and its extent in the line.

    Attributes:
        first: the first token of number, comparators and "by".
        last: the token behind the number, its unit and its comparators.
        left: the token that what governs the number ends before.
        comparator: how the number bounds what is meant.
        link: the preposition before all of them.
        said: what each of these words did.
    """

    first: int
    last: int
    left: int
    comparator: Comparator
    link: Link
    said: tuple[Said, ...]


def bounds_of(line: Line, core: Core, floor: int, ceiling: int) -> Bounds:
    """Read the comparators on both sides of a number.

    Args:
        line: the line.
        core: the number.
        floor: the first token that belongs to no number before it.
        ceiling: the first token of the next number.
    """
    said: list[Said] = []
    bounding: list[Bounding] = []
    first = left = core.first
    if core.rate is not None or line.tokens[first - 1].closes & line.words.masks.bounding:
        first, left = _before(line, core, floor, said, bounding)
    last = _after(line, core, ceiling, said, bounding)
    link, first, left = _link(line, core, first, left, floor, said)
    return Bounds(first, last, left, _strongest(core, bounding), link, tuple(said))


def _before(
    line: Line, core: Core, floor: int, said: list[Said], bounding: list[Bounding]
) -> tuple[int, int]:
    """The first token of the comparators, and of the words between them and what governs."""
    first = left = core.first
    words, tokens, bits = line.words.bounds, line.tokens, line.words.masks.bounding
    for _ in range(_STEPS):
        start = None
        closes = tokens[left - 1].closes & bits
        if closes:
            start = _opened(line, left) if core.high is not None else None
            found = words.before.before(tokens, left) if closes & words.before.bit else None
            if start is None and found is not None and holds(line, core, found, left):
                start = found[0]
                bounding.append(found[1])
        if start is not None and start >= floor:
            meaning = bounding[-1].comparator if core.high is None else "between"
            said.append(Said(start, left, "comparator", meaning))
            first = left = start
        elif core.rate is not None and core.rate.last == left:
            first = left = core.rate.first
        else:
            padding = words.padding.before(tokens, left) if closes & words.padding.bit else None
            if padding is None or padding[0] < floor:
                break
            left = padding[0]
    return first, left


def _opened(line: Line, left: int) -> int | None:
    """Where "between" begins, if it opens the range."""
    found = line.words.bounds.between.before(line.tokens, left)
    return None if found is None else found[0]


def _after(line: Line, core: Core, ceiling: int, said: list[Said], bounding: list[Bounding]) -> int:
    last, words, tokens = core.last, line.words.bounds, line.tokens
    closed = None if core.high is None else words.close.at(tokens, last)
    if closed is not None:
        said.append(Said(last, closed[0], "range", "the number lies between the two"))
        last = closed[0]
    mark = tokens[last].low
    at = last + (mark in ("(", ",") or (mark == "-" and line.glued(last + 1)))
    if at > last and words.after.at(tokens, last) is not None:
        # 5亿元(含)以上: the bracket belongs to the phrase.
        at, mark = last, ""
    if not tokens[at].opens & words.after.bit:
        return last
    found = words.after.at(tokens, at)
    if found is None or (tokens[at].text[0].isupper() and tokens[at + 1].text[:1].isupper()):
        return last
    if _begins_clause(line, at, found[0]):
        return last
    end = found[0] + (mark == "(" and line.low(found[0]) == ")")
    if end > ceiling or (mark in ("(", ",") and end == ceiling):
        return last
    if mark == "," and line.low(end) == "." and end + 1 == ceiling:
        # Min. €5,000, max. €200,000.
        return last
    if line.low(at) == "plus" and line.kind(end) == "digits":
        # 58p plus 20% of tax.
        return last
    if line.low(at) == "+" and (not line.glued(at) or line.kind(at + 1) == "digits"):
        return last
    said.append(Said(at, end, "comparator", found[1]))
    bounding.append(Bounding(found[1]))
    return end


def _begins_clause(line: Line, at: int, end: int) -> bool:
    """And lower CO2, and up 3 percent: a joined clause, no bound."""
    if all(line.low(at) != each.joiner for each in line.words.numbers.adding):
        return False
    if line.kind(end) not in ("word", "code"):
        return line.kind(end) == "digits"
    compares = line.words.change.behind.at(line.tokens, at + 1)
    return compares is not None and line.words.units.nouns_end.at(line.tokens, end) is None


def _link(
    line: Line, core: Core, first: int, left: int, floor: int, said: list[Said]
) -> tuple[Link, int, int]:
    """The preposition before number and comparators: by, to, from."""
    links, tokens = line.words.bounds.links, line.tokens
    left = _before_its_year(line, left)
    for at in (left, first):
        if not tokens[at - 1].closes & links.bit:
            continue
        found = links.before(tokens, at)
        if found is None or found[0] < floor:
            continue
        start, link = found
        if link in _LINKS:
            said.append(Said(start, at, link, _LINKS[link]))
        elif link == "from" and core.high is not None:
            continue
        return link, start if link == "by" else first, start
    return "", first, first


def _before_its_year(line: Line, at: int) -> int:
    """由2020年的7.8%提高到2025年的10%: the year of a number keeps no preposition from it."""
    # What may stand between a preposition and its number was passed over already: 年, 的.
    tokens = line.tokens
    if tokens[at - 1].kind not in _OF_A_YEAR:
        return at
    for place in range(at - 1, max(0, at - _TIME_REACH), -1):
        kind = tokens[place].kind
        if kind == "digits" and line.is_year(place):
            year = line.words.never.year_names.at(tokens, place + 1)
            return at if year is None else place
        if kind != "han":
            return at
    return at


def softened(line: Line, bounds: Bounds, first: int, last: int) -> Bounds:
    """With the comparator that stands before the verb, by its tokens: 约增长6%."""
    lexicon, tokens = line.words.bounds.before_verb, line.tokens
    if bounds.comparator != "exactly" or not tokens[first - 1].closes & lexicon.bit:
        return bounds
    found = lexicon.before(tokens, first)
    if found is None or last != bounds.left:
        return bounds
    said = Said(found[0], first, "comparator", found[1])
    return replace(bounds, comparator=found[1], said=(said, *bounds.said))


def _strongest(core: Core, bounding: list[Bounding]) -> Comparator:
    """The comparator that holds: a bound over "about", any over one that yields."""
    if core.high is not None:
        return "between"
    if not bounding:
        return core.comparator or "exactly"
    named = [each.comparator for each in bounding if not each.yields]
    if core.comparator is not None:
        named.append(core.comparator)
    firm = [each for each in named if each not in _SOFT]
    weak = [each.comparator for each in bounding if each.yields]
    return (firm or named or weak or ["exactly"])[0]  # pyright: ignore[reportReturnType]
