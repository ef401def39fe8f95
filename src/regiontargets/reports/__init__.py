"""A Report as a person or a machine wants it."""

from .registry import MODULES, ReportFormat, UnknownReportFormat, render, report_formats

__all__ = ["MODULES", "ReportFormat", "UnknownReportFormat", "render", "report_formats"]
