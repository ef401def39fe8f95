"""Why the words of a metric could not be looked up."""

from __future__ import annotations

from regiontargets.catalog.in_use import cached_by_catalog, metrics_in_use
from regiontargets.errors import AmbiguousMetric, LookupFailed, UnknownMetric


@cached_by_catalog(4096)
def metric_trouble(words: str) -> LookupFailed:
    """Why some words are no metric, given that loading did not find one.

    >>> metric_trouble("gdpp").suggestions[0]
    'gdp'
    """
    try:
        found = metrics_in_use().get(words)
    except (UnknownMetric, AmbiguousMetric) as error:
        return error
    # Loading takes a code for a code: the name of a metric is none.
    return UnknownMetric(words, [found.code], reason="it is a name and no code")
