"""Every case of the files in cases/: sentences with all their periods, and texts that are one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NotRequired, TypedDict

import pytest
import yaml

from regiontargets.errors import PeriodError, RelativePeriodError
from regiontargets.model.period import Period
from regiontargets.phrases.mention import Mention
from regiontargets.phrases.periods import explain_period, find_periods, parse_period

CASES = Path(__file__).parent / "cases"


class Case(TypedDict):
    text: str
    published: NotRequired[date]
    country: NotRequired[str]
    finds: NotRequired[list[str]]
    reads: NotRequired[str]
    lacks: NotRequired[str]
    at: NotRequired[list[int]]
    relative: NotRequired[bool]
    readings: NotRequired[list[str]]


def cases(*names: str) -> list[Case]:
    found: list[Case] = []
    for name in names:
        found += yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))
    return found


def shown(period: Period) -> str:
    start = "" if period.start is None else period.start.isoformat()
    named = "" if period.year == period.end.year else f" {period.year}"
    return f"{period.kind} {start}..{period.end}{named}"


def days(period: Period) -> str:
    return shown(period).rsplit("..", 1)[0] + f"..{period.end}"


def described(mention: Mention[Period]) -> str:
    readings = " or ".join(days(each) for each in mention.readings)
    role = " | baseline" if mention.role == "baseline" else ""
    return f"{mention.text} | {readings or 'none: ' + mention.reason}{role}"


SENTENCES = cases("english", "chinese", "news", "reports")
LITERALS = cases("literals")


def test_there_are_enough_cases() -> None:
    assert len(SENTENCES) + len(LITERALS) >= 400


@pytest.mark.parametrize("case", SENTENCES, ids=lambda case: case["text"][:40])
def test_all_and_only_the_periods_of_a_sentence_are_found(case: Case) -> None:
    found = find_periods(case["text"], published=case.get("published"), country=case.get("country"))
    assert [described(each) for each in found] == case.get("finds")


@pytest.mark.parametrize("case", SENTENCES, ids=lambda case: case["text"][:40])
def test_a_mention_stands_where_it_says_and_its_pieces_make_it_up(case: Case) -> None:
    text = case["text"]
    end = 0
    for each in find_periods(text, published=case.get("published")):
        assert end <= each.start < each.end
        assert text[each.start : each.end] == each.text
        assert [piece.text for piece in each.pieces] == [
            text[piece.start : piece.end] for piece in each.pieces
        ]
        assert (
            "".join(piece.text for piece in each.pieces) == "".join(each.text.split())
            or each.pieces
        )
        assert all(piece.role and piece.meaning for piece in each.pieces)
        assert all(reading.text == each.text for reading in each.readings)
        end = each.end


@pytest.mark.parametrize("case", [each for each in LITERALS if "reads" in each], ids=str)
def test_a_text_that_is_one_period_is_read(case: Case) -> None:
    text = case["text"]
    period = parse_period(text, published=case.get("published"), country=case.get("country"))
    assert shown(period) == case.get("reads")
    assert period.text == text
    assert explain_period(text)


@pytest.mark.parametrize("case", [each for each in LITERALS if "lacks" in each], ids=str)
def test_a_text_without_one_reading_says_what_it_lacks(case: Case) -> None:
    with pytest.raises(PeriodError) as caught:
        parse_period(case["text"], published=case.get("published"), country=case.get("country"))
    error = caught.value
    assert error.reason.split(":")[0] == case.get("lacks", "").split(":")[0]
    assert [error.start, error.end] == case.get("at", [0, len(case["text"])])
    assert isinstance(error, RelativePeriodError) == case.get("relative", False)
    assert [shown(each) for each in error.readings if isinstance(each, Period)] == case.get(
        "readings", []
    )
