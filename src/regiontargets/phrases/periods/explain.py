"""What each word of a period did, for a person to read."""

from __future__ import annotations

from regiontargets.phrases.mention import Piece

from .tokens import Item


def pieces_of(text: str, item: Item) -> tuple[Piece, ...]:
    """Each word of an item with its role and meaning."""
    return tuple(
        Piece(leaf.start, leaf.end, text[leaf.start : leaf.end], leaf.category, str(leaf.value))
        for leaf in item.leaves
    )
