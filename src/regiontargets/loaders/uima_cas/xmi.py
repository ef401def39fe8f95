"""XMI, mended so that dkpro-cassis can read all that is sound in it.

dkpro-cassis gives up a whole file for one dangling reference or one word where a number
belongs. What is wrong is therefore reported and taken out first, element by element.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator

from regiontargets.errors import LoadError

from ..input_file import InputFile
from .cassis_types import CasFeature, TypeSystem
from .findings import Places
from .sofas import Sofas
from .type_systems import TOP, Types, inferred_range, without_doctype

_XMI = "{http://www.omg.org/XMI}"
_CAS = "{http:///uima/cas.ecore}"
_ID, _SOFA, _VIEW = f"{_XMI}id", f"{_CAS}Sofa", f"{_CAS}View"
_INTEGER = re.compile(r"-?[0-9]{1,18}").fullmatch
_FLOAT = re.compile(r"-?(?:[0-9.]{1,40}(?:[eE][-+]?[0-9]{1,4})?|NaN|Infinity)").fullmatch
_BOOLEAN = re.compile("true|false").fullmatch
_BYTES = re.compile("(?:[0-9a-fA-F]{2})*").fullmatch


def _each(test: Callable[[str], object]) -> Callable[[str], object]:
    return lambda value: all(map(test, value.split()))


_VALUES: dict[str, Callable[[str], object]] = {
    **dict.fromkeys(
        [f"uima.cas.{name}" for name in ("Integer", "Short", "Long", "Byte")], _INTEGER
    ),
    **dict.fromkeys(["uima.cas.Float", "uima.cas.Double"], _FLOAT),
    "uima.cas.Boolean": _BOOLEAN,
    "uima.cas.String": lambda _: True,
    **dict.fromkeys(
        [f"uima.cas.{name}" for name in ("IntegerArray", "ShortArray", "LongArray", "IntegerList")],
        _each(_INTEGER),
    ),
    **dict.fromkeys(
        [f"uima.cas.{name}" for name in ("FloatArray", "DoubleArray", "FloatList")], _each(_FLOAT)
    ),
    "uima.cas.BooleanArray": _each(_BOOLEAN),
    "uima.cas.ByteArray": _BYTES,
    "uima.cas.StringArray": lambda value: not value.strip(),
    "uima.cas.StringList": lambda _: True,
}
"""Whether an attribute is a value of a range; what is not here is a reference or several."""


class Xmi:
    """One XMI file, mended.

    Args:
        file: the file.
        system: the types it uses; those it lacks are added.
        declared: whether there was a type system at all.
        places: where findings go.

    Attributes:
        sofas: the texts and what is annotated in them.

    Raises:
        LoadError: it is no XMI, or holds no text.
    """

    def __init__(
        self, file: InputFile, system: TypeSystem, places: Places, *, declared: bool
    ) -> None:
        self.sofas = Sofas(places)
        self._places = places
        self._types = Types(system, places, declared=declared)
        self._root = _parsed(file)
        self._elements: dict[int, ET.Element] = {}
        self._links: set[int] = set()
        self._arrays: set[int] = set()
        views = [each for each in self._root if each.tag == _VIEW]
        self._read_elements()
        if not self.sofas.texts:
            raise LoadError(f"{file.name} holds no text.")
        self._infer()
        self._elements = {
            key: each for key, each in self._elements.items() if self._stands(key, each)
        }
        for identifier, element in self._elements.items():
            self._mend(identifier, element)
        self._index(views)
        self._root[:] = [*self._elements.values(), *self._one_view()]

    @property
    def data(self) -> bytes:
        """The file as dkpro-cassis can read it."""
        text: str = ET.tostring(self._root, encoding="unicode")
        return text.encode()

    def _read_elements(self) -> None:
        for element in self._root:
            name, identifier = _type_of(element), element.get(_ID, "")
            if element.tag == _VIEW:
                continue
            if not name or not _INTEGER(identifier) or int(identifier) in self._elements:
                what = "an element without a type, without an id, or with another's id"
                self._places.report("F056", "error", what, identifier, text=element.tag)
                continue
            for child in element:
                child[:] = []  # nothing nests deeper
                child.attrib.clear()
            self._elements[int(identifier)] = element
            if element.tag == _SOFA:
                self.sofas.add(int(identifier), element.get("sofaString"), element.get("sofaID"))
            elif name.startswith("uima.cas."):
                self._arrays.add(int(identifier))
            elif "target" in element.attrib and "begin" not in element.attrib:
                self._links.add(int(identifier))

    def _infer(self) -> None:
        """Declare the types and features that are used and not declared."""
        for identifier, element in self._elements.items():
            if element.tag == _SOFA:
                continue
            name = _type_of(element)
            self._types.infer_type(name, element.attrib, identifier)
            values: dict[str, str | None] = {**_attributes(element)}
            values |= {child.tag: None for child in element}
            for feature, value in values.items():
                range_ = inferred_range(
                    feature,
                    listed=value is None,
                    links=self._refers(value, self._links),
                    refers=self._refers(value, self._arrays),
                )
                if reason := self._types.infer_feature(name, feature, range_, identifier):
                    self._drop(element, feature, reason)

    def _refers(self, value: str | None, to: set[int]) -> bool:
        parts = (value or "").split()
        return bool(parts) and all(_INTEGER(part) and int(part) in to for part in parts)

    def _stands(self, identifier: int, element: ET.Element) -> bool:
        """Whether an element may stay: it is no annotation, or one with offsets in its text."""
        if element.tag == _SOFA:
            return False
        if not self._types.is_annotation(_type_of(element)):
            return True
        sofa, begin, end = (element.get(name) for name in ("sofa", "begin", "end"))
        return self.sofas.fits(identifier, sofa, begin, end)

    def _mend(self, identifier: int, element: ET.Element) -> None:
        """Take out of an element what is no value of its feature."""
        name = _type_of(element)
        features = self._types.features(name)
        for feature, value in _attributes(element).items():
            range_ = _range(name, features[feature])
            if feature == "sofa":
                self.sofas.index(identifier, value)
            elif range_ not in _VALUES:
                self._mend_references(identifier, element, feature, range_ in _SEVERAL)
            elif not _VALUES[range_](value):
                self._drop(element, feature, f"a {range_} is expected")
        for child in list(element):
            if _range(name, features[child.tag]) not in _TEXTS:
                element.remove(child)
                self._report(element, f"{child.tag} holds no text", child.text or "")

    def _mend_references(
        self, identifier: int, element: ET.Element, feature: str, several: bool
    ) -> None:
        value = element.attrib[feature]
        parts = value.split()
        there = [part for part in parts if _INTEGER(part) and int(part) in self._elements]
        if len(there) == len(parts) and (several or len(parts) == 1):
            return
        if several or len(there) == 1:
            element.set(feature, " ".join(there))
        else:
            del element.attrib[feature]
        missing = ", ".join(part for part in parts if part not in there)[:60] or value[:60]
        message = f"{feature} of {identifier} refers to {missing}, which is not there"
        self._places.report("F053", "error", message, identifier, text=value)

    def _drop(self, element: ET.Element, feature: str, reason: str) -> None:
        value = element.attrib.pop(feature, "")
        for child in element.findall(feature):
            element.remove(child)
        self._report(element, f"{feature} has no value it can have", value, reason)

    def _report(self, element: ET.Element, message: str, text: str, reason: str = "") -> None:
        key = element.get(_ID)
        self._places.report("F054", "error", message, key, text=text, reason=reason)

    def _index(self, views: list[ET.Element]) -> None:
        """Note which structures without a sofa of their own a view lists; all, if there is none."""
        if not views:
            for identifier, each in self._elements.items():
                if "sofa" not in each.attrib and identifier not in self._arrays:
                    self.sofas.index(identifier, next(iter(self.sofas.texts)))
        for view in views:
            sofa = view.get("sofa", "")
            for member in view.get("members", "").split() if _INTEGER(sofa) else ():
                element = self._elements.get(int(member) if _INTEGER(member) else -1)
                if element is not None and "sofa" not in element.attrib:
                    self.sofas.index(int(member), sofa)

    def _one_view(self) -> Iterator[ET.Element]:
        """One sofa with one view, in which everything is."""
        sofa = str(next(iter(self.sofas.texts)))
        for element in self._elements.values():
            if "sofa" in self._types.features(_type_of(element)):
                element.set("sofa", sofa)
        members = " ".join(str(each) for held in self.sofas.members.values() for each in held)
        yield ET.Element(_SOFA, {_ID: sofa, "sofaNum": "1", "sofaID": "_InitialView"})
        yield ET.Element(_VIEW, {"sofa": sofa, "members": members})


_SEVERAL = {"uima.cas.FSArray", "uima.cas.FSList"}
_TEXTS = {"uima.cas.StringArray", "uima.cas.StringList", "uima.cas.String"}


def _range(name: str, feature: CasFeature) -> str:
    """What an attribute holds: the range of the feature or, for an array of its own, its type."""
    if feature.name == "elements" and name.startswith("uima.cas."):
        return name
    range_ = feature.rangeType.name
    shared = feature.multipleReferencesAllowed and range_.endswith(("Array", "List"))
    return TOP if shared else range_


def _attributes(element: ET.Element) -> dict[str, str]:
    return {name: value for name, value in element.items() if name != _ID}


def _type_of(element: ET.Element) -> str:
    """The type's name in `{http:///de/package.ecore}Type`; "" where it is none."""
    package, _, name = element.tag.removeprefix("{http:///").partition(".ecore}")
    if not name or package == element.tag:
        return ""
    return f"{package.replace('/', '.')}.{name}".removeprefix("uima.noNamespace.")


def _parsed(file: InputFile) -> ET.Element:
    data = without_doctype(file)
    try:
        root = ET.fromstring(data, ET.XMLParser(encoding=file.encoding))  # noqa: S314 - see above
    except (ET.ParseError, ValueError, LookupError) as error:
        raise LoadError(f"{file.name} is no XML: {error}") from None
    if root.tag != f"{_XMI}XMI":
        raise LoadError(f"{file.name} is no XMI: its outermost element is {root.tag}.")
    return root
