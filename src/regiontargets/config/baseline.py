"""Findings that are known already, so that only new ones fail."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias, cast

from regiontargets.errors import LoadError
from regiontargets.findings import Finding, Place

from .config import relative

VERSION = 1

Fingerprint: TypeAlias = tuple[str, str, str, str]
"""Code, path from the baseline's folder, offending text, digest of the message: no lines."""


@dataclass(frozen=True)
class Baseline:
    """How often each finding is known.

    Lines do not count, so what moves within its file stays known; the third of two known alike
    is new.

    Attributes:
        path: the file; paths of findings count from its folder.
        known: how many there are of each.
    """

    path: Path
    known: Counter[Fingerprint]

    @classmethod
    def of(cls, findings: Iterable[Finding], path: str | Path) -> Baseline:
        """The baseline that knows these findings."""
        path = Path(path)
        return cls(path, Counter(_fingerprint(each, path) for each in findings))

    @classmethod
    def load(cls, path: str | Path) -> Baseline:
        """The baseline in a file.

        Raises:
            LoadError: there is no such file, or it holds no baseline.
        """
        path = Path(path)
        try:
            parsed: object = json.loads(path.read_bytes())
            return cls(path, _counted(parsed))
        except OSError as error:
            raise LoadError(f"cannot read {path}: {error.strerror or error}.") from None
        except (ValueError, KeyError, TypeError, RecursionError):
            raise LoadError(
                f"{path} holds no baseline.", suggestion="Write it anew with --write-baseline."
            ) from None

    def save(self) -> None:
        """Write the file, sorted, so that version control shows what changed.

        Raises:
            OSError: it cannot be written.
        """
        rows = [
            {"code": code, "path": path, "text": text, "message": message, "count": count}
            for (code, path, text, message), count in sorted(self.known.items())
        ]
        content = json.dumps({"version": VERSION, "findings": rows}, ensure_ascii=False, indent=1)
        self.path.write_bytes((content + "\n").encode("utf-8", "backslashreplace"))

    def new(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings that are not known, and a note if known ones are gone."""
        left = self.known.copy()
        found: list[Finding] = []
        for each in findings:
            mark = _fingerprint(each, self.path)
            if left[mark] > 0:
                left[mark] -= 1
            else:
                found.append(each)
        stale = sum(left.values())
        return [*found, self._stale(stale)] if stale else found

    def _stale(self, count: int) -> Finding:
        return Finding(
            "S003",
            f"{count:,} known finding{'s are' if count > 1 else ' is'} no longer found",
            "note",
            Place(str(self.path)),
            reason="they were mended, or not looked for this time",
            suggestion="Write the baseline anew with --write-baseline.",
        )


def _counted(parsed: object) -> Counter[Fingerprint]:
    rows = cast("dict[str, list[dict[str, object]]]", parsed)["findings"]
    known: Counter[Fingerprint] = Counter()
    for row in rows:
        code, path, text, message = (str(row[key]) for key in ("code", "path", "text", "message"))
        count = row["count"]
        if not isinstance(count, int):
            raise TypeError(count)
        known[code, path, text, message] += max(count, 0)
    return known


def _fingerprint(finding: Finding, baseline: Path) -> Fingerprint:
    path = relative(finding.place.path or "", baseline.parent)
    digest = sha256(finding.message.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return finding.code, path, finding.text, digest
