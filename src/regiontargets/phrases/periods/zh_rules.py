"""Chinese: how the words for periods go together."""

from __future__ import annotations

from collections.abc import Callable

from . import build
from .cascade import Rule
from .dates import DecadeOf, Year
from .edges import AtEdge, Thirds
from .numeric import full_year
from .relative import Ago, SamePeriod, Shifted
from .scene import Either, Expression
from .tokens import Value

_YEARISH = "(YYYY|YY|YR)"
_LONG = "(PLAN|SPAN|COUNTED|DECADE|CENTURY)"
_POINT = "(EXACT|DAY|SUB|EDGED|YYYY|YY|YR|FISCAL)"
_ANY = f"({_POINT}|{_LONG})"


def _counted(make: Callable[..., Expression | None]) -> Callable[..., Expression | None]:
    """Hands on the numbers and the unit that one word carries."""

    def build_it(count: Value) -> Expression | None:
        return make(*count) if isinstance(count, tuple) else None

    return build_it


def _ago(sign: int) -> Callable[..., Expression | None]:
    def make(*count: Value) -> Expression | None:
        number, *rest = count
        if len(rest) != 1 or not isinstance(number, int):
            return None
        found = build.ago(number, *rest)
        return Ago(sign * number, found.unit) if isinstance(found, Ago) else None

    return _counted(make)


def _third(month: Value, which: Value) -> Thirds | None:
    return Thirds(which, build.expression(month)) if isinstance(which, int) else None


def _decade_of(century: Value, decade: Value) -> DecadeOf:
    return DecadeOf(build.expression(century), build.expression(decade))


def _length(*count: Value) -> Expression | None:
    """A bare length; 25年 may as well be the year 2025."""
    found = build.counted("lasting")(*count)
    first, unit = count[0], count[-1]
    if found is None or unit != "year" or not isinstance(first, int) or not 10 <= first <= 99:
        return found
    return Either((Year(full_year(str(first))), found))


_next, _past = _counted(build.counted("next")), _counted(build.counted("past"))
_lasting = _counted(_length)
_within = _counted(build.within)

_LONG_RULES = (
    Rule("SPAN", "from? (Y4|YYYY) (to|dash) (YYYY|Y4)", build.span),
    Rule("EXACT", "PAIR", build.itself),
    Rule("PLAN", "PLAN period? lp (SPAN|EXACT) rp period?", build.with_years),
    Rule("PLAN", "PLAN period?", build.itself),
    Rule("YR", f"{_LONG} de? (OPENING|CLOSING|NTH_YEAR)", lambda of, n: build.nth_year(n, of)),
    Rule("SPAN", f"{_LONG} de? FIRST_YEARS", lambda of, n: build.some(1)(n, of)),
    Rule("SPAN", f"{_LONG} de? LAST_YEARS", lambda of, n: build.some(-1)(n, of)),
    Rule("PERIOD", "(next de?)? COUNT within", _within),
    Rule("COUNTED", "(next|use) de? COUNT (de? time)? period?", _next),
    Rule("COUNTED", "past de? COUNT (de? time)? (since|period)?", _past),
    Rule("COUNTED", "COUNT since", _past),
    Rule("PERIOD", "COUNT before", _ago(1)),
    Rule("PERIOD", "COUNT after", _ago(-1)),
    Rule("DECADE", "CENTURY DECADE", _decade_of),
)
_DATE_RULES = (
    Rule(
        "HABIT", "every (PART|MONTH DAYN?|month_end|year_end|year_close|year_start)", lambda *_: ""
    ),
    Rule("PERIOD", "YYYY same", build.same_period),
    Rule("PERIOD", "YR same", lambda _: SamePeriod()),
    Rule("YR", "YR whole", build.itself),
    Rule("YYYY", "YYYY whole", build.itself),
    Rule("DAY", f"{_YEARISH} de? MONTH DAYN", lambda y, m, d: build.month_day(m, d, y)),
    Rule("DAY", "MONTH DAYN", build.month_day),
    Rule("SPAN", "from? DAY (to|dash) DAYN", build.day_to),
    Rule("SUB", f"({_YEARISH}|Y4) (de|dash)? (PART|MONTH)", build.year_first),
    Rule("SUB", "(PART|MONTH)", build.itself),
    Rule("SPAN", "SUB THIRD", _third),
    Rule("EDGED", f"{_YEARISH} (year_end|year_close|end)", lambda year: AtEdge("end", year)),
    Rule("EDGED", f"{_YEARISH} (year_start|start)", lambda year: AtEdge("start", year)),
    Rule("EDGED", f"{_YEARISH} (year_mid|mid)", lambda year: AtEdge("middle", year)),
    Rule("EDGED", f"({_LONG}|SUB|FISCAL) end", lambda of: AtEdge("end", of)),
    Rule("EDGED", f"({_LONG}|SUB) start", lambda of: AtEdge("start", of)),
    Rule("EDGED", f"{_LONG} mid", lambda of: AtEdge("middle", of)),
    Rule("EDGED", "year_end", lambda: AtEdge("end", build.THE_YEAR)),
    Rule("EDGED", "year_close", lambda: build.YEAR_END),
    Rule("EDGED", "year_start", lambda: AtEdge("start", build.THE_YEAR)),
    Rule("EDGED", "year_mid", lambda: AtEdge("middle", build.THE_YEAR)),
    Rule("EDGED", "month_end", lambda: AtEdge("end", Shifted("month", 0))),
    Rule("YR", "year_within", lambda: build.THE_YEAR),
    Rule("SPAN", f"from? {_POINT} (to|dash) {_POINT}", build.span),
)
_MODE_RULES = (
    Rule("PERIOD", f"from? {_POINT} now", build.since),
    Rule("PERIOD", f"from? {_ANY} since", build.since),
    Rule("PERIOD", f"as_of {_ANY}", build.as_of),
    Rule("PERIOD", f"(to|by|in)? {_ANY} before", build.before),
    Rule("PERIOD", f"before {_ANY}", build.before),
    Rule("PERIOD", f"(to|by) {_ANY}", build.by),
    Rule("PERIOD", f"from? {_ANY} (onwards|after)", build.no_end),
    Rule("PERIOD", f"in? {_ANY} (within|period)?", build.itself),
    Rule("ALONE", "Y4", build.itself),
    Rule("ALONE", "COUNT", _lasting),
)

RULES = (*_LONG_RULES, *_DATE_RULES, *_MODE_RULES)
"""In the order they run: from what is smallest to the words that stand around it."""
