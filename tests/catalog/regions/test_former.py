"""What is no more is found by its name and code, at its time, and leads to what came after it."""

from datetime import date

import pytest

from regiontargets.catalog import regions
from regiontargets.errors import UnknownRegion


@pytest.mark.parametrize(
    ("name", "on", "code", "today"),
    [
        ("Upper Volta", date(1980, 1, 1), "HVBF", {"BF"}),
        ("Ha Tay", date(2005, 1, 1), "VN-15", {"VN-HN"}),
        ("Katanga", date(2010, 1, 1), "CD-KA", {"CD-HK", "CD-HL", "CD-LU", "CD-TA"}),
        ("FATA", date(2015, 1, 1), "PK-TA", {"PK-KP"}),
        ("Sogn og Fjordane", date(2015, 1, 1), "NO-14", {"NO-46"}),
        ("Viken", date(2022, 1, 1), "NO-30", {"NO-31", "NO-32", "NO-33"}),
        ("Rift Valley Province", date(2010, 1, 1), "KE-700", None),
        ("Mazowieckie", date(2016, 1, 1), "PL-14", None),
        ("IE02", date(2016, 1, 1), "IE02", {"IE05", "IE06"}),
        ("FR71", date(2016, 1, 1), "FR71", {"FRK2"}),
        ("ASEAN-10", date(2020, 1, 1), "ASEAN10", {"ASEAN"}),
    ],
)
def test_it_is_found_at_its_time(name: str, on: date, code: str, today: set[str] | None) -> None:
    found = regions.get(name, on=on)
    assert found.code == code
    if today is not None:
        assert {each.code for each in regions.successors_of(found)} == today


def test_it_is_not_found_at_another_time() -> None:
    with pytest.raises(UnknownRegion, match="did not exist on 2020-01-01"):
        regions.get("Katanga", on=date(2020, 1, 1))
    with pytest.raises(UnknownRegion, match="did not exist on 2023-12-31"):
        regions.get("Akershus county", on=date(2023, 12, 31), within="NO")


def test_districts_of_before_are_found_without_the_word_for_them() -> None:
    assert regions.get("Nanhui", on=date(2005, 1, 1)).code == "310119"
    assert regions.get("南汇", on=date(2005, 1, 1)).code == "310119"


@pytest.mark.parametrize(
    ("code", "name", "successors"),
    [
        ("370421", "滕县", ["370481"]),  # a county that became a city of another name
        ("132902", "新华区", ["130902"]),  # its code was given to another place
        ("342700", "徽州地区", ["341000"]),
        ("512226", "奉节县", ["500236"]),  # by way of Wanxian, to Chongqing
        ("422800", "恩施地区", ["422800"]),
        ("140203", "矿区", ["140214"]),
        ("340302", "东市区", ["340302"]),  # renamed at the end of a February
    ],
)
def test_chinese_divisions_lead_to_those_of_today(
    code: str, name: str, successors: list[str]
) -> None:
    former = next(each for each in regions if each.code == code and each.names.get("zh") == name)
    assert [each.code for each in regions.successors_of(former)] == successors


def test_successors_are_those_of_a_day() -> None:
    fengjie = next(each for each in regions if each.code == "512226")
    in_1995 = regions.successors_of(fengjie, on=date(1995, 1, 1))
    assert [each.code for each in in_1995] == ["511225"]


@pytest.mark.parametrize(
    ("code", "first_day"),
    [
        ("340210", date(2020, 7, 6)),  # 国函〔2020〕80号
        ("350405", date(2021, 2, 2)),  # 国函〔2021〕9号
        ("540481", date(2023, 4, 3)),
        ("653228", date(2024, 12, 27)),
        ("500157", date(2025, 11, 7)),  # 渝府发〔2025〕15号
    ],
)
def test_changes_since_2019_have_their_days(code: str, first_day: date) -> None:
    assert regions[code].valid_from == first_day


def test_a_new_area_that_became_a_district_is_that_since() -> None:
    assert regions.get("Liangjiang New Area").code == "500157"
    assert regions.get("Liangjiang New Area", on=date(2020, 1, 1)).code == "CN-NA-LIANGJIANG"
    assert regions["CN-NA-PUDONG"].code == "310115"
    assert regions.get("浦东新区").name == "Pudong New Area"


@pytest.mark.parametrize(
    ("name", "code", "successor"),
    [
        ("Bình Dương", "VN-57", "VN-SG"),
        ("Hải Dương", "VN-61", "VN-HP"),
        ("Quảng Nam", "VN-27", "VN-DN"),
        ("Hòa Bình", "VN-14", "VN-68"),
        ("Trà Vinh", "VN-51", "VN-49"),
    ],
)
def test_vietnam_merged_provinces_in_2025(name: str, code: str, successor: str) -> None:
    """Resolution 202/2025/QH15: thirty-four provinces and cities from 1 July 2025."""
    merged = regions.get(name)
    assert (merged.code, merged.valid_to) == (code, date(2025, 6, 30))
    assert [each.code for each in regions.successors_of(merged)] == [successor]


def test_vietnam_has_thirty_four_provinces_and_cities() -> None:
    today = [each for each in regions.children(regions["VN"]) if each.valid_to is None]
    assert len(today) == 34
