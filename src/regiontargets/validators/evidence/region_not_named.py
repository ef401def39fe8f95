"""E005."""

from __future__ import annotations

from collections.abc import Iterator

from regiontargets.model import Region

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule
from .names import implies_region, names_region, regions_named


class RegionNotNamed(RecordRule):
    """Region not named in its evidence or its context.

    ## What it finds

    Evidence that names another region of the same kind and not the record's: an error, or a
    warning where the record's is named before it in the source. And a region that is named
    neither in the evidence nor before it, nor in the source's title, publisher or place: a
    warning. Where the words that name the region are marked, nothing is said.

    ## Why it matters

    Rows are copied and their region is not changed. The quote shows it.

    ## Example

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of Anhui reached
    [5 trillion yuan]{.amount}]{.observation region=CN-HB}.
    ```

    ## Instead

    ```markdown
    [In [2021]{.period}, the [GDP]{.metric code=gdp} of Hubei reached
    [5 trillion yuan]{.amount}]{.observation region=CN-HB}.
    ```
    """

    code = "E005"
    yields_to = ("R002", "E001")
    reads = (
        *("region", "region_mentioned", "evidence", "evidence_span"),
        *("source_text", "source_names", "source", "issuer"),
    )

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Look for the region's names in the evidence, then in what stands around it."""
        region = facts.region
        if region is None or facts.region_mentioned or not facts.evidence:
            return
        if names_region(facts.evidence, region):
            return
        context = _context(facts)
        elsewhere = names_region(f"{context}\n{_names(facts)}", region)
        others = regions_named(facts.evidence, region)
        if others:
            yield _names_others(region, others, elsewhere=elsewhere)
        elif (
            context and not elsewhere and not implies_region(f"{facts.evidence}\n{context}", region)
        ):
            yield Problem(
                f"{region} is not named in its evidence or context",
                field="region",
                reason="nothing before it in the source, and nothing in the source's title, "
                "publisher or place, names the region",
                suggestion="Correct the region, or quote more of the source.",
                severity="warning",
            )


def _names_others(region: Region, others: tuple[Region, ...], *, elsewhere: bool) -> Problem:
    return Problem(
        f"the evidence names {' and '.join(str(each) for each in others[:3])}, "
        f"the record is of {region}",
        field="region",
        reason=f"{region.name} is not named in it",
        suggestion="Correct the region, or quote the words that are about it.",
        severity="warning" if elsewhere else None,
    )


def _context(facts: Facts) -> str:
    before = ""
    if facts.source_text is not None:
        before = facts.source_text[: facts.evidence_span[0] if facts.evidence_span else None]
    return f"{facts.source_names}\n{before}".strip()


def _names(facts: Facts) -> str:
    """What names the region without being a context in which it would have to be named."""
    return f"{facts.source or ''}\n{facts.issuer or ''}".replace("_", " ")
