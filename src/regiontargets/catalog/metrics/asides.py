"""What stands in brackets beside a name and says nothing of what is measured."""

from __future__ import annotations

import re

from .spelling import fold

# (10,000), (million), (in billions): what a table counts in.
_SCALE = re.compile(
    r"in|of|tens|(?:hundred|thousand|million|billion|trillion|lakh|crore)s?|mn|bn|tn|\d*k|"
    r"(?:1/)?[\d,.]*(?:\d|[百千]?[万亿]|千)"
)
# (15-24), (aged 65+), (18-24 years): ages that the metric's definition may name.
_AGES = re.compile(
    r"(?:ages?d? (?:group )?)?(\d\d?)(?:[-–](\d\d)|\+)?(?: years?(?: old)?)?"
    r"(?: and (?:above|over|older))?"
)
_SHARE = re.compile(r"%|\b(?:percent|per cent|pct)\b")
# (rural = 1), (以农村居民收入为1): the side of a ratio that is one.
_BASE = re.compile(r"[\w ]+ ?= ?1|以.{1,12}为1")
_NUMBER = re.compile(r"\d+")
# MMTCO2e, tonnes CO2 eq: what reports on greenhouse gases count in.
_CO2 = re.compile(
    r"(?:[kmg]|mm|million |thousand )?(?:t|tons?|tonnes?)(?: of)?[ -]?"
    r"co2[- ]?(?:eq?\.?|equivalents?)?"
)
_AT_PRICES = re.compile(r"^(?:in )?(?:current )?(?=\S)", re.IGNORECASE)


def is_scale(text: str) -> bool:
    """Whether a text is what a table counts in.

    >>> is_scale("10,000"), is_scale("in billions"), is_scale("billion yuan")
    (True, True, False)
    """
    return all(_SCALE.fullmatch(word) for word in fold(text).split())


def says_share(text: str) -> bool:
    """Whether a text says that something is told in percent of something else.

    >>> says_share("% of GDP"), says_share("billion yuan")
    (True, False)
    """
    return _SHARE.search(fold(text)) is not None


def is_base(text: str) -> bool:
    """Whether a text says which side of a ratio is one.

    >>> is_base("rural = 1"), is_base("previous year = 100")
    (True, False)
    """
    return _BASE.fullmatch(fold(text)) is not None


def is_age_of(text: str, definition: str) -> bool:
    """Whether a text states ages, and those that a metric's definition has.

    >>> is_age_of("18-24", "People from 18 to 24 years"), is_age_of("30-34", "People from 18 to 24")
    (True, False)
    """
    ages = _AGES.fullmatch(fold(text))
    return ages is not None and set(filter(None, ages.groups())) <= set(_NUMBER.findall(definition))


def is_unit(text: str) -> bool:
    """Whether a text is a unit, in one reading or several."""
    # The units' tables load only for a name that carries a unit.
    if _CO2.fullmatch(fold(text)):
        return True
    from regiontargets.errors import AmbiguousUnit, UnitError
    from regiontargets.units import read_unit

    plain = _AT_PRICES.sub("", text.strip())
    scale, _, rest = plain.partition(" ")
    try:
        read_unit(rest if rest and is_scale(scale) else plain)
    except UnitError as error:
        return isinstance(error, AmbiguousUnit)
    return True
