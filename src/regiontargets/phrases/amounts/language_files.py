"""The words of each language, read from its file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast
from zlib import crc32

from regiontargets.errors import RegionTargetsError

from .language import (
    Beside,
    ChangeWords,
    Comparators,
    Language,
    NotAmounts,
    Numbers,
    Ranges,
    Rates,
)

FOLDER = Path(__file__).parent / "languages"
LANGUAGES = ("en", "zh")
"""The languages there are, in the order in which their words are looked up."""


@cache
def language(code: str) -> Language:
    """The words of one language.

    Args:
        code: "en", "zh"; a longer tag such as "zh-Hans" counts as its first part.

    Raises:
        RegionTargetsError: there is no file for that language.

    >>> language("zh").comparators.after["at_least"][0]
    '以上'
    """
    short = code.lower().replace("_", "-").partition("-")[0]
    if short not in LANGUAGES:
        raise RegionTargetsError(
            f"amounts are not read in the language {code!r}.",
            suggestion=f"There are: {', '.join(LANGUAGES)}.",
        )
    return language_of(_stated(FOLDER / f"{short}.toml"))


def language_of(stated: Mapping[str, Any]) -> Language:
    """The words that a language's file states.

    Raises:
        TypeError: a key is missing, or is none.
    """
    words: dict[str, Any] = {key: _frozen(value) for key, value in stated.items()}
    return Language(**{**words, **{key: of(**words[key]) for key, of in _SECTIONS.items()}})


_SECTIONS: dict[str, type[Any]] = {
    "numbers": Numbers,
    "comparators": Comparators,
    "ranges": Ranges,
    "rates": Rates,
    "change": ChangeWords,
    "not_amounts": NotAmounts,
    "beside": Beside,
}


def _frozen(value: object) -> object:
    """A value whose lists are tuples."""
    if isinstance(value, list):
        return tuple(cast("Iterable[object]", value))
    if isinstance(value, dict):
        return {key: _frozen(each) for key, each in cast("dict[str, object]", value).items()}
    return value


def _stated(file: Path) -> Mapping[str, Any]:
    """What a language's file states: from the copy beside it in JSON, unless that is out of date.

    JSON is read ten times as fast; `update/languages.py` writes it.
    """
    content = file.read_bytes()
    copy = file.with_suffix(".json")
    if copy.exists():
        kept: dict[str, Any] = json.loads(copy.read_bytes())
        if kept["of"] == crc32(content):
            stated: Mapping[str, Any] = kept["words"]
            return stated
    import tomllib  # Deferred: only whoever edits the words needs it.

    return tomllib.loads(content.decode())
