"""The data files are whole, consistent, and carry their birth certificates."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from regiontargets.units import tables
from regiontargets.units.compounds import parts
from regiontargets.units.spelling import is_word, key

FILES = sorted(tables.DATA.glob("*.tsv"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_file_states_origin_licence_and_date(path: Path) -> None:
    head = "".join(re.findall(r"^#.*\n", path.read_text(encoding="utf-8"), re.MULTILINE))
    for stated in (r"Origin: ", r"Licence: ", r"\b20\d\d-\d\d-\d\d\b"):
        assert re.search(stated, head), stated


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_row_has_every_column(path: Path) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    assert {line.count("\t") for line in lines} == {lines[0].count("\t")}


def test_each_unit_has_one_row_and_a_known_kind() -> None:
    listed = [row[0] for file in ("units.tsv", "currencies.tsv") for row in tables.rows(file)]
    assert len(listed) == len(set(listed))
    assert {unit.kind for unit in tables.units().values()} == set(tables.kinds())


def test_each_base_is_one_of_itself() -> None:
    for kind in tables.kinds().values():
        if kind.base:
            assert tables.units()[kind.base].factor == 1
            assert tables.units()[kind.base].kind == kind.name


def test_no_two_rows_claim_one_name_unless_it_is_listed_as_ambiguous() -> None:
    listed = {key(name.name) for name in tables.names().values() if len(name.readings) > 1}
    claims = defaultdict(set)
    for name in tables._all_names():
        spelled = key(name.name)
        claims[spelled.casefold() if is_word(spelled) else spelled].add(name.readings)
    assert {name for name, readings in claims.items() if len(readings) > 1} <= listed


def test_readings_of_ambiguous_names_are_units() -> None:
    for name in tables.names().values():
        for reading in name.readings:
            assert parts(reading.unit).factor > 0


def test_the_currencies_are_those_of_iso_4217() -> None:
    active = {row[0] for row in tables.rows("currencies.tsv") if not row[1]}
    # ISO 4217 lists 178 codes on 2026-11-24; XTS and XXX are no currencies.
    assert len(active) == 176
    assert {"CNY", "USD", "EUR", "GBP", "JPY", "HKD", "TWD", "INR", "XDR", "XAU"} <= active


@pytest.mark.parametrize(
    ("code", "until"),
    [("DEM", "2002-05-15"), ("FRF", "2002-02-17"), ("HRK", "2023-01-14"), ("BGN", "2026-01-31")],
)
def test_currencies_out_of_use_say_until_when_they_were_money(code: str, until: str) -> None:
    assert tables.units()[code].until == until
