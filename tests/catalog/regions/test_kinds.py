"""A word for a small kind of place keeps a name from meaning a large one."""

import pytest

from regiontargets.catalog import regions
from regiontargets.errors import UnknownRegion


@pytest.mark.parametrize(
    "name",
    [
        *("Kansas City", "New York City", "Quebec City", "Washington County", "Delaware County"),
        *("Ontario County", "Guangdong City", "Hainan County", "Kuwait City", "Kyoto City"),
        *("Panama City", "Guatemala City", "Cebu City"),
        *("Berlin District", "广东市", "湖南县", "吉林县", "京都市"),
    ],
)
def test_no_large_place_is_given_for_a_small_one(name: str) -> None:
    with pytest.raises(UnknownRegion):
        regions.get(name)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *(("Berlin City", "DE-BE"), ("Vienna City", "AT-9"), ("Moscow City", "RU-MOW")),
        *(("Beijing City", "CN-BJ"), ("Jilin City", "220200"), ("Kunshan City", "320583")),
        *(
            ("Suffolk County", "GB-SFK"),
            ("Haidian District", "110108"),
            ("City of Wuhan", "420100"),
        ),
        *(("the city of Shanghai", "CN-SH"), ("Heilong Jiang", "CN-HL"), ("4403", "440300")),
    ],
)
def test_a_place_of_that_kind_is_found(name: str, code: str) -> None:
    assert regions.get(name).code == code
