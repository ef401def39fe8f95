"""A table whose quotes are cut from lists: clean, and with one mistake at a time."""

import csv
from pathlib import Path
from typing import Any

import pytest
import yaml

import regiontargets as rt

FOLDER = Path(__file__).parents[1] / "data" / "work_reports_2024"
TABLE = FOLDER / "work_reports_2024.csv"
ROWS = list(csv.DictReader(TABLE.read_text("utf-8").splitlines()))
PLANTED: list[dict[str, Any]] = yaml.safe_load((FOLDER / "planted.yaml").read_text("utf-8"))


def test_nothing_is_wrong_with_the_table() -> None:
    report = rt.validate(TABLE, sources=FOLDER / "sources")
    assert [str(each) for each in report] == []
    assert report.records == len(ROWS)


@pytest.mark.parametrize(
    "mistake", PLANTED, ids=[f"{each['found'][0]} {each['row']}" for each in PLANTED]
)
def test_the_mistake_is_found_at_its_cell_and_nothing_elsewhere(
    mistake: dict[str, Any], tmp_path: Path
) -> None:
    rows, at = [dict(row) for row in ROWS], mistake["row"]
    if mistake.get("append"):
        rows.append(dict(rows[at - 1]))
        at = len(rows)
    rows[at - 1].update(mistake["change"])
    path = tmp_path / "table.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(ROWS[0]))
        writer.writeheader()
        writer.writerows(rows)

    report = rt.validate(path, sources=FOLDER / "sources")
    assert [each.place.row for each in report] == [at] * len(report.findings)
    found = sorted(f"{each.code} {each.place.field or ''}".strip() for each in report)
    assert found == sorted(mistake["found"])
