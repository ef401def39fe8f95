"""China's divisions change on the day of approval and name what took their place."""

from datetime import date

import pytest

from regiontargets.catalog import regions
from regiontargets.errors import UnknownRegion


@pytest.mark.parametrize(
    ("code", "last_day", "successors"),
    [
        ("341400", date(2011, 7, 13), ["340100", "340200", "340500"]),  # 国函〔2011〕84号
        ("371200", date(2018, 12, 25), ["370100"]),  # 国函〔2018〕159号
        ("310119", date(2009, 4, 23), ["310115"]),  # 国函〔2009〕46号
        ("330103", date(2021, 3, 10), ["330105"]),  # 国函〔2021〕35号
        ("542400", date(2017, 7, 17), ["540600"]),  # 国函〔2017〕106号
    ],
)
def test_what_ended_knows_its_last_day_and_successors(
    code: str, last_day: date, successors: list[str]
) -> None:
    region = regions[code]
    assert region.valid_to == last_day
    assert [each.code for each in regions.successors_of(region)] == successors


def test_what_took_its_place_begins_on_the_next_day() -> None:
    assert regions["340181"].valid_from == date(2011, 7, 14)
    assert regions["370116"].valid_from == date(2018, 12, 26)


def test_a_city_bears_its_old_name_until_it_is_renamed() -> None:
    assert regions.get("Xiangfan", on=date(2010, 11, 25)).name == "Xiangfan"
    assert regions.get("Xiangyang", on=date(2010, 11, 26), level="prefecture").code == "420600"
    with pytest.raises(UnknownRegion):
        regions.get("襄樊市", on=date(2010, 11, 26))


def test_no_region_ends_before_it_begins() -> None:
    for region in regions:
        if region.valid_from and region.valid_to:
            assert region.valid_from <= region.valid_to, region.key
