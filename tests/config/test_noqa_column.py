"""A row of a table that excuses its own findings."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

import regiontargets as rt

HEAD = "region,metric,value,unit,year,announced,noqa\n"
Checked = Callable[..., rt.Report]


@pytest.fixture
def checked(tmp_path: Path) -> Checked:
    """The report on a table of one row: of Hubei's GDP in bananas, and what it excuses."""

    def run(
        noqa: str, *, announced: str = "", select: Sequence[str] = (), ignore: Sequence[str] = ()
    ) -> rt.Report:
        path = tmp_path / "a.csv"
        path.write_text(f'{HEAD}Hubei,gdp,5,bananas,2022,{announced},"{noqa}"\n', encoding="utf-8")
        alone, loaded = (
            rt.validate(data, select=select, ignore=ignore) for data in (path, rt.load(path))
        )
        assert alone.findings == loaded.findings
        assert alone.suppressed == loaded.suppressed
        return alone

    return run


@pytest.mark.parametrize("noqa", ["U001", "u", "all", "*", "U001; U006"])
def test_the_codes_named_in_the_row_are_not_reported_but_counted(
    checked: Checked, noqa: str
) -> None:
    report = checked(noqa, ignore=["S"])
    assert (report.findings, report.suppressed) == ((), 1)


@pytest.mark.parametrize("noqa", ["", "Y001"])
def test_other_codes_stay(checked: Checked, noqa: str) -> None:
    report = checked(noqa, ignore=["S"])
    assert [each.code for each in report] == ["U001"]
    assert report.suppressed == 0


def test_what_reading_the_table_found_is_excused_too(checked: Checked) -> None:
    assert [each.code for each in checked("U001", announced="soon")] == ["F149"]
    report = checked("U001, F149", announced="soon")
    assert (report.findings, report.suppressed) == ((), 2)


def test_an_unused_code_is_reported_at_its_cell(checked: Checked) -> None:
    (found,) = checked("U001, Y001")
    assert (found.code, found.severity, found.message) == (
        "S001",
        "warning",
        "nothing here for Y001 to suppress",
    )
    assert (found.place.row, found.place.field, found.text) == (1, "noqa", "U001, Y001")


def test_a_code_that_was_not_looked_for_is_not_called_unused(checked: Checked) -> None:
    assert checked("U001, Y001", select=["U", "S"]).findings == ()
    assert checked("all", select=["Y", "S"]).findings == ()


def test_words_that_are_no_codes_excuse_nothing(checked: Checked) -> None:
    assert sorted(each.code for each in checked("as printed")) == ["S002", "U001"]


def test_the_summary_counts_what_was_excused(checked: Checked) -> None:
    report = checked("all")
    assert str(report.summary) == "no findings in 1 record, 1 suppressed"
    assert '"suppressed": 1' in report.to_json()
