"""SDMX-CSV as its field guides show it, and what tables are made of it."""

from __future__ import annotations

import pytest

from regiontargets.tables import Table, read_tables
from regiontargets.tables.sdmx_time import time_words

ONE = """DATAFLOW,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,OBS_STATUS
X:FLOW(1.0),A,CN-HB,gdp,2021,50012.94,CNY,8,A
X:FLOW(1.0),A,CN-HN,gdp,2021,NaN,CNY,8,M
"""
TWO = """STRUCTURE;STRUCTURE_ID;ACTION;REF_AREA;INDICATOR;TIME_PERIOD;OBS_VALUE;OBS_STATUS
dataflow;X:FLOW(1.0);I;CN-HB;gdp_growth;2021-Q1;7;A
dataflow;X:FLOW(1.0);D;CN-HN;gdp_growth;2021-Q1;6.5;A
dataflow;X:FLOW(1.0);I;CN-SD;gdp_growth;2021-S2;6;A
"""
LABELLED = """DATAFLOW,REF_AREA: Reference area,TIME_PERIOD: Time,OBS_VALUE: Observation,NOTE: Note
X:FLOW(1.0): A flow,CN-HB: Hubei,2021,7,plain
X:FLOW(1.0): A flow,CN-HN: Hunan,2022,6.5,seen: twice
"""


def only(text: str) -> Table:
    (table,) = read_tables("a.csv", data=text.encode())
    return table


def cells(table: Table, name: str) -> list[str]:
    return [table.cell(row, name) for row in range(table.rows)]


def test_version_one_holds_observations_in_full() -> None:
    table = only(ONE)
    assert cells(table, "OBS_VALUE") == ["5001294000000", "NaN"]
    assert cells(table, "RECORD_TYPE") == ["observation", "observation"]
    assert cells(table, "OBS_STATUS") == ["A", "M"]
    assert "DATAFLOW" not in table.columns
    assert "UNIT_MULT" not in table.columns


def test_version_two_leaves_out_what_is_deleted() -> None:
    table = only(TWO)
    assert cells(table, "REF_AREA") == ["CN-HB", "CN-SD"]
    assert cells(table, "TIME_PERIOD") == ["2021-Q1", "2021 H2"]
    assert list(table.columns) == [
        *("REF_AREA", "INDICATOR", "TIME_PERIOD", "OBS_VALUE", "RECORD_TYPE"),
    ]
    assert [(each.code, each.place.row) for each in table.findings] == [("F154", 2)]
    assert [table.place(row).row for row in range(2)] == [1, 3]


def test_codes_count_where_labels_stand_beside_them() -> None:
    table = only(LABELLED)
    assert cells(table, "REF_AREA") == ["CN-HB", "CN-HN"]
    assert cells(table, "TIME_PERIOD") == ["2021", "2022"]
    assert cells(table, "NOTE") == ["plain", "seen: twice"]


def test_columns_of_labels_are_left_out() -> None:
    table = only(
        "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,"
        "REF_AREA,Ref area,TIME_PERIOD,Time,OBS_VALUE,Value\n"
        "dataflow,X:FLOW(1.0),A flow,I,CN-HB,Hubei,2021,2021,7,7\n"
    )
    assert list(table.columns) == ["REF_AREA", "TIME_PERIOD", "OBS_VALUE", "RECORD_TYPE"]
    assert table.findings == []


def test_reporting_years_of_another_day_stay_as_they_are() -> None:
    text = TWO.replace("OBS_STATUS", "REPORTING_YEAR_START_DAY").replace(";A\n", ";--04-01\n")
    assert cells(only(text), "TIME_PERIOD") == ["2021-Q1", "2021-S2"]


def test_other_tables_are_left_alone() -> None:
    table = only("region,TIME_PERIOD,OBS_VALUE\nCN-HB,2021-S2,7\n")
    assert cells(table, "TIME_PERIOD") == ["2021-S2"]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("2021", "2021"),
        ("2021-A1", "2021"),
        ("2021-T3", "2021-09-01 to 2021-12-31"),
        ("2021-M03", "2021-03"),
        ("2021-W53", "2021-W53"),
        ("2020-W53", "2020-12-28 to 2021-01-03"),
        ("2021-D045", "2021-02-14"),
        ("2021-D366", "2021-D366"),
        ("2021-04-01T00:00:00", "2021-04-01"),
        ("2021-04-01/P1Y", "2021-04-01 to 2022-03-31"),
        ("2021-04-01T00:00:00/P3M", "2021-04-01 to 2021-06-30"),
        ("2021-01-31/P1M", "2021-01-31/P1M"),
        ("2021-04-01/P", "2021-04-01/P"),
        ("2021-02-30/P1Y", "2021-02-30/P1Y"),
        ("9999-12-31/P9999Y", "9999-12-31/P9999Y"),
        ("soon", "soon"),
    ],
)
def test_periods_are_put_into_words(cell: str, words: str) -> None:
    assert time_words(cell) == words
