"""A user's regions: rows to regions and their names, laid over those that are known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from regiontargets.findings import Finding

from ..metrics.spelling import is_chinese
from ..regions.rows import Row as CatalogRow
from .fields import given_twice, invalid_values, known_fields, missing
from .row import Row

if TYPE_CHECKING:
    from regiontargets.model import Region

FIELDS = (
    *("code", "scheme", "name", "name_zh", "aliases", "level", "parent", "members"),
    *("valid_from", "valid_to", "successors", "codes.", "names."),
)
"""The fields of a list of regions."""

OWN_SCHEME = "own"
"""The scheme of codes for which a list names none."""

_TEXTS = ("scheme", "level", "parent", "valid_from", "valid_to")
_LISTS = ("members", "successors")
_MODEL = {"names": "name_zh"}


@dataclass(slots=True)
class OwnRegions:
    """What a user's lists make of the regions.

    Attributes:
        regions: the user's regions, by code: new ones, and known ones as the user has them.
        replaced: the known ones as they were before.
        names: the names that the user gives, by code.
        findings: what is wrong with the lists.
    """

    regions: dict[str, Region] = field(default_factory=dict[str, "Region"])
    replaced: dict[str, Region] = field(default_factory=dict[str, "Region"])
    names: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    findings: list[Finding] = field(default_factory=list[Finding])
    _seen: dict[str, Row] = field(default_factory=dict[str, Row])

    @classmethod
    def read(cls, rows: Iterable[Row], known: Callable[[str], Region | None]) -> OwnRegions:
        """Lay rows over the regions of a base.

        Args:
            rows: the rows, in order.
            known: gives the region that has a code in the base, or None.
        """
        own = cls()
        for row in rows:
            own._add(row, known)
        own._check_references(known)
        return own

    def _add(self, stated: Row, known: Callable[[str], Region | None]) -> None:
        row, unknown = known_fields(stated, FIELDS)
        self.findings += unknown
        code = row.text("code")
        old = known(code) if code else None
        if code in self._seen:
            self.findings.append(given_twice(row, code, self._seen[code]))
        elif wrong := _missing(row, code, old):
            self.findings += wrong
        else:
            self._lay(row, code, old)

    def _lay(self, row: Row, code: str, old: Region | None) -> None:
        # The model loads pydantic, which reading the files does without.
        from pydantic import ValidationError

        from regiontargets.model import Region

        try:
            region = Region.model_validate(_fields(row, code, old))
        except ValidationError as error:
            self.findings += invalid_values(row, error, _MODEL)
            return
        if region.valid_from and region.valid_to and region.valid_from > region.valid_to:
            reason = f"it begins on {region.valid_from}, after it ends on {region.valid_to}"
            self.findings.append(
                row.finding("F105", "the region exists on no day", "valid_to", reason=reason)
            )
            return
        self._seen[code] = row
        self.regions[region.code] = region
        self.names[region.code] = _names(row)
        if old is not None:
            self.replaced[region.code] = old

    def over(self, base: Iterable[CatalogRow]) -> list[CatalogRow]:
        """The rows of a region catalog with the user's in the place of those that they replace.

        Args:
            base: the rows known before.
        """
        names = dict(self.names)
        rows: list[CatalogRow] = []
        for each in base:
            old = self.replaced.get(each.code)
            if old is not None and each.region == old:
                names[each.code] += tuple(each.names)
            else:
                rows.append(each)
        return [*rows, *(_catalog_row(each, names[code]) for code, each in self.regions.items())]

    def _check_references(self, known: Callable[[str], Region | None]) -> None:
        for code, row in self._seen.items():
            for name in ("parent", *_LISTS):
                for other in row.texts(name):
                    if other not in self._seen and known(other) is None:
                        self.findings.append(
                            row.finding(
                                "F108", f"{code} refers to {other!r}, which is no region", name
                            )
                        )


def _catalog_row(region: Region, names: tuple[str, ...]) -> CatalogRow:
    """A region in the columns of the built-in data files (regions/rows.py)."""
    cells = [
        *(region.code, region.scheme, region.level or "", region.name),
        *(region.names.get("zh", ""), region.parent or ""),
        "|".join(f"{scheme}={code}" for scheme, code in region.codes.items()),
        *(each.isoformat() if each else "" for each in (region.valid_from, region.valid_to)),
        *("|".join(region.successors), "|".join(region.members), "", ""),
    ]
    return CatalogRow(cells, list(names), region)


def _missing(row: Row, code: str, old: Region | None) -> list[Finding]:
    if not code:
        return [missing(row, "code", "a row without a code cannot be referred to")]
    if old is None and not row.text("name") and not row.text("name_zh"):
        return [missing(row, "name", "a new region has a name, in English or Chinese")]
    return []


def _names(row: Row) -> tuple[str, ...]:
    stated = (*row.texts("name"), *row.texts("name_zh"), *row.texts("aliases"))
    return tuple(dict.fromkeys(stated))


def _fields(row: Row, code: str, old: Region | None) -> dict[str, Any]:
    fields: dict[str, Any] = {"code": code, "scheme": OWN_SCHEME}
    if old is not None:
        fields = old.model_dump()
    fields |= {name: text for name in _TEXTS if (text := row.text(name))}
    fields |= {name: texts for name in _LISTS if (texts := row.texts(name))}
    if names := row.texts("name") or (() if old else _names(row)):
        fields["name"] = names[0]
    names_by_language = _under(row, "names.")
    if name := row.texts("name_zh")[:1]:
        names_by_language["zh"] = name[0]
    elif old is None and is_chinese(fields["name"]):
        names_by_language["zh"] = fields["name"]
    if names_by_language:
        fields["names"] = {**fields.get("names", {}), **names_by_language}
    if codes := _under(row, "codes."):
        fields["codes"] = {**fields.get("codes", {}), **codes}
    return fields


def _under(row: Row, prefix: str) -> dict[str, str]:
    return {
        name.removeprefix(prefix): row.text(name) for name in row.cells if name.startswith(prefix)
    }
