"""English: the words for periods, and how they go together."""

from __future__ import annotations

import re

from . import build
from .calendar import Unit
from .cascade import Rule
from .expressions import (
    Ago,
    AtEdge,
    Lacking,
    SamePeriod,
    Shifted,
    Since,
    Until,
    Year,
    Years,
)
from .fiscal import FiscalShifted
from .language import Guard, Language
from .numeric import (
    FISCAL_NUMBERS,
    NOT_IN_A_NUMBER,
    NOT_INTO_A_NUMBER,
    SHAPES,
    YEAR,
    fiscal_year,
    full_year,
)
from .plans import Plan
from .tokens import Lexicon, Shape, Value

_CARDINALS = dict(
    zip(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
            "thirty",
            "forty",
            "fifty",
        ],
        (*range(1, 21), 30, 40, 50),
        strict=True,
    )
)
_ORDINALS = dict(
    zip(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            "twenty-first",
        ],
        range(1, 22),
        strict=True,
    )
)
_MONTHS = (
    "january jan jan.",
    "february feb feb.",
    "march mar mar.",
    "april apr apr.",
    "may",
    "june jun jun.",
    "july jul jul.",
    "august aug aug.",
    "september sept sept. sep sep.",
    "october oct oct.",
    "november nov nov.",
    "december dec dec.",
)
_UNITS: dict[str, Unit] = {
    "year": "year",
    "quarter": "quarter",
    "month": "month",
    "week": "week",
    "day": "day",
    "decade": "decade",
}
_LISTED: dict[str, tuple[str, ...]] = {
    "the": ("the",),
    "a": ("a", "an"),
    "of": ("of",),
    "in": ("in", "during", "throughout"),
    "over": ("over", "across"),
    "on": ("on",),
    "at": ("at",),
    "for": ("for",),
    "within": ("within", "inside"),
    "by": ("by", "no later than", "not later than", "by no later than", "until", "till", "up to"),
    "before": ("before", "prior to", "ahead of"),
    "since": ("since", "ever since"),
    "after": ("after", "beyond"),
    "as_of": ("as of", "as at"),
    "from": ("from", "starting from", "beginning from"),
    "between": ("between",),
    "to": ("to", "through", "thru"),
    "and": ("and",),
    "or": ("or",),
    "onwards": ("onward", "onwards"),
    "this": ("this", "current"),
    "last": ("last",),
    "past": ("past", "most recent", "latest"),
    "next": ("next",),
    "coming": ("coming", "upcoming"),
    "previous": ("previous", "preceding", "prior"),
    "following": ("following", "subsequent", "ensuing"),
    "that": ("that",),
    "final": ("final", "concluding", "closing"),
    "opening": ("opening",),
    "earlier": ("earlier",),
    "ago": ("ago",),
    "ahead": ("ahead", "from now"),
    "ending": ("ending", "ended"),
    "same": ("same", "corresponding"),
    "period": ("period",),
    "calendar": ("calendar",),
    "fiscal": ("fiscal year", "financial year", "budget year"),
    "academic": ("academic year", "school year"),
    "half": ("half",),
    "quarters": ("quarters",),
    "century": ("century",),
    "time": ("time",),
    "now": ("now", "date", "present"),
    "so_far": ("so far", "thus far"),
    "year_end": ("year-end", "year end", "yearend", "end-year"),
    "year_to_date": ("year-to-date", "year to date"),
}
_EDGES = {
    "end": "end",
    "close": "end",
    "beginning": "start",
    "start": "start",
    "middle": "middle",
}
_LOOSE_EDGES = {"mid": "middle", "early": "early", "late": "late"}
_ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})"
_NOT_MEASURED = r"(?!\s?(?:%|percent|per\s?cent|percentage|pct|[kmb]n?\b|million|billion|trillion))"


def _words() -> dict[str, tuple[str, Value]]:
    """Every listed word with its category and value."""
    words: dict[str, tuple[str, Value]] = {
        each: (category, None) for category, listed in _LISTED.items() for each in listed
    }
    words |= {word: ("NUM", number) for word, number in _CARDINALS.items()}
    words |= {word: ("ORD", number) for word, number in _ORDINALS.items()}
    words |= {
        word: ("MONTH", number)
        for number, listed in enumerate(_MONTHS, start=1)
        for word in listed.split()
        if not word.endswith(".")
    }
    words |= {word: (word.capitalize(), unit) for word, unit in _UNITS.items()}
    words |= {f"{word}s": (f"{word.capitalize()}s", unit) for word, unit in _UNITS.items()}
    words |= {word: ("EDGE", edge) for word, edge in _EDGES.items()}
    words |= {word: ("LOOSE", edge) for word, edge in _LOOSE_EDGES.items()}
    return words


def _ordinal(text: str) -> int:
    digits = re.match(r"\d+", text)
    return int(digits.group()) if digits else _ORDINALS[text]


def _abbreviated_month(text: str) -> int:
    return next(n for n, listed in enumerate(_MONTHS, start=1) if text in listed.split())


def _plan(text: str) -> Plan:
    number = re.match(_ORDINAL, text) or re.search(r"\d+", text)
    assert number is not None
    return Plan(_ordinal(number.group()))


def _decade(text: str) -> Years:
    """The 1990s; the '90s."""
    digits = re.findall(r"\d+", text)[0]
    first = int(digits) if len(digits) == 4 else full_year(digits)
    return Years(first, first + 9)


def _century(text: str) -> Years:
    number = _ordinal(re.split(r"[\s-]+century", text)[0])
    return Years(100 * number - 99, 100 * number)


def _bounded(pattern: str) -> str:
    return rf"(?<!\w){pattern}(?!\w)"


_FIVE_YEAR_PLAN = (
    rf"{_ORDINAL}[\s-]{{1,3}}\"?(?:five|5)[\s-]{{1,3}}years?[\s-]{{1,3}}(?:development\s)?"
    rf"(?:plan|programme|program)\"?|{_ORDINAL}\sfyp|fyp\s?\d{{1,2}}"
)

_SHAPES = (
    *SHAPES,
    Shape(
        "FISCAL",
        _bounded(rf"(?:fiscal|financial|budget)(?:\syears?)?(?:\sof)?\s{FISCAL_NUMBERS}"),
        fiscal_year,
    ),
    Shape("PLAN", _bounded(rf"(?:{_FIVE_YEAR_PLAN})"), _plan),
    Shape("CENTURY", _bounded(rf"{_ORDINAL}[\s-]century"), _century),
    Shape(
        "DECADE",
        rf"(?<!\w)(?:{YEAR[:-2]}\d0|'?[2-9]0)s(?!\w)".replace(YEAR[:-2], "(?:1[89]|2[01])"),
        _decade,
    ),
    Shape(
        "YYYY",
        rf"(?<!\w){NOT_IN_A_NUMBER}{YEAR}{NOT_INTO_A_NUMBER}(?!\w|\s?年)",
        lambda text: Year(int(text)),
    ),
    Shape("YY", r"(?<!\w)'\d\d(?![\w%])", lambda text: Year(full_year(text[1:]))),
    Shape(
        "MONTH", r"(?<!\w)(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.", _abbreviated_month
    ),
    Shape("ORD", _bounded(r"\d{1,2}(?:st|nd|rd|th)"), _ordinal),
    Shape("NUM", rf"{NOT_IN_A_NUMBER}\d{{1,3}}{NOT_INTO_A_NUMBER}{_NOT_MEASURED}", int),
    Shape("poss", r"(?<=\w)'s?(?!\w)", lambda _: ""),
    Shape("comma", ",", lambda _: ""),
    Shape("dash", "-", lambda _: ""),
    Shape("lp", r"\(", lambda _: ""),
    Shape("rp", r"\)", lambda _: ""),
)

_ONE = "(Year|Quarter|Month|Week|Day|Decade)"
_MANY = "(Years|Quarters|Months|Weeks|Days|Decades)"
_PREP = "(in|over|for|within)?"
_A_YEAR = "(YYYY|YY|YR|FISCAL)"
_LONG = "(PLAN|SPAN|DECADE|CENTURY)"
_POINT = "(EXACT|DAY|SUB|EDGED|YYYY|YR|MONTH|FISCAL)"
_ANY = "(EXACT|DAY|SUB|EDGED|YYYY|YY|YR|FISCAL|PLAN|SPAN|DECADE|CENTURY)"
_DATED = "(EXACT|DAY|SUB|EDGED|YR|FISCAL|PLAN|SPAN|DECADE|CENTURY)"


def _same_period(*year: Value) -> SamePeriod:
    return SamePeriod(build.year_of(year[-1]))


def _ago(number: Value, unit: Value) -> Ago:
    assert isinstance(number, int)
    return Ago(number, _UNITS[str(unit)])


def _until(number: Value, unit: Value, last: Value) -> Until:
    assert isinstance(number, int)
    return Until(number, _UNITS[str(unit)], build.expression(last))


_DURATION_RULES = (
    Rule("SPAN", "the? NUM Years (to|ending) in? (YYYY|YR|SUB|FISCAL)", _until),
    Rule("SPAN", "the Decade (to|ending) in? YYYY", lambda _, last: _until(1, "decade", last)),
    Rule(
        "PERIOD",
        f"{_PREP} the? (next|coming|following) NUM (to|dash|or) NUM {_MANY}",
        build.counted("next"),
    ),
    Rule("SPAN", f"the? (next|coming|following) NUM ({_MANY}|{_ONE})", build.counted("next")),
    Rule("SPAN", f"the? (last|past|previous) NUM ({_MANY}|{_ONE})", build.counted("past")),
    Rule("SPAN", "the? (next|coming) Decade", build.counted("next")),
    Rule("SPAN", "the? (last|past) Decade", build.counted("past")),
    Rule("PERIOD", f"(in|over|for|within) the (next|coming) {_ONE}", build.counted("next")),
    Rule("PERIOD", f"(in|over|for|within) the (last|past) {_ONE}", build.counted("past")),
    Rule("SPAN", f"the past {_ONE}", build.counted("past")),
    Rule("PERIOD", f"within the? (NUM {_MANY}|a {_ONE})", build.within),
    Rule("PERIOD", f"NUM {_MANY} ago", _ago),
    Rule("PERIOD", f"a {_ONE} ago", lambda unit: _ago(1, unit)),
    Rule("SPAN", f"NUM {_MANY} ahead", build.counted("next")),
    Rule("IN_COUNT", f"in NUM {_MANY}", build.within),
    Rule("DURATION", f"NUM dash? {_ONE}", build.counted("next")),
)
_YEAR_RULES = (
    Rule("SPAN", "(from|between)? YYYY (to|dash|and) YYYY", build.span),
    Rule("YR", "the? calendar? Year YYYY", lambda _, year: year),
    Rule("SPAN", "the SPAN period", build.itself),
    Rule("PLAN", "the? PLAN period? lp (SPAN|PAIR) rp", build.with_years),
    Rule("PLAN", "the? PLAN period?", build.itself),
    Rule(
        "EXACT",
        "academic (PAIR|YYYY)",
        lambda _: Lacking("when an academic year begins is not the same everywhere"),
    ),
    Rule("EXACT", "PAIR", build.itself),
    Rule("YR", f"the? (ORD|NUM) Year (of|in) {_LONG}", lambda n, _, of: build.nth_year(n, of)),
    Rule("YR", f"the? opening Year (of|in) {_LONG}", lambda _, of: build.nth_year(1, of)),
    Rule("YR", f"the? (last|final) Year (of|in) {_LONG}", lambda _, of: build.nth_year(-1, of)),
    Rule(
        "SPAN",
        f"the? (last|final) NUM Years (of|in) {_LONG}",
        lambda n, _, of: build.some(-1)(n, of),
    ),
    Rule(
        "SPAN", f"the? ORD NUM Years (of|in) {_LONG}", lambda _first, n, _, of: build.some(1)(n, of)
    ),
    Rule(
        "PERIOD",
        "(in|over|from|during)? the? same (period|Month|Quarter|Week) (of|in|a)? (the? (last|previous) Year|a? Year (earlier|ago|before))",
        _same_period,
    ),
    Rule(
        "PERIOD",
        "(in|over|from|during)? the? same (period|Month|Quarter) (of|in|comma)? YYYY",
        _same_period,
    ),
    Rule("PERIOD", "(a Year (earlier|before)|the Year (earlier|before))", lambda _: SamePeriod()),
    Rule("YR", "the (previous|past) Year", build.named(-1)),
    Rule("YR", "the following Year", build.named(1)),
    Rule("YR", "(that|the? same) Year", build.named(0)),
    *_DURATION_RULES,
    Rule("FISCAL", "the? this fiscal", lambda: FiscalShifted(0)),
    Rule("FISCAL", "the? (last|previous) fiscal", lambda: FiscalShifted(-1)),
    Rule("FISCAL", "the? (next|coming) fiscal", lambda: FiscalShifted(1)),
    Rule("YR", "the? this calendar? Year", build.shifted("year", 0)),
    Rule("YR", "last calendar? Year", build.shifted("year", -1)),
    Rule("YR", "(next|the? coming) calendar? Year", build.shifted("year", 1)),
)
_PART_RULES = (
    Rule("PART", "ORD dash? Quarter", lambda n, _: ("quarter", n, n) if n <= 4 else None),
    Rule("PART", "ORD dash? half", lambda n: ("half", n, n) if n <= 2 else None),
    Rule(
        "PART",
        "ORD NUM (Months|Quarters)",
        lambda first, n, units: (units, 1, n) if first == 1 else None,
    ),
    Rule(
        "SUB",
        f"the? (last|final) Quarter of {_A_YEAR}",
        lambda _, year: build.of_year(("quarter", 4, 4), year),
    ),
    Rule(
        "SUB",
        f"the? (last|final) NUM Months of {_A_YEAR}",
        lambda n, _, year: build.of_year(("month", 13 - n, 12), year),
    ),
    Rule("DAY", f"MONTH the? (ORD|NUM) comma? {_A_YEAR}", build.month_day),
    Rule("DAY", f"the? (ORD|NUM) of? MONTH comma? {_A_YEAR}", build.day_month),
    Rule(
        "SUB",
        f"the? MONTH (to|dash|and) MONTH (Quarter|period)? (of|in|comma)? {_A_YEAR}",
        build.months_of,
    ),
    Rule("SUB", f"MONTH (of|in|comma|dash)? {_A_YEAR}", build.of_year),
    Rule("SUB", f"the? PART (of|in|comma|dash)? the? {_A_YEAR}", build.of_year),
    Rule("SUB", f"{_A_YEAR} (poss|comma|dash)? the? PART", build.year_first),
    Rule("SUB", "the? PART of the Year", lambda part, _: build.expression(part)),
    Rule("DAY", "MONTH the? (ORD|NUM)", build.month_day),
    Rule("DAY", "the? (ORD|NUM) of? MONTH", build.day_month),
    Rule("SUB", "this (Quarter|Month|Week|Decade)", lambda unit: Shifted(unit, 0)),
    Rule("SUB", "last (Quarter|Month|Week)", lambda unit: Shifted(unit, -1)),
    Rule("SUB", "next (Quarter|Month|Week)", lambda unit: Shifted(unit, 1)),
    Rule("CENTURY", "(this|the) century", lambda: Shifted("century", 0)),
    Rule("SUB", "the? PART", build.itself),
)
_EDGE_RULES = (
    Rule("EDGED", f"the? (EDGE|LOOSE) (of|in|dash) {_ANY}", build.at_edge),
    Rule("EDGED", "(EDGE|LOOSE) (of|in|dash)? MONTH", build.at_edge),
    Rule("EDGED", f"LOOSE (in|dash)? {_ANY}", build.at_edge),
    Rule("EDGED", "the? (EDGE|LOOSE) (of|dash|in) the (Year|Decade)", build.edge_of_this),
    Rule("EDGED", "LOOSE dash? century", lambda edge: build.at_edge(edge, Shifted("century", 0))),
    Rule("EDGED", "LOOSE dash Year", lambda edge, _: build.at_edge(edge, build.THE_YEAR)),
    Rule("EDGED", f"the? year_end (of|comma)? {_A_YEAR}", lambda year: AtEdge("end", year)),
    Rule("EDGED", f"{_A_YEAR} year_end", lambda year: AtEdge("end", year)),
    Rule("EDGED", "the? year_end", lambda: AtEdge("end", build.THE_YEAR)),
)
_RANGE_RULES = (
    Rule("SPAN", f"between {_POINT} and {_POINT}", build.span),
    Rule("SPAN", f"from {_POINT} (to|dash|by) {_POINT}", build.span),
    Rule("SPAN", f"{_POINT} (to|dash) {_POINT}", build.span),
    Rule("SPAN", f"from? {_POINT} to (the? now)", build.since),
    Rule("SPAN", "year_to_date", lambda: Since(Shifted("year", 0))),
    Rule("SPAN", "so_far YR", build.since),
    Rule("SPAN", "(YR|SUB) (so_far|to now)", build.since),
)
_MODE_RULES = (
    Rule("PERIOD", "(by|before) the? EDGED", build.by),
    Rule("PERIOD", f"by the? ({_ANY}|MONTH)", build.by),
    Rule("PERIOD", f"before the? ({_ANY}|MONTH)", build.before),
    Rule("PERIOD", f"since the? ({_ANY}|MONTH)", build.since),
    Rule("PERIOD", f"as_of the? ({_ANY}|MONTH)", build.as_of),
    Rule("PERIOD", f"after the? ({_DATED}|YYYY|MONTH)", build.no_end),
    Rule("PERIOD", f"from ({_DATED}|YYYY|MONTH) onwards", build.no_end),
    Rule("PERIOD", f"in the? ({_ANY}|MONTH)", build.itself),
    Rule("PERIOD", "(over|within|for|at) (PLAN|SPAN|EDGED|SUB|DECADE|YR)", build.itself),
    Rule("PERIOD", "on (DAY|EXACT)", build.itself),
    Rule("PERIOD", f"the? {_DATED}", build.itself),
    Rule("BARE", "YYYY", build.itself),
    Rule("ALONE", "(MONTH|YY|PART)", build.itself),
)

_COUNTED = (
    "people|persons|residents|workers|students|yuan|dollars|euros|pounds|rupees|yen|won|rmb|usd|"
    "enterprises|companies|firms|businesses|factories|households|families|villages|towns|units|"
    "homes|houses|apartments|jobs|posts|projects|items|sets|pieces|cases|kilometers|kilometres|km|"
    "miles|meters|metres|hectares|acres|mu|tons|tonnes|kg|kilograms|mw|gw|kw|kwh|mwh|gwh|twh|hours|"
    "days|weeks|months|years|beds|schools|hospitals|stations|vehicles|cars|buses|trains|flights|"
    "copies|pages|words|points|votes|square|cubic|new|additional|more|such|other|different|of"
)
_NAMES = "agenda|vision|horizon|expo|europe|china|strategy|programme|office|windows|model|no|article|page|room|order"

ENGLISH = Language(
    lexicon=Lexicon(
        words=_words(),
        shapes=_SHAPES,
        starts=r"[a-z0-9',()-]",
        boundaries=True,
        capitalised=frozenset({"MONTH"}),
    ),
    rules=(*_YEAR_RULES, *_PART_RULES, *_EDGE_RULES, *_RANGE_RULES, *_MODE_RULES),
    guards={
        "BARE": Guard(
            before=re.compile(
                rf"(?:\b(?:{_NAMES})\.?|\b(?:about|around|some|over|nearly|than|least|most|of all))\s$|[a-z]-$"
            ),
            after=re.compile(rf"\s(?:{_COUNTED})\b|-?[a-z]"),
        ),
        "IN_COUNT": Guard(
            before=re.compile(
                r"(?:\b(?:first|time|worst|best|most|least|record|low|high|drop|fall|rise|only|once|twice)|est)\s(?:time\s)?$"
            ),
            after=re.compile(r"(?!)"),
        ),
        "DURATION": Guard(
            before=re.compile(r"(?:\b(?:th|st|nd|rd)\s)$"),
            after=re.compile(
                r"[\s-](?:old|high|low|peak|bond|note|treasury|yield|loan|average|lease|term|maturity|"
                r"interest|lpr|mortgage|warranty|plans?\b|deposit|rate|history|record)|s\b"
            ),
        ),
    },
    core=frozenset(
        [
            "YYYY",
            "YY",
            "EXACT",
            "PAIR",
            "FISCAL",
            "PART",
            "PLAN",
            "DECADE",
            "CENTURY",
            "MONTH",
            "Year",
            "Years",
            "Quarter",
            "Quarters",
            "Month",
            "Months",
            "Week",
            "Weeks",
            "Day",
            "Days",
            "Decade",
            "Decades",
            "half",
            "century",
            "fiscal",
            "year_end",
            "year_to_date",
            "period",
        ]
    ),
    sentence_end=re.compile(r"[.!?;]\s|\n\s*\n|[。！？；]"),
)
