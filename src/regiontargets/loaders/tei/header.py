"""A TEI header to metadata, and back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from regiontargets.documents.annotated_document import MetadataValue

from ..json_records import Json, single_value
from ..json_values import json_text, metadata_fields, metadata_from

FIELDS = {
    "title": "title",
    "author": "author",
    "publisher": "publisher",
    "pubPlace": "place",
    "date": "published",
}
"""Elements of a description, and what metadata call them."""

OURS = "regiontargets"
"""The type of the xenoData that hold what TEI has no place for."""

_DESCRIPTIONS = ("sourceDesc", "fileDesc")
_CLEAN = re.compile(r"[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")


class Header:
    """Collects what a header says."""

    def __init__(self) -> None:
        self._stated: dict[tuple[str, str], str] = {}
        self._inside = dict.fromkeys(_DESCRIPTIONS, 0)
        self._words: list[str] | None = None
        self._key: tuple[str, str] | None = None
        self.own: Json = None
        self.is_ours = False
        self.unread = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name in self._inside:
            self._inside[name] += 1
        where = "sourceDesc" if self._inside["sourceDesc"] else "fileDesc"
        in_file = bool(self._inside["fileDesc"])
        if name == "language" and "ident" in attributes:
            self._stated.setdefault(("fileDesc", "language"), attributes["ident"])
        elif name in ("ref", "ptr") and where == "sourceDesc" and "target" in attributes:
            self._stated.setdefault((where, "url"), attributes["target"])
        elif name == "date" and "when" in attributes and in_file:
            self._stated.setdefault((where, "published"), attributes["when"])
        elif name == "idno" and attributes.get("type", "").upper() in ("URL", "URI"):
            self._key, self._words = (where, "url"), []
        elif name in FIELDS and in_file and self._words is None:
            self._key, self._words = (where, FIELDS[name]), []
        elif name == "xenoData" and attributes.get("type") == OURS:
            self._key, self._words, self.is_ours = ("", OURS), [], True

    def characters(self, data: str) -> None:
        """Words of an element."""
        if self._words is not None:
            self._words.append(data)

    def end(self, name: str) -> None:
        """An element ends."""
        if name in self._inside:
            self._inside[name] -= 1
        if self._words is None or self._key is None:
            return
        if self._key[1] == OURS and name == "xenoData":
            record = single_value("".join(self._words).strip())
            self.own, self.unread = (record.value, False) if record else (None, True)
        elif {**FIELDS, "idno": "url"}.get(name) != self._key[1]:
            return
        else:
            words = " ".join("".join(self._words).split())
            if words:
                self._stated.setdefault(self._key, words)
        self._words = None

    def metadata(self) -> dict[str, MetadataValue]:
        """What it says, of the source before the file."""
        found: dict[str, Json] = {}
        for description in _DESCRIPTIONS:
            for (where, name), words in self._stated.items():
                if where == description:
                    found.setdefault(name, words)
        stated = metadata_from(found, ())
        own = self.own.get("metadata") if isinstance(self.own, dict) else None
        return stated | (metadata_from(own, ()) if isinstance(own, dict) else {})


def header_from(metadata: Mapping[str, MetadataValue], own: dict[str, Json]) -> Sequence[str]:
    """The lines of a header; what it has no element for is added to `own`."""
    words = {name: value for name, value in metadata.items() if _is_words(name, value)}
    rest = metadata_fields(metadata, (), words)
    if rest:
        own["metadata"] = rest
    language, address = words.pop("language", None), words.pop("url", None)
    title = escape(str(words.get("title", "")))
    lines = [
        "<teiHeader>",
        "<fileDesc>",
        f"<titleStmt><title>{title}</title></titleStmt>",
        "<publicationStmt><p>Annotated text.</p></publicationStmt>",
        "<sourceDesc><bibl>",
    ]
    for element, name in FIELDS.items():
        value = words.get(name)
        if isinstance(value, date):
            lines.append(f"<{element} when={quoteattr(value.isoformat())}/>")
        elif value is not None:
            lines.append(f"<{element}>{escape(str(value))}</{element}>")
    if address is not None:
        lines.append(f"<ref target={attribute(str(address))}/>")
    lines += ["</bibl></sourceDesc>", "</fileDesc>"]
    if language is not None:
        ident = f"<language ident={attribute(str(language))}/>"
        lines.append(f"<profileDesc><langUsage>{ident}</langUsage></profileDesc>")
    lines += [f'<xenoData type="{OURS}">{escape(json_text(own))}</xenoData>', "</teiHeader>"]
    return lines


def attribute(value: str) -> str:
    """A value as an attribute's, line ends kept."""
    return quoteattr(value, {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def is_clean(value: str) -> bool:
    """Whether XML can hold every character of a text."""
    return _CLEAN.fullmatch(value) is not None


def _is_words(name: str, value: MetadataValue) -> bool:
    """Whether an element of the header holds a value just as it is."""
    if type(value) is date:
        return name == "published"
    if name not in (*FIELDS.values(), "language", "url") or not isinstance(value, str):
        return False
    return bool(value) and value == " ".join(value.split()) and is_clean(value)
