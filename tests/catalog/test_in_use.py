"""Rules look up in the catalog that a check was given."""

from pathlib import Path

import regiontargets as rt
from regiontargets.catalog.in_use import metrics_in_use, regions_in_use, using


def test_suggestions_and_names_are_those_of_ones_own_catalog(tmp_path: Path) -> None:
    regions, metrics, table = (tmp_path / name for name in ("regions.csv", "metrics.csv", "t.csv"))
    regions.write_text("code,name,level,parent\nOWN-1,Greater Foo,zone,CN-SD\n")
    metrics.write_text("code,name,unit,kind\nwell_being,well-being index,percent,share\n")
    table.write_text(
        "region,region_code,metric,value,unit,year\n"
        "Greater Foo,OWN-1,well-being index,50,%,2024\n"
        "Greater Fooo,,well-beeing index,50,%,2024\n"
    )
    own = rt.Catalog(regions=regions, metrics=metrics)
    found = {each.code: each.suggestion for each in rt.validate(table, catalog=own)}
    assert set(found) == {"M001", "R001"}
    assert "'well_being'" in (found["M001"] or "")
    assert "'Greater Foo'" in (found["R001"] or "")


def test_a_catalog_is_in_use_as_long_as_it_is_said_to_be() -> None:
    own = rt.Catalog(base=False)
    with using(own):
        assert regions_in_use() is own.regions
        assert metrics_in_use() is own.metrics
    assert regions_in_use() is rt.regions
    assert metrics_in_use() is rt.metrics
