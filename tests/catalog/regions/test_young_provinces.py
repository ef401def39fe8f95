"""No region is found before its first day; what stood in its place then is."""

from datetime import date

import pytest

from regiontargets.catalog import regions
from regiontargets.errors import UnknownRegion


@pytest.mark.parametrize(
    ("name", "day", "code"),
    [
        ("Chongqing", date(1990, 1, 1), "510200"),
        ("Chongqing", date(2000, 1, 1), "CN-CQ"),
        ("Hainan Province", date(1990, 1, 1), "CN-HI"),
        ("Alsace", date(2010, 1, 1), "FR-A"),
        ("Telangana", date(2014, 6, 2), "IN-TS"),
        ("euro area", date(2018, 1, 1), "EA19"),
        ("euro area", date(2024, 1, 1), "EA20"),
        ("EU-28", date(2015, 1, 1), "EU28"),
        ("EU27_2020", date(2022, 1, 1), "EU"),
        ("EU27_2007", date(2010, 1, 1), "EU27_2007"),
        ("France", date(1990, 1, 1), "FR"),
        ("Yemen", date(1985, 1, 1), "YE"),
    ],
)
def test_a_name_means_what_bore_it_that_day(name: str, day: date, code: str) -> None:
    assert regions.get(name, on=day).code == code


@pytest.mark.parametrize("name", ["Telangana", "Grand Est", "Ladakh", "South Sudan"])
def test_none_is_found_before_its_first_day(name: str) -> None:
    with pytest.raises(UnknownRegion, match="did not exist"):
        regions.get(name, on=date(2010, 1, 1))


def test_the_union_had_the_united_kingdom_for_a_member_until_2020() -> None:
    assert [len(regions.members(regions[code])) for code in ("EU15", "EU25", "EU28", "EU")] == [
        *(15, 25, 28, 27),
    ]
    assert len(regions.members(regions["OECD"])) == 38
