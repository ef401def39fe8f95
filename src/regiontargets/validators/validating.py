"""From a dataset to the findings about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Protocol

from regiontargets.findings import Excerpt, Finding, Place, Severity
from regiontargets.model import Dataset, Record
from regiontargets.tables import Table

from .columns import DatasetFacts, FactTable
from .engine import EVERYTHING, Scope, run
from .excusing import Excuses
from .locating import Places, locate, quoted, words_of
from .problem import Problem
from .report import Report
from .screening import Screen, Sieve
from .selection import Selection
from .shapes import Rule
from .table_facts import Fields, TableFacts

_SHOWN = 200
"""Characters of an offending text that a finding keeps."""


class Rows(Fields, Places, Protocol):
    """A table whose rows are records: its fields as columns, and each record when asked for."""

    @property
    def records(self) -> Sequence[Record]:
        """The record of each row."""
        ...

    @property
    def findings(self) -> Sequence[Finding]:
        """What reading the table found."""
        ...

    @property
    def as_read(self) -> Table:
        """The cells, in the order of the file."""
        ...

    def sieve(self, checks: Screen) -> Sieve | None:
        """What tells rows that are surely right; None where the rows are too few for it."""
        ...

    def picked(self, rows: Sequence[int]) -> Rows:
        """Some of the rows, counted from zero as they were read."""
        ...


def validate_rows(
    rows: Rows,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severities: Mapping[str, Severity] | None = None,
    beside: Iterable[Finding] = (),
) -> Report:
    """Run the rules over a table; only rows in which something is wrong become records.

    Args:
        rows: the table.
        select: see `validate_dataset`.
        ignore: see `validate_dataset`.
        severities: see `validate_dataset`.
        beside: what was found of the table in other ways, to be selected and excused alike.

    Raises:
        UnknownRule: nothing begins with one of the codes.
    """
    selection = Selection(tuple(select), tuple(ignore), dict(severities or {}))
    closer, scope = _sifted(rows, selection.rules())
    found = _found(selection.rules(), TableFacts(closer), closer.records, closer, scope)
    wanted = selection.applied(_distinct([*_unexplained(closer.findings, found), *beside, *found]))
    left, count = Excuses.of_table(rows.as_read).applied(wanted, selection)
    return Report.of(left, records=len(rows.records), suppressed=count)


def _sifted(rows: Rows, rules: Sequence[Rule]) -> tuple[Rows, Scope]:
    """The rows to be looked at closely: of a large table those that are like no right one."""
    screen = Screen(rules)
    sieve = rows.sieve(screen)
    if sieve is None:
        return rows, EVERYTHING
    left, scope = screen.left(sieve.sifted())
    return rows.picked(left), scope


def validate_dataset(
    dataset: Dataset,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severities: Mapping[str, Severity] | None = None,
) -> Report:
    """Run the rules over a dataset; what loading already found is part of the report.

    Args:
        dataset: what to check.
        select: codes or beginnings of codes ("U003", "U") to look for; empty: all that are on
            by default.
        ignore: codes or beginnings of codes to leave out.
        severities: another severity for a code or beginning of codes.

    Raises:
        UnknownRule: nothing begins with one of the codes.

    >>> print(validate_dataset(Dataset()).summary)
    no findings in 0 records
    """
    selection = Selection(tuple(select), tuple(ignore), dict(severities or {}))
    found = _unknown(_findings(selection.rules(), dataset), dataset.findings)
    wanted = selection.applied(_distinct([*_unexplained(dataset.findings, found), *found]))
    left, count = Excuses.of_dataset(dataset).applied(wanted, selection)
    return Report.of(left, records=len(dataset.records), suppressed=count)


def reading_findings(dataset: Dataset) -> tuple[Finding, ...]:
    """What loading could not read, as findings: the part of the rules that loading runs."""
    return Report.of(_distinct(_findings(Selection().rules(reading=True), dataset))).findings


def _unexplained(read: Iterable[Finding], found: Iterable[Finding]) -> list[Finding]:
    """What reading found, but for cells of two units of which a rule says which one is wrong."""
    explained = {(each.place.path, each.place.row) for each in found if each.code in _OF_UNITS}
    return [
        each
        for each in read
        if each.code != "F148"
        or not each.message.startswith("the unit ")
        or (each.place.path, each.place.row) not in explained
    ]


_OF_UNITS = ("U002", "U003")


def _distinct(findings: list[Finding]) -> list[Finding]:
    """Each once: what several records refer to is wrong in one place.

    Of a row that holds several records, what is wrong with all of them is told once.
    """
    seen: set[Hashable] = set()
    kept: list[Finding] = []
    for finding in findings:
        place = finding.place
        row = None if place.row is None else (finding.code, place)
        if (place.line is None and row is None) or (row or finding) not in seen:
            kept.append(finding)
            seen.add(row or finding)
    return kept


def _unknown(found: Iterable[Finding], known: Iterable[Finding]) -> list[Finding]:
    """What loading did not find already.

    A saved dataset knows the places in the files that it was made of, a new run those in the
    file that it was saved in: what loading found elsewhere stands for one of the same words.
    """
    found, known = list(found), list(known)
    here = {(finding.place.path, *_words(finding)) for finding in known}
    anew = {(finding.place.path, *_words(finding)) for finding in found}
    left = Counter(_words(each) for each in known if (each.place.path, *_words(each)) not in anew)
    kept: list[Finding] = []
    for finding in found:
        words = _words(finding)
        if (finding.place.path, *words) in here:
            continue
        if left[words] > 0:
            left[words] -= 1
        else:
            kept.append(finding)
    return kept


def _words(finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.text, finding.message


def _findings(rules: Iterable[Rule], dataset: Dataset) -> list[Finding]:
    table = DatasetFacts(dataset)
    return _found(rules, table, table.records, dataset)


def _found(
    rules: Iterable[Rule],
    table: FactTable,
    records: Sequence[Record],
    places: Places,
    scope: Scope = EVERYTHING,
) -> list[Finding]:
    found = [
        (problem.field, _finding(places, records, rule, row, problem))
        for rule, row, problem in run(rules, table, scope)
    ]
    # In a table a baseline shares the cell of the unit with its amount: that is told once.
    told = {(each.code, each.place.row) for field, each in found if field == "amount"}
    return [
        each
        for field, each in found
        if field != "baseline" or each.place.row is None or (each.code, each.place.row) not in told
    ]


def _finding(
    dataset: Places, records: Sequence[Record], rule: Rule, row: int, problem: Problem
) -> Finding:
    record = records[row]  # once: a table makes it when it is asked for
    place, excerpt = locate(dataset, record, problem)
    reason = problem.reason
    if problem.other is not None:
        other = records[problem.other]
        reason = f"{reason} ({other.id}, {dataset.locate(other, None)[0]})"
    return Finding(
        rule.code,
        problem.message,
        problem.severity or rule.severity,
        place,
        _shortened(_text(record, problem, place, excerpt)),
        reason,
        problem.suggestion,
        problem.fix,
        excerpt,
        quoted(dataset, record, problem, place),
    )


def _text(record: Record, problem: Problem, place: Place, excerpt: Excerpt | None) -> str:
    """The offending text: the cell of a part of the amount, else the words that are wrong."""
    if problem.part is not None and place.field is not None and excerpt is not None:
        return excerpt.text
    return problem.text or words_of(record, problem) or _cell(place, excerpt)


def _cell(place: Place, excerpt: Excerpt | None) -> str:
    """What the cell of a table says; a line of a text is no offending text."""
    return "" if place.field is None or excerpt is None else excerpt.text


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
