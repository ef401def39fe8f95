"""Which of an annotator's labels, attributes and links plays which role."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal, TypeAlias, cast, get_args

from regiontargets.errors import LoadError

Role: TypeAlias = Literal[
    "region", "metric", "amount", "period", "quote", "speaker", "target", "observation", "ignore"
]
"""What a span is to the library; `ignore` says that the label is known and means nothing here."""

ROLES: tuple[Role, ...] = get_args(Role)
RECORD_ROLES: tuple[Role, ...] = ("target", "observation")
FIELD_ROLES: tuple[Role, ...] = ("region", "metric", "amount", "period")

_SECTIONS = ("labels", "attributes", "links")
_SEPARATORS = re.compile(r"[\s_\-./:]+")
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class LabelMap:
    """Roles by label, attribute meanings by name, fields by link, all under folded names.

    Attributes:
        labels: the role of a span (or event) label.
        attributes: what an attribute says (`code`, `change`, …).
        links: the field that a relation, or an argument of an event, fills.

    >>> LabelMap.default().role("Target_Regions"), LabelMap.default().role("指标")
    (None, 'metric')
    """

    labels: Mapping[str, Role]
    attributes: Mapping[str, str]
    links: Mapping[str, str]

    def role(self, label: str) -> Role | None:
        """The role of a label, or None if the map does not know it."""
        return self.labels.get(fold(label)) or self.labels.get(_singular(fold(label)))

    def attribute(self, name: str) -> str | None:
        """What an attribute says, or None if the map does not know it."""
        return self.attributes.get(fold(name))

    def link(self, name: str) -> str | None:
        """The field that a link fills, or None; `Theme2` is a second `Theme`."""
        return self.links.get(fold(name)) or self.links.get(fold(name.rstrip("0123456789")))

    def nearest(self, label: str) -> str | None:
        """The known label that comes nearest to an unknown one."""
        close = get_close_matches(fold(label)[:60], list(self.labels), n=1, cutoff=0.75)
        return close[0] if close else None

    @classmethod
    def default(cls) -> LabelMap:
        """The map of obvious names in English and Chinese."""
        return _default()

    @classmethod
    def load(cls, path: str | Path) -> LabelMap:
        """The default map, extended and overridden by a TOML file.

        The file has sections `[labels]`, `[attributes]` and `[links]`; in each, a role or field
        names the words that mean it: `metric = ["Indicator", "KPI"]`.

        Raises:
            LoadError: there is no such file, it is not TOML, or it names an unknown role.
        """
        try:
            data = tomllib.loads(Path(path).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise LoadError(f"cannot read the label map {path}: {error}.") from None
        return cls.default().extended(data, name=str(path))

    def extended(self, data: Mapping[str, object], *, name: str = "label map") -> LabelMap:
        """This map with further entries, which win over its own.

        Raises:
            LoadError: the entries name an unknown section, role or field.
        """
        if unknown := sorted(data.keys() - set(_SECTIONS)):
            raise LoadError(
                f"{name}: unknown section [{unknown[0]}].",
                suggestion=f"Sections are {', '.join(f'[{each}]' for each in _SECTIONS)}.",
            )
        labels = _section(data, "labels", ROLES, name)
        attributes = _section(data, "attributes", tuple(_meanings("attributes")), name)
        links = _section(data, "links", tuple(_meanings("links")), name)
        roles: dict[str, Role] = {word: role for word, role in labels.items() if role in ROLES}
        return LabelMap(
            {**self.labels, **roles}, {**self.attributes, **attributes}, {**self.links, **links}
        )


def fold(label: str) -> str:
    """A label without case, separators and camel humps.

    >>> fold("TargetValue") == fold("target_value") == fold("Target-Value")
    True
    """
    return _SEPARATORS.sub(" ", _HUMPS.sub(" ", label)).strip().casefold()


def _singular(folded: str) -> str:
    if folded.endswith("ies"):
        return folded[:-3] + "y"
    return folded.removesuffix("s")


def _section(
    data: Mapping[str, object], section: str, known: Iterable[str], name: str
) -> dict[str, str]:
    entries = data.get(section, {})
    if not isinstance(entries, Mapping):
        raise LoadError(f"{name}: [{section}] is not a table.")
    found: dict[str, str] = {}
    for meaning, words in cast("Mapping[str, object]", entries).items():
        if meaning not in tuple(known):
            listed = ", ".join(sorted(known))
            raise LoadError(
                f"{name}: [{section}] knows no {meaning!r}.", suggestion=f"It knows {listed}."
            )
        for word in cast("list[object]", words) if isinstance(words, list) else [words]:
            found[fold(str(word))] = meaning
    return found


@cache
def _defaults() -> dict[str, dict[str, list[str]]]:
    text = files(str(__package__)).joinpath("data/default_labels.toml").read_text(encoding="utf-8")
    data: dict[str, dict[str, list[str]]] = tomllib.loads(text)
    return data


def _meanings(section: str) -> list[str]:
    return list(_defaults()[section])


@cache
def _default() -> LabelMap:
    return LabelMap({}, {}, {}).extended(_defaults())
