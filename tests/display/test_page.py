"""The page to hand on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from regiontargets.api import load, validate
from regiontargets.cli import main
from regiontargets.display import report_page
from regiontargets.findings import Finding, Place
from regiontargets.model import Amount, Dataset, Observation, Records, Source
from regiontargets.validators import Report

if TYPE_CHECKING:
    from .conftest import Parsed

ReadHtml = Callable[[str], "Parsed"]

ARTICLE = """\
---
title: Growth in Henan
language: en
published: 2023-02-10
---
[[Henan]{.region #ha code=CN-HA} aims for [GDP growth]{.metric code=gdp_growth} of
[at least 7 percent]{.amount} [in 2023]{.period}]{.target}. [[Its economy]{.metric code=gdp_growth}
grew by [3.1]{.amount} [in 2022]{.period}]{.observation region=#ha}.
"""


def anchors_and_links(found: Parsed) -> tuple[list[str], set[str]]:
    links = {each.removeprefix("#") for each in found.having("href") if each.startswith("#")}
    return found.having("id"), links


def test_every_link_leads_somewhere(small_dataset: Dataset, read_html: ReadHtml) -> None:
    anchors, links = anchors_and_links(read_html(report_page(small_dataset)))
    assert len(anchors) == len(set(anchors))
    assert links <= set(anchors)
    assert {"T1", "O1", "at-T1", "at-O1"} <= links


def test_a_number_leads_to_its_sentence(small_dataset: Dataset, read_html: ReadHtml) -> None:
    found = read_html(report_page(small_dataset))
    assert [each.text for each in found.tags("a", href="#at-T1")] == ["about 7%"]
    (sentence,) = found.tags("mark", id="at-T1")
    assert sentence.text == "T1Hubei aims for growth of about 7% in 2022"


def test_outcomes_stand_beside_targets(small_dataset: Dataset, read_html: ReadHtml) -> None:
    found = read_html(report_page(small_dataset))
    (cell,) = found.tags("td", **{"data-label": "Outcome"})
    assert cell.text == "4.3%, 2022 ? undetermined"


def test_an_outcome_of_no_known_time_is_none(small_dataset: Dataset, read_html: ReadHtml) -> None:
    (target,) = small_dataset.targets
    at_least = target.replace(amount=Amount(comparator="at_least", value=3, unit="percent"))
    earlier = small_dataset.observations[0].replace(id="e", period=None)
    dataset = Dataset(
        targets=Records([at_least]),
        observations=Records([earlier, *small_dataset.observations]),
    )
    (cell,) = read_html(report_page(dataset)).tags("td", **{"data-label": "Outcome"})
    assert cell.text == "4.3%, 2022 ✓ met"


def test_the_latest_three_of_many_outcomes(small_dataset: Dataset, read_html: ReadHtml) -> None:
    (outcome,) = small_dataset.observations
    many: list[Observation] = [outcome.replace(id=f"o{n}") for n in range(50)]
    dataset = small_dataset.model_copy(update={"observations": Records(many)})
    (cell,) = read_html(report_page(dataset)).tags("td", **{"data-label": "Outcome"})
    assert cell.text.count("4.3%") == 3


def test_words_without_their_text_are_shown_apart(
    small_dataset: Dataset, read_html: ReadHtml
) -> None:
    bare = small_dataset.model_copy(update={"sources": Records([Source(id="s")])})
    found = read_html(report_page(bare))
    (sentence,) = found.tags("li", id="at-T1")
    assert sentence.text == "T1 Hubei aims for growth of about 7% in 2022"
    anchors, links = anchors_and_links(found)
    assert links <= set(anchors)


def test_findings_lead_to_their_place_and_record(tmp_path: Path, read_html: ReadHtml) -> None:
    (tmp_path / "a.md").write_text(ARTICLE, encoding="utf-8")
    assert main(["report", str(tmp_path / "a.md"), "-o", str(tmp_path / "a.html")]) == 0
    found = read_html((tmp_path / "a.html").read_text(encoding="utf-8"))
    (finding,) = found.tags("li", id="F1")
    assert "U006" in finding.text
    assert [each.text for each in found.tags("mark", id="at-F1")] == ["F13.1"]
    assert [each.text for each in found.tags("a", href="#O1")] == ["O1", "O1"]
    assert [each.text for each in found.tags("h1")] == ["Growth in Henan"]


def test_a_report_can_be_underlined(tmp_path: Path, read_html: ReadHtml) -> None:
    (tmp_path / "a.md").write_text(ARTICLE, encoding="utf-8")
    dataset = load(tmp_path / "a.md")
    assert read_html(dataset.highlight().html).tags("mark", **{"class": "rt-error"}) == []
    found = read_html(dataset.highlight(findings=validate(dataset)).html)
    assert [each.text for each in found.tags("mark", **{"class": "rt-error"})] == ["error", "3.1"]


def test_the_command_takes_a_title(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], read_html: ReadHtml
) -> None:
    (tmp_path / "a.md").write_text(ARTICLE, encoding="utf-8")
    assert main(["report", str(tmp_path / "a.md"), "--title", "Aims & ends"]) == 0
    (title,) = read_html(capsys.readouterr().out).tags("title")
    assert title.text == "Aims & ends"


def test_it_fetches_nothing(small_dataset: Dataset, read_html: ReadHtml) -> None:
    page = report_page(small_dataset)
    found = read_html(page)
    assert not {"img", "link", "iframe"} & {each.tag for each in found.elements}
    assert found.having("src") == []
    assert "url(" not in page
    (policy,) = found.tags("meta", **{"http-equiv": "Content-Security-Policy"})
    assert policy.attributes["content"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    ("url", "linked"),
    [("https://example.org/?a=1&b=<2>", True), ("javascript:alert(1)", False)],
)
def test_only_addresses_of_the_web_are_links(
    small_dataset: Dataset, read_html: ReadHtml, url: str, linked: bool
) -> None:
    sources = Records([small_dataset.sources[0].model_copy(update={"url": url})])
    found = read_html(report_page(small_dataset.model_copy(update={"sources": sources})))
    assert (url in found.having("href")) is linked
    assert url in found.text


def test_a_broken_address_is_text(small_dataset: Dataset, read_html: ReadHtml) -> None:
    sources = Records([small_dataset.sources[0].model_copy(update={"url": "http://[bad"})])
    found = read_html(report_page(small_dataset.model_copy(update={"sources": sources})))
    assert "http://[bad" in found.text


def test_of_a_file_of_many_texts_each_has_its_own_findings(
    tmp_path: Path, read_html: ReadHtml
) -> None:
    line = '{"text": "Aims for 5%s in 2022.", "entities": [[9, %s, "AMOUNT"]]}\n'
    (tmp_path / "a.jsonl").write_text(line % ("", 10) + line % ("%", 11), encoding="utf-8")
    dataset = load(tmp_path / "a.jsonl")
    found = read_html(report_page(dataset, validate(dataset)))
    assert len(found.tags("article")) == 2
    anchors, links = anchors_and_links(found)
    assert len(anchors) == len(set(anchors))
    assert links <= set(anchors)


def test_a_record_that_no_words_enclose_shows_its_numbers_words(
    tmp_path: Path, read_html: ReadHtml
) -> None:
    text = "[Henan]{.region #a} grew [GDP]{.metric #b} by [5%]{.amount #c}."
    point = "[]{.observation region=#a metric=#b amount=#c period=2021}"
    (tmp_path / "a.md").write_text(text + point + "\n", encoding="utf-8")
    found = read_html(report_page(load(tmp_path / "a.md")))
    (cell,) = found.tags("td", **{"data-label": "Stated as"})
    assert cell.text == "5%"
    (mark,) = found.tags("mark", id="at-O1")
    assert mark.attributes["class"] == "rt-observation rt-point"


def test_hostile_words_stay_words(
    small_dataset: Dataset, read_html: ReadHtml, hostile: str
) -> None:
    source = Source(id="s", title=hostile, text=hostile, language=hostile, path=hostile)
    dataset = small_dataset.model_copy(update={"sources": Records([source])})
    finding = Finding(hostile, hostile, place=Place(hostile, 1, 1), reason=hostile)
    page = report_page(dataset, Report.of([finding]))
    found = read_html(page)
    assert [each.tag for each in found.elements].count("script") == 1
    assert not any(name.startswith("on") for e in found.elements for name in e.attributes)
    assert "\u202e" not in page
    assert "\x00" not in page
    assert found.having("lang") == ["en"]


def test_long_tables_are_divided(small_dataset: Dataset, read_html: ReadHtml) -> None:
    (target,) = small_dataset.targets
    many = Records(target.model_copy(update={"id": f"t{n}"}) for n in range(450))
    found = read_html(report_page(Dataset(targets=many)))
    captions = [each.text for each in found.tags("caption")]
    assert captions == [
        "1–200 of 450 targets",
        "201–400 of 450 targets",
        "401–450 of 450 targets",
    ]
    assert len(found.tags("th", scope="row")) == 450


def test_a_reader_without_a_mouse(small_dataset: Dataset, read_html: ReadHtml) -> None:
    found = read_html(report_page(small_dataset))
    assert [each.text for each in found.tags("h1") + found.tags("h2")] == [
        "Growth",
        "Targets",
        "Outcomes",
        "Findings",
        "Sources",
    ]
    assert len(found.tags("main")) == 1
    assert found.tags("a")[0].attributes["href"] == "#targets"
    assert all("scope" in each.attributes for each in found.tags("th"))
    (article,) = found.tags("article")
    assert article.attributes["aria-labelledby"] in found.having("id")


def test_nothing_at_all(read_html: ReadHtml) -> None:
    found = read_html(report_page(Dataset()))
    assert "0 targets, 0 observations, 0 quotes, 0 sources; no findings" in found.text
