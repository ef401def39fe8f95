"""A user's regions extend and override the built-in ones; every mistake is a finding."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from regiontargets.catalog.catalog import Catalog
from regiontargets.errors import UnknownRegion

ROWS = """code,name,name_zh,aliases,level,parent,valid_from,codes.local
HZ-1,Happy Zone,幸福区,HZ; Zone of Joy,zone,{parent},2020-01-01,77
"""


def own(tmp_path: Path, text: str, suffix: str = ".csv", *, base: bool = True) -> Catalog:
    path = tmp_path / f"own{suffix}"
    path.write_text(text, encoding="utf-8")
    return Catalog(regions=path, base=base)


def findings(catalog: Catalog) -> list[tuple[str, int | None, str | None]]:
    return [(each.code, each.place.line, each.place.field) for each in catalog.findings]


def test_a_region_of_ones_own(tmp_path: Path) -> None:
    catalog = own(tmp_path, ROWS.format(parent=""), base=False)
    region = catalog.regions["HZ-1"]
    assert catalog.findings == ()
    assert (region.name, region.names["zh"], region.scheme) == ("Happy Zone", "幸福区", "own")
    assert (region.level, region.valid_from, region.codes["local"]) == (
        "zone",
        date(2020, 1, 1),
        "77",
    )
    for name in ("happy zone", "幸福区", "HZ", "Zone of Joy", "HZ-1"):
        assert catalog.regions.get(name) == region
    with pytest.raises(UnknownRegion):
        catalog.regions.get("Shandong")


def test_it_stands_among_the_built_in_ones(tmp_path: Path) -> None:
    catalog = own(tmp_path, ROWS.format(parent="CN-SD"))
    region = catalog.regions.get("Happy Zone", within="Shandong")
    assert catalog.findings == ()
    assert next(each.code for each in catalog.regions.ancestors(region)) == "CN-SD"


def test_a_known_code_is_extended_and_overridden(tmp_path: Path) -> None:
    catalog = own(tmp_path, "code,name,aliases\nCN-SD,,Land of Confucius\nCN-HB,Hupeh,\n")
    assert catalog.findings == ()
    assert catalog.regions.get("Land of Confucius").code == "CN-SD"
    assert catalog.regions.get("Shandong").name == "Shandong"
    assert catalog.regions["CN-HB"].name == "Hupeh"
    assert catalog.regions.get("湖北").code == "CN-HB"


def test_every_mistake_is_found_and_the_good_rows_load(tmp_path: Path) -> None:
    catalog = own(
        tmp_path,
        "code,name,level,parent,members,valid_from,valid_to,mayor\n"
        "A,Alpha,village,,,,,x\n"
        "B,Beta,,,,2020-13-01,,\n"
        "C,Gamma,,,,2020-01-02,2020-01-01,\n"
        ",Delta,,,,,,\n"
        "E,,,,,,,\n"
        "F,Phi,,NOWHERE,F;ALSO-NOWHERE,,,\n"
        "F,Phi again,,,,,,\n",
        base=False,
    )
    assert findings(catalog) == [
        ("F103", 1, "mayor"),
        ("F105", 2, "level"),
        ("F105", 3, "valid_from"),
        ("F105", 4, "valid_to"),
        ("F104", 5, "code"),
        ("F104", 6, "name"),
        ("F106", 8, "code"),
        ("F108", 7, "parent"),
        ("F108", 7, "members"),
    ]
    assert [each.code for each in catalog.regions] == ["F"]


def test_norway_is_no_no_in_yaml(tmp_path: Path) -> None:
    catalog = own(tmp_path, "regions:\n  NO:\n    name: Norge\n", ".yaml", base=False)
    assert catalog.findings == ()
    assert catalog.regions["NO"].name == "Norge"
