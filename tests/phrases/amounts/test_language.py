"""The words of a language are those of its file."""

from __future__ import annotations

import importlib.util
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from regiontargets.phrases.amounts import language as languages
from regiontargets.phrases.amounts.language import FOLDER, LANGUAGES, language, language_of

ROOT = Path(__file__).parents[3]


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("languages", ROOT / "update/languages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def stated(code: str) -> dict[str, object]:
    return tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf-8"))


def test_the_copies_are_current() -> None:
    for path, text in generator().copies().items():
        assert path.read_text(encoding="utf-8") == text, "run: python update/languages.py"


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_words_are_those_of_the_file(code: str) -> None:
    assert language(code) == language_of(stated(code))


def test_a_copy_out_of_date_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en.json").write_bytes((FOLDER / "en.json").read_bytes())
    words = (FOLDER / "en.toml").read_text(encoding="utf-8")
    words = words.replace('ages = [\n    "aged"', 'ages = [\n    "of age"')
    (tmp_path / "en.toml").write_text(words, encoding="utf-8")
    monkeypatch.setattr(languages, "FOLDER", tmp_path)
    assert language.__wrapped__("en").ages[0] == "of age"


def test_a_key_that_is_none_is_refused() -> None:
    with pytest.raises(TypeError, match="colour"):
        language_of({**stated("en"), "colour": ["red"]})
