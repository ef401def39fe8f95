"""Tables as datasets, and as reports made without one."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import regiontargets as rt

EXAMPLES = Path(__file__).parents[3] / "examples"

Write = Callable[[str], Path]


@pytest.fixture
def csv_file(tmp_path: Path) -> Write:
    def write(content: str) -> Path:
        path = tmp_path / "targets.csv"
        path.write_text(content, encoding="utf-8")
        return path

    return write


def found(report: rt.Report) -> list[tuple[str, int | None, str | None]]:
    return [(each.code, each.place.row, each.place.field) for each in report]


def test_the_example_is_clean() -> None:
    path = EXAMPLES / "targets.csv"
    assert not rt.validate(path).findings
    assert not rt.validate(rt.load(path)).findings
    target = rt.load(path).targets.where(region="CN-HB")[0]
    assert str(target) == "Hubei: GDP growth about 7%, 2022"


def test_every_column_is_kept(csv_file: Write) -> None:
    path = csv_file(
        "地区,指标,目标值,年份,原文,备注\n湖北,gdp_growth,7%左右,2022,增长7%左右,见报告\n"
    )
    (target,) = rt.load(path).targets
    assert str(target) == "Hubei: GDP growth about 7%, 2022"
    assert target.evidence is not None
    assert target.evidence.exact == "增长7%左右"
    assert dict(target.extra) == {"备注": "见报告"}
    assert target.id == "targets#1"


def test_a_column_with_a_name_of_many_meanings_is_known_by_its_cells(csv_file: Write) -> None:
    path = csv_file(
        "type,性质,类型,region,metric,value,year\n"
        "Actual,约束性,经济,CN-HB,gdp_growth,4.3%,2022\n"
        "target,预期性,经济,CN-HB,gdp_growth,7%,2022\n"
    )
    dataset = rt.load(path)
    assert [each.id for each in dataset.observations] == ["targets#1"]
    (target,) = dataset.targets
    assert (target.commitment, dict(target.extra)) == ("expected", {"类型": "经济"})


def test_targets_and_observations_stand_in_one_table(csv_file: Write) -> None:
    path = csv_file(
        "kind,region,metric,value,year\n"
        "observation,CN-HB,gdp_growth,4.3%,2022\n"
        "target,CN-HB,gdp_growth,7%,2022\n"
        "wish,CN-HB,gdp_growth,7%,2021\n"
    )
    dataset = rt.load(path)
    assert [each.id for each in dataset.targets] == ["targets#2", "targets#3"]
    assert [each.id for each in dataset.observations] == ["targets#1"]
    assert ("F149", 3, "kind") in found(rt.validate(path))


def test_each_finding_stands_at_its_row_and_column(csv_file: Write) -> None:
    path = csv_file(
        "region_code,name,metric,value,unit,comparator,year,announced\n"
        "CN-HB,Hubei,gdp_growth,7,%,,2022,2022-01-20\n"
        "CN-HBX,,gdp_growth,7,%,,2022,\n"
        "CN-HN,,gpd,7,%,,2022,\n"
        "CN-HN,,gdp_growth,7,yaun,,2022,\n"
        "CN-HN,,gdp_growth,7%左右,个百分点,,2023,\n"
        "CN-HN,,gdp_growth,some,%,,2024,\n"
        "CN-HN,,gdp_growth,7,%,,2025x,\n"
        "CN-HN,,gdp_growth,7%左右,%,at_least,2026,soon\n"
        ",,gdp_growth,7,%,,2022,\n"
    )
    assert found(rt.validate(path)) == [
        ("R001", 2, "region_code"),
        ("M001", 3, "metric"),
        ("U001", 4, "unit"),
        ("F148", 5, "unit"),
        ("U009", 6, "value"),
        ("Y001", 7, "year"),
        ("F148", 8, "comparator"),
        ("F149", 8, "announced"),
        ("R005", 9, "region_code"),
    ]


def test_a_name_that_is_not_that_of_the_code(csv_file: Write) -> None:
    path = csv_file("region_code,region,metric,value,year\nCN-HN,湖北,gdp_growth,7%,2022\n")
    assert found(rt.validate(path)) == [("R002", 1, "region")]


def test_a_province_decides_which_city_is_meant(csv_file: Write) -> None:
    path = csv_file("省份,城市,指标,目标值,年份\n江苏,苏州,gdp_growth,7%,2022\n")
    (target,) = rt.load(path).targets
    assert target.region is not None
    assert "CN-JS" in {each.code for each in rt.regions.ancestors(target.region)}


def test_columns_are_mapped(csv_file: Write, tmp_path: Path) -> None:
    path = csv_file("wo,was,wieviel\nCN-HB,gdp_growth,7%\n")
    mapped = {"region": "wo", "metric": "was", "amount": "wieviel", "period": "=2022"}
    (target,) = rt.load(path, columns=mapped).targets
    assert str(target) == "Hubei: GDP growth 7%, 2022"
    toml = tmp_path / "columns.toml"
    toml.write_text("\n".join(f"{role} = '{name}'" for role, name in mapped.items()))
    assert rt.load(path, columns=toml).targets == (target,)


@pytest.mark.parametrize(
    ("mapped", "message"),
    [
        ({"regoin": "wo"}, "Did you mean 'region'"),
        ({"region": "who"}, "Did you mean 'wo'"),
        ({"wide": "x"}, "wide"),
        ({"wide": {"period": ["2021"]}}, "no column '2021'"),
    ],
)
def test_a_mapping_that_fits_nothing(
    mapped: dict[str, object], message: str, csv_file: Write
) -> None:
    with pytest.raises(rt.LoadError, match=message):
        rt.load(csv_file("wo,was\na,b\n"), columns=mapped)


def test_a_wide_table_has_a_record_for_each_filled_cell(csv_file: Write) -> None:
    path = csv_file("region,metric,2021,2022 (%)\nCN-HB,gdp_growth,10%,7\nCN-HN,gdp_growth,,some\n")
    dataset = rt.load(path, columns={"wide": {"period": ["2021", "2022 (%)"]}})
    assert [str(each) for each in dataset.targets] == [
        "Hubei: GDP growth 10%, 2021",
        "Hubei: GDP growth 7%, 2022",
        "Hunan: GDP growth some, 2022",
    ]
    assert found(rt.validate(path, columns={"wide": "period"})) == [("U009", 2, "2022 (%)")]


def test_no_header_is_one_finding(csv_file: Write) -> None:
    report = rt.validate(csv_file("CN-HB,gdp_growth,7%,2022\nCN-HN,gdp_growth,6%,2022\n"))
    assert [each.code for each in report if each.code.startswith("F")] == ["F146"]


@pytest.mark.parametrize("name", ["目标值（%）", "value (percent)", "target [%]"])
def test_the_header_may_name_the_unit(name: str, csv_file: Write) -> None:
    path = csv_file(f"region,metric,{name},year\nCN-HB,gdp_growth,7,2022\n")
    assert [str(each.amount) for each in rt.load(path).targets] == ["7%"]
    assert not rt.validate(path).findings


def test_an_id_that_an_earlier_row_has(csv_file: Write) -> None:
    path = csv_file(
        "id,region,metric,value,year\n"
        "a,CN-HB,gdp_growth,7%,2022\n"
        "a,CN-HN,gdp_growth,7%,2022\n"
        ",CN-HN,gdp_growth,7%,2023\n"
        ",CN-HN,gdp_growth,7%,2024\n"
    )
    assert found(rt.validate(path)) == [("F151", 2, "id")]
    ids = [each.id for each in rt.load(path).targets]
    assert ids == ["a", "targets#2", "targets#3", "targets#4"]


def test_two_columns_for_one_role(csv_file: Write) -> None:
    path = csv_file("region,metric,value,target,year\nCN-HB,gdp_growth,7%,8%,2022\n")
    assert found(rt.validate(path)) == [("F147", 1, "target")]


def test_quotes_are_looked_up_in_their_sources(csv_file: Write, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "hubei.txt").write_text("湖北省2022年地区生产总值增长7%左右。", encoding="utf-8")
    (corpus / "hunan.txt").write_text("湖南省2022年地区生产总值增长6.5%以上。", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("增长9%", encoding="utf-8")
    path = csv_file(
        "region,metric,value,year,quote,source\n"
        "湖北,gdp_growth,7%左右,2022,地区生产总值增长7%左右,hubei.txt\n"
        "湖南,gdp_growth,6.5%以上,2022,地区生产总值增长6.5%以上,\n"
        "湖北,gdp_growth,8%左右,2022,地区生产总值增长8%左右,hubei\n"
        "湖北,gdp_growth,9%,2022,增长9%,../secret.txt\n"
    )
    dataset = rt.load(path, sources=corpus)
    spans = [each.evidence.span for each in dataset.targets if each.evidence]
    assert spans == [(8, 20), (8, 22), None, None]
    codes = found(rt.validate(path, sources=corpus))
    assert ("E001", 3, "quote") in codes
    assert ("F150", 4, "source") in codes
    assert {row for _, row, _ in codes} == {3, 4}


def test_a_saved_table_is_loaded_as_it_was(csv_file: Write, tmp_path: Path) -> None:
    path = csv_file("region,metric,value,unit,year\nHubei,gdp_growth,7,%,2022\nX,Y,z,w,v\n")
    dataset = rt.load(path)
    dataset.save(tmp_path / "saved.json")
    assert rt.load(tmp_path / "saved.json") == dataset


CELLS = {
    "kind": ["", "target", "observation", "wish"],
    "region_code": ["", "CN-HB", "CN-HBX"],
    "region": ["湖北", "Hunan", "Suzhou", "", "Hubie"],
    "metric": ["gdp_growth", "gdp", "GDP", "cpi_inflation", "", "gpd"],
    "value": ["7", "7%", "7%左右", "5-6%", "5万亿元", "下降3%", "翻一番", "some", "", "-", "7000%"],
    "unit": ["", "%", "亿元", "个百分点", "yaun", "ppt"],
    "comparator": ["", "about", ">=", "perhaps"],
    "upper": ["", "9", "1"],
    "year": ["2022", "by 2025", "去年", "2205", "soon", "", "FY2023"],
    "baseline": ["", "2020", "2030", "x"],
    "quote": ["", "湖北2022年地区生产总值增长7%左右", "GDP of Hubei reached 5 trillion yuan"],
    "source": ["", "a.txt", "../b.txt"],
    "published": ["", "2022-01-20", "soon"],
    "announced": ["", "2022-01-20", "2030-01-01"],
    "change": ["", "growth", "decline", "leap"],
    "commitment": ["", "binding"],
    "equivalent": ["", "8000亿美元", "x"],
    "supersedes": ["", "#1"],
    "note": ["", "n"],
}
row = st.fixed_dictionaries({name: st.sampled_from(cells) for name, cells in CELLS.items()})


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(row, min_size=1, max_size=6))
def test_rows_and_records_have_the_same_findings(
    tmp_path: Path, rows: list[dict[str, str]]
) -> None:
    (tmp_path / "a.txt").write_text("湖北2022年地区生产总值增长7%左右", encoding="utf-8")
    path = tmp_path / "targets.csv"
    lines = [",".join(CELLS), *(",".join(each.values()) for each in rows)]
    path.write_text("\n".join(lines), encoding="utf-8")
    direct = rt.validate(
        path, sources=tmp_path / "a.txt", select=["E", "U", "Y", "R", "M", "D", "F"]
    )
    dataset = rt.load(path, sources=tmp_path / "a.txt")
    by_records = rt.validate(dataset, select=["E", "U", "Y", "R", "M", "D", "F"])
    # Only the table itself has cells and rows to mend.
    plain = [replace(each, fix=None) for each in direct]
    assert plain == [replace(each, fix=None) for each in by_records]
    assert len(dataset.records) == len(rows)


def test_a_year_beside_the_amount_is_the_period_unless_another_cell_says_otherwise(
    csv_file: Write,
) -> None:
    path = csv_file(
        "region_code,metric,value,year\n"
        "CN-HB,gdp_growth,2025年7%左右,\n"
        "CN-HN,gdp_growth,7% by 2025,2025\n"
        "CN-AH,gdp_growth,2021年增长7%,2022\n"
    )
    dataset = rt.load(path)

    assert [str(each.period) for each in dataset.targets] == ["2025", "2025", "2022"]
    assert [each.amount and str(each.amount.value) for each in dataset.targets] == ["7", "7", "7"]
    (finding,) = dataset.findings
    assert (finding.code, finding.place.row, finding.place.field) == ("F148", 3, "year")
    assert finding.message == "the period 2022 disagrees with the amount"
    assert finding.reason == "the cell of the amount says 2021"


def test_a_saved_table_has_the_findings_that_it_had(csv_file: Write, tmp_path: Path) -> None:
    path = csv_file(
        "region_code,metric,value,unit,year\n"
        "CN-HB,gdp_growth,7,yaun,2022\n"
        "CN-HN,gdp_growth,8,yaun,2022\n"
        "CN-XX,gdpp,many,%,soon\n"
    )
    rt.load(path).save(tmp_path / "t.json")

    again = rt.validate(tmp_path / "t.json")
    assert again.findings == rt.validate(path).findings
