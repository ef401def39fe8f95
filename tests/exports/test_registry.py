import csv
import json
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from regiontargets.cli import main
from regiontargets.exports.registry import UnknownExportFormat, export, export_formats
from regiontargets.model import (
    Amount,
    Dataset,
    Evidence,
    FrozenDict,
    Metric,
    Observation,
    Period,
    Records,
    Region,
    Source,
    Target,
)
from regiontargets.tables import read_tables

GUANGDONG = Region(code="CN-GD", name="Guangdong")
SHARE = Metric(code="share", name="Share", unit="percent", kind="share")
DATASET = Dataset(
    targets=Records(
        [
            Target(
                id="a#1",
                region=GUANGDONG,
                metric=SHARE,
                amount=Amount(comparator="more_than", value=Fraction(100, 3), unit="percent"),
                period=Period.by_year(2025),
                issuer="=HYPERLINK(1)",
                announced=date(2022, 2, 17),
                evidence=Evidence(source="a", exact="a third"),
            ),
            Target(
                id="a#2",
                region=GUANGDONG,
                metric=SHARE,
                amount=Amount(comparator="between", value=-5, upper=6, unit="percent"),
                period=Period.of_year(2025),
            ),
        ]
    ),
    observations=Records([Observation(id="o")]),
)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_is_exact_and_runs_nothing(tmp_path: Path) -> None:
    assert export(DATASET, tmp_path / "a.csv", "csv") == ()
    first, second, third = rows(tmp_path / "a.csv")
    assert first["issuer"] == "'=HYPERLINK(1)"
    assert (first["value"][:6], first["value_fraction"]) == ("33.333", "100/3")
    assert (second["value"], second["upper"]) == ("-5", "6")
    assert third["value"] == ""


@pytest.mark.parametrize("to", export_formats())
def test_hostile_words_are_written_and_read(to: str, tmp_path: Path) -> None:
    words = "\"';=1+1\x00\x1b\u202e</script>\r\n\t{{x}}"
    region = Region(code="X", name=words, names=FrozenDict({words: words}))
    evidence = Evidence(source=words, start=0, end=3, exact=words[:3], prefix=words)
    target = DATASET.targets[0].replace(id=words, region=region, issuer=words, evidence=evidence)
    source = Source(id=words, title=words, text=words, language=words, url=words)
    dataset = Dataset(targets=Records([target]), sources=Records([source]))
    export(dataset, tmp_path / "a", to)
    if to in ("csv", "sdmx-csv", "data-package", "parquet", "excel"):
        name = "a/targets.csv" if to == "data-package" else "a"
        form = {"parquet": ".parquet", "excel": ".xlsx"}.get(to, ".csv")
        (table,) = read_tables(name, path=tmp_path / name, form=form)
        assert table.rows == 1
    if to in ("web-annotation", "json-ld"):
        json.loads((tmp_path / "a").read_text(encoding="utf-8"))


def test_excel_is_typed_and_runs_nothing(tmp_path: Path) -> None:
    assert export(DATASET, tmp_path / "a.xlsx", "excel") == ()
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["records"]
    head = [cell.value for cell in sheet[1]]
    first = dict(zip(head, sheet[2], strict=True))
    second = dict(zip(head, sheet[3], strict=True))
    assert (first["issuer"].value, first["issuer"].data_type) == ("=HYPERLINK(1)", "s")
    assert first["announced"].value == datetime(2022, 2, 17)
    assert first["value"].data_type == "s"  # 28 digits are more than a number there holds
    assert second["value"].value == -5


def test_a_data_package_joins_its_tables(tmp_path: Path) -> None:
    assert export(DATASET, tmp_path / "p", "data-package") == ()
    package = json.loads((tmp_path / "p" / "datapackage.json").read_text(encoding="utf-8"))
    names = [each["name"] for each in package["resources"]]
    assert names == ["regions", "metrics", "sources", "targets", "observations", "quotes"]
    assert rows(tmp_path / "p" / "sources.csv")[0]["id"] == "a"
    first = rows(tmp_path / "p" / "targets.csv")[0]
    assert first["region"] == rows(tmp_path / "p" / "regions.csv")[0]["key"]


def test_frictionless_finds_a_data_package_valid(tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    export(DATASET, tmp_path / "p", "data-package")
    report = frictionless.Package(str(tmp_path / "p" / "datapackage.json")).validate()
    assert report.valid, report


def test_sdmx_csv_has_its_columns(tmp_path: Path) -> None:
    lost = export(DATASET, tmp_path / "a.csv", "sdmx-csv")
    assert lost == ("o is left out: it has no region, metric, period, amount.",)
    first, second = rows(tmp_path / "a.csv")
    assert (first["ACTION"], first["TIME_PERIOD"]) == ("I", "2025-12-31")
    assert (second["TIME_PERIOD"], second["OBS_VALUE"], second["UPPER_VALUE"]) == (
        "2025",
        "-5",
        "6",
    )


def test_pysdmx_reads_sdmx_csv(tmp_path: Path) -> None:
    io = pytest.importorskip("pysdmx.io", reason="pysdmx is not installed")
    export(DATASET, tmp_path / "a.csv", "sdmx-csv")
    (read,) = io.read_sdmx(tmp_path / "a.csv", validate=False).data
    assert [*read.data["RECORD"]] == ["a#1", "a#2"]


def test_iamc_says_which_value_has_no_place(tmp_path: Path) -> None:
    target = DATASET.targets[0]
    again = target.replace(
        id="b", amount=Amount(comparator="more_than", value=Decimal(1), unit="percent")
    )
    lost = export(Dataset(targets=Records([target, again])), tmp_path / "a.csv", "iamc")
    assert lost == ("b is left out: another value has its key.",)
    assert rows(tmp_path / "a.csv")[0]["variable"] == "share|more_than"


def test_pyam_reads_iamc(tmp_path: Path) -> None:
    pyam = pytest.importorskip("pyam", reason="pyam is not installed")
    export(DATASET, tmp_path / "a.csv", "iamc")
    assert [*pyam.IamDataFrame(tmp_path / "a.csv").variable] == [
        "share|lower",
        "share|more_than",
        "share|upper",
    ]


def test_an_unknown_format_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnknownExportFormat, match="Known: csv, excel"):
        export(DATASET, tmp_path / "a", "tables")


def test_the_command_exports(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    DATASET.save(path)
    out = tmp_path / "a.csv"
    assert main(["export", str(path), str(out), "--to", "csv"]) == 0
    assert len(rows(out)) == 3
    assert main(["export", str(path), str(out), "--to", "csv"]) == 2
