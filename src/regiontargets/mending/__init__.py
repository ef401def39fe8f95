"""Putting the safe mends of findings into the files that they are about."""

from .markdown import mended_markdown
from .mended import SPELLINGS, Mended
from .tables import mended_table

__all__ = ["SPELLINGS", "Mended", "mended_markdown", "mended_table"]
