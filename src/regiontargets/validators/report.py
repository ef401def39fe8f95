"""What validating found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from regiontargets.findings import Finding

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Summary:
    """How many findings there are.

    Attributes:
        errors: how many are errors.
        warnings: how many are warnings.
        notes: how many are notes.
        codes: how many of each code, by code.
        records: how many records were checked; None if that is not known.
        suppressed: how many more findings the files themselves excuse.

    >>> print(Summary(errors=1, warnings=2, records=18))
    1 error and 2 warnings in 18 records
    """

    errors: int = 0
    warnings: int = 0
    notes: int = 0
    codes: tuple[tuple[str, int], ...] = ()
    records: int | None = None
    suppressed: int = 0

    def __str__(self) -> str:
        counts = ((self.errors, "error"), (self.warnings, "warning"), (self.notes, "note"))
        parts = [_counted(count, noun) for count, noun in counts if count]
        found = " and ".join([", ".join(parts[:-1]), parts[-1]] if parts[1:] else parts)
        where = "" if self.records is None else f" in {_counted(self.records, 'record')}"
        excused = f", {self.suppressed:,} suppressed" if self.suppressed else ""
        return f"{found or 'no findings'}{where}{excused}"


@dataclass(frozen=True)
class Report:
    """Every finding about a dataset, by file and place.

    It iterates over its findings and has their number as its length; whether the data is
    without errors is `ok`.

    Attributes:
        findings: sorted by path, line, column, row and code.
        records: how many records were checked; None if that is not known.
        suppressed: how many more findings the files themselves excuse.

    >>> report = Report.of([Finding("U006", "number without a unit")], records=3)
    >>> report.ok, len(report), str(report.summary)
    (False, 1, '1 error in 3 records')
    """

    findings: tuple[Finding, ...] = ()
    records: int | None = None
    suppressed: int = 0

    @classmethod
    def of(
        cls, findings: Iterable[Finding], *, records: int | None = None, suppressed: int = 0
    ) -> Report:
        """The report of findings in any order."""
        return cls(tuple(sorted(findings, key=_position)), records, suppressed)

    @property
    def ok(self) -> bool:
        """Whether there are no errors; warnings and notes may be."""
        return not self.errors

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that are errors."""
        return self._of_severity("error")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that are warnings."""
        return self._of_severity("warning")

    @property
    def notes(self) -> tuple[Finding, ...]:
        """The findings that are notes."""
        return self._of_severity("note")

    @cached_property
    def summary(self) -> Summary:
        """How many findings there are, by severity and by code."""
        severities = Counter(finding.severity for finding in self.findings)
        codes = Counter(finding.code for finding in self.findings)
        return Summary(
            severities["error"],
            severities["warning"],
            severities["note"],
            tuple(sorted(codes.items())),
            self.records,
            self.suppressed,
        )

    def to_json(self) -> str:
        """The report as JSON, in the schema that `regiontargets validate --format json` prints."""
        return self._rendered("json")

    def to_pandas(self) -> pd.DataFrame:
        """One row a finding, with the columns of the JSON report.

        Raises:
            MissingExtra: pandas is not installed.
        """
        from regiontargets.reports.frame import pandas_frame  # deferred: stands above validators

        return pandas_frame(self)

    def _repr_html_(self) -> str:
        from regiontargets.reports.html import fragment  # deferred: stands above validators

        return fragment(self)

    def _rendered(self, form: str) -> str:
        # Deferred: reports stand above validators; whoever has a Report looks for them here.
        from regiontargets.reports import render

        return render(self, form)

    def _of_severity(self, severity: str) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity == severity)

    def __len__(self) -> int:
        return len(self.findings)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __str__(self) -> str:
        return self._rendered("text")


def _position(finding: Finding) -> tuple[str, int, int, int, str, str]:
    place = finding.place
    where = place.path or "", place.line or 0, place.column or 0, place.row or 0
    return (*where, finding.code, finding.message)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
