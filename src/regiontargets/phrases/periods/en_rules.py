"""English: how the words for periods go together."""

from __future__ import annotations

from . import build, counts, parts
from .cascade import Rule
from .edges import AtEdge
from .fiscal import FiscalShifted
from .relative import Ago, SamePeriod, Shifted, ThisDecade
from .scene import Lacking

_ONE = "(Year|Quarter|Month|Week|Day|Decade)"
_MANY = "(Years|Quarters|Months|Weeks|Days|Decades)"
_A_YEAR = "(YYYY|YY|YR|FISCAL)"
_LONG = "(PLAN|SPAN|COUNTED|DECADE|CENTURY)"
_POINT = "(EXACT|DAY|SUB|EDGED|YYYY|YR|MONTH|FISCAL)"
_DATED = "(DAY|SUB|EDGED|YR|PLAN|COUNTED|the? (FISCAL|DECADE|CENTURY))"
_ANY = f"({_DATED}|SPAN|EXACT|YYYY|YY)"
_DAYS = "(NUM|ORD) (to|through|dash) (NUM|ORD)"
_LAST = "(YYYY|YR|FISCAL|SUB|DAY|EXACT|MONTH)"
_NOW = "((between|from)? the? now|hence)"
_NEXT = "(next|coming|following)"
_PAST = "(last|past|previous)"
_MONTHS = "(from|the)? MONTH (to|through|dash) MONTH (Quarter|period)?"
_PREP = "(in|over|for|within)"
_DURING = "(in|over|for|within)"

_NO_ACADEMIC_YEAR = Lacking(
    "an academic year begins on different days in different places", "State its first and last day."
)

_NO_SEASON = Lacking(
    "the seasons have no first and last day that all agree on", "State the days or the months."
)

_NO_WEEK = Lacking("the weeks of a month are counted in more than one way", "State the days.")

_FISCAL = (
    Rule("SPAN", "the? (YYYY|PAIR) and (YYYY|PAIR) fiscal", counts.adjoining_fiscal),
    Rule("FISCAL", "the? (YYYY|PAIR) fiscal", counts.fiscal),
    Rule("SPAN", "from? FISCAL (to|through|dash) (FISCAL|YYYY|PAIR)", counts.fiscal_span),
    Rule("SPAN", "from? PAIR (to|through) PAIR fiscal?", counts.fiscal_span),
    Rule("SPAN", "FISCAL and (FISCAL|YYYY|PAIR)", counts.adjoining_fiscal),
    Rule("SPAN", f"the? {_NEXT} NUM fiscal", counts.fiscal_counted("next")),
    Rule("SPAN", f"the? {_PAST} NUM fiscal", counts.fiscal_counted("past")),
    Rule("FISCAL", "the? this fiscal", build.always(FiscalShifted(0))),
    Rule("FISCAL", f"the? {_PAST} fiscal", build.always(FiscalShifted(-1))),
    Rule("FISCAL", f"the? {_NEXT} fiscal", build.always(FiscalShifted(1))),
    Rule("EXACT", "(academic (PAIR|YYYY)|(PAIR|YYYY) academic)", build.always(_NO_ACADEMIC_YEAR)),
)
_PLANS = (
    Rule("SPAN", "from? YYYY (to|through|dash) YYYY", build.span),
    Rule("SPAN", "between YYYY and YYYY", build.span),
    Rule("YR", "the? calendar? Year YYYY", build.picked(build.itself, 1)),
    Rule("SPAN", "the SPAN period", build.itself),
    Rule("PLAN", "the? ORD and the? PLAN", counts.two_plans),
    Rule("PLAN", "the? quote? PLAN quote? period? lp (SPAN|PAIR) rp", build.with_years),
    Rule("PLAN", "the? quote PLAN quote period?", build.itself),
    Rule("PLAN", "the? PLAN period?", build.itself),
    Rule("EXACT", "PAIR", build.itself),
    Rule("PERIOD", "since the? CONGRESS", build.since),
    Rule("YR", f"the? (ORD|NUM) Year (of|in) {_LONG}", build.picked(counts.nth_year, 0, 2)),
    Rule("YR", f"the? opening Year (of|in) {_LONG}", build.picked(counts.first_year, 1)),
    Rule("YR", f"the? (last|final) Year (of|in) {_LONG}", build.picked(counts.last_year, 1)),
    Rule(
        "SPAN",
        f"the? (last|final) NUM Years (of|in) {_LONG}",
        build.picked(counts.last_years, 0, 2),
    ),
    Rule("SPAN", f"the? ORD NUM Years (of|in) {_LONG}", build.picked(counts.first_of, 0, 1, 3)),
)
_SEASONS = (
    Rule(
        "EXACT",
        "the? (LOOSE dash?)? season (of|in|comma)? (YYYY|YR|YY|EXACT|FISCAL)",
        build.always(_NO_SEASON),
    ),
    Rule("EXACT", f"the? (this|{_PAST}|{_NEXT}) season", build.always(_NO_SEASON)),
)
_HABITS = (Rule("HABIT", "every (MONTH|PART|Quarter|Month|Year|Week|Day)", build.always("")),)
_NAMED = (
    Rule(
        "PERIOD",
        "(in|over|from)? the? same (period|Month|Quarter|Week) (of|in|a)? "
        "(the? (last|previous) Year|a? Year (earlier|ago|before))",
        build.always(SamePeriod()),
    ),
    Rule(
        "PERIOD",
        "(in|over|from)? the? same (period|Month|Quarter) (of|in|comma)? YYYY",
        build.same_period,
    ),
    Rule("PERIOD", "a Year (earlier|before)", build.always(SamePeriod())),
    Rule("PERIOD", "a Year ago", build.always(SamePeriod(None, Ago(1, "year")))),
    Rule("SUB", "the previous (Quarter|Month|Week)", build.unit_named(-1)),
    Rule("SUB", "the following (Quarter|Month|Week)", build.unit_named(1)),
    Rule("PERIOD", "the Year (earlier|before)", build.always(SamePeriod())),
    Rule("YR", "the previous Year", build.named(-1)),
    Rule("YR", "the following Year", build.named(1)),
    Rule("YR", "(that|the? same) Year", build.named(0)),
)
_COUNT_ONE = (
    Rule("PERIOD", f"{_PREP} the (next|coming) {_ONE}", counts.counted("next")),
    Rule("PERIOD", f"{_PREP} the (last|past) {_ONE}", counts.counted("past")),
    Rule("COUNTED", f"the past {_ONE}", counts.counted("past")),
    Rule("COUNTED", f"the? {_NEXT} Decade", counts.counted("next")),
    Rule("COUNTED", f"the? {_PAST} Decade", counts.counted("past")),
)
_YEARS = (
    Rule("YR", "the? this calendar? Year", build.shifted("year", 0)),
    Rule("YR", "last calendar? Year", build.shifted("year", -1)),
    Rule("YR", "(next|the? coming) calendar? Year", build.shifted("year", 1)),
)
_PARTS = (
    Rule("PART", "ORD dash? Quarter", parts.nth_part(4)),
    Rule("PART", "ORD and ORD Quarters", parts.adjoining_quarters),
    Rule("PART", "final Quarter", build.always(("quarter", 4, 4))),
    Rule("PART", "ORD half dash Year", build.picked(parts.half, 0)),
    Rule("PART", "ORD dash? half", parts.half),
    Rule("PART", "latter half", build.always(("half", 2, 2))),
    Rule("PART", "ORD NUM (Months|Quarters)", parts.first_parts),
    Rule("SUB", f"the? last Quarter of {_A_YEAR}", parts.last_quarter),
    Rule("SUB", f"the? (last|final) NUM (Months|Quarters) of {_A_YEAR}", parts.last_parts),
    Rule("SPAN", f"from? MONTH {_DAYS} (comma? {_A_YEAR})?", parts.days_of_month),
    Rule("SPAN", f"from? {_DAYS} MONTH {_A_YEAR}?", parts.days_before_month),
    Rule("DAY", f"MONTH the? (ORD|NUM) comma? {_A_YEAR}", parts.month_day),
    Rule("DAY", f"the? (ORD|NUM) of? MONTH comma? {_A_YEAR}", parts.day_month),
    Rule("SUB", f"{_MONTHS} (of|in|comma)? {_A_YEAR}", parts.months_of),
    Rule("SUB", f"between MONTH and MONTH (of|in|comma)? {_A_YEAR}", parts.months_of),
    Rule("SUB", f"MONTH and MONTH (of|in|comma)? {_A_YEAR}", parts.adjoining_months),
    Rule("SUB", f"MONTH (of|in|comma|dash)? {_A_YEAR}", parts.of_year),
    Rule("SUB", "next MONTH", parts.nearest_month("next")),
    Rule("SUB", "last MONTH", parts.nearest_month("last")),
    Rule("SUB", "this MONTH", parts.of_this_year),
    Rule("SUB", f"the? PART (of|in|comma|dash)? the? {_A_YEAR}", parts.of_year),
    Rule("SUB", f"the? ORD Month of {_A_YEAR}", parts.nth_month),
    Rule("SUB", f"the? (ORD|last) Week (of|in) ({_A_YEAR}|MONTH|SUB)", build.always(_NO_WEEK)),
    Rule("SUB", f"the? ORD NUM Days of ({_A_YEAR}|MONTH|SUB)", parts.first_days),
    Rule("SUB", f"{_A_YEAR} (poss|comma|dash)? the? PART", parts.year_first),
    Rule("SUB", "the? PART of the Year", parts.of_the_year),
    Rule("DAY", "MONTH the? (ORD|NUM)", parts.month_day),
    Rule("DAY", "the? (ORD|NUM) of? MONTH", parts.day_month),
    Rule("SUB", _MONTHS, parts.months_of),
    Rule("SUB", "between MONTH and MONTH", parts.months_of),
    Rule("SUB", "MONTH and MONTH", parts.adjoining_months),
    Rule("SUB", "the? this (Quarter|Month|Week)", build.unit_shifted(0)),
    Rule("SUB", "the? this Decade", build.always(ThisDecade())),
    Rule("SUB", "last (Quarter|Month|Week)", build.unit_shifted(-1)),
    Rule("SUB", "next (Quarter|Month|Week)", build.unit_shifted(1)),
    Rule("CENTURY", "(this|the) century", build.always(Shifted("century", 0))),
    Rule("SUB", "the? PART", build.itself),
)
_COUNTS = (
    Rule("COUNTED", f"the? NUM {_MANY} (to|through|ending) in? {_LAST}", counts.until),
    Rule("COUNTED", f"the (Year|Decade) (to|through) in? {_LAST}", counts.until_one),
    Rule("COUNTED", f"the {_ONE} ending in? {_LAST}", counts.until_one),
    Rule("COUNTED", f"the? NUM {_MANY} ended in? {_LAST}", counts.until_past),
    Rule("COUNTED", f"the {_ONE} ended in? {_LAST}", counts.until_one_past),
    Rule("FISCAL", f"the? fiscal (ending|ended) in? {_LAST}", counts.fiscal_until),
    Rule("COUNTED", f"the? {_NEXT} NUM (to|dash|or) NUM {_MANY}", counts.counted("next")),
    Rule("COUNTED", f"the? {_NEXT} NUM dash? ({_MANY}|{_ONE})", counts.counted("next")),
    Rule("COUNTED", f"the? {_PAST} NUM dash? ({_MANY}|{_ONE})", counts.counted("past")),
    Rule("PERIOD", f"within the? (NUM {_MANY}|a {_ONE})", counts.within),
    Rule("PERIOD", f"(NUM {_MANY}|a {_ONE}) ago", counts.ago),
    Rule("COUNTED", f"NUM {_MANY} ahead", counts.counted("next")),
    Rule("PERIOD", f"NUM {_MANY} hence", counts.ahead),
    Rule("IN_COUNT", f"in NUM {_MANY} (poss time)?", counts.within_time),
    Rule("OVER_COUNT", f"over (NUM {_MANY}|a Decade)", counts.counted("lasting")),
    Rule(
        "PERIOD",
        f"{_DURING} (a|the) (stretch|period) of (NUM {_MANY}|a {_ONE})",
        counts.counted("lasting"),
    ),
    Rule("PERIOD", f"{_DURING} a NUM dash (Year|Month|Week|Day) period", counts.counted("lasting")),
    Rule("DURATION", "NUM dash (Year|Month|Week|Day|Decade)", counts.counted("lasting")),
)
_EDGES = (
    Rule("EDGED", f"the? (EDGE|LOOSE) (of|in|dash) about? {_ANY}", build.at_edge),
    Rule("EDGED", "the? (EDGE|LOOSE) (of|in|dash)? MONTH", build.at_edge),
    Rule("EDGED", f"LOOSE in? {_ANY}", build.at_edge),
    Rule("EDGED", f"{_A_YEAR} poss EDGE", build.edge_after),
    Rule("EDGED", "the? (EDGE|LOOSE) (of|dash|in) the? (Year|Decade)", build.edge_of_this),
    Rule("EDGED", f"the? (last|final) Day of ({_ANY}|MONTH)", build.picked(build.edge("end"), 1)),
    Rule("EDGED", f"the? ORD Day of ({_ANY}|MONTH)", parts.first_day),
    Rule("EDGED", "LOOSE dash? century", build.edge_of_century),
    Rule("EDGED", "LOOSE dash Year", build.edge_of_this),
    Rule("EDGED", f"the? year_end (of|comma)? {_A_YEAR}", build.edge("end")),
    Rule("EDGED", f"{_A_YEAR} year_end", build.edge("end")),
    Rule("EDGED", "the? year_end", build.always(AtEdge("end", build.THE_YEAR))),
)
_RANGES = (
    Rule("SPAN", f"between {_POINT} and {_POINT}", build.span),
    Rule("SPAN", f"from? {_POINT} (to|through|dash) {_POINT}", build.span),
    Rule("SPAN", f"from {_POINT} by {_POINT}", build.span),
    Rule("SPAN", f"from? {_POINT} to (the? now)", build.since),
    Rule("SPAN", "year_to_date", build.always(build.since(Shifted("year", 0)))),
    Rule("SPAN", "so_far YR", build.since),
    Rule("SPAN", "(YR|SUB) (so_far|to now)", build.since),
)
_MODES = (
    Rule("PERIOD", "(by|before|up_to) EDGED", build.by),
    Rule("PERIOD", f"{_NOW} (and|to|by|through) about? ({_ANY}|MONTH)", build.by),
    Rule("DUE", "(by|up_to|through) about? YYYY", build.by),
    Rule("PERIOD", f"(by|up_to|through) about? ({_ANY}|MONTH)", build.by),
    Rule("PERIOD", f"before about? ({_ANY}|MONTH)", build.before),
    Rule("PERIOD", f"since about? ({_ANY}|MONTH)", build.since),
    Rule("PERIOD", f"as_of ({_ANY}|MONTH)", build.as_of),
    Rule("PERIOD", f"after about? ({_ANY}|MONTH)", build.no_end),
    Rule("PERIOD", f"from ({_ANY}|MONTH) onwards", build.no_end),
    Rule("PERIOD", "within COUNTED", build.by),
    Rule("PERIOD", f"in about? ({_ANY}|MONTH)", build.itself),
    Rule("PERIOD", "within YYYY", build.itself),
    Rule("OVER_YEAR", "over YYYY", build.itself),
    Rule("PERIOD", f"(over|within|at) ({_DATED}|SPAN)", build.itself),
    Rule("PERIOD", "for COUNTED", build.itself),
    Rule("PERIOD", "on (DAY|EXACT)", build.itself),
    Rule("PERIOD", f"({_DATED}|SPAN|EXACT)", build.itself),
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
    *_SEASONS,
    *_PARTS,
    *_COUNTS,
    *_EDGES,
    *_RANGES,
    *_MODES,
)
"""In the order they run: from what is smallest to the words that stand before it."""
