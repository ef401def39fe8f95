"""A map on the user's own outlines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from regiontargets.display.plots import target_map
from regiontargets.display.plots.shapes import by_region, read_shapes, signed_area
from regiontargets.errors import LoadError, LookupFailed
from regiontargets.model import (
    Amount,
    Dataset,
    Metric,
    Observation,
    Period,
    Records,
    Region,
    Target,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

GROWTH = Metric(
    code="gdp_growth", name="GDP growth", unit="percent", kind="growth", direction="higher"
)
NORTH = Region(code="X-N", name="North", codes={"own": "100"})
SOUTH = Region(code="X-S", name="South", names={"zh": "南"}, codes={"own": "200"})


def square(x: float, y: float, size: float = 1) -> list[list[float]]:
    corners = [(x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y)]
    return [[float(a), float(b)] for a, b in corners]


def feature(kind: str, coordinates: object, **properties: object) -> dict[str, object]:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


SQUARES: dict[str, Any] = {
    "type": "FeatureCollection",
    "features": [
        feature("Polygon", [square(0, 2, 4), square(1, 3)], iso="X-N", own=100, label="N"),
        feature(
            "MultiPolygon", [[square(0, 0)], [square(2, 0, 1.5)]], iso="X-S", own=200, label="南"
        ),
        feature("Polygon", [square(5, 0)], iso="X-E", own=300, label="E"),
        feature("Point", [1, 1], iso="X-P", own=400, label="P"),
    ],
}


def aim(region: Region, amount: Amount, name: str = "") -> Target:
    period = Period.of_year(2022)
    return Target(id=region.code + name, region=region, metric=GROWTH, amount=amount, period=period)


@pytest.fixture
def aims() -> Dataset:
    pytest.importorskip("matplotlib")
    outcome = Observation(
        id="o",
        region=NORTH,
        metric=GROWTH,
        amount=Amount(value=6, unit="percent"),
        period=Period.of_year(2022),
    )
    targets = [
        aim(NORTH, Amount(value=9, unit="percent"), "-old"),
        aim(NORTH, Amount(comparator="at_least", value=5, unit="percent")),
        aim(SOUTH, Amount(comparator="between", value=7, upper=8, unit="percent")),
    ]
    return Dataset(targets=Records(targets), observations=Records([outcome]))


def faces(axes: Axes) -> list[str]:
    from matplotlib.colors import to_hex
    from matplotlib.patches import PathPatch

    patches = [each for each in axes.patches if isinstance(each, PathPatch)]
    return [to_hex(each.get_facecolor()) for each in patches]


def test_numbers_stand_in_their_regions(aims: Dataset) -> None:
    axes, bar = target_map(aims, "gdp_growth", SQUARES, year=2022).axes
    written = {each.get_text(): each.get_position() for each in axes.texts}
    assert written["≥5"] == pytest.approx((2, 4))
    assert written["7–8"] == pytest.approx((2.75, 0.75))
    assert any(words.startswith("1 not drawn: a second target") for words in written)
    assert axes.get_title(loc="left") == "Targets: GDP growth, 2022"
    assert bar.get_ylabel() == "percent"


def test_darker_is_more_and_the_rest_is_grey(aims: Dataset) -> None:
    axes = target_map(aims, "gdp_growth", SQUARES).axes[0]
    *grey, north, south = faces(axes)
    assert grey == ["#e4e6e9"] * 3
    assert int(north[1:3], 16) > int(south[1:3], 16)


def test_verdicts_have_signs(aims: Dataset) -> None:
    (axes,) = target_map(aims, "gdp_growth", SQUARES, colour="verdict").axes
    assert axes.texts[0].get_text() == "✓"
    legend = axes.get_legend()
    assert legend is not None
    assert [each.get_text() for each in legend.get_texts()] == ["✓ met: 1", "no outcome"]


def test_a_map_without_labels(aims: Dataset) -> None:
    axes = target_map(aims, "gdp_growth", SQUARES, labels=False).axes[0]
    assert [each.get_text()[:1] for each in axes.texts] == ["1"]


def test_degrees_are_as_wide_as_they_are(aims: Dataset) -> None:
    def moved(by: float) -> dict[str, object]:
        north = feature("Polygon", [square(0, by)], iso="X-N")
        return {"features": [north]}

    at_sixty = target_map(aims, "gdp_growth", moved(59.5)).axes[0]
    assert at_sixty.get_aspect() == pytest.approx(2)
    in_metres = target_map(aims, "gdp_growth", moved(500_000)).axes[0]
    assert in_metres.get_aspect() == 1


def test_regions_are_found_by_the_property_that_finds_most() -> None:
    shapes = read_shapes(SQUARES)
    assert len(shapes) == 3
    keys = {"X-N": "n", "200": "s", "100": "n", "南": "s"}
    found = by_region(shapes, keys, None)
    assert {key: [each.properties["iso"] for each in found[key]] for key in found} == {
        "n": ["X-N"],
        "s": ["X-S"],
    }
    assert by_region(shapes, keys, "label").keys() == {"s"}


def test_outer_rings_and_holes_are_turned_as_the_standard_asks() -> None:
    reversed_rings = [square(0, 0, 4)[::-1], square(1, 1)]
    (shape,) = read_shapes({"features": [feature("Polygon", reversed_rings)]})
    assert [signed_area(ring) for ring in shape.rings] == [16, -1]


def test_a_file_is_read(aims: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "a.geojson"
    path.write_text(json.dumps(SQUARES), encoding="utf-8")
    assert target_map(aims, "gdp_growth", path, code="own").axes[0].texts[0].get_text() == "≥5"


def test_properties_that_name_no_region_are_told(aims: Dataset) -> None:
    with pytest.raises(LookupFailed, match=r"'iso2' names none.*\n*.*Properties: iso, own, label"):
        target_map(aims, "gdp_growth", SQUARES, code="iso2")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[" * 100_000,
        "[]",
        '{"features": 7}',
        '{"features": [null, 7, {"geometry": {"type": "Polygon", "coordinates": [[[0, 0]]]}}]}',
        '{"features": [{"geometry": {"type": "Polygon", "coordinates": [[["a"], [NaN, 1], 7]]}}]}',
        '{"features": [{"geometry": {"type": "MultiPolygon", "coordinates": {"a": 1}}}]}',
    ],
)
def test_what_is_no_geometry_is_refused(text: str, tmp_path: Path, aims: Dataset) -> None:
    path = tmp_path / "a.geojson"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LoadError):
        target_map(aims, "gdp_growth", path)


def test_no_file(aims: Dataset, tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="cannot read"):
        target_map(aims, "gdp_growth", tmp_path / "none.geojson")
