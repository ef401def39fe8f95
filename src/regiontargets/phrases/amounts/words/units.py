"""The names of units, and what helps to read them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from regiontargets.units import UnitName, UnitReading, kind_of, unit_names
from regiontargets.units.spelling import plural

from ..language import Language
from ..lexicon import Lexicon
from .lexicons import phrase_roles, phrase_set, phrase_values

_SURE = frozenset(["share", "share_difference", "money", "area", "mass", "energy", "power"])
"""Kinds of quantity whose units are neither classifiers nor times."""


class UnitWord(NamedTuple):
    """A name of units.

    Attributes:
        readings: what it may mean, the usual reading first.
        decided: whether the first is taken when nothing else decides.
        singular: whether it is the singular of a name that has a plural.
        sure: whether it means one thing wherever it stands behind digits.
    """

    readings: tuple[UnitReading, ...]
    decided: bool
    singular: bool
    sure: bool = False


@dataclass(frozen=True, slots=True)
class UnitPhrases:
    """Names of units, what denominators begin with, and what decides between readings."""

    names: Lexicon[UnitWord]
    symbols: Lexicon[UnitWord]
    money_before: Lexicon[UnitWord]
    not_money: Lexicon[bool]
    home_currencies: frozenset[str]
    prefers: Lexicon[frozenset[str]]
    adjectives: Lexicon[bool]
    nouns: Lexicon[UnitWord]
    nouns_end: Lexicon[bool]
    adjective_join: frozenset[str]
    plurals: frozenset[str]
    not_plurals: frozenset[str]
    adjective_endings: tuple[str, ...]
    letters: dict[str, UnitWord]
    letters_preferred: dict[str, str]
    parts_of_named: Lexicon[bool]
    parts_of_named_before: Lexicon[bool]
    ranks: Lexicon[bool]
    per: Lexicon[bool]
    per_time: Lexicon[str]
    per_before: Lexicon[bool]
    per_bare: Lexicon[bool]

    @classmethod
    def of(cls, spoken: Sequence[Language]) -> UnitPhrases:
        """Those of some languages; the units come from their own data files."""
        rates = [each.rates for each in spoken]
        names_before = frozenset(name for each in spoken for name in each.money_names_before)
        codes = {code: True for each in spoken for code in each.not_amounts.not_money}
        codes |= {letter: True for each in spoken for letter in each.money_letters}
        names = dict(_names(symbols=False))
        return cls(
            names=Lexicon(names),
            symbols=Lexicon(dict(_names(symbols=True)), exact=True),
            money_before=Lexicon(
                {**dict(_money_before(names_before)), **dict(_money_letters(spoken))}, exact=True
            ),
            not_money=Lexicon(codes, exact=True),
            home_currencies=frozenset(each.home_currency for each in spoken),
            prefers=phrase_roles(pair for each in spoken for pair in each.prefers.items()),
            adjectives=phrase_set(each.unit_adjectives for each in spoken),
            nouns=Lexicon({name: word for each in spoken for name, word in _nouns(each)}),
            adjective_join=frozenset(word for each in spoken for word in each.adjective_join),
            plurals=frozenset(word for each in spoken for word in each.plurals),
            not_plurals=frozenset(word for each in spoken for word in each.not_plurals),
            nouns_end=phrase_set(each.nouns_end for each in spoken),
            adjective_endings=tuple(end for each in spoken for end in each.adjective_endings),
            letters={
                letter: names[name] for each in spoken for letter, name in each.unit_letters.items()
            },
            letters_preferred={
                letter: unit
                for each in spoken
                for letter, unit in each.unit_letters_preferred.items()
            },
            parts_of_named=phrase_set(each.parts_of_named for each in spoken),
            parts_of_named_before=phrase_set(each.parts_of_named_before for each in spoken),
            ranks=phrase_set(each.ranks for each in spoken),
            per=phrase_set(each.per for each in rates),
            per_time=phrase_values(each.per_time for each in rates),
            per_before=phrase_set(each.per_before for each in rates),
            per_bare=phrase_set(each.per_bare for each in rates),
        )


def _names(*, symbols: bool) -> Iterator[tuple[str, UnitWord]]:
    names = {each.name for each in unit_names()}
    for each in unit_names():
        if _is_symbol(each.name) is symbols and "_" not in each.name:
            singular = not names.isdisjoint(_plurals(each.name))
            word = UnitWord(each.readings, each.decided, singular, _is_sure(each))
            yield each.name, word
            yield each.name.replace(".", ""), word


def _is_sure(name: UnitName) -> bool:
    """Whether nothing around a name can change what it means, as for what is counted."""
    one = name.readings[0] if len(name.readings) == 1 else None
    letter = len(name.name) == 1 and name.name.isascii() and name.name.isalpha()
    return one is not None and one.scale == 1 and not letter and kind_of(one.unit) in _SURE


def _nouns(language: Language) -> Iterator[tuple[str, UnitWord]]:
    """Nouns for what is counted, in the plural where the language has one."""
    first = dict[str, UnitWord]()
    for unit, listed in language.counted.items():
        word = UnitWord((UnitReading(unit, Decimal(1)),), decided=True, singular=False)
        for name in listed:
            singular, bar, irregular = name.partition("|")
            inflects = singular.isascii() and not bar
            noun = irregular or (plural(singular) if inflects else singular)
            before = first.setdefault(noun, word)
            yield noun, word if before is word else _either(before, word)


def _either(usual: UnitWord, other: UnitWord) -> UnitWord:
    """A noun that is listed for two units: members are people, or states of a union."""
    return usual._replace(readings=usual.readings + other.readings)


def _is_symbol(name: str) -> bool:
    """Whether its letters count as written: MW is no mW."""
    return name.isascii() and not any(
        name[at : at + 3].islower() and name[at : at + 3].isalpha() for at in range(len(name) - 2)
    )


def _plurals(name: str) -> tuple[str, ...]:
    return f"{name}s", f"{name}es", f"{name[:-1]}ies"


def _money_letters(spoken: Sequence[Language]) -> Iterator[tuple[str, UnitWord]]:
    """Letters for a currency before a sum: the R of R50 billion."""
    for each in spoken:
        for letter, code in each.money_letters.items():
            readings = (UnitReading(code, Decimal(1)),)
            yield letter, UnitWord(readings, decided=True, singular=False)


def _money_before(names: frozenset[str]) -> Iterator[tuple[str, UnitWord]]:
    """What may stand before the number: signs, codes, RMB, 人民币."""
    for each in unit_names():
        money = all(reading.unit.isupper() for reading in each.readings)
        sign = not each.name[-1].isalnum() or (each.name.isupper() and each.name.isascii())
        if money and (sign or each.name in names):
            word = UnitWord(each.readings, each.decided, singular=False)
            yield each.name, word
            if each.name.isalpha() and len(each.name) < 4:
                yield f"{each.name}.", word
