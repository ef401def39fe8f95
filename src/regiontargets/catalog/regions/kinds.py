"""Words for kinds of place that a place of another size does not bear: Kansas City, 广宁省."""

from __future__ import annotations

import re

from .rows import Row

_WORD = re.compile(
    r"^(?:the )?(?P<first>city|county|district|town) of |"
    r" (?P<last>autonomous prefecture|city|county|district|town|banner)$|"
    r"(?P<han>[市县旗]|(?<![特新地治])区)$"
)
_HAN = {"city": "市", "town": "镇", "county": "县", "district": "区", "banner": "旗",
        "autonomous prefecture": "州"}  # fmt: skip

# Countries whose subdivisions are neither cities, counties nor districts, but for those below.
_LARGE = frozenset(
    ("US", "CA", "AU", "CN", "JP", "KR", "IN", "BR", "MX", "AR", "DE", "AT", "CH", "FR", "ES", "IT",
     "BE", "RU", "PK", "PA", "GT", "ID", "NG", "PH", "VN", "EC", "KE", "AO", "CR", "SV", "HN", "NI")
)  # fmt: skip
# Country and province in one with a city.
_CITIES = frozenset(
    ("SG", "MC", "VA", "HK", "MO", "DE-BE", "DE-HB", "DE-HH", "AT-9", "BE-BRU", "CH-BS", "RU-MOW",
     "RU-SPE", "US-DC", "MX-CMX", "AR-C", "JP-13", "KR-11", "KR-26", "KR-27", "KR-28", "KR-29",
     "KR-30", "KR-31", "KR-50", "IN-DL", "IN-CH", "FR-75C",
     "ID-JK", "VN-HN", "VN-SG", "VN-DN", "VN-HP", "VN-CT", "PH-00", "KE-30", "KE-28")
)  # fmt: skip


def small_kind(folded: str) -> str | None:
    """The Chinese character for the small kind of place that a folded name says it is.

    >>> small_kind("kansas city"), small_kind("湖南县"), small_kind("kansas")
    ('市', '县', None)
    """
    found = _WORD.search(folded)
    if found is None:
        return None
    word = found["first"] or found["last"] or found["han"]
    return _HAN.get(word, word)


_LARGE_WORD = re.compile(
    r" (?:province|state|autonomous region)$|^(?:province|state) of |(?:省|自治区)$"
)


def says_large(folded: str) -> bool:
    """Whether a folded name says that the place is a province or a state, which no city is.

    >>> says_large("广宁省"), says_large("suzhou province"), says_large("苏州市")
    (True, True, False)
    """
    return _LARGE_WORD.search(folded) is not None


def may_be(row: Row, kind: str) -> bool:
    """Whether a place whose name was found without the word for its kind may be of that kind."""
    code, scheme, level, chinese = row.cells[0], row.cells[1], row.cells[2], row.cells[4]
    if chinese.endswith(kind) or (kind == "市" and code in _CITIES):
        return True
    if scheme == "gb2260" or level == "country":
        return False
    large = level in ("province", "macroregion") or code.startswith("PH-")
    return not (large and code[:2] in _LARGE)
