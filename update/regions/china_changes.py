"""What became of Chinese divisions by the table kept by hand, with the days of approval."""

from __future__ import annotations

from datetime import date, timedelta

from .row import Row
from .tables import cells

# A list may show a change this many days before or after the day of its approval.
_SLACK = 800
# What came after the last dated list may have come at any time since.
_UNDATED = {"2019-05-01", "2019-12-31"}


def apply(found: list[Row]) -> None:
    """Correct what succeeded divisions, and from when to when they existed."""
    by_code: dict[str, list[Row]] = {}
    for row in found:
        by_code.setdefault(row.code, []).append(row)
    for day, changes, _ in cells("china_changes.tsv"):
        for change in changes.split(" "):
            old, _, new = change.partition(">")
            _change(by_code, day, old, [_code(each, old, found) for each in new.split("|")])


def _code(stated: str, old: str, found: list[Row]) -> str:
    """A code as stated, or that of the first to bear a name in the province."""
    if stated[-1].isascii():
        return stated
    bearers = [row for row in found if row.zh == stated and row.code[:2] == old[:2]]
    return min(bearers, key=lambda row: row.valid_from).code


def _change(by_code: dict[str, list[Row]], day: str, old: str, new: list[str]) -> None:
    ended = [row for row in by_code[old] if row.valid_to] if old else []
    for row in _near(ended, "valid_to", day) if day else ended[-1:]:
        row.successors = new
        row.valid_to = _day_before(day) if day else row.valid_to
    begun = [row for code in new for row in by_code.get(code, ())]
    for row in _near(begun, "valid_from", day) if day else ():
        row.valid_from = day


def _near(rows: list[Row], bound: str, day: str) -> list[Row]:
    """Those that began or ended about a day, by the lists."""
    when = date.fromisoformat(day)
    found = []
    for row in rows:
        stated = getattr(row, bound)
        undated = stated in _UNDATED and day > min(_UNDATED)
        if stated and (undated or abs((date.fromisoformat(stated) - when).days) < _SLACK):
            found.append(row)
    return found


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
