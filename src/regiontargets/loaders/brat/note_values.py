"""Attribute values that brat's attribute lines cannot hold, as JSON in a note.

An attribute line holds a flag or one line of text. Whatever else an attribute of a document
may be (a number, nothing, a list, text of several lines) goes into a note of the type
`Attributes`, which brat shows like any other note.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from regiontargets.documents import AttributeValue

from ..json_records import Json
from ..metadata_line import one_line

NOTE_TYPE = "Attributes"


def note_from_attributes(attributes: Mapping[str, AttributeValue]) -> str:
    """The attributes as JSON on one line; a tuple becomes a list.

    Raises:
        ValueError: a number is too long to be written.
    """
    return one_line(json.dumps(dict(attributes), ensure_ascii=False))


def attributes_from_note(note: str) -> dict[str, AttributeValue] | None:
    """The attributes that such a note holds, or None where it is a note like others.

    >>> attributes_from_note('{"rank": 3, "codes": ["gdp", null]}')
    {'rank': 3, 'codes': ('gdp', None)}
    """
    try:
        stated: Json = json.loads(note)
        if not isinstance(stated, dict):
            return None
        return {name: _value(value) for name, value in stated.items()}
    except (ValueError, RecursionError):
        return None


def _value(stated: Json) -> AttributeValue:
    if isinstance(stated, list):
        return tuple(_value(each) for each in stated)
    if isinstance(stated, dict):
        raise ValueError(stated)
    return stated
