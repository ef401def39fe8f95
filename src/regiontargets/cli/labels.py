"""`regiontargets labels`."""

from __future__ import annotations

import argparse

from .output import emit


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files, folders or patterns")
    parser.add_argument("--input-format", metavar="NAME", help="the files' format")
    parser.add_argument("--labels", metavar="FILE", help="a label map to start from (TOML)")
    parser.add_argument("--encoding", metavar="NAME", help="the files' encoding (default: UTF-8)")


def run(arguments: argparse.Namespace) -> int:
    """Print the labels, attributes and links of a corpus as a label map to edit."""
    from regiontargets import api

    emit(
        api.draft_label_map(
            arguments.paths,
            format=arguments.input_format,
            labels=arguments.labels,
            encoding=arguments.encoding,
        )
    )
    return 0
