"""The classes and attributes of the native annotation, and what each code means."""

from __future__ import annotations

LEAF_CLASSES = frozenset({"region", "metric", "amount", "period", "quote", "speaker"})
"""Classes of mentions that belong to a record or a quote."""

RECORD_CLASSES = frozenset({"target", "observation"})
"""Classes of spans that state a record."""

FOREIGN_CLASS = "mention"
"""The class of a span that another format labelled in words of its own."""

LINK_CLASS = "link"
"""The class of an empty span that holds a relation, event or group of another format."""

FRAGMENT_CLASS = "fragment"
"""The class of a further run of a discontinuous span."""

CONTINUED_CLASS = "continued"
"""The class of the rest of a span that had to be cut where it crosses another or a blank line."""

MAIN_CLASSES = (
    LEAF_CLASSES | RECORD_CLASSES | {FOREIGN_CLASS, LINK_CLASS, FRAGMENT_CLASS, CONTINUED_CLASS}
)

FLAG_CLASSES: dict[str, frozenset[str]] = {
    "equivalent": frozenset({"amount"}),
    "indirect": frozenset({"quote"}),
    "absent": RECORD_CLASSES,
}
"""Classes that only say something more of a span, and on which main classes they may stand."""

_CODED = frozenset({"region", "metric"})
_RECORD_FIELDS = ("region", "metric", "amount", "period")

ATTRIBUTES: dict[str, frozenset[str]] = {
    "code": _CODED,
    "scheme": _CODED,
    "role": frozenset({"speaker"}),
    "affiliation": frozenset({"speaker"}),
    "speaker": frozenset({"quote"}),
    "change": RECORD_CLASSES,
    "baseline": RECORD_CLASSES,
    "issuer": RECORD_CLASSES,
    "announced": RECORD_CLASSES,
    "commitment": RECORD_CLASSES,
    "aggregation": RECORD_CLASSES,
    "supersedes": RECORD_CLASSES,
    "of": frozenset({FRAGMENT_CLASS, CONTINUED_CLASS}),
    "label": frozenset({FOREIGN_CLASS, LINK_CLASS}),
    "data": frozenset({FOREIGN_CLASS, LINK_CLASS}),
    **dict.fromkeys(_RECORD_FIELDS, RECORD_CLASSES),
}
"""Attributes and the main classes on which they may stand."""

REFERENCES = frozenset({"speaker", "of", "baseline", "supersedes", *_RECORD_FIELDS})
"""Attributes whose value may be a reference, `#id`."""

FINDINGS = {
    "F001": "a bracket that is never closed",
    "F002": "a closing bracket with attributes, and no opening one",
    "F003": "attributes that cannot be read",
    "F004": "an unknown class, or classes that do not go together",
    "F005": "an unknown attribute, or one that says nothing on this class",
    "F006": "an id that is given twice",
    "F007": "a reference to an id that does not exist",
    "F008": "a front matter that cannot be read",
    "F009": "a mention without text",
}
"""What this format's findings mean."""

MAX_DEPTH = 64
"""Brackets nested deeper than this are not annotation but an accident."""

MAX_ALIKE = 20
"""So many findings of one code are told one by one; the rest are counted in one more."""


def auto_id(number: int) -> str:
    """The id of the n-th span that is given none.

    >>> auto_id(3)
    's3'
    """
    return f"s{number}"
