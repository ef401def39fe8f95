"""The words of the languages in play, compiled for looking up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple, TypeAlias, TypeVar

from regiontargets.model import Basis, Comparator
from regiontargets.units import UnitReading, scale_words, unit_names

from .adding import AddingNumbers
from .language import LANGUAGES, Comparators, Language, Phrases, language
from .lexicon import Lexicon
from .number_words import NumberWords, number_words
from .placing import PlacingNumbers
from .tokens import tokens

V = TypeVar("V")
OpenerKind: TypeAlias = Literal["name", "vague", "multiple", "zero", "digit_class", "part"]
"""What a phrase is that is looked up before any number."""

Link: TypeAlias = Literal["by", "to", "from", "against", ""]
"""The preposition before a number: "by" a change, "to" or "from" a level, "against" another."""

Direction: TypeAlias = Literal["up", "down"]


class ScaleWord(NamedTuple):
    """What multiplies the number before it.

    Attributes:
        factor: by how much.
        kinds: the kinds of unit that an abbreviation may stand with; empty for any.
    """

    factor: int
    kinds: frozenset[str]


class UnitWord(NamedTuple):
    """A name of units.

    Attributes:
        readings: what it may mean, the usual reading first.
        decided: whether the first is taken when nothing else decides.
        singular: whether it is the singular of a name that has a plural.
    """

    readings: tuple[UnitReading, ...]
    decided: bool
    singular: bool


class Bounding(NamedTuple):
    """What a comparator before a number says.

    Attributes:
        comparator: how it bounds.
        yields: whether any other word that bounds takes its place.
        only_bare: whether it needs a scale without digits behind it (上千亿).
        only_sums: whether it needs a sum, a share or a large number.
    """

    comparator: Comparator
    yields: bool = False
    only_bare: bool = False
    only_sums: bool = False


@dataclass(frozen=True)
class Words:
    """Every phrase, by what it does. One object serves all texts in the same languages."""

    numbers: tuple[NumberWords, ...]
    adding: tuple[AddingNumbers, ...]
    placing: tuple[PlacingNumbers, ...]
    number_starts: frozenset[str]
    core_starts: frozenset[str]
    basis_stems: frozenset[str]
    halves: frozenset[str]
    openers: Lexicon[tuple[OpenerKind, str]]
    scales: Lexicon[ScaleWord]
    exact_scales: Lexicon[ScaleWord]
    units: Lexicon[UnitWord]
    symbols: Lexicon[UnitWord]
    money_before: Lexicon[UnitWord]
    home_currencies: frozenset[str]
    before: Lexicon[Bounding]
    reaching: Lexicon[bool]
    not_before: Lexicon[bool]
    inside: Lexicon[Comparator]
    after: Lexicon[Comparator]
    padding: Lexicon[bool]
    links: Lexicon[Link]
    start: Lexicon[bool]
    compared: Lexicon[bool]
    between: Lexicon[bool]
    range_join: Lexicon[bool]
    range_and: Lexicon[bool]
    range_close: Lexicon[bool]
    tolerance: Lexicon[bool]
    list_join: Lexicon[bool]
    governors: Lexicon[frozenset[str]]
    change_after: Lexicon[Direction]
    change_behind: Lexicon[Direction]
    gap_after: Lexicon[bool]
    since: Lexicon[bool]
    clause_end: frozenset[str]
    per: Lexicon[bool]
    per_time: Lexicon[str]
    per_before: Lexicon[bool]
    rate_marks: frozenset[str]
    scores: Lexicon[bool]
    times_before: Lexicon[bool]
    negative: Lexicon[bool]
    nouns_end: Lexicon[bool]
    unit_adjectives: Lexicon[bool]
    basis: Lexicon[Basis]
    durations: Lexicon[bool]
    lifetimes: Lexicon[bool]
    ages: Lexicon[bool]
    prefers: Lexicon[frozenset[str]]
    nothing: Lexicon[bool]
    labels: Lexicon[bool]
    tails: Lexicon[bool]
    clock: Lexicon[bool]
    not_money: Lexicon[bool]
    definite: Lexicon[bool]
    not_counted: Lexicon[bool]
    frequency: Lexicon[bool]
    name_tails: Lexicon[bool]
    ordinals: Lexicon[bool]
    multiples: Lexicon[bool]
    multiple_before: Lexicon[bool]
    multiple_after: Lexicon[bool]
    fraction_after: Lexicon[bool]
    copulas: Lexicon[bool]
    year_before: Lexicon[bool]


def spoken(lang: str | None) -> tuple[Language, ...]:
    """The languages to read a text with: one, or all (their scripts differ)."""
    return tuple(language(each) for each in (LANGUAGES if lang is None else (lang,)))


@lru_cache(maxsize=64)
def words_of(lang: str | None) -> Words:
    """The words to read a text with: of one language, or of all."""
    return _compiled(tuple(each.code for each in spoken(lang)))


@cache
def _compiled(codes: tuple[str, ...]) -> Words:
    languages = [language(each) for each in codes]
    comparators = [each.comparators for each in languages]
    ranges = [each.ranges for each in languages]
    rates = [each.rates for each in languages]
    change = [each.change for each in languages]
    never = [each.not_amounts for each in languages]
    numbers = tuple(number_words(each) for each in languages)
    openers = Lexicon(dict(_openers(languages)))
    number_starts = frozenset(word for each in numbers for word in each.starts)
    return Words(
        numbers=numbers,
        adding=tuple(each for each in numbers if isinstance(each, AddingNumbers)),
        placing=tuple(each for each in numbers if isinstance(each, PlacingNumbers)),
        number_starts=number_starts,
        core_starts=number_starts.union(openers.first_words),
        basis_stems=basis_stems(languages),  # pyright: ignore[reportUnknownArgumentType]
        halves=frozenset(each.numbers.half for each in languages),
        openers=openers,
        scales=Lexicon(dict(_scales(short=False))),
        exact_scales=Lexicon(dict(_scales(short=True)), exact=True),
        units=Lexicon(dict(_units(symbols=False))),
        symbols=Lexicon(dict(_units(symbols=True)), exact=True),
        money_before=Lexicon(dict(_money_before()), exact=True),
        home_currencies=frozenset(each.home_currency for each in languages),
        before=_bounding(comparators),
        reaching=_set(each.reaching for each in comparators),
        not_before=_set(each.not_before for each in comparators),
        inside=_valued(each.inside for each in comparators),
        after=_valued(each.after for each in comparators),
        padding=_set(each.padding for each in comparators),
        links=_links(comparators),
        start=_set(each.start for each in comparators),
        compared=_set(each.compared for each in comparators),
        between=_set(each.between for each in ranges),
        range_join=_set(each.join for each in ranges),
        range_and=_set(each.join_between for each in ranges),
        range_close=_set(each.close for each in ranges),
        tolerance=_set(each.tolerance for each in ranges),
        per=_set(each.per for each in rates),
        per_time=_valued(each.per_time for each in rates),
        per_before=_set(each.per_before for each in rates),
        rate_marks=frozenset(phrase.split()[-1] for each in rates for phrase in each.per_before),
        list_join=_set(each.list_join for each in languages),
        governors=_governors(languages),
        change_after=_valued({"up": each.up_after, "down": each.down_after} for each in change),
        change_behind=_valued({"up": each.up_behind, "down": each.down_behind} for each in change),
        gap_after=_set(each.gap_after for each in change),
        since=_set(each.since for each in change),
        clause_end=frozenset(mark for each in languages for mark in each.clause_end),
        scores=_set(each.numbers.scores for each in languages),
        times_before=_set(each.numbers.times_before for each in languages),
        negative=_set(each.numbers.negative for each in languages),
        nouns_end=_set(each.nouns_end for each in languages),
        unit_adjectives=_set(each.unit_adjectives for each in languages),
        basis=_valued(each.basis for each in languages),
        durations=_set(each.durations for each in languages),
        lifetimes=_set(each.lifetimes for each in languages),
        ages=_set(each.ages for each in languages),
        prefers=_preferences(languages),
        nothing=_set(each.nothing for each in languages),
        labels=_set(each.labels for each in never),
        tails=_set(each.tails for each in never),
        name_tails=_set(each.name_tails for each in never),
        ordinals=_set(each.ordinals for each in never),
        clock=_set(each.clock for each in never),
        not_money=Lexicon({code: True for each in never for code in each.not_money}, exact=True),
        definite=_set(each.definite for each in never),
        not_counted=_set(each.not_counted for each in never),
        frequency=_set(each.frequency for each in never),
        multiples=_set(each.multiples for each in never),
        multiple_before=_set(each.multiple_before for each in never),
        multiple_after=_set(each.multiple_after for each in never),
        fraction_after=_set(each.fraction_after for each in never),
        copulas=_set(each.copulas for each in never),
        year_before=_set(each.year_before for each in never),
    )


def basis_stems(listed: Iterable[Language]) -> frozenset[str]:
    """A part of each phrase for prices, so that a text without any is passed over at once."""
    stems: set[str] = set()
    for phrase in (phrase for each in listed for group in each.basis.values() for phrase in group):
        words = [each.low for each in tokens(phrase)]
        stems.add("".join(words[:2]) if len(words[0]) == 1 else max(words, key=len))
    return frozenset(stems)


def _set(lists: Iterable[Phrases]) -> Lexicon[bool]:
    return Lexicon({phrase: True for each in lists for phrase in each})


def _valued(tables: Iterable[Mapping[V, Phrases]]) -> Lexicon[V]:
    """The phrases of each table with the key they stand under; the first one holds."""
    return Lexicon(
        {
            phrase: value
            for table in reversed(list(tables))
            for value, listed in reversed(list(table.items()))
            for phrase in listed
        }
    )


def _bounding(listed: Iterable[Comparators]) -> Lexicon[Bounding]:
    found: dict[str, Bounding] = {}
    for each in listed:
        bare, sums = frozenset(each.only_bare), frozenset(each.only_sums)
        for yields, table in ((False, each.before), (True, each.yielding)):
            for comparator, phrases in table.items():
                for phrase in phrases:
                    said = Bounding(comparator, yields, phrase in bare, phrase in sums)
                    found.setdefault(phrase, said)
    return Lexicon(found)


def _links(listed: Sequence[Comparators]) -> Lexicon[Link]:
    tables: list[Mapping[Link, Phrases]] = [
        {"from": each.start, "against": each.against, "by": each.by, "to": each.to}
        for each in listed
    ]
    return _valued(tables)


def _governors(spoken: Iterable[Language]) -> Lexicon[frozenset[str]]:
    """The words that govern a number, each with all it may be."""
    roles: dict[str, set[str]] = {}
    for each in spoken:
        change = each.change
        for role, listed in (
            ("up", change.up),
            ("down", change.down),
            ("up_rate", change.up_rate),
            ("down_rate", change.down_rate),
            ("level", change.level),
            ("gap_up", change.gap_up),
            ("gap_down", change.gap_down),
            ("with_object", change.with_object),
            ("moves", change.moves),
            ("filler", each.fillers),
            ("filler", each.comparators.padding),
            ("barrier", each.barriers),
        ):
            for phrase in listed:
                roles.setdefault(phrase, set()).add(role)
    return Lexicon({phrase: frozenset(found) for phrase, found in roles.items()})


def _openers(spoken: Iterable[Language]) -> Iterator[tuple[str, tuple[OpenerKind, str]]]:
    """What is, or is no, amount before any number is looked for: kind and value."""
    for each in spoken:
        never, change, numbers = each.not_amounts, each.change, each.numbers
        yield from ((phrase, ("name", "")) for phrase in never.names)  # pyright: ignore[reportReturnType]
        yield from ((phrase, ("vague", "")) for phrase in never.vague)  # pyright: ignore[reportReturnType]
        yield from ((phrase, ("zero", "0")) for phrase in change.zero)  # pyright: ignore[reportReturnType]
        for value, listed in change.multiply.items():
            yield from ((phrase, ("multiple", value)) for phrase in listed)  # pyright: ignore[reportReturnType]
        for phrase, value in numbers.digit_classes.items():
            yield phrase, ("digit_class", value)
        for phrase, value in numbers.parts_of_a_whole.items():
            yield phrase, ("part", value)


def _preferences(spoken: Iterable[Language]) -> Lexicon[frozenset[str]]:
    units: dict[str, set[str]] = {}
    for each in spoken:
        for unit, listed in each.prefers.items():
            for phrase in listed:
                units.setdefault(phrase, set()).add(unit)
    return Lexicon({phrase: frozenset(found) for phrase, found in units.items()})


def _scales(*, short: bool) -> Iterator[tuple[str, ScaleWord]]:
    """Scale words of Latin script; the Chinese ones belong to the numbers themselves."""
    for each in scale_words():
        if each.lang == "zh" or each.word[0] in "'0":
            continue
        spelled_out = len(each.word) > 3 and each.word.replace(" ", "").isalpha()
        if spelled_out is not short:
            word = ScaleWord(int(each.factor), each.kinds)
            yield each.word, word
            if spelled_out:
                yield f"{each.word}s", word


def _units(*, symbols: bool) -> Iterator[tuple[str, UnitWord]]:
    names = {each.name for each in unit_names()}
    for each in unit_names():
        if _is_symbol(each.name) is symbols and "_" not in each.name:
            singular = not names.isdisjoint(_plurals(each.name))
            word = UnitWord(each.readings, each.decided, singular)
            yield each.name, word
            yield each.name.replace(".", ""), word


def _is_symbol(name: str) -> bool:
    """Whether its letters count as written: MW is no mW."""
    return name.isascii() and not any(
        name[at : at + 3].islower() and name[at : at + 3].isalpha() for at in range(len(name) - 2)
    )


def _plurals(name: str) -> tuple[str, ...]:
    return f"{name}s", f"{name}es", f"{name[:-1]}ies"


def _money_before() -> Iterator[tuple[str, UnitWord]]:
    """What may stand before the number: signs, codes, RMB, 人民币."""
    for each in unit_names():
        money = all(reading.unit.isupper() for reading in each.readings)
        sign = not each.name[-1].isalnum() or (each.name.isupper() and each.name.isascii())
        if money and (sign or each.name in _NAMES_BEFORE):
            word = UnitWord(each.readings, each.decided, singular=False)
            yield each.name, word
            if each.name.isalpha() and len(each.name) < 4:
                yield f"{each.name}.", word


_NAMES_BEFORE = frozenset(
    ["Rs", "Re", "renminbi", "Renminbi", "kr", "人民币", "美元", "港币", "新台币"]
)
