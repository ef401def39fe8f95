"""From a TOML file to a `Config`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeAlias, cast

from regiontargets.errors import LoadError
from regiontargets.findings import SEVERITIES

from .config import Config

OWN_FILE = "regiontargets.toml"
SHARED_FILE = "pyproject.toml"


class ConfigError(LoadError):
    """A configuration that cannot be read: the message names file, line, key and reason."""


def discover(folder: Path) -> Config | None:
    """The nearest configuration in a folder or one above it; None if there is none.

    `regiontargets.toml` goes before the table `[tool.regiontargets]` of `pyproject.toml`.

    Raises:
        ConfigError: it cannot be read.
    """
    for each in (folder.resolve(), *folder.resolve().parents):
        if (each / OWN_FILE).is_file():
            return read_config(each / OWN_FILE)
        shared = each / SHARED_FILE
        if shared.is_file() and _own_part(shared, _parsed(shared)) is not None:
            return read_config(shared)
    return None


def read_config(path: str | Path) -> Config:
    """The configuration of one file.

    Raises:
        ConfigError: there is no such file, it is not TOML, or a key or value is wrong.
    """
    path = Path(path)
    parsed = _parsed(path)
    values = _own_part(path, parsed) if path.name == SHARED_FILE else parsed
    return _Reading(path).config(values or {})


def _parsed(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"cannot read {path}: {error.strerror or error}.") from None
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path} is not TOML: {str(error)[:200]}.") from None


def _own_part(path: Path, parsed: Mapping[str, object]) -> Mapping[str, object] | None:
    tool = parsed.get("tool")
    own = cast("Mapping[str, object]", tool).get("regiontargets") if _is_table(tool) else None
    if own is not None and not _is_table(own):
        raise ConfigError(f"{path}: tool.regiontargets must be a table.")
    return cast("Mapping[str, object] | None", own)


def _is_table(value: object) -> bool:
    return isinstance(value, dict)


def _strings(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list):
        return None
    items = cast("list[object]", value)
    texts = tuple(each for each in items if isinstance(each, str))
    return texts if len(texts) == len(items) else None


_Converter: TypeAlias = "Callable[[_Reading, str, object], object]"


class _Reading:
    """One file; every message names it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.root = path.parent

    def config(self, values: Mapping[str, object]) -> Config:
        fields = self.fields(values, _KEYS)
        catalogs = cast("dict[str, object]", fields.pop("catalogs", {}))
        made: dict[str, Any] = {**fields, **catalogs, "root": self.root}
        return Config(**made)

    def fields(
        self, values: Mapping[str, object], known: Mapping[str, _Converter], within: str = ""
    ) -> dict[str, object]:
        found: dict[str, object] = {}
        for key, value in values.items():
            name = key.replace("-", "_")
            if name not in known:
                close = get_close_matches(name[:60], list(known), n=1)
                known_names = ", ".join(each.replace("_", "-") for each in known)
                raise self.error(
                    within + key,
                    "unknown key",
                    f"Did you mean {close[0].replace('_', '-')!r}?"
                    if close
                    else f"Known are: {known_names}.",
                )
            found[name] = known[name](self, within + key, value)
        return found

    def text(self, key: str, value: object) -> str:
        if not isinstance(value, str):
            raise self.wrong(key, "a string", value)
        return value

    def codes(self, key: str, value: object) -> tuple[str, ...]:
        return tuple(each.strip().upper() for each in self.texts(key, value))

    def texts(self, key: str, value: object) -> tuple[str, ...]:
        if isinstance(value, str):
            return (value,)
        texts = _strings(value)
        if texts is None:
            raise self.wrong(key, "a string or a list of strings", value)
        return texts

    def table(self, key: str, value: object) -> Mapping[str, object]:
        if not _is_table(value):
            raise self.wrong(key, "a table", value)
        return cast("Mapping[str, object]", value)

    def path_of(self, key: str, value: object) -> Path:
        return self.root / self.text(key, value)

    def paths(self, key: str, value: object) -> tuple[Path, ...]:
        return tuple(self.root / each for each in self.texts(key, value))

    def ignores(self, key: str, value: object) -> dict[str, tuple[str, ...]]:
        table = self.table(key, value)
        return {name: self.codes(f"{key}.{name}", each) for name, each in table.items()}

    def severities(self, key: str, value: object) -> dict[str, str]:
        found: dict[str, str] = {}
        for code, severity in self.table(key, value).items():
            if severity not in SEVERITIES:
                raise self.wrong(f"{key}.{code}", f"one of {', '.join(SEVERITIES)}", severity)
            found[code.upper()] = cast("str", severity)
        return found

    def columns(self, key: str, value: object) -> Path | Mapping[str, object]:
        return self.path_of(key, value) if isinstance(value, str) else self.table(key, value)

    def catalogs(self, key: str, value: object) -> dict[str, object]:
        return self.fields(self.table(key, value), _CATALOGS, f"{key}.")

    def wrong(self, key: str, wanted: str, value: object) -> ConfigError:
        return self.error(key, f"must be {wanted}, not {str(value)[:60]!r}")

    def error(self, key: str, reason: str, suggestion: str | None = None) -> ConfigError:
        line = self._line(key.rpartition(".")[2])
        where = f"{self.path}:{line}" if line else str(self.path)
        return ConfigError(f"{where}: {key[:80]!r}: {reason}.", suggestion=suggestion)

    def _line(self, key: str) -> int | None:
        """The first line that sets the key; tomllib does not tell."""
        stated = re.compile(rf"""\s*\[?["']?([\w.-]+\.)?{re.escape(key)}["']?\s*[=\]]""")
        lines = self.path.read_text(encoding="utf-8-sig").splitlines()
        return next((n for n, line in enumerate(lines, 1) if stated.match(line)), None)


_KEYS: dict[str, _Converter] = {
    "select": _Reading.codes,
    "ignore": _Reading.codes,
    "extend_select": _Reading.codes,
    "per_file_ignores": _Reading.ignores,
    "severities": _Reading.severities,
    "sources": _Reading.paths,
    "labels": _Reading.path_of,
    "columns": _Reading.columns,
    "catalogs": _Reading.catalogs,
    "format": _Reading.text,
}
_CATALOGS: dict[str, _Converter] = dict.fromkeys(("regions", "metrics", "units"), _Reading.paths)
