"""A Report as a person or a machine wants it."""

from typing import TYPE_CHECKING

from regiontargets.deferred import deferred

if TYPE_CHECKING:
    from .registry import MODULES as MODULES
    from .registry import ReportFormat as ReportFormat
    from .registry import UnknownReportFormat as UnknownReportFormat
    from .registry import render as render
    from .registry import report_formats as report_formats

_HOMES = {
    "registry": ("MODULES", "ReportFormat", "UnknownReportFormat", "render", "report_formats"),
}

__all__ = [name for names in _HOMES.values() for name in names]  # pyright: ignore[reportUnsupportedDunderAll]
__getattr__ = deferred(__name__, _HOMES)
