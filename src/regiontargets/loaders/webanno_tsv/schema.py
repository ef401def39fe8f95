"""The layers and columns that a WebAnno TSV file declares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["span", "relation", "chain"]
Part: TypeAlias = Literal["value", "nothing", "role", "target", "source", "link"]
"""What a column holds: a feature's value, nothing (a layer without features), the roles or
the targets of a slot, the source of a relation, or the place of an element in its chain."""

PREFIXES: dict[str, Kind] = {"#T_SP=": "span", "#T_CH=": "chain", "#T_RL=": "relation"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds, of which feature, and the layer its references go to."""

    part: Part
    feature: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer, with its columns; `first` is the index of the first of them in a row."""

    kind: Kind
    name: str
    columns: tuple[Column, ...]
    first: int


def layer_from(line: str, first: int) -> Layer | None:
    """The layer that a header line declares; None if it names none.

    >>> layer_from("#T_RL=custom.Relation|label|BT_custom.Span", 1)
    ... # doctest: +NORMALIZE_WHITESPACE
    Layer(kind='relation', name='custom.Relation',
          columns=(Column(part='value', feature='label', to=''),
                   Column(part='source', feature='', to='custom.Span')), first=1)
    """
    kind = PREFIXES[line[:6]]
    name, *declared = (field.strip() for field in line[6:].split("|"))
    if not name:
        return None
    columns: list[Column] = []
    for field in filter(None, declared):
        columns.append(_column(kind, name, field, columns[-1] if columns else None))
    return Layer(kind, name, tuple(columns) or (Column("nothing"),), first)


def _column(kind: Kind, layer: str, field: str, before: Column | None) -> Column:
    if kind == "span" and field.startswith("ROLE_"):
        return Column("role", _slot(layer, field))
    if kind == "span" and before and before.part == "role":
        return Column("target", before.feature, field)
    if kind == "relation" and field.startswith("BT_"):
        return Column("source", to=field[3:])
    if kind == "chain" and field == "referenceRelation":
        return Column("link", field)
    return Column("value", field)


def _slot(layer: str, field: str) -> str:
    """The feature in `ROLE_<layer>:<feature>_<type of the links>`; both may hold underscores."""
    rest = field[len("ROLE_") :].partition(":")[2]
    package = layer.rpartition(".")[0]
    end = rest.find(f"_{package}.") if package else -1
    return rest[:end] if end > 0 else rest.partition("_")[0]


def header_line(layer: Layer) -> str:
    """The line that declares the layer: what `layer_from` reads."""
    prefix = next(prefix for prefix, kind in PREFIXES.items() if kind == layer.kind)
    return prefix + "|".join([layer.name, *(_declared(layer, column) for column in layer.columns)])


def _declared(layer: Layer, column: Column) -> str:
    if column.part == "role":
        feature = column.feature
        link = f"{layer.name}{feature[:1].upper()}{feature[1:]}Link"
        return f"ROLE_{layer.name}:{feature}_{link}"
    if column.part == "source":
        return f"BT_{column.to}"
    return column.to if column.part == "target" else column.feature
