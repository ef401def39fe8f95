"""The three public functions."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import cast

from regiontargets.errors import PeriodError, RelativePeriodError
from regiontargets.model.period import Period
from regiontargets.phrases.mention import Mention, Piece

from .calendar import Stretch
from .explain import pieces_of
from .expressions import Expression, Scene, Unresolved
from .find import Found, candidates, next_scene, readings
from .tokens import fold

AMBIGUOUS = "it can be read in more than one way"


def parse_period(
    text: str, *, published: date | None = None, lang: str | None = None, country: str | None = None
) -> Period:
    """Read a text that is one period.

    Args:
        text: the words ("by 2025", 2022年上半年, FY2022-23).
        published: the day its source was published; relative periods are counted from it.
        lang: "en" or "zh"; None tells by the script.
        country: whose fiscal years are meant, an ISO 3166-1 code.

    Raises:
        RelativePeriodError: it is relative and `published` is not given.
        PeriodError: it is no period, or has more than one reading (see its `readings`).

    >>> print(parse_period("by 2025"))
    by 2025
    >>> parse_period("十四五").end
    datetime.date(2025, 12, 31)
    >>> print(parse_period("over the next five years", published=date(2022, 2, 17)))
    2022–2026
    """
    return _parse(text, published, lang, country)


@lru_cache(maxsize=4096)
def _parse(text: str, published: date | None, lang: str | None, country: str | None) -> Period:
    expression = cast("Expression", _whole(text, lang).item.value)
    scene = Scene(published, country)
    try:
        found = readings(expression, scene)
    except Unresolved as trouble:
        error = RelativePeriodError if trouble.relative else PeriodError
        raise error(text, trouble.reason, suggestion=trouble.suggestion) from None
    if len(found) > 1:
        periods = [each.period(text) for each in found]
        raise PeriodError(
            text,
            f"{AMBIGUOUS}: {' or '.join(map(str, periods))}",
            suggestion="Write the dates out.",
            readings=periods,
        )
    return found[0].period(text)


def _whole(text: str, lang: str | None) -> Found:
    """The one candidate that takes up the whole text but for the white space around it."""
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    found = candidates(text, lang, alone=True)
    for each in found:
        if (each.item.start, each.item.end) == (start, end):
            return each
    raise _no_period(text, found, start, end)


def _no_period(text: str, found: list[Found], start: int, end: int) -> PeriodError:
    if not found:
        return PeriodError(text, "there is no period in it", start=start, end=end)
    if len(found) > 1:
        second = found[1].item
        reason = "it states more than one period"
        return PeriodError(text, reason, start=second.start, end=second.end)
    item = found[0].item
    if item.start > start:
        start, end = start, item.start
    else:
        start = item.end
    return PeriodError(
        text,
        f"{text[item.start : item.end][:40]!r} is a period, the rest is not",
        start=start,
        end=end,
        suggestion="Give the period alone.",
    )


def find_periods(
    text: str, *, published: date | None = None, lang: str | None = None, country: str | None = None
) -> tuple[Mention[Period], ...]:
    """Find every period in running text, in order.

    A mention takes in the word that makes it one ("by 2025", "In 2021", 到2025年). One that
    is relative has no readings where `published` is not given, and says so in `reason`.

    >>> [m.text for m in find_periods("Shandong plans 400 by 2025, Zhejiang 100 in 2022.")]
    ['by 2025', 'in 2022']
    """
    scene = Scene(published, country)
    mentions: list[Mention[Period]] = []
    folded = fold(text)
    sentence = scene
    end = 0
    for found in candidates(text, lang):
        if found.language.sentence_end.search(folded, end, found.item.start):
            sentence = scene
        mention, stretches = _mention(text, found, sentence)
        mentions.append(mention)
        sentence = next_scene(sentence, stretches)
        end = found.item.end
    return tuple(mentions)


def _mention(text: str, found: Found, scene: Scene) -> tuple[Mention[Period], tuple[Stretch, ...]]:
    item = found.item
    words = text[item.start : item.end]
    reason = ""
    stretches: tuple[Stretch, ...] = ()
    try:
        stretches = readings(cast("Expression", item.value), scene)
    except Unresolved as trouble:
        reason = trouble.reason
    if len(stretches) > 1:
        reason = AMBIGUOUS
    periods = tuple(each.period(words) for each in stretches)
    pieces = pieces_of(text, item)
    mention = Mention(item.start, item.end, words, periods, pieces=pieces, reason=reason)
    return mention, stretches


def explain_period(
    text: str, *, published: date | None = None, lang: str | None = None, country: str | None = None
) -> tuple[Piece, ...]:
    """What each word of a period did for its reading.

    >>> [(piece.text, piece.meaning) for piece in explain_period("by 2025")]
    [('by', 'a deadline: the last day of what follows'), ('2025', 'the year 2025')]

    Raises:
        PeriodError: as `parse_period`.
    """
    del published, country
    return pieces_of(text, _whole(text, lang).item)
