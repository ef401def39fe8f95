"""One line a finding, for editors, grep and long lists."""

from __future__ import annotations

from regiontargets.validators import Report

from .cells import shown
from .palette import paint

NAME = "concise"
TITLE = "one line a finding: path:line:column: CODE message"


def render(report: Report, *, colour: bool = False) -> str:
    """The report, one line a finding; empty if there are none.

    >>> from regiontargets.findings import Finding, Place
    >>> print(render(Report.of([Finding("U006", "number without a unit",
    ...                                 place=Place("a.md", 3, 14))])))
    a.md:3:14: U006 number without a unit
    """
    return "\n".join(
        f"{shown(str(finding.place))}: "
        f"{paint(shown(finding.code), finding.severity, colour=colour)} {shown(finding.message)}"
        for finding in report
    )
