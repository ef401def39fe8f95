"""What the colours and lines of a highlighted text mean."""

from __future__ import annotations

from collections.abc import Iterable

from .marks import Mark

_ORDER = (
    *("target", "observation", "region", "metric", "amount", "period", "quote", "speaker"),
    *("other", "error", "warning", "note"),
)


def legend(marks: Iterable[Mark]) -> str:
    """One sample of each kind of mark that a text has; empty if it has none.

    >>> legend([Mark(0, 1, "amount")])
    '<p class="rt-legend"><mark class="rt-amount">amount</mark></p>'
    """
    kinds = {mark.kind for mark in marks}
    samples = [f'<mark class="rt-{kind}">{kind}</mark>' for kind in _ORDER if kind in kinds]
    return f'<p class="rt-legend">{" ".join(samples)}</p>' if samples else ""
