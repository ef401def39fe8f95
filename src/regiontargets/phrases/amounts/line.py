"""A stretch of text that is read at once, and what its readers ask of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from .lexicon import Lexicon
from .tokens import Token, fold, tokens
from .words import Words

_BRACKETED = 12
"""Tokens that brackets may hold and not end a clause."""

_CLAUSE = 40
"""Tokens that are looked through for what governs a number: no clause needs more."""


@dataclass(frozen=True)
class Line:
    """A sentence: its text, its tokens and their number, and the words to read it with."""

    text: str
    tokens: tuple[Token, ...]
    size: int
    words: Words

    @classmethod
    def of(cls, text: str, words: Words) -> Line:
        """The line of a text."""
        found = tuple(tokens(text))
        return cls(text, found, len(found), words)

    def low(self, at: int) -> str:
        """A token in lower case; empty beyond either end."""
        if at < 0:
            return ""
        try:
            return self.tokens[at].low
        except IndexError:
            return ""

    def kind(self, at: int) -> str:
        """The kind of a token; empty beyond either end."""
        if at < 0:
            return ""
        try:
            return self.tokens[at].kind
        except IndexError:
            return ""

    def slice(self, first: int, last: int) -> str:
        """The text of some tokens, as written."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def glued(self, at: int) -> bool:
        """Whether a token touches the one before it."""
        tokens = self.tokens
        return 0 < at < len(tokens) and tokens[at - 1].end == tokens[at].start

    def clause_start(self, at: int) -> int:
        """The first token of the clause that a token stands in, not far back."""
        return max(self._clause_starts[at], at - _CLAUSE)

    @cached_property
    def _clause_starts(self) -> list[int]:
        """For each token and the end the first one of its clause; brackets interrupt one."""
        starts, start, open_brackets = [0], 0, list[tuple[int, int]]()
        ends = self.words.clause_end
        for at, token in enumerate(self.tokens):
            if token.text == "(":
                open_brackets.append((at, start))
                start = at + 1
            elif token.text == ")":
                start = self._behind_bracket(at, open_brackets)
            elif token.text in ends:
                start = at + 1
            starts.append(start)
        return starts

    def _behind_bracket(self, at: int, open_brackets: list[tuple[int, int]]) -> int:
        """Where the clause behind a closing bracket began: before it, if no number is inside."""
        if open_brackets:
            opening, start = open_brackets.pop()
            inside = self.tokens[opening:at]
            if len(inside) < _BRACKETED and all(each.kind != "digits" for each in inside):
                return start
        return at + 1

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
        return any(lexicon.at(self.tokens, at) for at in range(first, last))

    def has_comma(self, first: int, last: int) -> bool:
        """Whether a comma stands between two tokens."""
        return any(self.tokens[at].text in ",，" for at in range(first, last))

    def behind_comma(self, first: int, last: int) -> int:
        """The token behind the last comma between two tokens, or the first."""
        while last > first and self.tokens[last - 1].text not in ",，":
            last -= 1
        return last

    @cached_property
    def has_rates(self) -> bool:
        """Whether a word in it may introduce a denominator before its number (每)."""
        text = self.text
        return any(mark in text for mark in self.words.units.rate_marks)

    @cached_property
    def has_basis(self) -> bool:
        """Whether a word in it may say in which prices something is stated."""
        plain = fold(self.text).lower()
        return any(stem in plain for stem in self.words.basis_stems)

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
        for at in range(first, last):
            hit = self.words.units.prefers.at(self.tokens, at)
            if hit is not None:
                found |= hit[1]
        return frozenset(found)
