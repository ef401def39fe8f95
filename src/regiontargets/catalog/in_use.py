"""The catalogs that rules look up in: the built-in ones, or those that a check was given."""

from __future__ import annotations

from collections.abc import Callable, Generator, Hashable
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from .catalog import Catalog
    from .metrics import MetricCatalog
    from .regions import RegionCatalog

_Answer = TypeVar("_Answer")
_CATALOG: ContextVar[Catalog | None] = ContextVar("catalog", default=None)


@contextmanager
def using(catalog: Catalog | None) -> Generator[None]:
    """Look up in a catalog as long as this lasts; None: in the built-in ones.

    >>> from regiontargets.catalog import Catalog
    >>> with using(Catalog(base=False)):
    ...     "CN" in regions_in_use()
    False
    >>> "CN" in regions_in_use()
    True
    """
    before = _CATALOG.set(catalog)
    try:
        yield
    finally:
        _CATALOG.reset(before)


def regions_in_use() -> RegionCatalog:
    """The regions to look up in."""
    catalog = _CATALOG.get()
    if catalog is not None:
        return catalog.regions
    from .regions import regions  # Deferred, as whoever never looks up does not load them.

    return regions


def metrics_in_use() -> MetricCatalog:
    """The metrics to look up in."""
    catalog = _CATALOG.get()
    if catalog is not None:
        return catalog.metrics
    from .metrics import metrics  # Deferred, as above.

    return metrics


def cached_by_catalog(
    maxsize: int,
) -> Callable[[Callable[..., _Answer]], Callable[..., _Answer]]:
    """`lru_cache` for what is looked up, which another catalog may answer otherwise."""

    def decorate(function: Callable[..., _Answer]) -> Callable[..., _Answer]:
        @lru_cache(maxsize)
        def of_catalog(_: Catalog | None, *asked: Hashable) -> _Answer:
            return function(*asked)

        @wraps(function)
        def look_up(*asked: Hashable) -> _Answer:
            return of_catalog(_CATALOG.get(), *asked)

        return look_up

    return decorate
