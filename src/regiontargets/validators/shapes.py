"""The shapes that a rule may have."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from regiontargets.findings import Severity

if TYPE_CHECKING:
    from .facts import Facts
    from .problem import Problem


class Rule(ABC):
    """What both shapes have in common; the docstring of a rule is its page.

    Attributes:
        code: stable, never used again for anything else.
        severity: how bad what it finds is.
        reads: the names of the facts that it reads, and no others.
        reading: whether it reports what could not be read, which loading itself does too.
        default: whether it runs without being selected.
        yields_to: the codes that explain what it finds: where one of them is found of the same
            record, or of the one it clashes with, the cause is known and not reported again.
        warnings_yield_to: the codes of errors beside which a warning of this rule says nothing new.
    """

    code: ClassVar[str]
    severity: ClassVar[Severity] = "error"
    reads: ClassVar[tuple[str, ...]]
    reading: ClassVar[bool] = False
    default: ClassVar[bool] = True
    yields_to: ClassVar[tuple[str, ...]] = ()
    warnings_yield_to: ClassVar[tuple[str, ...]] = ()


class RecordRule(Rule):
    """A rule about one record: asked once for each distinct combination of the facts it reads."""

    @abstractmethod
    def check(self, facts: Facts) -> Iterator[Problem]:
        """What is wrong with a record of these facts."""


class SettingRule(RecordRule):
    """A rule about one record that heeds what stands around its quote, if that leaves it open."""

    @abstractmethod
    def leaves_open(self, facts: Facts) -> bool:
        """Whether the quote by itself does not say what the rule asks: its `setting` may."""


@dataclass(frozen=True, slots=True)
class Member:
    """The records of a group that share all facts the rule reads.

    Attributes:
        facts: what they share.
        rows: which records they are, ascending.
    """

    facts: Facts
    rows: tuple[int, ...]


class GroupRule(Rule):
    """A rule that holds records against each other.

    Attributes:
        groups: the facts (among those it reads) that records of one group have in common.
    """

    groups: ClassVar[tuple[str, ...]]

    @abstractmethod
    def check_group(self, members: Sequence[Member]) -> Iterator[tuple[int, Problem]]:
        """What is wrong among records of one group, each with the row it is wrong in."""
