"""What stands around a quote in its source may tell its year, and an aim from a result."""

from __future__ import annotations

from pathlib import Path

import pytest

import regiontargets as rt
from regiontargets.model import Amount, Dataset, Evidence, Period, Records, Target
from regiontargets.validators import rule
from regiontargets.validators.columns import DatasetFacts
from regiontargets.validators.evidence.setting import Pieces, Setting, setting_of
from regiontargets.validators.facts import Facts
from regiontargets.validators.shapes import SettingRule

REPORT = """政府工作报告
——2024年1月23日在广东省第十四届人民代表大会第二次会议上
一、2023年工作回顾
全省发展取得新成效。
地方一般公共预算收入1.39万亿元、增长4.3%。
过去一年，社会消费品零售总额4.7万亿元、增长5.8%。
二、2024年工作安排
2024年经济社会发展的主要预期目标是：
地区生产总值增长5%；
规模以上工业增加值增长5%；
城镇新增就业110万人以上，城镇调查失业率控制在5.5%以内；
粮食产量1268万吨以上。
"""

RIGHT = {
    "retail": "广东,社会消费品零售总额增速,5.8%,2023,结果,社会消费品零售总额4.7万亿元、增长5.8%",
    "revenue": "广东,一般公共预算收入增速,4.3%,2023,结果,一般公共预算收入1.39万亿元、增长4.3%",
    "gdp": "广东,地区生产总值增速,5%,2024,目标,地区生产总值增长5%",
    "grain": "广东,粮食产量,1268万吨以上,2024,目标,粮食产量1268万吨以上",
}


def found(folder: Path, row: str, published: str = "2024-01-23") -> list[tuple[str, str | None]]:
    (folder / "sources").mkdir(exist_ok=True)
    (folder / "sources" / "guangdong.txt").write_text(REPORT, encoding="utf-8")
    path = folder / "table.csv"
    header = "region,metric,value,year,kind,quote,published"
    path.write_text(f"{header}\n{row},{published}\n", encoding="utf-8")
    report = rt.validate(path, sources=folder / "sources")
    return [(each.code, each.place.field) for each in report]


@pytest.mark.parametrize("published", ["2024-01-23", "2024", ""])
@pytest.mark.parametrize("row", RIGHT.values(), ids=[*RIGHT])
def test_what_is_right_is_not_accused(row: str, published: str, tmp_path: Path) -> None:
    assert found(tmp_path, row, published) == []


@pytest.mark.parametrize(
    ("name", "year", "other"),
    [("retail", "2023", "2021"), ("revenue", "2023", "2022"), ("gdp", "2024", "2025")],
)
def test_a_year_unlike_that_of_the_sentence_list_or_heading_is_told(
    name: str, year: str, other: str, tmp_path: Path
) -> None:
    assert found(tmp_path, RIGHT[name].replace(year, other)) == [("E004", "year")]


def test_the_last_item_of_a_list_belongs_to_it(tmp_path: Path) -> None:
    row = RIGHT["grain"].replace("2024", "2042")
    assert found(tmp_path, row) == [("E004", "year")]


def test_a_result_of_the_sentence_is_no_target_though_the_quote_does_not_say(
    tmp_path: Path,
) -> None:
    row = RIGHT["retail"].replace("2023,结果", "2024,目标")
    assert ("E008", "kind") in found(tmp_path, row)


def test_an_aim_of_the_list_is_no_result_though_the_quote_does_not_say(tmp_path: Path) -> None:
    row = RIGHT["gdp"].replace("目标", "结果")
    assert found(tmp_path, row) == [("E008", "kind")]


def test_a_time_gone_by_beside_an_aim_is_not_its_own(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    text = "Hubei grew 6% in 2023 and aims at growth of 6.5%.\n"
    (tmp_path / "sources" / "hubei.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "table.csv"
    for published in ("", "2024-01-20"):
        row = f"CN-HB,gdp_growth,6.5%,2024,aims at growth of 6.5%,{published}"
        path.write_text(f"region,metric,value,year,quote,published\n{row}\n", encoding="utf-8")
        report = rt.validate(path, sources=tmp_path / "sources")
        assert [each.code for each in report] == []


def test_a_line_that_is_broken_for_want_of_room_goes_on() -> None:
    text = (
        "Report\nThe government of the province intends by the end of the year 2025 to raise\n"
        "the urbanization rate to 65 percent.\n"
    )
    at = text.index("the urbanization")
    found = setting_of((at, at + 35), Pieces(text))
    assert found is not None
    assert "2025" in found.before


@pytest.mark.parametrize("text", ["", "\n\n", "。。。", "：\n" * 2000, "a" * 100_000, "1. " * 5000])
def test_any_text_has_some_setting_or_none(text: str) -> None:
    for start in (0, len(text) // 2, max(0, len(text) - 1)):
        found = setting_of((start, min(len(text), start + 1)), Pieces(text))
        assert found is None or isinstance(found, Setting)


def test_the_year_of_the_title_tells_what_is_still_to_come(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    text = "无锡市2021年政府工作报告\n到2025年，地区生产总值达到1.8万亿元，城镇化率达到85%。\n"
    (tmp_path / "sources" / "wuxi.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "table.csv"
    for year, codes in (("2025", []), ("2021", ["E004"])):
        row = f"无锡市,常住人口城镇化率,85%,{year},城镇化率达到85%"
        path.write_text(f"region,metric,value,year,quote\n{row}\n", encoding="utf-8")
        report = rt.validate(path, sources=tmp_path / "sources")
        assert [each.code for each in report] == codes


FROM_BASE = "常住人口城镇化率由2020年的81.72%提高到83.1%"


@pytest.mark.parametrize(
    ("value", "year", "quote", "codes"),
    [
        ("83.1%", "2024", FROM_BASE, []),
        ("81.72%", "2020", FROM_BASE, []),
        ("81.72%", "2024", FROM_BASE, ["E004"]),
        ("81.7%", "2024", "urbanization rose from 81.7% in 2020 to 83.1%", ["E004"]),
        ("2%", "2024", "the urbanization rate is 2% above the 2020 level", []),
    ],
)
def test_the_number_of_a_base_is_of_its_year(
    value: str, year: str, quote: str, codes: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "table.csv"
    row = f'苏州市,常住人口城镇化率,{value},{year},实际,"{quote}"'
    path.write_text(f"region,metric,value,year,kind,quote\n{row}\n", encoding="utf-8")
    assert [each.code for each in rt.validate(path)] == codes


@pytest.mark.parametrize(
    ("quote", "time", "aim"),
    [
        ("地区生产总值增长5%", True, True),
        ("2024年地区生产总值增长5%", False, True),
        ("地区生产总值力争增长5%", True, False),
        ("2024年地区生产总值力争增长5%", False, False),
    ],
)
def test_a_quote_leaves_open_what_it_does_not_say(quote: str, time: bool, aim: bool) -> None:
    target = Target(
        id="1",
        amount=Amount(value=5, unit="percent"),
        period=Period.of_year(2024),
        evidence=Evidence(source="report", exact=quote),
    )
    facts = DatasetFacts(Dataset(targets=Records([target])))
    for code, is_open in (("E004", time), ("E008", aim)):
        asked = rule(code)
        assert isinstance(asked, SettingRule)
        known = {name: facts.column(name).value(0) for name in asked.reads}
        assert asked.leaves_open(Facts(**known)) is is_open  # type: ignore[arg-type]
