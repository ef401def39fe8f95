"""Denominators, bare scales, multiples that multiply nothing, and parts of no whole."""

from __future__ import annotations

from .candidate import Candidate, Check

_LEAST_WITHOUT_UNIT = 10000
_ROUND = frozenset([1, 10, 100, 1000, 10000])
_VERB_REACH = 5


def _denominator(it: Candidate) -> str | None:
    """Per 10,000 people, 每10万人."""
    units = it.line.words.units
    if it.pairs:
        return None
    if it.ahead(units.per) or it.ahead(units.per_before):
        return "it says per how many something is counted"
    return "it says for how many" if _per_done(it) else None


def _per_done(it: Candidate) -> bool:
    """每生产一吨, 每新增1个: one of what is done, behind 每 and a verb."""
    line, first, core = it.line, it.core.first, it.core
    if (
        core.numeral is None
        or core.high is not None
        or core.low not in _ROUND
        or not line.has_rates
    ):
        return False
    if line.kind(core.last - 1) != "han":
        return False
    per = line.words.units.per_before
    for at in range(first - 2, max(-1, first - _VERB_REACH), -1):
        if line.kind(at) != "han":
            return False
        if per.at(line.tokens, at) is not None:
            return True
    return False


def _bare_scale(it: Candidate) -> str | None:
    """百家, 亿元: a scale without a number, unless a comparator makes it one (上百家)."""
    numeral = it.core.numeral
    if numeral is None or numeral.form != "bare":
        return None
    if numeral.unit is None and numeral.value < 1 and it.core.units:
        return None
    if it.exact or numeral.unit is not None:
        return "it is a scale without a number"
    if not it.core.units and it.core.low < _LEAST_WITHOUT_UNIT:
        return "it is a scale without a number or a unit"
    return None


def _multiple(it: Candidate) -> str | None:
    """A double standard doubles nothing."""
    if it.core.kind != "multiple" or not it.exact:
        return None
    never, tokens, first = it.never, it.line.tokens, it.core.first
    noun_only = never.multiples_of_nouns.at(tokens, first)
    if noun_only is None and never.multiples.at(tokens, first) is None:
        return None
    if it.behind(never.multiple_after) or (noun_only is None and it.ahead(never.multiple_before)):
        return None
    return "nothing is multiplied"


def _fraction(it: Candidate) -> str | None:
    """A third airport, two quarters: an ordinal or a time unless it is part of something."""
    numeral, line = it.core.numeral, it.line
    if numeral is None or numeral.unit != "percent" or numeral.form != "words" or it.core.measure:
        return None
    if line.kind(it.core.last - 1) == "han" or not it.exact:
        return None
    if it.bounds.link == "by" or it.governed.change:
        return None
    time = it.never.time_parts.at(line.tokens, it.core.last - 1) is not None
    single = numeral.last == numeral.first + 1
    if not (single or time or it.never.part_articles.at(line.tokens, numeral.first)):
        return None
    if it.behind(it.never.of_whole):
        return None
    if it.behind(it.never.fraction_after):
        return "it is a time" if time else None
    alone = line.kind(it.core.last) == "mark" and not time and not single
    return None if alone else "it is an ordinal or a time"


ALWAYS: tuple[Check, ...] = (_denominator, _bare_scale)
CHECKS: tuple[Check, ...] = (_multiple, _fraction)
