"""Rebuild docs/rules/ from the docstrings of the rules.

python update/rule_pages.py
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from regiontargets.validators import Rule, explain, page, rules

FOLDER = Path(__file__).parents[1] / "docs/rules"

FAMILIES = {
    "U": "Amounts and units",
    "Y": "Periods",
    "R": "Regions",
    "M": "Metrics",
    "D": "Records against each other",
    "E": "Evidence",
}

HEAD = """\
# Rules

Every rule has a code that never changes its meaning. `regiontargets explain U003` shows a rule's
page, `--select` and `--ignore` take codes or their beginnings (`U003`, `U`). Each example below
a rule finds exactly that rule, and what stands under "Instead" finds nothing: tests hold both.
"""


def pages() -> dict[str, str]:
    """The text of every page, by its file name."""
    return {"index.md": index(), **{f"{rule.code}.md": explain(rule.code) for rule in rules()}}


def index() -> str:
    """The table of all rules, a section a family."""
    parts = [HEAD]
    for family, members in groupby(rules(), key=lambda rule: rule.code[0]):
        rows = "\n".join(row(rule) for rule in members)
        parts.append(
            f"## {FAMILIES[family]}\n\n| code | finds | severity |\n|---|---|---|\n{rows}\n"
        )
    return "\n".join(parts)


def row(rule: Rule) -> str:
    """One line of the table."""
    severity = rule.severity if rule.default else f"{rule.severity}, off unless selected"
    return f"| [{rule.code}]({rule.code}.md) | {page(rule).title} | {severity} |"


def main() -> None:
    """Write the pages, and remove those of rules that are no more."""
    FOLDER.mkdir(exist_ok=True)
    made = pages()
    for stale in FOLDER.glob("*.md"):
        if stale.name not in made:
            stale.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
