"""An amount drawn as what it is: a point, a soft point, an arrow or a band."""

# Matplotlib types its keyword arguments only in part.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias

from regiontargets.errors import UnitError
from regiontargets.model import Amount, Record
from regiontargets.model.amount import Comparator

from .figure import TARGET

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Direction: TypeAlias = Literal["along", "up"]
"""Whether values grow along the horizontal axis or the vertical one."""

_ARROW = 28
"""The length of an arrow, in points: how far "at least" reaches is not stated."""


def in_one_unit(records: Iterable[Record]) -> list[tuple[Record, Amount]]:
    """The records with a number, in the unit of the first of them; others are left out."""
    found: list[tuple[Record, Amount]] = []
    for record in records:
        if record.amount is None:
            continue
        unit = found[0][1].unit if found else record.amount.unit
        try:
            found.append((record, record.amount.to(unit)))
        except UnitError:
            continue
    return found


def unit_words(amounts: Iterable[Amount]) -> str:
    """The unit of the axis."""
    units = {amount.unit for amount in amounts}
    return (units.pop() or "").replace("_", " ") if len(units) == 1 else ""


def draw(
    axes: Axes, amount: Amount, other: float, *, direction: Direction, colour: str = TARGET
) -> None:
    """Draw an amount at a place of the other axis.

    Exactly is a point; about and nearly are a ring in a soft disc; at least and at most are a
    point with an arrow to the side that counts, more than and less than a ring with one, since they
    exclude their number; between is a band.
    """
    value = float(amount.value)
    if amount.upper is not None:
        _band(axes, (value, float(amount.upper)), other, direction, colour)
        return
    x, y = (value, other) if direction == "along" else (other, value)
    soft = amount.comparator in ("about", "nearly")
    open_ring = soft or amount.comparator in ("more_than", "less_than")
    if soft:
        axes.plot([x], [y], "o", markersize=18, color=colour, alpha=0.2, markeredgewidth=0)
    step = {"at_least": _ARROW, "more_than": _ARROW, "at_most": -_ARROW, "less_than": -_ARROW}
    if amount.comparator in step:
        length = step[amount.comparator]
        tip = (length, 0) if direction == "along" else (0, length)
        # The head is at the tip: matplotlib draws from the (empty) label to the point.
        arrow = {"arrowstyle": "<|-", "color": colour, "linewidth": 2, "shrinkA": 0, "shrinkB": 0}
        axes.annotate("", (x, y), xytext=tip, textcoords="offset points", arrowprops=arrow)
    face = "white" if open_ring else colour
    axes.plot(
        [x], [y], "o", markersize=8, color=colour, markerfacecolor=face, markeredgewidth=2, zorder=3
    )


def _band(
    axes: Axes, ends: tuple[float, float], other: float, direction: Direction, colour: str
) -> None:
    across = [other, other]
    x, y = (list(ends), across) if direction == "along" else (across, list(ends))
    axes.plot(x, y, linewidth=9, color=colour, alpha=0.3, solid_capstyle="butt")
    axes.plot(x, y, "|" if direction == "along" else "_", markersize=12, color=colour)


_KEY: Mapping[str, tuple[tuple[Comparator, ...], str, bool]] = {
    "exactly": (("exactly",), "o", True),
    "about": (("about", "nearly"), "o", False),
    "at least": (("at_least",), ">", True),
    "more than": (("more_than",), ">", False),
    "at most": (("at_most",), "<", True),
    "less than": (("less_than",), "<", False),
    "a range": (("between",), "|", True),
}
"""What the symbols mean: comparators, marker, and whether it is filled."""


def explain(figure: Figure, amounts: Iterable[Amount]) -> None:
    """Say below the figure what its symbols mean, where any is other than a point."""
    from matplotlib.lines import Line2D

    said = {each.comparator for each in amounts}
    if said <= {"exactly"}:
        return
    handles = [
        Line2D(
            [],
            [],
            linestyle="",
            marker=marker,
            color=TARGET,
            markerfacecolor=TARGET if filled else "white",
            markeredgewidth=2,
            label=words,
        )
        for words, (comparators, marker, filled) in _KEY.items()
        if said.intersection(comparators)
    ]
    figure.legend(
        handles=handles,
        loc="outside lower left",
        ncols=len(handles),
        frameon=False,
        fontsize="small",
        handletextpad=0.2,
    )
