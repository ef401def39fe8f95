"""`regiontargets schema`."""

from __future__ import annotations

import argparse
import json

from .inputs import emit

TYPES = (
    *("Dataset", "Target", "Observation", "Quote", "Region", "Metric", "Amount", "Period"),
    *("Source", "Evidence"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "type", nargs="?", default="Dataset", choices=TYPES, help="which type (default: Dataset)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print a JSON Schema (2020-12)."""
    from regiontargets import model
    from regiontargets.exports import dataset_schema

    if arguments.type == "Dataset":
        schema = dataset_schema()
    else:
        schema = getattr(model, arguments.type).model_json_schema(mode="serialization")
    emit(json.dumps(schema, ensure_ascii=False, indent=2))
    return 0
