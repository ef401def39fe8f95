"""The names of Chinese divisions: without the words for their kind, and in Latin letters."""

from __future__ import annotations

import re

from pypinyin import Style, lazy_pinyin

from .spellings import ALIASES, SPELLINGS

# fmt: off
_ETHNIC = [
    "蒙古", "回", "藏", "维吾尔", "苗", "彝", "壮", "布依", "朝鲜", "满",
    "侗", "瑶", "白", "土家", "哈尼", "哈萨克", "傣", "黎", "傈僳", "佤",
    "畲", "高山", "拉祜", "水", "东乡", "纳西", "景颇", "柯尔克孜", "土", "达斡尔",
    "仫佬", "羌", "布朗", "撒拉", "毛南", "仡佬", "锡伯", "阿昌", "普米", "塔吉克",
    "怒", "乌孜别克", "俄罗斯", "鄂温克", "德昂", "保安", "裕固", "京", "塔塔尔", "独龙",
    "鄂伦春", "赫哲", "门巴", "珞巴", "基诺",
]
# fmt: on
_AUTONOMOUS = re.compile(
    rf"^(.{{2,}}?)(?:(?:{'|'.join(f'{e}族|{e}' for e in sorted(_ETHNIC, key=len, reverse=True))}|各族)+)"
    r"(自治州|自治县|自治旗)$"
)
_SUFFIX = re.compile(
    r"^(.{2,}?)(?:自治州|自治县|自治旗|林区|特区|矿区|(?<!高)新区|地区|市|区|县|盟|旗)$"
)


def english(name: str, level: str) -> str:
    """The usual English name: 朝阳区 is Chaoyang District, 浦东新区 Pudong New Area."""
    short = latin(short_name(name))
    if level != "county" or not name.endswith("区"):
        return short
    return f"{short} New Area" if _is_new_area(name) else f"{short} District"


def aliases(name: str, level: str) -> list[str]:
    """Further names. A district goes by its whole name: 肃州区 is no Suzhou."""
    short = short_name(name)
    found = [pinyin(name), *_with_kind(name, short, latin(short))]
    if level == "county" and name.endswith("区"):
        kinds = [pinyin(short), latin(short)] if short in SPELLINGS or _is_new_area(name) else []
        found += [f"{each} District" for each in kinds]
        found += [short, latin(short)] if _is_new_area(name) else []
        if name.endswith("林区"):
            found += [short, latin(short), f"{latin(short)} Forestry District"]
    else:
        plain = [pinyin(short)] if short in SPELLINGS else []
        found = [short, *ALIASES.get(short, []), *found, *plain]
    return [*found, *(other for each in found for other in _umlauts(each))]


def _is_new_area(name: str) -> bool:
    return name.endswith("新区") and short_name(name) != name[:-1]


def _umlauts(spelling: str) -> list[str]:
    """Lüliang is Lyuliang on passports and road signs, and Lvliang where no ü can be typed."""
    if "ü" not in spelling:
        return []
    return [spelling.replace("ü", other) for other in ("yu", "v")]


def _with_kind(name: str, short: str, latin: str) -> list[str]:
    """海南藏族自治州 is 海南州 and Hainan Prefecture, 吉林市 is Jilin City."""
    if name.endswith("市"):
        return [f"{latin} City"]
    for kind, word in (("州", "Prefecture"), ("县", "County"), ("旗", "Banner"), ("盟", "League")):
        if name.endswith(kind):
            return [short + kind, f"{latin} {word}"]
    return [f"{latin} Prefecture"] if name.endswith("地区") else []


def short_name(name: str) -> str:
    """恩施土家族苗族自治州 is 恩施, 朝阳区 is 朝阳; a county of one character keeps its 县."""
    if match := _AUTONOMOUS.match(name):
        return match[1]
    if match := _SUFFIX.match(name):
        return match[1]
    return name


def latin(name: str) -> str:
    """A short name in Latin letters, as it is usually spelt."""
    return SPELLINGS.get(name) or pinyin(name)


def pinyin(name: str) -> str:
    """A plain reading of the characters."""
    syllables = lazy_pinyin(name, style=Style.NORMAL, v_to_u=True)
    word = syllables[0]
    for syllable in syllables[1:]:
        # GB/T 28039: an apostrophe before a syllable that begins with a vowel.
        word += ("'" if syllable[:1] in "aeo" else "") + syllable
    return word[:1].upper() + word[1:]


def is_statistical(code: str) -> bool:
    """Whether a code is that of a zone which statistics list now and then: from 71 to 80."""
    return "71" <= code[4:] <= "80"
