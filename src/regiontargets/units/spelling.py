"""Spellings that make no difference: width, case of words, hyphens, dots, plurals."""

from __future__ import annotations

import re
import unicodedata

# NFKC has already made ％ of U+FF05 a %, ³ a 3 and µ (micro) a μ (mu).
_ALIKE = str.maketrans({"\u22c5": "·", "\u2044": "/", "\u2215": "/", "\u2019": "'"})
_TO_SPACE = re.compile(r"[\s_()\-\u2010-\u2015\u2212]+")
_IDLE_DOT = re.compile(r"\.(?!\d)")
_AROUND_SIGN = re.compile(r"\s*([/·*^])\s*")
_WORD = re.compile(r"[a-z]{3}")
_SIBILANT = ("ss", "x", "z", "ch", "sh")


def key(text: str) -> str:
    """The form in which names are compared, letter case kept.

    >>> key("Sq.  km"), key("percentage-point"), key("\uff05"), key("m\u00b3 / h")
    ('Sq km', 'percentage point', '%', 'm3/h')
    """
    if text.isalnum() and (text.isascii() or unicodedata.is_normalized("NFKC", text)):
        return text
    plain = unicodedata.normalize("NFKC", text).translate(_ALIKE)
    spaced = _TO_SPACE.sub(" ", _IDLE_DOT.sub("", plain))
    return _AROUND_SIGN.sub(r"\1", spaced).strip()


def is_word(name: str) -> bool:
    """Whether a name may be written in any case; a symbol may not, since MW is no mW.

    >>> is_word("Kilowatt"), is_word("mW"), is_word("yuan")
    (True, False, True)
    """
    return _WORD.search(name) is not None


def plural(name: str) -> str:
    """The regular English plural of a unit's name; of "x of y", of the x.

    >>> plural("company"), plural("tonne of CO2"), plural("business"), plural("kms"), plural("mu")
    ('companies', 'tonnes of CO2', 'businesses', 'kms', 'mu')
    """
    head, of, rest = name.partition(" of ")
    if not is_word(head) or not head[-1].isalpha() or re.search("[^s]s$", head):
        return name
    if head.endswith("y") and head[-2] not in "aeiou":
        return f"{head[:-1]}ies{of}{rest}"
    return f"{head}{'es' if head.endswith(_SIBILANT) else 's'}{of}{rest}"
