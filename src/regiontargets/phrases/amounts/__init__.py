"""Amounts: what prose states about numbers, in English and Chinese."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial

from regiontargets.errors import AmountError
from regiontargets.model import Amount

from ..mention import Mention, Piece
from .basis import basis_phrases, find_basis
from .line import Line
from .mentions import amounts_of
from .parsing import parsed
from .reading import read_line
from .remembered import Remembered
from .sentences import sentences
from .telling import told
from .words import Words, words_of

__all__ = [
    "AmountError",
    "basis_phrases",
    "explain_amount",
    "find_amounts",
    "find_basis",
    "parse_amount",
]

_MOST = 20_000
"""Sentences and amounts that are kept for a second sight, some 20 MB."""

_AMBIGUOUS = "it can be read in more than one way"


def find_amounts(text: str, *, lang: str | None = None) -> tuple[Mention[Amount], ...]:
    """Every amount in running text, and nothing else.

    Years, ordinals, labels, document numbers and vague quantities ("hundreds of billions")
    are none. What has two readings is given with both.

    Args:
        text: any text; what is not written in a known language is passed over.
        lang: "en" or "zh"; None reads each word by its script.

    Returns:
        The amounts in the order of the text, each with its place, its role (a value, a
        baseline, a gap to something else) and what each word did.

    Raises:
        RegionTargetsError: amounts are not read in that language.

    >>> for mention in find_amounts("由7.8%提高到10%，增速高于全国2个百分点"):
    ...     print(mention.text, mention.role, mention.reading)
    7.8% baseline 7.8%
    10% value 10%
    2个百分点 gap 2 pp
    """
    words = words_of(lang)
    found: list[Mention[Amount]] = []
    for start, sentence in sentences(text):
        if not words.numeric.found_in(sentence):
            continue
        mentions = _remembered.get((sentence, lang))
        if mentions is None:
            mentions = _found(sentence, lang, words)
            _remembered.keep((sentence, lang), mentions)
        found += _moved(mentions, sentence, lang, start) if start else mentions
    return tuple(found)


def parse_amount(text: str, *, lang: str | None = None) -> Amount:
    """The amount that a text is, its verb included.

    Args:
        text: one amount: "more than 12 trillion yuan", "增长5%至6%", "20".
        lang: "en" or "zh"; None reads each word by its script.

    Raises:
        AmountError: it states no amount, more than one, something besides, or has two readings
            (then `readings` holds them).

    >>> parse_amount("more than 12 trillion yuan")
    Amount(comparator='more_than', value=Decimal('12000000000000'), unit='CNY')
    >>> parse_amount("5m")
    Traceback (most recent call last):
    regiontargets.errors.AmountError: cannot read '5m' as an amount: it can be read in more \
than one way: 5 m; 5 million. Write out the unit that is meant.
    """
    return _parsed(text, lang)[0]


def explain_amount(text: str, *, lang: str | None = None) -> tuple[Piece, ...]:
    """What each word of an amount did for its reading.

    Args:
        text: one amount, as for `parse_amount`.
        lang: "en" or "zh"; None reads each word by its script.

    Raises:
        AmountError: it is no amount.

    >>> for piece in explain_amount("grow by about 5%"):
    ...     print(f"{piece.text}: {piece.role}, {piece.meaning}")
    grow: change, growth
    by: by, what follows is the size of the change
    about: comparator, about
    5: number, 5
    %: unit, percent
    """
    return _parsed(text, lang)[1]


def _found(sentence: str, lang: str | None, words: Words) -> tuple[Mention[Amount], ...]:
    line = Line.of(sentence, words)
    found: list[Mention[Amount]] = []
    for read in read_line(line):
        readings = amounts_of(line, read) if read.reason is None else ()
        if readings:
            stated = readings[0].text or ""
            end = line.ends[read.bounds.last - 1]
            start = end - len(stated)
            tell = partial(told, sentence, lang, len(found), 0)
            reason = _AMBIGUOUS if len(readings) > 1 else ""
            role = read.governed.role
            found.append(Mention(start, end, stated, readings, role, tell, reason))
    return tuple(found)


_remembered: Remembered[tuple[str, str | None], Mention[Amount]] = Remembered(_MOST)


@lru_cache(maxsize=8192)
def _parsed(text: str, lang: str | None) -> tuple[Amount, tuple[Piece, ...]]:
    return parsed(text, words_of(lang))


def _moved(
    found: tuple[Mention[Amount], ...], sentence: str, lang: str | None, by: int
) -> Iterator[Mention[Amount]]:
    """The mentions in the whole text instead of in their sentence."""
    for place, each in enumerate(found):
        tell = partial(told, sentence, lang, place, by)
        start, end = each.start + by, each.end + by
        yield Mention(start, end, each.text, each.readings, each.role, tell, each.reason)
