"""A report as a frame."""

from __future__ import annotations

import builtins
from typing import Any

import pytest

from regiontargets.errors import MissingExtra
from regiontargets.findings import Finding, Place
from regiontargets.validators import Report


def test_a_row_a_finding_with_integers_that_may_be_missing() -> None:
    pandas = pytest.importorskip("pandas")
    report = Report.of([Finding("U003", "m", place=Place("a", 3, 4)), Finding("U001", "n")])

    frame = report.to_pandas()

    assert list(frame["code"]) == ["U001", "U003"]
    assert str(frame["line"].dtype) == "Int64"
    assert frame["line"].tolist() == [pandas.NA, 3]


def test_an_empty_report_has_the_same_columns() -> None:
    pytest.importorskip("pandas")
    columns = list(Report.of([Finding("U003", "m")]).to_pandas().columns)

    assert list(Report().to_pandas().columns) == columns


def test_without_pandas_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "pandas":
            raise ImportError
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(MissingExtra, match=r"regiontargets\[pandas\]"):
        Report().to_pandas()
