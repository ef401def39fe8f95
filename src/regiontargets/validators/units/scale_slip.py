"""U004."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from regiontargets.model import Amount, Metric
from regiontargets.model.number import multiply, to_number

from ..facts import Facts
from ..problem import Problem
from ..shapes import GroupRule, Member, RecordRule
from .fit import kinds_of
from .impossible_exchange_rate import is_impossible
from .siblings import (
    CHINESE_SCALES,
    ENGLISH_SCALES,
    FRACTIONS,
    SCALES,
    Neighbourhood,
    Siblings,
    Value,
    by_unit,
)

_WORDS = ("", "ten", "a hundred", "a thousand", "ten thousand", "a hundred thousand", "a million")
_BIG_WORDS = ("ten million", "a hundred million", "a billion", "ten billion", "a hundred billion")
TIMES = (*_WORDS, *_BIG_WORDS, "a trillion")
"""The powers of ten in words."""
_DIGITS = re.compile(r"\d+(?:\.\d+)?")


class ScaleSlip(RecordRule, GroupRule):
    """Scale slip: a value off by a power of ten.

    ## What it finds

    An error: a value whose evidence states the same digits, a power of ten greater or smaller. A
    warning: a value a thousand, ten thousand, a million … times greater or smaller than the
    comparable ones: those of the same metric and region, else of regions of the same level. Only
    what lies far outside the others, and among them once its scale is mended, is reported; where
    the others are too few or too far apart, nothing is said.

    ## Why it matters

    万, 亿, million and billion are easily taken for each other, by writers, translators and
    typists. A wrong one ruins every sum and mean.

    ## Example

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric #gdp code=gdp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount}]{.observation}, [that of [Hunan]{.region code=CN-HN}
    [4.6 trillion yuan]{.amount}]{.observation metric=#gdp period=2021}, and [that of
    [Guangdong]{.region code=CN-GD} [12 billion yuan]{.amount}]{.observation metric=#gdp
    period=2021}.
    ```

    ## Instead

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric #gdp code=gdp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount}]{.observation}, [that of [Hunan]{.region code=CN-HN}
    [4.6 trillion yuan]{.amount}]{.observation metric=#gdp period=2021}, and [that of
    [Guangdong]{.region code=CN-GD} [12 trillion yuan]{.amount}]{.observation metric=#gdp
    period=2021}.
    ```
    """

    code = "U004"
    yields_to = ("U001", "U006")
    groups = ("metric", "change")
    reads = (
        *(*groups, "amount", "amount_words", "statements"),
        *("equivalents", "region", "period", "published"),
    )

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Hold the value against its evidence."""
        if facts.amount is None:
            return
        found = facts.statements[0] if facts.statements else None
        if found is not None and found.agreement == "scale":
            side = "small" if found.power > 0 else "great"
            yield Problem(
                f"{facts.amount} is {TIMES[abs(found.power)]} times too {side}",
                field="amount",
                reason=f"its evidence states {found.mention.text!r}",
                suggestion=f"Write {found.mention.text!r}, if the evidence is right.",
                part="scale" if _same_number(facts.amount_words, found.mention.text) else None,
                stated=found.span,
            )

    def check_group(self, members: Sequence[Member]) -> Iterator[tuple[int, Problem]]:
        """Hold each value against its siblings."""
        metric = members[0].facts.metric
        if metric is None:
            return
        for same_unit in by_unit(metric, members).values():
            siblings = Siblings(same_unit)
            for value in same_unit:
                facts, found = value.member.facts, list(_problems(metric, value, siblings))
                # What its own equivalent or evidence speaks against is reported as that.
                if found and not is_impossible(facts) and not any(self.check(facts)):
                    yield from found


def _same_number(words: str | None, stated: str) -> bool:
    """Whether both have the same digits: then it is the scale beside them that is wrong."""
    own, other = (_DIGITS.search(each.replace(",", "")) for each in (words or "", stated))
    return own is not None and other is not None and own[0] == other[0]


def _problems(metric: Metric, value: Value, siblings: Siblings) -> Iterator[tuple[int, Problem]]:
    around = siblings.of(value)
    power = None if around is None else around.slip(value.log, _powers(value))
    if around is None or power is None:
        return
    size, side = TIMES[abs(power)], "small" if power > 0 else "great"
    for row in value.member.rows:
        yield (
            row,
            Problem(
                f"{value.amount} is {size} times too {side} beside its siblings",
                field="amount",
                reason=f"{around.count} other values of {metric.name} lie around "
                f"{_centre(around, value)}",
                suggestion=f"Compare its scale with the source; {moved(value.amount, power)} "
                "would be in line.",
                severity="warning",
            ),
        )


def _powers(value: Value) -> Sequence[int]:
    """The powers of ten that the value may be off by, as far as its words tell."""
    if kinds_of(value.amount.unit or "") in (("share",), ("share_difference",)):
        return FRACTIONS
    words = value.member.facts.amount_words or ""
    if any(scale in words for scale in "万亿"):
        return CHINESE_SCALES
    return ENGLISH_SCALES if words.isascii() and "illion" in words else SCALES


def moved(amount: Amount, power: int) -> Amount:
    """An amount with its decimal point moved.

    >>> print(moved(Amount(value=12, unit="billion yuan"), 3))
    12 trillion CNY
    """
    upper = None if amount.upper is None else _scaled(amount.upper, power)
    return amount.model_copy(update={"value": _scaled(amount.value, power), "upper": upper})


def _scaled(value: Decimal | Fraction, power: int) -> Decimal | Fraction:
    product = multiply(value, Decimal(10) ** power)
    return to_number(product.normalize()) if isinstance(product, Decimal) else product


def _centre(around: Neighbourhood, value: Value) -> str:
    """The median of the others, to two digits."""
    size = float(value.amount.value) * 10 ** (around.centre - value.log)
    rounded = Amount(value=Decimal(f"{size:.2g}"), unit=value.amount.unit)
    return str(rounded)
