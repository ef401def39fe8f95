"""A progress bar for what takes long, where somebody is looking."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

_FEWEST = 20
"""Fewer steps than this are over before a bar says anything."""
_PATIENCE = 1.0
"""Seconds before a bar appears."""


def tracked(steps: Sequence[T], doing: str) -> Iterable[T]:
    """The steps, with a bar on a terminal or in a notebook if they take longer than a second.

    The bar is tqdm's (the extra `progress`); without it, or where nobody looks, there is none.

    >>> list(tracked([1, 2, 3], "counting"))
    [1, 2, 3]
    """
    if len(steps) < _FEWEST or not (_in_notebook() or sys.stderr.isatty()):
        return steps
    return _with_bar(steps, doing)


def _with_bar(steps: Sequence[T], doing: str) -> Iterator[T]:
    try:
        # Only who loads much, and looks, pays for importing it.
        from tqdm.auto import tqdm
    except ImportError:
        yield from steps
        return
    yield from tqdm(steps, desc=doing, unit="file", delay=_PATIENCE, leave=False)


def _in_notebook() -> bool:
    shell = sys.modules.get("IPython")
    instance = shell.get_ipython() if shell is not None else None
    return type(instance).__name__ == "ZMQInteractiveShell"
