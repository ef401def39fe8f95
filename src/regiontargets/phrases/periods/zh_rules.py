"""Chinese: how the words for periods go together."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from . import build, counts, parts
from .cascade import Rule
from .dates import DecadeOf, Year
from .edges import AtEdge, Thirds
from .numeric import full_year
from .relative import Ago, SamePeriod, Shifted
from .scene import Either, Expression, Lacking
from .tokens import Value

NO_SEASON = Lacking(
    "the seasons have no first and last day that all agree on", "State the days or the months."
)

_YEARISH = "(YYYY|YY|YR)"
_YEAR_EDGE = "(year_end|year_close|year_start)"
_LONG = "(PLAN|SPAN|COUNTED|DECADE|CENTURY)"
_POINT = "(EXACT|DAY|SUB|EDGED|YYYY|YY|YR|FISCAL)"
_ANY = f"({_POINT}|{_LONG})"


def _counted(make: Callable[..., Expression | None]) -> build.Build:
    """Hands on the numbers and the unit that one word carries."""

    def build_it(count: Value) -> Value | None:
        return make(*cast("tuple[Value, ...]", count)) if isinstance(count, tuple) else None

    return build_it


def _ago(*count: Value) -> Expression | None:
    return counts.ago(*count) if len(count) == 2 else None


def _ahead(*count: Value) -> Expression | None:
    if len(count) != 2:
        return None
    found = counts.ago(*count)
    return Ago(-found.number, found.unit)


def _third(month: Value, which: Value) -> Thirds | None:
    return Thirds(which, build.expression(month)) if isinstance(which, int) else None


def _days(month: Value, days: Value, year: Value = None) -> Expression | None:
    first, last = cast("tuple[int, int]", days)
    return parts.days_of_month(month, first, last, year)


def _decade_of(century: Value, decade: Value) -> DecadeOf:
    return DecadeOf(build.expression(century), build.expression(decade))


def _length(*count: Value) -> Expression | None:
    """A bare length; 25年 may as well be the year 2025."""
    found = counts.counted("lasting")(*count)
    first, unit = count[0], count[-1]
    if unit != "year" or not isinstance(first, int) or not 10 <= first <= 99:
        return found
    return Either((Year(full_year(str(first))), found))


_next, _past = _counted(counts.counted("next")), _counted(counts.counted("past"))
_lasting = _counted(_length)
_within = _counted(counts.within)

_LONG_RULES = (
    Rule("SPAN", "from? (Y4|YYYY) (to|dash) (YYYY|Y4)", build.span),
    Rule("EXACT", "PAIR", build.itself),
    Rule("PLAN", "PLAN period? lp (SPAN|EXACT) rp period?", build.with_years),
    Rule("PLAN", "PLAN period?", build.itself),
    Rule("YR", f"{_LONG} de? (OPENING|CLOSING|NTH_YEAR)", build.picked(counts.nth_year, 1, 0)),
    Rule("SPAN", f"{_LONG} de? FIRST_YEARS", build.picked(counts.first_years, 1, 0)),
    Rule("SPAN", f"{_LONG} de? LAST_YEARS", build.picked(counts.last_years, 1, 0)),
    Rule("PERIOD", "in? (next de?)? COUNT within", _within),
    Rule("COUNTED", "(next|use) de? COUNT (de? time)? period?", _next),
    Rule("COUNTED", "past de? COUNT (de? time)? (since|period)?", _past),
    Rule("COUNTED", "COUNT since", _past),
    Rule("PERIOD", "COUNT before", _counted(_ago)),
    Rule("PERIOD", "COUNT after", _counted(_ahead)),
    Rule("DECADE", "CENTURY DECADE", _decade_of),
)
_DATE_RULES = (
    Rule(
        "HABIT",
        "every (PART|MONTH DAYN?|month_end|year_end|year_close|year_start)",
        build.always(""),
    ),
    Rule("PERIOD", "YYYY same", build.same_period),
    Rule("PERIOD", "YR same", build.always(SamePeriod())),
    Rule("YR", "YR whole", build.itself),
    Rule("YYYY", "(YYYY|Y4) whole", build.itself),
    Rule("EXACT", f"{_YEARISH} de? season", build.always(NO_SEASON)),
    Rule("WHOLE", "whole", build.always(build.WHOLE_YEAR)),
    Rule("SPAN", f"{_YEARISH} de? MONTH DAYS", build.picked(_days, 1, 2, 0)),
    Rule("SPAN", "MONTH DAYS", _days),
    Rule("DAY", f"{_YEARISH} de? MONTH DAYN", build.picked(parts.month_day, 1, 2, 0)),
    Rule("DAY", "MONTH DAYN", parts.month_day),
    Rule("SPAN", "from? DAY (to|dash) DAYN", parts.day_to),
    Rule("SUB", f"({_YEARISH}|Y4) (de|dash)? (PART|MONTH)", parts.year_first),
    Rule("SUB", "(PART|MONTH)", build.itself),
    Rule("SPAN", "SUB THIRD", _third),
    Rule("EDGED", f"{_YEARISH} (year_end|year_close|end)", build.edge("end")),
    Rule("EDGED", f"{_YEARISH} (year_start|start)", build.edge("start")),
    Rule("EDGED", f"{_YEARISH} (year_mid|mid)", build.edge("middle")),
    Rule("EDGED", f"({_LONG}|SUB|FISCAL) end", build.edge("end")),
    Rule("EDGED", f"({_LONG}|SUB) start", build.edge("start")),
    Rule("EDGED", "(PLAN|DECADE|CENTURY) mid", build.edge("middle")),
    Rule("COUNTED", "COUNTED mid", build.itself),
    Rule("EDGED", "year_end", build.always(AtEdge("end", build.THE_YEAR))),
    Rule("EDGED", "year_close", build.always(build.YEAR_END)),
    Rule("PERIOD", "from? year_start since", build.always(build.since(Shifted("year", 0)))),
    Rule("EDGED", "year_start", build.always(AtEdge("start", build.THE_YEAR))),
    Rule("EDGED", "year_mid", build.always(AtEdge("middle", build.THE_YEAR))),
    Rule("EDGED", "month_end", build.always(AtEdge("end", Shifted("month", 0)))),
    Rule("YR", "year_within", build.always(build.THE_YEAR)),
    Rule("SPAN", f"from? {_POINT} (to|dash) {_POINT}", build.span),
)
_MODE_RULES = (
    Rule("PERIOD", "from? CONGRESS", build.since),
    Rule("PERIOD", f"from? {_POINT} now", build.since),
    Rule("PERIOD", f"from? {_ANY} since", build.since),
    Rule("PERIOD", f"as_of {_ANY}", build.as_of),
    Rule("PERIOD", f"(to|by|in)? {_ANY} before", build.before),
    Rule("PERIOD", f"before {_ANY}", build.before),
    Rule("PERIOD", f"(to|by) {_ANY}", build.by),
    Rule("PERIOD", f"from? {_ANY} (onwards|after)", build.no_end),
    Rule("PERIOD", f"in? {_ANY} (within|period)?", build.itself),
    Rule("PERIOD", "(to|in)? WHOLE", build.itself),
    Rule("ALONE", "Y4", build.itself),
    Rule("ALONE", "COUNT", _lasting),
)

RULES = (*_LONG_RULES, *_DATE_RULES, *_MODE_RULES)
"""In the order they run: from what is smallest to the words that stand around it."""
