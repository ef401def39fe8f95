"""The three public functions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import cast

from regiontargets.errors import PeriodError, RelativePeriodError
from regiontargets.model.period import Period
from regiontargets.phrases.folding import fold
from regiontargets.phrases.marking import marked_at
from regiontargets.phrases.mention import Mention, MentionRole, Piece

from .build import WHOLE_YEAR
from .calendar import Stretch
from .explain import pieces_of
from .find import Found, candidates, in_titles, readings, states_year
from .relative import Count
from .scene import Expression, Scene, Unresolved
from .tokens import Item

_SHORT = 2000
"""The longest text whose mentions are kept for a second sight, in characters."""

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
    found = readings(cast("Expression", _whole(text, lang).item.value), Scene(published, country))
    if isinstance(found, Unresolved):
        error = RelativePeriodError if found.relative else PeriodError
        raise error(text, found.reason, suggestion=found.suggestion)
    if len(found) != 1:
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
    end = len(text.rstrip())
    start = min(end, len(text) - len(text.lstrip()))
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
    if len(text) <= _SHORT:
        return _find_short(text, published, lang, country)
    return _find(text, published, lang, country)


def _find(
    text: str, published: date | None, lang: str | None, country: str | None
) -> tuple[Mention[Period], ...]:
    folded = fold(text)
    scene = sentence = Scene(published, country)
    mentions: list[Mention[Period]] = []
    end = 0
    for found in _outside_titles(candidates(text, lang), folded):
        item, words = found.item, found.language
        if words.sentence_end.search(folded, end, item.start):
            sentence = scene
        baseline = words.compares(folded, end, item.start, item.end)
        here = replace(sentence, baseline=baseline)
        mention, stretches = _mention(text, item, here)
        mentions.append(mention)
        # Beside a 全年 of two years, 上年 and 年末 have conventions of their own.
        if len(stretches) > 1 and not baseline and item.value != WHOLE_YEAR:
            sentence = replace(sentence, named=None, unclear=True)
        elif len(stretches) == 1 and not baseline:
            dated = stretches[0] if states_year(item.value) else sentence.dated
            sentence = replace(sentence, named=stretches[0], unclear=False, dated=dated)
        end = item.end
    return tuple(mentions)


_find_short = lru_cache(maxsize=2048)(_find)


def _outside_titles(found: list[Found], folded: str) -> Iterator[Found]:
    titles = iter(in_titles(folded))
    title = next(titles, None)
    for each in found:
        while title is not None and title[1] <= each.item.start:
            title = next(titles, None)
        if title is None or each.item.end <= title[0]:
            yield each


def _mention(text: str, item: Item, scene: Scene) -> tuple[Mention[Period], tuple[Stretch, ...]]:
    words = text[item.start : item.end]
    expression = _told_by_verb(text, item)
    stretches = readings(expression, scene)
    if _is_overdue(text, item, stretches, scene):
        stretches = readings(expression, replace(scene, named=None))
    reason = ""
    if isinstance(stretches, Unresolved):
        reason, stretches = stretches.reason, ()
    stretches = _by_tense(text, item, stretches, scene.published)
    if len(stretches) > 1:
        reason = AMBIGUOUS
    periods = tuple(_period(each, words) for each in stretches)
    pieces = pieces_of(text, item)
    role: MentionRole = "baseline" if scene.baseline else "value"
    return Mention(item.start, item.end, words, periods, role, pieces, reason), stretches


def _is_overdue(
    text: str, item: Item, stretches: tuple[Stretch, ...] | Unresolved, scene: Scene
) -> bool:
    """Whether a deadline that is still expected (预计年底前完成) lies in a year gone by."""
    today = scene.published
    if today is None or scene.named is None or isinstance(stretches, Unresolved):
        return False
    if not all(each.kind == "deadline" and each.end < today for each in stretches):
        return False
    return marked_at(text, item.start, item.end).by in {"will", "forecast", "aim"}


def _told_by_verb(text: str, item: Item) -> Expression:
    """The expression; a length without a start lies behind where it "fell 12% over two years"."""
    value = cast("Expression", item.value)
    if not isinstance(value, Count) or value.direction != "lasting":
        return value
    # Only what comes before: "$3bn over 10 years was announced" tells nothing of the years.
    if marked_at(text[: item.end], item.start, item.end).aspect == "result":
        return replace(value, direction="past")
    return value


def _by_tense(
    text: str, item: Item, stretches: tuple[Stretch, ...], published: date | None
) -> tuple[Stretch, ...]:
    """Of a period without its year, only what the verb allows: "rose in November" is over."""
    if len(stretches) < 2 or published is None or states_year(item.value):
        return stretches
    by = marked_at(text, item.start, item.end, fronted=True).by
    if by in {"result", "past"}:
        return tuple(each for each in stretches if each.end < published) or stretches
    if by in (
        {"will", "aim", "effort", "kept"} if item.value == WHOLE_YEAR else {"will", "forecast"}
    ):
        return tuple(each for each in stretches if each.end >= published) or stretches
    return stretches


@lru_cache(maxsize=4096)
def _period(stretch: Stretch, words: str) -> Period:
    return stretch.period(words)


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
