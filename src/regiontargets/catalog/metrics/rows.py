"""The data files: one a theme, one table a metric."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from importlib import resources
from typing import Any

from .entry import Entry

SCHEMES = ("worldbank", "eurostat", "sdg")
"""Where external codes come from; each is a key of a row."""

_SAME = ("unit", "kind", "direction", "basis", "growth_of", "definition", "source")


def theme_texts() -> Iterator[tuple[str, str]]:
    """The data files by name, in order, with their text."""
    folder = resources.files("regiontargets.catalog.metrics").joinpath("data")
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.name.endswith(".toml"):
            yield each.name, each.read_text(encoding="utf-8")


def built_in() -> dict[str, Entry]:
    """Every metric of the data files by code, growth metrics beside what grows."""
    return {code: each for _, text in theme_texts() for code, each in _entries(text).items()}


def _entries(text: str) -> dict[str, Entry]:
    # A row for a growth metric stands in the file of what grows.
    entries: dict[str, Entry] = {}
    grows: dict[str, Mapping[str, Any]] = {}
    for code, row in _rows(tomllib.loads(text, parse_float=Decimal)):
        entries[code] = entry(code, row)
        if row.get("growth"):
            grows[code] = row
    return add_growth(entries, grows)


def _rows(theme: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for code, row in theme.items():
        if isinstance(row, dict):
            yield code, {"theme": theme["theme"], **row}


def entry(code: str, row: Mapping[str, Any]) -> Entry:
    """The entry that a row of a data file states."""
    fields = {key: row[key] for key in _SAME if key in row}
    external = {scheme: row[scheme] for scheme in SCHEMES if scheme in row}
    english, chinese = tuple(row["en"]), tuple(row.get("zh", ()))
    fields |= {"code": code, "name": english[0]}
    if chinese:
        fields["names"] = {"zh": chinese[0]}
    if bounds := {key: row[key] for key in ("low", "high") if key in row}:
        fields["bounds"] = bounds
    if external:
        fields["external"] = external
    return Entry(fields, english, chinese, row.get("theme", ""))


def add_growth(
    entries: dict[str, Entry], grows: Mapping[str, Mapping[str, Any]]
) -> dict[str, Entry]:
    """The entries with a growth metric behind each that asks for one.

    Args:
        entries: entries by code.
        grows: the rows, by code, that state `growth = true`.

    Returns:
        The entries in order. A row of its own for a growth metric (`growth_of = ...`)
        comes before the derived one.
    """
    own = {
        each.fields["growth_of"]: code
        for code, each in entries.items()
        if "growth_of" in each.fields
    }
    result: dict[str, Entry] = {}
    for code, each in entries.items():
        growth = own.get(code, f"{code}_growth" if code in grows else None)
        result[code] = each.with_growth(growth) if growth else each
        if growth and growth not in entries:
            result[growth] = growth_entry(each, grows[code])
    return result


def growth_entry(of: Entry, row: Mapping[str, Any]) -> Entry:
    """The growth metric of a metric.

    Args:
        of: what grows.
        row: its row, which may state basis, highest value and external codes of the growth.
    """
    named = {
        "en": [f"{name} growth" for name in of.english],
        "zh": [f"{name}增速" for name in of.chinese],
        "unit": "percent",
        "kind": "growth",
        "direction": of.fields.get("direction", "none"),
        "low": -100,
        "high": row.get("growth_high", 1000),
        "growth_of": of.code,
        "definition": f"The change in {of.english[0]} over the year before.",
        "source": of.fields.get("source", ""),
        "theme": of.theme,
    }
    if basis := row.get("growth_basis"):
        named["basis"] = basis
    for scheme in SCHEMES:
        if external := row.get(f"growth_{scheme}"):
            named[scheme] = external
    return replace(entry(f"{of.code}_growth", named), derived=True)
