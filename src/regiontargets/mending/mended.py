"""A file with its fixes made."""

from __future__ import annotations

import re
from dataclasses import dataclass

SPELLINGS = {
    "F152": "full-width characters, or another dash than a hyphen, in a number or unit",
    "F153": "an empty region code beside a name that only one region bears",
}
"""What is looked for when it is selected, and for `--fix`."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A file as it is with its fixes made.

    Attributes:
        data: its bytes.
        difference: from what it was, as a unified difference.
        count: how many fixes were made.
    """

    data: bytes
    difference: str
    count: int


def difference(before: str, after: str, name: str) -> str:
    r"""What changed, as a unified difference that `patch` reads.

    >>> print(difference("a\nb", "a\nc", "t.csv"), end="")
    --- t.csv
    +++ t.csv
    @@ -1,2 +1,2 @@
     a
    -b
    \ No newline at end of file
    +c
    \ No newline at end of file
    """
    from difflib import unified_diff  # Deferred: most files stay as they are.

    told = unified_diff(_lines(before), _lines(after), name, name)
    closed = (each if each.endswith("\n") else f"{each}\n{_NO_NEWLINE}" for each in told)
    return "".join(closed)


def _lines(text: str) -> list[str]:
    """Its lines with their ends; unlike splitlines, no rare character ends one."""
    return [line for line in re.split(r"(?<=\n)", text) if line]


_NO_NEWLINE = "\\ No newline at end of file\n"
