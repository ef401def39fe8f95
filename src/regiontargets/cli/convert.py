"""`regiontargets convert`."""

from __future__ import annotations

import argparse
from pathlib import Path

from regiontargets.errors import LoadError

from .output import tell


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("input", metavar="IN", help="an annotated file or a saved dataset")
    parser.add_argument("output", metavar="OUT", help="the file to write")
    parser.add_argument("--from", dest="source_format", metavar="NAME", help="IN's format")
    parser.add_argument("--to", dest="target_format", metavar="NAME", help="OUT's format")
    parser.add_argument("--labels", metavar="FILE", help="a label map (TOML), for a dataset")
    parser.add_argument("--encoding", metavar="NAME", help="IN's encoding (default: UTF-8)")
    parser.add_argument("--overwrite", action="store_true", help="replace OUT if it is there")


def run(arguments: argparse.Namespace) -> int:
    """Convert; what the target format cannot hold is told on standard error."""
    from regiontargets import api

    output = Path(arguments.output)
    if output.exists() and not arguments.overwrite:
        raise LoadError(f"{output} exists.", suggestion="Replace it with --overwrite.")
    if arguments.target_format == "dataset" or (
        arguments.target_format is None and output.suffix.lower() == ".json"
    ):
        dataset = api.load(
            arguments.input,
            format=arguments.source_format,
            labels=arguments.labels,
            encoding=arguments.encoding,
        )
        dataset.save(output)
        tell(f"{output}: {dataset}")
        return 0
    documents = api.read_all(
        arguments.input, format=arguments.source_format, encoding=arguments.encoding
    )
    lost = api.write(documents, output, format=arguments.target_format)
    for finding in (*(f for d in documents for f in d.findings), *lost):
        tell(str(finding))
    return 0
