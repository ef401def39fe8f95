"""The types of a CAS, and what to make of those that nobody declares."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Collection, Iterator, Mapping
from io import BytesIO
from keyword import iskeyword
from pathlib import Path

from regiontargets.errors import LoadError

from ..input_file import InputFile
from . import NEIGHBOURS
from .cassis_types import CasFeature, Cassis, TypeSystem
from .findings import Places
from .type_limits import MOST, check_size

ANNOTATION = "uima.tcas.Annotation"
DOCUMENT = "uima.tcas.DocumentAnnotation"
DOCUMENT_METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
TOP = "uima.cas.TOP"
STRING = "uima.cas.String"
STRINGS = "uima.cas.StringArray"
STRUCTURES = "uima.cas.FSArray"

_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_REFERENCES = {"Governor", "Dependent", "source", "target", "first", "next"}
"""Features that refer to another structure in INCEpTION's own layers."""


def without_doctype(file: InputFile) -> bytes:
    """The file's bytes, of which none declares entities.

    Raises:
        LoadError: it has a document type; no CAS has one, and entities can be made to explode.
    """
    data = file.data
    text = data if b"\0" not in data[:64] else data.replace(b"\0", b"")  # UTF-16, roughly
    if _DOCTYPE.search(text):
        raise LoadError(
            f"{file.name} declares a document type or entities, which no CAS does.",
            suggestion="It may be made to do harm; remove the declaration if you trust the file.",
        )
    return data


def declared_types(cassis: Cassis, file: InputFile) -> TypeSystem | None:
    """The type system beside a file; None if there is none.

    Raises:
        LoadError: it is there and cannot be read.
    """
    found = next(_beside(file), None)
    if found is None:
        return None
    data = without_doctype(found)
    try:
        check_size(found.name, _stated_types(data))
        return _mended(cassis.load_typesystem(BytesIO(data)))
    except LoadError:
        raise
    except Exception as error:  # dkpro-cassis and lxml raise of many kinds
        raise LoadError(f"{found.name} is no type system: {error}") from None


def _stated_types(data: bytes) -> dict[str, tuple[str, int]]:
    """For each type in the XML the one it inherits from, and how many features it adds."""
    return {
        each.findtext("{*}name", "").strip(): (
            each.findtext("{*}supertypeName", "").strip(),
            len(each.findall("{*}features/{*}featureDescription")),
        )
        for each in ET.fromstring(data).iter()  # noqa: S314 - entities are refused before
        if each.tag.endswith("typeDescription")
    }


def built_in_types(cassis: Cassis) -> TypeSystem:
    """The types that every DKPro Core, WebAnno and INCEpTION has."""
    return _mended(cassis.load_dkpro_core_typesystem())


def _beside(file: InputFile) -> Iterator[InputFile]:
    for suffix in (".typesystem.xml", ".xml"):
        sibling = file.sibling(suffix)
        if sibling and b"typeSystemDescription" in sibling.data[:4096]:
            yield sibling
    for name in NEIGHBOURS if file.path else ():
        path = (file.path or Path()).with_name(name)
        if path.is_file():
            yield InputFile(str(Path(file.name).with_name(name)), InputFile.open(path).data, path)


def _mended(system: TypeSystem) -> TypeSystem:
    """Make features that range over a closed set of strings strings: cassis knows only those."""
    for each in system.get_types():
        for feature in each.all_features:
            above = feature.rangeType.supertype
            if above is not None and above.name == STRING:
                feature.rangeType = above
    return system


class Types:
    """The features of each type, and what is added to them.

    Args:
        system: the declared types.
        places: where findings go.
    """

    def __init__(self, system: TypeSystem, places: Places, *, declared: bool) -> None:
        self.system = system
        self._places = places
        self._declared = declared
        self._cost = 0
        self._features: dict[str, dict[str, CasFeature]] = {}

    def features(self, name: str) -> Mapping[str, CasFeature]:
        """The features of a type by their names in the file."""
        if name not in self._features:
            found = self.system.get_type(name).all_features
            self._features[name] = {external(each.name): each for each in found}
        return self._features[name]

    def is_annotation(self, name: str) -> bool:
        """Whether a type marks text."""
        return self.system.is_instance_of(name, ANNOTATION)

    def infer_type(self, name: str, features: Collection[str], identifier: int) -> None:
        """Declare a type that is not."""
        if not self.system.contains_type(name, match_exactly=True):
            self.system.create_type(name, inferred_supertype(name, features))
            self._report(f"the type {name} is not declared", identifier)

    def infer_feature(self, name: str, feature: str, range_: str, identifier: int) -> str:
        """Declare a feature that is not; why it cannot be one, if it cannot."""
        features = self.features(name)
        if feature in features:
            return ""
        if not feature.isidentifier() or iskeyword(feature) or feature == "xmiID":
            return "no feature can be called so"
        type_ = self.system.get_type(name)
        self._cost += (2 * len(features) + 1) * sum(1 for _ in type_.descendants)
        if self._cost > MOST:
            return "too many features are not declared"
        self._features[name][feature] = self.system.create_feature(type_, feature, range_)
        self._report(f"the feature {feature} of {name} is not declared", identifier)
        return ""

    def _report(self, message: str, identifier: int) -> None:
        if self._declared:  # else one finding says so for all
            reason = "what it is, is inferred from its values"
            self._places.report("F051", "warning", message, identifier, reason=reason)


def external(feature: str) -> str:
    """A feature's name in the file; cassis appends an underscore to two of them."""
    return feature[:-1] if feature in ("self_", "type_") else feature


def inferred_supertype(name: str, features: Collection[str]) -> str:
    """What a type inherits from that nobody declares, by the features it is seen with."""
    if name == DOCUMENT_METADATA:
        return DOCUMENT
    if "begin" in features and "end" in features:
        return ANNOTATION
    return "uima.cas.AnnotationBase" if "sofa" in features else TOP


def inferred_range(feature: str, *, listed: bool, links: bool, refers: bool) -> str:
    """The range of a feature of XMI that nobody declares.

    Args:
        feature: its name.
        listed: whether its value is a list of texts.
        links: whether its value refers to links, that is to structures with a target.
        refers: whether its value refers to an array.
    """
    if listed:
        return STRINGS
    if links:
        return STRUCTURES
    return TOP if refers or feature in _REFERENCES else STRING
