"""From the feature structures of one view to spans, links and metadata."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regiontargets.documents import AttributeValue, Link, Span
from regiontargets.documents.annotated_document import MetadataValue

from ..layers import LAYER, SPAN, TOKEN, attributes_of, label_of, short_name
from .cassis_types import Structure, TypeSystem
from .findings import Places
from .sofas import Sofas
from .type_systems import ANNOTATION, DOCUMENT
from .values import Value, features_of, flat, is_structure

_METADATA_PACKAGE = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type."
_ENDS = (("Governor", "Dependent"), ("source", "target"))
"""The features of a relation that name its ends; INCEpTION has had both pairs."""

_UNSPECIFIED = ("x-unspecified", "und", "")
_DEEPEST = 4
"""How deeply structures that mark no text are followed into each other."""


class Structures:
    """What is annotated in one text.

    Args:
        sofa: the id of the text.
        members: the structures in its index.
        system: the types.
        sofas: the texts, for the offsets.
        places: where findings go.

    Attributes:
        spans, links, metadata: those of the document.
    """

    def __init__(
        self,
        sofa: int,
        members: Iterable[Structure],
        system: TypeSystem,
        sofas: Sofas,
        places: Places,
    ) -> None:
        self.spans: list[Span] = []
        self.links: list[Link] = []
        self.metadata: dict[str, MetadataValue] = {}
        self._system = system
        self._sofas = sofas
        self._sofa = sofa
        self._places = places
        self._kinds: dict[str, str] = {}
        self._used: set[int] = set()
        self._ids: dict[int, str] = {}
        marks, others = self._sorted(members)
        for each in marks:
            self._ids[each.xmiID] = f"{'R' if _ends(each) else 'T'}{each.xmiID}"
        chains = [chain for each in others if (chain := self._chain(each))]
        for each in marks:
            self._mark(each)
        self.links += chains
        for each in others:
            if each.xmiID not in self._used:
                self._describe(each)

    def _sorted(self, members: Iterable[Structure]) -> tuple[list[Structure], list[Structure]]:
        """The annotations as they stand in the text, and what else there is."""
        marks: list[tuple[int, int, int, Structure]] = []
        others: list[Structure] = []
        for each in members:
            kind = self._kind(each.type.name)
            if kind == "mark":
                begin, end = _range(each)
                marks.append((begin, -end, each.xmiID, each))
            elif kind == "other":
                others.append(each)
        marks.sort(key=lambda each: each[:3])
        return [each for *_, each in marks], sorted(others, key=lambda each: each.xmiID)

    def _kind(self, name: str) -> str:
        if name not in self._kinds:
            about = name.startswith(_METADATA_PACKAGE) or self._system.is_instance_of(
                name, DOCUMENT
            )
            marks = self._system.is_instance_of(name, ANNOTATION) and not about
            built_in = name.startswith("uima.cas.")
            self._kinds[name] = "mark" if marks else "" if built_in else "other"
        return self._kinds[name]

    def _chain(self, head: Structure) -> Link | None:
        """The chain that a structure is the head of, if it is one."""
        element: object = getattr(head, "first", None)
        if not is_structure(element) or element.xmiID not in self._ids:
            return None
        self._used.add(head.xmiID)
        layer = element.type.name
        members: dict[int, str] = {}
        while is_structure(element) and element.xmiID in self._ids:
            if element.xmiID in members:
                message = "the elements of a chain come back to an earlier one"
                self._places.report("F057", "warning", message, head.xmiID)
                break
            members[element.xmiID] = self._ids[element.xmiID]
            element = getattr(element, "next", None)
        self._used |= members.keys()
        label = short_name(head.type.name).removesuffix("Chain")
        arguments = tuple(("member", each) for each in members.values())
        return Link(f"C{head.xmiID}", label, arguments, {LAYER: layer})

    def _mark(self, mark: Structure) -> None:
        """A span, or a link where both its ends are annotations; and what it refers to."""
        identifier, layer, ends = self._ids[mark.xmiID], mark.type.name, _ends(mark)
        features: dict[str, AttributeValue] = {}
        for name, value in features_of(mark):
            if name in ends or (name == "next" and mark.xmiID in self._used):
                continue
            features |= self._feature(mark, name, value)
        label, attributes = label_of(layer, features), attributes_of(layer, features)
        if ends:
            arguments = tuple(
                (role, self._reference(end))
                for role, name in zip(("source", "target"), ends, strict=True)
                if is_structure(end := getattr(mark, name, None))
            )
            self.links.append(Link(identifier, label, arguments, attributes))
        else:
            fragment = self._sofas.code_points(self._sofa, mark.xmiID, *_range(mark))
            self.spans.append(Span(identifier, label, (fragment,), attributes))

    def _feature(self, mark: Structure, name: str, value: Value) -> dict[str, AttributeValue]:
        """A feature's value as attributes, or as a link if it refers to annotations."""
        if isinstance(value, list):
            arguments = list(self._arguments(name, value))
            if not arguments:
                return dict(flat(name, value, _DEEPEST))
            self._slot(mark, name, arguments)
            return dict(self._qualifiers(name, value))
        if is_structure(value) and value.xmiID in self._ids:
            if mark.type.name != TOKEN or _range(mark) != _range(value):
                # What a token refers to at its own place (lemma, part of speech) stands there.
                ends = (("source", self._ids[mark.xmiID]), ("target", self._ids[value.xmiID]))
                identifier = f"R{mark.xmiID}.{name}"
                self.links.append(Link(identifier, name, ends, {LAYER: mark.type.name}))
            return {}
        return dict(flat(name, value, _DEEPEST))

    def _arguments(self, name: str, value: Iterable[object]) -> Iterator[tuple[str, str]]:
        """(role, id) of the elements of a slot, or of several annotations referred to."""
        for each in value:
            target: object = getattr(each, "target", None)
            if not is_structure(each):
                continue
            if each.xmiID in self._ids:
                yield name, self._ids[each.xmiID]
            elif is_structure(target) and target.xmiID in self._ids:
                role: object = getattr(each, "role", None)
                yield role if isinstance(role, str) else "", self._ids[target.xmiID]

    def _qualifiers(
        self, name: str, value: Iterable[object]
    ) -> Iterator[tuple[str, AttributeValue]]:
        """What the elements of a slot say beside their role and target."""
        for index, each in enumerate(value):
            if is_structure(each) and each.xmiID not in self._ids:
                self._used.add(each.xmiID)
                for feature, inner in features_of(each):
                    if feature not in ("role", "target"):
                        yield from flat(f"{name}.{index}.{feature}", inner, _DEEPEST)

    def _slot(self, mark: Structure, name: str, arguments: list[tuple[str, str]]) -> None:
        layer = mark.type.name
        attributes = {} if (layer, name) == (SPAN, "arguments") else {LAYER: layer}
        trigger = ("trigger", self._ids[mark.xmiID])
        identifier = f"E{mark.xmiID}.{name}"
        self.links.append(Link(identifier, name, (trigger, *arguments), attributes))

    def _reference(self, value: Structure) -> str:
        return self._ids.get(value.xmiID, str(value.xmiID))

    def _describe(self, structure: Structure) -> None:
        """Metadata: what is said of the whole document."""
        stated = {
            key: _metadata(value)
            for name, each in features_of(structure)
            for key, value in flat(name, each, _DEEPEST)
        }
        name = structure.type.name
        if not self._system.is_instance_of(name, DOCUMENT):
            held = self.metadata.setdefault(short_name(name), [])
            if isinstance(held, list):
                held.append(stated)
            return
        if stated.get("language") in _UNSPECIFIED:
            del stated["language"]
        if title := stated.pop("documentTitle", None):
            self.metadata["title"] = title
        self.metadata |= stated


def _range(mark: Structure) -> tuple[int, int]:
    begin, end = getattr(mark, "begin", 0), getattr(mark, "end", 0)
    return begin, end


def _ends(mark: Structure) -> tuple[str, ...]:
    """The features that name the ends of a relation, where a mark is one."""
    names = {feature.name for feature in mark.type.all_features}
    for ends in _ENDS:
        if names.issuperset(ends) and any(is_structure(getattr(mark, each)) for each in ends):
            return ends
    return ()


def _metadata(value: AttributeValue) -> MetadataValue:
    if isinstance(value, tuple):
        return [_metadata(each) for each in value]
    return value
