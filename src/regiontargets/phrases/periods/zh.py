"""Chinese: the words for periods, and how they go together."""

from __future__ import annotations

import re
from collections.abc import Callable

from . import build
from .cascade import Rule
from .expressions import (
    Ago,
    AtEdge,
    DecadeOf,
    Either,
    Expression,
    Named,
    SamePeriod,
    Shifted,
    Thirds,
    Year,
    Years,
)
from .fiscal import Fiscal
from .language import Language
from .numeric import NOT_IN_A_NUMBER, SHAPES, YEAR, full_year
from .plans import Plan
from .tokens import Lexicon, Shape, Value

_DIGITS = {digit: number for number, digit in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
}
_HAN = "一二三四五六七八九十两"
_SMALL = rf"(?:\d{{1,3}}|[{_HAN}]{{1,3}})"
_NO_DIGIT_BEFORE = r"(?<![\d.,一二三四五六七八九十百千第每])"


def number(text: str) -> int | None:
    """A small whole number in digits or characters: 5, 五, 十二, 三十一, 两.

    >>> number("三十一"), number("两"), number("二〇三五")
    (31, 2, 2035)
    """
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        digits = [_DIGITS.get(each) for each in text]
        return None if None in digits else int("".join(str(each) for each in digits))
    if len(tens) > 1 or len(ones) > 1:
        return None
    return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)


def _numbers(text: str) -> list[int]:
    found = re.findall(r"\d+|[〇零一二三四五六七八九十两]+", text)
    return [each for each in map(number, found) if each is not None]


def _year(text: str) -> Year | None:
    numbers = _numbers(text)
    return Year(numbers[0]) if len(numbers) == 1 and 1800 <= numbers[0] <= 2200 else None


def _short_year(text: str) -> Year:
    return Year(full_year(text[:2]))


_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}


def _era(text: str) -> Expression | None:
    """Japanese eras: 令和4年 is 2022, 令和4年度 the fiscal year that began in it."""
    year = _ERAS[text[:2]] + (1 if "元" in text else (_numbers(text) or [0])[0])
    if year > 2200:
        return None
    return Fiscal(year, country="JP") if text.endswith("度") else Year(year)


def _fiscal(text: str) -> Expression:
    first, *rest = re.findall(r"\d+", text)
    start = int(first) if len(first) == 4 else full_year(first)
    if not rest:
        return Fiscal(start)
    second = int(rest[0]) if len(rest[0]) == 4 else start // 100 * 100 + int(rest[0])
    return Fiscal(start, second)


def _plan(text: str) -> Plan | None:
    """十四五, 第十四个五年规划: the number stands before the last 五."""
    name = re.sub(r"[\"第]|个?五年.*", "", text)
    value = number(name[:-1] if "个" not in text else name)
    return None if value is None else Plan(value)


def _quarter(text: str) -> tuple[str, int, int]:
    value = 1 if "首" in text else (_numbers(text) or [4])[0]
    return "quarter", value, value


def _span_of(unit: str, last: int) -> Callable[[str], Value]:
    def read(text: str) -> tuple[str, int, int] | None:
        numbers = _numbers(text)
        low, high = (1, numbers[0]) if len(numbers) == 1 else (numbers[0], numbers[-1])
        return (unit, low, high) if 1 <= low <= high <= last else None

    return read


_quarters = _span_of("quarter", 4)
_months = _span_of("month", 12)


def _last_months(text: str) -> tuple[str, int, int] | None:
    value = _numbers(text)[0]
    return ("month", 13 - value, 12) if 1 <= value <= 12 else None


def _month(text: str) -> int | None:
    value = _numbers(text)[0]
    return value if 1 <= value <= 12 else None


def _decade(text: str) -> Expression | None:
    """1990年代, 90年代."""
    value = (_numbers(text) or [0])[0]
    if value >= 1800:
        return Years(value, value + 9)
    if value % 10:
        return None
    last = Years(1900 + value, 1909 + value)
    return last if value >= 40 else Either((last, Years(2000 + value, 2009 + value)))


def _century(text: str) -> Years | None:
    value = (_numbers(text) or [0])[0]
    return Years(100 * value - 99, 100 * value) if 19 <= value <= 22 else None


_UNIT_WORDS = {
    "年": "year",
    "季度": "quarter",
    "月": "month",
    "周": "week",
    "星期": "week",
    "天": "day",
}


def _count(text: str) -> tuple[Value, ...] | None:
    """五年, 3个月, 三到五年, 两三年: the numbers and the unit."""
    unit = next(unit for word, unit in _UNIT_WORDS.items() if text.endswith(word))
    if text.startswith("半"):
        return 6, "month"
    numbers = _numbers(text)
    pair = re.match(r"([一二两三四五六七八])([二三四五六七八九])(?:年|个)", text)
    if pair:
        numbers = [_DIGITS[each] for each in pair.groups()]
    return (*numbers, unit) if numbers and len(numbers) <= 2 else None


_AFTER_A_TIME = r"(?<=[年月日号底末初期间代旬季度划\"五纪天周叶])"


def _suffix(category: str, word: str, *unless: str) -> Shape:
    """A word that says something of the time before it, unless it goes on as another word."""
    stop = f"(?!{'|'.join(unless)})" if unless else ""
    return Shape(category, f"{_AFTER_A_TIME}(?:{word}){stop}", lambda _: "")


def _prefix(category: str, word: str, unless_after: str, unless: str = "") -> Shape:
    """A word that says something of the time after it, unless it is the end of another word."""
    before = f"(?<![{unless_after}])" if unless_after else ""
    return Shape(category, f"{before}{word}" + (f"(?![{unless}])" if unless else ""), lambda _: "")


_NOT_A_BASIS = r"(?!度?\s?(?:不变价|可比价|价格|价计|美元|版))"
_PLAN_NUMBER = "(?:十[一二三四五六七八]?|[一二三四五六七八九])"

_SHAPES = (
    *SHAPES,
    Shape(
        "FISCAL",
        rf"{NOT_IN_A_NUMBER}(?:{YEAR}|\d\d)(?:[-/](?:{YEAR}|\d\d))?\s?年?(?:财年|财政年度|会计年度)",
        _fiscal,
    ),
    Shape("YYYY", rf"(?:{'|'.join(_ERAS)})(?:元|{_SMALL})年度?", _era),
    Shape(
        "DECADE",
        rf"{NOT_IN_A_NUMBER}(?:1[89]|2[01])\d0\s?年代|{_NO_DIGIT_BEFORE}(?:[1-9]0|[二三四五六七八九]?十)\s?年代",
        _decade,
    ),
    Shape("YYYY", rf"{NOT_IN_A_NUMBER}{YEAR}\s?年(?:度(?!假))?{_NOT_A_BASIS}(?!代)", _year),
    Shape(
        "YYYY",
        rf"(?<![〇零一二三四五六七八九十])[一二][〇零一二三四五六七八九]{{3}}年度?{_NOT_A_BASIS}",
        _year,
    ),
    Shape("Y4", rf"{NOT_IN_A_NUMBER}{YEAR}(?!\d|[.,:/%]\d|%)", lambda text: Year(int(text))),
    Shape(
        "Y4", r"(?<![〇零一二三四五六七八九十])[一二][〇零一二三四五六七八九]{3}(?=至|到|-)", _year
    ),
    Shape(
        "YY", rf"{NOT_IN_A_NUMBER}\d\d年(?=\d{{1,2}}月|[一二三四1-4]季度|[上下]半年)", _short_year
    ),
    Shape("PLAN", rf"\"{_PLAN_NUMBER}五\"(?!普法)", _plan),
    Shape("PLAN", rf"第{_PLAN_NUMBER}个五年(?:规划|计划)", _plan),
    Shape(
        "PLAN",
        r"(?<![一二三四五六七八九十百第])十[一二三四五六七八]五(?![一二三四五六七八九十百千万亿年个家月日号天岁成%倍名人分元]|普法)",
        _plan,
    ),
    Shape(
        "PLAN", rf"(?<![一二三四五六七八九十百第]){_PLAN_NUMBER}五(?=规划|计划|时期|期间)", _plan
    ),
    Shape("CENTURY", r"(?:\d{2}|二十[一二]?|十九)世纪", _century),
    Shape("FIRST_YEARS", rf"(?:前|头){_SMALL}年(?!前)", lambda text: _numbers(text)[0]),
    Shape("LAST_YEARS", rf"(?:最后|后){_SMALL}年(?!前)", lambda text: _numbers(text)[0]),
    Shape("NTH_YEAR", r"第[一二三四五六七八九十]年", lambda text: _numbers(text)[0]),
    Shape(
        "PART",
        r"[一1](?:-|至|到)[二三四2-4]季度|[一二三1-3](?:、|和|及)[二三四2-4]季度|前[两二三23]个?季度",
        _quarters,
    ),
    Shape(
        "PART",
        rf"{_NO_DIGIT_BEFORE}(?:[一二三四1-4]季度)|第[一二三四1-4]季度?|首季度?|末季度",
        _quarter,
    ),
    Shape("PART", r"上半年", lambda _: ("half", 1, 1)),
    Shape("PART", r"下半年", lambda _: ("half", 2, 2)),
    Shape("PART", rf"(?:前|头){_SMALL}个?月(?:份)?", _months),
    Shape("PART", rf"(?:最后|后){_SMALL}个月", _last_months),
    Shape(
        "PART",
        rf"{_NO_DIGIT_BEFORE}{_SMALL}(?:月份?)?\s?(?:-|至|到|、)\s?{_SMALL}月(?:份)?",
        _months,
    ),
    Shape(
        "MONTH",
        rf"{_NO_DIGIT_BEFORE}(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s?月(?:份)?(?![饼球亮台嫂薪均度租产供票刊])",
        _month,
    ),
    Shape(
        "DAYN",
        r"(?<![\d.])(?:[12]\d|3[01]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])\s?[日号](?!线|楼|文|令)",
        lambda text: _numbers(text)[0],
    ),
    Shape(
        "COUNT",
        rf"{_NO_DIGIT_BEFORE}(?:(?:{_SMALL}\s?(?:-|至|到|、|或)\s?)?{_SMALL}\s?(?:年|个?(?:季度|星期)|个月|周|天)|半年)(?![级龄轻期产均度薪代货内]?[级龄轻期均薪])",
        _count,
    ),
    _prefix("to", "到", "高升加长少降减达涨增提扩缩得受做看感收拿碰遇", "位期"),
    _prefix("to", "至", "甚乃以", "今少于关此多"),
    _prefix("as_of", "(?:截至|截止到?|截至到)", "", "目"),
    _prefix("by", "(?:不晚于|不迟于|最迟到?|最晚到?|力争到|直到|直至)", ""),
    _prefix("before", "早于", ""),
    _prefix("in", "于", "高低优大小多少快慢好位处等属对关由基强弱早晚同鉴晚迟"),
    _prefix("in", "在", "现存正旨实内潜外所好"),
    _prefix("from", "(?:自从?|从)", "来各亲独服"),
    _suffix("end", "底", "[层部线子色座盘气蕴数]"),
    _suffix("end", "末期?", "[端位尾梢班]"),
    _suffix("start", "初", "[步级中始创心衷次期审具显见夏春秋冬]"),
    _suffix("mid", "中(?:期|叶)?", "[旬国央共部西小东医学等原山华关欧美信铁石海心型层考级标介]"),
    _suffix("before", "(?:之|以)?前", "[提景往来期后所三两列瞻沿四五六七八九\\d]"),
    _suffix("since", "(?:以来|来)", "[自源看说临宾访华年往去]"),
    _suffix("within", "(?:以内|之内|内)", "[部外在需地容蒙陆涵河生循贸资控]"),
    _suffix("after", "(?:之后|以后|后)", "[续期来代果勤备发者疫半三两\\d]"),
    _suffix("onwards", "(?:起|开始)", "[点步来到草重飞伏源码诉义]"),
    _suffix("period", "(?:规划期?)?(?:期间|时期)|规划期|规划|计划|间", "[接隔划纲]"),
    Shape("dash", "-", lambda _: ""),
    Shape("lp", r"\(", lambda _: ""),
    Shape("rp", r"\)", lambda _: ""),
)

_LISTED: dict[str, tuple[tuple[str, Value], ...]] = {
    "YR": (
        *((word, Shifted("year", 0)) for word in ("今年", "本年", "本年度", "今年度")),
        *((word, Shifted("year", -1)) for word in ("去年", "去年度")),
        *(
            (word, Named(-1, Shifted("year", -1)))
            for word in ("上年", "上年度", "上一年", "上一年度")
        ),
        *((word, Shifted("year", 1)) for word in ("明年", "来年", "明年度", "下年度")),
        *((word, Named(1, Shifted("year", 1))) for word in ("下一年", "下一年度")),
        *((word, Named(1)) for word in ("次年", "翌年")),
        *((word, Named(0)) for word in ("当年", "同年", "该年")),
        ("前年", Shifted("year", -2)),
        ("后年", Shifted("year", 2)),
    ),
    "SUB": (
        *((word, Shifted("month", 0)) for word in ("本月", "这个月")),
        *((word, Shifted("month", -1)) for word in ("上月", "上个月")),
        *((word, Shifted("month", 1)) for word in ("下月", "下个月")),
        *((word, Shifted("quarter", 0)) for word in ("本季度", "本季")),
        *((word, Shifted("quarter", -1)) for word in ("上季度", "上一季度", "上个季度")),
        *((word, Shifted("quarter", 1)) for word in ("下季度", "下一季度", "下个季度")),
        ("本周", Shifted("week", 0)),
        ("上周", Shifted("week", -1)),
        ("下周", Shifted("week", 1)),
    ),
    "CENTURY": (
        *((word, Shifted("century", 0)) for word in ("本世纪", "这个世纪", "新世纪")),
        ("上世纪", Shifted("century", -1)),
    ),
    "THIRD": (("上旬", 0), ("中旬", 1), ("下旬", 2)),
    "year_end": tuple((word, None) for word in ("年底", "年末", "年终", "岁末")),
    "year_start": (("年初", None),),
    "year_mid": (("年中", None),),
    "year_within": (("年内", None), ("年度内", None)),
    "month_end": (("月底", None), ("月末", None)),
    "whole": (("全年", None), ("整年", None), ("一整年", None)),
    "same": (("同期", None), ("同一时期", None)),
    "de": (("的", None),),
    "next": tuple((w, None) for w in ("今后", "未来", "接下来", "往后", "此后", "下一个", "后续")),
    "past": tuple(
        (w, None) for w in ("过去", "近", "最近", "以往", "此前", "刚刚过去", "刚过去", "这")
    ),
    "use": tuple((w, None) for w in ("用", "利用", "经过", "通过", "花")),
    "time": tuple((w, None) for w in ("时间", "左右", "左右时间", "的时间", "左右的时间")),
    "now": tuple((w, None) for w in ("至今", "迄今", "到现在", "至目前", "到目前")),
    "OPENING": tuple(
        (w, 1) for w in ("开局之年", "开局年", "首年", "第一年", "头一年", "起步之年", "开启之年")
    ),
    "CLOSING": tuple(
        (w, -1) for w in ("收官之年", "收官年", "最后一年", "末年", "结束之年", "决胜之年")
    ),
}

_YEARISH = "(YYYY|YY|YR)"
_LONG = "(PLAN|SPAN|DECADE|CENTURY)"
_POINT = "(EXACT|DAY|SUB|EDGED|YYYY|YY|YR|FISCAL)"
_ANY = "(EXACT|DAY|SUB|EDGED|YYYY|YY|YR|FISCAL|PLAN|SPAN|DECADE|CENTURY)"


def _counted(direction: build.Direction) -> Callable[..., Expression | None]:
    def make(count: Value) -> Expression | None:
        assert isinstance(count, tuple)
        return build.counted(direction)(*count)

    return make


def _within(count: Value) -> Expression | None:
    assert isinstance(count, tuple)
    return build.within(*count)


def _ago(sign: int) -> Callable[..., Expression | None]:
    def make(count: Value) -> Expression | None:
        assert isinstance(count, tuple)
        return Ago(sign * count[0], count[-1]) if len(count) == 2 else None

    return make


def _same_period(*year: Value) -> SamePeriod:
    return SamePeriod(build.year_of(year[0]) if year else None)


def _third(month: Value, which: Value) -> Thirds:
    assert isinstance(which, int)
    return Thirds(which, build.expression(month))


def _days_of_month(first: Value, last: Value) -> Expression | None:
    return build.day_to(first, last)


_next, _past = _counted("next"), _counted("past")

_RULES = (
    Rule("SPAN", "from? (Y4|YYYY) (to|dash) (YYYY|Y4) period?", build.span),
    Rule("SPAN", "SPAN de period", build.itself),
    Rule("EXACT", "PAIR", build.itself),
    Rule("PLAN", "PLAN (period|lp period rp)? lp (SPAN|EXACT) rp period?", build.with_years),
    Rule("PLAN", "PLAN period?", build.itself),
    Rule("YR", f"{_LONG} de? (OPENING|CLOSING|NTH_YEAR)", lambda of, n: build.nth_year(n, of)),
    Rule("SPAN", f"{_LONG} de? FIRST_YEARS", lambda of, n: build.some(1)(n, of)),
    Rule("SPAN", f"{_LONG} de? LAST_YEARS", lambda of, n: build.some(-1)(n, of)),
    Rule("PERIOD", "(next de?)? COUNT within", _within),
    Rule("SPAN", "(next|use) de? COUNT (de? time)? period?", _next),
    Rule("SPAN", "past de? COUNT (de? time)? (since|period)?", _past),
    Rule("PERIOD", "COUNT since", _past),
    Rule("PERIOD", "COUNT before", _ago(1)),
    Rule("PERIOD", "COUNT after", _ago(-1)),
    Rule("PERIOD", "YYYY same", _same_period),
    Rule("PERIOD", "YR same", lambda _: SamePeriod()),
    Rule("YR", "YR whole", build.itself),
    Rule("YYYY", "YYYY whole", build.itself),
    Rule("DECADE", "CENTURY DECADE", lambda century, decade: DecadeOf(century, decade)),
    Rule(
        "DAY", f"{_YEARISH} de? MONTH DAYN", lambda year, month, n: build.month_day(month, n, year)
    ),
    Rule("DAY", "MONTH DAYN", build.month_day),
    Rule("SPAN", "from? DAY (to|dash) DAYN", build.day_to),
    Rule("SUB", f"({_YEARISH}|Y4) (de|dash)? (PART|MONTH)", build.year_first),
    Rule("SUB", "(PART|MONTH)", build.itself),
    Rule("SPAN", "SUB THIRD", _third),
    Rule("EDGED", f"{_YEARISH} (year_end|end)", lambda year: AtEdge("end", year)),
    Rule("EDGED", f"{_YEARISH} (year_start|start)", lambda year: AtEdge("start", year)),
    Rule("EDGED", f"{_YEARISH} year_mid", lambda year: AtEdge("middle", year)),
    Rule("EDGED", f"({_LONG}|SUB|FISCAL) end", lambda of: AtEdge("end", of)),
    Rule("EDGED", f"({_LONG}|SUB) start", lambda of: AtEdge("start", of)),
    Rule("EDGED", "(DECADE|CENTURY) mid", lambda of: AtEdge("middle", of)),
    Rule("EDGED", "year_end", lambda: AtEdge("end", build.THE_YEAR)),
    Rule("EDGED", "year_start", lambda: AtEdge("start", build.THE_YEAR)),
    Rule("EDGED", "month_end", lambda: AtEdge("end", Shifted("month", 0))),
    Rule("YR", "year_within", lambda: build.THE_YEAR),
    Rule("SPAN", f"from? {_POINT} (to|dash) {_POINT} period?", build.span),
    Rule("PERIOD", f"from? {_POINT} now", build.since),
    Rule("PERIOD", f"from? {_ANY} since", build.since),
    Rule("PERIOD", f"as_of {_ANY}", build.as_of),
    Rule("PERIOD", f"(to|by|in)? {_ANY} before", build.before),
    Rule("PERIOD", f"before {_ANY}", build.before),
    Rule("PERIOD", f"(to|by) {_ANY}", build.by),
    Rule("PERIOD", f"from? {_ANY} (onwards|after)", build.no_end),
    Rule("PERIOD", f"in? {_ANY} (within|period)?", build.itself),
    Rule("ALONE", "Y4", build.itself),
    Rule("ALONE", "COUNT", _next),
)

CHINESE = Language(
    lexicon=Lexicon(
        words={
            word: (category, value)
            for category, listed in _LISTED.items()
            for word, value in listed
        },
        shapes=_SHAPES,
        starts=r"[^\sa-gi-pr-z，。；！？了和]",
        boundaries=False,
    ),
    rules=_RULES,
    guards={},
    core=frozenset(
        [
            "YYYY",
            "Y4",
            "YY",
            "YR",
            "SUB",
            "EXACT",
            "PAIR",
            "FISCAL",
            "PART",
            "PLAN",
            "DECADE",
            "CENTURY",
            "MONTH",
            "COUNT",
            "year_end",
            "year_start",
            "year_mid",
            "year_within",
            "month_end",
        ]
    ),
    sentence_end=re.compile(r"[。！？；]|\n\s*\n"),
)
