"""Sieved or not, a table has the same findings beside its sources, too."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

import regiontargets as rt
from regiontargets.assembly.tables import curated

pytest.importorskip("polars")

NAMES = ("安徽省", "湖北省", "浙江省")
METRICS = {
    "地区生产总值增速": "地区生产总值增长{}%",
    "一般公共预算收入增速": "一般公共预算收入增长{}%",
    "常住人口城镇化率": "常住人口城镇化率达到{}%",
}
DONE = (
    ("过去一年，{quote}。", "{quote}"),
    ("{last}年，全省{quote}，项目落地。", "{quote}"),
    ("{last}年，全省{quote}，项目落地。", "{last}年，全省{quote}"),
    ("累计完成{quote}\n", "{quote}"),
    ("{name}{quote}，居全国第三位；{last}年", "{quote}"),
    ("{name}{last}年{quote}。", "{name}{last}年{quote}。"),
    ("It recorded GDP growth of {value} percent. ", "GDP growth of {value} percent"),
    ("In {last}, it had GDP growth of {value} percent. ", "GDP growth of {value} percent"),
)
WANTED = (
    ("{quote}；\n", "{quote}"),
    ("（一）{quote}；\n", "{quote}"),
    ("力争{year}年{name}{quote}；\n", "力争{year}年{name}{quote}"),
    ("{year}年{quote}左右；\n", "{quote}左右"),
    ("The province aims at GDP growth of {value} percent. ", "GDP growth of {value} percent"),
)
"""What a report says, and what of it is quoted: with its time and its aim, or without them."""

PLANTED = ("year", "kind", "quote", "none", "source")


@pytest.mark.parametrize("form", ["txt", "html", "unnamed", "one", "copied"])
@pytest.mark.parametrize("seed", range(2))
def test_a_table_beside_its_sources_has_the_same_findings(
    sieving: pytest.MonkeyPatch, tmp_path: Path, seed: int, form: str
) -> None:
    path = written(tmp_path, random.Random(seed), form)  # noqa: S311 - rows to try
    sieved = rt.validate(path, sources=tmp_path / "sources").findings
    sieving.setattr(curated, "LEAST_ROWS", 10**9)
    found = rt.validate(path, sources=tmp_path / "sources").findings

    assert sorted(map(repr, sieved)) == sorted(map(repr, found))
    assert {"E004", "E008"} <= {each.code for each in found}
    assert ("E001" in {each.code for each in found}) == (form != "unnamed" and form != "copied")


def written(folder: Path, draw: random.Random, form: str) -> Path:
    """A table of what some reports say, with mistakes, and the reports."""
    texts: dict[str, str] = {}
    rows: list[dict[str, str]] = []
    for number in range(12):
        name, lines = f"{number}.{'html' if form == 'html' else 'txt'}", list[str]()
        rows += reported(draw, 2012 + number, name, lines)
        texts[name] = "".join(lines)
    if form == "html":
        texts = {name: f"<p>{text.replace(chr(10), '</p><p>')}</p>" for name, text in texts.items()}
    if form == "one":
        texts = {"all.txt": "\n".join(texts.values())}
        for row in rows:
            row["source"] = row["source"] and "all.txt"
    if form == "copied":
        texts |= {f"copy of {name}": text for name, text in [*texts.items()][:3]}
    (folder / "sources").mkdir()
    for name, text in texts.items():
        (folder / "sources" / name).write_text(text, encoding="utf-8")
    columns = [name for name in rows[0] if name != "source" or form not in ("unnamed", "copied")]
    with (folder / "t.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    return folder / "t.csv"


def reported(
    draw: random.Random, year: int, source: str, lines: list[str]
) -> Iterator[dict[str, str]]:
    """The rows that one report gives; its lines are added to the others."""
    name = draw.choice(NAMES)
    lines += (f"{name}政府工作报告\n", draw.choice((f"一、{year - 1}年工作回顾\n", "一、回顾\n")))
    published = draw.choice(("", f"{year}-01-20", str(year)))
    parts = (("observation", DONE, year - 1), ("target", WANTED, year))
    for kind, sentences, of in parts:
        if kind == "target":
            aims = draw.choice(("主要预期目标是：\n", f"{year}年目标：\n"))
            lines += ("\n二、工作安排\n", aims)
        for _ in range(8):
            metric, words = draw.choice([*METRICS.items()])
            sentence, quoted = draw.choice(sentences)
            if not sentence.isascii():
                value = f"{draw.uniform(2, 70):.1f}"
            else:
                metric, value = "地区生产总值增速", f"{draw.uniform(2, 9):.1f}"
            told = {"name": name, "last": of, "year": of, "value": value}
            told["quote"] = words.format(value)
            lines.append(sentence.format(**told))
            row = {
                "kind": kind,
                "region": name,
                "metric": metric,
                "value": f"{value}%",
                "year": str(of),
                "published": published,
                "quote": quoted.format(**told),
                "source": source,
            }
            yield mistaken(draw, row) if draw.random() < 0.15 else row


def mistaken(draw: random.Random, row: dict[str, str]) -> dict[str, str]:
    """The row with one of the mistakes that a source can tell."""
    match draw.choice(PLANTED):
        case "year":
            return row | {"year": str(int(row["year"]) + draw.choice((-1, 1, 2)))}
        case "kind":
            return row | {"kind": "target" if row["kind"] == "observation" else "observation"}
        case "quote":
            return row | {"quote": row["quote"].replace("增", "大增").replace("of", "off")}
        case "source":
            return row | {"source": ""}
        case _:
            return row | {"quote": ""}
