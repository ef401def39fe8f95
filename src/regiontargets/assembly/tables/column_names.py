"""The names that columns and some of their cells have, by what they mean."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from unicodedata import normalize

_PARENTHESES = re.compile(r"\s*[(\[（【][^)\]）】]*[)\]）】]\s*$")
_LONGEST = 200  # characters; no name comes near
_BETWEEN = re.compile(r"[\s_\-.:]+")


@cache
def known(section: str) -> Mapping[str, str]:
    """What each folded name of a section means.

    >>> known("columns")["省份"], known("kinds")["实际"]
    ('within', 'observation')
    """
    return {fold(name): meaning for meaning, names in _section(section).items() for name in names}


def bearing(section: str, name: str) -> list[str]:
    """All that a name may mean in a section where it may mean several things.

    >>> bearing("columns_by_cells", "Type")
    ['kind', 'commitment']
    """
    return list(_meanings(section).get(fold(name), ()))


@cache
def _meanings(section: str) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for meant, names in _section(section).items():
        for name in names:
            found.setdefault(fold(name), []).append(meant)
    return found


def _section(section: str) -> Mapping[str, list[str]]:
    return _sections()[section]


@cache
def _sections() -> Mapping[str, Mapping[str, list[str]]]:
    path = files("regiontargets.assembly") / "data" / "column_names.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def meaning(section: str, name: str) -> list[str]:
    """All that the name of a column may mean; in two languages beside each other it is both names.

    >>> meaning("columns", "Province 省份"), meaning("columns", "目标值/Target")
    (['within'], ['amount'])
    >>> meaning("columns", "Target 省份"), meaning("columns", "State / City")
    ([], ['region'])
    """
    whole = bearing(section, name)
    if whole or len(name) > _LONGEST:
        return whole
    parts = [bearing(section, each) for each in _EITHER.split(name)]
    if len(parts) > 1 and all(parts):
        meant = {each[0] for each in parts}
        if len(meant) == 1 or meant <= PLACES:
            return parts[0][:1] if len(meant) == 1 else ["region"]
    han = " ".join(_HAN.findall(name))
    rest = _HAN.sub(" ", name).strip(_AROUND)
    if not han or not rest:
        return []
    one, other = bearing(section, han), bearing(section, rest)
    if not one or not other:  # the word in the other language may be one that is not listed
        return [each for each in one or other if each in _TOLD_BY_ONE]
    return [each for each in one if each in other]


PLACES = frozenset(("county", "part", "region", "within", "country"))
"""What a column of places may be."""
_TOLD_BY_ONE = PLACES | {"published", "announced"}
_EITHER = re.compile(r"\s*(?:[/／、]|\bor\b|或|及)\s*", re.IGNORECASE)
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_AROUND = " \t\n/|_-–—:：·,，;；()（）[]【】"


def fold(name: str) -> str:
    """A name without what makes no difference.

    >>> fold("Target_Value (%)"), fold("目标值（亿元）"), fold(">=")
    ('target value', '目标值', '>=')
    """
    plain = normalize("NFKC", name[:_LONGEST]).casefold().strip()
    bare = _PARENTHESES.sub("", plain)
    folded = _BETWEEN.sub(" ", bare or plain).strip()
    return folded or plain


def unit_in(name: str) -> str:
    """The unit that a column's name gives in parentheses, if any.

    >>> unit_in("GDP（亿元）"), unit_in("value")
    ('亿元', '')
    """
    found = _PARENTHESES.search(name[-_LONGEST:])
    return found[0].strip()[1:-1].strip() if found else ""


def without_unit(name: str) -> str:
    """A column's name without a unit in parentheses.

    >>> without_unit("2022 (%)")
    '2022'
    """
    return name if len(name) > _LONGEST else _PARENTHESES.sub("", name) or name
