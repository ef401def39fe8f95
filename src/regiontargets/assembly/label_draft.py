"""What a corpus calls things, as the draft of a label map."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable

from regiontargets.documents import AnnotatedDocument

from .label_map import ROLES, LabelMap

_UNKNOWN = "ignore"


def draft_label_map(documents: Iterable[AnnotatedDocument], labels: LabelMap) -> str:
    """Every label, attribute and link of some documents under the role that a map gives it.

    What the map does not know stands under `ignore`, or commented out, to be moved.

    >>> from regiontargets.documents import Span
    >>> doc = AnnotatedDocument("Hubei", (Span("T1", "Place", ((0, 5),)),))
    >>> print(draft_label_map([doc], LabelMap.default()).splitlines()[2])
    region = ["Place"]  # 1
    """
    spans: Counter[str] = Counter()
    attributes: Counter[str] = Counter()
    links: Counter[str] = Counter()
    for document in documents:
        spans.update(span.label for span in document.spans)
        attributes.update(name for span in document.spans for name in span.attributes)
        for link in document.links:
            (spans if labels.role(link.label) else links)[link.label] += 1
            links.update(role for role, _ in link.arguments if labels.role(link.label))
    lines = [f"# Roles: {', '.join(ROLES)}.", *_section("labels", spans, labels.role)]
    lines += _section("attributes", attributes, labels.attribute)
    lines += _section("links", links, labels.link)
    return "\n".join(lines)


def _section(
    name: str, counted: Counter[str], meaning: Callable[[str], str | None]
) -> Iterable[str]:
    by_meaning: dict[str, list[str]] = {}
    for label in sorted(counted):
        by_meaning.setdefault(meaning(label) or _UNKNOWN, []).append(label)
    yield f"[{name}]"
    for role, labels in sorted(by_meaning.items(), key=lambda item: (item[0] == _UNKNOWN, item[0])):
        words = ", ".join(json.dumps(label, ensure_ascii=False) for label in labels)
        counts = ", ".join(f"{counted[label]:,}" for label in labels)
        # Only a label can be ignored by a role; an attribute or link without meaning just is.
        mark = "# unknown: " if role == _UNKNOWN and name != "labels" else ""
        yield f"{mark}{role} = [{words}]  # {counts}"
