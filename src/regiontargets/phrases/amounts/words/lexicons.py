"""From lists of phrases to lexicons: those that are only there, and those that have a value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from ..language import Phrases
from ..lexicon import Lexicon

V = TypeVar("V")


def phrase_set(lists: Iterable[Phrases]) -> Lexicon[bool]:
    """Phrases of which only their presence counts."""
    return Lexicon({phrase: True for each in lists for phrase in each})


def phrase_values(tables: Iterable[Mapping[V, Phrases]]) -> Lexicon[V]:
    """The phrases of each table with the key they stand under; the first one holds."""
    found: dict[str, V] = {}
    for table in tables:
        for value, listed in table.items():
            for phrase in listed:
                found.setdefault(phrase, value)
    return Lexicon(found)


def phrase_roles(pairs: Iterable[tuple[str, Phrases]]) -> Lexicon[frozenset[str]]:
    """Phrases with everything that any list says of them."""
    roles: dict[str, set[str]] = {}
    for role, listed in pairs:
        for phrase in listed:
            roles.setdefault(phrase, set()).add(role)
    return Lexicon({phrase: frozenset(found) for phrase, found in roles.items()})
