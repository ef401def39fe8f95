"""What a UIMA CAS gets wrong: the codes F050 to F059."""

from __future__ import annotations

import re

from regiontargets.documents import SourceMap
from regiontargets.findings import Finding, Severity

FINDINGS = {
    "F050": "There is no type system; the types are inferred from what the file holds.",
    "F051": "The type system lacks a type or feature (it is inferred).",
    "F052": "An annotation has no offsets that its text has; it is lost.",
    "F053": "A reference to something that is not there; it is left out.",
    "F054": "A value that is not of its feature's type; it is left out.",
    "F055": "An offset inside a character (half of a UTF-16 pair), moved to its start.",
    "F056": "A feature structure that cannot be read; it is lost.",
    "F057": "Feature structures refer to each other in a circle.",
    "F058": "A view without text; what is annotated in it is lost.",
}
"""Each code of this format and its one stable meaning."""

_XMI_ID = re.compile(r"""xmi:id\s*=\s*["']([0-9]+)["']""")
_JSON_ID = re.compile(r'"%ID"\s*:\s*([0-9]+)|"([0-9]+)"\s*:\s*\{')


class Places:
    """Makes findings about one file, each at the feature structure with a given id.

    Args:
        name: the file, as findings shall show it.
        raw: its text.
    """

    def __init__(self, name: str, raw: str) -> None:
        self.findings: list[Finding] = []
        self._map = SourceMap(name, raw)
        self._positions: dict[str, tuple[int, int]] | None = None

    def report(
        self,
        code: str,
        severity: Severity,
        message: str,
        identifier: object = None,
        *,
        text: str = "",
        reason: str = "",
    ) -> None:
        """Add a finding about the feature structure of that id, or about the file."""
        start, end = self._position(str(identifier))
        self.findings.append(
            Finding(
                code,
                message,
                severity,
                self._map.raw_place(start, end),
                text if len(text) <= 200 else text[:197] + "...",
                reason,
            )
        )

    def _position(self, identifier: str) -> tuple[int, int]:
        if self._positions is None:
            self._positions = {}
            pattern = _JSON_ID if self._map.raw.lstrip().startswith("{") else _XMI_ID
            for found in pattern.finditer(self._map.raw):
                self._positions.setdefault(found[found.lastindex or 1], found.span())
        return self._positions.get(identifier, (0, 0))
