"""Every format of a report, one line each."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Protocol, runtime_checkable

from regiontargets.errors import LookupFailed
from regiontargets.validators import Report

MODULES = ("text", "concise", "json", "sarif", "github", "html")
"""The modules of this folder that write a format."""


@runtime_checkable
class ReportFormat(Protocol):
    """A module that writes one format.

    Attributes:
        NAME: what `--format` calls it.
        TITLE: what it is for, half a line.
    """

    NAME: str
    TITLE: str

    def render(self, report: Report, *, colour: bool = False) -> str:
        """The report, without a final newline."""
        ...


class UnknownReportFormat(LookupFailed):
    """No format of a report bears this name."""


def report_formats() -> dict[str, ReportFormat]:
    """Every format by its name, which is that of its module."""
    return {name: _format(name) for name in MODULES}


@cache
def _format(name: str) -> ReportFormat:
    module = import_module(f"{__package__}.{name}")
    if not isinstance(module, ReportFormat):  # pragma: no cover - a mistake in this folder
        raise TypeError(f"{module.__name__} has not the shape of a ReportFormat")
    return module


def render(report: Report, name: str = "text", *, colour: bool = False) -> str:
    """A report in one of the formats, without a final newline.

    Args:
        report: what validating found.
        name: the format: text, concise, json, …
        colour: whether ANSI colours are wanted, where the format has any.

    Raises:
        UnknownReportFormat: there is no such format; the message lists what there is.

    >>> render(Report(), "concise")
    ''
    """
    if name not in MODULES:
        known = ", ".join(MODULES)
        raise UnknownReportFormat(
            name, f"there is no report format {name[:40]!r}.", suggestion=f"Known: {known}."
        )
    return _format(name).render(report, colour=colour)
