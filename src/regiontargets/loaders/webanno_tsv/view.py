"""What of a document WebAnno TSV can show in its columns.

Nothing here needs to be complete: what the columns do not say exactly goes into comments.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from regiontargets.documents import AnnotatedDocument, AttributeValue, Link, Span

from ..layers import LAYER, RELATION, SPAN, TOKEN, features_of
from .links import SLOT
from .schema import Kind, Layer
from .source import Passage

_NAME = re.compile(r"[^\W\d]\w*").fullmatch
_TYPE = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*").fullmatch


class Cell(NamedTuple):
    """A token, or a part of one: its number among all tokens, and its range."""

    token: int
    start: int
    end: int


@dataclass(slots=True, eq=False)
class Shown:
    """A span, relation or chain element that columns show.

    Attributes:
        kind, layer: where.
        features: what its value columns say, as text.
        cells: the tokens and parts of tokens that it covers; a relation stands at its target.
        number: what tells it from others: a number or, in a chain, CHAIN-PLACE.
        slots: (role, target) by slot feature.
        ends: for a relation, its source and target.
    """

    kind: Kind
    layer: str
    features: dict[str, str]
    cells: list[Cell]
    number: str = ""
    slots: dict[str, list[tuple[str, Shown]]] = field(
        default_factory=lambda: dict[str, list[tuple[str, Shown]]]()
    )
    ends: tuple[Shown, Shown] | None = None


class View:
    """The columns' share of a document.

    Args:
        document: the document.
        passages: its sentences and tokens.
        layers: the layers to begin with, as a file declared them.
        links: whether links are shown at all.

    Attributes:
        spans: what spans are shown as, by their id.
        relations: what links are shown as, but for slots and chains.
        unseen: the spans and links that no column shows.
    """

    def __init__(
        self,
        document: AnnotatedDocument,
        passages: Sequence[Passage],
        layers: Sequence[Layer],
        *,
        links: bool = True,
    ) -> None:
        self.spans: dict[str, Shown] = {}
        self.relations: list[Shown] = []
        self.unseen: list[Span | Link] = []
        self._tokens = [token for passage in passages for token in passage.tokens]
        self._starts = [start for start, _ in self._tokens]
        self._ends = [end for _, end in self._tokens]
        self._kinds: dict[str, Kind] = {layer.name: layer.kind for layer in layers}
        chains, chained = self._chains(document) if links else ({}, set[str]())
        for number, span in enumerate(document.spans, start=1):
            if not self._span(span, str(number), chains):
                self.unseen.append(span)
        for link in document.links:
            shown = links and (link.id in chained or self._relation(link) or self._slot(link))
            if not shown:
                self.unseen.append(link)

    def _chains(self, document: AnnotatedDocument) -> tuple[dict[str, str], set[str]]:
        """CHAIN-PLACE by the id of an element, and the ids of the links that are chains."""
        layers = {span.id: span.attributes.get(LAYER) for span in document.spans}
        places: dict[str, str] = {}
        chained: set[str] = set()
        for link in document.links:
            layer = link.attributes.get(LAYER)
            members = [target for role, target in link.arguments if role == "member"]
            if (
                isinstance(layer, str)
                and _TYPE(layer)
                and len(set(members)) == len(members) == len(link.arguments) > 0
                and all(layers.get(each) == layer and each not in places for each in members)
                and self._kinds.setdefault(layer, "chain") == "chain"
            ):
                chained.add(link.id)
                chain = len(chained)
                places |= {each: f"{chain}-{at}" for at, each in enumerate(members, start=1)}
        return places, chained

    def _span(self, span: Span, number: str, chains: Mapping[str, str]) -> bool:
        layer, features = features_of(SPAN, span.label, span.attributes)
        if not _TYPE(layer):
            layer, features = SPAN, {"label": span.label, **span.attributes}
        kind = self._kinds.setdefault(layer, "span")
        cells = [cell for start, end in span.fragments for cell in self._cells(start, end)]
        number = chains.get(span.id, "") if kind == "chain" else number
        whole = [(cell.start, cell.end) for cell in cells] == [
            self._tokens[cell.token] for cell in cells[:1]
        ]
        if not cells or not number or kind == "relation" or (layer == TOKEN and not whole):
            return False
        self.spans[span.id] = Shown(kind, layer, _shown(features), cells, number)
        return True

    def _cells(self, start: int, end: int) -> Iterator[Cell]:
        """The cells of a fragment; of an empty one, a cell in the token that it touches."""
        first = bisect_left(self._ends, start) if start == end else bisect_right(self._ends, start)
        for token in range(first, len(self._tokens)):
            token_start, token_end = self._tokens[token]
            if token_start > end or (token_start == end and start < end):
                break
            yield Cell(token, max(start, token_start), min(end, token_end))
            if start == end:
                break

    def _relation(self, link: Link) -> bool:
        ends = [self.spans.get(target) for _, target in link.arguments]
        layer, features = features_of(RELATION, link.label, link.attributes)
        if len(ends) != 2 or not ends[0] or not ends[1]:
            return False
        if not _TYPE(layer) or self._kinds.setdefault(layer, "relation") != "relation":
            layer, features = RELATION, {"label": link.label}
        both = (ends[0], ends[1])
        self.relations.append(
            Shown("relation", layer, _shown(features), ends[1].cells[:1], ends=both)
        )
        return True

    def _slot(self, link: Link) -> bool:
        (role, trigger), *arguments = link.arguments or (("", ""),)
        host = self.spans.get(trigger)
        targets = [(name, self.spans.get(target)) for name, target in arguments]
        if role != "trigger" or not host or host.kind != "span" or host.layer == TOKEN:
            return False
        own = link.attributes.get(LAYER) == host.layer and _NAME(link.label)
        feature = link.label if own else SLOT
        found = [(name, target) for name, target in targets if target]
        if feature in host.slots or feature in host.features or len(found) < max(1, len(targets)):
            return False
        host.slots[feature] = found
        return True


def _shown(features: Mapping[str, AttributeValue]) -> dict[str, str]:
    """The features that a column can show, as text."""
    shown: dict[str, str] = {}
    for name, value in features.items():
        plain = _NAME(name) and not name.startswith(("ROLE_", "BT_"))
        if plain and value not in (None, "") and not isinstance(value, tuple):
            text = str(value).lower() if isinstance(value, bool) else str(value)
            if "\r" not in text:
                shown[name] = text
    return shown
