"""U009."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts import Facts
from ..problem import Problem, ProblemField, part_of
from ..shapes import RecordRule
from .qualitative import is_qualitative
from .reading import amount_trouble, unknown_unit
from .unknown_unit import unit_in_amount


class UnreadableAmount(RecordRule):
    """Unreadable amount.

    ## What it finds

    Words marked or given as an amount that are none, are more than one, or can be read in two
    ways. Where the unit alone is the trouble it is U001. A target that is set in words ("in line
    with economic growth", 持续下降) is none: it has no number.

    ## Why it matters

    The record has no amount until its words can be read. Nothing is guessed.

    ## Example

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    [a large sum]{.amount}]{.observation}.
    ```

    ## Instead

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount}]{.observation}.
    ```
    """

    code = "U009"
    reads = (
        *("kind", "metric", "amount", "change", "amount_words"),
        *("unread_amount", "unread_equivalents"),
    )
    reading = True

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Read the words again and say why they cannot be read."""
        unread = facts.unread_amount
        in_words = facts.kind == "target" and unread is not None and is_qualitative(unread)
        if unread is not None and not in_words and unit_in_amount(facts) is None:
            yield _problem(unread, "amount")
        equivalent = facts.unread_equivalents
        if equivalent is not None and unknown_unit(equivalent) is None:
            yield _problem(equivalent, "equivalents")


def _problem(words: str, field: ProblemField) -> Problem:
    trouble = amount_trouble(words)
    shown = words if len(words) <= 60 else f"{words[:57]}..."
    return Problem(
        f"cannot read {shown!r} as an amount",
        field=field,
        reason=trouble.reason if trouble else "it was not read when the file was loaded",
        suggestion=(trouble.suggestion if trouble and trouble.readings else None)
        or "Leave only the words that state the amount.",
        span=part_of(words, trouble.start, trouble.end) if trouble else None,
    )
