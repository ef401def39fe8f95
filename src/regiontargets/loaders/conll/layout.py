"""Which column holds the token, which the tags, and what separates them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

HEADER = "# global.columns = "
_TAG = re.compile(r"(?:[BIESLUM][-_]\S.*|[OBIESLUM])")
_NER = re.compile(r"(?:NER|NE|TAG|IOB)(?::.*)?|[A-Z0-9_]+:(?:NE|NER)", re.IGNORECASE)
_IN_MISC = re.compile(r"(?:^|\|)(?:NER|NE)=([^|]+)")
_NUMBER = re.compile(r"[0-9]+(?:[-.][0-9]+)?")
_CONLLU = 10


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a file.

    Attributes:
        separator: a tab, or None for any white space.
        width: how many columns there are.
        form: the column of the token.
        tags: the columns of tags, outermost first.
        misc: the column that says SpaceAfter and the like, if there is one.
        in_misc: whether the tags stand in that column too (`NER=B-LOC`).
        own: whether it is the layout that this library writes.
    """

    separator: str | None
    width: int
    form: int
    tags: tuple[int, ...]
    misc: int | None = None
    in_misc: bool = False
    own: bool = False


def columns_of(line: str, separator: str | None) -> list[str]:
    """The columns of a line."""
    return line.split(separator)


@lru_cache(maxsize=4096)
def is_tag(cell: str) -> bool:
    """Whether a cell holds a tag of any scheme.

    >>> is_tag("B-region"), is_tag("O"), is_tag("NNP")
    (True, True, False)
    """
    return _TAG.fullmatch(cell) is not None


def tag_in_misc(cell: str) -> str:
    """The tag among the miscellaneous of CoNLL-U; O if there is none."""
    found = _IN_MISC.search(cell)
    return found[1] if found else "O"


def layout_of(lines: Sequence[str]) -> Layout | None:
    """The layout of a file's lines; None if none of them is a token's."""
    header = next((line for line in lines if line.startswith(HEADER)), None)
    if header is not None:
        return _from_header(header[len(HEADER) :].split())
    plain = [line for line in lines if line.strip() and not line.startswith(("#", "-DOCSTART-"))]
    if not plain:
        plain = [line for line in lines if line.strip() and not line.startswith("# ")]
    if not plain:
        return None
    separator = "\t" if sum("\t" in line for line in plain) * 2 > len(plain) else None
    rows = [columns_of(line, separator) for line in plain]
    width = Counter(len(row) for row in rows).most_common(1)[0][0]
    return _from_rows([row for row in rows if len(row) == width], width, separator)


def _from_header(names: list[str]) -> Layout:
    form = names.index("FORM") if "FORM" in names else 0
    tags = tuple(at for at, name in enumerate(names) if _NER.fullmatch(name))
    misc = names.index("MISC") if "MISC" in names else None
    own = names[:2] == ["FORM", "MISC"] and len(tags) == len(names) - 2
    return Layout("\t", len(names), form, tags or (len(names) - 1,), misc, own=own)


def _from_rows(rows: list[list[str]], width: int, separator: str | None) -> Layout:
    numbered = width > 1 and all(_NUMBER.fullmatch(row[0]) for row in rows)
    if width == _CONLLU and numbered:
        if any(_IN_MISC.search(row[-1]) for row in rows):
            return Layout(separator, width, 1, (width - 1,), width - 1, in_misc=True)
        return Layout(separator, width, 1, _tag_columns(rows, width, 2)[-1:], width - 1)
    form = 1 if numbered and width > 2 and not _are_tags(row[1] for row in rows) else 0
    tags = _tag_columns(rows, width, form + 1)
    is_germeval = form == 1 and width == 4 and tags == (2, 3)
    return Layout(separator, width, form, tags if is_germeval else tags[-1:])


def _tag_columns(rows: list[list[str]], width: int, first: int) -> tuple[int, ...]:
    """The columns that hold tags, for the most part; the last of them counts."""
    return tuple(at for at in range(first, width) if _are_tags(row[at] for row in rows))


def _are_tags(cells: Iterable[str]) -> bool:
    counted = Counter(is_tag(cell) for cell in cells)
    return counted[True] > 9 * counted[False]
