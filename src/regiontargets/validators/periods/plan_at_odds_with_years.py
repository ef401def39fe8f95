"""Y007."""

from __future__ import annotations

from collections.abc import Iterator

from regiontargets.errors import PeriodError
from regiontargets.model import Period
from regiontargets.phrases import parse_period

from ..facts import Facts
from ..problem import Problem, ProblemField
from ..shapes import RecordRule
from .reading import NAMED_KINDS, Conflict, conflict, meet


class PlanAtOddsWithYears(RecordRule):
    """Plan or fiscal year at odds with the stated years.

    ## What it finds

    A five-year plan or a fiscal year with other years beside it than those that it covers; and a
    record whose evidence names a plan and no other time, while the record's period lies outside
    that plan: a warning, since the plan may be named for another reason.

    ## Why it matters

    One of the two is wrong, and they are up to a decade apart. China's 14th Five-Year Plan is
    2021 to 2025; Japan's fiscal year 2022 ends in March 2023.

    ## Example

    ```markdown
    [In the [14th Five-Year Plan period (2016-2020)]{.period}, [Hubei]{.region code=CN-HB} is to
    add [400]{.amount} [SMEs]{.metric code=specialized_innovative_smes}]{.target change=increase}.
    ```

    ## Instead

    ```markdown
    [In the [14th Five-Year Plan period (2021-2025)]{.period}, [Hubei]{.region code=CN-HB} is to
    add [400]{.amount} [SMEs]{.metric code=specialized_innovative_smes}]{.target change=increase}.
    ```
    """

    code = "Y007"
    reads = ("unread_period", "period", "period_words", "evidence", "times", "published", "country")

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Look for the conflict in the period's words, then in the whole evidence."""
        words = facts.unread_period or facts.period_words
        found = conflict(words, facts.country) if words else None
        if found is not None:
            yield _two_times(found, "period")
        elif facts.period is not None:
            yield from _period_and_words(facts.period, facts)


def _period_and_words(period: Period, facts: Facts) -> Iterator[Problem]:
    named = _named_by(facts.period_words, facts)
    found = conflict(facts.evidence or "", facts.country)
    if named is not None and not meet(named, period):
        yield _outside(named, period, "period", None)
    elif found is not None:
        yield _two_times(found, "evidence")
    else:
        yield from _evidence_names_another(period, facts)


def _two_times(found: Conflict, field: ProblemField) -> Problem:
    return Problem(
        f"{found.named} is named, and {found.stated} stated beside it",
        field=field,
        reason=f"the {_noun(found.named)} that is named covers {_days(found.named)}",
        suggestion="Compare both with the source, and correct the one that is wrong.",
        span=(found.start, found.end),
    )


def _evidence_names_another(period: Period, facts: Facts) -> Iterator[Problem]:
    times = [mention for mention in facts.times if mention.role == "value"]
    if not times or any(len(mention.readings) != 1 for mention in times):
        return
    readings = [reading for mention in times for reading in mention.readings]
    if any(meet(reading, period) for reading in readings):
        return
    for mention, reading in zip(times, readings, strict=True):
        if reading.kind in NAMED_KINDS:
            yield _outside(reading, period, "evidence", (mention.start, mention.end))
            return


def _outside(
    named: Period, period: Period, field: ProblemField, span: tuple[int, int] | None
) -> Problem:
    return Problem(
        f"the record's period, {period}, lies outside the {_noun(named)} that its words name",
        field=field,
        reason=f"the {_noun(named)} covers {_days(named)}",
        suggestion="Correct the period; or mark the words that state it.",
        span=span,
        severity="warning" if field == "evidence" else None,
    )


def _named_by(words: str | None, facts: Facts) -> Period | None:
    if not words:
        return None
    try:
        found = parse_period(words, published=facts.published, country=facts.country)
    except PeriodError:
        return None
    return found if found.kind in NAMED_KINDS else None


def _noun(period: Period) -> str:
    return "fiscal year" if period.kind == "fiscal" else "plan"


def _days(period: Period) -> str:
    return f"{period.start} to {period.end}"
