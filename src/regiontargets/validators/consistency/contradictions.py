"""Records of one region, metric and time whose amounts cannot all be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple

from regiontargets.model import Amount, Interval

from ..facts import Facts
from ..shapes import Member
from .sameness import change_of, interval_in, softened, time_of

_REMEMBERED = 8
"""Values of one time that a further one is held against; real data has one or two."""


class Stand(NamedTuple):
    """One record of a group.

    Attributes:
        row: which record it is.
        facts: its facts.
        interval: the values that its amount allows, in the unit of the first of its time.
    """

    row: int
    facts: Facts
    interval: Interval


class Clash(NamedTuple):
    """A record that contradicts an earlier one.

    Attributes:
        later: the record.
        earlier: the one it contradicts.
    """

    later: Stand
    earlier: Stand


def clashes(
    members: Sequence[Member], *, widened: Callable[[Interval], Interval] = lambda each: each
) -> Iterator[Clash]:
    """Each record that contradicts an earlier one of the same time, in the order of rows.

    Args:
        members: records of one region and metric.
        widened: what is to be allowed for beside the words, such as rounding.
    """
    by_time: defaultdict[Hashable, list[tuple[int, Facts, Amount]]] = defaultdict(list)
    for member in members:
        facts = member.facts
        if facts.amount is not None and facts.period is not None:
            key = change_of(facts), time_of(facts.period), facts.aggregation
            by_time[key] += [(row, facts, facts.amount) for row in member.rows]
    for stated in by_time.values():
        if len(stated) > 1:
            yield from _of_one_time(sorted(stated, key=lambda each: each[0]), widened)


def _of_one_time(
    stated: list[tuple[int, Facts, Amount]], widened: Callable[[Interval], Interval]
) -> Iterator[Clash]:
    unit = stated[0][2].unit
    known: list[Stand] = []
    for row, facts, amount in stated:
        interval = interval_in(amount, unit)
        if interval is None:
            continue
        stand = Stand(row, facts, widened(softened(interval)))
        earlier = next((each for each in known if not each.interval.overlaps(stand.interval)), None)
        if earlier is not None:
            yield Clash(stand, earlier)
        if len(known) < _REMEMBERED:
            known.append(stand)
