"""Configuration in a call, files in memory, and what decides how a file is read."""

from pathlib import Path

import pytest

import regiontargets as rt
from regiontargets import api
from regiontargets.errors import LoadError
from regiontargets.loaders import InputFile

ROWS = "wo,indicator,value,unit,year\nHubei,gdp,5,bananas,2022\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "targets.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def _configuration(folder: Path, content: str) -> Path:
    path = folder / "own.toml"
    path.write_text(content, encoding="utf-8")
    return path


def test_a_call_without_configuration_looks_for_none(table: Path) -> None:
    (table.parent / "regiontargets.toml").write_text('ignore = ["F"]', encoding="utf-8")
    table.write_text("indicator,value,year\ngdp,5 yuan,2022\n", encoding="utf-8")
    assert "F146" in {each.code for each in rt.validate(table)}


def test_columns_and_codes_come_from_the_configuration(table: Path) -> None:
    path = _configuration(table.parent, 'columns = {region = "wo"}\nseverities = {U001 = "note"}')
    for report in (
        rt.validate(table, config=path),
        rt.validate(
            [table, table], config=rt.Config(columns={"region": "wo"}, severities={"U001": "note"})
        ),
        rt.validate(rt.load(table, config=path), config=path),
    ):
        assert [(each.code, each.severity) for each in report] == [("U001", "note")]


def test_what_the_call_says_goes_before_the_configuration(table: Path) -> None:
    config = rt.Config(columns={"region": "nowhere"}, select=("Y",), ignore=("F",))
    report = rt.validate(table, columns={"region": "wo"}, select=["U"], config=config)
    assert [each.code for each in report] == ["U001"]


def test_per_file_settings_count_for_a_path_and_for_a_dataset(table: Path) -> None:
    config = rt.Config(per_file_ignores={"*.csv": ("U",)}, columns={"region": "wo"})
    assert rt.validate(table, config=config).findings == ()
    assert rt.validate(rt.load(table, config=config), config=config).findings == ()


def test_comments_of_markdown_count_for_a_path_and_for_a_dataset(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    record = "[[5 yaun]{.amount}]{.target metric=gdp region=CN-HB period=2022}"
    path.write_text(f"<!-- regiontargets: ignore U001 -->\n{record}\n", encoding="utf-8")
    for report in (rt.validate(path), rt.validate(rt.load(path)), rt.validate(tmp_path)):
        assert (report.findings, report.suppressed) == ((), 1)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("csv", ROWS),
        ("table", ROWS),
        ("tsv", ROWS.replace(",", "\t")),
        ("table", '{"wo": "Hubei", "indicator": "gdp", "value": 5, "unit": "bananas"}\n'),
        ("table", '[{"wo": "Hubei", "indicator": "gdp", "value": 5, "unit": "bananas"}]'),
        ("yaml", "- {wo: Hubei, indicator: gdp, value: 5, unit: bananas}\n"),
    ],
)
def test_a_table_in_memory_is_read_by_its_format(name: str, data: str) -> None:
    file = InputFile("<stdin>", data.encode())
    report = api.validate(file, format=name, columns={"region": "wo"}, select=["U", "F"])
    assert [str(each.place) for each in report] == ["<stdin>:row 1, unit"]


def test_the_format_of_a_file_is_the_one_that_is_named(tmp_path: Path) -> None:
    path = tmp_path / "targets.txt"
    path.write_text(ROWS, encoding="utf-8")
    assert rt.validate(path, format="csv", columns={"region": "wo"}).records == 1


def test_the_encoding_is_the_one_that_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("région,indicator,value,year\nHubei,gdp_growth,5%,2022\n".encode("latin-1"))
    assert rt.validate(path, encoding="latin-1", columns={"region": "région"}).ok


def test_a_broken_text_does_not_hide_the_table_beside_it(table: Path) -> None:
    (table.parent / "a.md").write_bytes(b"\xff")
    codes = {each.code for each in rt.validate(table.parent, columns={"region": "wo"})}
    assert codes == {"F132", "U001"}


def test_a_configuration_that_is_not_there_is_told(table: Path) -> None:
    with pytest.raises(LoadError, match="cannot read"):
        rt.validate(table, config="nowhere.toml")
