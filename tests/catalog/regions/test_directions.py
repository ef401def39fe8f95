"""A name that says only where something lies is no region's until its country is known."""

import pytest

from regiontargets.catalog import regions
from regiontargets.errors import AmbiguousRegion


@pytest.mark.parametrize(
    "name",
    ["East", "the Northeast", "Western Region", "Southern Province", "Coast", "新区", "南部"],
)
def test_it_is_ambiguous_by_itself(name: str) -> None:
    with pytest.raises(AmbiguousRegion):
        regions.get(name)


@pytest.mark.parametrize(
    ("name", "within", "code"),
    [("East", "CM", "CM-ES"), ("Western Region", "GH", "GH-WP"), ("Eastern Region", "GH", "GH-EP")],
)
def test_its_country_tells_which_it_is(name: str, within: str, code: str) -> None:
    assert regions.get(name, within=within).code == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Northern Territory", "AU-NT"),
        ("Western Cape", "ZA-WC"),
        ("South Holland", "NL-ZH"),
        ("Northeast China", "CN-GRP-NE"),
        ("中部", "CN-GRP-CENTRAL"),
        ("南部县", "511321"),
    ],
)
def test_a_name_with_more_to_it_is_not(name: str, code: str) -> None:
    assert regions.get(name).code == code
