"""Where in a text an annotation's target stands: by position, by quote, by both."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ..json_records import Json
from ..quoted_offsets import Placed, QuotedOffsets
from .quotes import Quotes

_COMPARED = 500
"""What comparing one place costs, in characters searched."""

_CONTEXT = 64
"""Characters of prefix and suffix that are compared."""

_FRAGMENT = re.compile(r"char=([0-9]{1,18}),([0-9]{1,18})")
"""RFC 5147: a range of a plain text by character position."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """A range of the text in code points, and what was mended to find it."""

    start: int
    end: int
    repair: str = ""


@dataclass(frozen=True, slots=True)
class Unanchored:
    """Why a target stands nowhere: the code of its finding, and the reason."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Selectors:
    """What a target's selectors say.

    Attributes:
        position: start and end, as stated; None if no selector has them.
        exact: the quoted words; None if no selector quotes.
        prefix: the words before them.
        suffix: the words after them.
    """

    position: tuple[Json, Json] | None
    exact: str | None
    prefix: str
    suffix: str


def selectors_of(listed: Json) -> Selectors:
    """The position and quote among a target's selectors.

    >>> selectors_of({"type": "TextPositionSelector", "start": 4, "end": 7})
    Selectors(position=(4, 7), exact=None, prefix='', suffix='')
    """
    position: tuple[Json, Json] | None = None
    quote: dict[str, Json] = {}
    for selector in listed if isinstance(listed, list) else [listed]:
        if not isinstance(selector, dict) or "refinedBy" in selector:
            continue
        kind = selector.get("type")
        if kind == "TextPositionSelector":
            position = selector.get("start"), selector.get("end")
        elif kind == "TextQuoteSelector" and isinstance(selector.get("exact"), str):
            quote = selector
        elif kind == "FragmentSelector" and position is None:
            found = _FRAGMENT.fullmatch(str(selector.get("value")))
            position = (int(found[1]), int(found[2])) if found else None
    exact, prefix, suffix = (quote.get(name) for name in ("exact", "prefix", "suffix"))
    return Selectors(
        position,
        exact if isinstance(exact, str) else None,
        prefix if isinstance(prefix, str) else "",
        suffix if isinstance(suffix, str) else "",
    )


class Anchors:
    """Anchors targets in one text.

    >>> anchors = Anchors("The GDP grew. The GDP fell.", utf16=False)
    >>> anchors.anchor(Selectors((0, 3), "GDP", "", " fell"))
    Anchored(start=18, end=21, repair='the position 0 to 3 is mended to 18 to 21')
    """

    def __init__(self, text: str, *, utf16: bool, expected: Iterable[Selectors] = ()) -> None:
        self.text = text
        self._offsets = QuotedOffsets(text, utf16=utf16)
        self._quotes = Quotes(text, _wanted(expected))

    def anchor(self, selectors: Selectors) -> Anchored | Unanchored:
        """Where the target stands."""
        exact, position = selectors.exact, selectors.position
        if position is not None:
            place = self._offsets.place(*position, exact)
            if isinstance(place, Placed) and place.doubt in ("", "unit", "number"):
                return Anchored(place.start, place.end, place.reason)
            if not exact:
                reason = place.reason or "it quotes nothing"
                return Unanchored("F090", reason)
        elif exact is None:
            return Unanchored("F090", "it has no TextQuoteSelector or TextPositionSelector")
        return self._by_quote(exact or "", selectors)

    def _by_quote(self, exact: str, selectors: Selectors) -> Anchored | Unanchored:
        if not exact:
            return Unanchored("F090", "it quotes nothing and has no position")
        in_context = selectors.prefix + exact + selectors.suffix
        best = [at + len(selectors.prefix) for at in self._quotes.places(in_context)]
        if not best:
            places = self._quotes.places(exact)
            if not self._quotes.spend(_COMPARED * len(places)):
                return Unanchored("F087", "too many quotes do not stand at their positions")
            best = self._best(places, selectors, len(exact)) if places else []
        if not best:
            return self._by_words(exact)
        if len(best) > 1:
            where = ", ".join(map(str, best[:5]))
            more = " and elsewhere" if len(best) > 5 else ""
            return Unanchored("F088", f"the words stand at {where}{more} in the same context")
        start, end = best[0], best[0] + len(exact)
        if selectors.position is None:
            return Anchored(start, end)
        first, last = (_shown(each) for each in selectors.position)
        return Anchored(start, end, f"the position {first} to {last} is mended to {start} to {end}")

    def _best(self, places: list[int], selectors: Selectors, length: int) -> list[int]:
        """The places whose surroundings agree best with prefix and suffix."""
        prefix, suffix = selectors.prefix[-_CONTEXT:], selectors.suffix[:_CONTEXT]
        scored = [(self._agreement(at, at + length, prefix, suffix), at) for at in places]
        highest = max(score for score, _ in scored)
        return [at for score, at in scored if score == highest]

    def _agreement(self, start: int, end: int, prefix: str, suffix: str) -> int:
        before = self.text[max(0, start - len(prefix)) : start]
        after = self.text[end : end + len(suffix)]
        return _common(before[::-1], prefix[::-1]) + _common(after, suffix)

    def _by_words(self, exact: str) -> Anchored | Unanchored:
        """The place of a quote whose white space differs from the text's."""
        words = " ".join(exact.split())
        if not words or not self._quotes.spend(len(self.text)):
            return Unanchored("F087", "the text does not hold these words, as they are")
        at = self._words.text.find(words)
        if at < 0:
            return Unanchored("F087", "the text does not hold these words")
        if self._words.text.find(words, at + 1) >= 0:
            return Unanchored("F088", "the words stand in several places, with other white space")
        start, end = self._words.range(at, at + len(words))
        return Anchored(start, end, "the white space of the quote differs from the text's")

    @cached_property
    def _words(self) -> _Words:
        return _Words(self.text)


def _wanted(expected: Iterable[Selectors]) -> Iterator[str]:
    """The quotes that may be looked for, with and without their surroundings."""
    for selectors in expected:
        if selectors.exact:
            yield selectors.exact
            yield selectors.prefix + selectors.exact + selectors.suffix


class _Words:
    """A text with its white space made single spaces, and the way back to its offsets."""

    def __init__(self, text: str) -> None:
        pieces: list[str] = []
        self._starts, self._origins = [0], [0]
        at = length = 0
        for run in re.finditer(r"\s+", text):
            pieces += [text[at : run.start()], " "]
            length += run.start() - at + 1
            at = run.end()
            self._starts.append(length)
            self._origins.append(at)
        self.text = "".join([*pieces, text[at:]])

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The range of the text that a range of the words came from."""
        return self._origin(start), self._origin(end - 1) + 1

    def _origin(self, offset: int) -> int:
        run = bisect_right(self._starts, offset) - 1
        return offset - self._starts[run] + self._origins[run]


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common from their beginning."""
    low, high = 0, min(len(one), len(other))
    while low < high:  # Slices compare faster than characters do.
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _shown(value: Json) -> str:
    text = str(value) if not isinstance(value, int) or abs(value) < 10**20 else "a huge number"
    return text if len(text) <= 20 else text[:17] + "..."
