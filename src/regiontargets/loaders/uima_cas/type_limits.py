"""How large a type system may be.

dkpro-cassis builds a type anew for each feature that it or one above it gets, so the time
goes with the square of a type's features. The types of DKPro Core cost 20,000 by the measure
below and are read in a thirtieth of a second; a million would take ten.
"""

from __future__ import annotations

from collections.abc import Mapping

from regiontargets.errors import LoadError

MOST = 300_000
"""The sum of the squares of the numbers of features, over all types."""

_DEEPEST = 100
"""How many types may inherit from each other, one from the next."""


def check_size(file: str, types: Mapping[str, tuple[str, int]]) -> None:
    """See to it that a type system can be read in a few seconds.

    Args:
        file: the file, for the message.
        types: for each type the one it inherits from, and how many features it adds.

    Raises:
        LoadError: it cannot.

    >>> check_size("a.xml", {"c.A": ("uima.tcas.Annotation", 3), "c.B": ("c.A", 600)})
    Traceback (most recent call last):
        ...
    regiontargets.errors.LoadError: the types of a.xml have too many features to be read.
    """
    sums: dict[str, int] = {}
    for name in types:
        above = _above(file, name, types, sums)
        for each in reversed(above):
            over, added = types[each]
            sums[each] = sums.get(over, 0) + added
    if sum(each**2 for each in sums.values()) > MOST:
        raise LoadError(f"the types of {file} have too many features to be read.")


def _above(
    file: str, name: str, types: Mapping[str, tuple[str, int]], known: Mapping[str, int]
) -> list[str]:
    """A type and those above it, up to one whose features are counted."""
    found: list[str] = []
    while name in types and name not in known:
        found.append(name)
        if len(found) > _DEEPEST:
            raise LoadError(f"the types of {file} inherit from each other too often to be read.")
        name = types[name][0]
    return found
