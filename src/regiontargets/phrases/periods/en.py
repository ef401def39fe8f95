"""English: the words for periods. How they go together is in `en_rules`."""

from __future__ import annotations

import re

from .calendar import Unit
from .dates import Year, Years
from .en_rules import RULES
from .language import Guard, Language
from .numeric import (
    FISCAL_NUMBERS,
    NOT_IN_A_NUMBER,
    NOT_INTO_A_NUMBER,
    SHAPES,
    YEAR,
    decade_of_two_digits,
    fiscal_year,
    full_year,
)
from .plans import Congress, Plan
from .scene import Expression
from .tokens import Lexicon, Shape, Value, mark

_CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
)
_MONTHS = (
    "january jan jan.",
    "february feb feb.",
    "march mar mar.",
    "april apr apr.",
    "may",
    "june jun jun.",
    "july jul jul.",
    "august aug aug.",
    "september sept sept. sep sep.",
    "october oct oct.",
    "november nov nov.",
    "december dec dec.",
)
_UNITS: tuple[Unit, ...] = ("year", "quarter", "month", "week", "day", "decade")
_EDGES = {
    "end": "end",
    "close": "end",
    "beginning": "start",
    "start": "start",
    "middle": "middle",
}
_LOOSE_EDGES = {"mid": "middle", "early": "early", "late": "late"}
_LISTED: dict[str, tuple[str, ...]] = {
    "the": ("the",),
    "a": ("a", "an"),
    "about": ("about", "around", "circa", "approximately", "roughly"),
    "of": ("of",),
    "in": ("in", "during", "throughout"),
    "over": ("over", "across"),
    "on": ("on",),
    "at": ("at",),
    "for": ("for",),
    "within": ("within", "inside"),
    "by": (
        "by",
        "by no later than",
        "no later than",
        "not later than",
        "by as early as",
        "by as late as",
        "on or before",
        "up until",
        "until at least",
        "at least until",
        "until",
        "till",
    ),
    "up_to": ("up to",),
    "before": ("before", "prior to", "ahead of"),
    "since": ("since", "ever since"),
    "after": ("after", "beyond"),
    "as_of": ("as of", "as at"),
    "from": ("from", "starting from", "beginning from"),
    "between": ("between",),
    "to": ("to",),
    "through": ("through", "thru"),
    "and": ("and",),
    "or": ("or",),
    "onwards": ("onward", "onwards"),
    "this": ("this", "current"),
    "last": ("last",),
    "past": ("past", "most recent", "latest"),
    "next": ("next",),
    "coming": ("coming", "upcoming"),
    "previous": ("previous", "preceding", "prior"),
    "following": ("following", "subsequent", "ensuing"),
    "that": ("that",),
    "every": ("every", "each"),
    "latter": ("latter",),
    "final": ("final", "concluding", "closing"),
    "opening": ("opening",),
    "earlier": ("earlier",),
    "ago": ("ago",),
    "ahead": ("ahead",),
    "hence": ("hence", "from now"),
    "turn": ("the turn of the century",),
    "time": ("time",),
    "ending": ("ending",),
    "ended": ("ended",),
    "same": ("same", "corresponding"),
    "period": ("period",),
    "stretch": ("course", "space", "span"),
    "season": ("spring", "summer", "autumn", "winter"),
    "other": ("half-yearly", "half yearly", "half-hour", "half-century"),
    "calendar": ("calendar",),
    "fiscal": (
        "fiscal year",
        "financial year",
        "budget year",
        "fiscal years",
        "financial years",
        "budget years",
    ),
    "academic": ("academic year", "school year"),
    "half": ("half",),
    "century": ("century",),
    "now": ("now", "date", "present"),
    "so_far": ("so far", "thus far"),
    "year_end": ("year-end", "year end", "yearend", "end-year"),
    "year_to_date": ("year-to-date", "year to date"),
}
_ORDINAL_WORDS = {word: n for n, word in enumerate(_ORDINALS.split(), start=1)}
_ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{_ORDINALS.replace(' ', '|')})"
_NOT_MEASURED = r"(?!\s?(?:%|percent|per\s?cent|percentage|pct|[kmb]n?\b|million|billion|trillion))"


def _words() -> dict[str, tuple[str, Value]]:
    """Every listed word with its category and value."""
    words: dict[str, tuple[str, Value]] = {
        each: (category, "") for category, listed in _LISTED.items() for each in listed
    }
    words |= {word: ("NUM", n) for n, word in enumerate(_CARDINALS.split(), start=1)}
    words |= {word: ("ORD", n) for n, word in enumerate(_ORDINALS.split(), start=1)}
    words |= {
        word: ("MONTH", n)
        for n, listed in enumerate(_MONTHS, start=1)
        for word in listed.split()
        if not word.endswith(".")
    }
    words |= {unit: (unit.capitalize(), unit) for unit in _UNITS}
    words |= {f"{unit}s": (f"{unit.capitalize()}s", unit) for unit in _UNITS}
    words |= {word: ("EDGE", edge) for word, edge in _EDGES.items()}
    words |= {word: ("LOOSE", edge) for word, edge in _LOOSE_EDGES.items()}
    return words


def _ordinal(text: str) -> int:
    digits = re.match(r"\d+", text)
    return int(digits.group()) if digits else _ORDINAL_WORDS[text]


def _congress(text: str) -> Congress:
    """The 18th CPC National Congress."""
    return Congress(_ordinal(re.split(r"\s", text)[0]))


def _short_year(text: str) -> Year:
    """'25."""
    return Year(full_year(text[1:]))


def _abbreviated_month(text: str) -> int:
    return next(n for n, listed in enumerate(_MONTHS, start=1) if text in listed.split())


def _plan(text: str) -> Plan:
    """The 14th Five-Year Plan, the 14th FYP, FYP14."""
    number = re.match(_ORDINAL, text) or re.search(r"\d+", text)
    assert number is not None
    return Plan(_ordinal(number.group()))


def _decade(text: str) -> Expression:
    """The 1990s; the '90s."""
    digits = re.findall(r"\d+", text)[0]
    if len(digits) == 2:
        return decade_of_two_digits(int(digits))
    return Years(int(digits), int(digits) + 9)


def _century(text: str) -> Years | None:
    number = _ordinal(re.split(r"\scentury", text)[0])
    return Years(100 * number - 99, 100 * number) if 19 <= number <= 22 else None


_GO_ON = "rose|fell|grew|will|were|are|have|had|increas|declin|surg|climb|jump|drop|stay|remain"
# "at 2020 prices" is a basis; "in 2021 prices rose" is not.
_NOT_A_BASIS = rf"(?!\s(?:constant\s|us\s)?(?:prices|dollars)\b(?!\s(?:{_GO_ON})))"
_FIVE_YEAR_PLAN = (
    rf"{_ORDINAL}[\s-]\"?(?:five|5)[\s-]years?[\s-](?:development\s)?(?:plans?|programme|program)"
    rf"|{_ORDINAL}\sfyp|fyp\s?\d{{1,2}}"
)
# Other parties and legislatures count their congresses too: the party must be named.
_CONGRESS = (
    rf"{_ORDINAL}\s(?:cpc\s(?:national\s)?(?:party\s)?congress"
    r"|(?:national\s)?(?:party\s)?congress\sof\sthe\s(?:cpc|communist\sparty\sof\schina))(?!\w)"
    # No other party has come to such numbers, and a parliament is no party.
    r"|(?:1[6-9]|20)th\s(?:(?:national\s)?party|national)\scongress(?!\w|\sof\b)"
)
_WORD, _DIGIT = r"(?<!\w)", r"(?=\d)"

_SHAPES = (
    *SHAPES,
    Shape(
        "YYYY",
        rf"{NOT_IN_A_NUMBER}{YEAR}{NOT_INTO_A_NUMBER}(?!\w|\s?年){_NOT_A_BASIS}",
        Year.read,
        _WORD,
    ),
    Shape(
        "FISCAL",
        rf"(?:fiscal|financial|budget)(?:\syears?)?(?:\sof)?\s{FISCAL_NUMBERS}(?!\w)",
        fiscal_year,
        _WORD,
    ),
    Shape("PLAN", rf"(?:{_FIVE_YEAR_PLAN})(?!\w)", _plan, _WORD),
    Shape("CONGRESS", _CONGRESS, _congress, _WORD),
    # "Profits fall", "a fall of 2023 units"; autumn only where a year follows.
    Shape("season", rf"(?<!\ba\s)fall(?=\s(?:of\s)?{YEAR}(?!\w))", mark, _WORD),
    Shape("CENTURY", rf"{_ORDINAL}\scentury(?!\w)", _century, _WORD),
    Shape("DECADE", r"(?:(?:1[89]|2[01])\d0|'?[2-9]0)s(?!\w)", _decade, _WORD),
    Shape("YY", r"'\d\d(?![\w%])", _short_year, _WORD),
    Shape(
        "MONTH",
        r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.",
        _abbreviated_month,
        _WORD,
    ),
    Shape("ORD", r"\d{1,2}(?:st|nd|rd|th)(?!\w)", _ordinal, _WORD),
    Shape(
        "NUM",
        rf"{NOT_IN_A_NUMBER}(?<!\d,)\d{{1,3}}{NOT_INTO_A_NUMBER}{_NOT_MEASURED}",
        int,
        _WORD,
    ),
    Shape("poss", r"(?<=\w)'s?(?!\w)", mark),
    Shape("quote", '"', mark),
    Shape("comma", ",", mark),
    Shape("dash", "-", mark),
    Shape("lp", r"\(", mark),
    Shape("rp", r"\)", mark),
)

_MEASURES = (
    "people|persons|residents|workers|students|farmers|yuan|dollars|euros|pounds|rupees|yen|won|rmb|"
    "usd|enterprises|companies|firms|businesses|factories|households|families|villages|towns|"
    "units|homes|houses|apartments|jobs|posts|projects|items|sets|pieces|cases|kilometers|"
    "kilometres|km|miles|meters|metres|hectares|acres|mu|tons|tonnes|kg|kilograms|mw|gw|kw|kwh|"
    "mwh|gwh|twh|hours|days|weeks|months|years|beds|schools|hospitals|stations|vehicles|cars|"
    "buses|trains|flights|copies|pages|words|points|votes|square|cubic|charging|different|such"
)
_VERBS = "will|would|are|must|should|can|shall|were|have|had|is|was|may"
_NAMES = (
    "box|agenda|vision|horizon|expo|europe|china|strategy|office|windows|model|no|article|page|room|"
    "order|resolution|directive|regulation|flight|route|highway|bus|train|natura"
)
_SUPERLATIVE = r"(?:\w{2,}est|first|worst|best|most|least|record|only|low|high|once|twice)"
_NOT_UNDERTAKEN = (
    "old|high|low|peak|bond|note|treasur|yield|loan|average|lease|term|maturity|interest|lpr|"
    "mortgage|warranty|plans?\\b|deposit|rate|history|record|anniversary|olds?\\b|period|concession|"
    "contract|licen[cs]e|franchise|veteran|career|degree|course|drought|wait|delay"
)
_NOT_DURING = (
    "for|in|since|after|than|of|with|by|last(?:s|ed)?|lasting|take[sn]?|took|taking|spans?|spanned"
    "|is|are|was|were|be|been|being|aged?|well|just|only|every|exceeds?|served?|requires?"
)
_NO_SPAN_AFTER = "old|ago|of|later|earlier|after|before|since|when"
_QUANTITY = (
    r"(?:(?:[$€£¥]?[\d.,]+%?|percent|per|cent|million|billion|trillion|yuan|those|that|the|levels?)"
    r"\s){0,5}"
)
_NEVER = re.compile(r"(?!)")

_CORE = (
    "YYYY YY EXACT PAIR FISCAL PART PLAN CONGRESS DECADE "
    "CENTURY MONTH half century fiscal year_end year_to_date period season"
)

_CATEGORIES = frozenset(_CORE.split()) | {
    category.capitalize() for unit in _UNITS for category in (unit, f"{unit}s")
}


def _hint() -> re.Pattern[str]:
    """A year, or a word of a category without which there is no period."""
    listed = {
        re.escape(word.split()[0]) for word, entry in _words().items() if entry[0] in _CATEGORIES
    }
    parts = r"'\d\d|\d0s|[1-4]q|[12]h|q[1-4]|h[12]|fy|five|fall|congress|jan|feb|sept?|"
    return re.compile(rf"{YEAR}|(?<!\w)(?:{parts}{'|'.join(sorted(listed))})|century|congress")


ENGLISH = Language(
    lexicon=Lexicon(
        words=_words(),
        shapes=_SHAPES,
        starts=r"(?:(?<![a-z])[a-z]|[0-9'\",()-])",
        boundaries=True,
        capitalised=frozenset({"MONTH"}),
    ),
    rules=RULES,
    guards={
        # "2025 enterprises", "more than 2000", "Vision 2030", "CO-2019".
        "BARE": Guard(
            before=re.compile(
                rf"\b(?:(?:{_NAMES})\.?|nearly|almost|some|(?:more|less|fewer) than"
                r"|at (?:least|most)|total of|\d)\s$|[a-z]-$|[〔\[【]$"
            ),
            after=re.compile(
                rf"\s(?:{_MEASURES}|new|additional|agenda)\b|\sof\s(?:the|them|these|which|all)\b"
                r"|-?[a-z]|\s(?:[$€£¥]|us\$)"
            ),
        ),
        # "over 2000 factories", against "growth over 2022 and 2023".
        "OVER_YEAR": Guard(
            before=_NEVER,
            after=re.compile(r"\s(?!(?:and|or|as|in|to|for|by|the|at|while|but|levels?)\b)[a-z]"),
        ),
        # "rose by 2000 yuan", against "by 2025 vehicles will be".
        "DUE": Guard(
            before=_NEVER,
            after=re.compile(rf"\s(?:{_MEASURES})\b(?!\s(?:{_VERBS})\b)|-?[a-z]"),
        ),
        # "the lowest level in 10 years".
        "IN_COUNT": Guard(
            before=re.compile(rf"\b{_SUPERLATIVE}\b[^,.;:!?]{{0,24}}$"), after=_NEVER
        ),
        # "for over five years", "over five years old": more than five.
        "OVER_COUNT": Guard(
            before=re.compile(rf"\b(?:{_NOT_DURING})\s$"),
            after=re.compile(rf"-|\s(?:{_NO_SPAN_AFTER})\b"),
        ),
        # "a 10-year bond", "a five-year-old", "a five-year high"; a five-year plan is a term.
        "DURATION": Guard(
            before=re.compile(r"-in-$"), after=re.compile(rf"[\s-](?:{_NOT_UNDERTAKEN})|s\b")
        ),
        # "in January and March", "down from March"; a month alone may be a name or a verb.
        "MONTHLY": Guard(
            before=re.compile(r"(?<!\bfrom )(?<!\bthan )(?<!\bfor )(?<!\bof )(?<!\band )$"),
            after=_NEVER,
        ),
    },
    hint=_hint(),
    core=_CATEGORIES,
    # "up from 15.9 percent in 2020", "compared with those in 2021", "than 2020".
    baseline=re.compile(
        rf"\b(?:from|than|over|against|versus|vs\.?|compared (?:with|to)|relative to)\s{_QUANTITY}"
        r"(?:in|of)?\s?$"
    ),
    baseline_after=re.compile(r"\s(?:levels?|baseline|base)\b"),
    sentence_end=re.compile(r"[.!?;]\s|\n\s*\n|[。！？；]"),
)
