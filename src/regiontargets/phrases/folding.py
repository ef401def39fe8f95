"""One form for each letter, digit and mark, so that a grammar knows fewer of them."""

from __future__ import annotations

import re

_DIGITS = {0xFF10 + n: ord("0") + n for n in range(10)}
_LETTERS = {0xFF21 + n: ord("a") + n for n in range(26)} | {
    0xFF41 + n: ord("a") + n for n in range(26)
}
_LOWER = {ord("A") + n: ord("a") + n for n in range(26)}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－─~～〜∼﹣"), ord("-"))
_QUOTES = dict.fromkeys(map(ord, "“”„‟「」『』〝〞＂"), ord('"')) | dict.fromkeys(
    map(ord, "‘’‛＇"), ord("'")
)
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2009\u200a\u202f\u3000\t"), ord(" "))
_MARKS = {ord(a): ord(b) for a, b in zip("（）／．：", "()/.:", strict=True)}
_ZEROS = dict.fromkeys(map(ord, "○〇Ｏ◯"), ord("〇"))
_TRADITIONAL = str.maketrans(
    "個過後來規劃計時間兩紀葉屆從內這當季頭現週點開約將萬",
    "个过后来规划计时间两纪叶届从内这当季头现周点开约将万",
)
_FOLDED = _LETTERS | _LOWER | _DIGITS | _DASHES | _QUOTES | _SPACES | _MARKS | _ZEROS | _TRADITIONAL


_HAN = re.compile(r"[\u3400-\u9fff]")


def has_han(text: str) -> bool:
    """Whether there is a Chinese character in a text.

    >>> has_han("湖北 Hubei"), has_han("Hubei")
    (True, False)
    """
    return _HAN.search(text) is not None


def fold(text: str) -> str:
    """The text with one form for each letter, digit and mark; places stay the same.

    >>> fold("２０２１—2025 ‘FY’")
    "2021-2025 'fy'"
    """
    return text.translate(_FOLDED)
