"""The relations, slots and chains of a WebAnno TSV file, as links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regiontargets.documents import Link, Span
from regiontargets.findings import Finding, Severity

from ..layers import ANY, LAYER, SPAN, TOKEN, attributes_of, label_of, short_name
from .annotations import NO_VALUE, NOTHING, Annotation, Annotations
from .escapes import number_of, split_cell, unescape_value
from .rows import Table

SLOT = "arguments"
"""The slot feature that this library writes for events."""

DEPENDENCY = "de.tudarmstadt.ukp.dkpro.core.api.syntax.type.dependency.Dependency"
"""A layer whose relations join tokens, whatever its header says."""

_REFERENCE = re.compile(r"[0-9]+-[0-9]+(?:\.[0-9]+)?(?:\[[0-9]+\])?").fullmatch


class Links:
    """Makes links of what refers to other annotations.

    Args:
        table: the file.
        read: its annotations, with their ids.

    Attributes:
        tokens: by unit, a span for each token that is joined but not itself annotated.
        findings: what could not be resolved.
    """

    def __init__(self, table: Table, read: Annotations) -> None:
        self.tokens: dict[str, Span] = {}
        self.findings: list[Finding] = []
        self._table = table
        self._read = read

    def all(self) -> list[Link]:
        """Every link, in the order of the rows they stand in."""
        placed = [*self._relations(), *self._slots(), *self._chains()]
        return [link for _, link in sorted(placed, key=lambda each: each[0])]

    def _relations(self) -> Iterator[tuple[int, Link]]:
        for number, relation in enumerate(self._read.relations, start=1):
            columns = zip(relation.layer.columns, relation.values, strict=True)
            to, unit = next(
                ((column.to, value) for column, value in columns if column.part == "source"),
                (ANY, ""),
            )
            source = self._reference(to, unit, relation.ends[0], relation)
            target = self._reference(to, relation.row.unit, relation.ends[1], relation)
            features = relation.features
            label = label_of(relation.layer.name, features)
            yield (
                relation.row.start,
                Link(
                    f"R{number}",
                    label,
                    (("source", source), ("target", target)),
                    attributes_of(relation.layer.name, features),
                ),
            )

    def _slots(self) -> Iterator[tuple[int, Link]]:
        number = 0
        for host in self._read.spans:
            for index, column in enumerate(host.layer.columns):
                if column.part == "role" and host.values[index] not in (NOTHING, NO_VALUE):
                    number += 1
                    yield host.row.start, self._slot(number, host, index)

    def _slot(self, number: int, host: Annotation, index: int) -> Link:
        column = host.layer.columns[index]
        after = host.layer.columns[index + 1 : index + 2]
        targets = split_cell(host.values[index + 1], ";") if after else []
        to = after[0].to if after else ANY
        roles = split_cell(host.values[index], ";")
        if len(roles) != len(targets):
            message = f"{column.feature} has {len(roles)} roles and {len(targets)} targets"
            self._report("F040", "error", message, host)
        arguments = [("trigger", host.identifier)]
        for role, target in zip(roles, targets, strict=False):
            unit, numbered = number_of(target)
            name = "" if role in (NO_VALUE, NOTHING) else unescape_value(role)
            arguments.append((name, self._reference(to, unit, numbered or "0", host)))
        basic = host.layer.name == SPAN and column.feature == SLOT
        attributes = {} if basic else {LAYER: host.layer.name}
        return Link(f"E{number}", column.feature, tuple(arguments), attributes)

    def _chains(self) -> Iterator[tuple[int, Link]]:
        chains: dict[tuple[str, str], list[tuple[int, Annotation]]] = {}
        for element in self._read.spans:
            if element.layer.kind == "chain":
                chain, _, place = element.number.partition("-")
                if place:
                    chains.setdefault((element.layer.name, chain), []).append((int(place), element))
                else:
                    message = "an element of a chain has no place in it"
                    self._report("F041", "error", message, element)
        for number, ((layer, _), elements) in enumerate(chains.items(), start=1):
            elements.sort(key=lambda each: each[0])
            members = tuple(("member", element.identifier) for _, element in elements)
            start = min(element.row.start for _, element in elements)
            label = short_name(layer).removesuffix("Link")
            yield start, Link(f"C{number}", label, members, {LAYER: layer})

    def _reference(self, to: str, unit: str, number: str, by: Annotation) -> str:
        """The id of the annotation of layer `to` that stands in a unit's row."""
        read = self._read
        if number != "0":
            found = read.numbered.get((to, number)) or read.numbered.get(("", number))
            if found:
                return found.identifier
            return self._missing(f"{unit}[{number}]", by)
        if stacked := read.at.get((to, unit)):
            return stacked[0].identifier
        if to == ANY and (first := read.first_at.get(unit)):
            return first.identifier
        if unit not in read.units:
            return self._missing(unit, by)
        if to not in (TOKEN, ANY) and by.layer.name != DEPENDENCY:
            message = f"no {short_name(to)} stands at {unit}; its token is taken"
            self._report("F039", "warning", message, by)
        return self._token(unit)

    def _missing(self, wanted: str, by: Annotation) -> str:
        if _REFERENCE(wanted):
            message = f"it refers to {wanted}, which is not there"
            self._report("F039", "error", message, by)
        else:
            message = f"{wanted[:60]!r} is no reference to a token"
            self._report("F041", "error", message, by)
        return wanted

    def _token(self, unit: str) -> str:
        """The id of a span for the token itself; its own name is free, as ids begin with T."""
        if unit not in self.tokens:
            at = self._read.units[unit]
            fragments = ((at.start, at.end),)
            self.tokens[unit] = Span(unit, short_name(TOKEN), fragments, {LAYER: TOKEN})
        return unit

    def _report(self, code: str, severity: Severity, message: str, by: Annotation) -> None:
        row = by.row
        reason = f"the annotation is a {short_name(by.layer.name)} at {row.unit}"
        self.findings.append(
            self._table.finding(code, severity, message, row.start, row.unit, reason)
        )
