"""Regions by any name they bear, at any date."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiontargets.catalog import regions
from regiontargets.catalog.regions.built_in import built_in_tables
from regiontargets.catalog.regions.rows import BuiltInRows
from regiontargets.catalog.regions.tables import TablesOfRows
from regiontargets.errors import AmbiguousRegion, UnknownRegion
from regiontargets.model import Region

QUERIES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "queries.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def answer(query: str) -> str:
    try:
        return regions.get(query).code
    except AmbiguousRegion as error:
        found = [each.code for each in error.candidates if isinstance(each, Region)]
        return f"?{' '.join(found)}"
    except UnknownRegion:
        return "!"


@pytest.mark.parametrize(("query", "expected"), QUERIES, ids=[query for query, _ in QUERIES])
def test_a_query_finds_its_region(query: str, expected: str) -> None:
    found = answer(query)
    if expected.startswith("?"):
        assert found.startswith("?")
        assert set(found[1:].split(" ")) == set(expected[1:].split(" "))
    else:
        assert found == expected


def test_every_name_finds_its_bearer() -> None:
    lost = []
    for region in regions:
        day = region.valid_from or region.valid_to
        for name in regions.names_of(region):
            bearers = regions.find(name, on=day) if day else regions.find(name)
            if region not in bearers:
                lost.append((region.key, name))
    assert lost == []


def test_every_code_leads_to_its_region() -> None:
    for region in regions:
        if region.valid_to is None:
            assert regions[region.code] == region


def test_keys_tell_regions_apart() -> None:
    counted = Counter((region.key, region.name) for region in regions)
    assert [key for key, count in counted.items() if count > 1] == []


def test_parents_members_and_successors_exist() -> None:
    for region in regions:
        for code in (region.parent, *region.members, *region.successors):
            assert code is None or code in regions, (region.key, code)


def test_counts_are_those_of_the_sources() -> None:
    counts = regions.counts()
    # ISO 3166-1 has 249 entries; it reserves EU, and leaves XK to users. pycountry lists 31 former.
    assert counts["iso3166-1"] == 251
    assert counts["iso3166-3"] == 31
    # Four cities have no counties: the towns below them stand in the list like counties. Since the
    # list was made three counties were founded and two merged.
    today = [r for r in regions if r.scheme == "gb2260" and r.valid_to is None]
    assert Counter(r.level for r in today)["prefecture"] == 333
    assert Counter(r.level for r in today)["county"] == 2976


def test_within_on_and_level_narrow() -> None:
    assert regions.get("Suzhou", within="CN-JS").code == "320500"
    assert regions.get("Suzhou", within=regions["CN-AH"]).code == "341300"
    assert regions.get("Georgia", level="country").code == "GE"
    assert regions.get("Chaohu", on=date(2005, 1, 1)).code == "341400"
    assert regions.get("Chaohu", on=date(2022, 1, 1)).code == "340181"
    with pytest.raises(UnknownRegion, match="is no part of"):
        regions.get("Hefei", within="CN-JS")
    with pytest.raises(UnknownRegion, match="did not exist on 1990-01-01"):
        regions.get("Xiong'an New Area", on=date(1990, 1, 1))


def test_what_ended_names_its_successors() -> None:
    assert [r.code for r in regions.successors_of(regions["341400"])] == [
        *("340100", "340200", "340500"),
    ]
    assert [r.code for r in regions.successors_of(regions["371200"])] == ["370100"]


def test_parts_and_wholes() -> None:
    kunshan = regions.get("Kunshan")
    assert [r.code for r in regions.ancestors(kunshan)] == ["320500", "CN-JS", "CN"]
    assert regions.within(kunshan, regions["CN-JS"])
    assert regions.within(regions["CN-JS"], regions["CN-GRP-YRD"])
    assert regions["320500"] in regions.children(regions["CN-JS"])
    assert [r.name for r in regions.members(regions["CN-GRP-JJJ"])] == [
        *("Beijing", "Tianjin", "Hebei"),
    ]


def test_a_near_miss_is_answered_with_suggestions() -> None:
    with pytest.raises(UnknownRegion) as raised:
        regions.get("Shandnog")
    assert raised.value.suggestions[0] == "Shandong"


@given(st.text(max_size=200))
def test_any_text_ends_in_a_region_or_a_named_error(text: str) -> None:
    assert answer(text)


def test_hostile_queries_are_answered() -> None:
    for query in ("x" * 10**6, "省" * 10**5, "a," * 10**5, "'s " * 10**5, "\0", "\u202e"):
        assert answer(query) == "!"


@pytest.mark.parametrize("table", ["codes", "full", "bare", "districts"])
def test_the_tables_are_those_of_the_data(table: str) -> None:
    """After an edit of the data by hand: `python -m update.regions.lookup`."""
    kept = getattr(built_in_tables(), table)
    assert dict(kept.items()) == getattr(TablesOfRows(BuiltInRows()), table)
    assert list(kept) == sorted(kept)


def test_the_regions_of_the_data_are_what_checking_makes_of_them() -> None:
    for region in regions:
        checked = Region(**vars(region))
        assert vars(region) == vars(checked), region.code
        assert repr(vars(region)) == repr(vars(checked))
        assert region.model_fields_set == checked.model_fields_set == Region.model_fields.keys()


def test_every_code_is_found_by_halving_the_table() -> None:
    codes = built_in_tables().codes
    assert all(codes[code] == places for code, places in codes.items())
    assert all(f"{code}\0" not in codes for code in codes)


@pytest.mark.parametrize(
    ("code", "first_day", "last_day", "successors"),
    [
        ("HR04", date(2018, 1, 1), date(2020, 12, 31), ["HR02", "HR-21", "HR06"]),
        ("BE327", date(2018, 1, 1), date(2020, 12, 31), ["BE328"]),
        ("PT17", None, date(2023, 12, 31), ["PT1A", "PT1B"]),
        ("NL31", None, date(2023, 12, 31), ["NL-UT"]),
        ("FR-B", None, date(2015, 12, 31), ["FR-NAQ"]),
    ],
)
def test_codes_of_europe_are_of_their_time(
    code: str, first_day: date | None, last_day: date, successors: list[str]
) -> None:
    region = regions[code]
    assert (region.valid_from, region.valid_to) == (first_day, last_day)
    assert [each.code for each in regions.successors_of(region)] == successors


@pytest.mark.parametrize(
    ("retired", "code"),
    [
        *(("CN-11", "CN-BJ"), ("CN-91", "HK"), ("IN-OR", "IN-OD"), ("IN-CT", "IN-CG")),
        *(("IN-TG", "IN-TS"), ("IN-UT", "IN-UK"), ("MX-DIF", "MX-CMX"), ("CZ-PR", "CZ-10")),
        *(("CA-NF", "CA-NL"), ("AU-NS", "AU-NSW"), ("KZ-ALM", "KZ-19"), ("PL-MZ", "PL-14")),
        *(("FR-J", "FR-IDF"), ("BD-3", "BD-C"), ("GT-GU", "GT-01"), ("EE-78", "EE-79")),
    ],
)
def test_a_retired_code_leads_to_the_one_that_replaced_it(retired: str, code: str) -> None:
    assert regions[retired].code == code
