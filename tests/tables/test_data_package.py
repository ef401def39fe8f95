"""Data Packages: what is read of their resources, and what is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from regiontargets.api import load, validate
from regiontargets.errors import LoadError
from regiontargets.tables import Table, read_tables


def package(folder: Path, *resources: object, **files: str) -> Path:
    for name, text in files.items():
        (folder / name.replace("_csv", ".csv").replace("_json", ".json")).write_text(
            text, encoding="utf-8"
        )
    path = folder / "datapackage.json"
    path.write_text(json.dumps({"name": "x", "resources": resources}), encoding="utf-8")
    return path


def read(path: Path) -> list[Table]:
    return read_tables(str(path), path=path)


def cells(table: Table, name: str) -> list[str]:
    return [table.cell(row, name) for row in range(table.rows)]


def test_cells_are_read_as_the_schema_says(tmp_path: Path) -> None:
    schema = {
        "missingValues": ["", "n.d."],
        "fields": [
            {"name": "value", "type": "number", "decimalChar": ",", "groupChar": "."},
            {"name": "published", "type": "date", "format": "%d.%m.%Y"},
        ],
    }
    resource = {"name": "aims", "path": "aims.csv", "schema": schema, "dialect": {"delimiter": ";"}}
    text = "region;value;published\nBerlin;1.234,5;17.02.2022\nBremen;n.d.;n.d.\n"
    (table,) = read(package(tmp_path, resource, aims_csv=text))
    assert cells(table, "value") == ["1234.5", ""]
    assert cells(table, "published") == ["2022-02-17", ""]
    assert table.path == str(tmp_path / "aims.csv")


def test_keys_give_way_to_what_they_refer_to(tmp_path: Path) -> None:
    keys = [
        {"fields": ["region"], "reference": {"resource": "places", "fields": ["id"]}},
        {"fields": "source", "reference": {"resource": "papers", "fields": "id"}},
    ]
    path = package(
        tmp_path,
        {"name": "aims", "path": "aims.csv", "schema": {"foreignKeys": keys}},
        {"name": "places", "path": "places.csv"},
        {"name": "papers", "path": "papers.csv"},
        aims_csv="region,metric,value,unit,year,source\n1,gdp_growth,7,%,2022,p\n9,gdp_growth,6,%,2022,\n",
        places_csv="id,code\n1,CN-HB\n2,CN-HN\n",
        papers_csv="id,title,url\np,Report,https://x.example\n",
    )
    (table,) = read(path)
    assert cells(table, "region") == ["CN-HB", "9"]
    assert cells(table, "source title") == ["Report", ""]
    dataset = load(path)
    assert [str(each) for each in dataset.targets] == [
        "Hubei: GDP growth 7%, 2022",
        "9: GDP growth 6%, 2022",
    ]
    assert dataset.sources[0].title == "Report"
    report = validate(path)
    assert [(f.code, f.place.row, f.place.path) for f in report.errors] == [
        ("R001", 2, str(tmp_path / "aims.csv"))
    ]


def test_data_may_stand_in_the_descriptor(tmp_path: Path) -> None:
    path = package(
        tmp_path,
        {"name": "a", "data": [{"region": "CN-HB", "value": 7.50}]},
        {"name": "b", "data": [["region", "value"], ["CN-HN", 6]]},
    )
    one, two = read(path)
    assert cells(one, "value") == ["7.5"]
    assert cells(two, "region") == ["CN-HN"]
    assert one.path == f"{path}#a"


def test_a_schema_may_stand_in_a_file(tmp_path: Path) -> None:
    resource = {"name": "a", "path": "a.csv", "schema": "schema.json"}
    path = package(
        tmp_path,
        resource,
        a_csv="region,value\nCN-HB,-\n",
        schema_json='{"missingValues": ["-"]}',
    )
    assert cells(read(path)[0], "value") == [""]


GOOD = {"name": "good", "data": [{"region": "CN-HB", "value": 7}]}


@pytest.mark.parametrize(
    ("resource", "reason"),
    [
        ({"path": "https://x.example/a.csv"}, "nothing is fetched"),
        ({"path": "../../etc/passwd"}, "there is no file ../../etc/passwd in"),
        ({"path": "/etc/passwd"}, "there is no file /etc/passwd in"),
        ({"path": "missing.csv"}, "there is no file missing.csv"),
        ({"path": "\0"}, "there is no file"),
        ({"path": ["a.csv", "b.csv"]}, "not that of one file"),
        ({}, "not that of one file"),
        ({"path": "a.csv", "dialect": {"header": False}}, "no header"),
        ({"path": "a.csv", "dialect": {"delimiter": "^"}}, "delimiter"),
        ({"path": "a.csv", "compression": "gz"}, "no format"),
        ({"path": "a.geojson"}, "no format"),
        ({"path": "a.csv", "schema": "../schema.json"}, "there is no file ../schema.json"),
        ({"path": "empty.csv"}, "it is empty"),
        ({"data": "words"}, "no table"),
        ({"data": [1, 2]}, "no table"),
        (7, "not that of one file"),
    ],
)
def test_what_is_not_read_is_a_finding(tmp_path: Path, resource: object, reason: str) -> None:
    for name in ("a.csv", "a.geojson"):
        (tmp_path / name).write_text("region,value\nCN-HB,7\n", encoding="utf-8")
    (tmp_path / "empty.csv").write_text("", encoding="utf-8")
    (table,) = [each for each in read(package(tmp_path, resource, GOOD)) if each.rows]
    (finding,) = table.findings
    assert (finding.code, finding.text) == ("F155", "1")
    assert reason in finding.reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("[]", "no list of resources"),
        ('{"resources": {}}', "no list of resources"),
        ('{"resources": []}', "none of its resources"),
        ('{"resources": [{"name": "a", "path": "b.csv"}]}', "there is no file b.csv"),
    ],
)
def test_what_is_no_package_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "datapackage.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LoadError, match=reason):
        read(path)


def test_links_that_lead_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "secret.csv").write_text("region,value\nCN-HB,7\n", encoding="utf-8")
    (inner / "a.csv").symlink_to(tmp_path / "secret.csv")
    with pytest.raises(LoadError, match=r"there is no file a\.csv"):
        read(package(inner, {"name": "a", "path": "a.csv"}))


def test_tables_that_refer_to_each_other_are_all_read(tmp_path: Path) -> None:
    resources = [
        {
            "name": name,
            "data": [{"id": "1", "region": "CN-HB", "other": "1"}],
            "schema": {
                "foreignKeys": [
                    {"fields": "other", "reference": {"resource": other, "fields": "id"}},
                    {"fields": "id", "reference": {"resource": name, "fields": "id"}},
                ]
            },
        }
        for name, other in (("a", "b"), ("b", "a"))
    ]
    assert [cells(each, "region") for each in read(package(tmp_path, *resources))] == [
        ["CN-HB"],
        ["CN-HB"],
    ]
