"""Which column of a table plays which role."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias, cast

from regiontargets.errors import LoadError
from regiontargets.findings import Finding
from regiontargets.phrases.folding import has_han
from regiontargets.tables import Table

from .column_names import fold, known, meaning
from .dated_columns import dated
from .place_columns import KINDS, placed

Columns: TypeAlias = "Mapping[str, object] | str | Path | None"
"""A mapping of roles to columns, or the TOML file that holds it; None: by the columns' names."""

ROLES = (
    *("id", "kind", "region", "within", "part", "region_code", "metric", "metric_code"),
    *("amount", "lower", "upper", "unit", "comparator", "change", "period"),
    *("baseline", "baseline_amount", "baseline_period"),
    *("quote", "source", "url", "title", "publisher", "published", "announced", "issuer"),
    *("commitment", "aggregation", "supersedes", "equivalent", "absent"),
)
"""What a column may be."""


def mapping_of(columns: Columns) -> dict[str, object]:
    """The mapping that a user gives.

    Raises:
        LoadError: the file cannot be read, or names a role that there is not.
    """
    given = _from_file(Path(columns)) if isinstance(columns, (str, Path)) else dict(columns or {})
    for role in given:
        if role not in (*ROLES, "wide"):
            near = _near(role, ROLES)
            hint = f"Did you mean {near[0]!r}?" if near else f"Roles are {', '.join(ROLES)}."
            raise LoadError(f"{role!r} is no role of a column.", suggestion=hint)
    return given


def _from_file(path: Path) -> dict[str, object]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeError, tomllib.TOMLDecodeError) as error:
        raise LoadError(f"cannot read the column map {path}: {error}.") from None
    inner = content.get("columns", content)
    return dict(cast("dict[str, object]", inner)) if isinstance(inner, dict) else {}


def roles_of(table: Table, given: Mapping[str, object]) -> tuple[dict[str, str], list[Finding]]:
    """The column of each role: as given, else by its name.

    Raises:
        LoadError: a column that is given is not in the table.

    >>> from regiontargets.tables import column_of
    >>> table = Table("t.csv", {"地区": column_of(["湖北"]), "目标值": column_of(["7%"])}, 1)
    >>> roles_of(table, {})[0]
    {'region': '地区', 'amount': '目标值'}
    """
    found: dict[str, str] = {}
    for role, column in given.items():
        if role == "wide" or (isinstance(column, str) and column.startswith("=")):
            continue
        found[role] = _existing(table, role, column)
    meant = meanings_of(table, {*found.values(), *_in_wide(table, given)})
    places = [(kind, name) for name, kind in meant.items() if kind in KINDS]
    of_places, left = placed(table, places, found)
    findings = [
        _second(table, name, first, "region")
        for first, name in left
        if not _translates(first, name)
    ]
    found |= of_places
    for name, named in meant.items():
        if named in KINDS or named in given:
            continue
        if named not in found:
            found[named] = name
        elif not _translates(found[named], name):
            findings.append(_second(table, name, found[named], named))
    return _settled(found), findings


def meanings_of(table: Table, taken: Collection[str] = ()) -> dict[str, str]:
    """What the names of the columns mean, those that the user said something of left out."""
    found: dict[str, str] = {}
    for name in table.columns:
        if name not in taken and not _SECOND.search(name):
            read = dated(name)
            named = [read[0]] if read else meaning("columns", name)
            role = next(iter(named), None) or _by_cells(table, name)
            if role is not None:
                found[name] = role
    return found


def _in_wide(table: Table, given: Mapping[str, object]) -> list[str]:
    """The columns whose names give a year, where each of them becomes a row."""
    return [name for name in table.columns if dated(name)] if "wide" in given else []


def _translates(one: str, other: str) -> bool:
    """Whether the one name is Chinese and the other is not: each says the same to its readers."""
    return has_han(one) != has_han(other)


_SECOND = re.compile(r"\((?:column|field) \d+\)$", re.ASCII)
"""What the name of a column ends with that has the name of another, which is told already."""


def _by_cells(table: Table, name: str) -> str | None:
    """The role that a column plays whose name says little: its cells are words of it.

    One word may be misspelt, and beside both a target and an observation there may be others.
    """
    roles = meaning("columns_by_cells", name)
    if not roles:
        return None
    words = {fold(cell) for cell in table.columns[name].values} - {""}
    return next((each for each in roles if _are_words_of(words, known(f"{each}s"))), None)


def _are_words_of(words: set[str], listed: Mapping[str, str]) -> bool:
    unknown = words - listed.keys()
    meant = {listed[word] for word in words - unknown}
    if not meant or len(unknown) > _MOST_UNKNOWN:
        return False
    return len(meant) > 1 or all(_near(word, listed) for word in unknown)


_MOST_UNKNOWN = 3


def _settled(found: dict[str, str]) -> dict[str, str]:
    """A province is what the others lie within if there are others, else the region itself."""
    if "part" in found and "region" not in found:
        found["region"] = found.pop("part")
    if "region" not in found and "within" in found:
        found["region"] = found.pop("within")
    return found


def _existing(table: Table, role: str, column: object) -> str:
    wanted = str(column)
    if wanted in table.columns:
        return wanted
    folded = {fold(name): name for name in table.columns}
    if fold(wanted) in folded:
        return folded[fold(wanted)]
    near = _near(wanted, table.columns)
    raise LoadError(
        f"{table.path} has no column {wanted[:60]!r}, which the mapping gives for {role!r}.",
        suggestion=f"Did you mean {near[0]!r}?" if near else None,
    )


def _near(wanted: str, names: Iterable[str]) -> list[str]:
    from difflib import get_close_matches  # Deferred: most names are there.

    return get_close_matches(wanted, list(names), 1)


def _second(table: Table, name: str, first: str, role: str) -> Finding:
    return Finding(
        "F147",
        f"the columns {first[:60]!r} and {name[:60]!r} may both be the {role}",
        "warning",
        table.place(0, name) if table.rows else table.header,
        name[:200],
        reason=f"{first[:60]!r} was taken, and the other is carried through",
        suggestion=f"Say which one it is: columns = {{ {role} = {name!r} }}.",
    )


def _as_wide(lacking: Sequence[str], spare: Sequence[str], headless: bool) -> str:
    """How to say that the columns without a role are a metric or a year each, if they may be."""
    if headless or "amount" not in lacking or len(spare) < _LEAST_WIDE:
        return ""
    role = "metric" if "metric" in lacking else "period"
    return f"; if each of them is a {role}, with columns={{'wide': {{{role!r}: [their names]}}}}"


_LEAST_WIDE = 2


def missing(table: Table, roles: Mapping[str, str], given: Mapping[str, object]) -> list[Finding]:
    """What no column of the table says, though a record without it is none."""
    groups = (("region", "region_code"), ("metric", "metric_code"), ("amount", "lower", "upper"))
    lacking = [
        group[0] for group in groups if not any(role in roles or role in given for role in group)
    ]
    if not lacking:
        return []
    spare = [name for name in table.columns if name not in roles.values()]
    shown = ", ".join(repr(name[:40]) for name in spare[:8])
    numbers = any(name.replace(".", "").isdigit() for name in table.columns)
    headless = not roles or (numbers and len(lacking) > 1)
    return [
        Finding(
            "F146",
            f"no column is recognised as the {' or the '.join(lacking)}",
            "error",
            table.header,
            ", ".join(table.columns)[:200],
            reason="the first row looks like data, not like a header"
            if headless
            else f"the columns without a role are {shown or 'none'}",
            suggestion="Write a first row that names the columns (region, metric, value, unit, "
            f"year …), or map them with columns={_as_wide(lacking, spare, headless)}.",
        )
    ]
