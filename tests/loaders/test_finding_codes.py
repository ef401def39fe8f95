"""The codes of these formats: one meaning each, none used without one, none left over."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from regiontargets.loaders import conll, label_studio, offsets_jsonl, tei, web_annotation

FORMATS = {
    label_studio: range(60, 70),
    offsets_jsonl: range(70, 80),
    conll: range(80, 85),
    web_annotation: range(85, 93),
    tei: range(93, 100),
}


@pytest.mark.parametrize("module", FORMATS, ids=lambda module: module.NAME)
def test_the_codes_in_the_source_are_those_with_a_meaning(module: ModuleType) -> None:
    folder = Path(str(module.__file__)).parent
    used = {
        code
        for path in folder.glob("*.py")
        for code in re.findall(r'"(F\d{3})"', path.read_text(encoding="utf-8"))
    }
    expected = {f"F{number:03}" for number in FORMATS[module]}
    assert used == expected
    assert set(module.FINDINGS) == expected
    assert all(meaning.endswith(".") for meaning in module.FINDINGS.values())


def test_no_two_parts_give_a_code_two_meanings() -> None:
    source = Path(str(label_studio.__file__)).parents[2]
    given = {
        (code, path.parent if path.parent != source / "tables" else path)
        for path in source.rglob("*.py")
        for code in re.findall(r'"([FS]\d{3})": ', path.read_text(encoding="utf-8"))
    }
    codes = [code for code, _ in given]
    assert sorted(codes) == sorted(set(codes))
