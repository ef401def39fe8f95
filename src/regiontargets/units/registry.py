"""The pint registry: pint's own units, and above them those of this field."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from .tables import kinds, units
from .unit import Unit

if TYPE_CHECKING:
    import pint

DEFINITIONS = Path(__file__).parent / "definitions.txt"


@cache
def registry() -> pint.UnitRegistry[Decimal]:
    """The registry of every unit here, over pint's own; built at the first call.

    Values are Decimals. Every canonical name is a unit of it, and so is every compound of
    them. Pint knows dimensions only, not kinds: it converts percent into percentage points,
    so whether two units may be compared is asked of `comparable`.

    >>> hectares = registry().Quantity(Decimal(15), "mu").to("hectare")
    >>> round(hectares.magnitude, 9)
    Decimal('1.000000000')
    """
    # A third of a second: only for those who need a quantity. Pint's cache folder would save a
    # tenth of one, and leave files behind in the user's home.
    import pint

    # Pint's annotations know of no registry without a file, and of floats only.
    make: Any = pint.UnitRegistry
    # Pint's own file is not loaded by the constructor: its cache would keep percent and ppm
    # dimensionless after definitions.txt has given them a dimension. To redefine is the intent.
    made: Any = make(None, non_int_type=Decimal, on_redefinition="ignore")
    made.load_definitions(Path(pint.__file__).parent / "default_en.txt")
    made.load_definitions(DEFINITIONS)
    made.load_definitions(list(_definitions(made)))
    # What the constructor does after loading; without it no unit has compatible ones.
    made._build_cache()  # noqa: SLF001
    return cast("pint.UnitRegistry[Decimal]", made)


def _definitions(known: pint.UnitRegistry[Decimal]) -> Iterator[str]:
    exactly = frozenset(known)
    for unit in units().values():
        if unit.kind == "money":
            yield f"{unit.name} = [currency_{unit.name}]"
        elif unit.name not in exactly and not _is_prefixed(unit.name, known):
            yield _definition(unit)


def _is_prefixed(name: str, known: pint.UnitRegistry[Decimal]) -> bool:
    """Whether pint reads the name as a prefix's and a unit's, both whole: kilowatt, not mu."""
    return any(prefix + unit == name for prefix, unit, _ in known.parse_unit_name(name))


def _definition(unit: Unit) -> str:
    top, bottom = unit.factor.as_integer_ratio()
    over = f" / {bottom}" if bottom != 1 else ""
    return f"{unit.name} = {top}{over} * {kinds()[unit.kind].pint}"
