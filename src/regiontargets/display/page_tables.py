"""The tables of a page: targets beside outcomes, observations, findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from regiontargets.findings import Finding
from regiontargets.model import Record, Target, Verdict

from .markup import escaped, lang, shortened
from .outcomes import Outcome
from .page_contents import PageContents
from .readings import amount_words, metric_words, region_words, stated_words, when_words

_SIGNS: dict[Verdict, str] = {
    "met": "✓ met",
    "missed": "✗ missed",
    "undetermined": "? undetermined",
    "not_comparable": "not comparable",
}
_QUOTED = 120


def target_rows(contents: PageContents) -> Iterator[str]:
    """One row a target."""
    targets = contents.dataset.targets
    ranks = _ranks(targets)
    for target in targets:
        yield _row(contents, target, ranks[target.id], _outcomes(contents, target))


def observation_rows(contents: PageContents) -> Iterator[str]:
    """One row an observation."""
    observations = contents.dataset.observations
    ranks = _ranks(observations)
    for each in observations:
        yield _row(contents, each, ranks[each.id], None)


def finding_items(contents: PageContents) -> Iterator[str]:
    """One list item a finding, linked to its place and its record."""
    for number, finding in enumerate(contents.findings, 1):
        links = list(_finding_links(contents, number))
        place = escaped(str(finding.place))
        linked = f' <span class="rt-links">{" ".join(links)}</span>' if links else ""
        yield (
            f'<li id="F{number}"><p><strong class="rt-{finding.severity}">F{number} '
            f"{finding.severity} {escaped(finding.code)}</strong> {escaped(finding.message)}"
            f'{linked}</p><p class="rt-faint">{place}</p>{_said(finding)}</li>'
        )


def _finding_links(contents: PageContents, number: int) -> Iterator[str]:
    if f"at-F{number}" in contents.anchored:
        yield f'<a href="#at-F{number}">in the text</a>'
    record = contents.record_of.get(number)
    if record is not None:
        name = contents.names[record.id]
        yield f'<a href="#{name}">{name}</a>'


def _said(finding: Finding) -> str:
    words = (("why", finding.reason), ("help", finding.suggestion))
    return "".join(f"<p><b>{name}</b> {escaped(said)}</p>" for name, said in words if said)


def _row(
    contents: PageContents, record: Record, ranks: tuple[int, int], outcomes: str | None
) -> str:
    name = contents.names[record.id]
    source = record.evidence.source if record.evidence else ""
    stated = escaped(shortened(stated_words(record), _QUOTED))
    cells = [
        f'<th scope="row" data-label="No.">{name}</th>',
        f'<td data-label="Region">{escaped(shortened(region_words(record)))}</td>',
        f'<td data-label="Metric">{escaped(shortened(metric_words(record)))}</td>',
        f'<td data-label="Amount" data-rank="{ranks[0]}">{_amount(contents, record)}</td>',
        f'<td data-label="When" data-rank="{ranks[1]}">{escaped(when_words(record))}</td>',
        "" if outcomes is None else f'<td data-label="Outcome">{outcomes}</td>',
        f'<td data-label="Stated as"{_language(contents, source)}>'
        + (f"<q>{stated}</q></td>" if stated else "</td>"),
        f'<td data-label="Findings">{_findings(contents, record)}</td>',
    ]
    return f'<tr id="{name}">{"".join(cells)}</tr>'


def _amount(contents: PageContents, record: Record) -> str:
    name = f"at-{contents.names[record.id]}"
    words = escaped(shortened(amount_words(record)))
    return f'<a href="#{name}">{words}</a>' if name in contents.anchored else words


def _outcomes(contents: PageContents, target: Target) -> str:
    return "<br>".join(_outcome(contents, each) for each in contents.outcomes.of(target))


def _outcome(contents: PageContents, outcome: Outcome) -> str:
    observation, verdict = outcome
    return (
        f"{_amount(contents, observation)}, {escaped(when_words(observation))} "
        f'<span class="rt-{verdict}">{_SIGNS[verdict]}</span>'
    )


def _findings(contents: PageContents, record: Record) -> str:
    links: list[str] = []
    for number in contents.findings_of.get(record.id, []):
        finding = contents.findings[number - 1]
        links.append(
            f'<a class="rt-{finding.severity}" href="#F{number}" '
            f'title="{escaped(shortened(finding.message))}">{escaped(finding.code)}</a>'
        )
    return " ".join(links)


def _language(contents: PageContents, source: str) -> str:
    return lang(contents.languages.get(source))


def _ranks(records: Sequence[Record]) -> dict[str, tuple[int, int]]:
    """The place of each record when sorted by its amount (a unit at a time) and by its period."""
    by_amount = _places(sorted(records, key=_amount_key))
    by_period = _places(sorted(records, key=_period_key))
    return {each.id: (by_amount[each.id], by_period[each.id]) for each in records}


def _places(ordered: Iterable[Record]) -> dict[str, int]:
    return {each.id: place for place, each in enumerate(ordered)}


def _amount_key(record: Record) -> tuple[bool, str, Decimal | Fraction]:
    amount = record.amount
    return (True, "", Decimal()) if amount is None else (False, amount.unit or "", amount.value)


def _period_key(record: Record) -> tuple[bool, str]:
    return (True, "") if record.period is None else (False, record.period.end.isoformat())
