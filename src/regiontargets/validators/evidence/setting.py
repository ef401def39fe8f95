"""What stands around a quote in its source, and says of it what it does not say itself."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from datetime import date
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from regiontargets.model import Period
from regiontargets.phrases import Mention, find_periods

T = TypeVar("T")

_END = re.compile(
    r"[。！？!?.\n](?:(?<=\n)|(?<=[。！？!?])[。！？!?]*[”’」』\"'）)]*"
    r"|(?<=\.)[”\"')]*(?=\s+[A-Z“\"(]|\s*(?:\n|\Z)))"
)
"""It begins with a set of characters, which is searched for at thrice the speed of alternatives."""

_ITEM = re.compile(r"(?:[-*•·●▪◦–—]|[（(]?[\d一二三四五六七八九十]{1,3}[)）.、．])\s*")
_BULLET = ("-", "*", "•", "·", "●", "▪", "◦", "–", "—")
_WRAPPED = (28, 60)
"""Characters of a line that was broken for want of room, in Chinese and in other scripts."""
_OPEN = ("；", ";", "，", ",", "、")
_OF_DOCUMENT = re.compile(
    r"报告|公报|会议|大会|工作要点|report|budget|bulletin|communiqu|session|plan\b", re.IGNORECASE
)
"""What the time in a heading is not of its paragraphs but of the whole document."""
_WORD = re.compile(r"\w")
_LONGEST = 600
_LONGEST_HEADING = 40
_MOST_HEADINGS = 3


class Setting(NamedTuple):
    """What stands around a quote.

    Attributes:
        before: what stands before the quote in its sentence.
        after: what stands behind it there.
        headings: the headings above it, the nearest first.
        intro: the line that introduces the list which the quote is an item of ("The targets
            are:"); empty where there is none.
        dated: the latest year in the first lines of the text, which tell what it is and of when.
    """

    before: str = ""
    after: str = ""
    headings: tuple[str, ...] = ()
    intro: str = ""
    dated: int | None = None


def setting_of(span: tuple[int, int] | None, pieces: Pieces | None) -> Setting | None:
    r"""What stands around a span of a text; None where nothing does.

    >>> text = "政府工作报告\n二、2024年任务\n今年的目标是：\n地区生产总值增长5%；\n进出口增长1%。"
    >>> at = text.index("进出口")
    >>> found = setting_of((at, at + 7), Pieces(text))
    >>> found.intro, found.headings
    ('今年的目标是：', ('二、2024年任务',))
    """
    if span is None or pieces is None:
        return None
    text, (low, high) = pieces.text, pieces.around(*span)
    before, after = text[low : span[0]].lstrip(), text[span[1] : high].rstrip()
    found = Setting(_said(before)[-_LONGEST:], _said(after)[:_LONGEST], pieces.headings(low))
    if not before or _ITEM.fullmatch(before):
        found = found._replace(intro=pieces.intro(low)[-_LONGEST:])
    return found._replace(dated=pieces.dated) if any(found) else None


def _said(words: str) -> str:
    """Some words, if they are any."""
    return words if _WORD.search(words) else ""


class Pieces:
    """A text, cut at the ends of sentences and of lines.

    Attributes:
        text: the text.
        dated: the latest year in the first lines.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.dated = _dated(text)
        ends = [match.end() for match in _END.finditer(text) if _ends(text, match)]
        self._starts = array("I", [0, *(end for end in ends if end < len(text))])
        self._intros = _Course[str]("")
        self._headings = _Course[tuple[str, ...]](())
        self._read()

    def _read(self) -> None:
        text, titled = self.text, False
        intro, headings = "", self._headings.last
        for start, end in zip(self._starts, [*self._starts[1:], len(text)], strict=True):
            words = text[start:end].strip()
            if not words:
                continue
            if titled and text[end - 1] == "\n" and self._is_heading(start, words):
                headings = (words, *headings)[:_MOST_HEADINGS]
                self._headings.change(end, headings)
                intro = self._intros.change(end, "")
            elif words.endswith(("：", ":")):
                intro = self._intros.change(end, words)
            elif intro and not words.endswith(_OPEN) and not _ITEM.match(words):
                intro = self._intros.change(end, "")
            titled = True

    def _is_heading(self, start: int, words: str) -> bool:
        """Whether words that end with their line are a heading."""
        if len(words) > _LONGEST_HEADING or self.text[start - 1] != "\n":
            return False
        closed = words.endswith(("。", ".", "：", ":", *_OPEN, "！", "？"))
        return not (closed or words.startswith(_BULLET) or _OF_DOCUMENT.search(words))

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Where the piece begins that a span begins in, and the one ends that it ends in."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, max(start, end - 1), first)
        return self._starts[first], (
            self._starts[last] if last < len(self._starts) else len(self.text)
        )

    def intro(self, start: int) -> str:
        """The line that introduces the list that the piece which begins there may be an item of."""
        return self._intros.at(start)

    def headings(self, start: int) -> tuple[str, ...]:
        """The headings above that piece, the nearest first; the title is none."""
        return self._headings.at(start)


class _Course(Generic[T]):
    """What holds in a text from some places on."""

    def __init__(self, first: T) -> None:
        self._places = [0]
        self._values = [first]

    @property
    def last(self) -> T:
        """What holds to the end."""
        return self._values[-1]

    def change(self, place: int, value: T) -> T:
        """From some place on, behind all others, something else holds."""
        self._places.append(place)
        self._values.append(value)
        return value

    def at(self, place: int) -> T:
        """What holds at a place."""
        return self._values[bisect_right(self._places, place) - 1]


def _dated(text: str) -> int | None:
    lines = [line for line in text[:_LONGEST].splitlines() if line.strip()][:_FIRST_LINES]
    titles = (
        line
        for line in lines
        if len(line.strip()) <= _LONGEST_TITLE and not line.rstrip().endswith(("。", "."))
    )
    years = [int(year) for line in titles for year in _YEAR.findall(line)]
    return max(years, default=None)


_FIRST_LINES = 3
_LONGEST_TITLE = 60
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a piece ends there: not where a line is broken for want of room."""
    if match[0] != "\n":
        return True
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip()
    following = text[match.end() : match.end() + 12].lstrip(" \t\u3000")
    room = _WRAPPED[0 if line[-1:] > "\u2e80" else 1]
    whole = len(line) < room or line.endswith(("。", "：", ":", ".", "；", ";", "！", "？"))
    return whole or not following.strip() or _ITEM.match(following) is not None


class Governing(NamedTuple):
    """The time that what stands around a quote gives to it.

    Attributes:
        period: the time.
        words: as it is stated.
        where: "sentence", "list" or "heading".
        all: every time that is stated there.
    """

    period: Period
    words: str
    where: str
    all: tuple[Period, ...]


def time_around(setting: Setting, published: date | None, country: str | None) -> Governing | None:
    """The one time that a quote without any is given by what stands around it.

    None where nothing gives it one, or where some words may mean several.

    >>> setting = Setting(before="2024年，", headings=("一、过去一年",))
    >>> time_around(setting, None, None).words
    '2024年'
    """
    for where, texts in (
        ("sentence", (setting.before, setting.after)),
        ("list", (setting.intro,)),
        *(("heading", (heading,)) for heading in setting.headings),
    ):
        found = [_times(text, published, country) for text in texts]
        every = [mention for mentions in found for mention in mentions]
        readings = tuple(each.reading for each in every if each.reading is not None)
        if not readings:
            continue  # "this year" is told by the heading, where nothing dates the source
        if len(readings) < len(every):
            return None
        governing = found[0][-1] if found[0] else every[0]
        assert governing.reading is not None
        return Governing(governing.reading, governing.text, where, readings)
    return None


@lru_cache(maxsize=4096)
def _times(text: str, published: date | None, country: str | None) -> tuple[Mention[Period], ...]:
    found = find_periods(text, published=published, country=country) if text else ()
    return tuple(
        each
        for each in found
        if each.role == "value" and (each.reading is None or each.reading.kind != "day")
    )
