"""The annotations in the cells of a WebAnno TSV file.

An annotation stands in the cells of every token that it covers. A number in brackets says
which cells are one annotation; without it, the cells of one row are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from regiontargets.documents import AttributeValue
from regiontargets.findings import Finding

from .escapes import number_of, split_cell, unescape_value
from .rows import Row, Table
from .schema import Layer
from .text import Text, Unit

NOTHING = "_"
"""The cell of a layer that has no annotation here."""

NO_VALUE = "*"
"""The cell of an annotation whose feature has no value."""

_NUMBER = re.compile(r"[0-9]{1,9}").fullmatch
_NUMBERS = re.compile(r"([0-9]{1,9})_([0-9]{1,9})").fullmatch
_PLACE = re.compile(r"(.*)->([0-9]{1,9}-[0-9]{1,9})", re.DOTALL).fullmatch


@dataclass(slots=True, eq=False)
class Annotation:
    """One annotation.

    Attributes:
        layer: its layer.
        row: the first row that it stands in.
        units: every unit that it covers, in order.
        values: its cells in the first row, one a column, without the numbers.
        number: what tells it from others: a number or, in a chain, CHAIN-PLACE; or "".
        ends: for a relation, the numbers of its source and target; "0" where there is none.
        identifier: its id in the document.
    """

    layer: Layer
    row: Row
    units: list[Unit]
    values: list[str]
    number: str = ""
    ends: tuple[str, str] = ("0", "0")
    identifier: str = ""

    @property
    def features(self) -> dict[str, AttributeValue]:
        """What its columns state, but for references."""
        return {
            column.feature: unescape_value(value)
            for column, value in zip(self.layer.columns, self.values, strict=True)
            if column.part in ("value", "link") and value not in (NOTHING, NO_VALUE)
        }


class Annotations:
    """Every annotation of a file.

    Attributes:
        spans: those of the span and chain layers, in the order in which they begin.
        relations: those of the relation layers, in the order of their targets.
        at: the annotations of a layer in a unit's row, by (layer's name, unit); no relations.
        first_at: the first annotation of any layer in a unit's row, but for relations.
        numbered: the annotation of a layer and number, by (layer's name, number); by ("", number)
            the first of any layer.
        units: the units by their names.
        findings: what could not be read.
    """

    def __init__(self, table: Table, text: Text) -> None:
        self.spans: list[Annotation] = []
        self.relations: list[Annotation] = []
        self.at: dict[tuple[str, str], list[Annotation]] = {}
        self.first_at: dict[str, Annotation] = {}
        self.numbered: dict[tuple[str, str], Annotation] = {}
        self.units: dict[str, Unit] = {}
        self.findings: list[Finding] = []
        self._table = table
        empty = [NOTHING] * sum(len(layer.columns) for layer in table.layers)
        for sentence, units in zip(table.sentences, text.units, strict=True):
            for row, unit in zip(sentence.rows, units, strict=True):
                if unit:
                    self.units.setdefault(row.unit, unit)
                    if row.cells != empty:
                        self._row(row, unit)

    def _row(self, row: Row, unit: Unit) -> None:
        for layer in self._table.layers:
            cells = row.cells[layer.first : layer.first + len(layer.columns)]
            if any(cell != NOTHING for cell in cells):
                stacks = [split_cell(cell, "|") for cell in cells]
                stacked = self.at.setdefault((layer.name, row.unit), [])
                for place in range(max(map(len, stacks))):
                    values = [stack[place] if place < len(stack) else NO_VALUE for stack in stacks]
                    annotation = self._annotation(layer, values, row, unit)
                    if layer.kind != "relation":
                        stacked.append(annotation)
                        self.first_at.setdefault(row.unit, annotation)

    def _annotation(self, layer: Layer, cells: Sequence[str], row: Row, unit: Unit) -> Annotation:
        values, number, ends = _without_numbers(layer, cells)
        known = self.numbered.get((layer.name, number)) if number else None
        if known:
            known.units.append(unit)
            if known.values != values:
                self._differs(known, row)
            return known
        annotation = Annotation(layer, row, [unit], values, number, ends)
        (self.relations if layer.kind == "relation" else self.spans).append(annotation)
        if number:
            self.numbered[layer.name, number] = annotation
            self.numbered.setdefault(("", number), annotation)
        return annotation

    def _differs(self, annotation: Annotation, row: Row) -> None:
        first = annotation.row.unit
        message = f"annotation {annotation.number} has other values here than in {first}"
        reason = "the first are kept"
        self.findings.append(
            self._table.finding("F042", "warning", message, row.start, row.unit, reason)
        )


def _without_numbers(layer: Layer, cells: Sequence[str]) -> tuple[list[str], str, tuple[str, str]]:
    """The values of an annotation; its number, if it has one; those of a relation's ends."""
    values: list[str] = []
    number, ends = "", ("0", "0")
    for column, cell in zip(layer.columns, cells, strict=True):
        value, inner = (cell, None) if column.part == "target" else number_of(cell)
        if column.part == "link" and (place := _PLACE(cell)):
            value, number = place.groups()
        elif column.part == "source" and inner and (both := _NUMBERS(inner)):
            ends = (both[1], both[2])
        elif not inner or not _NUMBER(inner):
            value = cell
        elif layer.kind == "span":
            number = number or inner
        values.append(value)
    return values, number, ends


def fragments_of(units: Sequence[Unit]) -> tuple[tuple[int, int], ...]:
    """The runs of text that an annotation covers.

    Two units are one run if nothing but the gap between two tokens lies between them.
    """
    found = [(units[0].start, units[0].end)]
    for before, unit in pairwise(units):
        start, end = found[-1]
        next_token = (
            unit.token == before.token + 1
            and before.end == before.token_end
            and unit.start == unit.token_start
        )
        if next_token or (unit.token == before.token and unit.start <= end):
            found[-1] = (min(start, unit.start), max(end, unit.end))
        else:
            found.append((unit.start, unit.end))
    return tuple(found)
