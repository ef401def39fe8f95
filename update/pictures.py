"""Redraw the pictures of the documentation: `python update/pictures.py`.

The terminal is drawn by Rich; the highlighted article is what a notebook shows, photographed in
Chromium, which must be installed.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageChops
from rich.console import Console
from rich.text import Text

import regiontargets as rt
from regiontargets.reports import render

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs/images"
COLUMNS = 140
WIDTH, HEIGHT, SCALE = 780, 900, 2
COLOURS = 64
PAGE = """<!doctype html><meta charset="utf-8">
<style>body {{ margin: 12px; background: #fff; color-scheme: light; }}</style>{shown}"""


def main() -> None:
    """Draw both."""
    draw_terminal(IMAGES / "finding.svg")
    draw_article(IMAGES / "highlighted.png")


def draw_terminal(path: Path) -> None:
    """A terminal that shows the first findings of the example with mistakes."""
    report = rt.validate(ROOT / "examples/mistakes.md", select=["U003", "U005", "R001"])
    shown = render(report, colour=True).replace(f"{ROOT}/", "")
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi("$ regiontargets validate examples/mistakes.md\n" + shown))
    drawn = console.export_svg(title="regiontargets", font_aspect_ratio=0.61)
    # Rich fetches its font from elsewhere; a picture of ours needs nothing but itself.
    drawn = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)
    drawn = re.sub(r"<!--.*?-->\s*", "", drawn, flags=re.DOTALL)
    path.write_text(drawn.replace("Fira Code", "ui-monospace"), encoding="utf-8")


def draw_article(path: Path) -> None:
    """The example article as a notebook highlights it."""
    shown = rt.load(ROOT / "examples/article.md").highlight()._repr_html_()
    with TemporaryDirectory() as folder:
        page, photo = Path(folder, "page.html"), Path(folder, "photo.png")
        page.write_text(PAGE.format(shown=shown), encoding="utf-8")
        photograph(page, photo)
        with Image.open(photo) as whole:
            picture = trimmed(whole.convert("RGB"))
    picture.quantize(COLOURS).save(path, optimize=True)


def photograph(page: Path, photo: Path) -> None:
    """A page in Chromium, without its window."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("Chromium is needed to draw the article.")
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
    size = (f"--window-size={WIDTH},{HEIGHT}", f"--force-device-scale-factor={SCALE}")
    command = [chromium, *options, *size, f"--screenshot={photo}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=60)


def trimmed(picture: Image.Image) -> Image.Image:
    """Without the empty paper below; the margin above is kept below as well."""
    paper = Image.new("RGB", picture.size, picture.getpixel((0, 0)))
    box = ImageChops.difference(picture, paper).getbbox()
    assert box is not None, "the page is empty"
    return picture.crop((0, 0, picture.width, min(picture.height, box[3] + box[1])))


if __name__ == "__main__":
    main()
