"""What a WebAnno TSV file gets wrong, and what it cannot hold: the codes F030 to F049."""

from __future__ import annotations

FINDINGS = {
    "F030": "The header names no version 3 of the format.",
    "F031": "The declaration of a layer cannot be read.",
    "F032": "A line is neither a token nor a comment.",
    "F033": "A row has fewer or more columns than the header declares.",
    "F034": "A token stands outside of its sentence.",
    "F035": "A token is not what stands at its offsets (the offsets are kept).",
    "F036": "A sentence has no text line; its text is rebuilt from its tokens.",
    "F037": "A sentence cannot stand where its tokens say; it follows the one before.",
    "F038": "Offsets that count code points instead of UTF-16 units (they are converted).",
    "F039": "A relation, slot or chain refers to an annotation that is not there.",
    "F040": "Roles and targets of a slot differ in number.",
    "F041": "A reference cannot be read.",
    "F042": "An annotation has different values in the rows it covers (the first are kept).",
    "F043": "A comment that should hold an annotation or the metadata cannot be read.",
    "F044": "A sentence begins before its first token.",
    "F045": "Written: only a comment holds it; other tools do not see it.",
    "F046": "Written: other tools show a discontinuous annotation as one run.",
    "F047": "Written: a text in the metadata will be read as a date.",
}
"""Each code of this format and its one stable meaning."""
