"""`regiontargets show`."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regiontargets.model import Dataset, Record

from regiontargets.reports.cells import shown

from .inputs import add_input_arguments, load_inputs
from .output import emit
from .table import table

_LONGEST_QUOTE = 90


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_input_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print what was understood: targets, observations, quotes, and what was not."""
    dataset = load_inputs(arguments)
    parts = [str(dataset)]
    head = ("region", "metric", "amount", "when", "stated as", "line")
    for title, records in (("Targets", dataset.targets), ("Observations", dataset.observations)):
        if records:
            parts.append(f"{title}\n{table(head, list(_rows(dataset, records)))}")
    if dataset.quotes:
        quotes = [(each.speaker or "?", _shortened(each.text)) for each in dataset.quotes]
        parts.append(f"Quotes\n{table(('speaker', 'words'), quotes)}")
    if dataset.findings:
        parts.append("Not understood\n" + "\n".join(shown(str(each)) for each in dataset.findings))
    emit("\n\n".join(parts))
    return 0


def _rows(dataset: Dataset, records: Iterable[Record]) -> Iterable[tuple[str, ...]]:
    for record in records:
        region = record.region.name if record.region else record.unread.get("region", "–")
        metric = record.metric.name if record.metric else record.unread.get("metric", "–")
        place, _ = dataset.locate(record)
        stated = record.amount.text if record.amount else record.unread.get("amount")
        yield (
            region,
            metric,
            _amount(record),
            str(record.period) if record.period else record.unread.get("period", "–"),
            _shortened(stated or (record.evidence.exact if record.evidence else "")),
            "" if place.line is None else str(place.line),
        )


def _amount(record: Record) -> str:
    if record.amount is None:
        return "no number"
    shown = str(record.amount.model_copy(update={"change": record.change}))
    restated = "".join(f" ({each})" for each in record.equivalents)
    return shown + restated


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
