"""Quotations with their speakers."""

from __future__ import annotations

from regiontargets.documents import Span
from regiontargets.model import Quote, Source

from .roles import Roles
from .sources import evidence_of


def quotes(roles: Roles, source: Source) -> list[Quote]:
    """Every quote of a document; its speaker by reference, by link, or as a literal."""
    linked = _linked_speakers(roles)
    return [_quote(roles, source, span, linked) for span in roles.having("quote")]


def _quote(roles: Roles, source: Source, span: Span, linked: dict[str, Span]) -> Quote:
    stated = roles.text_of(span, "speaker")
    speaker = linked.get(span.id)
    if stated is not None and stated.startswith("#"):
        speaker, stated = roles.by_id.get(stated[1:]), None
        if speaker is not None and roles.role(speaker) != "speaker":
            message = f"the speaker refers to a {roles.role(speaker) or speaker.label}"
            roles.report("F122", message, span, attribute="speaker")
            speaker = None
    text = roles.document.text

    def said(meaning: str) -> str | None:
        own = roles.text_of(span, meaning)
        return own if own is not None or speaker is None else roles.text_of(speaker, meaning)

    return Quote(
        id=f"{source.id}#{span.id}",
        text=roles.document.slice(span),
        speaker=stated if speaker is None else roles.document.slice(speaker),
        role=said("role"),
        affiliation=said("affiliation"),
        direct=not roles.said(span).get("indirect"),
        evidence=evidence_of(text, source.id, span.fragments),
        speaker_evidence=(
            None if speaker is None else evidence_of(text, source.id, speaker.fragments)
        ),
    )


def _linked_speakers(roles: Roles) -> dict[str, Span]:
    found: dict[str, Span] = {}
    for link in roles.document.links:
        spans = [roles.by_id[target] for _, target in link.arguments if target in roles.by_id]
        quoted = [span for span in spans if roles.role(span) == "quote"]
        speakers = [span for span in spans if roles.role(span) == "speaker"]
        for quote in quoted:
            if speakers:
                found.setdefault(quote.id, speakers[0])
    return found
