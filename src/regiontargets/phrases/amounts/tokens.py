"""From text to tokens: numbers, words, Chinese characters and marks, each with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from .record import record


@record
class Token:
    """The smallest part of a text that the grammar looks at, wherever it stands.

    Attributes:
        kind: "digits", "word", "han", "mark", or "code" for what holds digits and is no number;
            empty for what lies beyond the ends of a text.
        text: its characters, full-width forms made plain.
        low: the same in lower case.
        length: how many characters it takes in the text.
        spaced: whether a space stands before it.
        opens: the lexicons with a phrase that begins with it, a bit each.
        closes: the lexicons with a phrase that ends with it, a bit each.
        begins: whether a number may begin with it.
        breaks: whether it ends a clause, or brackets one.
        notable: whether a line remembers its place.
        roles: what it may be as the word that governs a number, if that is told by itself.
    """

    kind: str
    text: str
    low: str
    length: int
    spaced: bool
    opens: int = 0
    closes: int = 0
    begins: bool = False
    breaks: bool = False
    notable: bool = False
    roles: frozenset[str] | None = None


_SAME_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if code != 0xFF0C}
_ALIKE = {
    "-": "‐‑‒–—―−－─﹣",
    "~": "～〜∼",
    ":": "∶：﹕ː",
    "'": "’‘ʼ",
    '"': "“”„",
    "%": "﹪٪",
    "$": "﹩",
    " ": "\t\n\r\x0b\x0c\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000\u200b\ufeff",
    "μ": "µ",
    "·": "⋅・•",
    "〇": "○◯",
}
# Traditional forms of the characters that the grammar knows.
_TRADITIONAL = str.maketrans(
    "萬億個長約過壹貳參叁肆伍陸柒捌玖拾佰仟兩幾餘際點倍戶噸條項種頃畝員達降減縮擴壓節實現價"
    "歲時間內應當圍區優從將預計劃於總額與較業機場萊單產數縣鎮號會類層級",
    "万亿个长约过一二三三四五六七八九十百千两几余际点倍户吨条项种顷亩员达降减缩扩压节实现价"
    "岁时间内应当围区优从将预计划于总额与较业机场莱单产数县镇号会类层级",
)
_FOLDED: dict[int, int | str] = {
    **_SAME_WIDTH,
    **{ord(each): plain for plain, others in _ALIKE.items() for each in others},
    **_TRADITIONAL,
}
_FULL_WIDTH_THOUSANDS = re.compile(r"，(?<=[０-９]，)(?=[０-９]{3}(?![０-９]))")
_CHANGED = "".join(char for char in map(chr, _FOLDED) if char.translate(_FOLDED) != char)
_NOT_FOLDED = re.compile(f"[{re.escape(_CHANGED)}]")


def fold(text: str) -> str:
    """The text with one form for each letter, digit, dash and space; places stay the same.

    >>> fold("１，１００亿元—５％")
    '1,100亿元-5%'
    """
    # To look whether there is anything to do takes less time than to do nothing.
    if text.isascii() or _NOT_FOLDED.search(text) is None:
        return text
    return _FULL_WIDTH_THOUSANDS.sub(",", text).translate(_FOLDED)


# Every repetition is bounded or possessive, so that no text takes more than linear time.
_NUMBER = r"[0-9]++(?:\.[0-9]++)?"
_LETTER = r"A-Za-zÀ-ÖØ-öø-ɏΑ-Ωα-ω°Å"
_MIDDLE = r"(?:-[0-9]{1,2}-|/[0-9]{1,2}/|\.[0-9]{1,2}\.)"
_DIGIT_CODES = (
    # 2022-02-17, 17/02/2022, 2021/22, 2021-22
    rf"(?:1[89]|2[01])[0-9]{{2}}{_MIDDLE}[0-9]{{1,2}}(?![0-9])",
    rf"[0-9]{{1,2}}{_MIDDLE}(?:1[89]|2[01])[0-9]{{2}}(?![0-9])",
    r"(?:1[89]|2[01])[0-9]{2}[-/](?:[0-9]{2}(?![0-9%]|[.,][0-9])|[0-9](?![0-9%\w]|[.,][0-9]))",
    # 5.8:38.2:56, 10:30
    rf"{_NUMBER}(?::{_NUMBER})++|{_NUMBER}(?: : {_NUMBER})++",
    # 〔2021〕4号
    r"(?:1[89]|2[01])[0-9]{2}[\]〕)】] ?第?[0-9]{1,6}号",
    # 010-65892345, +1 202 555 0182
    r"(?:\([0-9]{2,4}\)|0[0-9]{2,3})[ -]?[0-9]{3,4}[ -]?[0-9]{4}(?![0-9])",
    r"[0-9]{3}-[0-9]{3,4}-[0-9]{4}(?![0-9])",
    # 1.2.3, but not 1.234.567
    r"(?![0-9]{1,3}(?:\.[0-9]{3}){2,9}(?![0-9]|\.[0-9]))[0-9]++(?:\.[0-9]++){2,}+",
    # 20th, 1980s
    r"[0-9]++(?:st|nd|rd|th)(?![A-Za-z])",
    r"(?:[0-9]{2})?[0-9]0'?s(?![A-Za-z])",
    # 1+6+N, 1+X
    r"[0-9]{1,3}(?:\+(?:[0-9]{1,3}(?![0-9.%])|[A-Zn](?![A-Za-z])))++",
    # 5G, 3D, 5A级, 4S店, 8K video
    r"[0-9]{1,2}[GD](?![A-Za-z0-9])|[1-5][AS](?=[级店])",
    r"[48]K(?=/[48]K|超|高清|视频| video| [Uu]ltra)",
    # 24/7, 2021/241, 9.11 stays a number
    r"[0-9]{2,4}/[0-9]{1,4}(?![0-9/%])",
)
_NUMBERS = (
    # The end of a group is checked, so that 1,23 is not read as 1 and 23.
    r"[0-9]{1,3}(?:,[0-9]{3}){1,19}(?:\.[0-9]++)?(?![0-9]|,[0-9])",
    r"[0-9]{1,3}(?:,[0-9]{2}){1,19},[0-9]{3}(?:\.[0-9]++)?(?![0-9]|,[0-9])",
    r"[0-9]{1,3}(?:\.[0-9]{3}){1,19},[0-9]++(?![.,]?[0-9])",
    r"[0-9]{1,3}(?:\.[0-9]{3}){2,19}(?![.,]?[0-9])",
    r"[0-9]{1,3}(?:[ '][0-9]{3}){1,19}(?:[.,][0-9]{1,2})?(?![0-9]|[.,'][0-9])",
    r"[0-9]++,[0-9]++(?!,?[0-9])",
    _NUMBER,
)
_BARE_DECIMAL = r"(?<![0-9A-Za-z])\.[0-9]++"
_WORDS = (
    # km2, CO2e, MtCO2
    rf"[{_LETTER}]{{0,4}}(?:m|CO|Nm)[23](?:e|eq)?(?![A-Za-z0-9]|\.[0-9])",
    # GDP5.5%, CPI3%
    rf"[A-Za-z&]{{2,8}}(?={_NUMBER} ?(?:%|[万亿个元]))",
    r"(?:[A-Za-z]\.){2,8}",
    rf"[{_LETTER}]++(?:['&](?!s(?![{_LETTER}]))[{_LETTER}]++)*+[²³]?",
)
_MONEY = "RMB|Rs|Re|CNH|Tk|Rp|RM|[KTU]?Shs?|[KTU]shs?|Php"
_SUM = (
    r"[0-9.,]{1,12} ?(?:[mb]n?|tn|trl?n|[mb]ln|[mbtr]+illion|lakh|crore)(?![A-Za-z])"
    r"|[0-9]{1,3}(?:,[0-9]{3})+"
)
# By R100, more than R350; R61 is a road. R5.20.
_BEFORE_RAND = "|".join(f"(?<={each} )" for each in ("by", "of", "than", "least", "about"))
_RAND = (
    rf"(?:{_BEFORE_RAND})R(?=[0-9]{{2,4}}(?![0-9A-Za-z-]))"
    r"|[NPRK](?=[0-9]{1,4}\.[0-9]{2}(?!\.?[0-9]))"
)
_SHARE_FOLLOWS = r"[0-9.,]*+ ?(?:[-~] ?[0-9.]*+ ?)?(?:%|per ?cent|[万亿]|pp|bp)"
_LETTER_CODES = (
    # K25+300, a place on a road; P5+1
    r"[A-Z]{1,2}[0-9]{1,4}\+[0-9]{1,3}(?![0-9.%A-Za-z])",
    r"(?:https?://|www\.)[!-~]++|[A-Za-z0-9._]{1,64}@[A-Za-z0-9.-]++",
    # PM2.5, G20, ISO9001, COVID-19, mid-2025, RMB as a currency is told apart before
    rf"[{_LETTER}]++[0-9][A-Za-z0-9]*+(?:[.-][0-9A-Za-z]++)*+",
    rf"[{_LETTER}]++-[0-9]++(?!{_SHARE_FOLLOWS})[A-Za-z0-9]*+",
)


@cache
def _pattern() -> re.Pattern[str]:
    """One token and the spaces before it; every character of a text is in a token or a space."""
    # The codes of currencies come with the units, whose files are read at the first phrase.
    from regiontargets.units import all_units

    codes = "|".join(each.name for each in all_units() if each.kind == "money")
    money = rf"(?=[A-Z][A-Za-z]{{1,3}}\.?[0-9])(?:{_MONEY}|{codes})|[NPRK](?={_SUM})|{_RAND}"
    letters = "|".join((money, *_WORDS[:2], *_LETTER_CODES, *_WORDS[2:]))
    # What comes first in its group is tried first; a look ahead picks the group.
    parts = (
        # Behind the last letter of `_LETTER` all that is no space is a token by itself, as \S has
        # it; said first, since it is most of a Chinese text.
        r"[^\x00-\u212b\u3000]",
        f"(?=[0-9(])(?:{'|'.join((*_DIGIT_CODES, *_NUMBERS))})",
        f"[{_LETTER}]++(?![0-9²³'&@./:_-])",
        f"(?=[{_LETTER}])(?:{letters})",
        _BARE_DECIMAL,
        r"\S",
    )
    return re.compile(rf"\s*+(?:{'|'.join(parts)})")


# A token's kind follows from its characters: no two patterns above match the same ones.
_DIGITS = re.compile("|".join((*_NUMBERS, _BARE_DECIMAL)))
_DIGIT_STARTS = frozenset("0123456789.")
_PHONE = re.compile(r"0[0-9]{9,11}")
_LETTERS = re.compile(f"[{_LETTER}]")
_WORD = re.compile("|".join(("[A-Za-z&]++", *_WORDS)))


def pieces(text: str) -> list[str]:
    """The tokens of a text, each with the spaces before it.

    >>> pieces("up 5.5%")
    ['up', ' 5.5', '%']
    """
    folded = fold(text)
    found = _pattern().findall(folded)
    return found if folded.isascii() or "," not in folded else _with_chinese_commas(found)


def _with_chinese_commas(found: list[str]) -> list[str]:
    """A comma beside Chinese is the Chinese one, which ends a clause."""
    return [
        f"{each[:-1]}，" if each[-1] == "," and _beside_han(found, at) else each
        for at, each in enumerate(found)
    ]


def _beside_han(found: list[str], at: int) -> bool:
    before = found[at - 1][-1] if at and found[at] == "," else ""
    behind = "".join(found[at + 1 : at + 3])[:2]
    return any("\u3400" <= each <= "\u9fff" for each in before + behind)


def token(piece: str) -> Token:
    """What a token with the spaces before it is.

    >>> token(" 5.5").kind, token("PM2.5").kind, token(" Percent").low
    ('digits', 'code', 'percent')
    """
    kind, text, length = described(piece)
    return Token(kind, text, text.lower(), length, length < len(piece))


def described(piece: str) -> tuple[str, str, int]:
    """The kind, the characters and the length of a token with the spaces before it."""
    text = piece.lstrip()
    kind, length = _kind(text), len(text)
    if (kind == "mark" and text != "，" and not text.isascii()) or text[-1] in "²³":
        text = unicodedata.normalize("NFKC", text)
    return kind, text, length


def _kind(text: str) -> str:
    first = text[0]
    if first in _DIGIT_STARTS and _DIGITS.fullmatch(text):
        return "code" if _PHONE.fullmatch(text) else "digits"
    if len(text) == 1 and ("\u3400" <= text <= "\u9fff" or text == "〇"):
        return "han"
    if _LETTERS.match(text):
        return "word" if text.isalpha() or _WORD.fullmatch(text) else "code"
    return "mark" if len(text) == 1 else "code"


def tokens(text: str) -> list[Token]:
    """The tokens of a text.

    >>> [each.text for each in tokens("GDP of US$1.3bn（增长5.5%）")]
    ['GDP', 'of', 'US', '$', '1.3', 'bn', '(', '增', '长', '5.5', '%', ')']
    >>> [each.kind for each in tokens("PM2.5 and 5.8∶38.2∶56")]
    ['code', 'word', 'code']
    """
    return [token(each) for each in pieces(text)]


def is_plain_han(text: str) -> bool:
    """Whether a text is Chinese characters, each a token, and none of them is folded."""
    # A range of Chinese characters takes a millisecond to compile.
    characters = text.replace("〇", "一")
    return (
        min(characters, default="") >= "\u3400"
        and max(characters) <= "\u9fff"
        and _NOT_FOLDED.search(text) is None
    )


def spellings(characters: Iterable[str]) -> set[str]:
    """The characters with every form that folds to one of them.

    >>> sorted(spellings("万"))
    ['万', '萬']
    """
    wanted = set(characters)
    return wanted | {chr(code) for code, plain in _TRADITIONAL.items() if chr(plain) in wanted}
