"""A map of regions, coloured by their targets or by what came of them."""

# Matplotlib types its keyword arguments only in part.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import cos, radians
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from regiontargets.display.outcomes import Outcomes
from regiontargets.model import Amount, Dataset, Metric, Record, Region, Target, Verdict

from .amounts import in_one_unit, unit_words
from .figure import LOOKS, entitle, new_figure
from .finding import metric_name, wanted_targets
from .shapes import Shape, by_region, read_shapes

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Colour: TypeAlias = Literal["amount", "verdict"]

_WIDTH = 8.0
_TALLEST = 10.0
_SHADES = "YlOrBr"
_PALE = 0.25
_UNKNOWN = "#e4e6e9"
_LEFT_OUT = (
    "a second target of a region, without such a number, in another unit, or without an outline"
)
_SIGNS = {
    "about": "≈",
    "nearly": "≈",
    "at_least": "≥",
    "more_than": ">",
    "at_most": "≤",
    "less_than": "<",
}


def target_map(
    dataset: Dataset,
    metric: Metric | str,
    geometry: Mapping[str, object] | str | Path,
    *,
    year: int | None = None,
    code: str | None = None,
    colour: Colour = "amount",
    labels: bool = True,
) -> Figure:
    """A map of the targets that regions have set for a metric, on outlines of your own.

    Of several targets for one region the last counts. Regions of the geometry without a target are
    grey. Longitudes are drawn as wide as they are in the middle of the map.

    Args:
        dataset: where targets and observations are.
        metric: a metric, its code or its name.
        geometry: a GeoJSON FeatureCollection, or its file.
        year: only targets for this year; None: all.
        code: the property of a feature that holds the region's code (in any scheme) or its name;
            None: the one by which most regions are found.
        colour: "amount" (darker is more) or "verdict" (met, missed or undetermined).
        labels: whether to write each number, with its comparator, or verdict into its region.

    Returns:
        A figure of matplotlib.

    Raises:
        LookupFailed: the dataset has no such target, or the geometry none of its regions.
        LoadError: the geometry cannot be read.
        MissingExtra: matplotlib is not installed.
    """
    targets = wanted_targets(dataset, metric, year=year)
    shapes = read_shapes(geometry)
    regions = {each.region.key: each.region for each in targets if each.region}
    outlines = by_region(shapes, _names(regions.values()), code)
    last = {each.region.key: each for each in targets if each.region}
    drawn = [
        (each, amount) for each, amount in in_one_unit(last.values()) if _key(each) in outlines
    ]
    figure, axes = new_figure(_WIDTH, _height(shapes))
    _fill(axes, shapes, _UNKNOWN)
    if colour == "verdict":
        _by_verdict(axes, dataset, drawn, outlines, labels=labels)
    else:
        _by_amount(figure, axes, drawn, outlines, labels=labels)
    axes.set_aspect(_stretch(shapes))
    axes.autoscale_view()
    axes.set_axis_off()
    when = f", {year}" if year is not None else ""
    entitle(axes, f"Targets: {metric_name(targets)}{when}", len(targets) - len(drawn), _LEFT_OUT)
    return figure


def _names(regions: Iterable[Region]) -> dict[str, str]:
    """The key of each region by its codes, then by its names where one region alone bears them."""
    regions = list(regions)
    codes: dict[str, str] = {}
    names: dict[str, set[str]] = {}
    for each in regions:
        for one in (each.code, *each.codes.values()):
            codes.setdefault(one, each.key)
        for one in (each.name, *each.names.values()):
            names.setdefault(one, set()).add(each.key)
    return {**{name: min(keys) for name, keys in names.items() if len(keys) == 1}, **codes}


def _key(record: Record) -> str:
    return record.region.key if record.region else ""


def _by_amount(
    figure: Figure,
    axes: Axes,
    drawn: Sequence[tuple[Record, Amount]],
    outlines: Mapping[str, list[Shape]],
    *,
    labels: bool,
) -> None:
    from matplotlib import cm, colormaps, colors

    values = [_value(amount) for _, amount in drawn]
    if not values:
        return
    least, most = min(values), max(values)
    # The lightest shades are left out: they are paper.
    scale = colors.Normalize(least - _PALE * ((most - least) or 1), most)
    shades = colormaps[_SHADES]
    for (record, amount), value in zip(drawn, values, strict=True):
        shapes = outlines[_key(record)]
        _fill(axes, shapes, colors.to_hex(shades(float(scale(value)))))
        if labels:
            _label(axes, shapes, number_words(amount))
    if most > least:
        mapped = cm.ScalarMappable(scale, shades)
        bar = figure.colorbar(mapped, ax=axes, shrink=0.6, label=unit_words(a for _, a in drawn))
        bar.ax.set_ylim(least, most)


def _value(amount: Amount) -> float:
    """The number that a shade stands for: the middle of a range."""
    upper = amount.value if amount.upper is None else amount.upper
    return (float(amount.value) + float(upper)) / 2


def number_words(amount: Amount) -> str:
    """A number with the sign of its comparator, short enough for a map.

    >>> number_words(Amount(comparator="at_least", value="5.50", unit="percent"))
    '≥5.5'
    """
    if amount.upper is not None:
        return f"{float(amount.value):,.4g}–{float(amount.upper):,.4g}"
    return f"{_SIGNS.get(amount.comparator, '')}{float(amount.value):,.4g}"


def _by_verdict(
    axes: Axes,
    dataset: Dataset,
    drawn: Sequence[tuple[Record, Amount]],
    outlines: Mapping[str, list[Shape]],
    *,
    labels: bool,
) -> None:
    from matplotlib.patches import Patch

    outcomes = Outcomes(dataset.observations)
    counts: dict[Verdict, int] = {}
    for record, _ in drawn:
        found = outcomes.of(record) if isinstance(record, Target) else []
        if not found:
            continue
        verdict = found[0][1]
        counts[verdict] = counts.get(verdict, 0) + 1
        shapes = outlines[_key(record)]
        colour, sign = LOOKS[verdict]
        _fill(axes, shapes, colour)
        if labels:
            _label(axes, shapes, sign, colour="white")
    known = [
        Patch(color=LOOKS[v][0], label=f"{LOOKS[v][1]} {v}: {counts[v]}")
        for v in LOOKS
        if v in counts
    ]
    rest = Patch(color=_UNKNOWN, label="no outcome")
    axes.legend(handles=[*known, rest], frameon=False, loc="lower left")


def _fill(axes: Axes, shapes: Iterable[Shape], colour: str) -> None:
    """Draw the areas, with their holes."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path as Outline

    for shape in shapes:
        outline = Outline.make_compound_path(*(Outline(ring, closed=True) for ring in shape.rings))
        axes.add_patch(PathPatch(outline, facecolor=colour, edgecolor="white", linewidth=0.6))


def _label(axes: Axes, shapes: Sequence[Shape], words: str, *, colour: str = "black") -> None:
    """Write into the largest of a region's areas; dark words have a light edge."""
    from matplotlib.patheffects import withStroke

    x, y = max(shapes, key=lambda shape: shape.size).middle
    text = axes.text(x, y, words, ha="center", va="center", fontsize=8, color=colour)
    text.set_parse_math(False)
    if colour == "black":
        text.set_path_effects([withStroke(linewidth=2, foreground="white")])
    else:
        text.set_fontweight("bold")


def _extent(shapes: Iterable[Shape]) -> tuple[float, float, float, float]:
    points = [point for shape in shapes for ring in shape.rings for point in ring]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _stretch(shapes: Iterable[Shape]) -> float:
    """How much taller a degree is drawn than it is wide; metres of a projection are square."""
    left, bottom, right, top = _extent(shapes)
    in_degrees = -360 <= left <= right <= 360 and -90 <= bottom <= top <= 90
    return 1 / max(0.2, cos(radians((bottom + top) / 2))) if in_degrees else 1.0


def _height(shapes: Iterable[Shape]) -> float:
    left, bottom, right, top = _extent(shapes)
    ratio = (top - bottom) * _stretch(shapes) / max(right - left, 1e-9)
    return max(3.0, min(_TALLEST, _WIDTH * ratio + 0.5))
