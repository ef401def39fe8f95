"""The amounts that a record states, wherever in it they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from regiontargets.model import Amount, Change

from .facts import Facts
from .problem import ProblemField


class Stated(NamedTuple):
    """One amount of a record.

    Attributes:
        field: where in the record it stands.
        amount: the amount.
        change: what it is: a baseline and an equivalent are levels unless they say otherwise.
        nth: which of the equivalents it is.
    """

    field: ProblemField
    amount: Amount
    change: Change
    nth: int = 0


STATED = ("amount", "change", "baseline", "equivalents")
"""The facts that `stated_amounts` reads."""


def stated_amounts(facts: Facts) -> Iterator[Stated]:
    """The amount of the record, then its baseline's and its equivalents.

    >>> facts = Facts(amount=Amount(value=5, unit="CNY"), equivalents=(Amount(value=1),))
    >>> [each.field for each in stated_amounts(facts)]
    ['amount', 'equivalents']
    """
    if facts.amount is not None:
        yield Stated("amount", facts.amount, facts.change)
    if facts.baseline is not None and facts.baseline.amount is not None:
        base = facts.baseline.amount
        yield Stated("baseline", base, base.change or "level")
    for nth, each in enumerate(facts.equivalents):
        yield Stated("equivalents", each, facts.change, nth)
