"""`regiontargets compare`."""

from __future__ import annotations

import argparse
import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from regiontargets.errors import LoadError

from .inputs import add_reading_arguments, load
from .output import emit
from .table import table

if TYPE_CHECKING:
    from regiontargets.comparing import Comparison, Row, Whole
    from regiontargets.model import Target


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("targets", metavar="TARGETS", help="the file of targets")
    parser.add_argument(
        "observations",
        metavar="OBSERVATIONS",
        nargs="?",
        help="the file of outcomes (default: the same)",
    )
    add_reading_arguments(parser)
    parser.add_argument("--tolerance", metavar="NUMBER", help='how far off "about" still counts')
    parser.add_argument("--on", metavar="DATE", help="as of this date (default: today)")
    parser.add_argument("--why", action="store_true", help="say why what is open is open")
    parser.add_argument("--parts", action="store_true", help="set parts beside their whole instead")
    parser.add_argument("--format", choices=("text", "csv", "json"), default="text")
    parser.add_argument("--output", metavar="FILE", help="write it there")


def run(arguments: argparse.Namespace) -> int:
    """Print each target with its outcome, verdict and gap."""
    found = _compared(arguments)
    if arguments.format != "text":
        columns, records = _records(found, of_wholes=arguments.parts)
        form = arguments.format
        text = json.dumps(records, indent=1) if form == "json" else _csv(columns, records)
    elif arguments.parts:
        text = table(_OF_WHOLES, list(map(_whole_cells, found.wholes)))
    else:
        head = (*_HEAD, "why") if arguments.why else _HEAD
        text = table(head, [cells[: len(head)] for cells in map(_row_cells, found)])
    emit(text, arguments.output)
    return 0


_AIM = ("region", "metric", "target", "when")
_HEAD = (*_AIM, "outcome", "verdict", "gap")
_OF_WHOLES = (*_AIM, "parts", "verdict", "why")


def _compared(arguments: argparse.Namespace) -> Comparison:
    from regiontargets.comparing import compare

    targets = load(arguments.targets, arguments, arguments.input_format)
    other = arguments.observations
    observations = load(other, arguments, arguments.input_format) if other else targets
    try:
        return compare(targets, observations, arguments.tolerance, _date(arguments.on))
    except ValueError as error:
        raise LoadError(f"{arguments.tolerance!r} is no tolerance: {error}") from None


def _row_cells(row: Row) -> tuple[str, ...]:
    outcome = row.observation and row.observation.amount
    verdict = row.verdict.replace("_", " ")
    gap = f"{row.gap.value:+}" if row.gap else "–"
    return (*_aim(row.target), str(outcome or "–"), verdict, gap, row.reason)


def _whole_cells(whole: Whole) -> tuple[str, ...]:
    return (*_aim(whole.target), f"{len(whole.parts):,}", whole.verdict, whole.reason)


def _aim(target: Target) -> Iterable[str]:
    return (
        target.region.name if target.region else "–",
        target.metric.name if target.metric else "–",
        str(target.amount or "no number"),
        str(target.period or "–"),
    )


_Records: TypeAlias = "Sequence[Mapping[str, str | None]]"


def _records(found: Comparison, *, of_wholes: bool) -> tuple[Sequence[str], _Records]:
    from regiontargets.comparing.records import COLUMNS, WHOLE_COLUMNS, whole_record

    if of_wholes:
        return WHOLE_COLUMNS, [whole_record(whole) for whole in found.wholes]
    return COLUMNS, found.to_records()


def _csv(columns: Sequence[str], records: _Records) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(records)
    return out.getvalue().rstrip("\n")


def _date(given: str | None) -> date | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise LoadError(f"{given!r} is not a date.", suggestion="Write it as 2022-02-17.") from None
