"""A report as a frame, for whoever counts and filters findings in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regiontargets.errors import MissingExtra
from regiontargets.validators import Report

from .json import finding_object

if TYPE_CHECKING:
    import pandas as pd

_COLUMNS = (
    *("code", "severity", "message", "path", "line", "column", "end_line", "end_column"),
    *("row", "field", "text", "reason", "suggestion"),
)
_NUMBERS = ("line", "column", "end_line", "end_column", "row")


def pandas_frame(report: Report) -> pd.DataFrame:
    """One row a finding; lines, columns and rows are integers that may be missing.

    Raises:
        MissingExtra: pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError:
        raise MissingExtra("pandas", needed_for="report.to_pandas()") from None
    rows = [finding_object(finding) for finding in report]
    frame = pd.DataFrame(
        {name: [row[name] for row in rows] for name in _COLUMNS}, columns=list(_COLUMNS)
    )
    return frame.astype(dict.fromkeys(_NUMBERS, "Int64"))
