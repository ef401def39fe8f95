"""`regiontargets metrics`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regiontargets.model import Metric

from .output import emit, tell


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("query", help="a name or code: R&D intensity, 城镇新增就业, gdp_growth")


def run(arguments: argparse.Namespace) -> int:
    """Print every metric that the words may mean; 1 if none, with the nearest names."""
    from regiontargets.catalog import metrics
    from regiontargets.errors import AmbiguousMetric, UnknownMetric

    found = metrics.find(arguments.query)
    if found:
        emit("\n\n".join(_card(metric) for metric in found))
        return 0
    try:
        metrics.get(arguments.query)
    except (UnknownMetric, AmbiguousMetric) as error:
        tell(str(error))
    return 1


def _card(metric: Metric) -> str:
    from regiontargets.catalog import metrics

    low, high = metric.bounds.low, metric.bounds.high
    bounded = low is not None or high is not None
    facts = {
        "names": ", ".join(f"{name} ({lang})" for lang, name in metric.names.items()),
        "also": ", ".join(metrics.aliases(metric)),
        "unit": metric.unit,
        "kind": metric.kind,
        "better": "" if metric.direction == "none" else metric.direction,
        "bounds": f"{'…' if low is None else low} to {'…' if high is None else high}"
        if bounded
        else "",
        "prices": metric.basis or "",
        "growth of": metric.growth_of or "",
        "its growth": metric.growth or "",
        "elsewhere": ", ".join(f"{code} ({name})" for name, code in metric.external.items()),
        "definition": metric.definition,
        "source": metric.source,
    }
    lines = [f"  {name:<13} {value}" for name, value in facts.items() if value]
    return "\n".join([str(metric), *lines])
