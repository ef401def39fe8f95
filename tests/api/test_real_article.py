"""The reference example: a real article, every value in it as its sentence states it."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

import regiontargets as rt

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
ARTICLE = CORPUS / "xinhua-2022-02-17.md"

pytestmark = pytest.mark.skipif(
    not ARTICLE.is_file(), reason="the shared corpus is not beside the project"
)

# region, metric, comparator, value, unit, change, year
TARGETS = [
    ("CN-BJ", "application_scenarios", "exactly", 20, "item", "level", 2022),
    ("CN-ZJ", "digital_economy_core_value_added", "exactly", 12, "percent", "growth", 2022),
    ("CN-CQ", "smart_factories", "exactly", 10, "item", "increase", 2022),
    ("CN-CQ", "digital_workshops", "exactly", 100, "item", "increase", 2022),
    ("340100", "leading_enterprises", None, None, None, "level", 2026),
    ("420100", "pilot_zones", None, None, None, "level", None),
    ("CN-SD", "specialized_innovative_smes", "exactly", 400, "enterprise", "level", 2025),
    ("CN-ZJ", "specialized_innovative_smes", "exactly", 100, "enterprise", "increase", 2022),
    ("CN-AH", "rd_intensity", "about", Decimal("2.5"), "percent", "level", 2022),
    ("CN-GD", "basic_research_fund_share", "more_than", Fraction(100, 3), "percent", "level", 2031),
]
OBSERVATIONS = [
    ("CN-HB", "gdp", "exactly", 5 * 10**12, "CNY", "level", 2021),
    ("441900", "gdp", "more_than", 10**12, "CNY", "level", 2021),
    ("CN-GD", "trillion_yuan_cities", "exactly", 4, "item", "level", 2021),
    ("CN-GD", "gdp", "more_than", 12 * 10**12, "CNY", "level", 2021),
    ("CN-SX", "gdp", "more_than", 2 * 10**12, "CNY", "level", 2021),
    (
        "CN-SX",
        "strategic_emerging_industries_value_added_growth",
        *("exactly", Decimal("19.5"), "percent", "level", 2021),
    ),
    (
        "CN-SX",
        "high_tech_manufacturing_value_added_growth",
        *("exactly", Decimal("34.2"), "percent", "level", 2021),
    ),
    ("CN-TJ", "specialized_innovative_smes", "exactly", 130, "enterprise", "level", 2021),
]
SPEAKERS = ["Wang Zhonglin", "Tong Zhilei", "Lee Lee", "Lee Lee", "Chen Hongyu"]


@pytest.fixture(scope="module")
def article() -> rt.Dataset:
    return rt.load(ARTICLE)


def row(record: rt.Target | rt.Observation) -> tuple[object, ...]:
    amount = record.amount
    return (
        record.region and record.region.code,
        record.metric and record.metric.code,
        amount and amount.comparator,
        amount and amount.value,
        amount and amount.unit,
        record.change,
        record.period and record.period.year,
    )


def test_every_target_is_as_its_sentence_states_it(article: rt.Dataset) -> None:
    assert [row(target) for target in article.targets] == TARGETS


def test_every_observation_is_as_its_sentence_states_it(article: rt.Dataset) -> None:
    assert [row(observation) for observation in article.observations] == OBSERVATIONS


def test_deadlines_spans_and_relative_years_are_dated(article: rt.Dataset) -> None:
    by_2025 = article.targets[6].period
    five_years = article.targets[4].period
    assert by_2025 == rt.Period.by_year(2025)
    assert five_years is not None
    assert (five_years.start, five_years.end) == (date(2022, 1, 1), date(2026, 12, 31))
    assert article.observations[7].period == rt.Period.of_year(2021)


def test_the_dollar_equivalent_stands_beside_the_yuan(article: rt.Dataset) -> None:
    assert article.observations[0].equivalents == (
        rt.Amount(comparator="about", value=789 * 10**9, unit="USD"),
    )


def test_quotes_have_their_speakers(article: rt.Dataset) -> None:
    assert [quote.speaker for quote in article.quotes] == SPEAKERS
    assert article.quotes[2].role == "chairman"
    assert article.quotes[2].affiliation == "Masterwork Group Co., Ltd."


def test_every_piece_of_evidence_is_in_the_plain_article(article: rt.Dataset) -> None:
    plain = (CORPUS / "xinhua-2022-02-17.txt").read_text(encoding="utf-8")
    evidence = [r.evidence for r in article.records] + [q.evidence for q in article.quotes]
    evidence += [e for r in article.records for _, e in r.mentions if isinstance(e, rt.Evidence)]
    assert len(evidence) > 60
    for each in evidence:
        assert each is not None
        assert each.start is not None
        assert plain[each.start : each.end] == each.exact
        assert plain[: each.start].endswith(each.prefix)
        assert plain[each.end :].startswith(each.suffix)


def test_nothing_in_it_is_wrong(article: rt.Dataset) -> None:
    report = rt.validate(article)
    assert article.findings == ()
    assert report.errors == ()
    assert [finding.code for finding in report.findings] == ["Y008"]


def test_saving_and_loading_gives_an_equal_dataset(article: rt.Dataset, tmp_path: Path) -> None:
    article.save(tmp_path / "targets.json")
    assert rt.load(tmp_path / "targets.json") == article


# What is planted, what is then found: code, and the words under the carets.
MISTAKES = [
    ("[about 2.5 percent]", "[about 2.5 florins]", "U001", "florins"),
    ("[400]{.amount}", "[400 percent]{.amount}", "U002", "400 percent"),
    ("[about 2.5 percent]", "[about 2.5 percentage points]", "U003", None),
    ("[about $ 789 billion]", "[about $ 789 million]", "U005", "about $ 789 million"),
    ("[about 2.5 percent]", "[about 2.5]", "U006", "about 2.5"),
    ("[about 2.5 percent]", "[about 250 percent]", "U008", None),
    ("[400]{.amount}", "[several]{.amount}", "U009", "several"),
    ("[by 2025]", "[by and by]", "Y001", "by and by"),
    ("[by 2025]", "[by 2020]", "Y002", "by 2020"),
    ("[by 2025]", "[by 2190]", "Y004", "by 2190"),
    ("[[Last year]{.period}, [130", "[[Next year]{.period}, [130", "Y006", "Next year"),
    (
        "[400]{.amount} such [SMEs]{.metric code=specialized_innovative_smes} [by 2025]{.period}]",
        "[400]{.amount} such [SMEs]{.metric code=specialized_innovative_smes} by 2025]",
        "Y008",
        None,
    ),
    ("code=CN-AH}", "code=CN-A1}", "R001", None),
    ("code=rd_intensity", "code=rd_intensty", "M001", None),
]


@pytest.mark.parametrize(("was", "planted", "code", "words"), MISTAKES)
def test_one_planted_mistake_is_one_finding_at_its_place(
    was: str, planted: str, code: str | None, words: str | None, tmp_path: Path
) -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    assert text.count(was) == 1
    path = tmp_path / "article.md"
    path.write_text(text.replace(was, planted), encoding="utf-8")
    before = {(f.code, f.text) for f in rt.validate(ARTICLE)}
    found = [f for f in rt.validate(path) if (f.code, f.text) not in before]
    assert code is not None
    assert [finding.code for finding in found] == [code]
    line = text[: text.index(was)].count("\n") + 1
    assert found[0].place.line == line
    if words is not None:
        assert found[0].text == words
