"""The outlines of regions, from the user's own GeoJSON.

Source: RFC 7946, "The GeoJSON Format". Rings are turned as it asks (outer ones against the clock),
since many files do not.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import TypeAlias, cast

from regiontargets.errors import LoadError, LookupFailed

Point: TypeAlias = tuple[float, float]
Ring: TypeAlias = list[Point]
Fields: TypeAlias = Mapping[str, object]

_GEOMETRIES = ("Polygon", "MultiPolygon")
_LEAST_POINTS = 4  # a triangle that is closed


@dataclass(frozen=True, slots=True)
class Shape:
    """The outline of one region.

    Attributes:
        properties: what the file says of it, as text.
        rings: its rings; holes run with the clock.
    """

    properties: Mapping[str, str]
    rings: list[Ring]

    @property
    def size(self) -> float:
        """The area of its largest ring."""
        return max(map(signed_area, self.rings))

    @property
    def middle(self) -> Point:
        """The centre of its largest ring, for a label."""
        return centre(max(self.rings, key=signed_area))


def read_shapes(geojson: Mapping[str, object] | str | Path) -> list[Shape]:
    """The shapes of a FeatureCollection; features without an area are left out.

    Args:
        geojson: a file, or its content.

    Raises:
        LoadError: it cannot be read, or holds no polygon.
    """
    content = _content(Path(geojson)) if isinstance(geojson, (str, Path)) else geojson
    listed = content.get("features")
    features = cast("list[object]", listed) if isinstance(listed, list) else []
    found = [shape for shape in map(_shape, map(_fields, features)) if shape.rings]
    if not found:
        raise LoadError(
            "the geometry holds no polygon.",
            suggestion="It is a GeoJSON FeatureCollection of Polygons and MultiPolygons.",
        )
    return found


def _content(path: Path) -> Fields:
    try:
        return _fields(json.loads(path.read_bytes()))
    except OSError as error:
        raise LoadError(f"cannot read {path}: {error.strerror or error}.") from None
    except (ValueError, RecursionError) as error:
        raise LoadError(f"{path} is no GeoJSON: {str(error)[:100]}.") from None


def _fields(value: object) -> Fields:
    return cast("Fields", value) if isinstance(value, Mapping) else {}


def _shape(feature: Fields) -> Shape:
    properties = {**_fields(feature.get("properties"))}
    if "id" in feature:
        properties.setdefault("id", feature["id"])
    said = {name: str(each) for name, each in properties.items() if isinstance(each, (str, int))}
    return Shape(said, list(_rings(_fields(feature.get("geometry")))))


def _rings(geometry: Fields) -> Iterator[Ring]:
    if geometry.get("type") not in _GEOMETRIES:
        return
    coordinates = _list(geometry.get("coordinates"))
    polygons = [coordinates] if geometry["type"] == "Polygon" else map(_list, coordinates)
    for polygon in polygons:
        for number, each in enumerate(polygon):
            ring = list(_points(_list(each)))
            if len(ring) >= _LEAST_POINTS:
                yield ring if (signed_area(ring) >= 0) == (number == 0) else ring[::-1]


def _points(listed: Iterable[object]) -> Iterator[Point]:
    """The points of a ring; what is no place is left out."""
    for each in listed:
        x, y, *_ = [*_list(each), None, None]
        if isinstance(x, (int, float)) and isinstance(y, (int, float)) and isfinite(x + y):
            yield float(x), float(y)


def _list(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else []


def signed_area(ring: Ring) -> float:
    """The area of a ring, negative where it runs with the clock.

    >>> signed_area([(0, 0), (2, 0), (2, 1), (0, 1), (0, 0)])
    2.0
    """
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairs) / 2


def centre(ring: Ring) -> Point:
    """The centre of gravity of a ring.

    >>> centre([(0, 0), (2, 0), (2, 1), (0, 1), (0, 0)])
    (1.0, 0.5)
    """
    x0, y0 = ring[0]
    area = signed_area(ring)
    if not area:
        return ring[0]
    sum_x = sum_y = 0.0
    for (x, y), (next_x, next_y) in zip(ring, ring[1:] + ring[:1], strict=True):
        # From its first point, so that large coordinates lose no digits.
        cross = (x - x0) * (next_y - y0) - (next_x - x0) * (y - y0)
        sum_x += (x + next_x - 2 * x0) * cross
        sum_y += (y + next_y - 2 * y0) * cross
    return x0 + sum_x / (6 * area), y0 + sum_y / (6 * area)


def by_region(
    shapes: Iterable[Shape], names: Mapping[str, str], code: str | None
) -> dict[str, list[Shape]]:
    """The shapes of each region.

    Args:
        shapes: all shapes.
        names: the key of a region for each of its codes and names.
        code: the property that holds codes or names; None: the one that most regions are found by.

    Raises:
        LookupFailed: no shape is one of the regions.
    """
    shapes = list(shapes)
    properties = dict.fromkeys(name for shape in shapes for name in shape.properties)
    found: dict[str, list[Shape]] = {}
    for each in properties if code is None else [code]:
        fitting: dict[str, list[Shape]] = {}
        for shape in shapes:
            key = names.get(shape.properties.get(each, ""))
            if key is not None:
                fitting.setdefault(key, []).append(shape)
        found = max(found, fitting, key=len)
    if not found:
        known = ", ".join(properties)[:300] or "none"
        asked = f"the property {code[:60]!r}" if code else "any property"
        raise LookupFailed(
            code or "", f"{asked} names none of the regions.", suggestion=f"Properties: {known}."
        )
    return found
