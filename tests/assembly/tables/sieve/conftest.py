"""What the tests of the sieve have in common."""

from __future__ import annotations

import pytest

from regiontargets.assembly.tables import curated
from regiontargets.tables import delimited_frame, framed


@pytest.fixture
def sieving(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Small tables are sieved like large ones, in several slices."""
    monkeypatch.setattr(curated, "LEAST_ROWS", 1)
    monkeypatch.setattr(delimited_frame, "LEAST", 1)
    monkeypatch.setattr(framed, "SLICE", 150)
    monkeypatch.setattr(framed, "SLICE_OF_FILE", 150)
    return monkeypatch
