"""The sources that the rows of a table name, and where their quotes stand in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import PurePath

from regiontargets.model import Evidence, Source

from .text_index import TextIndex

NOWHERE = (-1, -1)
"""The span of a quote that does not stand in its source word for word."""

CONTEXT = 32
_LONGEST_NAME = 300
_LONG = 200_000
"""Characters from which on a text is sooner looked up in an index of its own than searched."""


@dataclass(frozen=True, slots=True)
class Named:
    """What the cells of a row say of its source.

    Attributes:
        source: the cell that names it: an id, a file, a title.
        url: where it can be read.
        title: its title.
        publisher: who published it.
        published: when.
    """

    source: str = ""
    url: str = ""
    title: str = ""
    publisher: str = ""
    published: date | None = None

    @property
    def name(self) -> str:
        """What it is called by."""
        return self.source or self.title or self.url


class Sources:
    """The sources whose texts are at hand, by every name that a cell may call them.

    Nothing is opened by what a cell says: a name leads to one of these sources or to none.

    >>> report = Source(id="report", path="corpus/2022/report.txt", text="Growth of 7 percent.")
    >>> sources = Sources([report])
    >>> sources.get("2022/report.txt") is sources.get("report") is report
    True
    >>> sources.get("../../etc/passwd") is None
    True
    """

    def __init__(self, sources: Iterable[Source]) -> None:
        self.all = tuple(sources)
        self._by_name: dict[str, Source | None] = {}
        self._of_long: dict[str, TextIndex] = {}
        for source in self.all:
            for name in _names(source):
                known = self._by_name.setdefault(name, source)
                if known is not source:
                    self._by_name[name] = None

    def get(self, name: str) -> Source | None:
        """The source of a name; None if there is none, or several bear it."""
        found = self._by_name.get(name)
        return found or self._by_name.get(name.replace("\\", "/").removeprefix("./"))

    def holding(self, quote: str) -> Source | None:
        """The one source in which a quote stands, if it is one."""
        found = self._index.holding(quote, 2)
        return self._texts[found[0]] if len(found) == 1 else None

    def span(self, quote: str, source: Source) -> tuple[int, int]:
        """Where a quote stands first in the text of a source, word for word, or `NOWHERE`."""
        text = source.text or ""
        if len(text) < _LONG:
            start = text.find(quote)
        else:
            if text not in self._of_long:
                self._of_long[text] = TextIndex([text])
            start = self._of_long[text].first(quote)
        return NOWHERE if start < 0 else (start, start + len(quote))

    @cached_property
    def _texts(self) -> list[Source]:
        return [each for each in self.all if each.text is not None]

    @cached_property
    def _index(self) -> TextIndex:
        return TextIndex([each.text or "" for each in self._texts])


def _names(source: Source) -> set[str]:
    names = {source.id, source.url, source.title}
    if source.path is not None:
        parts = PurePath(source.path).parts
        names |= {"/".join(parts[start:]) for start in range(len(parts))}
        names.add(PurePath(source.path).stem)
    return {name for name in names if name}


def escapes(name: str) -> bool:
    """Whether a name looks like a path that leads out of the folder of sources."""
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or name.startswith(("/", "\\", "~")) or name[1:2] == ":"


def evidence(
    quote: str, source: Source | None, fallback: str, span: tuple[int, int] | None
) -> Evidence | None:
    """The evidence that a quote is.

    Args:
        quote: the words.
        source: where they are from.
        fallback: the name of a source of which nothing is known.
        span: where they stand in its text, word for word.
    """
    if source is None and not quote:
        return None
    if source is None or source.text is None or span is None or span == NOWHERE:
        return Evidence(source=source.id if source else fallback, exact=quote)
    start, end = span
    return Evidence(
        source=source.id,
        start=start,
        end=end,
        exact=quote,
        prefix=source.text[max(0, start - CONTEXT) : start],
        suffix=source.text[end : end + CONTEXT],
    )


class SourceNaming:
    """Makes the sources that rows name: those at hand, and others by what the cells say.

    Attributes:
        sources: those at hand.
        stem: the name of a source of which nothing is said.
        unknown: the names of sources that are not at hand, and why.
        dated_by_announcements: whether the dates of announcements are those of the sources.
    """

    def __init__(self, sources: Sources, stem: str) -> None:
        self.sources = sources
        self.stem = stem
        self.unknown: dict[str, str] = {}
        self.dated_by_announcements = False
        self._made: dict[Named, Source] = {}
        self._dated: dict[str, Source] = {}
        self._taken = {source.id for source in sources.all}

    def source(self, named: Named, quote: str) -> Source | None:
        """The source of a row: the one it names, the only one, or the one that holds its quote."""
        found = self._at_hand(named, quote)
        if found is not None:
            if found.published is None and named.published and found.id not in self._dated:
                self._dated[found.id] = found.model_copy(update={"published": named.published})
            return found
        if self.sources.all and named.source:
            self.unknown[named.source] = _why(named.source)
        if not named.name and named.published is None and not quote:
            return None
        return self._own(named)

    def _at_hand(self, named: Named, quote: str) -> Source | None:
        for name in (named.source, named.url, named.title):
            found = self.sources.get(name) if name else None
            if found is not None:
                return found
        if named.name or not self.sources.all:
            return None
        return self.sources.all[0] if len(self.sources.all) == 1 else self.sources.holding(quote)

    def with_date(self, source: Source | None) -> Source | None:
        """A source; one that says itself of no date has the first that any row gave it."""
        return source and self._dated.get(source.id, source)

    def _own(self, named: Named) -> Source:
        made = self._made.get(named)
        if made is None:
            made = Source(
                id=self._free_id((named.name or self.stem)[:_LONGEST_NAME]),
                title=named.title or None,
                publisher=named.publisher or None,
                published=named.published,
                url=named.url or None,
            )
            self._made[named] = made
        return made

    def _free_id(self, name: str) -> str:
        number, free = 1, name
        while free in self._taken:
            number += 1
            free = f"{name}~{number}"
        self._taken.add(free)
        return free


def _why(name: str) -> str:
    if escapes(name):
        return "it leads out of the folder of sources, and nothing outside it is read"
    return "no file of the sources bears this name, path or title"
