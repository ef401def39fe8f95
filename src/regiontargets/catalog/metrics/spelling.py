"""Text to plain words: width, case, accents, British spellings and plurals made one."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

LONGEST = 300
"""Characters that a metric's name may have; a longer text is no name."""

_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "＇": "'", "＆": "&", "_": " "})
_ACCENTED = re.compile(r"[\u0080-\u036f\u1e00-\u1eff]")
_PIECE = re.compile(r"[a-z0-9]+(?:[.&][a-z0-9]+)*|[%/]|[㐀-䶿一-鿿]+")
_FIRST_CHINESE = "㐀"
# "Jobs in cities" are urban ones, "the city's jobs" need not be; goods are not what is good.
_PLURALS = frozenset({"cities", "goods"})
# British to American; applied to names and queries alike, so that an odd result does no harm.
_SPELLINGS = (
    (re.compile(r"(?<=..)is(ation|ed|ing|e)$"), r"iz\1"),
    (re.compile(r"(?<=..[bdlv])our$"), "or"),
    (re.compile(r"(?<=..)tre$"), "ter"),
    (re.compile(r"(?<=..)bre$"), "ber"),
    (re.compile(r"mme$"), "m"),
    (re.compile(r"lph"), "lf"),
    (re.compile(r"^tonne$"), "ton"),
    (re.compile(r"^licence$"), "license"),
    (re.compile(r"lled$"), "led"),
    (re.compile(r"lling$"), "ling"),
)


def fold(text: str) -> str:
    """The text with width, case, accents, quotation marks and underscores made one.

    >>> fold("Ｒ＆Ｄ ‘Intensité’")
    "r&d 'intensite'"
    """
    if text.isascii():
        return text.replace("_", " ").casefold()
    folded = unicodedata.normalize("NFKC", text.translate(_QUOTES)).casefold()
    if _ACCENTED.search(folded) is None:
        return folded
    parts = unicodedata.normalize("NFD", folded)
    return "".join(each for each in parts if not unicodedata.combining(each))


def simplified(text: str) -> str:
    """The text with simplified for traditional characters.

    >>> simplified("失業率")
    '失业率'
    """
    return text if text.isascii() else text.translate(_characters())


@cache
def _characters() -> dict[int, str]:
    """The simplified character for each traditional one."""
    text = files("regiontargets.catalog").joinpath("traditional.txt").read_text(encoding="utf-8")
    return {ord(line[0]): line[1] for line in text.splitlines() if not line.startswith("#")}


def pieces(folded: str) -> list[str]:
    """Its words in base form, and its runs of Chinese characters, in order.

    >>> pieces("the province's labour costs")
    ['the', 'province', 'labor', 'cost']
    >>> pieces("r&d经费")
    ['r&d', '经费']
    """
    found = _PIECE.findall(folded)
    return [each if each >= _FIRST_CHINESE else _base(each) for each in found if each != "s"]


def is_chinese(piece: str) -> bool:
    """Whether a piece is a run of Chinese characters."""
    return piece >= _FIRST_CHINESE


# The same few thousand words make up all names.
@lru_cache(maxsize=8192)
def _base(word: str) -> str:
    if len(word) > 3 and word.isalpha():
        word = _singular(word)
        for british, american in _SPELLINGS:
            word = british.sub(american, word)
    return word


def _singular(word: str) -> str:
    if word in _PLURALS:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
