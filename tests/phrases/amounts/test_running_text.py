"""Sentences, with all and only the amounts in them and the whole reading of each."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from regiontargets.model import Amount
from regiontargets.phrases import Mention, find_amounts

CASES = Path(__file__).parent / "cases"
FILES = sorted(CASES.glob("*.yaml"))
FIELDS = ("comparator", "value", "upper", "unit", "change", "basis")


def sentences() -> list[Any]:
    # BaseLoader leaves every value a string, so that no number passes through a float.
    return [
        pytest.param(case["text"], case["amounts"], id=f"{file.stem}-{at}")
        for file in FILES
        for at, case in enumerate(
            yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
        )
    ]


def expected(amount: dict[str, Any]) -> dict[str, Any]:
    readings = amount.get("readings") or [{k: v for k, v in amount.items() if k in FIELDS}]
    return {
        "text": amount["text"],
        "role": amount.get("role", "value"),
        "readings": tuple(Amount(**each) for each in readings),
    }


def found(mention: Mention[Amount]) -> dict[str, Any]:
    return {"text": mention.text, "role": mention.role, "readings": mention.readings}


@pytest.mark.parametrize(("text", "amounts"), sentences())
def test_all_and_only_the_amounts_are_found(text: str, amounts: list[dict[str, Any]]) -> None:
    assert [found(each) for each in find_amounts(text)] == [expected(each) for each in amounts]


@pytest.mark.parametrize(("text", "amounts"), sentences())
def test_a_mention_is_where_it_says(text: str, amounts: list[dict[str, Any]]) -> None:
    mentions = find_amounts(f"前言。\n\n{text}")
    assert len(mentions) == len(amounts)
    for each in mentions:
        whole = f"前言。\n\n{text}"
        assert whole[each.start : each.end] == each.text
        for piece in each.pieces:
            assert whole[piece.start : piece.end] == piece.text


def test_there_are_cases_of_both_languages() -> None:
    assert len(sentences()) > 350
    assert {file.stem.partition("_")[0] for file in FILES} == {"chinese", "english", "mixed"}
