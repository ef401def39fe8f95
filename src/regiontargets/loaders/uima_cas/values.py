"""The values of features, taken out of the arrays and lists that UIMA puts them in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias, TypeGuard, cast

from regiontargets.documents import AttributeValue

from .cassis_types import Structure
from .type_systems import external

Scalar: TypeAlias = str | int | float | bool
Value: TypeAlias = "Scalar | Structure | list[Scalar | Structure]"


def features_of(structure: Structure) -> Iterator[tuple[str, Value]]:
    """The features that have a value, but for where an annotation stands."""
    for feature in structure.type.all_features:
        value: object = getattr(structure, feature.name, None)
        if value is not None and feature.name not in ("sofa", "begin", "end"):
            yield external(feature.name), unfolded(value)


def unfolded(value: object) -> Value:
    """A value as it is; the elements of an array or list."""
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, list | tuple):
        return [_element(each) for each in cast("list[object]", value)]
    structure = cast("Structure", value)
    name = structure.type.name.removeprefix("uima.cas.")
    if name.endswith("Array"):
        return unfolded(getattr(structure, "elements", None) or [])
    if name.endswith("List") and name.startswith(("Empty", "NonEmpty")):
        return [_element(each) for each in _listed(structure)]
    return structure


def _element(value: object) -> Scalar | Structure:
    found = "" if value is None else unfolded(value)
    return found if not isinstance(found, list) else ""


def _listed(structure: Structure) -> Iterator[object]:
    """The elements of a linked list, as far as it does not come back to itself."""
    seen: set[int] = set()
    current: Structure | None = structure
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        if current.type.name.startswith("uima.cas.NonEmpty"):
            yield getattr(current, "head", None)
        current = getattr(current, "tail", None)


def is_structure(value: object) -> TypeGuard[Structure]:
    """Whether a value is a feature structure."""
    return hasattr(value, "xmiID")


def flat(name: str, value: Value, deepest: int) -> Iterator[tuple[str, AttributeValue]]:
    """A value as attributes: `name`, or `name.feature` for each feature of a structure."""
    if isinstance(value, list):
        scalars = [each for each in value if not is_structure(each)]
        if len(scalars) == len(value):
            yield name, tuple(cast("list[Scalar]", scalars))
        else:
            for index, each in enumerate(value):
                yield from flat(f"{name}.{index}", each, deepest - 1)
    elif isinstance(value, str | int | float):
        yield name, value
    elif deepest > 0:
        for feature, inner in features_of(value):
            yield from flat(f"{name}.{feature}", inner, deepest - 1)
