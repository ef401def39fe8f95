"""`regiontargets schema`."""

from __future__ import annotations

import argparse
import json

from .output import emit


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    from regiontargets.exports import TYPES

    parser.add_argument(
        "type", nargs="?", default="Dataset", choices=TYPES, help="which type (default: Dataset)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print a JSON Schema (2020-12)."""
    from regiontargets.exports import json_schema

    emit(json.dumps(json_schema(arguments.type), ensure_ascii=False, indent=2))
    return 0
