"""What a brat file gets wrong, and what brat cannot hold: the codes F010 to F029."""

from __future__ import annotations

from regiontargets.documents import SourceMap
from regiontargets.findings import Finding, Severity

FINDINGS = {
    "F010": "There is no .txt beside the annotations; the text is rebuilt from what they quote.",
    "F011": "A line is no annotation.",
    "F012": "Offsets that no text has: outside of it, reversed, or not numbers.",
    "F013": "The text an annotation quotes is not what stands at its offsets (they are kept).",
    "F014": "Offsets that count something other than code points (they are converted).",
    "F015": "An id is used twice (the later one is renamed).",
    "F016": "An annotation refers to an id that is not there.",
    "F017": "A relation without exactly two arguments of different roles.",
    "F018": "An argument is not of the form ROLE:ID.",
    "F019": "Spaces stand where tabs belong.",
    "F020": "Annotations refer to each other in a circle.",
    "F021": "A label that annotation.conf does not declare.",
    "F022": "annotation.conf cannot be read.",
    "F023": "Fragments of one annotation overlap.",
    "F024": "A line or part of a line has no place in the document; writing back keeps it.",
    "F025": "Written: a label or role holds what brat's cannot, and is changed.",
    "F026": "Written: a link that is neither a relation nor an event; brat itself shows none such.",
    "F027": "Written: a value that brat cannot hold.",
}
"""Each code of this format and its one stable meaning."""


class Places:
    """Makes findings about one annotation file.

    Args:
        name: the file, as findings shall show it.
        raw: its text.
    """

    def __init__(self, name: str, raw: str) -> None:
        self._map = SourceMap(name, raw)

    def finding(
        self,
        code: str,
        severity: Severity,
        message: str,
        start: int,
        text: str,
        *,
        reason: str = "",
        suggestion: str = "",
    ) -> Finding:
        """A finding about the `text` that stands at `start` in the file."""
        end = start + len(text)
        shown = text if len(text) <= 200 else text[:197] + "..."
        return Finding(
            code,
            message,
            severity,
            self._map.raw_place(start, end),
            shown,
            reason,
            suggestion,
            excerpt=self._map.raw_excerpt(start, end),
        )
