"""Whether a text holds the digits of a number, whatever grammar they stand in."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from regiontargets.model import Amount
from regiontargets.phrases import find_amounts

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def has_digits_of(amount: Amount, evidence: str) -> bool:
    """Whether the number stands in the text, outside every amount that was understood.

    A record is not accused where the grammar failed to read what its evidence says.

    >>> has_digits_of(Amount(value="5.8"), "the three sectors stood at 5.8:38.2:56")
    True
    >>> has_digits_of(Amount(value=5), "5 trillion yuan")
    False
    """
    if not isinstance(amount.value, Decimal):
        return False
    wanted = abs(amount.value).normalize()
    return any(wanted == number for number in _numbers_outside_amounts(evidence))


@lru_cache(maxsize=4096)
def _numbers_outside_amounts(evidence: str) -> frozenset[Decimal]:
    understood = [(mention.start, mention.end) for mention in find_amounts(evidence)]
    folded = "".join(_folded(char) for char in evidence)
    return frozenset(
        Decimal(found[0].replace(",", "")).normalize()
        for found in _NUMBER.finditer(folded)
        if found[0].count(".") <= 1
        and not any(start <= found.start() < end for start, end in understood)
    )


def _folded(char: str) -> str:
    """Full-width digits as plain ones; one character for each, so that offsets hold."""
    plain = unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 else char
