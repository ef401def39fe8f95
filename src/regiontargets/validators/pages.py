"""A rule's page: its docstring, taken apart."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass

from .registry import rule
from .shapes import Rule

HEADINGS = ("What it finds", "Why it matters", "Example", "Instead")
"""The headings of every page, in order."""

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^```(?:markdown|json)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Page:
    """What a rule says of itself.

    Attributes:
        title: its first sentence.
        sections: the text under each heading.
    """

    title: str
    sections: dict[str, str]

    def annotated(self, heading: str) -> str:
        """The annotated text or dataset in a section, ready to be loaded; empty if it has none."""
        found = _BLOCK.search(self.sections.get(heading, ""))
        return found[1] if found else ""


def page(of: Rule) -> Page:
    """The page of a rule.

    >>> page(rule("U006")).title
    'Number without a unit.'
    """
    title, *rest = _HEADING.split(inspect.getdoc(type(of)) or "")
    headings, texts = rest[::2], rest[1::2]
    return Page(title.strip(), {h: t.strip() for h, t in zip(headings, texts, strict=True)})


def explain(code: str) -> str:
    """The page of a rule as Markdown, under its code and name.

    Args:
        code: such as "U003"; case makes no difference.

    Raises:
        UnknownRule: there is no such rule.

    >>> explain("u006").splitlines()[0]
    '# U006: number_without_unit'
    """
    found = rule(code.strip().upper())
    name = type(found).__module__.rpartition(".")[2]
    default = "" if found.default else " Off unless selected."
    body = inspect.getdoc(type(found)) or ""
    title, _, sections = body.partition("\n")
    return f"# {found.code}: {name}\n\n{title} Severity: {found.severity}.{default}\n{sections}\n"
