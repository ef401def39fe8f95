"""brat's ids, and how the ids of other formats fit into them.

An id of brat is a letter for its kind, a number, and a tail that means nothing. A foreign
id goes into the tail, after a tilde.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote, unquote

_FOREIGN = re.compile(r"[TRE][0-9]+~(\S+)").fullmatch
_NUMBERED = re.compile(r"([A-Za-z#*]+)([0-9]{1,15})").match
_OUTSIDE = re.compile(r"[\s:;%]")


def plain(identifier: str) -> str:
    """The id in the document of an id in the file.

    >>> plain("T3"), plain("T3~hb"), plain("T3~a%20b")
    ('T3', 'hb', 'a b')
    """
    if "~" in identifier and (found := _FOREIGN(identifier)):
        return unquote(found[1])
    return identifier


def foreign(kind: str, number: int, identifier: str) -> str:
    """The id in a file of an id that is not brat's.

    >>> foreign("T", 3, "a b")
    'T3~a%20b'
    """
    return f"{kind}{number}~{_OUTSIDE.sub(lambda found: quote(found[0]), identifier)}"


class Numbers:
    """Hands out numbers for ids, above all that are in use.

    >>> Numbers(["T7", "hb"]).next("T")
    8
    """

    def __init__(self, used: Iterable[str]) -> None:
        self._highest: dict[str, int] = {}
        for identifier in used:
            if found := _NUMBERED(identifier):
                highest = self._highest.get(found[1], 0)
                self._highest[found[1]] = max(highest, int(found[2]))

    def next(self, kind: str) -> int:
        """A number not used for this kind of id."""
        number = self._highest[kind] = self._highest.get(kind, 0) + 1
        return number
