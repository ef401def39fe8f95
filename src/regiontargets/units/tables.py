"""The data files, read once, when the first unit is looked up. Nothing here needs pint."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

from .spelling import is_word, key, plural
from .unit import Kind, Scale, Unit, UnitName, UnitReading

DATA = Path(__file__).parent / "data"


def rows(file_name: str) -> Iterator[list[str]]:
    """The records of a data file, without its notes and its header."""
    lines = (DATA / file_name).read_text(encoding="utf-8").splitlines()
    records = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return iter(records[1:])


@cache
def kinds() -> dict[str, Kind]:
    """Every kind of quantity, by name."""
    return {row[0]: Kind(*row) for row in rows("kinds.tsv")}


@cache
def units() -> dict[str, Unit]:
    """Every unit, by canonical name."""
    measured = [
        Unit(name, kind, Fraction(factor), symbol, _split(english), _split(chinese))
        for name, kind, factor, symbol, english, chinese in rows("units.tsv")
    ]
    money = [
        Unit(code, "money", Fraction(1), code, (name,), (chinese,), until)
        for code, until, name, _, chinese in rows("currencies.tsv")
    ]
    return {unit.name: unit for unit in measured + money}


@cache
def scales() -> dict[str, Scale]:
    """Every scale word, by its key."""
    return {
        key(word): Scale(word, Decimal(factor), lang, frozenset(with_kinds.split()))
        for word, factor, lang, with_kinds in rows("scales.tsv")
    }


@cache
def names() -> dict[str, UnitName]:
    """Every name, by its key; the table of ambiguous names has the last word."""
    return {key(each.name): each for each in _all_names()}


@cache
def words() -> dict[str, UnitName]:
    """The names that may be written in any case, by their casefolded key."""
    return {name.casefold(): each for name, each in names().items() if is_word(name)}


def _all_names() -> Iterator[UnitName]:
    for unit in units().values():
        yield from _names_of(unit)
    for code, _, name, name_plural, chinese in rows("currencies.tsv"):
        # CLDR tells former currencies apart by years in brackets, which nobody writes.
        if "(" not in name:
            yield _name(name, "en", code)
            yield _name(name_plural, "en", code)
            yield _name(chinese, "zh", code)
    for name, code, lang in rows("currency_names.tsv"):
        yield from _with_plural(name, lang, code)
    for name, scale, unit_name, lang in rows("scaled_names.tsv"):
        yield from _with_plural(name, lang, unit_name, Decimal(scale))
    for name, lang, decided, readings in rows("ambiguous.tsv"):
        choices = tuple(UnitReading(each, Decimal(1)) for each in readings.split())
        for spelled in dict.fromkeys((name, plural(name) if lang == "en" else name)):
            yield UnitName(spelled, lang, choices, decided == "yes")


def _names_of(unit: Unit) -> Iterator[UnitName]:
    yield _name(unit.name, "", unit.name)
    if unit.kind == "money":
        return
    for english in unit.english:
        yield from _with_plural(english, "en", unit.name)
    for chinese in unit.chinese:
        yield _name(chinese, "zh", unit.name)


def _with_plural(
    name: str, lang: str, unit: str, scale: Decimal = Decimal(1)
) -> Iterator[UnitName]:
    yield _name(name, lang, unit, scale)
    if lang == "en" and plural(name) != name:
        yield _name(plural(name), lang, unit, scale)


def _name(name: str, lang: str, unit: str, scale: Decimal = Decimal(1)) -> UnitName:
    return UnitName(name, lang, (UnitReading(unit, scale),))


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("; ")) if cell else ()
