"""Units: what is measured, in what, and what converts into what.

Reading, naming and comparing units needs the data files only. Pint is imported by
`registry()` alone.
"""

from .comparing import comparable, factor, kind_of
from .naming import all_units, scale_words, symbol, unit_name, unit_names
from .reading import canonical, read_unit, readings
from .registry import registry
from .unit import Kind, Scale, Unit, UnitName, UnitReading

__all__ = [
    "Kind",
    "Scale",
    "Unit",
    "UnitName",
    "UnitReading",
    "all_units",
    "canonical",
    "comparable",
    "factor",
    "kind_of",
    "read_unit",
    "readings",
    "registry",
    "scale_words",
    "symbol",
    "unit_name",
    "unit_names",
]
