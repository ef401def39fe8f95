"""From roles and links to drafts of records."""

from __future__ import annotations

from collections.abc import Iterable

from regiontargets.documents import Link, Span

from .draft import Draft, RecordKind
from .inference import from_links, from_sentences
from .label_map import FIELD_ROLES, RECORD_ROLES
from .roles import Roles

_REFERENCES = ("region", "metric", "amount", "period", "baseline")
_LITERALS = (
    *_REFERENCES,
    *("change", "issuer", "announced", "commitment", "aggregation", "supersedes", "absent"),
)


def drafts(roles: Roles) -> list[Draft]:
    """Every record that a document states, in the order of the text.

    Records are spans, or events; where a document has neither, they are put together from
    relations between mentions, or, failing that, from the sentence.
    """
    by_span = _of_spans(roles)
    _of_events(roles, by_span)
    _leaves_within(roles, by_span)
    _references(roles, by_span)
    _relations(roles, by_span)
    found = list(by_span.values())
    taken = {span.id for draft in found for spans in draft.mentions.values() for span in spans}
    loose = [span for span in roles.having("amount") if span.id not in taken]
    found += from_links(roles, loose)
    if not found:
        found = from_sentences(roles, loose)
    _report_loose(roles, loose, found)
    return sorted(found, key=lambda draft: draft.span.start)


def _of_spans(roles: Roles) -> dict[str, Draft]:
    found: dict[str, Draft] = {}
    for span in roles.having(*RECORD_ROLES):
        said = {name: roles.text_of(span, name) for name in _LITERALS}
        literals = {name: value for name, value in said.items() if value is not None}
        found[span.id] = Draft(_kind(roles, span), span, literals=literals)
    return found


def _kind(roles: Roles, span: Span) -> RecordKind:
    return "observation" if roles.role(span) == "observation" else "target"


def _of_events(roles: Roles, by_span: dict[str, Draft]) -> None:
    """An event is a record: its trigger is the record's span, its arguments the fields."""
    for link in roles.document.links:
        role = roles.labels.role(link.label)
        if role not in RECORD_ROLES:
            continue
        spans = [(name, roles.by_id.get(target)) for name, target in link.arguments]
        trigger = next((s for name, s in spans if s and name.casefold() == "trigger"), None)
        trigger = trigger or next((s for _, s in spans if s), None)
        if trigger is None:
            continue
        kind: RecordKind = "observation" if role == "observation" else "target"
        draft = by_span.setdefault(trigger.id, Draft(kind, trigger))
        for name, value in link.attributes.items():
            meaning = roles.labels.attribute(name)
            if meaning in _LITERALS and value not in (None, False):
                draft.literals.setdefault(meaning, str(value))
        for name, span in spans:
            if span is not None and span is not trigger:
                _fill(roles, draft, roles.labels.link(name), span)


def _fill(roles: Roles, draft: Draft, field: str | None, span: Span) -> None:
    """Put a span into the field that its own role says, or the link where that says more."""
    role = roles.role(span)
    if field in ("baseline", "equivalent"):
        draft.add("equivalents" if field == "equivalent" else "baseline", span)
    elif role in FIELD_ROLES:
        _add_leaf(roles, draft, span)
    elif field in FIELD_ROLES and role is None:
        draft.add(field, span)


def _leaves_within(roles: Roles, by_span: dict[str, Draft]) -> None:
    for leaf, record in roles.innermost(roles.having(*FIELD_ROLES)):
        if record is not None:
            _add_leaf(roles, by_span[record.id], leaf)


def _add_leaf(roles: Roles, draft: Draft, leaf: Span) -> None:
    role = roles.role(leaf)
    assert role is not None
    restated = role == "amount" and roles.said(leaf).get("equivalent")
    draft.add("equivalents" if restated else role, leaf)


def _references(roles: Roles, by_span: dict[str, Draft]) -> None:
    """`region=#gd` brings a leaf from elsewhere, and wins over one that stands within."""
    for draft in by_span.values():
        for name in _REFERENCES:
            value = draft.literals.get(name, "")
            if not value.startswith("#"):
                continue
            del draft.literals[name]
            span = roles.by_id.get(value[1:])
            if span is None:
                continue
            role = roles.role(span)
            wanted = ("period", "amount") if name == "baseline" else (name,)
            if role not in wanted:
                message = f"{name}={value} refers to a {role or span.label}"
                suggestion = f"Refer to a {' or '.join(wanted)}."
                roles.report("F122", message, draft.span, attribute=name, suggestion=suggestion)
                continue
            within = draft.mentions.get(name, [])
            draft.mentions[name] = [span, *(each for each in within if each is not span)]


def _relations(roles: Roles, by_span: dict[str, Draft]) -> None:
    """A relation between a record and a mention fills the record's field."""
    for link in roles.document.links:
        if roles.labels.role(link.label) in RECORD_ROLES:
            continue
        for draft, span in _pairs(roles, link, by_span):
            _fill(roles, draft, roles.labels.link(link.label), span)


def _pairs(roles: Roles, link: Link, by_span: dict[str, Draft]) -> Iterable[tuple[Draft, Span]]:
    targets = [target for _, target in link.arguments]
    for target in targets:
        if target in by_span:
            for other in targets:
                span = roles.by_id.get(other)
                if span is not None and other not in by_span:
                    yield by_span[target], span


def _report_loose(roles: Roles, loose: list[Span], found: list[Draft]) -> None:
    taken = {span.id for draft in found for spans in draft.mentions.values() for span in spans}
    for span in loose:
        if span.id not in taken:
            roles.report(
                "F121",
                "this amount belongs to no record",
                span,
                reason="no target or observation stands around it, refers to it or is linked to it",
                suggestion="Put it into a record, or refer to it: amount=#id.",
            )
