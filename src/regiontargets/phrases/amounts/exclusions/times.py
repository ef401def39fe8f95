"""Years, dates, lengths of time, and how often something happens."""

from __future__ import annotations

from fractions import Fraction

from ..core import Core
from ..hit import GAPS, VERBS
from ..line import Line
from ..nouns import is_plural, plural_behind
from ..numeral import is_whole
from .candidate import Candidate, Check

_ROUND_YEARS = range(1900, 2101, 10)
_TURNING = VERBS | GAPS
_HOURS = 24
_OLDEST = 100
_FIRST_SHORT, _LAST_SHORT = 10, 40
_SHORT_YEAR = 2
_WHO = frozenset(["people", "those", "them", "whom", "anyone", "everyone", "men", "women"])
_OF_WHAT = 6
_OWNER = 4
_LONG = ("year", "month", "week")
_SHORT = ("hour", "minute", "second")


def _surely_year(it: Candidate) -> str | None:
    """By 2025, 2025年."""
    measure, years, tokens = it.core.measure, it.never.year_names, it.line.tokens
    may_name = measure is not None and tokens[measure.first].opens & years.bit
    named = measure is not None and may_name and years.at(tokens, measure.first)
    if (named and 1900 <= it.core.low <= 2100) or (
        it.bounds.link == "by" and _is_year(it.line, it.core)
    ):
        return "it is a year"
    return None


def _year(it: Candidate) -> str | None:
    """2025, in 2035, 2021-2025."""
    if not _is_year(it.line, it.core):
        return None
    measure = it.core.measure
    introduced = it.never.year_before.before(it.line.tokens, it.bounds.left)
    if introduced is None:
        counted = measure is not None and measure.apart and it.core.low in _ROUND_YEARS
        if counted or (it.bounds.comparator not in ("exactly", "between") and not _is_base(it)):
            return None
    return "it is a year"


def _is_base(it: Candidate) -> bool:
    """Below 2019 levels, above the 2011 peak: what something was then."""
    return bool(it.behind(it.line.words.change.since) or it.behind(it.line.words.bounds.references))


def _short_years(it: Candidate) -> str | None:
    """In 19-20: a fiscal year without its century."""
    core, line = it.core, it.line
    if core.measure is not None or core.money is not None or core.high is None:
        return None
    if not _FIRST_SHORT <= core.low <= _LAST_SHORT or core.high != Fraction(core.low) + 1:
        return None
    if len(line.tokens[core.first].text) != _SHORT_YEAR or plural_behind(line, core.last):
        return None
    return "it is a year" if it.ahead(it.never.year_before) else None


def _is_year(line: Line, core: Core) -> bool:
    """Whether it is four digits, or two pairs of them, that no unit follows directly."""
    numeral = core.numeral
    if numeral is None or core.money is not None or numeral.unit is not None:
        return False
    if core.measure is not None and not core.measure.apart:
        return False
    ends = [core.low] if core.high is None else [core.low, core.high]
    plain = line.tokens[numeral.first].text.isdecimal() or numeral.form == "words"
    return plain and all(1900 <= each <= 2100 and is_whole(each) for each in ends)


def _duration(it: Candidate) -> str | None:
    """Five years, 3日: a period, unless what lasts so long is the subject."""
    line, core, measure, never = it.line, it.core, it.core.measure, it.never
    if measure is None or measure.kind != "duration":
        return None
    clock = never.clock.at(line.tokens, measure.first)
    if clock is not None and clock[0] >= measure.last:
        return "it is a date or a time of day"
    described = measure.unit == "year" and line.low(measure.first - 1) == "-"
    if described and line.kind(core.last) == "word":
        # A four-year education programme.
        return "it is a length of time, no amount"
    if line.kind(core.first - 1) == "word" and it.ahead(never.definite):
        return "it is a length of time, no amount"
    start, end = line.clause_start(core.first), line.clause_end(core.last)
    if line.joins_list(start - 1):
        # 预期寿命提高0.6岁、达83.9岁.
        start = line.clause_start(start - 1)
    lifetime = line.has(never.lifetimes, start, end)
    near = max(start, core.first - 3), min(end, core.last + 6)
    if not lifetime and line.has(never.ages, *near):
        return "it is an age"
    subject = lifetime if measure.unit in _LONG else line.has(never.durations, start, end)
    if subject or measure.unit in _SHORT or _lasts_otherwise(it):
        return None
    return "it is a length of time, no amount"


def _lasts_otherwise(it: Candidate) -> bool:
    """Fell from 335 days to 83, 12 weeks of paid leave: what changes, or what is given of it."""
    line, last = it.line, it.core.last
    if it.bounds.link in ("by", "to", "from") and it.governed.change is not None:
        return True
    if it.bounds.link == "to" or it.governed.change == "level":
        # Waits run to 18 months.
        start, end = line.clause_start(it.core.first), line.clause_end(last)
        if line.kind(last - 1) != "han" and line.has(it.never.durations, start, end):
            return True
    said = it.governed.said
    changing = it.governed.change in ("increase", "decrease") and line.kind(last - 1) == "han"
    if changing and said and said[-1].last == it.bounds.first and _is_verb(line, said[-1].first):
        return True
    return it.behind(it.never.of_whole) is not None and line.has(
        it.never.durations, last, last + _OF_WHAT
    )


def _hour(it: Candidate) -> str | None:
    """今晚8点: an hour of the day, and no point of an index."""
    measure = it.core.measure
    if measure is None or it.core.low > _HOURS or not it.ahead(it.never.day_parts):
        return None
    return (
        "it is a date or a time of day"
        if it.never.clock.at(it.line.tokens, measure.first)
        else None
    )


def _age(it: Candidate) -> str | None:
    """Children under 16: a bare number behind those who are so old."""
    core, line, at = it.core, it.line, it.bounds.first
    if core.units or not it.counts or core.low >= _OLDEST or line.kind(at) != "word":
        return None
    if it.exact or at == core.first or is_plural(line, core.last):
        return None
    named = line.words.units.nouns.before(line.tokens, at)
    person = named is not None and named[1].readings[0].unit == "person"
    return "it is an age" if person or line.low(at - 1) in _WHO else None


def _is_verb(line: Line, at: int) -> bool:
    """Whether a verb of change begins there, or 多 and its like, no noun such as 增速."""
    found = line.words.change.governors.at(line.tokens, at)
    return found is not None and bool(found[1] & _TURNING)


def _frequency(it: Candidate) -> str | None:
    """Three times a week."""
    line, core, measure = it.line, it.core, it.core.measure
    if core.unit != "ratio" or measure is None or measure.apart:
        return None
    if line.kind(measure.first) == "han" or it.governed.said or it.bounds.link in ("by", "from"):
        return None
    if not is_whole(core.low):
        return None
    if any(line.low(at) == "'" for at in range(core.last, core.last + _OWNER)):
        # Three times last year's haul.
        return None
    alone = it.exact and line.kind(core.last) != "word"
    return "it says how often" if alone or it.behind(it.never.frequency) else None


ALWAYS: tuple[Check, ...] = (_surely_year, _hour)
CHECKS: tuple[Check, ...] = (_year, _short_years, _duration, _age, _frequency)
