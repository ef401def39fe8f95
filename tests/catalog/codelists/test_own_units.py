"""A user's names of units."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from regiontargets.catalog.catalog import Catalog
from regiontargets.units import UnitReading

MILLION_YUAN = UnitReading("CNY", Decimal(1_000_000))


def test_a_name_stands_for_a_unit_as_anyone_writes_it(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text("name,unit\nmRMB,million yuan\n柜,TEU\n", encoding="utf-8")
    catalog = Catalog(units=tmp_path / "units.csv")
    assert catalog.findings == ()
    assert catalog.units == {"mRMB": MILLION_YUAN, "柜": UnitReading("teu", Decimal(1))}


def test_a_table_of_toml_is_named_by_its_key(tmp_path: Path) -> None:
    (tmp_path / "units.toml").write_text('[mRMB]\nunit = "million yuan"\naliases = ["MRMB"]\n')
    catalog = Catalog(units=tmp_path / "units.toml")
    assert catalog.units == {"mRMB": MILLION_YUAN, "MRMB": MILLION_YUAN}


def test_mistakes_are_findings_and_the_rest_loads(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text("name,unit\na,zzz\nb,\n,yuan\nc,yuan\nc,euro\n")
    catalog = Catalog(units=tmp_path / "units.csv")
    assert [(each.code, each.place.line, each.place.field) for each in catalog.findings] == [
        ("F105", 2, "unit"),
        ("F104", 3, "unit"),
        ("F104", 4, "name"),
        ("F106", 6, "code"),
    ]
    assert catalog.units == {"c": UnitReading("CNY", Decimal(1))}
