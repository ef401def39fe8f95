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
        Unit(name, kind, Fraction(factor), symbol, _english(english), _split(chinese))
        for name, kind, factor, symbol, english, chinese in rows("units.tsv")
    ]
    money = [
        Unit(code, "money", Fraction(1), code, (name, plural_name), (chinese,), until)
        for code, until, name, plural_name, chinese in rows("currencies.tsv")
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
    for name, code, lang in rows("currency_names.tsv"):
        yield from _with_plural(name, lang, code)
    for name, scale, unit_name, lang in rows("scaled_names.tsv"):
        yield from _with_plural(name, lang, unit_name, Decimal(scale))
    for name, lang, decided, readings in rows("ambiguous.tsv"):
        choices = tuple(_reading(each) for each in readings.split())
        for spelled in _forms(name, lang):
            yield UnitName(spelled, lang, choices, decided == "yes")


def _names_of(unit: Unit) -> Iterator[UnitName]:
    yield _name(unit.name, "", unit.name)
    # CLDR tells former currencies apart by years in brackets, which nobody writes.
    if "(" not in unit.english[0]:
        yield from (_name(each, "en", unit.name) for each in unit.english)
        yield from (_name(each, "zh", unit.name) for each in unit.chinese)


def _with_plural(
    name: str, lang: str, unit: str, scale: Decimal = Decimal(1)
) -> Iterator[UnitName]:
    for spelled in _forms(name, lang):
        yield _name(spelled, lang, unit, scale)


def _forms(name: str, lang: str) -> tuple[str, ...]:
    """A name and its plural: the one behind the bar, else the regular one."""
    singular, bar, irregular = name.partition("|")
    other = irregular if bar else plural(name)
    return (singular,) if lang != "en" or other == singular else (singular, other)


def _name(name: str, lang: str, unit: str, scale: Decimal = Decimal(1)) -> UnitName:
    return UnitName(name, lang, (UnitReading(unit, scale),))


def _reading(cell: str) -> UnitReading:
    scale, times, unit = cell.rpartition("*")
    return UnitReading(unit, Decimal(scale) if times else Decimal(1))


def _english(cell: str) -> tuple[str, ...]:
    return tuple(form for name in _split(cell) for form in _forms(name, "en"))


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("; ")) if cell else ()
