"""Where things were stated: the document, and the place in it."""

from __future__ import annotations

from datetime import date

from pydantic import Field, model_validator

from .frozen import FrozenModel


class Source(FrozenModel):
    """A document that states targets or outcomes.

    >>> print(Source(id="x", title="Report on the work of the government", publisher="Hubei",
    ...              published=date(2022, 1, 20)))
    Report on the work of the government, Hubei, 2022-01-20
    """

    id: str = Field(min_length=1, examples=["xinhua-2022-02-17"])
    """Unique in its dataset."""
    title: str | None = None
    """Its title."""
    publisher: str | None = None
    """Who published it."""
    published: date | None = None
    """When; relative periods ("last year") are read against it."""
    place: str | None = None
    """The dateline's place."""
    language: str | None = Field(default=None, examples=["en", "zh"])
    """BCP 47."""
    url: str | None = None
    """Where it can be read."""
    path: str | None = None
    """The file it was loaded from."""
    sha256: str | None = Field(default=None, pattern=r"^[0-9a-f]{64}$")
    """Of its text in UTF-8: evidence offsets hold for exactly this text."""
    text: str | None = Field(default=None, repr=False)
    """The text itself, so that evidence can be shown and checked without the file."""

    SHOWN = ("id", "title", "publisher", "published")

    def _repr_html_(self) -> str:
        # Deferred: pictures stand above the model; a notebook looks for them here.
        from regiontargets.display import source_html

        return source_html(self)

    def __str__(self) -> str:
        parts = (self.title or self.id, self.publisher, self.published and str(self.published))
        return ", ".join(part for part in parts if part)


class Evidence(FrozenModel):
    """The exact words in a source that state something, anchored twice: by place and by context.

    The fields are those of a W3C text quote selector and text position selector.

    Raises:
        ValueError: the offsets are out of order.

    >>> Evidence(source="x", start=10, end=13, exact="400").span
    (10, 13)
    """

    source: str
    """The id of the source."""
    start: int | None = Field(default=None, ge=0)
    """Where the words begin, in code points; None while they have not been located."""
    end: int | None = Field(default=None, ge=0)
    """Where they end (exclusive)."""
    exact: str
    """The words themselves; fragments of a discontinuous mention joined by a space."""
    prefix: str = ""
    """Some text before them."""
    suffix: str = ""
    """Some text after them."""
    fragments: tuple[tuple[int, int], ...] = ()
    """The runs of a discontinuous mention; empty for an ordinary one."""

    SHOWN = ("source", "start", "end", "exact")

    @model_validator(mode="after")
    def _in_order(self) -> Evidence:
        if (self.start is None) != (self.end is None):
            raise ValueError("evidence has both offsets or none")
        if self.start is not None and self.end is not None and self.start > self.end:
            raise ValueError("the evidence ends before it starts")
        return self

    @property
    def span(self) -> tuple[int, int] | None:
        """Both offsets, or None while the words have not been located."""
        return None if self.start is None or self.end is None else (self.start, self.end)

    def __str__(self) -> str:
        return self.exact
