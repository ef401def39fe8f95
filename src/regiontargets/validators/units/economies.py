"""The greatest sums of money that a region can have: of the order of a whole economy."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources

TIMES_PRODUCT = 10
"""How many times what an economy produces in a year no region's sum exceeds: all that its banks
own is three to five times as much."""

TIMES_HEAD = 100
"""How many times what it produces a head no region's sum a head exceeds."""


@dataclass(frozen=True, slots=True)
class Economy:
    """What bounds sums in one currency.

    Attributes:
        name: whose currency it is.
        most: the greatest sum.
        most_a_head: the greatest sum a head.
    """

    name: str
    most: Decimal
    most_a_head: Decimal


def economy_of(currency: str) -> Economy | None:
    """The economy of a currency, by its ISO 4217 code; None if it is not on record.

    >>> economy_of("CNY").most
    Decimal('1260000000000000')
    """
    return _economies().get(currency)


@cache
def _economies() -> dict[str, Economy]:
    path = resources.files(__name__.rpartition(".")[0]).joinpath("data/economies.tsv")
    lines = path.read_text(encoding="utf-8").splitlines()
    _, *rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {
        code: Economy(name, Decimal(product) * TIMES_PRODUCT, Decimal(head) * TIMES_HEAD)
        for code, name, product, head in rows
    }
