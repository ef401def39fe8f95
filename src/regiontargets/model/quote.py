"""What somebody said."""

from __future__ import annotations

from pydantic import Field

from .frozen import FrozenModel
from .source import Evidence


class Quote(FrozenModel):
    """A quotation with its speaker.

    >>> print(Quote(id="q1", text="“extraordinary and challenging,”", speaker="Wang Zhonglin"))
    “extraordinary and challenging,” — Wang Zhonglin
    """

    id: str
    """Unique in its dataset."""
    text: str
    """The words, with their quotation marks, as in the source."""
    speaker: str | None = None
    """Who said it."""
    role: str | None = None
    """In what capacity."""
    affiliation: str | None = None
    """For whom."""
    direct: bool = True
    """Whether these are the speaker's own words (in quotation marks)."""
    evidence: Evidence | None = None
    """Where it stands."""
    speaker_evidence: Evidence | None = Field(default=None)
    """Where the speaker is named."""

    def _repr_html_(self) -> str:
        # Deferred: pictures stand above the model; a notebook looks for them here.
        from regiontargets.display import card

        return card(self)

    def __repr__(self) -> str:
        return f"<Quote {self.id}: {self}>"

    def __str__(self) -> str:
        by = ", ".join(part for part in (self.speaker, self.role, self.affiliation) if part)
        return f"{self.text} — {by}" if by else self.text
