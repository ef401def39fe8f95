"""What commands write, and where."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TextIO


def wants_colour(stream: TextIO, asked: str = "auto") -> bool:
    """Whether a stream is to be coloured: a terminal is, unless NO_COLOR asks for plain text.

    Args:
        stream: where a report goes.
        asked: always, never, or auto.
    """
    if asked != "auto":
        return asked == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def tell(line: str) -> None:
    """Print a line on standard error; what files or their names hold steers no terminal."""
    from regiontargets.reports.cells import shown

    print(shown(line), file=sys.stderr)


def emit(text: str, output: str | None = None) -> None:
    """Print a text, or write it to a file.

    Raises:
        OSError: the file cannot be written.
    """
    if output is not None:
        Path(output).write_text(text + "\n", encoding="utf-8")
    elif text:
        # A terminal that cannot show a character shows its escape instead of failing.
        encoding = sys.stdout.encoding or "utf-8"
        sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
