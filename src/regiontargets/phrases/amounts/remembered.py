"""What was read of sentences, kept for a second sight."""

from __future__ import annotations

from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Remembered(dict[K, tuple[V, ...]]):
    """What was found, by what was read; all is forgotten once it has become too much.

    Counted is what was found, not what was read: a sentence may hold hundreds of amounts.

    >>> kept: Remembered[str, int] = Remembered(most=4)
    >>> for key, found in {"one": (1,), "none": (), "two": (2, 2)}.items():
    ...     kept.keep(key, found)
    ...     print(len(kept))
    1
    2
    1
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most, self._size = most, 0

    def keep(self, key: K, found: tuple[V, ...]) -> None:
        """Remember something."""
        self._size += 1 + len(found)
        if self._size > self._most:
            self.clear()
            self._size = 1 + len(found)
        self[key] = found
