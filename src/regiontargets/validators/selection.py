"""Which findings are wanted, and how severe they are to count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from regiontargets.findings import SEVERITIES, Finding, Severity

from .registry import MODULES, UnknownRule, rules
from .shapes import Rule

_OF_A_FORMAT = re.compile(r"[FS]\d{0,3}")


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes, or beginnings of codes, that are selected and ignored.

    The longest beginning decides ("U003" selected, "U" ignored: U003 stays); between equals,
    ignoring wins. A rule that is off by default runs if something selected fits it.

    Raises:
        UnknownRule: nothing begins with one of the codes.
        ValueError: a severity is none of the three.

    >>> selection = Selection(select=("U",), ignore=("U003",))
    >>> selection.wants("U001"), selection.wants("U003"), selection.wants("Y001")
    (True, False, False)
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict[str, Severity])

    def __post_init__(self) -> None:
        for code in (*self.select, *self.ignore, *self.severities):
            _check(code)
        for severity in self.severities.values():
            if severity not in SEVERITIES:
                raise ValueError(f"{severity!r} is no severity; {', '.join(SEVERITIES)} are")

    def rules(self, *, reading: bool = False) -> tuple[Rule, ...]:
        """The rules to run; only those that report what could not be read if so asked."""
        return tuple(
            rule
            for rule in rules()
            if self.wants(rule.code, default=rule.default) and (rule.reading or not reading)
        )

    def wants(self, code: str, *, default: bool = True) -> bool:
        """Whether findings of that code are wanted."""
        selected = _longest(code, self.select) if self.select else (0 if default else -1)
        return selected >= 0 and selected > _longest(code, self.ignore)

    def looks_for(self, beginning: str) -> bool:
        """Whether all findings of a code, or of a beginning of codes, would have been seen.

        >>> Selection(select=("U",)).looks_for("U003"), Selection(ignore=("U003",)).looks_for("U")
        (True, False)
        """
        known = [rule for rule in rules() if rule.code.startswith(beginning)]
        if not known:
            return self.wants(beginning)
        return all(self.wants(rule.code) for rule in known)

    def names(self, code: str) -> bool:
        """Whether a code is selected by more than its letter: what is off by default then runs.

        >>> Selection(select=("F15",)).names("F152"), Selection(select=("F",)).names("F152")
        (True, False)
        """
        return any(len(each) > 1 and code.startswith(each) for each in self.select)

    def applied(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings that are wanted, with the severity they shall have."""
        return [self._weighed(each) for each in findings if self.wants(each.code)]

    def _weighed(self, finding: Finding) -> Finding:
        fitting = [code for code in self.severities if finding.code.startswith(code)]
        if not fitting:
            return finding
        return replace(finding, severity=self.severities[max(fitting, key=len)])


def _longest(code: str, beginnings: Iterable[str]) -> int:
    return max((len(each) for each in beginnings if code.startswith(each)), default=-1)


def _check(code: str) -> None:
    known = any(each.startswith(code) for each in MODULES) or _OF_A_FORMAT.fullmatch(code)
    if not code or not known:
        families = ", ".join(dict.fromkeys(each[0] for each in (*MODULES, "F")))
        raise UnknownRule(
            code,
            f"no rule's code is or begins with {code[:20]!r}.",
            suggestion=f"Codes are a letter ({families}) and three digits, such as U003.",
        )
