"""What each word of a period did, for a person to read."""

from __future__ import annotations

from calendar import month_name
from typing import cast

from regiontargets.phrases.mention import Piece

from .dates import Day, Part, Range, Year, Years
from .fiscal import Fiscal, FiscalNamed, FiscalShifted
from .plans import Congress, Plan
from .relative import Named, Shifted
from .scene import Either, Lacking
from .tokens import Item, Leaf, Value

_MARKS: dict[str, tuple[str, str]] = {
    "by": ("deadline", "a deadline: the last day of what follows"),
    "up_to": ("deadline", "a deadline: the last day of what follows"),
    "before": (
        "deadline",
        "a deadline: the day before it begins, or its end where an end is named",
    ),
    "since": ("beginning", "from its first day to the day of publication"),
    "onwards": ("beginning", "from then on, without an end"),
    "after": ("beginning", "from then on, without an end"),
    "as_of": ("state", "the state on its last day"),
    "within": ("setting", "no later than the end of what is counted"),
    "to": ("bound", "up to its last day"),
    "dash": ("bound", "from the one to the other"),
    "from": ("bound", "from its first day"),
    "between": ("bound", "from the first to the second"),
    "and": ("bound", "and"),
    "or": ("bound", "or"),
    "this": ("direction", "the one the publication falls in"),
    "last": ("direction", "the one before the publication's, or the last of several"),
    "past": ("direction", "those before the publication's"),
    "previous": ("direction", "the one before"),
    "ago": ("direction", "counted back from the publication's"),
    "earlier": ("direction", "the year before"),
    "next": ("direction", "to come: a count begins with the publication's own"),
    "coming": ("direction", "to come: a count begins with the publication's own"),
    "ahead": ("direction", "to come: a count begins with the publication's own"),
    "use": ("direction", "to come: a count begins with the publication's own"),
    "hence": ("direction", "counted on from the publication's"),
    "following": ("direction", "the one after"),
    "same": ("direction", "the same as the one named before, in another year"),
    "that": ("direction", "the one named before"),
    "final": ("number", "the last"),
    "opening": ("number", "the first"),
    "half": ("unit", "six months"),
    "century": ("unit", "a hundred years"),
    "fiscal": ("unit", "a fiscal year: its days depend on the country"),
    "academic": ("unit", "an academic year"),
    "now": ("bound", "the day of publication"),
    "so_far": ("bound", "up to the day of publication"),
    "year_to_date": ("period", "from 1 January to the day of publication"),
    "end": ("edge", "its last day"),
    "start": ("edge", "its first day"),
    "mid": ("edge", "its middle"),
    "year_end": ("edge", "the last day of the year"),
    "year_start": ("edge", "the first day of the year"),
    "year_mid": ("edge", "the middle of the year"),
    "year_within": ("year", "the year the text is in"),
    "month_end": ("edge", "the last day of the month"),
    "whole": ("setting", "the whole year"),
    "stretch": ("setting", "all of it"),
    "season": ("part", "a season, which has no exact days"),
    "over": ("setting", "through all of it"),
    "period": ("setting", "all of it"),
    "about": ("vagueness", "not exactly; the reading does not keep it"),
}
_ROLES = {
    "YYYY": "year",
    "Y4": "year",
    "YY": "year",
    "YR": "year",
    "SUB": "period",
    "EXACT": "date",
    "PAIR": "years",
    "FISCAL": "year",
    "PART": "part",
    "PLAN": "plan",
    "DECADE": "decade",
    "CENTURY": "century",
    "MONTH": "month",
    "DAYN": "day",
    "DAYS": "days",
    "NUM": "number",
    "ORD": "number",
    "COUNT": "count",
    "EDGE": "edge",
    "LOOSE": "edge",
}
_COUNTED = {
    "DAYN": "the day {}",
    "OPENING": "its first year",
    "CLOSING": "its last year",
    "NTH_YEAR": "its year number {}",
    "FIRST_YEARS": "its first {} years",
    "LAST_YEARS": "its last {} years",
}
_EDGES = {
    "start": "its first day",
    "early": "its first months or days",
    "middle": "its middle",
    "late": "its last months or days",
    "end": "its last day",
}
_THIRDS = ("the 1st to the 10th", "the 11th to the 20th", "the 21st to the end")
_NEAR = {-1: "the last", 0: "this", 1: "the next"}


def pieces_of(text: str, item: Item) -> tuple[Piece, ...]:
    """Each word of an item with its role and meaning."""
    return tuple(
        Piece(leaf.start, leaf.end, text[leaf.start : leaf.end], *_role_and_meaning(leaf))
        for leaf in item.leaves
    )


def _role_and_meaning(leaf: Leaf) -> tuple[str, str]:
    marked = _MARKS.get(leaf.category)
    if marked is not None:
        return marked
    if leaf.category[0].islower():
        return "link", "joins the words around it"
    return _ROLES.get(leaf.category, _role_of(leaf)), _meaning(leaf.category, leaf.value)


def _role_of(leaf: Leaf) -> str:
    return "number" if isinstance(leaf.value, int) else "unit"


def _meaning(category: str, value: Value) -> str:
    template = _COUNTED.get(category)
    if template is not None:
        return template.format(value)
    match category, value:
        case "MONTH", int():
            return month_name[value]
        case "THIRD", int():
            return _THIRDS[value]
        case (("EDGE" | "LOOSE"), str()):
            return _EDGES[value]
        case "DAYS", (int(first), int(last)):
            return f"the days {first} to {last}"
        case "COUNT", tuple():
            *numbers, unit = map(str, cast("tuple[object, ...]", value))
            return f"{' to '.join(numbers)} {unit}s"
        case _:
            return _described(value)


def _described(value: Value) -> str:
    match value:
        case Part(unit, first, last, of):
            return _part((unit, first, last)) + _of(of)
        case Day(month, number, of):
            return f"{number} {month_name[month]}" + _of(of)
        case Range(first, last):
            return f"{_described(first)} to {_described(last)}"
        case Either(options):
            return " or ".join(map(_described, options))
        case tuple():
            return _part(cast("tuple[str, int, int]", value))
        case _:
            return _year(value)


def _part(part: tuple[str, int, int]) -> str:
    unit, first, last = part
    return f"{unit} {first}" if first == last else f"{unit}s {first} to {last}"


def _year(value: Value) -> str:
    match value:
        case Year(number):
            return f"the year {number}"
        case Years(first, last):
            return f"{first} to {last}"
        case Plan(number):
            return f"five-year plan number {number}"
        case Lacking(reason):
            return reason
        case FiscalNamed(offset) | FiscalShifted(offset):
            return f"{_near(offset)} fiscal year"
        case Congress(number):
            return f"party congress number {number}"
        case Fiscal(first, second):
            return f"the fiscal year {first}" + ("" if second is None else f"/{second}")
        case Shifted(unit, offset):
            return f"{_near(offset)} {unit}, counted from the publication"
        case Named(offset, _, unit):
            return f"{_near(offset)} {unit}, counted from the one named before"
        case _:
            return str(value)


def _near(offset: int) -> str:
    direction = "back" if offset < 0 else "on"
    return _NEAR.get(offset) or f"{abs(offset)} {direction}: the"


def _of(year: Value) -> str:
    return f" {year.number}" if isinstance(year, Year) else ""
