"""`regiontargets export`."""

from __future__ import annotations

import argparse
from pathlib import Path

from regiontargets.errors import LoadError

from .inputs import add_reading_arguments, load
from .output import tell


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    from regiontargets.exports.registry import export_formats

    parser.add_argument("path", metavar="PATH", help="a file, folder or pattern")
    parser.add_argument("output", metavar="OUT", help="the file (data-package: folder) to write")
    parser.add_argument("--to", required=True, choices=tuple(export_formats()), help="the format")
    add_reading_arguments(parser)
    parser.add_argument("--overwrite", action="store_true", help="replace OUT if it is there")


def run(arguments: argparse.Namespace) -> int:
    """Export; what the format cannot hold is told on standard error."""
    from regiontargets.exports.registry import export

    output = Path(arguments.output)
    if output.exists() and not arguments.overwrite:
        raise LoadError(f"{output} exists.", suggestion="Replace it with --overwrite.")
    dataset = load(arguments.path, arguments, arguments.input_format)
    for sentence in export(dataset, output, arguments.to):
        tell(sentence)
    tell(f"{output}: {dataset}")
    return 0
