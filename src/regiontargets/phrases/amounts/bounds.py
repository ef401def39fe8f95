"""What the words beside a number say about how it bounds what is meant."""

from __future__ import annotations

from dataclasses import dataclass

from regiontargets.model import Comparator

from .cores import Core
from .line import Line

_STEPS = 8
_SOFT = ("about", "nearly")


@dataclass(frozen=True, slots=True)
class Said:
    """Words that did something, by the tokens they are."""

    first: int
    last: int
    role: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number's comparator and its extent in the line.

    Attributes:
        first: the first token of number, comparators and "by".
        last: the token behind the number, its unit and its comparators.
        left: the token that what governs the number ends before.
        comparator: how the number bounds what is meant.
        link: "by" or "to" before all of them, "from" or "against" for what it is compared with.
        said: what each of these words did.
    """

    first: int
    last: int
    left: int
    comparator: Comparator
    link: str
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
    first, left = _before(line, core, floor, said)
    last = _after(line, core, ceiling, said)
    link, first, left = _link(line, core, first, left, floor, said)
    return Bounds(first, last, left, _strongest(core, said), link, tuple(said))


def _before(line: Line, core: Core, floor: int, said: list[Said]) -> tuple[int, int]:
    """The first token of the comparators, and of the words between them and what governs."""
    first = left = core.first
    for _ in range(_STEPS):
        found = _comparator_before(line, core, left)
        if found is not None and found.first >= floor:
            said.append(found)
            first = left = found.first
            continue
        if core.rate is not None and core.rate.last == left:
            first = left = core.rate.first
            continue
        padding = line.words.padding.before(line.tokens, left)
        if padding is None or padding[0] < floor:
            break
        left = padding[0]
    return first, left


def _comparator_before(line: Line, core: Core, left: int) -> Said | None:
    words, tokens = line.words, line.tokens
    if core.high is not None:
        opened = words.between.before(tokens, left)
        if opened is not None:
            return Said(opened[0], left, "comparator", "between")
    weak = words.before_weak.before(tokens, left)
    if weak is not None:
        return Said(weak[0], left, "comparator", f"{weak[1]}, unless another word bounds it")
    found = words.before.before(tokens, left)
    if found is None or _is_other_word(line, core, found[0], left):
        return None
    return Said(found[0], left, "comparator", found[1])


def _is_other_word(line: Line, core: Core, first: int, last: int) -> bool:
    """Whether what looks like a comparator is the end of another word, or ranks (top 10)."""
    guard = line.words.not_before.before(line.tokens, last)
    if guard is not None and guard[0] < first:
        return True
    word = line.slice(first, last).lower()
    if word in ("上", "过"):
        return core.numeral is None or core.numeral.form != "bare"
    if word.startswith("top"):
        money = core.measure is not None and core.measure.kind in ("share", "money")
        return not (money or core.money or core.low >= 1000)
    return False


def _after(line: Line, core: Core, ceiling: int, said: list[Said]) -> int:
    last, words = core.last, line.words
    if core.high is not None:
        closed = words.range_close.at(line.tokens, last)
        if closed is not None:
            said.append(Said(last, closed[0], "range", "the number lies between the two"))
            last = closed[0]
    at = last + (line.low(last) == "-" and line.low(last + 1) == "plus")
    found = words.after.at(line.tokens, at)
    if found is None and line.low(at) in ("(", ","):
        found = words.after.at(line.tokens, at + 1)
        at += 1
        if found is not None and line.low(at - 1) == "(":
            found = (found[0] + (line.low(found[0]) == ")"), found[1])
    if found is None or found[0] > ceiling or (at > last and found[0] == ceiling):
        return last
    if line.low(at) == "+" and (not line.glued(at) or line.kind(at + 1) == "digits"):
        return last
    said.append(Said(at, found[0], "comparator", found[1]))
    return found[0]


def _link(
    line: Line, core: Core, first: int, left: int, floor: int, said: list[Said]
) -> tuple[str, int, int]:
    """The preposition before number and comparators: by, to, from."""
    words, tokens = line.words, line.tokens
    for at in dict.fromkeys((left, first)):
        for name, lexicon in (("from", words.start), ("against", words.against)):
            opened = lexicon.before(tokens, at)
            if opened is not None and opened[0] >= floor and not _opens_range(core, name):
                return name, first, opened[0]
        link = words.links.before(tokens, at)
        if link is not None and link[0] >= floor:
            if link[1] == "by":
                said.append(Said(link[0], at, "by", "what follows is the size of the change"))
                return "by", link[0], link[0]
            said.append(Said(link[0], at, "to", "what follows is the level that it changes to"))
            return "to", first, link[0]
    return "", first, first


def _opens_range(core: Core, name: str) -> bool:
    return name == "from" and core.high is not None


def _strongest(core: Core, said: list[Said]) -> Comparator:
    """The comparator that holds: a bound over "about", any over one that yields."""
    if core.high is not None:
        return "between"
    named = [each for each in said if each.role == "comparator"]
    comparators: list[Comparator] = [
        each.meaning  # type: ignore[misc]
        for each in named
        if "," not in each.meaning and each.meaning != "between"
    ]
    if core.comparator is not None:
        comparators.append(core.comparator)
    firm = [each for each in comparators if each not in _SOFT]
    weak: list[Comparator] = ["at_most" for each in named if "," in each.meaning]
    return (firm or comparators or weak or ["exactly"])[0]  # pyright: ignore[reportReturnType]
