"""The words of a language are those of its file."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from regiontargets.phrases.amounts import language_files
from regiontargets.phrases.amounts.language_files import (
    FOLDER,
    LANGUAGES,
    language,
    language_of,
)


def stated(code: str) -> dict[str, object]:
    return tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf-8"))


def test_the_copies_are_current(update_script: Callable[[str], ModuleType]) -> None:
    for path, text in update_script("languages").copies().items():
        assert path.read_text(encoding="utf-8") == text, "run: python update/languages.py"


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_words_are_those_of_the_file(code: str) -> None:
    assert language(code) == language_of(stated(code))


def test_a_copy_out_of_date_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en.json").write_bytes((FOLDER / "en.json").read_bytes())
    words = (FOLDER / "en.toml").read_text(encoding="utf-8")
    words = words.replace('ages = [\n    "aged"', 'ages = [\n    "of age"')
    (tmp_path / "en.toml").write_text(words, encoding="utf-8")
    monkeypatch.setattr(language_files, "FOLDER", tmp_path)
    assert language.__wrapped__("en").ages[0] == "of age"


def test_a_key_that_is_none_is_refused() -> None:
    with pytest.raises(TypeError, match="colour"):
        language_of({**stated("en"), "colour": ["red"]})
