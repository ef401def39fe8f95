"""Findings that are known already."""

from collections.abc import Callable
from pathlib import Path

import pytest

from regiontargets.config import Baseline
from regiontargets.errors import LoadError
from regiontargets.findings import Finding, Place


@pytest.fixture
def known(tmp_path: Path) -> Callable[..., Finding]:
    def make(line: int, message: str = "m", code: str = "U003") -> Finding:
        return Finding(code, message, place=Place(str(tmp_path / "a.md"), line), text="5%")

    return make


def test_what_moved_stays_known_and_what_is_one_more_is_new(
    tmp_path: Path, known: Callable[..., Finding]
) -> None:
    Baseline.of([known(1), known(2)], tmp_path / "b.json").save()
    again = Baseline.load(tmp_path / "b.json")
    assert again.new([known(5), known(6)]) == []
    assert again.new([known(5), known(6), known(7)]) == [known(7)]
    assert again.new([known(5), known(6), known(7, "other")]) == [known(7, "other")]


def test_what_is_gone_is_one_note(tmp_path: Path, known: Callable[..., Finding]) -> None:
    (note,) = Baseline.of([known(1), known(2)], tmp_path / "b.json").new([known(3)])
    assert (note.code, note.severity) == ("S003", "note")
    assert note.message == "1 known finding is no longer found"


@pytest.mark.parametrize(
    "content", [b"", b"[]", b'{"findings": 3}', b'{"findings": [{}]}', b"[" * 100_000, b"\xff"]
)
def test_what_is_no_baseline_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "b.json"
    path.write_bytes(content)
    with pytest.raises(LoadError, match="holds no baseline"):
        Baseline.load(path)
