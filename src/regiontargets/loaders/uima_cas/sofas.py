"""The texts of a CAS (its sofas), and whether offsets fit them."""

from __future__ import annotations

import re

from regiontargets.documents import Utf16Offsets

from .findings import Places

_INTEGER = re.compile(r"[0-9]{1,15}").fullmatch


class Sofas:
    """The texts by the id of their sofa, and what is annotated in each.

    dkpro-cassis gets to see neither the texts (it would need two hundred bytes for each of
    their characters) nor more than one sofa: it cannot read several from JSON.

    Args:
        places: where findings go.

    Attributes:
        texts: by the id of the sofa.
        members: for each sofa, the ids of the structures in its index.
    """

    def __init__(self, places: Places) -> None:
        self.texts: dict[int, str] = {}
        self.members: dict[int, dict[int, None]] = {}
        self._offsets: dict[int, Utf16Offsets] = {}
        self._places = places

    def add(self, identifier: int, text: object, name: object) -> None:
        """Add a text; that there is none is reported."""
        if isinstance(text, str):
            self.texts[identifier] = text
            self.members[identifier] = {}
            self._offsets[identifier] = Utf16Offsets(text)
        else:
            self._places.report("F058", "note", f"the view {name} has no text", identifier)

    def index(self, identifier: int, sofa: object) -> None:
        """Put a structure into the index of a sofa, or of the first if that is not there."""
        there = _number(sofa)
        if there not in self.members:
            shown = _shown(sofa)
            message = f"sofa of {identifier} refers to {shown}, which is not there"
            self._places.report("F053", "error", message, identifier, text=shown)
            there = next(iter(self.members))
        self.members[there][identifier] = None

    def fits(self, identifier: int, sofa: object, begin: object, end: object) -> bool:
        """Whether an annotation stands in its text; if not, that is reported."""
        offsets = self._offsets.get(_number(sofa))
        first, last = _number(begin), _number(end)
        if offsets and 0 <= first <= last <= offsets.length:
            return True
        message = f"annotation {identifier} has no offsets that can be used"
        size = f"{offsets.length} UTF-16 units" if offsets else "none: its sofa is not there"
        reason = f"begin is {_shown(begin)}, end is {_shown(end)}, the length of its text is {size}"
        self._places.report("F052", "error", message, identifier, reason=reason)
        return False

    def code_points(self, sofa: int, identifier: int, begin: int, end: int) -> tuple[int, int]:
        """The range in code points; an offset inside a character moves to its start."""
        offsets = self._offsets[sofa]
        start, stop = offsets.to_code_points(begin), offsets.to_code_points(end)
        if (offsets.to_utf16(start), offsets.to_utf16(stop)) != (begin, end):
            message = f"annotation {identifier} begins or ends inside a character"
            self._places.report("F055", "warning", message, identifier, text=f"{begin}-{end}")
        return start, stop


def _number(value: object) -> int:
    if isinstance(value, str):
        return int(value) if _INTEGER(value) else -1
    return value if isinstance(value, int) else -1


def _shown(value: object) -> str:
    return str(value)[:40] if value is not None and not isinstance(value, int) else _digits(value)


def _digits(value: object) -> str:
    return str(value) if not isinstance(value, int) or abs(value) < 10**15 else "too large"
