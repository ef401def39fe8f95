"""Spans back to the results of an annotation."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from regiontargets.documents import AnnotatedDocument, AttributeValue, Span

from ..json_records import Json
from ..json_values import fields_from, json_from
from ..quoted_offsets import QuotedOffsets
from ..record_findings import RecordFindings
from .results import META, OWN, VALUE, control_fields

_QUOTED = 4000
"""Characters of a region that are quoted at most, so that nested ones do not multiply a text."""


class Results:
    """Writes the spans of one document."""

    def __init__(self, document: AnnotatedDocument, kept: dict[str, Json], field: str) -> None:
        self._document = document
        self._hidden: list[str] = []
        self._offsets = QuotedOffsets(document.text, utf16=kept.get("offsets") != "code points")
        controls = kept.get("controls")
        self._controls = controls if isinstance(controls, dict) else {}
        self._from_name = str(kept.get("from_name") or "label")
        self._to_name = str(kept.get("to_name") or field)

    def all(self, said: RecordFindings) -> list[Json]:
        """The results of all spans; further labels of a region join their first."""
        results: list[Json] = []
        labels: list[Json] = []
        last: Span | None = None
        for span in self._document.spans:
            if last is not None and _is_further(span, last, len(labels) + 1):
                labels.append(span.label)
                continue
            region, labels = self._region(span, last is None)
            results += region
            last = span
        broken_up = [span.id for span in self._document.spans if len(span.fragments) != 1]
        _say_hidden(self._hidden, broken_up, said)
        return results

    def _region(self, span: Span, is_first: bool) -> tuple[list[Json], list[Json]]:
        labels: list[Json] = [span.label] if span.label else []
        place = self._place(span.start, span.end)
        stated = {
            name: fields
            for name, value in span.attributes.items()
            if (fields := self._stated(name, value)) is not None
        }
        left = {
            name: value
            for name, value in span.attributes.items()
            if name not in stated and not _is_extra(name, stated)
        }
        native, own = _split_native(left, "" if is_first else self._from_name)
        kept = {name: native[name] for name in OWN if name in native}
        controls = [
            self._control(span, name, place | fields, kept) for name, fields in stated.items()
        ]
        value, meta = native.pop("value", {}), self._meta(span, native.pop("meta", {}), own)
        if own:
            self._hidden.append(span.id)
        region: dict[str, Json] = {
            "id": span.id,
            "from_name": native.pop("from_name", self._from_name),
            "to_name": self._to_name,
            "type": "labels",
            "value": {
                **place,
                **self._quote(span),
                "labels": labels,
                **(value if isinstance(value, dict) else {}),
            },
            **native,
            **({"meta": meta} if meta else {}),
        }
        return [region, *controls], labels

    def _place(self, start: int, end: int) -> dict[str, Json]:
        convert = self._offsets.from_code_points
        return {"start": convert(start), "end": convert(end)}

    def _quote(self, span: Span) -> dict[str, Json]:
        if span.end - span.start > _QUOTED:
            return {}
        return {"text": self._document.text[span.start : span.end]}

    def _meta(self, span: Span, stated: Json, own: dict[str, Json]) -> dict[str, Json]:
        """A region's meta: its own, and what a region has no place for."""
        meta = stated if isinstance(stated, dict) else {}
        if len(span.fragments) != 1:
            places = [self._place(start, end) for start, end in span.fragments]
            meta["fragments"] = [[place["start"], place["end"]] for place in places]
        if own:
            meta["attributes"] = own
        return meta

    def _stated(self, name: str, value: AttributeValue) -> dict[str, Json] | None:
        """The value of the control's result that states an attribute, if a control does."""
        kind = self._controls.get(name)
        return control_fields(kind, value) if isinstance(kind, str) else None

    def _control(
        self, span: Span, name: str, value: dict[str, Json], kept: dict[str, Json]
    ) -> dict[str, Json]:
        extras = {
            key.removeprefix(name + "."): item
            for key, item in span.attributes.items()
            if _is_extra(key, (name,))
        }
        return {
            "id": span.id,
            "from_name": name,
            "to_name": self._to_name,
            "type": self._controls[name],
            "value": value,
            **kept,
            **fields_from(extras, ()),
        }


def _is_extra(name: str, controls: Collection[str]) -> bool:
    """Whether an attribute is what `control_extras` read of one of these controls."""
    control, _, own = name.rpartition(".")
    return control in controls and own in OWN


def _split_native(
    attributes: Mapping[str, AttributeValue], from_name: str
) -> tuple[dict[str, Json], dict[str, Json]]:
    """The fields of a result that state attributes in its own way, and the other attributes."""
    native = {name: attributes[name] for name in attributes if _is_native(name)}
    given = attributes.get("from_name")
    if from_name and isinstance(given, str) and given not in ("", from_name):
        native["from_name"] = given
    fields = fields_from(native, ())
    if not all(isinstance(fields.get(name, {}), dict) for name in ("value", "meta")):
        native, fields = {}, {}
    return fields, {
        name: json_from(value) for name, value in attributes.items() if name not in native
    }


def _is_native(name: str) -> bool:
    first, *rest = name.split(".")
    if first in OWN:
        return all(rest)
    taken = {"value": VALUE, "meta": META}.get(first)
    return taken is not None and bool(rest) and all(rest) and rest[0] not in taken


def _is_further(span: Span, first: Span, number: int) -> bool:
    """Whether a span is but a further label of the region before it."""
    return (
        number > 1
        and span.id == f"{first.id}.{number}"
        and span.fragments == first.fragments
        and span.attributes == first.attributes
    )


def _say_hidden(hidden: Sequence[str], broken_up: Sequence[str], said: RecordFindings) -> None:
    if broken_up:
        said.warning(
            "F064",
            f"{len(broken_up)} spans of several fragments are shown as one run of text",
            text=", ".join(broken_up[:10]),
            reason="a region has no gaps",
            suggestion="The fragments are kept in the regions' meta.",
        )
    if hidden:
        said.note(
            "F064",
            f"attributes of {len(hidden)} spans are not shown",
            text=", ".join(hidden[:10]),
            reason="no control tag states them",
            suggestion="They are kept in the regions' meta.",
        )
