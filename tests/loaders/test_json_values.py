"""Attributes and metadata as JSON, and links of any kind."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiontargets.documents import AttributeValue, Link
from regiontargets.loaders.json_links import (
    dangling,
    link_fields,
    link_from,
    merged_links,
    other_links,
)
from regiontargets.loaders.json_records import Json
from regiontargets.loaders.json_values import (
    attributes_from,
    fields_from,
    json_text,
    metadata_fields,
    metadata_from,
)

NAMES = st.text(st.sampled_from("ab.0_"), max_size=5)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3).map(tuple),
    max_leaves=4,
)


@given(st.dictionaries(NAMES, VALUES, max_size=5))
def test_attributes_come_back_from_the_fields_they_make(
    attributes: dict[str, AttributeValue],
) -> None:
    taken = ("a", "b")
    fields = fields_from(attributes, taken)
    assert not set(fields) & set(taken)
    assert attributes_from(fields, taken) == attributes


@pytest.mark.parametrize(
    ("fields", "attributes"),
    [
        ({"a": {"b": {"c": 1}}}, {"a.b.c": 1}),
        ({"a": [1, [2]]}, {"a": (1, (2,))}),
        ({"a": [{"b": 1}, {"b": 2}]}, {"a.0.b": 1, "a.1.b": 2}),
        ({"a": {}, "b": []}, {"a": (), "b": ()}),
        ({"a": {"b": 1}, "a.b": 2}, {"a.b": 1, "a.b_": 2}),
    ],
)
def test_objects_are_flattened(
    fields: dict[str, object], attributes: dict[str, AttributeValue]
) -> None:
    assert attributes_from(fields, ()) == attributes  # type: ignore[arg-type]


def test_metadata_keep_their_objects_and_their_dates() -> None:
    fields = {"published": "2022-02-17", "text": "x", "text_": {"a": ["2022-02-31", "17"]}}
    metadata = metadata_from(fields, ("text",))  # type: ignore[arg-type]
    assert metadata == {"published": date(2022, 2, 17), "text": {"a": ["2022-02-31", "17"]}}
    assert metadata_fields(metadata, ("text",)) == {"published": "2022-02-17"} | {
        "text_": {"a": ["2022-02-31", "17"]}
    }


def test_numbers_that_json_lacks_are_written_by_name() -> None:
    assert fields_from({"a": float("nan"), "b": float("-inf")}, ()) == {"a": "nan", "b": "-inf"}


def test_text_can_always_be_saved() -> None:
    assert json_text({"a": "\ud842"}).encode() == b'{"a": "\\ud842"}'


class TestLinks:
    link = Link("E1", "aims", (("region", "T1"), ("region", "T2")), {"n": (1, None)})

    def test_come_back_from_their_fields(self) -> None:
        assert link_from(link_fields(self.link)) == self.link

    @pytest.mark.parametrize(
        "value",
        [None, {}, {"id": 1, "label": "", "arguments": []}, {"id": "a", "label": "b"}]
        + [{"id": "a", "label": "b", "arguments": each} for each in ([1], [["a"]], [["a", 1]], 5)],
    )
    def test_that_are_none_are_refused(self, value: object) -> None:
        assert link_from(value) is None  # type: ignore[arg-type]

    def test_stand_where_they_stood(self) -> None:
        links = [Link(name, "", (("", "T1"),)) for name in "abcde"]
        native = [links[1], links[3]]
        assert merged_links(native, other_links(links, native), ["T1"]) == (links, [])

    def test_at_odd_places_come_last(self) -> None:
        listed: Json = [
            {**link_fields(Link(name, "", ())), "at": at} for name, at in (("a", -5), ("b", 9))
        ]
        merged, lost = merged_links([Link("c", "", ())], listed, [])
        assert [link.id for link in merged] == ["c", "a", "b"]
        assert lost == []

    def test_that_lead_to_lost_ones_are_lost(self) -> None:
        chain = [Link(f"{n}", "", (("", f"{n + 1}"),)) for n in range(1000)]
        circle = [Link("x", "", (("", "y"),)), Link("y", "", (("", "x"),))]
        assert dangling([*chain, *circle], []) == {link.id for link in chain}
