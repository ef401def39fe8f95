"""Chinese: the words for periods. How they go together is in `zh_rules`."""

from __future__ import annotations

import re

from . import zh_values
from .dates import Range, Year
from .fiscal import FiscalNamed, FiscalShifted
from .language import Language
from .numeric import NOT_IN_A_NUMBER, SHAPES, YEAR, fiscal_year
from .relative import Named, Shifted
from .tokens import Lexicon, Shape, Value, mark
from .zh_rules import NO_SEASON, RULES

_SMALL = r"(?:\d{1,3}|[一二三四五六七八九十两]{1,3})"
_NO_DIGIT_BEFORE = r"(?<!\d[.,])(?<![\d一二三四五六七八九十百千第每])"
_NOT_A_BASIS = r"(?!度?\s?(?:不变价|可比价|价格|价计|美元(?![对兑])|版))"
_NOT_COUNTED = "(?![一二三四五六七八九十百千万亿年个家月日号天岁成%倍名人分元]|普法)"
_PLAN_NUMBER = "(?:十[一二三四五六七八]?|[一二三四五六七八九])"

# Tried only where their first character can begin them, so that running text is read fast.
_ANY_DIGIT = r"(?=[0-9一二三四五六七八九十半两])"
_HAN_DIGIT = r"(?=[一二])"
_ORDER = r"(?=[第首末上下前头后最])"
_TIME_ENDS = r"年月日号底末初期间代旬季度划\"五纪天周叶)"
_AFTER_A_TIME = f"(?:(?<=[{_TIME_ENDS}])|(?<=[{_TIME_ENDS}] ))"
_AFTER_A_PLAN = r"(?<=[五\")])"

_FISCAL = (
    Shape(
        "FISCAL",
        rf"{NOT_IN_A_NUMBER}(?:{YEAR}|\d\d)(?:年?\s?[-/至到]\s?(?:{YEAR}|\d\d))?\s?年?(?:财年|财政年度|会计年度)"
        rf"|{NOT_IN_A_NUMBER}{YEAR}/(?:{YEAR}|\d\d)年度",
        fiscal_year,
        _ANY_DIGIT,
    ),
)
_YEARS = (
    Shape(
        "DECADE", rf"{NOT_IN_A_NUMBER}(?:1[89]|2[01])\d0\s?年代", zh_values.read_decade, _ANY_DIGIT
    ),
    Shape(
        "DECADE",
        rf"{_NO_DIGIT_BEFORE}(?:[1-9]0|[二三四五六七八九]?十)\s?年代",
        zh_values.read_decade,
        _ANY_DIGIT,
    ),
    Shape(
        "YYYY",
        rf"{NOT_IN_A_NUMBER}{YEAR}\s?年(?:度(?!假))?{_NOT_A_BASIS}(?!代(?!县))",
        zh_values.read_year,
        _ANY_DIGIT,
    ),
    Shape(
        "YYYY",
        rf"(?<![〇零一二三四五六七八九十])[一二][〇零一二三四五六七八九]{{3}}年度?{_NOT_A_BASIS}",
        zh_values.read_year,
        _ANY_DIGIT,
    ),
    Shape("Y4", rf"{NOT_IN_A_NUMBER}{YEAR}(?!\d|[.,:/%]\d|%)", Year.read, _ANY_DIGIT),
    Shape(
        "Y4",
        r"(?<![〇零一二三四五六七八九十])[一二][〇零一二三四五六七八九]{3}(?=至|到|-)",
        zh_values.read_year,
        _ANY_DIGIT,
    ),
    Shape(
        "YY",
        rf"{NOT_IN_A_NUMBER}\d\d年(?=\d{{1,2}}月|[一二三四1-4]季度|[上下]半年)",
        zh_values.read_short_year,
        _ANY_DIGIT,
    ),
)
_PLANS = (
    Shape("PLAN", rf"\"{_PLAN_NUMBER}五\"(?!普法)", zh_values.read_plan),
    Shape(
        "PLAN",
        rf"(?<![一二三四五六七八九十百第])十[一二三四五六七八]五{_NOT_COUNTED}",
        zh_values.read_plan,
        _ANY_DIGIT,
    ),
    Shape(
        "PLAN",
        rf"(?<![一二三四五六七八九十百第]){_PLAN_NUMBER}五(?=规划|计划|时期|期间)",
        zh_values.read_plan,
        _ANY_DIGIT,
    ),
    Shape("PLAN", rf"第{_PLAN_NUMBER}个五年(?:规划|计划)", zh_values.read_plan),
    Shape(
        "CONGRESS",
        r"(?:党的?|中共|(?<![团会联协工妇侨科文省市县区委的]))(?:(?:十[六七八九]|二十)大"
        r"|第(?:十[六七八九]|二十)次全国代表大会)(?:召开)?以来",
        zh_values.read_congress,
    ),
    Shape("FIRST_YEARS", rf"(?:前|头){_SMALL}年(?!前)", zh_values.up_to(99), _ORDER),
    Shape("LAST_YEARS", rf"(?:最后|后){_SMALL}年(?!前)", zh_values.up_to(99), _ORDER),
    # 建成后年产值: 后 belongs to the word before it.
    Shape(
        "YR",
        "(?<![成产工用营建运投放施售])后年(?![产均销收薪利处供发耗税度])",
        zh_values.read_year_after_next,
        _ORDER,
    ),
    Shape("NTH_YEAR", r"第[一二三四五六七八九十]年", zh_values.up_to(99), _ORDER),
)
_PARTS = (
    Shape(
        "PART",
        r"[前首][两二三23]个?季度|首[两二三]季|前三季",
        zh_values.parts_up_to("quarter", 4),
        _ORDER,
    ),
    Shape("PART", r"第[一二三四1-4]季度?|首季度?|末季度", zh_values.read_quarter, _ORDER),
    Shape("PART", r"上半年", zh_values.read_half, _ORDER),
    Shape("PART", r"下半年", zh_values.read_half, _ORDER),
    Shape("PART", rf"(?:前|头){_SMALL}个?月份?", zh_values.parts_up_to("month", 12), _ORDER),
    Shape("PART", rf"(?:最后|后){_SMALL}个月", zh_values.read_last_months, _ORDER),
    Shape(
        "PART",
        r"[一1](?:-|至|到)[二三四2-4]季度|[一二三1-3](?:、|和|及)[二三四2-4]季度",
        zh_values.parts_up_to("quarter", 4),
        _ANY_DIGIT,
    ),
    Shape("PART", rf"{_NO_DIGIT_BEFORE}[一二三四1-4]季度", zh_values.read_quarter, _ANY_DIGIT),
    Shape(
        "PART",
        rf"{_NO_DIGIT_BEFORE}{_SMALL}(?:月份?)?\s?(?:-|至|到|、)\s?{_SMALL}月份?",
        zh_values.parts_up_to("month", 12),
        _ANY_DIGIT,
    ),
    Shape(
        "MONTH",
        rf"{_NO_DIGIT_BEFORE}(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s?月份?"
        r"(?![饼球亮台嫂薪均度租产供票刊])",
        zh_values.up_to(12),
        _ANY_DIGIT,
    ),
    Shape(
        "DAYS",
        r"(?<![\d.])\d{1,2}[日号]?\s?(?:-|至|到)\s?\d{1,2}[日号]",
        zh_values.read_days,
        _ANY_DIGIT,
    ),
    Shape(
        "DAYN",
        r"(?<![\d.])(?:[12]\d|3[01]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?"
        r"|[一二三四五六七八九])\s?[日号](?!线|楼|文|令)",
        zh_values.up_to(31),
        _ANY_DIGIT,
    ),
    Shape("CENTURY", r"(?:\d{2}|二十[一二]?|十九)世纪", zh_values.read_century, _ANY_DIGIT),
    Shape(
        "COUNT",
        rf"{_NO_DIGIT_BEFORE}(?:(?:{_SMALL}\s?(?:-|至|到|、|或)\s?)?{_SMALL}\s?"
        r"(?:年|个?(?:季度|星期)|个月|周|天)|半年)(?![级龄轻期产均度薪货])",
        zh_values.read_count,
        _ANY_DIGIT,
    ),
)


def _suffix(category: str, word: str, unless: str, places: str = "") -> Shape:
    """A word that says something of the time before it, unless it goes on as another word.

    Args:
        category: what it says.
        word: the word.
        unless: the characters with which another word goes on.
        places: how names of places go on, which may stand right behind a year: 2022年中卫市.
    """
    other = f"[{unless}]|{places}" if places else f"[{unless}]"
    return Shape(category, f"(?:{word})(?!{other})", mark, _AFTER_A_TIME)


def _prefix(category: str, word: str, unless_after: str, unless: str = " ") -> Shape:
    """A word that says something of the time after it, unless it is part of another word."""
    return Shape(category, f"(?<![{unless_after}]){word}(?![{unless}])", mark)


_AROUND = (
    Shape("now", "至今(?![年后日天])|迄今|到现在|[至到]目前", mark),
    _prefix("to", "到", "高升加长少降减达涨增提扩缩得受做看感收拿碰遇复回", "位期"),
    _prefix("to", "至", "甚乃以复", "少于关此多目"),
    _prefix("in", "于", "高低优大小多少快慢好位处等属对关由基强弱早晚同鉴迟"),
    _prefix("in", "在", "现存正旨实内潜外所好"),
    _prefix("from", "(?:自从?|从)", "来各亲独服"),
    _suffix("end", "底", "层部线子色座盘气蕴数"),
    _suffix("end", "末期?", "端位尾梢班"),
    _suffix("start", "初期?", "步级中始创心衷次审具显见夏春秋冬"),
    _suffix(
        "mid",
        "中(?:期|叶)?",
        "旬国央共部西小东医学等原山华关欧美信铁石海心型层考级标介",
        "[卫宁牟甸非亚捷]|爪哇|沙群岛|[江阳方]县|[站市]区|加里曼丹|苏拉威西",
    ),
    _suffix(
        "before",
        "(?:之|以)?前",
        r"提景往来期后所三两列瞻沿四五六七八九\d",
        "[进锋]区|郭尔|江省|海(?![南口淀北西东门宁盐陆关外])",
    ),
    _suffix("since", "(?:以来|来)", "自源看说临宾访华年往去", "凤|安县|兴府"),
    _suffix(
        "within",
        "(?:以内|之内|内)",
        "部外在需地容蒙陆涵河生循贸资控",
        "[丘黄乡]|罗毕|布拉|江(?![苏西门阴宁淮汉南北])",
    ),
    _suffix("after", "(?:之后|以后|后)", r"续期来代果勤备发者疫半三两\d", "江省|杭爱|贝加尔"),
    _suffix("onwards", "(?:起|开始)", "点步来到草重飞伏源码诉义"),
    _suffix("period", "期间|时期|间|里", "接隔程面约", "昂|斯本"),
    Shape("period", "(?:规划期?|计划)(?:期间|时期)?(?!纲)", mark, _AFTER_A_PLAN),
    _suffix(
        "season",
        "(?:春夏|秋冬|冬春|[春夏秋冬])[季天]?",
        "节耕播运粮种收训奥晚笋茶联游管考招",
        "[津邑县]|河县|威夷|武里|蓬府|田县|明州",
    ),
    Shape("dash", "-", mark),
    Shape("lp", r"\(", mark),
    Shape("rp", r"\)", mark),
)

_NEXT_YEAR, _LAST_YEAR = Shifted("year", 1), Shifted("year", -1)
_LISTED: dict[tuple[str, Value], str] = {
    ("YR", Shifted("year", 0)): "今年 本年 本年度 今年度",
    ("YR", _LAST_YEAR): "去年 去年度",
    ("YR", _NEXT_YEAR): "明年 来年 明年度 下年度",
    ("YR", Shifted("year", -2)): "前年",
    ("YR", Shifted("year", -3)): "大前年",
    ("YR", Named(-1, _LAST_YEAR)): "上年 上年度 上一年 上一年度",
    ("YR", Named(1, _NEXT_YEAR)): "下一年 下一年度",
    ("YR", Named(1)): "次年 翌年",
    ("YR", Named(0)): "当年 同年 该年",
    ("SUB", Shifted("month", 0)): "本月 这个月",
    ("SUB", Shifted("month", -1)): "上个月",
    ("SUB", Named(-1, Shifted("month", -1), "month")): "上月",
    ("SUB", Shifted("month", 1)): "下月 下个月",
    ("SUB", Shifted("quarter", 0)): "本季度 本季",
    ("SUB", Shifted("quarter", -1)): "上个季度",
    ("SUB", Named(-1, Shifted("quarter", -1), "quarter")): "上季度 上一季度",
    ("SUB", Shifted("quarter", 1)): "下季度 下一季度 下个季度",
    ("SUB", Shifted("week", 0)): "本周",
    ("SUB", Shifted("week", -1)): "上周",
    ("SUB", Shifted("week", 1)): "下周",
    ("CENTURY", Shifted("century", 0)): "本世纪 这个世纪",
    ("CENTURY", Shifted("century", -1)): "上世纪",
    ("THIRD", 0): "上旬",
    ("THIRD", 1): "中旬",
    ("THIRD", 2): "下旬",
    ("OPENING", 1): "开局之年 开局年 首年 第一年 头一年 起步之年 开启之年",
    ("CLOSING", -1): "收官之年 收官年 最后一年 末年 结束之年 决胜之年",
    ("year_end", ""): "年底 年终 岁末",
    ("year_close", ""): "年末",
    ("year_start", ""): "年初",
    ("year_mid", ""): "年中",
    ("year_within", ""): "年内 年度内",
    ("month_end", ""): "月底 月末",
    ("every", ""): "每年 每",
    ("SPAN", Range(Shifted("year", 0), _NEXT_YEAR)): "今明两年",
    ("SPAN", Range(_NEXT_YEAR, Shifted("year", 2))): "明后两年",
    ("SPAN", Range(_LAST_YEAR, Shifted("year", 0))): "去今两年",
    ("FISCAL", FiscalShifted(0)): "本财年 本财政年度 当前财年",
    ("FISCAL", FiscalNamed(-1)): "上财年 上一财年 上个财年 上一财政年度",
    ("FISCAL", FiscalNamed(1)): "下财年 下一财年 下个财年 下一财政年度",
    ("EXACT", NO_SEASON): (
        "今春 今夏 今秋 今冬 去春 去夏 去秋 去冬 明春 明夏 明秋 明冬 去冬今春 今冬明春"
    ),
    ("other", ""): "全年龄 全年无休 全年期",
    ("whole", ""): "全年 整年 一整年",
    ("same", ""): "同期 同一时期",
    ("de", ""): "的",
    ("as_of", ""): "截至 截止 截止到 截至到",
    ("by", ""): "不晚于 不迟于 最迟 最晚 最迟到 最晚到 直到 直至",
    ("before", ""): "早于",
    ("next", ""): "今后 未来 接下来 往后 此后 后续",
    ("past", ""): "过去 近 最近 以往 此前 刚刚过去 刚过去 这",
    ("use", ""): "用 利用",
    ("time", ""): "时间 左右 左右时间 左右的时间",
}

_WORDS = {word: entry for entry, words in _LISTED.items() for word in words.split()}
_SHAPES_BEGIN = (
    "\\-0-9一二三四五六七八九十半两第首末上下前头后最明大昭平令党中至迄到在于自从底初春夏秋冬之以来内"
    '起开期时间里规计fqh"()'
)
"""What the words that are given by their form begin with, as in a character class."""

_CORE = (
    "YYYY Y4 YY YR SUB EXACT PAIR FISCAL PART "
    "PLAN CONGRESS DECADE CENTURY MONTH COUNT year_end year_start year_mid year_within month_end "
    "year_close SPAN whole"
)

CHINESE = Language(
    lexicon=Lexicon(
        words=_WORDS,
        shapes=(
            Shape(
                "SPAN",
                rf"{NOT_IN_A_NUMBER}{YEAR}\s?(?:-|至|到)\s?\d\d年",
                zh_values.read_short_span,
                _ANY_DIGIT,
            ),
            *_FISCAL,
            *SHAPES,
            Shape(
                "YYYY", rf"(?:{'|'.join(zh_values.ERAS)})(?:元|{_SMALL})年度?", zh_values.read_era
            ),
            *_YEARS,
            *_PLANS,
            *_PARTS,
            *_AROUND,
        ),
        starts=f"[{_SHAPES_BEGIN}{''.join(sorted({each[0] for each in _WORDS}))}]",
        boundaries=False,
    ),
    rules=RULES,
    guards={},
    hint=re.compile(rf"[年月季周天星日号纪五大春夏秋冬代〇]|岁末|{YEAR}|fy|q[1-4]|h[12]|[1-4][qh]"),
    core=frozenset(_CORE.split()),
    # "是2015年的2倍", "高于2020年水平".
    baseline_after=re.compile(r"的?(?:[\d.]+倍|水平|基数|基础)"),
    baseline=re.compile(r"(?:比|较|于|相比|由|与|同|高出)$"),
    sentence_end=re.compile(r"[。！？；]|\n\s*\n"),
)
