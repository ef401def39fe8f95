"""The tables beside the grammar: tab-separated, their origin in the comments at their head."""

from __future__ import annotations

from importlib.resources import files


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table by column name."""
    text = files("regiontargets.phrases.periods").joinpath("data", name).read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]
