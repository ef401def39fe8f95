"""English: how the words for periods go together."""

from __future__ import annotations

from . import build
from .cascade import Rule
from .edges import AtEdge
from .fiscal import FiscalShifted
from .relative import Ago, Named, SamePeriod, Shifted
from .scene import Lacking

_ONE = "(Year|Quarter|Month|Week|Day|Decade)"
_MANY = "(Years|Quarters|Months|Weeks|Days|Decades)"
_A_YEAR = "(YYYY|YY|YR|FISCAL)"
_LONG = "(PLAN|SPAN|COUNTED|DECADE|CENTURY)"
_POINT = "(EXACT|DAY|SUB|EDGED|YYYY|YR|MONTH|FISCAL)"
_DATED = "(DAY|SUB|EDGED|YR|FISCAL|PLAN|SPAN|COUNTED|DECADE|CENTURY)"
_ANY = f"({_DATED}|EXACT|YYYY|YY)"
_DAYS = "(NUM|ORD) (to|through|dash) (NUM|ORD)"
_DAYS = "(NUM|ORD) (to|through|dash) (NUM|ORD)"
_LAST = "(YYYY|YR|FISCAL|SUB|DAY|EXACT|MONTH)"
_NEXT = "(next|coming|following)"
_PAST = "(last|past|previous)"
_MONTHS = "(from|the)? MONTH (to|through|dash) MONTH (Quarter|period)?"
_PREP = "(in|over|for|within)"

_NO_ACADEMIC_YEAR = Lacking(
    "an academic year begins on different days in different places", "State its first and last day."
)

_FISCAL = (
    Rule("FISCAL", "the? (YYYY|PAIR) fiscal", build.fiscal),
    Rule("FISCAL", "the? this fiscal", lambda: FiscalShifted(0)),
    Rule("FISCAL", f"the? {_PAST} fiscal", lambda: FiscalShifted(-1)),
    Rule("FISCAL", f"the? {_NEXT} fiscal", lambda: FiscalShifted(1)),
    Rule("EXACT", "(academic (PAIR|YYYY)|(PAIR|YYYY) academic)", lambda _: _NO_ACADEMIC_YEAR),
)
_PLANS = (
    Rule("SPAN", "from? YYYY (to|through|dash) YYYY", build.span),
    Rule("SPAN", "between YYYY and YYYY", build.span),
    Rule("YR", "the? calendar? Year YYYY", lambda _, year: year),
    Rule("SPAN", "the SPAN period", build.itself),
    Rule("PLAN", "the? quote? PLAN quote? period? lp (SPAN|PAIR) rp", build.with_years),
    Rule("PLAN", "the? quote PLAN quote period?", build.itself),
    Rule("PLAN", "the? PLAN period?", build.itself),
    Rule("EXACT", "PAIR", build.itself),
    Rule("YR", f"the? (ORD|NUM) Year (of|in) {_LONG}", lambda n, _, of: build.nth_year(n, of)),
    Rule("YR", f"the? opening Year (of|in) {_LONG}", lambda _, of: build.nth_year(1, of)),
    Rule("YR", f"the? (last|final) Year (of|in) {_LONG}", lambda _, of: build.nth_year(-1, of)),
    Rule(
        "SPAN",
        f"the? (last|final) NUM Years (of|in) {_LONG}",
        lambda n, _, of: build.some(-1)(n, of),
    ),
    Rule("SPAN", f"the? ORD NUM Years (of|in) {_LONG}", build.first_of),
)
_HABITS = (Rule("HABIT", "every (MONTH|PART|Quarter|Month|Year|Week|Day)", lambda _: ""),)
_NAMED = (
    Rule(
        "PERIOD",
        "(in|over|from)? the? same (period|Month|Quarter|Week) (of|in|a)? "
        "(the? (last|previous) Year|a? Year (earlier|ago|before))",
        lambda *_: SamePeriod(),
    ),
    Rule(
        "PERIOD",
        "(in|over|from)? the? same (period|Month|Quarter) (of|in|comma)? YYYY",
        build.same_period,
    ),
    Rule("PERIOD", "a Year (earlier|before)", lambda _: SamePeriod()),
    Rule("PERIOD", "a Year ago", lambda _: SamePeriod(None, Ago(1, "year"))),
    Rule("SUB", "the previous (Quarter|Month|Week)", lambda unit: Named(-1, None, unit)),
    Rule("SUB", "the following (Quarter|Month|Week)", lambda unit: Named(1, None, unit)),
    Rule("PERIOD", "the Year (earlier|before)", lambda _: SamePeriod()),
    Rule("YR", "the previous Year", build.named(-1)),
    Rule("YR", "the following Year", build.named(1)),
    Rule("YR", "(that|the? same) Year", build.named(0)),
)
_COUNT_ONE = (
    Rule("PERIOD", f"{_PREP} the (next|coming) {_ONE}", build.counted("next")),
    Rule("PERIOD", f"{_PREP} the (last|past) {_ONE}", build.counted("past")),
    Rule("COUNTED", f"the past {_ONE}", build.counted("past")),
    Rule("COUNTED", f"the? {_NEXT} Decade", build.counted("next")),
    Rule("COUNTED", f"the? {_PAST} Decade", build.counted("past")),
)
_YEARS = (
    Rule("YR", "the? this calendar? Year", build.shifted("year", 0)),
    Rule("YR", "last calendar? Year", build.shifted("year", -1)),
    Rule("YR", "(next|the? coming) calendar? Year", build.shifted("year", 1)),
)
_PARTS = (
    Rule("PART", "ORD dash? Quarter", build.nth_part(4)),
    Rule("PART", "ORD and ORD Quarters", build.adjoining_quarters),
    Rule("PART", "final Quarter", lambda _: ("quarter", 4, 4)),
    Rule("PART", "ORD dash? half", lambda n: ("half", n, n) if n <= 2 else None),
    Rule("PART", "latter half", lambda: ("half", 2, 2)),
    Rule("PART", "ORD NUM (Months|Quarters)", build.first_parts),
    Rule("SUB", f"the? last Quarter of {_A_YEAR}", build.last_quarter),
    Rule("SUB", f"the? (last|final) NUM (Months|Quarters) of {_A_YEAR}", build.last_parts),
    Rule("SPAN", f"from? MONTH {_DAYS} (comma? {_A_YEAR})?", build.days_of_month),
    Rule("SPAN", f"from? {_DAYS} MONTH {_A_YEAR}?", build.days_before_month),
    Rule("DAY", f"MONTH the? (ORD|NUM) comma? {_A_YEAR}", build.month_day),
    Rule("DAY", f"the? (ORD|NUM) of? MONTH comma? {_A_YEAR}", build.day_month),
    Rule("SUB", f"{_MONTHS} (of|in|comma)? {_A_YEAR}", build.months_of),
    Rule("SUB", f"between MONTH and MONTH (of|in|comma)? {_A_YEAR}", build.months_of),
    Rule("SUB", f"MONTH and MONTH (of|in|comma)? {_A_YEAR}", build.adjoining_months),
    Rule("SUB", f"MONTH (of|in|comma|dash)? {_A_YEAR}", build.of_year),
    Rule("SUB", "next MONTH", build.nearest_month("next")),
    Rule("SUB", "last MONTH", build.nearest_month("last")),
    Rule("SUB", "this MONTH", lambda month: build.of_year(month, Shifted("year", 0))),
    Rule("SUB", f"the? PART (of|in|comma|dash)? the? {_A_YEAR}", build.of_year),
    Rule("SUB", f"{_A_YEAR} (poss|comma|dash)? the? PART", build.year_first),
    Rule("SUB", "the? PART of the Year", lambda part, _: build.of_year(part, build.THE_YEAR)),
    Rule("DAY", "MONTH the? (ORD|NUM)", build.month_day),
    Rule("DAY", "the? (ORD|NUM) of? MONTH", build.day_month),
    Rule("SUB", _MONTHS, build.months_of),
    Rule("SUB", "between MONTH and MONTH", build.months_of),
    Rule("SUB", "MONTH and MONTH", build.adjoining_months),
    Rule("SUB", "the? this (Quarter|Month|Week|Decade)", lambda unit: Shifted(unit, 0)),
    Rule("SUB", "last (Quarter|Month|Week)", lambda unit: Shifted(unit, -1)),
    Rule("SUB", "next (Quarter|Month|Week)", lambda unit: Shifted(unit, 1)),
    Rule("CENTURY", "(this|the) century", lambda: Shifted("century", 0)),
    Rule("SUB", "the? PART", build.itself),
)
_COUNTS = (
    Rule("COUNTED", f"the? NUM {_MANY} (to|through|ending) in? {_LAST}", build.until),
    Rule("COUNTED", f"the (Year|Decade) (to|through|ending) in? {_LAST}", build.until_one),
    Rule("COUNTED", f"the? NUM {_MANY} ended in? {_LAST}", build.until_past),
    Rule("COUNTED", f"the Year ended in? {_LAST}", build.until_one_past),
    Rule("FISCAL", f"the? fiscal (ending|ended) in? {_LAST}", build.fiscal_until),
    Rule("COUNTED", f"the? {_NEXT} NUM (to|dash|or) NUM {_MANY}", build.counted("next")),
    Rule("COUNTED", f"the? {_NEXT} NUM dash? ({_MANY}|{_ONE})", build.counted("next")),
    Rule("COUNTED", f"the? {_PAST} NUM dash? ({_MANY}|{_ONE})", build.counted("past")),
    Rule("PERIOD", f"within the? (NUM {_MANY}|a {_ONE})", build.within),
    Rule("PERIOD", f"(NUM {_MANY}|a {_ONE}) ago", build.ago),
    Rule("COUNTED", f"NUM {_MANY} ahead", build.counted("next")),
    Rule("IN_COUNT", f"in NUM {_MANY}", build.within),
    Rule("DURATION", f"NUM dash {_ONE}", build.counted("lasting")),
)
_EDGES = (
    Rule("EDGED", f"the? (EDGE|LOOSE) (of|in|dash) about? {_ANY}", build.at_edge),
    Rule("EDGED", "the? (EDGE|LOOSE) (of|in|dash)? MONTH", build.at_edge),
    Rule("EDGED", f"LOOSE in? {_ANY}", build.at_edge),
    Rule("EDGED", f"{_A_YEAR} poss EDGE", build.edge_after),
    Rule("EDGED", "the? (EDGE|LOOSE) (of|dash|in) the (Year|Decade)", build.edge_of_this),
    Rule("EDGED", "LOOSE dash? century", lambda edge: build.at_edge(edge, Shifted("century", 0))),
    Rule("EDGED", "LOOSE dash Year", lambda edge, _: build.at_edge(edge, build.THE_YEAR)),
    Rule("EDGED", f"the? year_end (of|comma)? {_A_YEAR}", lambda year: AtEdge("end", year)),
    Rule("EDGED", f"{_A_YEAR} year_end", lambda year: AtEdge("end", year)),
    Rule("EDGED", "the? year_end", lambda: AtEdge("end", build.THE_YEAR)),
)
_RANGES = (
    Rule("SPAN", f"between {_POINT} and {_POINT}", build.span),
    Rule("SPAN", f"from? {_POINT} (to|through|dash) {_POINT}", build.span),
    Rule("SPAN", f"from {_POINT} by {_POINT}", build.span),
    Rule("SPAN", f"from? {_POINT} to (the? now)", build.since),
    Rule("SPAN", "year_to_date", lambda: build.since(Shifted("year", 0))),
    Rule("SPAN", "so_far YR", build.since),
    Rule("SPAN", "(YR|SUB) (so_far|to now)", build.since),
)
_MODES = (
    Rule("PERIOD", "(by|before|up_to) the? EDGED", build.by),
    Rule("DUE", "(by|up_to|through) about? YYYY", build.by),
    Rule("PERIOD", f"(by|up_to|through) about? the? ({_ANY}|MONTH)", build.by),
    Rule("PERIOD", f"before about? the? ({_ANY}|MONTH)", build.before),
    Rule("PERIOD", f"since about? the? ({_ANY}|MONTH)", build.since),
    Rule("PERIOD", f"as_of the? ({_ANY}|MONTH)", build.as_of),
    Rule("PERIOD", f"after about? the? ({_ANY}|MONTH)", build.no_end),
    Rule("PERIOD", f"from ({_ANY}|MONTH) onwards", build.no_end),
    Rule("PERIOD", "within the? COUNTED", build.by),
    Rule("PERIOD", f"in about? the? ({_ANY}|MONTH)", build.itself),
    Rule("PERIOD", "(over|within|at) (PLAN|SPAN|COUNTED|EDGED|SUB|DECADE|YR)", build.itself),
    Rule("PERIOD", "for COUNTED", build.itself),
    Rule("PERIOD", "on (DAY|EXACT)", build.itself),
    Rule("PERIOD", f"(the? {_DATED}|EXACT)", build.itself),
    Rule("BARE", "YYYY", build.itself),
    Rule("MONTHLY", "MONTH", build.itself),
    Rule("ALONE", "(YY|PART)", build.itself),
)

RULES = (
    *_FISCAL,
    *_PLANS,
    *_NAMED,
    *_HABITS,
    *_COUNT_ONE,
    *_YEARS,
    *_PARTS,
    *_COUNTS,
    *_EDGES,
    *_RANGES,
    *_MODES,
)
"""In the order they run: from what is smallest to the words that stand before it."""
