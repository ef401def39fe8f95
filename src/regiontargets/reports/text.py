"""As the best compilers print it: the line, the span underlined, why, and what to do."""

from __future__ import annotations

from regiontargets.findings import Excerpt, Finding, Place, Related
from regiontargets.validators import Report

from .cells import shown, width
from .palette import Ink, paint

NAME = "text"
TITLE = "for people: the line, the span underlined, the reason and what to do"


def render(report: Report, *, colour: bool = False) -> str:
    """The report as text; the last line sums it up.

    >>> from regiontargets.findings import Finding
    >>> print(render(Report.of([Finding("U006", "number without a unit", reason="5 of what?")])))
    error[U006]: number without a unit
     --> <input>
      = why: 5 of what?
    <BLANKLINE>
    1 error
    """
    blocks = [finding_text(finding, colour=colour) for finding in report]
    worst: Ink = "error" if report.errors else "warning" if report.warnings else "strong"
    return "\n\n".join([*blocks, paint(str(report.summary), worst, colour=colour)])


def finding_text(finding: Finding, *, colour: bool = False) -> str:
    """One finding."""
    head = paint(f"{finding.severity}[{shown(finding.code)}]", finding.severity, colour=colour)
    message = paint(f": {shown(finding.message)}", "strong", colour=colour)
    margin = " " * len(_number(finding.place))
    lines = [head + message, _arrow(finding.place, margin, colour=colour)]
    if finding.excerpt is not None:
        lines += _excerpt(finding, finding.excerpt, margin, colour=colour)
    if finding.related is not None:
        lines += _related(finding.related, margin, colour=colour)
    for label, words in (("why", finding.reason), ("help", _help(finding))):
        if words:
            sign = paint(f"{margin} =", "gutter", colour=colour)
            lines.append(f"{sign} {paint(label, 'strong', colour=colour)}: {shown(words)}")
    return "\n".join(lines)


def _arrow(place: Place, margin: str, *, colour: bool) -> str:
    return f"{paint(f'{margin}-->', 'gutter', colour=colour)} {shown(str(place))}"


def _number(place: Place) -> str:
    number = place.line if place.line is not None else place.row
    return " " if number is None else str(number)


def _excerpt(finding: Finding, excerpt: Excerpt, margin: str, *, colour: bool) -> list[str]:
    line, indent, length = _underlining(finding.place, excerpt)
    bar = paint(f"{margin} |", "gutter", colour=colour)
    number = paint(f"{_number(finding.place)} |", "gutter", colour=colour)
    carets = "^" * length + _goes_on(finding.place)
    return [
        bar,
        f"{number} {line}",
        f"{bar} {indent}{paint(carets, finding.severity, colour=colour)}",
    ]


def _related(related: Related, margin: str, *, colour: bool) -> list[str]:
    line, indent, length = _underlining(related.place, related.excerpt)
    bar = paint(f"{margin} |", "gutter", colour=colour)
    where = related.place.field or str(related.place)
    return [
        paint(f"{margin} ::: ", "gutter", colour=colour) + shown(where),
        f"{bar} {line}",
        f"{bar} {indent}{paint('-' * length, 'strong', colour=colour)} {shown(related.message)}",
    ]


def _underlining(place: Place, excerpt: Excerpt) -> tuple[str, str, int]:
    """A line as it is shown, the space below it up to the words, and how wide these are."""
    left, right = beside(excerpt)
    start, end = underlined(place, excerpt)
    indent = " " * (width(left) + width(excerpt.text[:start]))
    line = f"{shown(left)}{shown(excerpt.text)}{shown(right)}"
    return line, indent, max(1, width(excerpt.text[start:end]))


def beside(excerpt: Excerpt) -> tuple[str, str]:
    """What stands to the left and right of an excerpt: that the line goes on, or the row's cells.

    >>> beside(Excerpt("5.5", cells_before=("江苏", "GDP增长"), cells_after=("%",)))
    ('江苏 │ GDP增长 │ ', ' │ %')
    """
    left = "".join(f"{each} │ " for each in excerpt.cells_before)
    right = "".join(f" │ {each}" for each in excerpt.cells_after)
    return left + "…" * excerpt.before, "…" * excerpt.after + right


def underlined(place: Place, excerpt: Excerpt) -> tuple[int, int]:
    """The part of the excerpt that is underlined, as offsets in its text."""
    length = len(excerpt.text)
    if place.column is None:
        return 0, length
    start = min(max(0, place.column - excerpt.column), length)
    if place.end_line not in (None, place.line):
        return start, length
    end_column = place.column + 1 if place.end_column is None else place.end_column
    return start, min(max(start, end_column - excerpt.column), length)


def _goes_on(place: Place) -> str:
    if place.line is None or place.end_line is None or place.end_line <= place.line:
        return ""
    return f" … to line {place.end_line}"


def _help(finding: Finding) -> str:
    if finding.fix is None or finding.suggestion:
        return finding.suggestion
    return f"{finding.fix.description}: {finding.fix.replacement}"
