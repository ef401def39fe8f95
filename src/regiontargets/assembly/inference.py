"""Records where annotators marked none: from relations between mentions, or from the sentence."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable

from regiontargets.documents import Span
from regiontargets.phrases import aspect_at

from .draft import Draft, RecordKind
from .label_map import FIELD_ROLES
from .roles import Roles

_SENTENCE_END = re.compile(r"[.!?](?=[\s”’\"']*(?:\s[A-Z“‘\"]|\s*$))|[。！？；]|\n")
_CONTEXT_ROLES = ("region", "metric", "period")
_MOST_LINKED = 100
"""A mention linked to more than this says nothing of any one of them."""


def from_links(roles: Roles, amounts: Iterable[Span]) -> list[Draft]:
    """One record an amount that relations lead from, with the nearest mention of each role."""
    neighbours = _neighbours(roles)
    found: list[Draft] = []
    for amount in amounts:
        if amount.id not in neighbours:
            continue
        draft = _draft(roles, amount)
        for span in _reachable(roles, amount, neighbours):
            role = roles.role(span)
            if role in _CONTEXT_ROLES and role not in draft.mentions:
                draft.add(role, span)
        found.append(draft)
    return found


def from_sentences(roles: Roles, amounts: list[Span]) -> list[Draft]:
    """One record an amount that shares its sentence with a metric or a region."""
    if not amounts:
        return []
    sentences = _sentences(roles.document.text)
    leaves = [span for span in roles.having(*FIELD_ROLES) if roles.role(span) != "amount"]
    found: list[Draft] = []
    sentence, first = 0, 0
    for amount in amounts:
        while sentences[sentence][1] <= amount.start:
            sentence += 1
        start, end = sentences[sentence]
        while first < len(leaves) and leaves[first].start < start:
            first += 1
        draft = _draft(roles, amount)
        for role in _CONTEXT_ROLES:
            nearest = _nearest(roles, amount, role, leaves, first, end)
            if nearest is not None:
                draft.add(role, nearest)
        if len(draft.mentions) > 1:
            found.append(draft)
            roles.report(
                "F125",
                "this record was put together from its sentence",
                amount,
                severity="note",
                reason="nothing marks it as a target or an observation",
            )
    return found


def _draft(roles: Roles, amount: Span) -> Draft:
    kind: RecordKind = "target"
    if aspect_at(roles.document.text, amount.start, amount.end) == "result":
        kind = "observation"
    restated = roles.said(amount).get("equivalent")
    return Draft(kind, amount, {"equivalents" if restated else "amount": [amount]}, inferred=True)


def _nearest(
    roles: Roles, amount: Span, role: str, leaves: list[Span], first: int, end: int
) -> Span | None:
    """The mention of a role nearest to the amount in its sentence, one before it preferred."""
    best: tuple[int, Span] | None = None
    for index in range(first, len(leaves)):
        span = leaves[index]
        if span.start >= end:
            break
        if roles.role(span) != role:
            continue
        before = span.end <= amount.start
        distance = amount.start - span.end if before else 2 * (span.start - amount.end) + 1
        if best is None or distance < best[0]:
            best = (distance, span)
    return best[1] if best else None


def _neighbours(roles: Roles) -> dict[str, list[str]]:
    neighbours: dict[str, list[str]] = {}
    for link in roles.document.links:
        ids = [target for _, target in link.arguments if target in roles.by_id]
        for one in ids[:1]:
            for other in ids[1:]:
                neighbours.setdefault(one, []).append(other)
                neighbours.setdefault(other, []).append(one)
    return neighbours


def _reachable(roles: Roles, amount: Span, neighbours: dict[str, list[str]]) -> Iterable[Span]:
    """Mentions linked to an amount, nearest first; never through another amount."""
    seen, waiting = {amount.id}, deque([amount.id])
    while waiting and len(seen) < _MOST_LINKED:
        for span_id in neighbours.get(waiting.popleft(), ())[:_MOST_LINKED]:
            if span_id in seen:
                continue
            seen.add(span_id)
            span = roles.by_id[span_id]
            if roles.role(span) != "amount":
                waiting.append(span_id)
                yield span


def _sentences(text: str) -> list[tuple[int, int]]:
    bounds: list[tuple[int, int]] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        bounds.append((start, match.end()))
        start = match.end()
    return [*bounds, (start, len(text) + 1)]
