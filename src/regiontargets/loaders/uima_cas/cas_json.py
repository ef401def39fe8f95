"""JSON CAS, mended so that dkpro-cassis can read all that is sound in it.

The format is described at https://github.com/apache/uima-uimaj-io-jsoncas. As with XMI, what
is wrong is reported and taken out, for dkpro-cassis gives up the whole file otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from regiontargets.errors import LoadError

from ..input_file import InputFile
from ..json_records import Json
from .cassis_types import TypeSystem
from .findings import Places
from .sofas import Sofas
from .type_limits import check_size
from .type_systems import ANNOTATION, DOCUMENT, TOP, inferred_supertype

_TYPES, _STRUCTURES, _VIEWS = "%TYPES", "%FEATURE_STRUCTURES", "%VIEWS"
_ID, _TYPE, _ELEMENTS, _MEMBERS = "%ID", "%TYPE", "%ELEMENTS", "%MEMBERS"
_SUPER, _NAME, _RANGE = "%SUPER_TYPE", "%NAME", "%RANGE"
SOFA = "uima.cas.Sofa"
_VIEW = "_InitialView"
_DEEPEST = 100
"""How many types may inherit from each other, one from the next."""

Structure = dict[str, Json]


class CasJson:
    """One JSON CAS, mended.

    Args:
        file: the file.
        fallback: gives the types where the file has none of its own.
        places: where findings go.

    Attributes:
        sofas: the texts and what is annotated in them.
        system: the types that the file does not itself declare; None if it declares any.

    Raises:
        LoadError: it is no JSON CAS, or holds no text.
    """

    def __init__(self, file: InputFile, fallback: Callable[[], TypeSystem], places: Places) -> None:
        self.sofas = Sofas(places)
        self._places = places
        self._known: dict[str, set[str]] = {}
        self._marking: dict[str, bool] = {}
        self._held = _parsed(file)
        types = self._held.get(_TYPES)
        self._types: dict[str, Structure] = {
            name: each for name, each in _items(types) if isinstance(each, dict)
        }
        self._declared = bool(self._types)
        self.system: TypeSystem | None = None if self._declared else fallback()
        if not self._declared:
            reason = "types are inferred from the values"
            places.report("F050", "warning", "the file declares no types", reason=reason)
        self._structures = dict(self._sound(self._held.get(_STRUCTURES)))
        if not self.sofas.texts:
            raise LoadError(f"{file.name} holds no text.")
        for identifier, each in self._structures.items():
            self._infer(identifier, each)
        self._structures = {
            key: each for key, each in self._structures.items() if self._stands(key, each)
        }
        for identifier, each in self._structures.items():
            self._mend(identifier, each)
        self._index()
        check_size(file.name, self._sizes())

    @property
    def data(self) -> str:
        """The file as dkpro-cassis can read it."""
        sofa = next(iter(self.sofas.texts))
        for each in self._structures.values():
            if "@sofa" in each:
                each["@sofa"] = sofa
        text: Structure = {_ID: sofa, _TYPE: SOFA, "sofaNum": 1, "sofaID": _VIEW}
        structures: list[Json] = [text, *self._structures.values()]
        members: list[Json] = [each for held in self.sofas.members.values() for each in held]
        types: dict[str, Json] = dict(self._types)
        views: Json = {_VIEW: {"%SOFA": sofa, _MEMBERS: members}}
        return json.dumps({_TYPES: types, _STRUCTURES: structures, _VIEWS: views})

    def _sound(self, listed: Json) -> Iterator[tuple[int, Structure]]:
        """The structures that have an id and a type, by their id; texts are taken out."""
        seen: set[int] = set()
        for key, each in _items(listed):
            structure = each if isinstance(each, dict) else {}
            identifier = structure.get(_ID, int(key) if key.isdecimal() and len(key) < 16 else None)
            if type(identifier) is not int or not _name_of(structure) or identifier in seen:
                what = "a structure without a type, without an id, or with another's id"
                shown = json.dumps(each)[:200]
                self._places.report("F056", "error", what, identifier, text=shown)
                continue
            seen.add(identifier)
            structure[_ID] = identifier
            if _name_of(structure) == SOFA:
                self.sofas.add(identifier, structure.get("sofaString"), structure.get("sofaID"))
            else:
                yield identifier, structure

    def _infer(self, identifier: int, structure: Structure) -> None:
        """Declare the type and the features of a structure, where nobody does."""
        name = _name_of(structure)
        if name.startswith("uima.cas.") or name.endswith("[]"):
            return
        if not self._is_known(name):
            features = [key.lstrip("@#^") for key in structure]
            above = inferred_supertype(name, features)
            self._types[name] = {_NAME: name, _SUPER: above}
            self._report_inferred(f"the type {name} is not declared", identifier)
        known = self._features(name)
        for key in [each for each in structure if not each.startswith("%")]:
            feature = key.lstrip("@#^")
            if feature in known:
                continue
            if not feature.isidentifier():
                self._drop(identifier, structure, key, "no feature can be called so")
            elif name in self._types:
                held = {_NAME: feature, _RANGE: _range(key, structure[key])}
                self._types[name][feature] = dict[str, Json](held)
                known.add(feature)
                self._report_inferred(
                    f"the feature {feature} of {name} is not declared", identifier
                )
            else:
                self._drop(identifier, structure, key, f"{name} has no such feature")

    def _sizes(self) -> dict[str, tuple[str, int]]:
        """For each type the one it inherits from, and how many features it adds."""
        return {
            name: (str(each.get(_SUPER)), sum(not key.startswith("%") for key in each))
            for name, each in self._types.items()
        }

    def _report_inferred(self, message: str, identifier: int) -> None:
        if self._declared:  # else one finding says so for all
            reason = "what it is, is inferred from its values"
            self._places.report("F051", "warning", message, identifier, reason=reason)

    def _drop(self, identifier: int, structure: Structure, key: str, reason: str) -> None:
        shown = json.dumps(structure.pop(key))[:200]
        message = f"{key} of {identifier} has no value it can have"
        self._places.report("F054", "error", message, identifier, text=shown, reason=reason)

    def _is_known(self, name: str) -> bool:
        known = name in self._types or name.startswith("uima.tcas.")
        return known or (self.system is not None and self.system.contains_type(name))

    def _above(self, name: str) -> Iterator[str]:
        """A type and those it inherits from, as far as the file declares them."""
        for _ in range(_DEEPEST):
            yield name
            above = self._types.get(name, {}).get(_SUPER)
            if not isinstance(above, str):
                return
            name = above

    def _features(self, name: str) -> set[str]:
        if name not in self._known:
            found = {"sofa", "begin", "end"}
            for each in self._above(name):
                found |= {"language"} if each == DOCUMENT else set()
                found |= {key for key in self._types.get(each, {}) if not key.startswith("%")}
                if self.system and self.system.contains_type(each):
                    found |= {feature.name for feature in self.system.get_type(each).all_features}
            self._known[name] = found
        return self._known[name]

    def _is_annotation(self, name: str) -> bool:
        if name not in self._marking:
            self._marking[name] = any(
                each.startswith("uima.tcas.")
                or (
                    self.system is not None
                    and self.system.contains_type(each)
                    and self.system.is_instance_of(each, ANNOTATION)
                )
                for each in self._above(name)
            )
        return self._marking[name]

    def _stands(self, identifier: int, structure: Structure) -> bool:
        """Whether a structure may stay: it is no annotation, or one with offsets in its text."""
        if not self._is_annotation(_name_of(structure)):
            return True
        sofa, begin, end = (structure.get(key) for key in ("@sofa", "begin", "end"))
        if not self.sofas.fits(identifier, sofa, begin, end):
            return False
        structure["begin"], structure["end"] = int(str(begin)), int(str(end))
        return True

    def _mend(self, identifier: int, structure: Structure) -> None:
        """Take out references to what is not there."""
        for key, value in list(structure.items()):
            if key == "@sofa":
                continue
            if key.startswith("@") and value is not None and not self._is_there(value):
                self._missing(identifier, key, structure.pop(key))
        elements = structure.get(_ELEMENTS)
        name = _name_of(structure)
        refers = name == "uima.cas.FSArray" or (name.endswith("[]") and name[:-2] not in _SCALARS)
        if refers and isinstance(elements, list):
            structure[_ELEMENTS] = [each for each in elements if self._is_there(each)]
            missing = [each for each in elements if not self._is_there(each)]
            if missing:
                self._missing(identifier, _ELEMENTS, missing[0])

    def _is_there(self, value: Json) -> bool:
        return type(value) is int and value in self._structures

    def _missing(self, identifier: int, key: str, value: Json) -> None:
        message = (
            f"{key.lstrip('@%').lower()} of {identifier} refers to {value}, which is not there"
        )
        self._places.report("F053", "error", message[:200], identifier, text=str(value))

    def _index(self) -> None:
        """Note in which view each structure stands."""
        for identifier, structure in self._structures.items():
            if "@sofa" in structure:
                self.sofas.index(identifier, structure["@sofa"])
        for _, view in _items(self._held.get(_VIEWS)):
            held = view if isinstance(view, dict) else {}
            listed = held.get(_MEMBERS)
            for each in listed if isinstance(listed, list) else ():
                if type(each) is int and "@sofa" not in self._structures.get(each, {"@sofa": 0}):
                    self.sofas.index(each, held.get("%SOFA"))


_SCALARS = {
    f"uima.cas.{name}"
    for name in ("Boolean", "Byte", "Short", "Integer", "Long", "Float", "Double", "String")
}


def _parsed(file: InputFile) -> dict[str, Json]:
    try:
        held: Json = json.loads(file.text)
    except RecursionError:
        raise LoadError(f"{file.name} is no JSON CAS: it nests too deeply.") from None
    except ValueError as error:
        raise LoadError(f"{file.name} is no JSON: {error}") from None
    if not isinstance(held, dict) or not isinstance(held.get(_STRUCTURES), dict | list):
        raise LoadError(f"{file.name} is no JSON CAS: it has no {_STRUCTURES}.")
    return held


def _items(listed: Json) -> Iterator[tuple[str, Json]]:
    """The items of an object, or of a list; the format has had both."""
    if isinstance(listed, dict):
        yield from listed.items()
    elif isinstance(listed, list):
        for each in listed:
            yield "", each


def _name_of(structure: Structure) -> str:
    name = structure.get(_TYPE)
    return name if isinstance(name, str) else ""


def _range(key: str, value: Json) -> str:
    """The range of a feature that nobody declares."""
    if key.startswith("@"):
        return TOP
    if isinstance(value, bool):
        return "uima.cas.Boolean"
    if isinstance(value, int):
        return "uima.cas.Long"
    return (
        "uima.cas.Double" if isinstance(value, float) or key.startswith("#") else "uima.cas.String"
    )
