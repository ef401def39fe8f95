"""The tables kept by hand beside this file."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent


def cells(name: str) -> list[list[str]]:
    """The cells of each row of a table, behind the notes and the header."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def pairs(name: str) -> dict[str, str]:
    """What the second cell of each row says of the first."""
    return {row[0]: row[1] for row in cells(name)}
