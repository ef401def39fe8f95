"""The words that metric names are made of: synonyms made one, words that mean nothing left out.

Every name of a metric, and every text that is looked up, becomes a set of terms. Word order,
articles, plurals and synonyms thus make no difference, in either language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from .spelling import fold, is_chinese, pieces

Terms = frozenset[str]
"""What a name is about, in any order."""

GROWTH = "growth"
"""The term of every word for growth: "growth rate", "year on year", 增速, 同比."""

REDUCTION = "reduction"
"""The term of every word for a fall: "cut", "decline", 下降, 降低."""

SHARE = "share"
"""The term of every word for a share: "proportion", "as a percentage of", 占比, 比重."""

RATE = "rate"
"""The term of rates."""

PER_CAPITA = "percapita"
"""The term of amounts per person: "per head", 人均."""

VALUE_ADDED = "va"
"""The term for value added."""

GDP = "gdp"
"""The term for gross domestic product, national or regional."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The phrases of `words.tsv`, ready for matching.

    Attributes:
        english: for a phrase's first word, the phrases with their terms, the longest first.
        chinese: from phrase to term; to "" where it means nothing.
        lengths: for a Chinese phrase's first character, how long such phrases are, descending.
        nothing: English words that mean nothing here.
        weak: terms that can be left out when nothing matches with them.
        surplus: terms that a text may have too many, but no name may miss.
    """

    english: Mapping[str, list[tuple[tuple[str, ...], str]]]
    chinese: Mapping[str, str]
    lengths: Mapping[str, list[int]]
    nothing: frozenset[str]
    weak: Terms
    surplus: Terms

    def terms(self, text: str) -> Terms:
        """What a folded text is about.

        >>> sorted(vocabulary().terms("the growth of gross domestic product"))
        ['gdp', 'growth']
        >>> sorted(vocabulary().terms("地区生产总值增速"))
        ['gdp', 'growth']
        """
        found: set[str] = set()
        words: list[str] = []
        for piece in pieces(text):
            if not is_chinese(piece):
                if piece not in self.nothing:
                    words.append(piece)
                continue
            if words:
                self._add_english(words, found)
                words = []
            self._add_chinese(piece, found)
        if words:
            self._add_english(words, found)
        found.discard("")
        return frozenset(found)

    # Six thousand names are read before the first answer: these two fill a set that is there.
    def _add_english(self, words: list[str], found: set[str]) -> None:
        at = 0
        while at < len(words):
            word = words[at]
            for phrase, term in self.english.get(word, ()):
                if len(phrase) == 1 or tuple(words[at : at + len(phrase)]) == phrase:
                    found.add(term)
                    at += len(phrase)
                    break
            else:
                found.add(word)
                at += 1

    def _add_chinese(self, run: str, found: set[str]) -> None:
        at = 0
        while at < len(run):
            for length in self.lengths.get(run[at], ()):
                term = self.chinese.get(run[at : at + length])
                if term is not None:
                    found.add(term)
                    at += length
                    break
            else:
                found.add(run[at])
                at += 1


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read when first asked for."""
    text = (
        resources.files("regiontargets.catalog.metrics")
        .joinpath("words.tsv")
        .read_text(encoding="utf-8")
    )
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    rows = [(term, role, _split(en), _split(zh)) for term, role, en, zh in lines[1:]]
    nothing = frozenset(word for _, role, en, _ in rows if role == "nothing" for word in en)
    english = _english_phrases(rows, nothing)
    chinese = {word: "" if role == "nothing" else term for term, role, _, zh in rows for word in zh}
    weak, surplus = (
        frozenset(term for term, role, _, _ in rows if role == wanted)
        for wanted in ("weak", "surplus")
    )
    return Vocabulary(english, chinese, _lengths(chinese), nothing, weak, surplus)


def _english_phrases(
    rows: Iterable[tuple[str, str, list[str], list[str]]], nothing: frozenset[str]
) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for term, role, names, _ in rows:
        for name in names:
            words = tuple(each for each in pieces(fold(name)) if each not in nothing)
            if role != "nothing" and words:
                phrases.setdefault(words[0], []).append((words, term))
    for each in phrases.values():
        each.sort(key=lambda pair: -len(pair[0]))
    return phrases


def _lengths(phrases: Iterable[str]) -> dict[str, list[int]]:
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        lengths.setdefault(phrase[0], set()).add(len(phrase))
    return {first: sorted(each, reverse=True) for first, each in lengths.items()}


def _split(cell: str) -> list[str]:
    return [name for each in cell.split(";") if (name := each.strip())]
