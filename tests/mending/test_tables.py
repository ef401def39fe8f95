"""Fixes made in tables: what is mended, and that every other byte stays."""

import codecs
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import regiontargets as rt
from regiontargets import api
from regiontargets.assembly.tables import curated_tables
from regiontargets.checking import report_on_table
from regiontargets.mending import mended_table
from regiontargets.mending.delimited import record
from regiontargets.mending.json_lines import values
from regiontargets.tables import read_tables
from regiontargets.validators import Selection

HEAD = "region,region_code,metric,value,unit,year,note"
Mend = Callable[..., str]


@pytest.fixture
def mend(tmp_path: Path) -> Mend:
    """The rows of a table after mending; the header stays."""

    def run(*rows: str, head: str = HEAD, **options: object) -> str:
        path = tmp_path / "t.csv"
        path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8", newline="")
        api.mend(path, **options)  # type: ignore[arg-type]
        return path.read_text(encoding="utf-8").removeprefix(head + "\n").removesuffix("\n")

    return run


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("湖北,CN-HB,gdp,5e12,yaun,2022,", "湖北,CN-HB,gdp,5e12,yuan,2022,"),
        ("湖北,CN-HB,gdp,5,trillion yaun,2022,", "湖北,CN-HB,gdp,5,trillion yuan,2022,"),
        ("湖北,CN-HB,gdp,5 trillion yaun,,2022,", "湖北,CN-HB,gdp,5 trillion yuan,,2022,"),
        ("湖北,CN-HB,gdp_growth,5,percnet,2022,", "湖北,CN-HB,gdp_growth,5,percent,2022,"),
        ("湖北,CN-HB,gdp_growth,５．５％,,2022,", "湖北,CN-HB,gdp_growth,5.5%,,2022,"),
        ("湖北,CN-HB,gdp_growth,5%—6%,,2022,", "湖北,CN-HB,gdp_growth,5%-6%,,2022,"),
        ("湖北,CN-HB,gdp_growth,7,％,２０２２,", "湖北,CN-HB,gdp_growth,7,%,2022,"),
        ("湖北,,gdp_growth,7,%,2022,", "湖北,CN-HB,gdp_growth,7,%,2022,"),
        (
            '"湖北",""," gdp_growth ",7,%,2022,"a ""b"""',
            '"湖北","CN-HB"," gdp_growth ",7,%,2022,"a ""b"""',
        ),
    ],
)
def test_what_is_safe_is_mended(mend: Mend, before: str, after: str) -> None:
    assert mend(before) == after
    assert mend(after) == after


@pytest.mark.parametrize(
    "row",
    [
        "Suzhou,,gdp_growth,7,%,2022,",  # two regions bear the name
        "Jilin,,gdp_growth,7,%,2022,",  # the province and its city
        "湖北,CN-HN,gdp_growth,7,%,2022,",  # a code that disagrees is for a person to decide
        "湖北,CN-HB,gdp_growth,7,bananas,2022,",
        "湖北,CN-HB,gdp_growth,7,%,2022,２０２２—２０２３ ５％",  # a note is nobody's number
        "湖北,CN-HB,gdp_growth,—,%,2022,",
        "湖北,CN-HB,gdp_growth,7%,%,2022,x ",
    ],
)
def test_what_is_doubtful_or_right_stays(mend: Mend, row: str) -> None:
    assert mend(row) == row


def test_codes_are_written_as_the_others_in_their_column(mend: Mend) -> None:
    rows = ["湖北,{},gdp_growth,7,%,2022,", "湖南,430000,gdp_growth,7,%,2022,"]
    assert mend(rows[0].format(""), rows[1]).splitlines()[0] == rows[0].format("420000")


def test_a_row_that_repeats_another_cell_for_cell_is_taken_out(mend: Mend) -> None:
    row, other = "湖北,CN-HB,gdp_growth,7,%,2022,", "湖南,CN-HN,gdp_growth,7,%,2022,"
    assert mend(row, other, row, row) == f"{row}\n{other}"
    assert mend(row, other, f"{row}x") == f"{row}\n{other}\n{row}x"


def test_a_row_of_several_lines_is_taken_out_whole(mend: Mend) -> None:
    row = '湖北,CN-HB,gdp_growth,7,%,2022,"a\nb"'
    assert mend(row, row) == row


def test_only_what_is_found_is_mended(mend: Mend) -> None:
    row = "湖北,,gdp_growth,５％,,2022,"
    assert mend(row, select=["F153"]) == row.replace(",,", ",CN-HB,", 1)
    assert mend(row, ignore=["F15"]) == row
    noqa = HEAD.replace("note", "noqa")
    assert mend(f"{row}F152", head=noqa) == f"{row}F152".replace(",,", ",CN-HB,", 1)


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [
        *(("utf-8", ","), ("utf-8-sig", ";"), ("utf-16-le", "\t"), ("utf-16-be", "|")),
        *(("utf-32-le", ","), ("gb18030", "\t")),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
def test_every_other_byte_stays(
    encoding: str, delimiter: str, newline: str, last: bool, tmp_path: Path
) -> None:
    rows = [
        "region,metric,value,unit,year,note",
        '湖北,gdp,"5",percnet,2022,"x ""y"""',
        "",
        "湖南,gdp_growth, 7 ,%,2022,",
    ]
    before = newline.join(rows).replace(",", delimiter) + newline * last
    mark = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
    mark["utf-32-le"] = codecs.BOM_UTF32_LE
    path = tmp_path / "t.csv"
    path.write_bytes(mark.get(encoding, b"") + before.encode(encoding))
    api.mend(path)
    after = before.replace("percnet", "percent")
    assert path.read_bytes() == mark.get(encoding, b"") + after.encode(encoding)


def test_json_lines_are_mended_where_their_values_stand(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    row = (
        '{ "region": "湖北", "region_code": null,"metric":"gdp",'
        '\t"value": 5, "unit": "yaun", "year":2022}\r\n'
    )
    path.write_bytes((row + row).encode())
    api.mend(path, format="table")
    after = row.replace("yaun", "yuan").replace("null", '"CN-HB"')
    assert path.read_bytes() == after.encode()


def test_the_last_line_without_an_end_stays_without_one(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    row = "湖北,CN-HB,gdp_growth,7,%,2022,"
    for repeated in (row, f"{row}\n{row}", f"{row}\n{row}\n{row}"):
        path.write_bytes(f"{HEAD}\n{row}\n{repeated}".encode())
        api.mend(path)
        assert path.read_bytes() == f"{HEAD}\n{row}".encode()


def test_a_dry_run_shows_the_difference_and_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    text = f"{HEAD}\n湖北,CN-HB,gdp,5,yaun,2022,\n"
    path.write_text(text, encoding="utf-8")
    (mended,) = api.mend(path, dry_run=True).values()
    assert mended.difference.splitlines()[2:] == [
        "@@ -1,2 +1,2 @@",
        f" {HEAD}",
        "-湖北,CN-HB,gdp,5,yaun,2022,",
        "+湖北,CN-HB,gdp,5,yuan,2022,",
    ]
    assert path.read_text(encoding="utf-8") == text


def test_spellings_are_notes_that_must_be_selected(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"{HEAD}\n湖北,,gdp_growth,５％,,2022,\n", encoding="utf-8")
    assert rt.validate(path).findings == ()
    report = rt.validate(path, select=["F15"])
    assert [(each.code, each.severity, each.place.field) for each in report] == [
        ("F152", "note", "value"),
        ("F153", "note", "region_code"),
    ]
    assert [each.fix.replacement for each in report if each.fix] == ["5%", "CN-HB"]


CELL = st.text(st.sampled_from('a", ;\n\t|x湖'), max_size=6)


@given(st.lists(CELL, min_size=1, max_size=4), st.sampled_from(",\t;|"))
def test_a_record_is_split_as_the_reader_splits_it(cells: list[str], delimiter: str) -> None:
    import csv
    import io

    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerow(cells)
    found = record(out.getvalue() + "next", 0, delimiter)
    assert found is not None
    assert [each.text for each in found] == cells


def test_broken_objects_have_no_values() -> None:
    for line in (
        "",
        "[1]",
        "{",
        '{"a"',
        '{"a":',
        '{"a": 1',
        "[" * 9999,
        '{"a": [' * 9999,
    ):
        assert values(line) == {}


def test_what_could_be_mended_in_a_large_table_is_found_too(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    rows = [
        f"湖北,,gdp_growth,{number % 90 / 10},%,{1900 + number % 120}," for number in range(30_000)
    ]
    path.write_text("\n".join([HEAD, *rows, "湖北,CN-HB,gdp_growth,５％,,2022,"]) + "\n", "utf-8")
    found = rt.validate(path, select=["F15"])
    assert dict(found.summary.codes) == {"F152": 1, "F153": 30_000}


NOTE = st.text(st.sampled_from("a\", ;\n\t|x湖'%５—"), max_size=8)


@given(st.lists(st.tuples(NOTE, st.booleans(), NOTE), min_size=1, max_size=5))
def test_no_cell_but_the_mended_ones_changes(rows: list[tuple[str, bool, str]]) -> None:
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["note", "region", "metric", "value", "unit", "year", "more"])
    for number, (note, wrong, more) in enumerate(rows):
        unit = "percnet" if wrong else "percent"
        writer.writerow([note, "湖北", "gdp_growth", number, unit, 2000 + number, more])
    before = out.getvalue()
    (read,) = read_tables("t.csv", data=before.encode())
    (table,) = curated_tables([read], regions=rt.regions, metrics=rt.metrics)
    report = report_on_table(table, Selection(("U",)))
    mended = mended_table(before.encode(), table.table, report)
    after = before if mended is None else mended.data.decode()
    assert after == before.replace("percnet", "percent")
