"""From a UIMA CAS to annotated documents."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO

from regiontargets.documents import AnnotatedDocument
from regiontargets.errors import LoadError
from regiontargets.paused_collector import paused_collector

from ..input_file import InputFile
from .cas_json import CasJson
from .cassis_types import Cas, Cassis, cassis
from .findings import Places
from .sofas import Sofas
from .structures import Structures
from .type_systems import built_in_types, declared_types
from .xmi import Xmi


def read(file: InputFile) -> Iterator[AnnotatedDocument]:
    """A document for each view that has a text; a CAS mostly has one.

    Raises:
        MissingExtra: dkpro-cassis is not installed.
        LoadError: it is no CAS, or holds no text.
    """
    package = cassis()
    with paused_collector():
        documents = _documents(package, file)
    yield from documents


def _documents(package: Cassis, file: InputFile) -> list[AnnotatedDocument]:
    is_json = file.head.lstrip().startswith("{")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # dkpro-cassis warns of what is reported here
        cas, sofas, places = (_from_json if is_json else _from_xmi)(package, file)
    held = {each.xmiID: each for view in cas.views for each in view.get_all_fs()}
    found: list[AnnotatedDocument] = []
    for sofa, text in sofas.texts.items():
        members = [held[each] for each in sofas.members[sofa] if each in held]
        read = Structures(sofa, members, cas.typesystem, sofas, places)
        found.append(AnnotatedDocument(text, tuple(read.spans), tuple(read.links), read.metadata))
    findings = sorted(places.findings, key=lambda each: each.place.line or 0)
    return [replace(each, findings=tuple(findings)) for each in found]


def _from_xmi(package: Cassis, file: InputFile) -> tuple[Cas, Sofas, Places]:
    places = Places(file.name, file.data.decode("utf-8", errors="replace"))
    declared = declared_types(package, file)
    if declared is None:
        message = "there is no type system beside this file"
        reason = "types are inferred: numbers stay text, unusual references are not followed"
        places.report("F050", "warning", message, reason=reason)
    system = declared or built_in_types(package)
    mended = Xmi(file, system, places, declared=declared is not None)
    data = BytesIO(mended.data)
    cas = _loaded(file, lambda: package.load_cas_from_xmi(data, system, trusted=True))
    return cas, mended.sofas, places


def _from_json(package: Cassis, file: InputFile) -> tuple[Cas, Sofas, Places]:
    places = Places(file.name, file.text)
    mended = CasJson(file, lambda: declared_types(package, file) or built_in_types(package), places)
    cas = _loaded(file, lambda: package.load_cas_from_json(mended.data, mended.system))
    return cas, mended.sofas, places


def _loaded(file: InputFile, load: Callable[[], Cas]) -> Cas:
    try:
        return load()
    except Exception as error:  # dkpro-cassis raises of many kinds
        said = str(error).split("\n", 1)[0][:200] or type(error).__name__
        raise LoadError(f"dkpro-cassis cannot read {file.name}: {said}") from None
