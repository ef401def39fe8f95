"""A verb of change that is not said again: exports rose 8 percent and imports 6 percent."""

from __future__ import annotations

from .bounds import Bounds
from .core import Core
from .hit import CHANGING, GAPS, VERBS
from .hits import Governed, is_relative
from .line import Line
from .lists import same_governor
from .read import Read

_LONGEST_OBJECT = 16
_GOVERNING = CHANGING | GAPS | {"level", "barrier"}


def carried(line: Line, previous: Read, core: Core, bounds: Bounds) -> Governed | None:
    """Exports rose 8 percent and imports 6 percent: a verb that is not said again."""
    first, last, said = previous.bounds.last, bounds.left, previous.governed.said
    if not said or bounds.link or not is_relative(core) or core.unit != previous.core.unit:
        return None
    verb = line.words.change.governors.at(line.tokens, said[-1].first)
    if verb is None or not verb[1] & VERBS or not 0 < last - first <= _LONGEST_OBJECT:
        return None
    if line.words.never.of_whole.at(line.tokens, core.last) or not _names_another(
        line, first, last, core.last
    ):
        return None
    return same_governor(previous)


def _names_another(line: Line, first: int, last: int, behind: int) -> bool:
    """Whether words between two numbers name what the second is of, and say no more."""
    joined = named = False
    for at in range(first, last):
        token = line.tokens[at]
        if line.words.change.list_join.at(line.tokens, at) is not None or token.low == ";":
            joined = True
        elif line.is_year(at):
            continue
        elif token.kind != "word" or _says_more(line, at):
            return False
        else:
            named = joined
    if named:
        return line.words.units.nouns_end.at(line.tokens, last - 1) is None
    # 8 percent in steel, 6 percent in cement.
    parallel = joined and line.low(first) == line.low(behind)
    return parallel and line.words.units.nouns_end.at(line.tokens, behind) is not None


def _says_more(line: Line, at: int) -> bool:
    """Whether a verb stands there, or a noun that has a level rather than a growth."""
    tokens, change = line.tokens, line.words.change
    if change.not_carried.at(tokens, at) is not None:
        return True
    found = change.governors.at(tokens, at)
    if found is None or "filler" in found[1] or line.low(at + 1) == "of":
        return False
    return bool(found[1] & _GOVERNING)
