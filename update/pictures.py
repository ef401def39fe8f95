"""Redraw the pictures of the documentation: `python update/pictures.py`."""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console
from rich.text import Text

import regiontargets as rt
from regiontargets.reports import render

ROOT = Path(__file__).parents[1]
COLUMNS = 140


def main() -> None:
    """Draw a terminal that shows the first findings of the example with mistakes."""
    report = rt.validate(ROOT / "examples/mistakes.md", select=["U003", "U005", "R001"])
    shown = render(report, colour=True).replace(f"{ROOT}/", "")
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi("$ regiontargets validate examples/mistakes.md\n" + shown))
    path = ROOT / "docs/images/finding.svg"
    drawn = console.export_svg(title="regiontargets", font_aspect_ratio=0.61)
    # Rich fetches its font from elsewhere; a picture of ours needs nothing but itself.
    drawn = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)
    drawn = re.sub(r"<!--.*?-->\s*", "", drawn, flags=re.DOTALL)
    path.write_text(drawn.replace("Fira Code", "ui-monospace"), encoding="utf-8")


main()
