"""Small things that are made for every number of a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def record(cls: type[T]) -> type[T]:
    """A dataclass that nothing changes once it is made: the type checkers see to that.

    Checking it when the program runs as well (`frozen=True`) makes one four times as slow to
    make; a named tuple is slower to make and to look into.

    >>> @record
    ... class Place:
    ...     first: int
    ...     last: int = 0
    >>> Place(1)
    Place(first=1, last=0)
    """
    return dataclass(slots=True)(cls)
