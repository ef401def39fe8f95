"""What the other projects write is read, as statistical offices and portals publish it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import regiontargets as rt

OUTCOMES = {
    "REF_AREA": ["CN-HB", "CN-HN"],
    "INDICATOR": ["gdp_growth", "gdp_growth"],
    "TIME_PERIOD": ["2021", "2021"],
    "OBS_VALUE": ["12.9", "7.7"],
    "UNIT_MEASURE": ["percent", "percent"],
}


def pandas_dataset() -> Any:
    """The outcomes as pysdmx holds them, with their structure."""
    pd: Any = pytest.importorskip("pandas")
    model: Any = pytest.importorskip("pysdmx.model", reason="pysdmx is not installed")
    io: Any = pytest.importorskip("pysdmx.io.pd", reason="pysdmx is not installed")
    kinds = dict.fromkeys(OUTCOMES, model.Role.DIMENSION)
    kinds |= {"OBS_VALUE": model.Role.MEASURE, "UNIT_MEASURE": model.Role.ATTRIBUTE}
    components = [
        model.Component(
            id=name,
            required=True,
            role=role,
            concept=model.Concept(name, name=name.title(), dtype=model.DataType.STRING),
            local_dtype=model.DataType.STRING,
            attachment_level="O" if role == model.Role.ATTRIBUTE else None,
        )
        for name, role in kinds.items()
    ]
    structure = model.Schema(
        context="dataflow",
        agency="X",
        id="FLOW",
        version="1.0",
        components=model.Components(components),
    )
    return io.PandasDataset(structure=structure, data=pd.DataFrame(OUTCOMES))


@pytest.mark.parametrize(
    ("version", "labels"),
    [("10", None), ("10", "both"), ("20", None), ("20", "name"), ("20", "both"), ("21", None)],
)
def test_sdmx_csv_of_pysdmx(version: str, labels: str | None, tmp_path: Path) -> None:
    dataset = pandas_dataset()
    writer: Any = pytest.importorskip(f"pysdmx.io.csv.sdmx{version}.writer")
    path = tmp_path / "a.csv"
    path.write_text(writer.write([dataset], labels=labels), encoding="utf-8")
    read = rt.load(path)
    assert [str(each) for each in read.observations] == [
        "Hubei: GDP growth 12.9%, 2021",
        "Hunan: GDP growth 7.7%, 2021",
    ]
    assert (read.targets, read.findings) == ((), ())


def test_a_package_that_frictionless_describes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frictionless: Any = pytest.importorskip("frictionless", reason="frictionless is not installed")
    monkeypatch.chdir(tmp_path)
    Path("aims.csv").write_text(
        "region;metric;value;unit;year\nHubei;gdp_growth;7;%;2022\n", encoding="utf-8"
    )
    frictionless.describe("aims.csv", type="package").to_json("datapackage.json")
    read = rt.load("datapackage.json")
    assert [str(each) for each in read.targets] == ["Hubei: GDP growth 7%, 2022"]
    assert read.findings == ()
