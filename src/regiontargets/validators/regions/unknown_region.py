"""R001."""

from __future__ import annotations

from collections.abc import Iterator

from regiontargets.errors import UnknownRegion as NoSuchRegion

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule
from .reading import region_trouble


class UnknownRegion(RecordRule):
    """Unknown region.

    ## What it finds

    A code that is in no scheme of the catalog, or a name that no region bears.

    ## Why it matters

    What cannot be placed cannot be compared, summed or put on a map.

    ## Example

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HBX} reached
    [5 trillion yuan]{.amount}]{.observation}.
    ```

    ## Instead

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of [Hubei]{.region code=CN-HB} reached
    [5 trillion yuan]{.amount}]{.observation}.
    ```
    """

    code = "R001"
    reads = ("unread_region",)
    reading = True

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Look the words up again, for the suggestions."""
        words = facts.unread_region
        trouble = None if words is None else region_trouble(words)
        if isinstance(trouble, NoSuchRegion):
            yield Problem(
                trouble.message.rstrip("."),
                field="region",
                text=words or "",
                reason="the catalog has no region of this name or code",
                suggestion=trouble.suggestion
                or "Give the code of a region (regiontargets regions QUERY finds it), or add it "
                "to a catalog of your own.",
            )
