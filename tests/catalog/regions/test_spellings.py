"""Names are found however their words and letters are written."""

import pytest

from regiontargets.catalog import regions


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Lüliang", "141100"),
        ("Lyuliang", "141100"),
        ("Lvliang", "141100"),
        ("Heilong Jiang", "CN-HL"),
        ("Madhyapradesh", "IN-MP"),
        ("Newsouthwales", "AU-NSW"),
        ("Shennongjia Forestry District", "429021"),
        ("Chiayi City", "TW-CYQ"),
        ("嘉义市", "TW-CYQ"),
        ("嘉义县", "TW-CYI"),
        ("NL-BQ1", "BQ-BO"),
        ("England and Wales", "GB-EAW"),
        ("金砖国家", "BRICS"),
        ("Shandong Prov.", "CN-SD"),
        ("Rep. of Korea", "KR"),
        ("Ísland", "IS"),
        ("Korea, Dem. People's Rep.", "KP"),  # as the World Bank writes them
        ("Egypt, Arab Rep.", "EG"),
        ("Gambia, The", "GM"),
        ("Euro area – 20 countries (from 2023)", "EA20"),  # as Eurostat does
        ("Minhang", "310112"),
        ("Minle", "620722"),
        ("广宁省", "VN-13"),
        ("广宁", "441223"),
        ("新北市", "TW-NWT"),
        ("Shqipëria", "AL"),
        ("AL0", "AL"),
        ("LU000", "LU"),
    ],
)
def test_a_spelling_is_read(name: str, code: str) -> None:
    assert regions.get(name).code == code


@pytest.mark.parametrize(
    "name", ["广安省", "Lijiang Province", "Province of Kunming", "绵阳自治区"]
)
def test_no_city_is_called_a_province(name: str) -> None:
    assert regions.find(name) == ()


def test_within_takes_a_code_for_a_code() -> None:
    assert regions.get("Córdoba", within="AR").code == "AR-X"
    assert {each.code for each in regions.find("CA")} == {"CA", "US-CA"}
    assert regions["CA"].code == "CA"


def test_no_chinese_name_is_borne_twice_by_provinces_of_one_country() -> None:
    seen: dict[tuple[str, str], str] = {}
    for each in regions:
        chinese = each.names.get("zh")
        provincial = each.scheme == "iso3166-2" and each.level == "province"
        if not chinese or not provincial or each.valid_to or each.code in ("AZ-NX", "ES-RI"):
            continue
        assert seen.setdefault((each.code[:2], chinese), each.code) == each.code
