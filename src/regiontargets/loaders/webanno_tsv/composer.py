"""The lines of a WebAnno TSV file that shows a view of a document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from regiontargets.documents import Utf16Offsets

from ..layers import ANY, TOKEN
from .annotations import NO_VALUE, NOTHING
from .escapes import escape_text, escape_value
from .rows import FORMAT, SENTENCE_ID, TEXT
from .schema import Column, Kind, Layer, Part, header_line
from .source import Passage
from .view import Cell, Shown, View

VERSION = "WebAnno TSV 3.3"
_KINDS: tuple[Kind, ...] = ("span", "chain", "relation")
_TO_BLANKS = str.maketrans("\t\n\r", "   ")


class Composer:
    """Writes the table.

    Args:
        text: the document's text.
        passages: its sentences and tokens.
        view: what is shown.
        layers: the layers to begin with.

    Attributes:
        units: the names of the cells that have a row.
    """

    def __init__(
        self, text: str, passages: Sequence[Passage], view: View, layers: Sequence[Layer]
    ) -> None:
        self._text = text
        self._passages = passages
        self._view = view
        shown = [each for each in view.spans.values() if each.layer != TOKEN]
        self._layers = _layers(layers, [*shown, *view.relations])
        self._stacks: dict[Cell, dict[str, list[Shown]]] = {}
        for each in [*shown, *view.relations]:
            for cell in each.cells:
                self._stacks.setdefault(cell, {}).setdefault(each.layer, []).append(each)
        self._parts: dict[int, list[Cell]] = {}
        self.units = dict(self._named_units())
        self._offsets = Utf16Offsets(text)
        self._nothing = f"{NOTHING}\t" * sum(len(layer.columns) for layer in self._layers)
        for each in view.spans.values():
            if each.layer == TOKEN:
                each.number = f"t{self.units[each.cells[0]]}"

    def ambiguous(self) -> set[str]:
        """The numbers without which the columns could be misread."""
        found: set[str] = set()
        for stack in self._stacks.values():
            for layer in stack.values():
                found |= {each.number for each in layer if len(layer) > 1}
        for each in self._view.spans.values():
            if len(each.cells) > 1:
                found.add(each.number)
            found |= {to.number for slot in each.slots.values() for _, to in slot}
        for each in self._view.relations:
            found |= {end.number for end in each.ends or ()}
        return found - {""}

    def all_numbers(self) -> set[str]:
        """The number of everything that is shown."""
        return {each.number for each in self._view.spans.values()}

    def lines(self, numbered: Collection[str], comments: Sequence[str]) -> Iterator[str]:
        """The lines of the file.

        Args:
            numbered: the numbers to be written.
            comments: lines to be put before the first sentence.
        """
        yield f"{FORMAT}{VERSION}"
        yield from map(header_line, self._layers)
        if not self._passages:
            yield from comments
        yield ""
        token = 0
        for number, passage in enumerate(self._passages, start=1):
            yield ""
            yield from comments if number == 1 else ()
            yield from passage.comments
            if passage.identifier:
                yield SENTENCE_ID + escape_text(passage.identifier)
            for line in self._text[passage.start : passage.end].split("\n"):
                yield TEXT + escape_text(line)
            for start, end in passage.tokens:
                yield from self._rows(Cell(token, start, end), numbered)
                token += 1

    def _named_units(self) -> Iterator[tuple[Cell, str]]:
        for cell in self._stacks:
            self._parts.setdefault(cell.token, []).append(cell)
        token = 0
        for sentence, passage in enumerate(self._passages, start=1):
            for place, (start, end) in enumerate(passage.tokens, start=1):
                whole, unit = Cell(token, start, end), f"{sentence}-{place}"
                yield whole, unit
                parts = [cell for cell in self._parts.get(token, ()) if cell != whole]
                self._parts[token] = sorted(parts, key=lambda cell: (cell.start, -cell.end))
                for part, cell in enumerate(self._parts[token], start=1):
                    yield cell, f"{unit}.{part}"
                token += 1

    def _rows(self, whole: Cell, numbered: Collection[str]) -> Iterator[str]:
        yield self._row(whole, numbered)
        for cell in self._parts.get(whole.token, ()):
            yield self._row(cell, numbered)

    def _row(self, cell: Cell, numbered: Collection[str]) -> str:
        token = self._text[cell.start : cell.end].translate(_TO_BLANKS)
        begin, end = self._offsets.to_utf16(cell.start), self._offsets.to_utf16(cell.end)
        stacks = self._stacks.get(cell)
        values = self._values(stacks, numbered) if stacks else self._nothing
        return f"{self.units[cell]}\t{begin}-{end}\t{token}\t{values}"

    def _values(self, stacks: Mapping[str, list[Shown]], numbered: Collection[str]) -> str:
        """The cells of a row; INCEpTION ends them with a tab."""
        cells: list[str] = []
        for layer in self._layers:
            stack = stacks.get(layer.name)
            if stack is None:
                cells += [NOTHING] * len(layer.columns)
            else:
                cells += (
                    "|".join(self._value(layer, column, each, numbered) for each in stack)
                    for column in layer.columns
                )
        return "\t".join([*cells, ""])

    def _value(self, layer: Layer, column: Column, shown: Shown, numbered: Collection[str]) -> str:
        """What a column says of an annotation."""
        feature = shown.features.get(column.feature)
        value = NO_VALUE if feature is None else escape_value(feature)
        suffix = f"[{shown.number}]" if shown.number in numbered else ""
        if column.part == "link":
            return f"{value}->{shown.number}"
        if layer.kind == "chain":
            return f"{value}[{shown.number.partition('-')[0]}]"
        if column.part == "source":
            return self._ends(shown, numbered)
        slot = shown.slots.get(column.feature, [])
        if column.part == "role":
            return (
                ";".join(escape_value(role) or NO_VALUE for role, _ in slot) or NOTHING
            ) + suffix
        if column.part == "target":
            return ";".join(self._reference(to, numbered) for _, to in slot) or NO_VALUE
        return value + suffix

    def _reference(self, shown: Shown, numbered: Collection[str]) -> str:
        unit = self.units[shown.cells[0]]
        named = shown.number in numbered and _numbered(shown)
        return f"{unit}[{shown.number}]" if named else unit

    def _ends(self, relation: Shown, numbered: Collection[str]) -> str:
        if not relation.ends:
            return NO_VALUE
        source, target = relation.ends
        numbers = [
            end.number if end.number in numbered and _numbered(end) else "0"
            for end in (source, target)
        ]
        both = "" if numbers == ["0", "0"] else f"[{'_'.join(numbers)}]"
        return self.units[source.cells[0]] + both


def _numbered(shown: Shown) -> bool:
    """Whether a number in brackets can tell it from others."""
    return shown.kind == "span" and shown.layer != TOKEN


def _layers(declared: Sequence[Layer], shown: Iterable[Shown]) -> list[Layer]:
    """The layers to be written: those declared before and what else is shown, by kind."""
    kinds = {each.name: each.kind for each in declared}
    columns: dict[str, dict[tuple[Part, str], Column]] = {
        each.name: {(column.part, column.feature): column for column in each.columns}
        for each in declared
    }
    ends: dict[str, set[str]] = {}
    for each in shown:
        kinds.setdefault(each.layer, each.kind)
        held = columns.setdefault(each.layer, {})
        for column in _columns(each):
            held.setdefault((column.part, column.feature), column)
        ends.setdefault(each.layer, set()).update(end.layer for end in each.ends or ())
    layers: list[Layer] = []
    for kind in _KINDS:
        for name in (name for name, each in kinds.items() if each == kind):
            first = layers[-1].first + len(layers[-1].columns) if layers else 0
            layers.append(Layer(kind, name, _ordered(kind, columns[name], ends.get(name)), first))
    return layers


def _columns(shown: Shown) -> Iterator[Column]:
    if shown.kind == "chain":
        yield Column("value", "referenceType")
        yield Column("link", "referenceRelation")
    for feature in shown.features:
        if shown.kind != "chain" or feature != "referenceRelation":
            yield Column("value", feature)
    for feature in shown.slots:
        yield Column("role", feature)
        yield Column("target", feature, ANY)


def _ordered(
    kind: Kind, columns: Mapping[tuple[Part, str], Column], ends: Collection[str] | None
) -> tuple[Column, ...]:
    """The columns of a layer: a relation's source comes last, and there is at least one."""
    found = [column for column in columns.values() if column.part not in ("nothing", "source")]
    if kind == "relation":
        common = next(iter(ends)) if ends and len(ends) == 1 else ANY
        common = TOKEN if ends and TOKEN in ends else common
        found.append(columns.get(("source", ""), Column("source", to=common)))
    return tuple(found) or (Column("nothing"),)
