"""Putting the safe mends of findings into the files that they are about."""

from typing import TYPE_CHECKING

from regiontargets.deferred import deferred

if TYPE_CHECKING:
    from .markdown import mended_markdown as mended_markdown
    from .mended import SPELLINGS as SPELLINGS
    from .mended import Mended as Mended
    from .tables import mended_table as mended_table

_HOMES = {
    "markdown": ("mended_markdown",),
    "mended": ("SPELLINGS", "Mended"),
    "tables": ("mended_table",),
}

__all__ = [name for names in _HOMES.values() for name in names]  # pyright: ignore[reportUnsupportedDunderAll]
__getattr__ = deferred(__name__, _HOMES)
