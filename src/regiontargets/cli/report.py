"""`regiontargets report`."""

from __future__ import annotations

import argparse

from .inputs import add_input_arguments, load_inputs
from .output import emit


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_input_arguments(parser)
    parser.add_argument("-o", "--output", metavar="FILE", help="write the page there")
    parser.add_argument("--title", metavar="TEXT", help="its title (default: its source's)")


def run(arguments: argparse.Namespace) -> int:
    """Load, check and write one page for people to read."""
    from regiontargets.display import report_page
    from regiontargets.validators import validate_dataset

    dataset = load_inputs(arguments)
    page = report_page(dataset, validate_dataset(dataset), title=arguments.title)
    emit(page, arguments.output)
    return 0
