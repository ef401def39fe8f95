"""Names that say only where something lies: many countries have an East, and a Western Region."""

from __future__ import annotations

import re
from functools import cache

from ..names import fold

_WHERE = (
    r"(?:east|west|north|south|central|cent(?:re|er)|middle|upper|lower|coast|coastal|littoral|"
    r"maritime|capital|border|interior|inland|mountain|"
    r"est|ouest|nord|sud|este|oeste|norte|sur|sul|leste|centro|ost|zuid|noord|mitte)(?:ern)?"
)
_KIND = (
    r"(?:regions?|provinces?|districts?|count(?:y|ies)|states?|departments?|governorates?|areas?|"
    r"part)"
)
_LATIN = rf"(?:the )?{_WHERE}(?: ?{_WHERE})*(?: {_KIND})?(?: of)?"
_HAN = r"[东西南北中新老郊矿城市]区|[东西南北中][部方]?|中央|首都|沿海|内地|山区|老区"


@cache
def _pattern(latin: bool) -> re.Pattern[str]:
    # Each with the first name in its letters: compiling both takes longer than many a lookup.
    return re.compile(_LATIN if latin else _HAN)


def says_only_where(name: str) -> bool:
    """Whether a name tells no region apart unless it is known in which country it lies.

    >>> says_only_where("Eastern Region"), says_only_where("north-west"), says_only_where("新区")
    (True, True, True)
    >>> says_only_where("Northern Territory"), says_only_where("South Holland")
    (False, False)
    """
    folded = fold(name)
    return _pattern(folded.isascii()).fullmatch(folded) is not None
