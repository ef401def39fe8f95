"""Which field of a task's data holds the text that its results speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from ..json_records import Json
from ..quoted_offsets import Placed, QuotedOffsets
from ..record_findings import RecordFindings

_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]{0,20}://|/data/)\S+")
"""What stands in for media, and for texts that Label Studio fetched from elsewhere."""

_ASKED = 20
"""Quotes that are held against each field before one is chosen."""


def text_field(
    data: dict[str, Json], results: Sequence[Json], findings: RecordFindings
) -> str | None:
    """The field's name; None, with a finding, if no field holds text.

    The tag that the results are attached to (`to_name`) usually has its field's name; else it
    is the field in which the quoted words stand where the results say, `text`, or the only one.
    """
    texts = {
        name: value
        for name, value in data.items()
        if isinstance(value, str) and not _ADDRESS.fullmatch(value)
    }
    for result in results:
        named = result.get("to_name") if isinstance(result, dict) else None
        if isinstance(named, str) and named in texts:
            return named
    if len(texts) <= 1:
        if not texts:
            findings.error(
                "F062",
                "the task has no text",
                reason="none of its fields is a string, or only the address of a file",
            )
        return next(iter(texts), None)
    fits = {name: _fit(text, results) for name, text in texts.items()}
    most = max(fits.values())
    best = [name for name in texts if fits[name] == most]
    if len(best) == 1 or "text" in best:
        return best[0] if len(best) == 1 else "text"
    longest = max(best, key=lambda name: len(texts[name]))
    others = sorted(name[:60] for name in best if name != longest)
    findings.warning(
        "F062",
        f"the longest field, {longest[:60]!r}, is taken for the task's text",
        reason=f"it might also be {', '.join(others[:5])}",
        suggestion="Name the text's field 'text' in the tasks.",
    )
    return longest


def _fit(text: str, results: Sequence[Json]) -> int:
    """How many of the first quotes stand in the text where their results say."""
    offsets = QuotedOffsets(text, utf16=True)
    values = (result.get("value") for result in results if isinstance(result, dict))
    quoted = (
        value for value in values if isinstance(value, dict) and isinstance(value.get("text"), str)
    )
    placed = (
        offsets.place(value.get("start"), value.get("end"), value["text"])
        for value in islice(quoted, _ASKED)
    )
    return sum(isinstance(place, Placed) and place.doubt != "quote" for place in placed)
