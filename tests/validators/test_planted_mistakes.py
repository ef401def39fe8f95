"""One mistake planted in a real article is found once, where it stands, and nothing else is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from regiontargets.api import load, validate
from regiontargets.findings import Finding

HERE = Path(__file__).parent
ARTICLE = HERE.parents[2] / "shared/corpus/xinhua-2022-02-17.md"
WHOLE_RECORD = ("Y008", "R005", "M003", "D001")

CASES: list[dict[str, str]] = yaml.safe_load((HERE / "planted.yaml").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(
    not ARTICLE.exists(), reason=f"the real article is not beside the repository ({ARTICLE})"
)


def of_the_article(finding: Finding) -> bool:
    """Wuhan's aim has no period, planted or not."""
    return finding.code == "Y008" and "Wuhan" in finding.text


def test_the_article_itself_has_no_errors() -> None:
    report = validate(load(ARTICLE))

    assert [(finding.code, finding.severity) for finding in report] == [("Y008", "warning")]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['code']}: {case['mistake'][:40]}")
def test_the_mistake_and_nothing_else_is_found(case: Any, tmp_path: Path) -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    assert case["words"] in text
    path = tmp_path / "article.md"
    path.write_text(text.replace(case["words"], case["mistake"], 1), encoding="utf-8")

    found = [finding for finding in validate(load(path)) if not of_the_article(finding)]

    assert [finding.code for finding in found] == [case["code"]]
    place = found[0].place
    start = text.index(case["words"])
    line_start = text.rfind("\n", 0, start) + 1
    assert place.line == text.count("\n", 0, start) + 1
    if case["code"] not in WHOLE_RECORD:
        assert place.column is not None
        column = start - line_start + 1
        assert column <= place.column < column + len(case["mistake"])


def test_without_its_date_the_article_has_no_relative_periods(tmp_path: Path) -> None:
    text = ARTICLE.read_text(encoding="utf-8").replace("published: 2022-02-17\n", "")
    path = tmp_path / "article.md"
    path.write_text(text, encoding="utf-8")

    found = [finding for finding in validate(load(path)) if not of_the_article(finding)]

    assert {finding.code for finding in found} == {"Y003"}
    assert [finding.text for finding in found] == [
        "Last year",
        "over the next five years",
        "Last year",
        "10-year",
    ]
