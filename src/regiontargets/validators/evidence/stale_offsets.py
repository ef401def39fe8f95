"""E007."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule
from .passages import stands_in


class StaleOffsets(RecordRule):
    """Stored offsets no longer match the text.

    ## What it finds

    Evidence that is in its source, but not where its offsets say. Words that are nowhere in the
    source are E001.

    ## Why it matters

    The source was edited, or the offsets count something other than code points (UTF-16 units,
    bytes). Every highlight and link will point at the wrong words.

    ## Example

    ```json
    {"format": "regiontargets-dataset", "version": 1,
     "sources": [{"id": "report", "text": "In 2021, Hubei's GDP reached 5 trillion yuan."}],
     "regions": [{"code": "CN-HB", "name": "Hubei"}],
     "metrics": [{"code": "gdp", "name": "GDP", "unit": "currency", "kind": "level"}],
     "observations": [{"id": "1", "region": "iso3166-2:CN-HB", "metric": "gdp",
       "amount": {"value": "5000000000000", "unit": "CNY"},
       "period": {"start": "2021-01-01", "end": "2021-12-31", "kind": "year"},
       "evidence": {"source": "report", "start": 5, "end": 40,
         "exact": "Hubei's GDP reached 5 trillion yuan"}}]}
    ```

    ## Instead

    ```json
    {"format": "regiontargets-dataset", "version": 1,
     "sources": [{"id": "report", "text": "In 2021, Hubei's GDP reached 5 trillion yuan."}],
     "regions": [{"code": "CN-HB", "name": "Hubei"}],
     "metrics": [{"code": "gdp", "name": "GDP", "unit": "currency", "kind": "level"}],
     "observations": [{"id": "1", "region": "iso3166-2:CN-HB", "metric": "gdp",
       "amount": {"value": "5000000000000", "unit": "CNY"},
       "period": {"start": "2021-01-01", "end": "2021-12-31", "kind": "year"},
       "evidence": {"source": "report", "start": 9, "end": 44,
         "exact": "Hubei's GDP reached 5 trillion yuan"}}]}
    ```
    """

    code = "E007"
    reads = ("evidence", "evidence_span", "source_text")

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Hold the words against the text at their offsets."""
        text, span = facts.source_text, facts.evidence_span
        if not facts.evidence or text is None or span is None:
            return
        start, end = span
        there = text[start:end]
        if there == facts.evidence or not stands_in(facts.evidence, text):
            return
        at = text.find(facts.evidence)
        moved = (
            f"they stand at {at} to {at + len(facts.evidence)}"
            if at >= 0
            else "they stand elsewhere"
        )
        yield Problem(
            "the stored offsets do not match the text",
            field="evidence",
            reason=f"at {start} to {end} the source says {there[:60]!r}; {moved}",
            suggestion="Locate the words anew; offsets count Unicode code points.",
        )
