"""What the words beside a number say about how it bounds what is meant."""

from __future__ import annotations

from dataclasses import replace

from regiontargets.model import Comparator

from .core import Core
from .hit import Said
from .line import Line
from .measure import COUNTED
from .record import record
from .words import Bounding, Link

_STEPS = 8
_NUMBER_REACH = 3
_TIME_REACH = 4
_LIFTED_REACH = 8
_LEAST_OBJECT = 2
_NAMED = 4
_SOFT = ("about", "nearly")
_LEAST_SUM = 1000
_OF_A_YEAR = ("digits", "han")
_BEYOND = ("more_than", "less_than")
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
            if start is None and found is not None and _holds(line, core, found, left):
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


def _holds(line: Line, core: Core, found: tuple[int, Bounding], last: int) -> bool:
    """Whether what looks like a comparator is one: not the end of 通过, not the "top" of top 10."""
    first, bounding = found
    if _says_gap(line, first) or _is_lifted(line, first, last):
        return False
    if bounding.comparator in _BEYOND and _is_reference(line, core, last):
        return False
    if last < core.first and _says_where(line, core, first, last):
        return False
    guard = line.words.bounds.not_before.before(line.tokens, last)
    if guard is not None and guard[0] < first and not _joins_clauses(line, guard[0], first):
        return False
    if bounding.only_moving and (core.unit is None or core.unit in COUNTED):
        # Rose past 2 million visitors, but no parade past 50,000 guests.
        return line.words.change.governors.before(line.tokens, first) is not None
    if bounding.only_bare:
        return core.numeral is not None and core.numeral.form == "bare"
    if bounding.only_sums:
        measure = core.measure
        sum_or_share = measure is not None and measure.kind not in (*COUNTED, "duration")
        return sum_or_share or core.money is not None or core.low >= _LEAST_SUM
    return True


def _says_gap(line: Line, first: int) -> bool:
    """12 percent shy of the 300,000 aimed at: the distance is stated directly before."""
    gap = line.words.change.gap_after
    if not line.tokens[first].opens & gap.bit or gap.at(line.tokens, first) is None:
        return False
    unit = line.words.units.names.before(line.tokens, first)
    number = line.tokens[unit[0] - 1] if unit is not None else None
    if number is None:
        return False
    return number.kind == "digits" or number.low in line.words.numbers.starts


def _is_reference(line: Line, core: Core, last: int) -> bool:
    """Above the 2 percent target, 超过3%的目标: the target is 2 percent, and no more."""
    references, tokens = line.words.bounds.references, line.tokens
    if line.kind(core.last - 1) == "han" or tokens[core.last].kind == "han":
        of_whole = line.words.never.of_whole.at(tokens, core.last)
        if of_whole is None:
            return False
        return any(references.at(tokens, at) for at in range(of_whole[0], of_whole[0] + _NAMED))
    if last == core.first:
        return False
    for at in range(core.last, core.last + _NAMED):
        if line.kind(at) != "word" or line.words.units.nouns_end.at(tokens, at):
            return False
        if references.at(tokens, at):
            return True
    return False


def _says_where(line: Line, core: Core, first: int, last: int) -> bool:
    """Under a $9 billion plan: an article and a noun around a number that describes it."""
    bounds, tokens = line.words.bounds, line.tokens
    preposition = bounds.prepositions.at(tokens, first)
    if preposition is None or preposition[0] != last or not core.units:
        return False
    articles = (each.articles for each in line.words.numbers.adding)
    if not any(line.low(last) in each for each in articles):
        return False
    noun = tokens[core.last + (line.low(core.last) == "," and line.kind(core.last + 2) == "mark")]
    return noun.kind == "word" and not (
        bounds.marks.at(tokens, core.last) or line.words.units.nouns_end.at(tokens, core.last)
    )


def _is_lifted(line: Line, first: int, last: int) -> bool:
    """Bring the rate up to 70 percent: "up" is the verb's, and what follows a level."""
    link = line.words.bounds.links.before(line.tokens, last)
    if link is None or link[1] != "to" or link[0] == first:
        return False
    before = line.words.bounds.links.before(line.tokens, first)
    if before is not None and before[1] == "by":
        return False
    for at in range(first, max(0, first - _LIFTED_REACH), -1):
        if line.words.bounds.lifting.before(line.tokens, at) is not None:
            return first - at >= _LEAST_OBJECT  # "bring in up to 300 doctors" has a bound
        if line.kind(at - 1) != "word":
            return False
    return False


def _joins_clauses(line: Line, joiner: int, first: int) -> bool:
    """Are on track, and over 30 percent have stalled: no number that "and over" belongs to."""
    if line.low(joiner) not in line.words.units.adjective_join or joiner + 1 != first:
        return False
    return all(line.kind(at) != "digits" for at in range(joiner - _NUMBER_REACH, joiner))


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


def softened(line: Line, bounds: Bounds, governing: Said) -> Bounds:
    """With the comparator that stands before the verb of change: 约增长6%."""
    lexicon, tokens, first = line.words.bounds.before_verb, line.tokens, governing.first
    if bounds.comparator != "exactly" or not tokens[first - 1].closes & lexicon.bit:
        return bounds
    found = lexicon.before(tokens, first)
    if found is None or governing.last != bounds.left:
        return bounds
    said = Said(found[0], first, "comparator", "about")
    return replace(bounds, comparator="about", said=(said, *bounds.said))


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
