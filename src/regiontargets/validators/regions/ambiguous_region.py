"""R004."""

from __future__ import annotations

from collections.abc import Iterator

from regiontargets.errors import AmbiguousRegion as SeveralRegions
from regiontargets.model import Region

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule
from .reading import region_trouble

_SHOWN = 6


class AmbiguousRegion(RecordRule):
    """Ambiguous region name.

    ## What it finds

    A name that several regions bear, where neither a code nor the other regions of the document
    decide between them.

    ## Why it matters

    Suzhou is a city of Jiangsu and another one of Anhui, whose economy is a tenth of the first's.

    ## Example

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Suzhou]{.region} reached
    [2.2 trillion yuan]{.amount}]{.observation}.
    ```

    ## Instead

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Suzhou]{.region code=320500} reached
    [2.2 trillion yuan]{.amount}]{.observation}.
    ```
    """

    code = "R004"
    reads = ("unread_region",)
    reading = True

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Look the words up again, for the candidates."""
        words = facts.unread_region
        trouble = None if words is None else region_trouble(words)
        if isinstance(trouble, SeveralRegions):
            listed = [_words(each) for each in trouble.candidates[:_SHOWN]]
            more = len(trouble.candidates) - len(listed)
            yield Problem(
                f"the region {trouble.query[:60]!r} is ambiguous",
                field="region",
                text=words or "",
                reason=f"it may be {' or '.join(listed)}{f', or {more} more' if more else ''}",
                suggestion="Give the code of the one that is meant.",
            )


def _words(region: object) -> str:
    if isinstance(region, Region) and region.parent:
        return f"{region} in {region.parent}"
    return str(region)
