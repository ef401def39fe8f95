"""Why the words of a region could not be looked up."""

from __future__ import annotations

from regiontargets.catalog.in_use import cached_by_catalog, regions_in_use
from regiontargets.errors import AmbiguousRegion, LookupFailed, UnknownRegion


@cached_by_catalog(4096)
def region_trouble(words: str) -> LookupFailed:
    """Why some words are no region, given that loading did not find one.

    >>> type(region_trouble("Suzhou")).__name__
    'AmbiguousRegion'
    """
    try:
        found = regions_in_use().get(words)
    except (UnknownRegion, AmbiguousRegion) as error:
        return error
    # Loading takes a code for a code: the name of a region is none.
    return UnknownRegion(words, [found.code], reason="it is a name and no code")
