"""A figure to draw on, and words on it that are only words."""

# Matplotlib types its keyword arguments only in part.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from regiontargets.errors import MissingExtra
from regiontargets.model import Verdict

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

TARGET = "#b04a00"
OUTCOME = "#0072b2"
"""Of the palette of Okabe and Ito, the first darkened: colour-blind readers tell them apart."""


LOOKS: dict[Verdict, tuple[str, str]] = {
    "met": ("#0072b2", "✓"),
    "missed": ("#b04a00", "✗"),
    "undetermined": ("#8a8f98", "?"),
}
"""Colour and sign: blue and orange, since red and green are one to many."""


def new_figure(width: float, height: float) -> tuple[Figure, Axes]:
    """An empty figure, in inches, that a notebook shows once and no global state keeps.

    Raises:
        MissingExtra: matplotlib is not installed.
    """
    try:
        # Deferred: an extra, and slow to import.
        from matplotlib import pyplot as plt
    except ImportError:
        raise MissingExtra("plots", needed_for="a plot", package="matplotlib") from None
    figure, axes = plt.subplots(figsize=(width, height), layout="constrained")
    plt.close(figure)
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes


_LEFT_OUT = "without such a number, in another unit, or beyond the rows"


def entitle(axes: Axes, title: str, left_out: int = 0, why: str = _LEFT_OUT) -> None:
    """A title, and below the axes how many targets could not be drawn."""
    axes.set_title(title, loc="left", parse_math=False)
    if left_out:
        words = f"{left_out} not drawn: {why}"
        axes.annotate(words, (0, -42), xycoords="axes points", fontsize="small", color="0.35")


def name_rows(axes: Axes, names: Sequence[str]) -> None:
    """Names on the vertical axis, the first on top."""
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(max(1, len(names)) - 0.5, -0.5)
    plain_words(axes)


def plain_words(axes: Axes) -> None:
    """Dollar signs in names are not formulas."""
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_parse_math(False)
