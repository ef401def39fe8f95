"""When a number in a text is no amount: a year, a label, a name, an ordinal, a frequency."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from .bounds import Bounds
from .cores import Core
from .governing import Governed
from .line import Line
from .measures import COUNTED
from .numeral import is_whole


class Candidate(NamedTuple):
    """A number of a line, and what was read about it."""

    line: Line
    core: Core
    bounds: Bounds
    governed: Governed

    @property
    def exact(self) -> bool:
        """Whether no comparator stands with it."""
        return self.bounds.comparator == "exactly"


Check = Callable[[Candidate], str | None]

_DOUBTFUL = frozenset({*COUNTED, "duration", "ratio"})
_FEW = 12
_ROUND_YEARS = range(1900, 2101, 10)
_HIGHEST_PLACE = 30
_LOOK = 4


def why_no_amount(it: Candidate, *, whole: bool) -> str | None:
    """Why a number states no amount; None if it does.

    Args:
        it: the number.
        whole: whether the line is said to be one amount, so that a bare number may be one.
    """
    for check in _ALWAYS if whole or _is_plain(it) else _EVERY:
        reason = check(it)
        if reason is not None:
            return reason
    return None


def _is_plain(it: Candidate) -> bool:
    """Whether digits stand with a unit that neither dates, ranks nor references have."""
    core = it.core
    if core.kind != "number" or core.numeral is None or core.numeral.form != "digits":
        return False
    if core.money is not None or core.unit in ("percent", "percentage_point"):
        return True
    return core.measure is not None and core.measure.kind not in _DOUBTFUL


def _glued(it: Candidate) -> str | None:
    """5G, 3D; two-way, 20-member; half of a code."""
    line, core = it.line, it.core
    if core.kind != "number":
        return None
    if line.glued(core.last) and line.kind(core.last) in ("word", "code"):
        return "it is part of a name or code"
    hyphen = line.low(core.last) == "-" and line.glued(core.last) and line.glued(core.last + 1)
    if hyphen and line.kind(core.last + 1) == "word" and line.low(core.last + 1) != "plus":
        return "it is part of a compound word"
    if _names_its_points(it):
        return "it is part of a compound word"
    if line.glued(core.first) and line.low(core.first - 1) in ("/", "_", "@", "\\"):
        return "it is part of a date, a path or a code"
    return None


def _names_its_points(it: Candidate) -> bool:
    """The 50-point mark, a 10-point plan: no points are gained or lost."""
    measure = it.core.measure
    if measure is None or it.governed.change is not None or it.line.low(measure.first - 1) != "-":
        return False
    return measure.last == measure.first + 1 and measure.unit in ("percentage_point", "index_point")


def _bare_scale(it: Candidate) -> str | None:
    """百家, 亿元: a scale without a number, unless a comparator makes it one (上百家)."""
    numeral = it.core.numeral
    if numeral is None or numeral.form != "bare":
        return None
    if numeral.unit is None and numeral.value < 1 and it.core.units:
        return None
    if it.exact or numeral.unit is not None:
        return "it is a scale without a number"
    if not it.core.units and it.core.low < 10000:
        return "it is a scale without a number or a unit"
    return None


def _ordinal(it: Candidate) -> str | None:
    """第5, 十四届."""
    line, core, numeral = it.line, it.core, it.core.numeral
    if line.low(core.first - 1) == "第":
        return "it is an ordinal"
    if core.measure is None or numeral is None or numeral.scale > 1 or core.low > _HIGHEST_PLACE:
        return None
    counted = line.words.never.ordinals.at(line.tokens, core.measure.first)
    return None if counted is None else "it is an ordinal"


def _name(it: Candidate) -> str | None:
    """The "one trillion yuan club", 千亿级."""
    at = it.core.last + (it.line.low(it.core.last) == "-")
    if it.line.words.never.name_tails.at(it.line.tokens, at):
        return "it is part of a name"
    return None


def _denominator(it: Candidate) -> str | None:
    if it.line.words.units.per.before(
        it.line.tokens, it.core.first
    ) or it.line.words.units.per_before.before(it.line.tokens, it.core.first):
        return "it says per how many something is counted"
    return None


def _surely_year(it: Candidate) -> str | None:
    """By 2025, 2025年."""
    named = it.core.measure is not None and it.line.low(it.core.measure.first) == "年"
    if named and it.core.low >= 1900 and it.core.low <= 2100:
        return "it is a year"
    return "it is a year" if it.bounds.link == "by" and _is_year(it.line, it.core) else None


def _year(it: Candidate) -> str | None:
    """2025, by 2035, 2021-2025."""
    if not _is_year(it.line, it.core):
        return None
    measure = it.core.measure
    before = it.line.words.never.year_before.before(it.line.tokens, it.bounds.left)
    if measure is not None and measure.apart and before is None and it.core.low in _ROUND_YEARS:
        return None
    if (
        it.bounds.comparator not in ("exactly", "between")
        and before is None
        and it.bounds.link != "by"
    ):
        return None
    return "it is a year"


def _is_year(line: Line, core: Core) -> bool:
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
    line, core, measure = it.line, it.core, it.core.measure
    if measure is None or measure.kind != "duration":
        return None
    words, start, end = line.words, line.clause_start(core.first), line.clause_end(core.last)
    clock = words.never.clock.at(line.tokens, measure.first)
    if clock is not None and clock[0] >= measure.last:
        return "it is a date or a time of day"
    lifetime = line.has(words.never.lifetimes, start, end)
    if not lifetime and line.has(
        words.never.ages, max(start, core.first - 3), min(end, core.last + 6)
    ):
        return "it is an age"
    long = measure.unit in ("year", "month", "week")
    if lifetime if long else line.has(words.never.durations, start, end):
        return None
    if measure.unit in ("hour", "minute", "second") and not _is_clock(line, core):
        return None
    return "it is a length of time: a period, no amount"


def _is_clock(line: Line, core: Core) -> bool:
    measure = core.measure
    text = "" if measure is None else line.slice(measure.first, measure.last)
    return text in ("时", "h", "s") or line.low(core.last) in ("圈", "经")


def _label(it: Candidate) -> str | None:
    """Article 5, No. 4, top 10, 附件3, 前10名."""
    if it.core.kind != "number" or (it.core.numeral is not None and it.core.numeral.scale > 1):
        return None
    found = it.line.words.never.labels.before(it.line.tokens, it.core.first)
    if found is None:
        return None
    han = it.line.kind(it.core.first - 1) == "han"
    if it.core.unit is not None and not (
        it.core.unit in COUNTED and (not han or it.line.low(it.core.first - 1) == "前")
    ):
        return None
    if any(each.role == "comparator" and each.first <= found[0] for each in it.bounds.said):
        return None
    return "it is a label, not a quantity"


def _capitalised(it: Candidate) -> str | None:
    """Boeing 737, Vision 2030: a name and its number."""
    at = it.core.first - 1
    heads = at == 0 and it.line.low(it.core.last) == ":"
    if (
        it.core.kind != "number"
        or (at < 1 and not heads)
        or it.line.kind(at) != "word"
        or it.core.units
    ):
        return None
    numeral, text = it.core.numeral, it.line.tokens[at].text
    if (
        numeral is None
        or numeral.scale > 1
        or not text[0].isupper()
        or it.bounds.first < it.core.first
    ):
        return None
    if (
        not heads
        and it.line.kind(at - 1) == "mark"
        and it.line.low(at - 1) in (".", ":", '"', "(", "!", "?")
    ):
        return None
    acronym = text.isupper() and len(text) > 1
    return (
        None if acronym and not is_whole(numeral.value) else "it is the number of something named"
    )


def _tail(it: Candidate) -> str | None:
    """5 January, 12345热线, 100强."""
    if it.core.kind != "number" or it.core.unit is not None:
        return None
    if (
        it.core.numeral is not None
        and it.core.numeral.scale > 1
        and it.line.kind(it.core.last) == "han"
    ):
        return None
    return (
        "it is a date, a rank or a name"
        if it.line.words.never.tails.at(it.line.tokens, it.core.last)
        else None
    )


def _enclosed(it: Candidate) -> str | None:
    """Numbers of notes, [12], and of lists, (1); names such as "3060"."""
    if it.core.units or it.core.kind != "number":
        return None
    around = it.line.low(it.core.first - 1) + it.line.low(it.core.last)
    if around in ("[]", "()", '""', "''", "〔〕", "【】", "《》"):
        return "it is a note, a list number or a name"
    if it.core.first == 0 and it.line.low(it.core.last) in (".", "、", ")", "．", ":"):
        return "it numbers a list"
    return None


def _phone(it: Candidate) -> str | None:
    text = it.line.tokens[it.core.first].text
    plain = it.core.kind == "number" and not it.core.units and text.isdecimal()
    return "it is a number to call" if plain and len(text) == 11 and text[0] == "1" else None


def _multiple(it: Candidate) -> str | None:
    """A double standard doubles nothing."""
    if it.core.kind != "multiple" or not it.line.words.never.multiples.at(
        it.line.tokens, it.core.first
    ):
        return None
    words, tokens = it.line.words, it.line.tokens
    after = words.never.multiple_after.at(tokens, it.core.last)
    twice = it.line.low(it.core.first) == "twice"
    before = words.never.multiple_before.before(tokens, it.core.first)
    if after or (before and not twice) or not it.exact:
        return None
    return "nothing is doubled"


def _frequency(it: Candidate) -> str | None:
    """Three times a week."""
    line, core, measure = it.line, it.core, it.core.measure
    if core.unit != "ratio" or measure is None or measure.apart:
        return None
    if line.kind(measure.first) == "han" or it.governed.said or it.bounds.link == "by":
        return None
    if line.words.never.frequency.at(line.tokens, core.last):
        return "it says how often"
    stands_alone = line.kind(core.last) != "word" and it.exact
    return "it says how often" if stands_alone else None


def _fraction(it: Candidate) -> str | None:
    """A third airport, two quarters: an ordinal or a time unless it is part of something."""
    numeral = it.core.numeral
    if numeral is None or numeral.unit != "percent" or numeral.form != "words" or it.core.measure:
        return None
    if it.line.kind(it.core.last - 1) == "han":
        return None
    said = [it.line.low(at) for at in range(numeral.first, numeral.last)]
    sure = len(said) > 1 and said[0] not in ("a", "an") and "quarters" not in said
    if sure or not it.exact or it.bounds.link == "by" or it.governed.change:
        return None
    if "of" in it.line.low(it.core.last) or it.line.words.never.fraction_after.at(
        it.line.tokens, it.core.last
    ):
        quarter = said[-1].startswith("quarter")
        return "it is a time" if quarter and it.line.low(it.core.last) != "of" else None
    alone = it.line.kind(it.core.last) == "mark" and said[-1] not in ("quarter", "half", "quarters")
    return None if alone else "it is an ordinal or a time"


def _few_words(it: Candidate) -> str | None:
    """The three provinces, one company, 一个: words that refer, and count nothing."""
    numeral = it.core.numeral
    if numeral is None or numeral.form != "words" or it.core.low > _FEW or numeral.unit is not None:
        return None
    counted = it.core.unit is None or it.core.unit in COUNTED
    if not counted or not it.exact:
        return None
    if it.core.low == 1 and it.core.high is None:
        return "it is an article"
    if it.line.words.never.definite.before(it.line.tokens, it.core.first):
        return "it refers to things already named"
    if it.core.unit is None and it.governed.change is None:
        return "it counts nothing that is named"
    return None


def _already_named(it: Candidate) -> str | None:
    """The 27 member states: digits behind "the" refer to what is known."""
    line, core = it.line, it.core
    if core.kind != "number" or not it.exact or it.governed.change is not None:
        return None
    if core.unit not in (None, *COUNTED) or line.kind(core.first - 1) != "word":
        return None
    if core.numeral is None or core.numeral.scale > 1:
        return None
    found = line.words.never.definite.before(line.tokens, core.first)
    return None if found is None else "it refers to things already named"


def _not_counted(it: Candidate) -> str | None:
    """Two aspects, 三个方面."""
    if it.core.kind != "number" or (it.core.unit is not None and it.core.unit not in COUNTED):
        return None
    if it.core.numeral is not None and it.core.numeral.scale > 1:
        return None
    last = it.core.last
    for at in range(last, min(it.line.size, last + 3)):
        if it.line.words.never.not_counted.at(it.line.tokens, at):
            return "nobody counts these"
        if it.line.kind(at) != "word" or it.line.words.units.nouns_end.at(it.line.tokens, at):
            break
    return None


def _bare(it: Candidate) -> str | None:
    """A number without a unit counts where words around it say so."""
    numeral = it.core.numeral
    if numeral is None or it.core.units or it.governed.change is not None:
        return None
    if numeral.scale > 1 or (numeral.last > numeral.first + 1 and it.core.low >= 10000):
        return None
    if it.governed.role != "value" or it.bounds.link == "to":
        return None
    if it.bounds.comparator not in ("exactly", "between"):
        return None
    if it.line.words.never.copulas.before(it.line.tokens, it.bounds.left):
        return None
    if not is_whole(numeral.value) or "." in it.line.tokens[numeral.first].text:
        return None
    return None if _counts_words(it.line, it.core.last) else "it has no unit and counts nothing"


def _counts_words(line: Line, at: int) -> bool:
    """Whether a plural noun follows, not far behind: 20 key application scenarios."""
    for place in range(at, min(line.size, at + _LOOK + 1)):
        if line.kind(place) == "mark" and line.low(place) in ("-", '"', "'"):
            continue
        if line.kind(place) != "word" or line.words.units.nouns_end.at(line.tokens, place):
            return False
        if line.low(place).endswith("s") and len(line.low(place)) > 3:
            return True
    return False


_ALWAYS: tuple[Check, ...] = (
    _surely_year,
    _ordinal,
    _name,
    _glued,
    _denominator,
    _bare_scale,
    _tail,
)
_IN_TEXT: tuple[Check, ...] = (
    _year,
    _duration,
    _label,
    _capitalised,
    _enclosed,
    _phone,
    _multiple,
    _frequency,
    _fraction,
    _few_words,
    _already_named,
    _not_counted,
    _bare,
)
_EVERY = (*_ALWAYS, *_IN_TEXT)
