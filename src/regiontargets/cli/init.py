"""`regiontargets init`."""

from __future__ import annotations

import argparse
from pathlib import Path

from regiontargets.errors import LoadError

from .output import emit

START = """\
# What `regiontargets validate` checks here; every line is optional.
# The same keys may stand in pyproject.toml under [tool.regiontargets].

# Codes, or beginnings of codes, to look for beside the default ones, and to leave out.
# extend-select = ["E001"]
# ignore = ["Y008"]

# Where the quotes of tables are looked up, and how labels and columns are named here.
# sources = ["corpus"]
# labels = "labels.toml"
# columns = "columns.toml"

# How to report: text, concise, json, sarif, github or html.
# format = "text"

# Codes to leave out in some files.
# [per-file-ignores]
# "old/*.md" = ["U003"]

# Other severities: error, warning or note.
# [severities]
# M001 = "warning"

# Your own regions, metrics and names of units.
# [catalogs]
# regions = ["regions.csv"]
# metrics = ["metrics.csv"]
# units = ["units.csv"]
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("folder", nargs="?", default=".", help="where to (default: here)")


def run(arguments: argparse.Namespace) -> int:
    """Write a commented configuration to begin with; never over another one."""
    path = Path(arguments.folder, "regiontargets.toml")
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(START)
    except FileExistsError:
        raise LoadError(f"{path} is there already.") from None
    emit(f"{path} written.")
    return 0
