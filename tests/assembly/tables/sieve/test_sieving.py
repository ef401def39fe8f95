"""Sieved or not, a table has the same findings."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

import regiontargets as rt
from regiontargets.assembly.tables import curated
from regiontargets.findings import Finding
from regiontargets.tables import delimited_frame

polars = pytest.importorskip("polars")

COLUMNS = (
    *("id", "kind", "region_code", "region", "metric", "value", "unit", "comparator"),
    *("change", "year", "published", "announced", "baseline", "supersedes", "quote"),
)
REGIONS = (
    *(("CN-AH", "安徽省"), ("CN-HB", "湖北"), ("CN-JL", "吉林省"), ("CN-SC", "四川省")),
    *(("350428", "将乐县"), ("420100", "武汉市"), ("", "Hunan"), ("CN-SD", "")),
    *(("460200", "三亚市"), ("420100", "Wuhan")),
)
SENTENCES_ZH = (
    "力争{year}年{region}{metric}增长{value}{unit}左右",
    "{year}年{region}{metric}增长{value}{unit}",
    "预计{year}年{region}{metric}增长{value}{unit}以上，高于全国{other}个百分点",
    "{region}{metric}比上年增长{other}%，{year}年力争达到{value}{unit}",
    "到{year}年，{metric}达到{value}{unit}以上",
    "{region}{year}年{metric}完成{value}{unit}，同比增长{other}%",
    "主要预期目标是：{region}{metric}{value}{unit}左右；{year}年完成",
    "{region}{metric}要由{other}{unit}提高到{value}{unit}",
    "“十四五”期间{region}{metric}年均增长{value}{unit}",
    "{year}年{region}{metric}按现价计算增长{value}{unit}",
    "{metric}增长{other}至{value}{unit}，{year}年{region}",
    "{year}年{region}目标是：地区生产总值增长{other}%，工业投资增长{value}{unit}，失业率{other}%",
    "{year}年{region}：城镇调查失业率{value}{unit}左右，地区生产总值增长{other}%左右",
)
SENTENCES_EN = (
    "{region} aims for {metric} of about {value} {unit} in {year}",
    "In {year}, {metric} of {region} reached {value} {unit}",
    "{region} expects {metric} to grow by more than {value} {unit} by {year}, up from {other}%",
    "{metric} grew {other}% in {year}. {region} strives for {value} {unit}",
)
FILLERS = (
    *("。坚持稳中求进工作总基调", "。今年做好六稳六保工作", "；{other}年要完成{other}项任务！"),
    *(". The plan covers {other} cities. ", "（上年增长{other}%）", "。湖南省增长{value}%", ""),
    "。{other}年全国增长{other}%。",
)
LEADS = (
    "",
    "",
    "各位代表！",
    "主要做好五项工作。",
    "We start with {region}. ",
    "去年增长{other}%。",
    "“{region}。”",
)
METRICS = {
    "gdp_growth": ("地区生产总值", "GDP growth", ("%", "个百分点")),
    "gdp": ("地区生产总值", "GDP", ("亿元", "万亿元", "billion yuan", "%")),
    "urban_unemployment_rate": ("城镇调查失业率", "the unemployment rate", ("%", "%", "pct")),
    "urban_new_jobs": ("城镇新增就业", "new urban jobs", ("万人", "人", "家")),
}


def table(draw: random.Random, rows: int) -> Iterator[Mapping[str, str]]:
    """Rows of a few kinds, most of them right, each mistake in some of them."""
    lines = [line(draw) for _ in range(6)]
    for number in range(rows):
        yield row(draw, number, draw.choice(lines))


def line(draw: random.Random) -> dict[str, Any]:
    chinese = draw.random() < 0.7
    metric = draw.choice([*METRICS])
    return {
        "words": draw.choice(SENTENCES_ZH if chinese else SENTENCES_EN),
        "filler": draw.choice(FILLERS),
        "metric": metric,
        "name": METRICS[metric][0 if chinese else 1],
        "unit": METRICS[metric][2][0 if draw.random() < 0.8 else -1],
        "comparator": draw.choice(["about", "", "at_least", "左右"]),
        "kind": draw.choice(["", "target", "observation", "结果"]),
        "published": draw.choice(["", "2022-01-20", "2020-02-30", "2021-03-01"]),
        "value": draw.choice(["%.1f", "%.2f", "%d", "%.1f%%", "约%.1f", "%d.0"]),
        "year": draw.choice(["%d", "%d年", "by %d", "%d-12-31", "FY%d"]),
        "great": draw.random() < 0.3,
        "lead": draw.choice(LEADS),
        "unlike": draw.random() < 0.3,  # each quote goes on in its own way
        "chinese": chinese,
    }


def row(draw: random.Random, number: int, line: Mapping[str, Any]) -> dict[str, str]:
    code, region = draw.choice(REGIONS)
    size = draw.uniform(1, 90000 if line["great"] else 12)
    year = draw.randrange(2018, 2027)
    cells = {
        "id": str(number),
        "kind": line["kind"],
        "region_code": code,
        "region": region,
        "metric": line["metric"],
        "value": line["value"] % size,
        "unit": line["unit"],
        "comparator": line["comparator"],
        "change": "",
        "year": line["year"] % year,
        "published": line["published"],
        "announced": "",
        "baseline": "",
        "supersedes": "",
    }
    said = cells["value"].strip("约%")
    if draw.random() < 0.1 and "." not in said:
        said = f"{int(said):,}"
    cells["quote"] = quote(draw, line, said, year, region or "山东")
    if draw.random() < 0.06:
        mistaken(draw, cells)
    return cells


def quote(draw: random.Random, line: Mapping[str, Any], value: str, year: int, region: str) -> str:
    def other() -> str:
        return draw.choice([value, f"{draw.uniform(1, 9):.1f}", str(draw.randrange(2018, 2024))])

    filler = draw.choice(FILLERS) + draw.choice(FILLERS) if line["unlike"] else line["filler"]
    words = line["lead"] + line["words"] + filler
    while "{other}" in words:
        words = words.replace("{other}", other() if draw.random() < 0.3 else "2.3", 1)
    unit = line["unit"]
    if not line["chinese"] and unit == "%":
        unit = "percent"
    said: str = words.format(value=value, year=year, region=region, metric=line["name"], unit=unit)
    return said


def mistaken(draw: random.Random, cells: dict[str, str]) -> None:
    """Plant a mistake."""
    changes: dict[str, Callable[[str], str]] = {
        "value": lambda cell: draw.choice([f"{cell}0", "many", "", "-" + cell, "１２", "5-6%"]),
        "unit": lambda _: draw.choice(["", "yaun", "个百分点", "人", "USD"]),
        "comparator": lambda _: draw.choice(["", "perhaps", "at_most"]),
        "year": lambda _: draw.choice(["", "2205", "last year", "2019", "1700"]),
        "region": lambda _: draw.choice(["", "Atlantis", "湖南省", "Suzhou"]),
        "region_code": lambda _: draw.choice(["", "XX-YY", "CN-HN"]),
        "metric": lambda _: draw.choice(["", "gdpp"]),
        "quote": lambda cell: draw.choice(
            ["", cell.replace("年", " 年"), cell + cell, "\x01" + cell]
        ),
        "change": lambda _: draw.choice(["growth", "increase", "soon"]),
        "announced": lambda _: draw.choice(["2021-01-05", "then"]),
        "baseline": lambda _: draw.choice(["2030", "2015"]),
        "supersedes": lambda _: str(draw.randrange(200)),
        "published": lambda _: draw.choice(["2019-05-01", ""]),
    }
    for name in draw.sample([*changes], draw.choice([1, 1, 2])):
        cells[name] = changes[name](cells[name])


def written(
    path: Path, rows: Iterable[Mapping[str, str]], columns: Sequence[str] = COLUMNS
) -> Path:
    lines = [",".join(columns)]
    for each in rows:
        cells = (each[name] for name in columns)
        lines.append(",".join(f'"{cell}"' if "," in cell else cell for cell in cells))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def shown(findings: Iterator[Finding] | tuple[Finding, ...]) -> list[str]:
    return sorted(map(repr, findings))


@pytest.mark.parametrize("seed", range(8))
def test_a_sieved_table_has_the_findings_of_one_that_is_not(
    sieving: pytest.MonkeyPatch, tmp_path: Path, seed: int
) -> None:
    if seed % 2:  # the file is read anew for each look, and never kept
        sieving.setattr(delimited_frame, "MOST", 0)
    path = written(tmp_path / "t.csv", table(random.Random(seed), 400))  # noqa: S311 - rows to try
    sieved = rt.validate(path)
    sieving.setattr(curated, "LEAST_ROWS", 10**9)

    assert shown(sieved.findings) == shown(rt.validate(path).findings)


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_a_table_of_another_format_is_sieved_too(
    sieving: pytest.MonkeyPatch, tmp_path: Path, form: str
) -> None:
    rows = [*table(random.Random(3), 300)]  # noqa: S311 - rows to try
    path = tmp_path / f"t.{form}"
    if form == "jsonl":
        path.write_text("".join(json.dumps(each) + "\n" for each in rows), encoding="utf-8")
    else:
        polars.DataFrame(rows).write_parquet(path)
    sieved = rt.validate(path)
    sieving.setattr(curated, "LEAST_ROWS", 10**9)

    assert sieved.findings
    assert shown(sieved.findings) == shown(rt.validate(path).findings)
