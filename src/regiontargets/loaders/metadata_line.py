"""A document's metadata on one line, for formats that have no place of their own for it.

brat and WebAnno TSV say nothing of a text's title, publisher or date. Both let a comment
line pass, so the loaders keep the metadata there, as one JSON object with the dates of
`json_values`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from regiontargets.documents.annotated_document import MetadataValue

from .json_records import Json
from .json_values import json_text, metadata_fields, metadata_from

# Java and brat end a line at these; JSON leaves them bare inside a string.
_LINE_ENDS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}


def one_line(text: str) -> str:
    """JSON text without any character that some tool takes for a line end."""
    return text.translate(_LINE_ENDS)


def metadata_to_line(metadata: Mapping[str, MetadataValue]) -> str:
    """The metadata as JSON that holds no line end.

    >>> from datetime import date
    >>> metadata_to_line({"title": "Plans", "published": date(2022, 2, 17)})
    '{"title": "Plans", "published": "2022-02-17"}'
    """
    return one_line(json_text(metadata_fields(metadata, ())))


def metadata_from_line(line: str) -> dict[str, MetadataValue] | None:
    """The metadata that the line states, or None where it states none.

    >>> metadata_from_line('{"published": "2022-02-17"}')
    {'published': datetime.date(2022, 2, 17)}
    >>> metadata_from_line("published: 2022")
    """
    try:
        stated: Json = json.loads(line)
        return metadata_from(stated, ()) if isinstance(stated, dict) else None
    except (ValueError, RecursionError):
        return None


def comes_back_as_another_value(value: MetadataValue) -> bool:
    """Whether a value is a string that will be read as a date.

    >>> [comes_back_as_another_value(text) for text in ("2022-02-17", "17 February 2022")]
    [True, False]
    """
    return isinstance(value, str) and metadata_from({"": value}, ())[""] != value
