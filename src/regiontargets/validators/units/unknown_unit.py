"""U001."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from regiontargets.errors import AmbiguousUnit
from regiontargets.errors import UnknownUnit as NoSuchUnit
from regiontargets.findings import Fix
from regiontargets.units import read_unit, unit_name

from ..facts import Facts
from ..problem import Problem, ProblemField
from ..shapes import RecordRule
from .number_without_unit import needs_unit
from .reading import UnitWords, unknown_unit


class UnknownUnit(RecordRule):
    """Unknown unit.

    ## What it finds

    A word behind a number, where its unit would stand, that is the name of no unit; and one that
    is the name of several ("ppt"). Behind a count of things any noun may stand.

    ## Why it matters

    Without its unit a number says nothing, and a unit is never guessed.

    ## Example

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion yaun]{.amount}]{.observation}.
    ```

    ## Instead

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount}]{.observation}.
    ```
    """

    code = "U001"
    reads = (
        *("metric", "amount", "change", "amount_words", "equivalents", "equivalent_words"),
        *("unread_amount", "unread_equivalents", "unread_unit"),
    )
    reading = True

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Look for words where units stand, in what was read and in what was not."""
        if facts.unread_unit is not None:
            yield from _unit_alone(facts.unread_unit)
        found = unit_in_amount(facts)
        if found is not None:
            yield _problem(found, "amount")
        for nth, words in _words_of_bare_equivalents(facts):
            found = unknown_unit(words)
            if found is not None:
                yield replace(_problem(found, "equivalents"), nth=nth)


def _words_of_bare_equivalents(facts: Facts) -> Iterator[tuple[int, str]]:
    """The words of each equivalent that has no unit, or could not be read."""
    if facts.unread_equivalents is not None:
        yield 0, facts.unread_equivalents
    elif len(facts.equivalents) == len(facts.equivalent_words):
        pairs = zip(facts.equivalents, facts.equivalent_words, strict=True)
        for nth, (amount, words) in enumerate(pairs):
            if amount.unit is None:
                yield nth, words


def unit_in_amount(facts: Facts) -> UnitWords | None:
    """The unknown unit in a record's amount, or None."""
    words = facts.unread_amount
    if words is None:
        if facts.amount is None or facts.amount.unit is not None or facts.amount_words is None:
            return None
        words = facts.amount_words
    found = unknown_unit(words)
    if found is None or found.readings:
        return found
    if facts.metric is None:
        return found if found.suggestions else None
    return found if needs_unit("amount", facts.change, facts.metric) else None


def _problem(found: UnitWords, field: ProblemField) -> Problem:
    span = found.start, found.end
    if found.readings:
        return Problem(
            f"the unit {found.text!r} is ambiguous",
            field=field,
            reason=f"it may be {' or '.join(map(unit_name, found.readings))}",
            suggestion="Write out the one that is meant.",
            span=span,
        )
    only = found.suggestions[0] if _are_one(found.suggestions) else None
    return Problem(
        f"unknown unit {found.text[:60]!r}",
        field=field,
        reason="no unit bears this name",
        suggestion=NoSuchUnit(found.text, found.suggestions).suggestion
        or "Write the usual name of the unit.",
        fix=None if only is None else Fix("Write the unit's name", only),
        span=span,
    )


def _are_one(names: Sequence[str]) -> bool:
    """Whether some names are those of one unit; a name of several is none."""
    try:
        return len({read_unit(each).unit for each in names}) == 1
    except AmbiguousUnit:
        return False


def _unit_alone(words: str) -> Iterator[Problem]:
    try:
        read_unit(words)
    except AmbiguousUnit as error:
        yield _problem(UnitWords(0, len(words), words, readings=error.readings), "unit")
    except NoSuchUnit as error:
        behind = None if error.suggestions else unknown_unit(f"1 {words}")
        if behind is not None and behind.suggestions:  # a scale is known: trillion yaun
            start, end = behind.start - 2, behind.end - 2
            yield _problem(UnitWords(start, end, behind.text, behind.suggestions), "unit")
        else:
            yield _problem(UnitWords(0, len(words), words, error.suggestions), "unit")
