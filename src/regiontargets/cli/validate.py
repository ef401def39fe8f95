"""`regiontargets validate`."""

from __future__ import annotations

import argparse
import sys

from .inputs import add_input_arguments, emit, load_inputs, wants_colour


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    from regiontargets.reports import MODULES

    add_input_arguments(parser)
    parser.add_argument("--format", default="text", choices=MODULES, help="how to report")
    parser.add_argument("--select", metavar="CODES", help="only these rules: U,Y002")
    parser.add_argument("--ignore", metavar="CODES", help="not these rules")
    parser.add_argument("--output", metavar="FILE", help="write the report there")


def run(arguments: argparse.Namespace) -> int:
    """Load, check, report; 1 if there are errors."""
    from regiontargets.reports import render
    from regiontargets.validators import Selection, validate_dataset

    select, ignore = _codes(arguments.select), _codes(arguments.ignore)
    Selection(select, ignore)  # Unknown codes are told before anything is read.
    report = validate_dataset(load_inputs(arguments), select=select, ignore=ignore)
    colour = arguments.output is None and wants_colour(sys.stdout)
    emit(render(report, arguments.format, colour=colour), arguments.output)
    return 0 if report.ok else 1


def _codes(given: str | None) -> tuple[str, ...]:
    return tuple(code.strip().upper() for code in (given or "").split(",") if code.strip())
