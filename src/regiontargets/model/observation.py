"""What was the case."""

from __future__ import annotations

from .record import Record


class Observation(Record):
    """An outcome that a source reports.

    >>> from regiontargets.model import Amount, Period
    >>> print(Observation(id="o1", amount=Amount(value=5, unit="trillion yuan"),
    ...                   period=Period.of_year(2021)))
    ?: ? 5 trillion CNY, 2021
    """
