"""Which regions some words name."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from regiontargets.catalog.in_use import cached_by_catalog, regions_in_use
from regiontargets.errors import LookupFailed
from regiontargets.model import Region
from regiontargets.phrases.folding import has_han

_LEAST_LETTERS = 4
_LEAST_CHARACTERS = 2


def names_region(text: str, region: Region) -> bool:
    """Whether some words name a region, by any name that it bears.

    >>> from regiontargets.catalog import regions
    >>> names_region("湖北省生产总值", regions["CN-HB"]), names_region("Hunan", regions["CN-HB"])
    (True, False)
    """
    return _pattern(_names(region)).search(text) is not None or _names_short(text, region)


_IMPLYING = {"CN": re.compile("全国|我国|全年国内|国内生产总值|国民经济|国务院|中央政府")}
"""What texts say of their own country without naming it."""


def implies_region(text: str, region: Region) -> bool:
    """Whether some words speak of the country that they are from, which they need not name.

    >>> from regiontargets.catalog import regions
    >>> implies_region("国内生产总值增长5%左右", regions["CN"])
    True
    """
    implying = _IMPLYING.get(region.code)
    return implying is not None and implying.search(text) is not None


def _names_short(text: str, region: Region) -> bool:
    """Whether the letters of a region's code stand in a text: NSW, BC."""
    _, _, short = region.code.partition("-")
    if region.scheme != "iso3166-2" or not short.isalpha() or short not in text:
        return False
    return re.search(rf"(?<![\w-]){short}(?![\w-])", text) is not None


@cached_by_catalog(4096)
def regions_named(text: str, region: Region) -> tuple[Region, ...]:
    """The regions that some words name beside the ones that it might be taken for.

    These are the other parts of what it is part of, and of what that is part of in turn, below
    the whole country: for a province the other provinces.

    >>> from regiontargets.catalog import regions
    >>> [each.name for each in regions_named("Anhui and Hunan", regions["CN-HB"])]
    ['Anhui', 'Hunan']
    """
    found: dict[Region, None] = {}
    for rivals in _rivals(region):
        by_name = _by_name(rivals)
        for match in _pattern(tuple(by_name)).finditer(text):
            found[by_name[match[0].casefold()]] = None
    return tuple(found)


@cached_by_catalog(4096)
def names_told(region: Region) -> tuple[str, ...]:
    """The names that tell of a region: the Chinese ones and the longest before the others.

    >>> from regiontargets.catalog import regions
    >>> names_told(regions["CN-HB"])[:2]
    ('湖北省', '湖北')
    """
    try:
        catalog = regions_in_use()
        known = catalog.names_of(catalog[region.code])
    except LookupFailed:
        known = ()
    names = {name for name in (*known, region.name, *region.names.values()) if _tells(name)}
    return tuple(sorted(names, key=lambda name: (not has_han(name), -len(name), name)))


@cached_by_catalog(4096)
def _names(region: Region) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.casefold() for name in names_told(region)))


def _tells(name: str) -> bool:
    """Whether a name is long enough not to stand in a text by accident."""
    if has_han(name):
        return len(name) >= _LEAST_CHARACTERS
    return len(name) >= _LEAST_LETTERS and not name.isdigit()


@lru_cache(maxsize=4096)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some names, the longest first; Latin ones as whole words."""
    if not names:
        return re.compile(r"(?!)")
    ordered = sorted(names, key=len, reverse=True)
    parts = [
        re.escape(name) if has_han(name) else rf"(?<!\w){re.escape(name)}(?!\w)" for name in ordered
    ]
    return re.compile("|".join(parts), re.IGNORECASE)


@cached_by_catalog(1024)
def _rivals(region: Region) -> tuple[tuple[Region, ...], ...]:
    try:
        own = (region, *regions_in_use().ancestors(region))
    except LookupFailed:
        return ()
    found: list[tuple[Region, ...]] = []
    for part, whole in pairwise(own):
        others = tuple(
            each
            for each in regions_in_use().children(whole)
            if each.code != part.code and each.level == part.level and each.valid_to is None
        )
        found.append(others)
    return tuple(found)


@lru_cache(maxsize=1024)
def _by_name(rivals: tuple[Region, ...]) -> dict[str, Region]:
    return {name: region for region in rivals for name in _names(region)}
