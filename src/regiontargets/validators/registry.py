"""Every rule, one line each; nothing registers itself by being imported."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from regiontargets.errors import LookupFailed

from .rule import Rule

MODULES: dict[str, str] = {}
"""The module of each rule by its code; its class bears the module's name."""


class UnknownRule(LookupFailed):
    """No rule bears this code, and none begins with it."""


@cache
def rule(code: str) -> Rule:
    """The rule of that code.

    Raises:
        UnknownRule: there is none.

    >>> rule("U003").severity
    'error'
    """
    try:
        path = MODULES[code]
    except KeyError:
        known = ", ".join(MODULES)
        raise UnknownRule(
            code, f"there is no rule {code[:20]!r}.", suggestion=f"Known: {known}."
        ) from None
    module = import_module(f"{__package__}.{path}")
    kind: type[Rule] = getattr(module, class_name(path))
    return kind()


def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of their codes.

    >>> [each.code for each in rules()][:3]
    ['U001', 'U002', 'U003']
    """
    return tuple(rule(code) for code in MODULES)


def class_name(path: str) -> str:
    """The name of the class in a rule's module.

    >>> class_name("units.unknown_unit")
    'UnknownUnit'
    """
    return "".join(word.capitalize() for word in path.rpartition(".")[2].split("_"))
