"""Whether what looks like a comparator before a number is one."""

from __future__ import annotations

from .core import Core
from .line import Line
from .measure import COUNTED
from .nouns import is_plural
from .words import Bounding

_NUMBER_REACH = 3
_LIFTED_REACH = 8
_LEAST_OBJECT = 2
_NAMED = 4
_LEAST_SUM = 1000
_BEYOND = ("more_than", "less_than")


def holds(line: Line, core: Core, found: tuple[int, Bounding], last: int) -> bool:
    """Whether what looks like a comparator is one: not the end of 通过, not the "top" of top 10."""
    first, bounding = found
    if says_gap(line, first) or _is_lifted(line, first, last):
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
        return core.numeral is not None and (core.numeral.form == "bare" or _is_tenths(line, core))
    if bounding.only_sums:
        measure = core.measure
        sum_or_share = measure is not None and measure.kind not in (*COUNTED, "duration")
        return sum_or_share or core.money is not None or core.low >= _LEAST_SUM
    return True


def _is_tenths(line: Line, core: Core) -> bool:
    """过六成: tenths need no scale."""
    numeral = core.numeral
    return numeral is not None and numeral.unit == "percent" and line.kind(core.last - 1) == "han"


def says_gap(line: Line, first: int) -> bool:
    """12 percent shy of the 300,000 aimed at: the distance is stated directly before."""
    gap, tokens = line.words.change.gap_after, line.tokens
    if not tokens[first].opens & gap.bit or gap.at(tokens, first) is None:
        return False
    unit = line.words.units.names.before(tokens, first)
    if any(tokens[first - 1].low in each.numbers for each in line.words.numbers.adding):
        # 46 vessels, two short of last year's.
        return True
    if unit is None and not is_plural(line, first - 1):
        return False
    # 17 million bushels short of the 60 million.
    at = first - 2 if unit is None else unit[0] - 1
    at -= line.words.numbers.scales.at(tokens, at) is not None
    return tokens[at].kind == "digits" or tokens[at].low in line.words.numbers.starts


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
    if line.words.never.of_whole.before(line.tokens, first):
        # Get aid of up to €75.
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
    for at in range(joiner - _NUMBER_REACH, joiner):
        if line.kind(at) == "digits":
            return at + 1 < joiner and _is_counted(line, at + 1)
    return True


def _is_counted(line: Line, at: int) -> bool:
    """One hospital and over 200 offices, but 65 years and over."""
    unit = line.words.units.names.at(line.tokens, at)
    return unit is None or unit[1].readings[0].unit in COUNTED
