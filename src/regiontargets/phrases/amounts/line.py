"""A stretch of text that is read at once, and what its readers ask of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, compress, count
from operator import attrgetter

from .hit import Hit
from .lexicon import Lexicon
from .tokens import Token, pieces
from .words import COMMAS, Words

_BRACKETED = 12
"""Tokens that brackets may hold and not end a clause."""

_CLAUSE = 40
"""Tokens that are looked through for what governs a number: no clause needs more."""


_BEYOND = [Token("", "", "", 0, spaced=True)] * 3
"""What stands behind the last token, and so, counted from the end, before the first one."""


_is_notable = attrgetter("notable")


@dataclass(eq=False)
class Line:
    """A sentence; nothing in it changes once it is read.

    Attributes:
        text: its text.
        tokens: its tokens, with some empty ones behind them.
        ends: where each token ends in the text (exclusive).
        size: how many tokens there are.
        words: the words to read it with.
        beginnings: the tokens that numbers may begin with.
        commas: the tokens that are commas.
        clauses: from which token on a clause goes, and the first token of it.
        governors: what may govern a number, wherever it stands, overlaps included.
        governed_from: the token that each of them begins with.
        has_basis: whether a word in it may say in which prices something is stated.
        has_rates: whether a word in it may introduce a denominator before its number (每).
    """

    text: str
    tokens: list[Token]
    ends: list[int]
    size: int
    words: Words
    beginnings: list[int]
    commas: list[int]
    clauses: tuple[list[int], list[int]]
    governors: list[Hit]
    governed_from: list[int]
    has_basis: bool
    has_rates: bool

    @classmethod
    def of(cls, text: str, words: Words) -> Line:
        """The line of a text."""
        found, known = pieces(text), words.vocabulary
        tokens = list(map(known.__getitem__, found))
        notable = compress(count(), list(map(_is_notable, tokens)))
        tokens += _BEYOND
        lexicon, governs = words.change.governors, words.change.governors.bit
        beginnings, commas, breaks = list[int](), list[int](), list[int]()
        governors: list[Hit] = []
        opens = closes = 0
        for at in notable:
            token = tokens[at]
            opens |= token.opens
            closes |= token.closes
            if token.begins:
                beginnings.append(at)
            if token.breaks:
                breaks.append(at)
            if token.text in COMMAS:
                commas.append(at)
            if token.roles is not None:
                governors.append(Hit(at, at + 1, token.roles))
            elif token.opens & governs and (hit := lexicon.at(tokens, at)) is not None:
                governors.append(Hit(at, hit[0], hit[1]))
        return cls(
            text,
            tokens,
            list(accumulate(map(len, found))),
            len(found),
            words,
            beginnings,
            commas,
            _clauses(tokens, breaks),
            governors,
            [each.first for each in governors],
            has_basis=closes & words.basis.bit > 0,
            has_rates=opens & words.masks.rating > 0,
        )

    def start(self, at: int) -> int:
        """Where a token begins in the text."""
        return self.ends[at] - self.tokens[at].length

    def may_govern(self, first: int, last: int) -> bool:
        """Whether a word that may govern a number begins between two tokens."""
        places = self.governed_from
        at = bisect_left(places, first)
        return at < len(places) and places[at] < last

    def low(self, at: int) -> str:
        """A token in lower case; empty beyond either end."""
        return self.tokens[at].low if 0 <= at < self.size else ""

    def kind(self, at: int) -> str:
        """The kind of a token; empty beyond either end."""
        return self.tokens[at].kind if 0 <= at < self.size else ""

    def slice(self, first: int, last: int) -> str:
        """The text of some tokens, as written."""
        return self.text[self.start(first) : self.ends[last - 1]]

    def glued(self, at: int) -> bool:
        """Whether a token touches the one before it."""
        return 0 < at < self.size and not self.tokens[at].spaced

    def is_year(self, at: int) -> bool:
        """Whether a token is four digits of these centuries."""
        text = self.tokens[at].text if 0 <= at < self.size else ""
        return len(text) == 4 and text.isdecimal() and text[:2] in ("19", "20")

    def clause_start(self, at: int) -> int:
        """The first token of the clause that a token stands in, not far back."""
        behind, starts = self.clauses
        return max(starts[bisect_right(behind, at) - 1], at - _CLAUSE)

    def joins_list(self, at: int) -> bool:
        """Whether a token is a word or mark that joins what is listed."""
        found = self.words.change.list_join.at(self.tokens, at) if at >= 0 else None
        return found is not None and found[0] == at + 1

    def ends_clause(self, at: int) -> bool:
        """Whether a token ends a clause."""
        return self.tokens[at].text in self.words.clause_end

    def clause_end(self, at: int) -> int:
        """The token behind the clause that a token stands in, not far on."""
        ends, last = self.words.clause_end, min(self.size, at + _CLAUSE)
        while at < last and self.tokens[at].text not in ends:
            at += 1
        return at

    def has(self, lexicon: Lexicon[bool], first: int, last: int) -> bool:
        """Whether one of the phrases stands between two tokens."""
        tokens, bit = self.tokens, lexicon.bit
        places = [at for at in range(first, min(last, self.size)) if tokens[at].opens & bit]
        return any(lexicon.at(tokens, at) for at in places)

    def has_comma(self, first: int, last: int) -> bool:
        """Whether a comma stands between two tokens."""
        return self.behind_comma(first, last) > first

    def behind_comma(self, first: int, last: int) -> int:
        """The token behind the last comma between two tokens, or the first."""
        commas = self.commas
        before = bisect_left(commas, last)
        return max(first, commas[before - 1] + 1) if before else first

    @cached_property
    def has_han(self) -> bool:
        """Whether there is Chinese in it."""
        return any(each.kind == "han" for each in self.tokens)

    @cached_property
    def has_decimal_commas(self) -> bool:
        """Whether a number in it has a comma that can only be a decimal one."""
        if "," not in self.text:
            return False
        commas = (each.text.partition(",") for each in self.tokens if each.kind == "digits")
        return any(comma and len(tail) < 3 and "." not in tail for _, comma, tail in commas)

    @cached_property
    def preferred(self) -> frozenset[str]:
        """The units that words anywhere in the line speak for."""
        return self.preferred_in(0, self.size)

    def preferred_in(self, first: int, last: int) -> frozenset[str]:
        """The units that words between two tokens speak for."""
        found: set[str] = set()
        tokens, prefers = self.tokens, self.words.units.prefers
        for at in range(first, last):
            hit = prefers.at(tokens, at) if tokens[at].opens & prefers.bit else None
            if hit is not None:
                found |= hit[1]
        return frozenset(found)


def _clauses(tokens: Sequence[Token], breaks: Iterable[int]) -> tuple[list[int], list[int]]:
    """From which token on a clause goes, and the first token of it; brackets interrupt one."""
    behind, starts, open_brackets = [0], [0], list[tuple[int, int]]()
    for at in breaks:
        text, start = tokens[at].text, at + 1
        if text == "(":
            open_brackets.append((at, starts[-1]))
        elif text == ")" and open_brackets:
            opening, before = open_brackets.pop()
            start = before if _is_aside(tokens, opening, at) else start
        behind.append(at + 1)
        starts.append(start)
    return behind, starts


def _is_aside(tokens: Sequence[Token], opening: int, closing: int) -> bool:
    """Whether the clause goes on behind brackets: few words and no number are inside."""
    if closing - opening >= _BRACKETED:
        return False
    return all(each.kind != "digits" for each in tokens[opening:closing])
