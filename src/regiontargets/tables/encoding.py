"""The encoding of a text file, found without reading it whole."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from typing import BinaryIO

from regiontargets.errors import LoadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BLOCK = 1 << 20

GUESSED = "gb18030"
"""What a file that is not UTF-8 is read as, if it can be: older Chinese spreadsheets write it."""


def encoding_of(stream: Callable[[], BinaryIO], name: str, declared: str | None = None) -> str:
    """The encoding of a file: declared, by byte order mark, UTF-8, or else GB18030.

    Raises:
        LoadError: it is text in none of them.
    """
    with stream() as opened:
        head = opened.read(4)
    marked = next((encoding for mark, encoding in _BOMS if head.startswith(mark)), None)
    tried = [declared] if declared else [marked] if marked else ["utf-8", GUESSED]
    if declared and marked and codecs_name(declared) in ("utf-8", "utf-16", "utf-32"):
        tried = [marked]
    for encoding in tried:
        if _decodes(stream, encoding, name):
            return encoding
    raise LoadError(
        f"{name} is not {' or '.join(tried)} text.",
        suggestion="Save it as UTF-8, or name its encoding.",
    )


def codecs_name(encoding: str) -> str:
    """The usual name of an encoding."""
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return encoding


def _decodes(stream: Callable[[], BinaryIO], encoding: str, name: str) -> bool:
    try:
        decoder = codecs.getincrementaldecoder(encoding)()
    except LookupError:
        raise LoadError(f"{name}: there is no encoding named {encoding!r}.") from None
    try:
        with stream() as opened:
            while block := opened.read(_BLOCK):
                decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True
