"""Words that refer to things rather than count them, and numbers that count nothing."""

from __future__ import annotations

from bisect import bisect_left

from ..nouns import plural_behind
from ..numeral import is_whole
from .candidate import Candidate, Check

_FEW = 12
_MANY = 30
_NEAR = 6
_HOURS = frozenset("时点")
_SHORT = 4
_SPOKEN_QUANTITY = 10000
_NUMBERS_BACK = 12
_GROUP = 3


def _few_words(it: Candidate) -> str | None:
    """The three provinces, one company, 一个: words that refer, and count nothing."""
    core, numeral = it.core, it.core.numeral
    if numeral is None or numeral.form != "words" or numeral.unit is not None:
        return None
    if not it.counts or not it.exact or core.low > _FEW:
        return None
    if core.low == 1 and core.high is None:
        return "it is an article"
    if it.ahead(it.never.definite) and not _is_superlative(it):
        return "it refers to things already named"
    counted = _of_known(it) or plural_behind(it.line, core.last) or _is_object(it) or _is_done(it)
    if core.unit is None and it.governed.change is None and not (counted or _goes_on(it)):
        return "it counts nothing that is named"
    return None


def _is_done(it: Candidate) -> bool:
    """76,000 filled, 12 injured: a number with a participle behind it."""
    low = it.line.low(it.core.last)
    return (low.endswith("ed") and len(low) > _SHORT) or low in it.never.participles


def _is_object(it: Candidate) -> bool:
    """Accepted nine and rejected two: the number ends what the verb takes."""
    ends = it.line.kind(it.core.last) in ("mark", "") or it.behind(it.line.words.units.nouns_end)
    return bool(ends) and it.ahead(it.never.takers) is not None


def _is_elided(it: Candidate) -> bool:
    """We planned for 400 beds and got 310: the noun stands with a number before."""
    line, at = it.line, it.bounds.left - 1
    if line.kind(it.core.first) != "digits" or not _may_elide(it, at):
        return False
    if line.kind(it.core.last) not in ("mark", "") and not it.behind(line.words.units.nouns_end):
        return False
    return _counted_before(it, at)


def _goes_on(it: Candidate) -> bool:
    """12 schools, nine have opened; 46 vessels, two short of last year's: the noun was before."""
    behind = it.behind(it.never.subjects) or it.behind(it.line.words.change.gap_after)
    return behind is not None and _counted_before(it, it.core.first)


def _counted_before(it: Candidate, at: int) -> bool:
    """Whether a number before a token stands with its noun."""
    line = it.line
    before = line.beginnings[: bisect_left(line.beginnings, at)][-_NUMBERS_BACK:]
    return any(plural_behind(line, place + 1) for place in before if line.kind(place) == "digits")


def _may_elide(it: Candidate, at: int) -> bool:
    """Whether a verb, an owner (today's 112) or what joins a list stands before a number."""
    line, low = it.line, it.line.low(at)
    if line.kind(at) != "word":
        # 50 teachers this year, 75 next.
        return low == "," and it.behind(line.words.units.nouns_end) is not None
    if low == "s" and line.low(at - 1) == "'":
        return True
    verb = low.endswith("ed") or low in it.never.participles or line.joins_list(at)
    return verb or it.never.multiple_before.before(line.tokens, at) is not None


def _is_superlative(it: Candidate) -> bool:
    """The five poorest districts: told apart by that, and named nowhere before."""
    low = it.line.low(it.core.last)
    return low in it.line.words.never.superlatives or low.endswith("est")


def _not_counted(it: Candidate) -> str | None:
    """Two aspects, 三个方面."""
    if not it.counts or it.core.low > _MANY:
        return None
    line, last = it.line, it.core.last
    spoken = it.core.numeral is not None and it.core.numeral.form == "words"
    for at in range(last, min(line.size, last + 3)):
        if line.kind(at) == "word" and line.tokens[at].begins:
            # From 19.6 ten years earlier.
            break
        never = it.never.not_counted.at(line.tokens, at)
        if never or (spoken and it.never.not_counted_in_words.at(line.tokens, at)):
            return "nobody counts these"
        if line.kind(at) != "word" or line.words.units.nouns_end.at(line.tokens, at):
            break
    return None


def _bare(it: Candidate) -> str | None:
    """A number without a unit counts where words around it say so."""
    numeral, bounds, line = it.core.numeral, it.bounds, it.line
    if numeral is None or it.core.units or it.governed.change is not None:
        return None
    if bounds.comparator not in ("exactly", "between") or bounds.link == "to":
        return None
    if it.core.last > numeral.last and line.low(it.core.first - 1) not in _HOURS:
        # 487分, a score.
        return None
    if it.governed.role != "value":
        return None
    spoken = numeral.last > numeral.first + 1 and it.core.low >= _SPOKEN_QUANTITY
    if numeral.scale > 1 or spoken or not is_whole(numeral.value):
        return None
    if _is_grouped(line.tokens[numeral.first].text):
        return None
    if (
        it.never.copulas.before(line.tokens, bounds.left)
        or plural_behind(it.line, it.core.last)
        or _of_known(it)
        or it.behind(line.words.units.adjectives)
        or (it.ahead(it.never.definite) and it.behind(it.never.referred))
        or it.behind(it.never.subjects)
        or it.ahead(it.never.takers)
        or _is_done(it)
        or _of_all_before(it)
        or _is_elided(it)
        or _goes_on(it)
    ):
        return None
    return "it has no unit and counts nothing"


def _is_grouped(text: str) -> bool:
    """Whether digits are written as quantities are, and labels are not: 4,600, 11.5."""
    last_group = text.rpartition(",")[2] if "," in text else ""
    return "." in text or len(last_group) == _GROUP


def _of_all_before(it: Candidate) -> bool:
    """Of the 50 states, 38 and the District: some of those that the clause begins with."""
    line, at = it.line, it.core.first - 1
    if line.kind(at) != "mark" or line.low(at) != ",":
        return False
    start = max(0, at - _NEAR)
    for place in range(at - 1, start - 1, -1):
        if line.kind(place) == "mark":
            return False
        if it.never.of_whole.at(line.tokens, place):
            opens = place == 0 or line.kind(place - 1) == "mark"
            return opens and any(line.kind(each) == "digits" for each in range(place, at))
    return False


def _of_known(it: Candidate) -> bool:
    """87 of the 100 schools, 478 of 497: some of what is known."""
    behind = it.behind(it.never.of_whole)
    if behind is None or it.line.kind(it.core.first) == "han":
        return False
    known = it.never.definite.at(it.line.tokens, behind[0])
    at = behind[0] if known is None else known[0]
    if known is not None and plural_behind(it.line, at):
        return True
    for place in range(at, at + _NEAR):
        if it.line.kind(place) != "word" and it.line.low(place) != "'":
            return it.line.kind(place) == "digits"
        if place == behind[0] and it.line.low(place) in it.line.words.numbers.starts:
            return plural_behind(it.line, place)
    return False


CHECKS: tuple[Check, ...] = (_few_words, _not_counted, _bare)
