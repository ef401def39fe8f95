"""Fixes made in workbooks: the cell is changed, every other part is copied."""

import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from regiontargets import api

HEAD = ["region", "region_code", "metric", "value", "unit", "year"]


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    book.create_sheet("notes")["A1"] = "see the other sheet"
    sheet = book.create_sheet("2022 & more")
    for row in ([], [], HEAD, ["湖北", None, "gdp", 5, "percnet <&>"[:7], 2022]):
        sheet.append(row)
    sheet["E4"].font = Font(bold=True)
    sheet["F6"] = "=F4+1"
    path = tmp_path / "t.xlsx"
    book.save(path)
    return path


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_one_cell_is_changed_and_every_other_part_stays(workbook: Path) -> None:
    before = _parts(workbook.read_bytes())
    (mended,) = api.mend(workbook, select=["U"]).values()
    assert "-percnet\n+percent" in mended.difference
    after = _parts(workbook.read_bytes())
    changed = [name for name in before if before[name] != after[name]]
    assert changed == ["xl/worksheets/sheet3.xml"]
    sheet = openpyxl.load_workbook(workbook)["2022 & more"]
    assert (sheet["E4"].value, sheet["E4"].font.bold, sheet["F6"].value) == (
        "percent",
        True,
        "=F4+1",
    )


def test_a_cell_that_was_never_written_is_put_in_its_row(workbook: Path) -> None:
    api.mend(workbook)
    sheet = openpyxl.load_workbook(workbook)["2022 & more"]
    assert [cell.value for cell in sheet[4]] == ["湖北", "CN-HB", "gdp", 5, "percent", 2022]
    assert api.mend(workbook) == {}


def test_many_cells_are_mended_in_one_pass(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("t", 0)
    sheet.append(HEAD)
    for number in range(2000):
        sheet.append(["湖北", None, "gdp_growth", 5, "percnet", 1000 + number])
    path = tmp_path / "t.xlsx"
    book.save(path)
    (mended,) = api.mend(path, ignore=["D", "Y"]).values()
    assert mended.count == 4000
    rows = list(openpyxl.load_workbook(path)["t"].values)
    assert rows[1:] == [
        ("湖北", "CN-HB", "gdp_growth", 5, "percent", 1000 + n) for n in range(2000)
    ]
