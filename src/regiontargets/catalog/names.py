"""Names of places as one key, however they are spelt."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

LONGEST = 120
"""No place has a longer name; what is longer is not looked up."""

_LETTERS = str.maketrans(
    {
        **dict.fromkeys("'’‘ʼʻ`´ʹ′\u02b9.·・•‧‑", ""),
        **dict.fromkeys("-‐–—−_/,，、()（）[]:;&", " "),
        "ß": "ss",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "ħ": "h",
        "ə": "e",
        "ŋ": "ng",
    }
)


def _has_han(text: str) -> bool:
    return not text.isascii() and any(map(_is_han, text))


def _is_han(char: str) -> bool:
    return (
        "\u3400" <= char <= "\u9fff"
        or "\uf900" <= char <= "\ufaff"
        or "\U00020000" <= char <= "\U0003ffff"
    )


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """A name without case, accents, apostrophes, hyphens and width, traditional as simplified.

    Han characters lose the spaces between them.

    >>> fold("Xi’an"), fold("Île-de-France"), fold("ＣＮ－ＳＤ"), fold("內 蒙 古")
    ('xian', 'ile de france', 'cn sd', '内蒙古')
    """
    text = name[: LONGEST + 1]
    if text.isascii():
        return " ".join(text.lower().translate(_LETTERS).split())
    text = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    if _has_han(text):
        return "".join(text.translate(_simplified()).split())
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return " ".join(unicodedata.normalize("NFC", text.translate(_LETTERS)).split())


# Japanese forms of characters that names of prefectures and cities bear.
_JAPANESE = dict(
    zip("県広沢徳児関浜渋塩図鉄栃恵桜蔵", "县广泽德儿关滨涩盐图铁枥惠樱藏", strict=True)
)


@cache
def _simplified() -> dict[int, str]:
    text = files(str(__package__)).joinpath("traditional.txt").read_text(encoding="utf-8")
    pairs = (line for line in text.splitlines() if not line.startswith("#"))
    traditional = {ord(pair[0]): pair[1] for pair in pairs}
    return traditional | {ord(char): plain for char, plain in _JAPANESE.items()}


# What only names in Latin letters need is compiled with the first of them.
_LEADING = (
    r"^(?:the )?(?:(?:free )?(?:"
    r"(?:(?:state|provincial|municipal|regional|city|peoples?(?: s)?) )?government|state|province|"
    r"region|republic|rep|canton|county|city|municipality|district|prefecture|department|"
    r"departement|governorate|oblast|voivodeship|community|land|"
    r"commonwealth|territory|union territory|emirate|kingdom|principality|autonomous region|"
    r"autonomous community|freistaat|comunidad autonoma|provincia|regione|region|provinz|estado|"
    r"provincia autonoma|metropolitan city|departamento|prov)"
    r"(?: of| de| du| des| d| del| della| dell|) )"
)
_TRAILING = (
    r"(?: s)?(?: (?:provincial|municipal|state|regional|city|county|prefectural|local|people s|"
    r"peoples|autonomous|special administrative|national|district|"
    r"metropolitan|special))*"
    r" (?:government|authorities|authority|administration|province|prov|municipality|city|"
    r"prefecture|state|county|district|region|autonomous region|autonomous prefecture|"
    r"autonomous county|oblast|krai|governorate|department|canton|voivodeship|territory|republic|"
    r"new area|special administrative region|sar|sheng|shi|zizhiqu|zizhizhou|ken|do|si|league|"
    r"banner)$"
)
_PEOPLES = (
    r"(?: (?:and|mongolian|mongol|hui|tibetan|uyghur|uygur|miao|yi|zhuang|buyei|bouyei|korean|"
    r"manchu|dong|yao|bai|tujia|hani|kazakh|kazak|dai|li|lisu|va|wa|she|lahu|sui|shui|dongxiang|naxi|"
    r"nakhi|jingpo|kirgiz|kyrgyz|tu|daur|mulao|mulam|qiang|blang|salar|maonan|gelao|xibe|pumi|"
    r"tajik|nu|ewenki|evenki|deang|bonan|yugur|dulong|derung|oroqen|multi|ethnic|various|"
    r"nationalities))+(?= autonomous (?:prefecture|county|banner)$)"
)
_HAN_TRAILING = re.compile(
    r"(?:人民政府|省政府|市政府|政府|省委|市委|特别行政区|经济特区|直辖市|壮族自治区|回族自治区|维吾尔自治区|自治区|"
    r"自治州|自治县|自治旗|林区|特区|地区|新区|省|市|区|县|州|盟|旗|道|府|都|邦)$"
)


def bare_forms(folded: str) -> tuple[str, ...]:
    """A folded name without the words that only say what kind of place it is, shortest last.

    >>> bare_forms("the beijing municipal government"), bare_forms("free state of bavaria")
    (('the beijing', 'beijing'), ('bavaria',))
    >>> bare_forms("广东省政府")
    ('广东省', '广东')
    """
    forms: list[str] = []
    current = folded
    while True:
        shorter = _without_kind(current)
        if shorter == current or len(shorter) < 2:
            return tuple(forms)
        forms.append(shorter)
        current = shorter


@cache
def _latin_kinds() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return re.compile(_LEADING), re.compile(_TRAILING), re.compile(_PEOPLES)


def _without_kind(folded: str) -> str:
    if _has_han(folded):
        if folded.endswith(("省政府", "市政府", "区政府", "县政府", "省委", "市委")):
            return folded[:-1] if folded.endswith("委") else folded[:-2]
        return folded[:-4] if folded.endswith("人民政府") else _HAN_TRAILING.sub("", folded)
    leading, trailing, peoples = _latin_kinds()
    shorter = trailing.sub("", peoples.sub("", folded))
    if shorter == folded:
        shorter = leading.sub("", folded)
    if shorter == folded:
        shorter = folded.removeprefix("the ")
    return shorter.removesuffix(" s") if shorter != folded else shorter


_POSSESSIVE = re.compile(r"^(.{2,60}?)['’]s? (.{2,60})$")
_IN = re.compile(r"^(.{2,60}?) in (.{2,60})$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"^(.{2,60}?) ?[(（](.{2,60})[)）]$")
_LONGEST_WHOLE = 12


def qualified(name: str) -> tuple[tuple[str, str], ...]:
    """A name with the place it lies in, as (part, whole): the ways in which it may be taken apart.

    >>> qualified("Suzhou, Jiangsu"), qualified("Jiangsu’s Suzhou"), qualified("Suzhou in Jiangsu")
    ((('Suzhou', 'Jiangsu'),), (('Suzhou', 'Jiangsu'),), (('Suzhou', 'Jiangsu'),))
    >>> ("苏州市", "江苏省") in qualified("江苏省苏州市")
    True
    """
    for comma in (",", "，"):
        part, found, whole = name.partition(comma)
        if found:
            return ((part.strip(), whole.strip()),) if part.strip() and whole.strip() else ()
    if match := _IN_BRACKETS.match(name):
        return ((match[1], match[2]),)
    if match := _POSSESSIVE.match(name):
        return ((match[2], match[1]),)
    if match := _IN.match(name):
        return ((match[1], match[2]),)
    if len(name) <= 2 * _LONGEST_WHOLE and all(map(_is_han, name)):
        # The longest whole first: 浙江省杭州市西湖区 lies in 浙江省杭州市, and that in 浙江省.
        ends = range(min(len(name) - 2, 2 * _LONGEST_WHOLE), 1, -1)
        return tuple((name[at:], name[:at]) for at in ends)
    return ()
