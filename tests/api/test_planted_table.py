"""A real table, clean and with one mistake of every rule: each is found where it stands."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

import regiontargets as rt
from regiontargets.validators import rules

FOLDER = Path(__file__).parents[1] / "data" / "provincial_targets_2022"
TABLE = FOLDER / "provincial_targets_2022.csv"
ROWS = list(csv.DictReader(TABLE.read_text("utf-8").splitlines()))
PLANTED: list[dict[str, Any]] = yaml.safe_load((FOLDER / "planted.yaml").read_text("utf-8"))

COLUMNS = {
    "unit": "U001 U002 U003 U004 E003",
    "value": "U004 U006 U007 U008 U009 D002 D003 D004 E002",
    "equivalent": "U005",
    "year": "Y001 Y002 Y003 Y004 Y006 Y007 Y008 E004",
    "baseline": "Y005",
    "region": "R001 R002 R003 R004 R005 E005",
    "metric": "M001 M002 M003",
    "quote": "E001",
    "kind": "E008",
    "comparator": "E006",
    "region_code": "R001",
    None: "D001",
}
"""What may be reported at each column, None for the row as a whole."""


def report(folder: Path, rows: list[dict[str, str]], **options: list[str]) -> rt.Report:
    path = folder / "table.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(ROWS[0]))
        writer.writeheader()
        writer.writerows(rows)
    return rt.validate(path, sources=FOLDER / "sources", select=options.get("select", []))


def planted(mistake: Mapping[str, Any]) -> tuple[list[dict[str, str]], int]:
    """The rows with a mistake, and the number of the row that has it."""
    region, metric, kind = mistake["row"].split(" ")
    (at,) = [
        number
        for number, row in enumerate(ROWS)
        if (row["region_code"], row["metric"], row["kind"]) == (region, metric, kind)
    ]
    rows = [dict(row) for row in ROWS]
    if mistake.get("append"):
        return [*rows, {**rows[at], **mistake["change"]}], len(rows) + 1
    rows[at].update(mistake["change"])
    return rows, at + 1


def test_nothing_is_wrong_with_the_table() -> None:
    found = rt.validate(TABLE, sources=FOLDER / "sources")
    assert [str(each) for each in found] == []
    assert found.records == len(ROWS)


def test_nothing_is_wrong_with_it_without_its_sources() -> None:
    assert [str(each) for each in rt.validate(TABLE)] == []


@pytest.mark.parametrize(
    "mistake", PLANTED, ids=[f"{each['code']} {each['row']} {each['change']}" for each in PLANTED]
)
def test_the_mistake_is_found_at_its_row_and_column_and_nothing_elsewhere(
    mistake: dict[str, Any], tmp_path: Path
) -> None:
    rows, at = planted(mistake)
    found = report(tmp_path, rows)
    assert {(each.code, each.place.row) for each in found} == {
        (code, at) for code in (mistake["code"], *mistake.get("also", []))
    }
    (own,) = [each for each in found if each.code == mistake["code"]]
    assert own.code in COLUMNS[own.place.field]
    assert own.reason
    assert own.suggestion


def test_a_row_without_a_quote_is_found_when_asked_for(tmp_path: Path) -> None:
    rows, at = planted({"row": "CN-SD urban_unemployment_rate target", "change": {"quote": ""}})
    without = [number for number, row in enumerate(rows, 1) if not row["quote"]]
    found = report(tmp_path, rows, select=["E009"])
    assert [each.place.row for each in found] == without
    assert at in without


def test_every_rule_that_a_table_can_break_is_broken_once() -> None:
    planted_codes = {each["code"] for each in PLANTED} | {"E009"}
    offsets_only = {"E007"}
    assert planted_codes == {rule.code for rule in rules()} - offsets_only
