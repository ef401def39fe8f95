"""E008."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from regiontargets.phrases import find_periods
from regiontargets.phrases.aspect import GONE_BY, Aspect, aspect_at, find_aspects
from regiontargets.phrases.folding import has_han
from regiontargets.phrases.marking import marking_words

from ..facts import Facts, RecordKind
from ..problem import Problem
from ..shapes import SettingRule
from .setting import Setting

_PLANNED = "预期"
"""Chinese plans call a target that is not binding an expected one (预期性指标)."""

_WORDS: dict[Aspect, str] = {"aim": "an aim", "forecast": "a forecast", "result": "a result"}


class AimForOutcome(SettingRule):
    """Evidence states a forecast or a result, not an aim, or the reverse.

    ## What it finds

    A target whose evidence says that the number was reached, or is expected; an observation whose
    evidence says that it is aimed at, or expected. Where the evidence does not say, what
    stands before it in its sentence in the source may, or the line that introduces its list.

    ## Why it matters

    What was hoped for is counted as done, or what was done as a promise.

    ## Example

    ```markdown
    ---
    published: 2022-02-17
    ---
    [In [2021]{.period}, [Hubei]{.region code=CN-HB} planned to raise its
    [GDP]{.metric code=gdp} to [5 trillion yuan]{.amount}]{.observation}.
    ```

    ## Instead

    ```markdown
    ---
    published: 2021-02-17
    ---
    [In [2021]{.period}, [Hubei]{.region code=CN-HB} planned to raise its
    [GDP]{.metric code=gdp} to [5 trillion yuan]{.amount}]{.target}.
    ```
    """

    code = "E008"
    severity = "warning"
    reads = (
        *("kind", "amount_evidence", "statements", "published", "announced", "period"),
        *("evidence", "setting"),
    )

    def leaves_open(self, facts: Facts) -> bool:
        """Whether the words around the number do not tell what it is."""
        place = _place(facts)
        return place is not None and _stated(facts, place) is None

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Ask what the words around the number say of it."""
        stated = _aspect(facts)
        wanted: Aspect = "aim" if facts.kind == "target" else "result"
        if stated == "result" and _still_to_come(facts):
            return
        if stated is not None and stated != wanted:
            yield Problem(
                f"the evidence states {_WORDS[stated]}, the record is {_noun(facts)}",
                field="evidence",
                part="kind",
                reason=f"the words around the number say that it is {_WORDS[stated]}",
                suggestion=_suggestion(facts, stated),
                stated=facts.statements[0].span,
            )


def _place(facts: Facts) -> tuple[int, int] | None:
    """Where the record's number stands in its evidence, if it does."""
    found = facts.statements[0] if facts.statements else None
    if found is None or not facts.amount_evidence or found.agreement not in ("same", "rounded"):
        return None
    return found.mention.start, found.mention.end


def _stated(facts: Facts, place: tuple[int, int]) -> Aspect | None:
    return aspect_at(facts.amount_evidence or "", *place, published=facts.published)


def _aspect(facts: Facts) -> Aspect | None:
    place = _place(facts)
    if place is None or not facts.amount_evidence:
        return None
    stated = _stated(facts, place)
    if stated is None and facts.setting is not None and facts.evidence == facts.amount_evidence:
        stated = _in_setting(facts.setting, facts.amount_evidence, place, facts.published)
    if stated == "forecast" and facts.kind == "target" and _PLANNED in facts.amount_evidence:
        return None
    return stated


@lru_cache(maxsize=4096)
def may_say_otherwise(kind: RecordKind, words: str, published: date | None) -> bool:
    """Whether words before a silent quote may make it what the record is not.

    >>> [may_say_otherwise("target", words, None) for words in ("主要预期目标是：", "去年，")]
    [False, True]
    """
    contrary: Aspect = "result" if kind == "target" else "aim"
    if any(each.aspect == contrary for each in find_aspects(words)):
        return True
    if kind == "observation":
        times = find_periods(words, published=published)
        return any(each.kind == "deadline" for time in times for each in time.readings)
    if not has_han(words) and marking_words(words):
        return True  # where verbs have tenses, one that only tells of doing tells a result
    if published is None:
        return any(each in words for each in GONE_BY)  # nothing else is over without a date
    return any(
        not time.readings
        or time.text.startswith(GONE_BY)
        or any(each.end < published for each in time.readings)
        for time in find_periods(words, published=published)
    )


def _in_setting(
    setting: Setting, quote: str, place: tuple[int, int], published: date | None
) -> Aspect | None:
    """What stands before a quote that is silent itself says of its number: an aim, or a result.

    A forecast may be the first reckoning of a result (初步测算), and what stands behind the quote
    may be about something else.
    """
    before = f"{setting.intro}{' ' if setting.intro.isascii() else ''}{setting.before}"
    start, end = (len(before) + each for each in place)
    stated = aspect_at(f"{before}{quote}", start, end, published=published)
    return None if stated == "forecast" else stated


def _still_to_come(facts: Facts) -> bool:
    """Whether the period had not begun when it was written of: nothing can be its result."""
    written, period = facts.announced or facts.published, facts.period
    return written is not None and period is not None and written < (period.start or period.end)


def _noun(facts: Facts) -> str:
    return "a target" if facts.kind == "target" else "an observation"


def _suggestion(facts: Facts, stated: Aspect) -> str:
    if stated == "forecast":
        return "Leave it out, or quote words that state what was aimed at or reached."
    other = "an observation" if facts.kind == "target" else "a target"
    return f"Make it {other}, or correct the evidence."
