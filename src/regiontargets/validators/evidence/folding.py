"""A text without what differs between two copies of it: white space, dashes, marks, width."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"\s+")
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»「」『』", '"'),
        "…": "...",
        "\u00ad": "",
        "\u200b": "",
        "\ufeff": "",
    }
)


def folded(text: str) -> str:
    """The text with white space, dashes, quotation marks and full-width forms made alike.

    >>> folded("“5％”　– yuan")
    '"5%" - yuan'
    """
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", text.translate(_ALIKE)))
