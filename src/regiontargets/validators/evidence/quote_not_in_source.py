"""E001."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts import Facts
from ..problem import Problem
from ..shapes import RecordRule
from .passages import nearest, stands_in

_SHOWN = 300


class QuoteNotInSource(RecordRule):
    """Quote not found in its source; the nearest passage is shown.

    ## What it finds

    Evidence whose words do not stand in the text of its source. White space, dashes, quotation
    marks and full-width forms make no difference, and words may be left out ("…", "[...]"). What
    comes nearest is shown as a difference: [-what the quote says-]{+what the source says+}.

    ## Why it matters

    A quote that is not in the source proves nothing. Most often a word or a digit was changed in
    copying, and the difference shows which.

    ## Example

    ```json
    {"format": "regiontargets-dataset", "version": 1,
     "sources": [{"id": "report", "text": "In 2021, Hubei's GDP reached 5 trillion yuan."}],
     "regions": [{"code": "CN-HB", "name": "Hubei"}],
     "metrics": [{"code": "gdp", "name": "GDP", "unit": "currency", "kind": "level"}],
     "observations": [{"id": "1", "region": "iso3166-2:CN-HB", "metric": "gdp",
       "amount": {"value": "6000000000000", "unit": "CNY"},
       "period": {"start": "2021-01-01", "end": "2021-12-31", "kind": "year"},
       "evidence": {"source": "report",
         "exact": "Hubei's GDP reached 6 trillion yuan"}}]}
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
       "evidence": {"source": "report",
         "exact": "Hubei's GDP reached 5 trillion yuan"}}]}
    ```
    """

    code = "E001"
    reads = ("evidence", "evidence_span", "source_text")

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Look for the words in the source, then for what is most like them."""
        quote, text = (facts.evidence or "").strip(), facts.source_text
        if not quote or text is None or stands_in(quote, text):
            return
        found = nearest(quote, text)
        if found is None:
            reason = "nothing in the source is like it"
        else:
            reason = f"the nearest passage differs: {_shortened(found.difference)}"
        yield Problem(
            "the quote is not in its source",
            field="evidence",
            reason=reason,
            suggestion="Copy the words as they stand in the source."
            if found
            else "Correct the quote, or name the source that it was taken from.",
        )


def _shortened(difference: str) -> str:
    """The difference, cut to what surrounds its first change."""
    if len(difference) <= _SHOWN:
        return difference
    changes = [at for at in (difference.find("[-"), difference.find("{+")) if at >= 0]
    start = max(0, min(changes, default=0) - _SHOWN // 3)
    part = difference[start : start + _SHOWN]
    return f"{'…' if start else ''}{part}{'…' if start + _SHOWN < len(difference) else ''}"
