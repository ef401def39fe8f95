"""JSON read record by record: arrays, lines, values over lines; slips, half files, depth."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiontargets.loaders.json_outline import json_outline
from regiontargets.loaders.json_records import (
    BrokenRecord,
    Json,
    JsonRecord,
    json_records,
    single_value,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=6,
)
OBJECTS = st.dictionaries(st.text(max_size=3), JSON, max_size=3)


def values(text: str) -> list[Json]:
    return [record.value for record in json_records(text) if isinstance(record, JsonRecord)]


def broken(text: str) -> list[tuple[int, int, str]]:
    records = list(json_records(text))
    return [(r.line, r.column, r.reason) for r in records if isinstance(r, BrokenRecord)]


@given(st.lists(OBJECTS, min_size=1, max_size=4), st.sampled_from([None, 1]))
def test_an_array_of_objects_gives_its_members(records: list[Json], indent: int | None) -> None:
    assert values(json.dumps(records, indent=indent)) == records


@given(st.lists(OBJECTS, min_size=1, max_size=4), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_lines_give_a_record_each(records: list[Json], end: str) -> None:
    assert values(end.join(json.dumps(record, ensure_ascii=False) for record in records)) == records


@given(st.lists(OBJECTS.filter(bool), min_size=1, max_size=3))
def test_values_over_several_lines_are_read_one_after_another(records: list[Json]) -> None:
    assert values("\n".join(json.dumps(record, indent=2) for record in records)) == records


def test_records_know_their_line() -> None:
    records = list(json_records('[\n {"a": 1},\n\n {"b":\n 2}\n]'))
    assert [record.line for record in records] == [2, 4]


class TestSlips:
    @pytest.mark.parametrize(
        ("text", "value", "repair"),
        [
            ('{"a": NaN}', {"a": None}, "NaN is not JSON; it is read as null"),
            ('{"a": -Infinity}', {"a": None}, "-Infinity is not JSON; it is read as null"),
            ('{"a": 1e999}', {"a": None}, "the number 1e999 is too large; it is read as null"),
            ('{"a": 1, "a": 2}', {"a": 2}, "the key 'a' stands twice; its last value is read"),
            ('{"a": ' + "1" * 5000 + "}", {"a": None}, "a number of 5000 digits is read as null"),
        ],
    )
    def test_are_mended_and_told(self, text: str, value: Json, repair: str) -> None:
        assert list(json_records(text)) == [JsonRecord(value, 1, (repair,))]

    def test_a_missing_comma_is_told(self) -> None:
        _, second = json_records('[{"a": 1} {"b": 2}]')
        assert isinstance(second, JsonRecord)
        assert second.repairs == ("a comma is missing before this record",)


class TestBrokenRecords:
    def test_hide_no_others_in_an_array(self) -> None:
        text = '[{"a": 1},\n{"b" 2},\n{"c": "]"}]'
        assert values(text) == [{"a": 1}, {"c": "]"}]
        assert broken(text) == [(2, 6, "expecting ':' delimiter")]

    def test_hide_no_others_in_lines(self) -> None:
        text = '{"a": 1}\n{"b": [1,\n{"c": 3} x\n{"d": 4}\n'
        assert values(text) == [{"a": 1}, {"d": 4}]
        assert [line for line, _, _ in broken(text)] == [2, 3]

    def test_at_the_end_of_half_a_file(self) -> None:
        assert values('[{"a": 1}, {"b": "x') == [{"a": 1}]
        assert broken('[{"a": 1}') == [(1, 10, "the file ends before its list is closed")]

    def test_may_be_many(self) -> None:
        text = '[{"a": 1},' + '{"b" 2},' * 50_000 + '{"c": 3}]'
        assert values(text) == [{"a": 1}, {"c": 3}]
        assert broken(text)[-1] == (1, 11 + 8 * 49_999 + 5, "expecting ':' delimiter")

    @pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a":'])
    def test_that_nest_too_deeply_are_told(self, opening: str) -> None:
        assert "nests more than 64 levels deep" in broken(opening * 100_000)[0][2]

    def test_nesting_is_counted_where_python_could_read_it(self) -> None:
        assert values("[" * 60 + "]" * 60) != []
        assert broken('{"a": ' + "[" * 70 + "]" * 70 + "}")[0][2].startswith("it nests more")


@pytest.mark.parametrize(
    ("text", "value"), [("5", 5), ('"a"', "a"), ("[1, 2]", [1, 2]), ("null", None)]
)
def test_a_single_value_is_read(text: str, value: Json) -> None:
    assert single_value(text) == JsonRecord(value, 1)


@pytest.mark.parametrize("text", ["", "a", "1 2", "[1", "{}{}", "[" * 5000])
def test_anything_else_is_no_single_value(text: str) -> None:
    assert single_value(text) is None


class TestOutlines:
    def test_name_the_keys_of_the_first_record_only(self) -> None:
        text = '[{"a": [{"b": {"c": "x: {"}}], "d": 1}, {"e": 1}]'
        assert json_outline(text) == {"a", "a.b", "a.b.c", "d"}

    def test_of_lines_end_with_the_first(self) -> None:
        assert json_outline('{"a": {"b": 1}, "c": 2}\n{"d": 1}') == {"a", "a.b", "c"}

    def test_of_half_a_file_name_what_is_there(self) -> None:
        assert json_outline('{"a": "x", "b": [{"c": "unclosed') == {"a", "b", "b.c"}
