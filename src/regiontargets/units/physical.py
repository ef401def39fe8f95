"""Physical units that only pint knows: the last resort, behind a narrow grammar.

Pint reads far too much as a unit: "as" is an attosecond there, "hand" four inches. Here a word
must be a whole English name, with a whole SI prefix at most; a symbol must be one of the SI's.
No text reaches pint unless it has that form, and no power is above the third.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any

from .registry import registry
from .tables import kinds
from .unit import Unit

LONGEST = 60  # characters
_PREFIX = "exa|peta|tera|giga|mega|kilo|hecto|deca|deci|centi|milli|micro|nano|pico"
# Symbols, and short names, that statistics and standards use and units.tsv has not. Any prefix
# before any symbol would make TV a teravolt and MT a megatesla.
_SYMBOLS = frozenset(
    {"Hz", "kHz", "MHz", "GHz", "THz", "Pa", "hPa", "kPa", "MPa", "GPa", "bar", "mbar", "N", "kN"}
    | {"A", "mA", "kA", "mol", "mmol", "Bq", "kBq", "Sv", "mSv", "cal", "kcal", "pg", "ng", "Gg"}
    | {"Tg", "Pg", "cL", "dL", "dm", "mWh", "lux", "ohm"}
)
_WORD = re.compile(r"[a-z]{4,24}(?:[ _][a-z]{3,24}){0,2}")
_FACTOR = re.compile(r"(?P<name>[A-Za-zΩμ _]+)(?:(?:\^|\*\*)?(?P<power>[23]))?")
_TIMES = re.compile(r"(?<!\*)\*(?!\*)")
_MOST_FACTORS = 3
# Words that pint knows in trades that no plan or statistic counts in, or in a sense of their own.
_MISLEADING = frozenset(
    {"hand", "line", "link", "chain", "turn", "drop", "point", "count", "pint", "dash", "gamma"}
    | {"atom", "grade", "mark", "pole", "perch", "span", "rope", "league", "cable", "pixel", "dot"}
    | {"pica", "stick", "jute", "cycle", "minim", "cran", "rood"}
)


@lru_cache(maxsize=1024)
def physical(name: str) -> Unit | None:
    """A unit of pint's by its name, its SI symbol or a product of up to three such.

    Args:
        name: such as "kilopascal", "m^3", "newton*metre".

    Returns:
        The unit, or None if the text has not the form of one or pint does not know it. Its
        factor is exact to the 28 digits of pint's Decimals.

    >>> unit = physical("kPa")
    >>> unit.name, unit.kind, unit.factor
    ('kilopascal', '[length]^-1*[mass]^1*[time]^-2', Fraction(1000000, 1))
    >>> physical("as"), physical("m**99999999999")
    (None, None)
    """
    if len(name) > LONGEST:
        return None
    factors = [_factor(each) for each in _TIMES.split(name, _MOST_FACTORS)]
    if len(factors) > _MOST_FACTORS or None in factors:
        return None
    return _unit("*".join(map(str, factors)))


def _factor(text: str) -> str | None:
    """One factor of a product as pint spells it, or None."""
    matched = _FACTOR.fullmatch(text)
    if matched is None:
        return None
    name = _known(matched["name"].strip())
    return name and (f"{name}**{matched['power']}" if matched["power"] else name)


def _known(name: str) -> str | None:
    word = name.casefold().replace(" ", "_")
    if name in _SYMBOLS:
        word = name
    elif word in _MISLEADING or not _WORD.fullmatch(word):
        return None
    for prefix, unit, _ in registry().parse_unit_name(word):
        if word == name or not prefix or (prefix in _PREFIX and word.startswith(prefix)):
            return prefix + unit
    return None


def _unit(expression: str) -> Unit | None:
    # Pint is loaded by now: `_known` has asked the registry.
    from pint.errors import PintError

    try:
        dimension = _dimension(expression)
        kind, base = _kinds_by_dimension().get(dimension, (dimension, ""))
        one, none = (_in_base(Decimal(each), expression, base) for each in (1, 0))
    except (PintError, TypeError, ArithmeticError):
        return None  # a logarithmic unit, a scale with a prefix, what Decimals cannot hold
    if not dimension or none != 0:
        return None  # an angle or a pure number; a scale with an offset, such as °F
    parsed = registry().parse_units(expression)
    name = str(parsed).replace(" ", "")
    return Unit(name, kind, Fraction(one), f"{parsed:~P}", (name.replace("_", " "),), ())


def _in_base(value: Decimal, unit: str, base: str) -> Decimal:
    ours: Any = registry()
    quantity = ours.Quantity(value, unit)
    changed = quantity.to(base) if base else quantity.to_root_units()
    return Decimal(changed.magnitude)


def _dimension(unit: str) -> str:
    """The dimension in a fixed order; pint's own depends on how it was come by."""
    ours: Any = registry()
    powers = ours.get_dimensionality(unit)
    return "*".join(f"{name}^{power}" for name, power in sorted(powers.items()))


@cache
def _kinds_by_dimension() -> dict[str, tuple[str, str]]:
    """For each dimension, the kind that it stands for and that kind's base."""
    found: dict[str, tuple[str, str]] = {}
    for kind in kinds().values():
        # Each currency is its own base; a difference of temperatures is no temperature.
        if kind.name not in ("money", "temperature"):
            found.setdefault(_dimension(kind.base), (kind.name, kind.base))
    return found
