"""A user's metrics extend and override the built-in ones; every mistake is a finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from regiontargets.catalog.catalog import Catalog
from regiontargets.catalog.metrics import metrics
from regiontargets.errors import LoadError, UnknownMetric

CSV = """code,name,name_zh,aliases,unit,kind,low,high,growth
well_being,well-being index,幸福指数,quality of life; 幸福感,index_point,index,0,100,true
"""
YAML = """theme: Our own
metrics:
  well_being:
    name: well-being index
    name_zh: 幸福指数
    aliases: [quality of life, 幸福感]
    unit: index_point
    kind: index
    low: 0
    high: 100
    growth: true
"""
TOML = """theme = "Our own"

[well_being]
en = ["well-being index", "quality of life"]
zh = ["幸福指数", "幸福感"]
unit = "index_point"
kind = "index"
low = 0
high = 100
growth = true
"""
LIST = """[[metrics]]
code = "well_being"
name = "well-being index"
name_zh = "幸福指数"
aliases = ["quality of life", "幸福感"]
unit = "index_point"
kind = "index"
low = 0
high = 100
growth = true
"""


def own(tmp_path: Path, text: str, suffix: str = ".csv", *, base: bool = True) -> Catalog:
    path = tmp_path / f"own{suffix}"
    path.write_text(text, encoding="utf-8")
    return Catalog(metrics=path, base=base)


def findings(catalog: Catalog) -> list[tuple[str, int | None, str | None]]:
    return [(each.code, each.place.line, each.place.field) for each in catalog.findings]


@pytest.mark.parametrize(
    ("text", "suffix"), [(CSV, ".csv"), (YAML, ".yaml"), (TOML, ".toml"), (LIST, ".toml")]
)
def test_a_metric_is_the_same_in_every_format(tmp_path: Path, text: str, suffix: str) -> None:
    catalog = own(tmp_path, text, suffix)
    metric = catalog.metrics["well_being"]
    assert catalog.findings == ()
    assert (metric.name, metric.names["zh"], metric.unit) == (
        "well-being index",
        "幸福指数",
        "index_point",
    )
    assert (str(metric.bounds.low), str(metric.bounds.high), metric.growth) == (
        "0",
        "100",
        "well_being_growth",
    )
    for name in ("the quality of life", "幸福感", "Well-Being Index", "index of well-being"):
        assert catalog.metrics.get(name) == metric
    assert catalog.metrics.get("幸福指数增速").code == "well_being_growth"


def test_the_built_in_metrics_are_there_too_and_stay_as_they_are(tmp_path: Path) -> None:
    catalog = own(tmp_path, CSV)
    assert catalog.metrics["gdp"] == metrics["gdp"]
    assert len(catalog.metrics) == len(metrics) + 2
    assert "well_being" not in metrics


def test_without_base_there_is_nothing_else(tmp_path: Path) -> None:
    catalog = own(tmp_path, CSV, base=False)
    assert [each.code for each in catalog.metrics] == ["well_being", "well_being_growth"]
    with pytest.raises(UnknownMetric):
        catalog.metrics.get("GDP")


def test_a_known_code_is_extended_by_names(tmp_path: Path) -> None:
    catalog = own(tmp_path, "code,aliases\ngdp,economic pie; 经济大盘\n")
    assert catalog.findings == ()
    assert catalog.metrics.get("经济大盘") == metrics["gdp"]
    assert catalog.metrics.get("economic pie growth").code == "gdp_growth"
    assert "GDP" in catalog.metrics.aliases("gdp")


def test_a_known_code_is_overridden_field_by_field(tmp_path: Path) -> None:
    catalog = own(tmp_path, "code,unit,high\ngdp,CNY,1000000000000000\n")
    metric = catalog.metrics["gdp"]
    assert (metric.unit, str(metric.bounds.low), str(metric.bounds.high)) == (
        "CNY",
        "0",
        str(10**15),
    )
    assert metric.name == "gross domestic product"


def test_an_own_name_wins_over_the_built_in_bearer_of_it(tmp_path: Path) -> None:
    text = "code,name,unit,kind\nour_index,business climate; inflation,percent,index\n"
    catalog = own(tmp_path, text)
    assert metrics.get("inflation").code == "cpi_inflation"
    assert catalog.metrics.get("inflation").code == "our_index"
    assert catalog.metrics.get("CPI").code == "cpi_inflation"


def test_every_mistake_is_found_with_its_line_and_the_good_rows_load(tmp_path: Path) -> None:
    catalog = own(
        tmp_path,
        "code,name,unit,kind,low,high,growth_of,colour\n"
        "one,One,percnt,share,,,,red\n"
        "two,Two,percent,shar,9,1,,red\n"
        ",Three,percent,share,,,,\n"
        "four,,percent,share,,,,\n"
        "five,Five,,,,,,\n"
        "six,Six,percent,share,x,,,\n"
        "good,Good,percent,share,0,100,,\n"
        "good,Again,percent,share,,,,\n"
        "seven,Seven,percent,growth,,,nothing,\n"
        "eight,Eight\n",
    )
    assert findings(catalog) == [
        ("F102", 11, None),
        ("F103", 1, "colour"),
        ("F105", 2, "unit"),
        ("F105", 3, "kind"),
        ("F105", 3, "low"),
        ("F104", 4, "code"),
        ("F104", 5, "name"),
        ("F104", 6, "unit"),
        ("F104", 6, "kind"),
        ("F105", 7, "low"),
        ("F106", 9, "code"),
        ("F108", 10, "growth_of"),
    ]
    assert catalog.metrics["good"].name == "Good"
    unit = catalog.findings[2]
    assert (unit.text, unit.place.row) == ("percnt", 1)
    assert "'percent'" in unit.reason
    assert str(catalog.findings[1]).endswith("own.csv:1: warning F103: there is no field 'colour'")


def test_a_code_that_is_no_code_is_refused(tmp_path: Path) -> None:
    catalog = own(tmp_path, "code,name,unit,kind\nGood Code,x,percent,share\n")
    assert findings(catalog) == [("F105", 2, "code")]
    assert "Good Code" not in catalog.metrics


def test_lines_in_yaml_and_toml_are_those_of_the_field(tmp_path: Path) -> None:
    yaml = own(tmp_path, "a_b:\n  name: A\n  unit: percent\n  kind: shar\n", ".yaml")
    toml = own(tmp_path, '[a_b]\nname = "A"\nunit = "percent"\nkind = "shar"\n', ".toml")
    assert findings(yaml) == findings(toml) == [("F105", 4, "kind")]


def test_no_is_text_in_yaml(tmp_path: Path) -> None:
    catalog = own(tmp_path, "no:\n  name: on\n  unit: percent\n  kind: share\n", ".yaml")
    assert catalog.findings == ()
    assert catalog.metrics["no"].name == "on"


def test_chinese_headings_are_read(tmp_path: Path) -> None:
    text = "代码,中文名,别名,单位,kind\nwell,幸福,幸福感;安康,percent,share\n"
    catalog = own(tmp_path, text)
    assert catalog.findings == ()
    assert catalog.metrics.get("安康").name == "幸福"


def test_a_missing_file_and_another_suffix_are_errors(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match=r"cannot read .*own\.csv"):
        Catalog(metrics=tmp_path / "own.csv")
    with pytest.raises(LoadError, match="a codelist is no \\.xlsx"):
        Catalog(metrics=tmp_path / "own.xlsx")
    with pytest.raises(LoadError, match="cannot read"):
        Catalog(metrics=tmp_path / "a\0b.csv")


@pytest.mark.parametrize(
    ("suffix", "text", "reason"),
    [
        (".csv", "", "it is empty"),
        (".csv", 'code\n"open\n', "unexpected end of data"),
        (".yaml", "", "it is empty"),
        (".yaml", "a: [", "expected the node content, but found '<stream end>'"),
        (".yaml", "a: &x [1]\nb: *x\n", "YAML aliases are not read"),
        (".yaml", "[" * 50_000, "it is nested too deeply"),
        (".yaml", "a: \x00", "unacceptable character #x0000: special characters are not allowed"),
        (".toml", "a = ", "Invalid value"),
        (".toml", "a = " + "[" * 50_000, "it is nested too deeply"),
        (".toml", "[a]\n[a]\n", "Cannot declare ('a',) twice"),
    ],
)
def test_a_broken_file_is_one_finding(tmp_path: Path, suffix: str, text: str, reason: str) -> None:
    catalog = own(tmp_path, text, suffix)
    assert [(each.code, each.reason) for each in catalog.findings] == [("F100", reason)]
    assert catalog.metrics is metrics


def test_what_is_not_utf8_is_a_finding_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes("code,name\na,好\n".encode("gb18030"))
    assert findings(Catalog(metrics=path)) == [("F100", 2, None)]


@pytest.mark.parametrize("text", ["just text", "- a\n- b\n", "metrics: 5\n", "a:\n - b\n"])
def test_what_is_no_row_is_a_finding(tmp_path: Path, text: str) -> None:
    catalog = own(tmp_path, text, ".yaml")
    assert {each.code for each in catalog.findings} == {"F102"}


def test_several_files_are_read_in_order_and_the_first_row_of_a_code_stays(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.csv").write_text(f"code,name,unit,kind\nsame,{name},percent,share\n")
    catalog = Catalog(metrics=[tmp_path / "a.csv", str(tmp_path / "b.csv")])
    assert catalog.metrics["same"].name == "a"
    assert [each.code for each in catalog.findings] == ["F106"]


def test_the_users_file_may_look_like_the_built_in_ones(tmp_path: Path) -> None:
    from regiontargets.catalog.metrics.rows import theme_texts

    for name, text in theme_texts():
        (tmp_path / name).write_text(text, encoding="utf-8")
    catalog = Catalog(metrics=sorted(tmp_path.glob("*.toml")), base=False)
    wrong = [each for each in catalog.findings if each.code != "F103"]
    assert wrong == []
    assert {each.code for each in catalog.metrics} == {each.code for each in metrics}


@pytest.mark.parametrize(
    ("suffix", "text", "line"),
    [
        (".csv", "code,name,unit,kind,name\na,A,percent,share,B\n", 1),
        (".yaml", "a:\n  name: A\n  unit: percent\n  kind: share\n  name: B\n", 5),
        (".yaml", "a: {name: A, unit: percent, kind: share}\na: {name: B}\n", 2),
    ],
)
def test_of_what_is_given_twice_the_first_stays(
    tmp_path: Path, suffix: str, text: str, line: int
) -> None:
    catalog = own(tmp_path, text, suffix)
    assert [(each.code, each.place.line) for each in catalog.findings] == [("F106", line)]
    assert catalog.metrics["a"].name == "A"


def test_a_bad_row_does_not_take_the_code_of_a_good_one(tmp_path: Path) -> None:
    text = "code,name,unit,kind\nsame,Bad,zzz,share\nsame,Good,percent,share\n"
    catalog = own(tmp_path, text)
    assert findings(catalog) == [("F105", 2, "unit")]
    assert catalog.metrics["same"].name == "Good"
