"""The prices that something is stated in: constant ones (real), or current ones (nominal)."""

from __future__ import annotations

from functools import lru_cache

from regiontargets.model import Basis

from ..mention import Mention
from .language_files import LANGUAGES, language
from .line import Line
from .sentences import sentences
from .words import words_of


def find_basis(text: str, *, lang: str | None = None) -> tuple[Mention[Basis], ...]:
    """Words that say in which prices something is stated: real or nominal.

    Args:
        text: any text.
        lang: "en" or "zh"; None reads each word by its script.

    Raises:
        RegionTargetsError: amounts are not read in that language.

    >>> [(each.text, each.reading) for each in find_basis("按可比价计算增长5%")]
    [('按可比价计算', 'real')]
    """
    words_of(lang)
    found: list[Mention[Basis]] = []
    for start, sentence in sentences(text):
        found += (  # pyright: ignore[reportOperatorIssue, reportUnknownVariableType]
            Mention(start + first, start + last, sentence[first:last], (basis,))
            for first, last, basis in _in_sentence(sentence, lang)
        )
    return tuple(found)  # pyright: ignore[reportUnknownArgumentType]


def basis_phrases() -> frozenset[str]:
    """All phrases that say in which prices something is stated, in any language.

    >>> "不变价" in basis_phrases()
    True
    """
    return frozenset(
        phrase for each in LANGUAGES for said in language(each).basis.values() for phrase in said
    )


@lru_cache(maxsize=2048)
def _in_sentence(sentence: str, lang: str | None) -> tuple[tuple[int, int, Basis], ...]:
    words = words_of(lang)
    line, at = Line.of(sentence, words), 0
    found: list[tuple[int, int, Basis]] = []
    while line.has_basis and at < line.size:
        hit = words.basis.at(line.tokens, at)
        if hit is None:
            at += 1
            continue
        found.append((line.start(at), line.ends[hit[0] - 1], hit[1]))
        at = hit[0]
    return tuple(found)
