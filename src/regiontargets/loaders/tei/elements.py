"""What the elements of TEI do to a text."""

from __future__ import annotations

_BLOCKS = """
ab argument back body byline caption castGroup castItem castList closer dateline div div1 div2
div3 div4 div5 div6 div7 docAuthor docDate docEdition docImprint docTitle epigraph figDesc figure
floatingText front group head imprimatur item l label lg list opener p postscript row salute
signed sp speaker stage table text titlePage titlePart trailer
"""

BLOCKS = frozenset(_BLOCKS.split())
"""They begin on a new line, and what follows them does too."""

TRANSPARENT = frozenset(
    ("w", "pc", "c", "s", "g", "cell", "choice", "standOff", "spanGrp", "linkGrp", "listRelation")
)
"""They divide or group, and say nothing of what they hold."""

BREAKS = frozenset(("pb", "cb", "gb", "milestone", "anchor", "gap", "space", "ptr"))
"""Empty elements that leave the text as it is."""

ALTERNATIVES = frozenset(("corr", "reg", "expan"))
"""The editor's readings in a choice."""

SILENT = frozenset(("span", "link", "relation", "interp", "note"))
"""Their own words are no part of the text."""

WORDS = frozenset(("rs", "seg"))
"""Elements that say nothing beyond their type."""


def local(name: str) -> str:
    """An element's name without its prefix.

    >>> local("tei:placeName")
    'placeName'
    """
    return name.rpartition(":")[2]
