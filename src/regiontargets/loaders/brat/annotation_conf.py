"""The labels that a corpus declares in its annotation.conf."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from ..input_file import InputFile

_SECTION = re.compile(r"\[([^\]]+)\]\s*").fullmatch
_NOT_A_LABEL = ("#", "<", "-")
"""What a comment, a macro and a separator line begin with."""


def declared_labels(path: Path | None) -> Mapping[str, frozenset[str]] | None:
    """The labels by section (entities, relations, events, attributes); None: no configuration.

    As brat does, the nearest annotation.conf counts: beside the document or in a folder above.

    Raises:
        LoadError: it is there and cannot be read.
    """
    if path is None:
        return None
    for folder in path.absolute().parents:
        found = folder / "annotation.conf"
        if found.is_file():
            return _parsed(InputFile.open(found).text)
    return None


@lru_cache(maxsize=64)
def _parsed(text: str) -> Mapping[str, frozenset[str]]:
    r"""The first word of each line, by section.

    >>> sorted(_parsed("[entities]\n!Place\n\tRegion\n# no\n[relations]\nOf Arg1:Region\n"))
    ['entities', 'relations']
    """
    sections: dict[str, set[str]] = {}
    labels: set[str] = set()
    for raw in text.split("\n"):
        line = raw.strip()
        if section := _SECTION(line):
            labels = sections.setdefault(section[1].lower(), set())
        elif line and not line.startswith(_NOT_A_LABEL):
            labels.add(line.split()[0].lstrip("!"))
    return {section: frozenset(labels) for section, labels in sections.items()}
