"""A text without what differs between two copies of it: white space, dashes, marks, width."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"\s+")
_BESIDE_HAN = re.compile(r"(?<=[\u3001-\u9fff]) | (?=[\u3001-\u9fff])")
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
    r"""The text with white space, dashes, quotation marks and full-width forms made alike.

    Beside a Chinese character white space says nothing, as where a line is broken.

    >>> folded("“5％”　– yuan"), folded("产量 600 亿\n斤")
    ('"5%" - yuan', '产量600亿斤')
    """
    plain = _SPACES.sub(" ", unicodedata.normalize("NFKC", text.translate(_ALIKE)))
    return _BESIDE_HAN.sub("", plain)
