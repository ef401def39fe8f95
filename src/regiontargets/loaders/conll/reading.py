"""Sentences to documents: text, spans, what comments add, and the way back to the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from regiontargets.documents import AnnotatedDocument, Link, SourceMap, Span
from regiontargets.documents.annotated_document import MetadataValue

from ..input_file import InputFile
from ..json_links import dangling
from ..record_findings import RecordFindings
from .comments import StatedSpan, link_in, metadata_in, span_in, value_of
from .layout import Layout
from .sentences import Part, Sentence, parts_of
from .spacing import between, is_by_character, stated_after, stated_before
from .tags import Slip, begins_with_b, chunks_of

KEPT = "conll"
"""The metadata key under which a document keeps the lines of another layout."""


def documents_of(file: InputFile) -> Iterator[AnnotatedDocument]:
    """The documents of a file."""
    layout, parts = parts_of(file)
    strict = tuple(
        begins_with_b([_tags(each, layer) for part in parts for each in part.sentences])
        for layer in range(len(layout.tags))
    )
    for part in parts:
        text, starts = _Text(part, layout).built()
        spans = _spans(part, starts, strict)
        spans, links = _with_comments(part, spans, len(text))
        tokens = [token for sentence in part.sentences for token in sentence.tokens]
        runs = [(0, tokens[0].offset if tokens else part.start)]
        runs += [(at, token.offset) for at, token in zip(starts, tokens, strict=True)]
        metadata: dict[str, MetadataValue] = metadata_in(part.pairs)
        if not layout.own:
            metadata[KEPT] = {"lines": file.text[part.start : part.end]}
        yield AnnotatedDocument(
            text,
            tuple(spans),
            tuple(links),
            metadata,
            tuple(part.findings.found),
            SourceMap(file.name, file.text, runs),
        )


def _tags(sentence: Sentence, layer: int) -> list[str]:
    return [token.tags[layer] for token in sentence.tokens]


class _Text:
    """Puts a document's tokens together."""

    def __init__(self, part: Part, layout: Layout) -> None:
        self._part, self._layout = part, layout
        forms = [token.form for sentence in part.sentences for token in sentence.tokens]
        self._by_character = is_by_character(forms)
        self._guessed = False

    def built(self) -> tuple[str, list[int]]:
        """The text, and where each token begins in it."""
        pieces: list[str] = []
        starts: list[int] = []
        length = 0
        sentences = self._part.sentences
        for number, sentence in enumerate(sentences):
            text, offsets = self._sentence(sentence, is_first=number == 0)
            starts += [length + at for at in offsets]
            after = self._after(sentence) if number + 1 < len(sentences) else self._last(sentence)
            pieces += [text, after]
            length += len(text) + len(after)
        if self._guessed:
            self._part.findings.at(self._part.line)
            self._part.findings.note(
                "F082",
                "the white space between tokens is put by rule",
                reason="the file does not say what stood between them",
                suggestion="Export with '# text =' comments, or as CoNLL-U.",
            )
        return "".join(pieces), starts

    def _sentence(self, sentence: Sentence, *, is_first: bool) -> tuple[str, list[int]]:
        if sentence.text is not None:
            if not sentence.tokens:
                stated = value_of(sentence.text)
                return (stated if isinstance(stated, str) else sentence.text), []
            offsets = _aligned(sentence.text, sentence)
            if offsets is not None:
                return sentence.text, offsets
            self._say_disagree(sentence)
        before = stated_before(sentence.tokens[0].misc) if is_first else ""
        pieces, offsets, length = [before], list[int](), len(before)
        for at, token in enumerate(sentence.tokens):
            offsets.append(length)
            following = sentence.tokens[at + 1].form if at + 1 < len(sentence.tokens) else None
            after = "" if following is None else self._between(token.form, token.misc, following)
            pieces += [token.form, after]
            length += len(token.form) + len(after)
        return "".join(pieces), offsets

    def _between(self, form: str, misc: str, following: str) -> str:
        stated = stated_after(misc)
        if stated is not None:
            return stated
        if self._layout.misc is not None:
            return " "
        self._guessed = True
        return "" if self._by_character else between(form, following)

    def _after(self, sentence: Sentence) -> str:
        """What stands after a sentence that another follows."""
        stated = stated_after(sentence.tokens[-1].misc) if sentence.tokens else None
        if stated is not None:
            return stated
        if self._layout.misc is not None and not self._layout.own:
            return " "
        self._guessed = self._guessed or not self._layout.own
        return "\n"

    def _last(self, sentence: Sentence) -> str:
        """What stands after the last sentence."""
        return (stated_after(sentence.tokens[-1].misc) or "") if sentence.tokens else ""

    def _say_disagree(self, sentence: Sentence) -> None:
        self._part.findings.at(sentence.tokens[0].line, sentence.tokens[0].column)
        self._part.findings.warning(
            "F083",
            "the tokens are not those of the sentence's text; the tokens are taken",
            text=str(sentence.text),
        )


def _aligned(text: str, sentence: Sentence) -> list[int] | None:
    """Where the tokens stand in the sentence's text; None if they do not."""
    offsets: list[int] = []
    at = 0
    for token in sentence.tokens:
        while at < len(text) and text[at].isspace():
            at += 1
        if not text.startswith(token.form, at):
            return None
        offsets.append(at)
        at += len(token.form)
    return offsets if not text[at:].strip() else None


def _spans(part: Part, starts: list[int], strict: tuple[bool, ...]) -> list[Span]:
    """The spans that tags mark, by where they begin, outer layers first."""
    found: list[tuple[int, int, int, str]] = []
    first = 0
    for sentence in part.sentences:
        for layer, is_strict in enumerate(strict):
            for chunk in chunks_of(_tags(sentence, layer), strict=is_strict):
                if isinstance(chunk, Slip):
                    token = sentence.tokens[chunk.token]
                    part.findings.at(token.line, token.column)
                    part.findings.warning(
                        "F081", "a tag is read otherwise", text=token.form, reason=chunk.reason
                    )
                    continue
                last = first + chunk.end - 1
                end = starts[last] + len(sentence.tokens[chunk.end - 1].form)
                found.append((starts[first + chunk.first], layer, end, chunk.label))
        first += len(sentence.tokens)
    return [
        Span(f"T{number}", label, ((start, end),))
        for number, (start, _, end, label) in enumerate(sorted(found), start=1)
    ]


def _with_comments(part: Part, spans: list[Span], length: int) -> tuple[list[Span], list[Link]]:
    """The spans and links with what comments say of them, in the comments' order."""
    stated = [span_in(value) for key, value in part.pairs if key == "span"]
    links = [link_in(value) for key, value in part.pairs if key == "link"]
    part.findings.at(part.line)
    if stated:
        spans = _merged(spans, stated, length, part.findings)
    gone = dangling([link for link in links if link], {span.id for span in spans})
    kept: list[Link] = []
    for link in links:
        if link is None or link.id in gone:
            _say_unread("link", link.id if link else "", part.findings)
        else:
            kept.append(link)
    return spans, kept


def _merged(
    tagged: list[Span],
    stated: list[StatedSpan | None],
    length: int,
    findings: RecordFindings,
) -> list[Span]:
    left: dict[tuple[object, str], list[Span]] = {}
    for span in tagged:
        left.setdefault((span.fragments, span.label), []).append(span)
    merged: list[Span] = []
    for each in stated:
        if each is None or any(not 0 <= s <= e <= length for s, e in each.span.fragments):
            _say_unread("span", each.span.id if each else "", findings)
            continue
        if each.tagged:
            matching = left.get((each.span.fragments, each.span.label))
            if not matching:
                _say_unread("span", each.span.id, findings)
                continue
            matching.pop()
        merged.append(each.span)
    used = {span.id for span in merged}
    rest = [span for group in left.values() for span in group]
    for number, span in enumerate(sorted(rest, key=lambda each: each.start), start=1):
        name = f"T{len(merged) + 1}"
        while name in used:
            name += f".{number}"
        used.add(name)
        merged.append(replace(span, id=name))
    return merged


def _say_unread(what: str, name: str, findings: RecordFindings) -> None:
    findings.warning(
        "F083",
        f"a comment states a {what} that is not in the columns, or not at all",
        text=name,
        suggestion="The columns are taken for what is meant.",
    )
