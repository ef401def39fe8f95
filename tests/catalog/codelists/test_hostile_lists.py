"""Any file ends in rows and findings, and soon."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regiontargets.catalog.catalog import Catalog
from regiontargets.catalog.codelists import FINDINGS, SUFFIXES

PIECES = [
    *("code", "name", "unit", "kind", "percent", "share", "a", "metrics", ":", "=", "[", "]", "{"),
    *("}", '"', "'", ",", ";", "\n", "\t", " ", "-", "|", "&a", "*a", "#", "\r", "\x00", "好", "?"),
]


def codes(data: bytes, suffix: str) -> set[str]:
    with TemporaryDirectory() as folder:
        path = Path(folder, f"own{suffix}")
        path.write_bytes(data)
        catalog = Catalog(metrics=path, regions=path, units=path, base=False)
        list(catalog.metrics)
        return {each.code for each in catalog.findings}


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join), st.sampled_from(SUFFIXES))
@settings(max_examples=150, deadline=None)
def test_any_text_ends_in_rows_and_findings(text: str, suffix: str) -> None:
    assert codes(text.encode(), suffix) <= set(FINDINGS)


@given(st.binary(max_size=200), st.sampled_from(SUFFIXES))
@settings(max_examples=100, deadline=None)
def test_any_bytes_end_in_rows_and_findings(data: bytes, suffix: str) -> None:
    assert codes(data, suffix) <= set(FINDINGS)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{" * 100_000,
        "a:\n" + " a:\n" * 10_000,
        "a=" + "{b=" * 20_000,
        '"' * 100_001,
        "code" + ",x" * 50_000 + "\na" + "," * 50_000,
        "- " * 50_000,
        "\n" * 100_000,
        "code,name,unit,kind,low\na,a,percent,share,1e999999999\n",
    ],
    ids=lambda text: text[:8].strip(),
)
def test_pathological_files_end_in_findings(suffix: str, text: str) -> None:
    assert codes(text.encode(), suffix) <= set(FINDINGS)
