import io
import sys

import pytest

from regiontargets.progress import tracked


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_nothing_is_drawn_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    steps = list(range(100))
    assert tracked(steps, "counting") is steps


def test_a_terminal_gets_every_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert list(tracked(list(range(100)), "counting")) == list(range(100))


def test_without_tqdm_there_is_no_bar_and_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    assert list(tracked(list(range(100)), "counting")) == list(range(100))
