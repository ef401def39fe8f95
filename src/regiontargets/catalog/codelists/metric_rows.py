"""A user's metrics: rows to entries, laid over those that are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from regiontargets.findings import Finding

from ..metrics.entry import Entry
from ..metrics.rows import SCHEMES, growth_entry
from ..metrics.spelling import is_chinese
from .fields import excluding_bounds, given_twice, invalid_values, known_fields, missing
from .row import Row

FIELDS = (
    *("code", "name", "name_zh", "aliases", "unit", "kind", "direction", "low", "high", "basis"),
    *("growth", "growth_of", "definition", "source", "theme", "external.", *SCHEMES),
)
"""The fields of a list of metrics; `growth` is true, or the code of the growth metric."""

_SAME = ("unit", "kind", "direction", "basis", "growth_of", "definition", "source")
_TRUE = ("true", "yes", "1", "是")
_YES_NO = (*_TRUE, "false", "no", "0", "否")
_MODEL = {"bounds.low": "low", "bounds.high": "high", "names": "name_zh"}
_REQUIRED = {
    "unit": "a new metric states the unit of its values",
    "kind": "a new metric says what kind of figure it is",
}


@dataclass(slots=True)
class OwnMetrics:
    """What a user's lists make of the metrics.

    Attributes:
        entries: every metric by code, the user's laid over the others.
        names: the names that the user gives, by code; they come first in lookups.
        findings: what is wrong with the lists.
    """

    entries: dict[str, Entry]
    names: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    findings: list[Finding] = field(default_factory=list[Finding])
    _seen: dict[str, Row] = field(default_factory=dict[str, Row])
    _stated: list[Row] = field(default_factory=list[Row])

    @classmethod
    def read(cls, rows: Iterable[Row], base: Mapping[str, Entry]) -> OwnMetrics:
        """Lay rows over the metrics of a base.

        Args:
            rows: the rows, in order.
            base: the metrics known before.
        """
        own = cls(dict(base))
        for row in rows:
            own._add(row)
        own._check_references()
        return own

    def _add(self, stated: Row) -> None:
        row, unknown = known_fields(stated, FIELDS)
        self.findings += unknown
        code = row.text("code")
        if code in self._seen:
            self.findings.append(given_twice(row, code, self._seen[code]))
        elif wrong := _missing(row, code, self.entries.get(code)):
            self.findings += wrong
        else:
            self._stated.append(row)
            self._lay(row, code)

    def _lay(self, row: Row, code: str) -> None:
        names = _names(row)
        entry = _entry(row, code, names, self.entries.get(code))
        if wrong := _wrong(row, entry):
            self.findings += wrong
            return
        self._seen[code] = row
        self.names[code] = names
        if row.text("growth").lower() in _TRUE and "growth" not in entry.fields:
            growth = growth_entry(entry, {})
            entry = entry.with_growth(growth.code)
            self.entries[code] = entry
            self.entries.setdefault(growth.code, growth)
        self.entries[code] = entry

    def _check_references(self) -> None:
        for row in self._stated:
            for name in ("growth", "growth_of"):
                other = row.text(name)
                if other and other.lower() not in _YES_NO and other not in self.entries:
                    self.findings.append(row.finding("F108", f"there is no metric {other!r}", name))


def _missing(row: Row, code: str, old: Entry | None) -> list[Finding]:
    if not code:
        return [missing(row, "code", "a row without a code cannot be referred to")]
    if old is not None:
        return []
    wrong = [missing(row, name, why) for name, why in _REQUIRED.items() if not row.text(name)]
    if not row.text("name") and not row.text("name_zh"):
        wrong.append(missing(row, "name", "a new metric has a name, in English or Chinese"))
    return wrong


def _names(row: Row) -> tuple[str, ...]:
    stated = (*row.texts("name"), *row.texts("name_zh"), *row.texts("aliases"))
    return tuple(dict.fromkeys(stated))


def _entry(row: Row, code: str, names: tuple[str, ...], old: Entry | None) -> Entry:
    fields: dict[str, Any] = {} if old is None else dict(old.fields)
    fields |= {name: text for name in _SAME if (text := row.text(name))}
    chinese = tuple(name for name in names if any(is_chinese(each) for each in name))
    english = tuple(name for name in names if name not in chinese)
    if old is not None:
        english, chinese = _joined(english, old.english), _joined(chinese, old.chinese)
    if name := (*row.texts("name"), *(() if old else names))[:1]:
        fields["name"] = name[0]
    if name := row.texts("name_zh")[:1]:
        fields["names"] = {**fields.get("names", {}), "zh": name[0]}
    _extend(fields, row)
    theme = row.text("theme") or (old.theme if old else row.path)
    return Entry({"code": code, **fields}, english, chinese, theme)


def _extend(fields: dict[str, Any], row: Row) -> None:
    bounds = {name: text for name in ("low", "high") if (text := row.text(name))}
    stated = {name: row.text(f"external.{name}") or row.text(name) for name in SCHEMES}
    stated |= {
        name.removeprefix("external."): row.text(name)
        for name in row.cells
        if name.startswith("external.")
    }
    growth = row.text("growth")
    if bounds:
        fields["bounds"] = {**fields.get("bounds", {}), **bounds}
    if external := {name: text for name, text in stated.items() if text}:
        fields["external"] = {**fields.get("external", {}), **external}
    if growth and growth.lower() not in _YES_NO:
        fields["growth"] = growth


def _joined(own: tuple[str, ...], old: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*own, *old)))


def _wrong(row: Row, entry: Entry) -> list[Finding]:
    # Validation loads pydantic, which reading the files does without.
    from pydantic import ValidationError

    try:
        _ = entry.metric
    except ValidationError as error:
        return [*invalid_values(row, error, _MODEL), *excluding_bounds(row)]
    return excluding_bounds(row)
