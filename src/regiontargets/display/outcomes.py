"""Which observations tell how a target came out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

from regiontargets.model import Observation, Record, Target, Verdict

Outcome: TypeAlias = tuple[Observation, Verdict]
"""An observation that a target can be compared with, and what that comes to."""

Subject: TypeAlias = tuple[str, str]

_MOST = 3
_CANDIDATES = 30
"""Observations of one region and metric that are tried for a target: the latest in its period."""


class Outcomes:
    """The observations of a dataset by region and metric.

    >>> Outcomes([]).of(Target(id="t1"))
    []
    """

    def __init__(self, observations: Iterable[Observation]) -> None:
        found: dict[Subject, list[tuple[date, int, Observation]]] = {}
        for number, each in enumerate(observations):
            subject = _subject(each)
            if subject is not None and each.period is not None:
                found.setdefault(subject, []).append((each.period.end, number, each))
        self._found = {subject: sorted(each) for subject, each in found.items()}

    def of(self, target: Target) -> list[Outcome]:
        """The latest observations within a target's period, with their verdicts."""
        subject = _subject(target)
        if subject is None or target.period is None:
            return []
        candidates = self._found.get(subject, [])
        last = bisect_right(candidates, target.period.end, key=lambda each: each[0])
        outcomes: list[Outcome] = []
        for _, _, observation in reversed(candidates[max(0, last - _CANDIDATES) : last]):
            verdict = target.verdict(observation)
            if verdict != "not_comparable":
                outcomes.append((observation, verdict))
            if len(outcomes) == _MOST:
                break
        return outcomes


def _subject(record: Record) -> Subject | None:
    """Region and metric; growth of a metric and its growth metric are looked up as one."""
    if record.region is None or record.metric is None:
        return None
    return record.region.key, record.metric.growth_of or record.metric.code
