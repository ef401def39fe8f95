"""Packages whose names are imported when they are first asked for."""

from __future__ import annotations

import sys

# What type checkers know by this name: importing `typing` would double what the root costs.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def deferred(package: str, homes: Mapping[str, tuple[str, ...]]) -> Callable[[str], object]:
    """The `__getattr__` of a package: whoever wants one of its names does not pay for the others.

    No name may be that of a module of the package: importing this would put it in its place.

    Args:
        package: the package's `__name__`.
        homes: its names, by the module that each lives in.
    """
    home = {name: module for module, names in homes.items() for name in names}

    def of(name: str) -> object:
        if name not in home:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        from importlib import import_module

        from .paused_collector import paused_collector

        # Modules stay: looking through them for garbage took a tenth of the time of a first use.
        with paused_collector():
            value: object = getattr(import_module(f"{package}.{home[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return of
