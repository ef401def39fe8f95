"""`regiontargets compare`."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from regiontargets.errors import LoadError

if TYPE_CHECKING:
    from regiontargets.comparing import Row

from .inputs import emit
from .table import table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("targets", metavar="TARGETS", help="the file of targets")
    parser.add_argument(
        "observations",
        metavar="OBSERVATIONS",
        nargs="?",
        help="the file of outcomes (default: the same)",
    )
    parser.add_argument("--tolerance", metavar="NUMBER", help='how far off "about" still counts')
    parser.add_argument("--on", metavar="DATE", help="as of this date (default: today)")


def run(arguments: argparse.Namespace) -> int:
    """Print each target with its outcome, verdict and gap."""
    from regiontargets import api
    from regiontargets.comparing import compare

    targets = api.load(arguments.targets)
    other = arguments.observations
    observations = api.load(other) if other else targets
    try:
        found = compare(targets, observations, arguments.tolerance, _date(arguments.on))
    except ValueError as error:
        raise LoadError(f"{arguments.tolerance!r} is no tolerance: {error}") from None
    head = ("region", "metric", "target", "when", "outcome", "verdict", "gap")
    emit(table(head, list(_cells(found))))
    return 0


def _cells(rows: Iterable[Row]) -> Iterable[tuple[str, ...]]:
    for row in rows:
        target, observation = row.target, row.observation
        yield (
            target.region.name if target.region else "–",
            target.metric.name if target.metric else "–",
            str(target.amount or "no number"),
            str(target.period or "–"),
            str((observation and observation.amount) or "–"),
            row.verdict.replace("_", " "),
            f"{row.gap.value:+}" if row.gap else "–",
        )


def _date(given: str | None) -> date | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise LoadError(f"{given!r} is not a date.", suggestion="Write it as 2022-02-17.") from None
