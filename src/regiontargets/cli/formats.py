"""`regiontargets formats`."""

from __future__ import annotations

import argparse

from .output import emit
from .table import table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments: none."""


def run(arguments: argparse.Namespace) -> int:
    """List every format with its endings and whether it can be written."""
    del arguments
    from regiontargets.loaders import WritableFormat, formats

    rows = [
        (
            each.NAME,
            "read, write" if isinstance(each, WritableFormat) else "read",
            " ".join(each.SUFFIXES),
            each.TITLE,
        )
        for each in formats().values()
    ]
    rows.append(("dataset", "read, write", ".json", "a saved dataset: ds.save(), rt.load()"))
    emit(table(("name", "can", "endings", "what it is"), rows))
    return 0
