"""What the columns of a WebAnno TSV file say by themselves, comments aside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from regiontargets.documents import Link, Span
from regiontargets.findings import Finding

from ..layers import attributes_of, label_of
from .annotations import Annotations, fragments_of
from .kept import Kept, placed
from .links import Links
from .rows import Table
from .text import Text


@dataclass(frozen=True, slots=True)
class Natural:
    """Spans and links as the columns state them.

    Attributes:
        spans: in the order in which they begin.
        numbers: what the file calls each span that it can name, by its id: a number, the
            CHAIN-PLACE of an element, or `t` and its unit for a token.
        links: in the order of their rows.
        findings: what could not be read.
    """

    spans: tuple[Span, ...]
    numbers: dict[str, str]
    links: tuple[Link, ...]
    findings: tuple[Finding, ...]


def natural(table: Table, text: Text) -> Natural:
    """What the columns say.

    Ids are T1, T2 … for spans, R1 … for relations, E1 … for slots and C1 … for chains.
    """
    read = Annotations(table, text)
    spans: list[Span] = []
    numbers: dict[str, str] = {}
    for index, annotation in enumerate(read.spans, start=1):
        identifier = annotation.identifier = f"T{index}"
        layer, features = annotation.layer.name, annotation.features
        fragments = fragments_of(annotation.units)
        label, attributes = label_of(layer, features), attributes_of(layer, features)
        spans.append(Span(identifier, label, fragments, attributes))
        if annotation.number:
            numbers[identifier] = annotation.number
    links = Links(table, read)
    found = links.all()
    spans += links.tokens.values()
    numbers |= {unit: f"t{unit}" for unit in links.tokens}
    return Natural(tuple(spans), numbers, tuple(found), (*read.findings, *links.findings))


class Views:
    """The links that columns state, each of which may be the view of one that is kept.

    Args:
        links: those links.
    """

    def __init__(self, links: Iterable[Link]) -> None:
        self._free: dict[tuple[str, ...], dict[str, Link]] = {}
        self._links = list(links)
        for link in self._links:
            self._free.setdefault(_targets(link), {})[link.id] = link

    def claim(self, link: Link, view: str) -> str | None:
        """The id of the view of a link: the one of that id, else the first of the same spans."""
        same = self._free.get(_targets(link))
        if not same:
            return None
        identifier = view if view in same else next(iter(same))
        del same[identifier]
        return identifier

    def rest(self) -> list[Link]:
        """Those that nobody has claimed."""
        return [link for link in self._links if link.id in self._free[_targets(link)]]


def _targets(link: Link) -> tuple[str, ...]:
    return tuple(target for _, target in link.arguments)


def merged(said: Natural, kept: Kept) -> tuple[tuple[Span, ...], tuple[Link, ...]]:
    """What the columns say and what the comments know better."""
    if not kept.spans and not kept.links:
        return said.spans, said.links
    taken = {span.id for _, _, span in kept.spans} | {link.id for _, _, link in kept.links}
    spans, names = _merged_spans(said, kept, taken)
    views = Views(renamed(link, names) for link in said.links)
    for view, _, link in kept.links:
        views.claim(link, view)
    others = [replace(link, id=_unlike(link.id, taken)) for link in views.rest()]
    return spans, placed([(place, link) for _, place, link in kept.links], others)


def _merged_spans(
    said: Natural, kept: Kept, taken: set[str]
) -> tuple[tuple[Span, ...], dict[str, str]]:
    """The spans, and their ids by those that the columns give them."""
    records = {number: span for number, _, span in kept.spans}
    names: dict[str, str] = {}
    others: list[Span] = []
    for span in said.spans:
        record = records.get(said.numbers.get(span.id, ""))
        names[span.id] = record.id if record else _unlike(span.id, taken)
        if not record:
            others.append(replace(span, id=names[span.id]))
    return placed([(place, span) for _, place, span in kept.spans], others), names


def renamed(link: Link, names: Mapping[str, str]) -> Link:
    """The link with other ids in its arguments."""
    arguments = tuple((role, names.get(target, target)) for role, target in link.arguments)
    return replace(link, arguments=arguments)


def _unlike(identifier: str, taken: set[str]) -> str:
    """The id, or one like it that is not taken."""
    while identifier in taken:
        identifier += "'"
    return identifier
