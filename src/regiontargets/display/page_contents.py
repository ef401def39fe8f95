"""What a page about a dataset holds: which mark, row and finding go together."""

from __future__ import annotations

from dataclasses import dataclass, field

from regiontargets.findings import Finding
from regiontargets.model import Dataset, Quote, Record, Source

from .finding_places import by_path, key, records_by_place
from .marks import Mark
from .outcomes import Outcomes
from .source_marks import finding_marks, source_marks


@dataclass(slots=True)
class SourceContents:
    """A source with what was found in it.

    Attributes:
        source: the document.
        records: what it states, in the order of the dataset.
        quotes: what it quotes.
        marks: what its text is marked with; empty without a text.
        apart: records whose words do not stand in the text, so that they are shown apart.
    """

    source: Source
    records: list[Record] = field(default_factory=list[Record])
    quotes: list[Quote] = field(default_factory=list[Quote])
    marks: list[Mark] = field(default_factory=list[Mark])
    apart: list[Record] = field(default_factory=list[Record])


class PageContents:
    """A dataset and the findings about it, as a page needs them.

    Attributes:
        dataset: what the page shows.
        findings: all findings, numbered from 1.
        names: the short name of each record (T1, O2), by its id.
        languages: the language of each source, by its id.
        sources: each source with what was found in it.
        anchored: the records and findings that a mark in a text can be linked for.
        record_of: the record that a finding is about, by the finding's number.
        findings_of: the numbers of the findings about a record, by its id.
        outcomes: what tells how targets came out.
    """

    def __init__(self, dataset: Dataset, findings: tuple[Finding, ...]) -> None:
        self.dataset = dataset
        self.findings = findings
        self.names = {
            **{each.id: f"T{number}" for number, each in enumerate(dataset.targets, 1)},
            **{each.id: f"O{number}" for number, each in enumerate(dataset.observations, 1)},
        }
        self.languages = {each.id: each.language for each in dataset.sources}
        self._numbers = {id(finding): number for number, finding in enumerate(findings, 1)}
        self._by_path = by_path(findings)
        self.outcomes = Outcomes(dataset.observations)
        self.anchored: set[str] = set()
        self.record_of: dict[int, Record] = {}
        self.findings_of: dict[str, list[int]] = {}
        self._join_findings()
        self.sources = self._sources()
        for each in self.sources:
            self._mark(each)

    def _join_findings(self) -> None:
        if not self.findings:
            return
        places = records_by_place(self.dataset)
        for number, finding in enumerate(self.findings, 1):
            record = places.get(key(finding.place))
            if record is not None:
                self.record_of[number] = record
                self.findings_of.setdefault(record.id, []).append(number)

    def _sources(self) -> list[SourceContents]:
        found = {each.id: SourceContents(each) for each in self.dataset.sources}
        for record in self.dataset.records:
            words = record.evidence or record.mentions.amount
            if words is not None and words.source in found:
                found[words.source].records.append(record)
        for quote in self.dataset.quotes:
            if quote.evidence is not None and quote.evidence.source in found:
                found[quote.evidence.source].quotes.append(quote)
        return list(found.values())

    def _mark(self, contents: SourceContents) -> None:
        source = contents.source
        if source.text is not None:
            marks = source_marks(source, contents.records, contents.quotes, self._decorated)
            contents.marks += marks
            contents.marks += self._finding_marks(source)
        self.anchored |= {mark.anchor for mark in contents.marks if mark.anchor}
        contents.apart = [
            each for each in contents.records if f"at-{self.names[each.id]}" not in self.anchored
        ]
        self.anchored |= {f"at-{self.names[each.id]}" for each in contents.apart}

    def _decorated(self, record: Record) -> tuple[str, str]:
        name = self.names[record.id]
        badge = f'<a class="rt-badge" href="#{name}" title="to its row">{name}</a>'
        return f"at-{name}", badge

    def _finding_marks(self, source: Source) -> list[Mark]:
        marks: list[Mark] = []
        of_file = self._by_path.get(source.path, [])
        for finding, mark in finding_marks(self.dataset, source, of_file):
            number = self._numbers[id(finding)]
            name = f"at-F{number}"
            if name in self.anchored:
                continue
            badge = f'<a class="rt-badge rt-{finding.severity}" href="#F{number}">F{number}</a>'
            marks.append(Mark(mark.start, mark.end, mark.kind, mark.title, name, badge))
        return marks
