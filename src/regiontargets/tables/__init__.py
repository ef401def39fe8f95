"""Tables as files hold them: named columns of cells as text, with their places."""

from .column import Column, column_of, combined, constant
from .framed import FrameColumns, in_a_frame
from .reading import FINDINGS, SUFFIXES, TABLES_ONLY, read_tables
from .table import Table

__all__ = [
    "FINDINGS",
    "SUFFIXES",
    "TABLES_ONLY",
    "Column",
    "FrameColumns",
    "Table",
    "column_of",
    "combined",
    "constant",
    "in_a_frame",
    "read_tables",
]
