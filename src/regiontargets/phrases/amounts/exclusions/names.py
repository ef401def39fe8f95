"""Labels, ordinals, names, codes and notes."""

from __future__ import annotations

from ..nouns import is_plural
from ..numeral import is_whole
from .candidate import Candidate, Check

_HIGHEST_PLACE = 30
_ENCLOSED = frozenset(["[]", "()", '""', "''", "〔〕", "【】", "《》"])
_BEHIND_A_LIST_NUMBER = frozenset([".", "、", ")", "．", ":"])
_BEFORE_A_SENTENCE = frozenset('.:"(!?')
_PHONE_DIGITS = 11
_SHORT_YEAR = 2
_STREET_WORDS = 4
_QUOTED = 12
_FEW = 12
_PLAIN_WORD = 5
"""Letters: headlines write shorter words only without a capital."""

LABEL = "it is a label, not a quantity"
"""Why the 5 of article 5 states no amount."""

GLUE = frozenset("/_@\\")
"""What joins the parts of a date, a path or a code."""


def _ordinal(it: Candidate) -> str | None:
    """第5, 十四届."""
    if it.ahead(it.never.ordinal_before):
        return "it is an ordinal"
    measure, numeral = it.core.measure, it.core.numeral
    if measure is None or numeral is None or numeral.scale > 1 or it.core.low > _HIGHEST_PLACE:
        return None
    counted = it.never.ordinals.at(it.line.tokens, measure.first)
    return None if counted is None and not _is_office(it) else "it is an ordinal"


def _is_office(it: Candidate) -> bool:
    """监管二所, 保险部三处: numbered parts of an authority."""
    measure, numeral = it.core.measure, it.core.numeral
    if measure is None or numeral is None or numeral.form != "words":
        return False
    if it.never.offices.at(it.line.tokens, measure.first) is None:
        return False
    return it.exact and it.ahead(it.never.office_names) is not None


def _name(it: Candidate) -> str | None:
    """The "one trillion yuan club", 千亿级."""
    tokens, tails = it.line.tokens, it.line.words.never.name_tails
    at = it.core.last + (tokens[it.core.last].low == "-")
    named = tokens[at].opens & tails.bit and tails.at(tokens, at)
    return "it is part of a name" if named else None


def _titled(it: Candidate) -> str | None:
    """The 100 Resilient Cities network: capitals up to a word for what is so called."""
    numeral, line = it.core.numeral, it.line
    if numeral is None or not line.tokens[numeral.last].text[:1].isupper():
        return None
    first = numeral.last
    for at in range(first + 1, first + _STREET_WORDS):
        token = line.tokens[at]
        if it.never.titles.at(line.tokens, at) and not is_plural(line, at + 1):
            return "it is part of a name"
        if token.kind != "word" or not token.text[:1].isupper():
            return None
    return None


def _glued(it: Candidate) -> str | None:
    """5G, 3D; two-way, 20-member; half of a code."""
    line, core = it.line, it.core
    if core.kind != "number":
        return None
    behind, before = line.tokens[core.last], line.tokens[core.first - 1]
    touches = not behind.spaced and behind.kind in ("word", "code")
    # 75%of: only the space is lost.
    if touches and not (line.kind(core.last - 1) == "mark" and it.behind(it.never.of_whole)):
        return "it is part of a name or code"
    if behind.low == "-" and core.money is None and line.glued(core.last + 1):
        bounded = line.words.bounds.after.at(line.tokens, core.last + 1)
        whole = core.measure is not None and it.never.of_whole.at(line.tokens, core.last + 1)
        # A 63,000-seat stadium, 12 runners-up.
        counted = "," in line.tokens[core.last - 1].text or is_plural(line, core.last - 1)
        compound = bounded is None and not whole and not counted
        if line.glued(core.last) and line.kind(core.last + 1) == "word" and compound:
            return "it is part of a compound word"
    if _is_score(it):
        return "it is a score"
    if _names_its_points(it):
        return "it is part of a compound word"
    if before.low in GLUE and line.glued(core.first) and not it.pairs:
        return "it is part of a date, a path or a code"
    return None


def _address(it: Candidate) -> str | None:
    """10 Downing Street, 221B Baker Street."""
    core, line = it.core, it.line
    if core.numeral is None:
        return None
    for at in range(core.numeral.last, core.numeral.last + _STREET_WORDS):
        if not line.tokens[at].text[:1].isupper() or not it.counts:
            return None
        if at > core.numeral.last and it.never.streets.at(line.tokens, at):
            return "it is the number of a house"
    return None


def _coded(it: Candidate) -> str | None:
    """Runway 09L, ticket 00873, the class of '92."""
    core, line = it.core, it.line
    if core.kind != "number" or core.numeral is None:
        return None
    at = core.numeral.first
    text = line.tokens[at].text
    if text[:1] == "0" and text[1:2].isdecimal():
        return "it is part of a name or code"
    short = line.low(at - 1) == "'" and line.glued(at) and len(text) == _SHORT_YEAR
    return "it is a year" if short and text.isdecimal() and not core.units else None


def _is_score(it: Candidate) -> bool:
    """Passed 34-13: two numbers with a dash that are no range."""
    line, first, last = it.line, it.core.first, it.core.last
    if it.core.units or it.core.high is not None or it.core.signed:
        return False
    behind = line.low(last) == "-" and line.glued(last) and line.glued(last + 1)
    if behind and line.kind(last + 1) == "digits":
        return True
    before = line.low(first - 1) == "-" and line.glued(first) and line.glued(first - 1)
    return before and line.kind(first - 2) == "digits"


def _names_its_points(it: Candidate) -> bool:
    """The 50-point mark, a 10-point plan: no points are gained or lost."""
    measure = it.core.measure
    told = it.governed.change is not None or it.governed.role == "gap"
    if measure is None or told or it.line.low(measure.first - 1) != "-":
        return False
    return measure.last == measure.first + 1 and measure.unit in ("percentage_point", "index_point")


def _tail(it: Candidate) -> str | None:
    """5 January, 12345热线, 100强."""
    core = it.core
    if core.kind != "number" or core.unit is not None:
        return None
    scaled = core.numeral is not None and core.numeral.scale > 1
    if scaled and it.line.kind(core.last) == "han":
        return None
    return "it is a date, a rank or a name" if it.behind(it.never.tails) else None


def _label(it: Candidate) -> str | None:
    """Article 5, No. 4, top 10, 附件3, 前10名."""
    if not it.counts and not _lettered(it):
        return None
    found = it.ahead(it.never.labels) or it.ahead(it.never.capital_labels)
    if found is None and it.core.unit is None:
        found = it.ahead(it.never.bare_labels)
    if found is None:
        return None
    bounding = any(each.role == "comparator" and each.first <= found[0] for each in it.bounds.said)
    return None if bounding else LABEL


def _lettered(it: Candidate) -> bool:
    """Exit 24B, Flight 5M: a letter behind a number that might multiply it."""
    core, line = it.core, it.line
    at = core.last - 1
    return not core.units and line.glued(at) and len(line.tokens[at].text) == 1


def _capitalised(it: Candidate) -> str | None:
    """Boeing 737, Vision 2030: a name and its number."""
    line, core, at = it.line, it.core, it.core.first - 1
    spoken = core.numeral is not None and core.numeral.form == "words"
    if spoken and (_spelled_large(it) or _names_a_place(it)):
        return "it is part of a name"
    if core.units or not (it.counts or _lettered(it)) or line.kind(at) != "word":
        return None
    if it.bounds.first < core.first:
        return None
    text = line.tokens[at].text
    if text.islower() or _begins_a_sentence(it, at):
        return None
    acronym = text.isupper() and len(text) > 1
    if acronym and not is_whole(core.low):
        return None
    return "it is the number of something named"


def _spelled_large(it: Candidate) -> bool:
    """Plus Two students, the Big Four firms: a number word that is capitalised with its name."""
    line, at = it.line, it.core.first - 1
    if not it.counts or not it.exact:
        return False
    before = line.tokens[at].text[:1] if line.kind(at) == "word" else ""
    return before.isupper() and line.tokens[at + 1].text[:1].isupper()


def _names_a_place(it: Candidate) -> bool:
    """At Nine Elms, on Eight Mile Road: capitals within a sentence that is no headline."""
    numeral, line = it.core.numeral, it.line
    if numeral is None or numeral.scale > 1 or not it.exact:
        return False
    number, behind = line.tokens[numeral.first], line.tokens[numeral.last]
    if not number.text[:1].isupper() or not behind.text[:1].isupper():
        return False
    if numeral.first == 0 or line.low(numeral.first - 1) in _BEFORE_A_SENTENCE:
        # Three Mile Island: a unit that is counted is no singular.
        third = line.tokens[numeral.last + 1].text[:1]
        unit = it.core.measure is not None and it.core.measure.last == numeral.last + 1
        return unit and third.isupper() and it.core.low > 1 and not behind.low.endswith("s")
    near = line.tokens[max(0, numeral.first - _QUOTED) : numeral.last + _QUOTED]
    return any(len(each.text) >= _PLAIN_WORD and each.text.islower() for each in near)


def _begins_a_sentence(it: Candidate, at: int) -> bool:
    """Whether a word is capitalised for its place, and heads no line such as "Target 3.1:"."""
    if at == 0:
        return it.line.low(it.core.last) != ":"
    return it.line.low(at - 1) in _BEFORE_A_SENTENCE


def _enclosed(it: Candidate) -> str | None:
    """Numbers of notes, [12], and of lists, (1); names such as "3060"."""
    core, line = it.core, it.line
    if core.kind != "number":
        return None
    if _is_slogan(it):
        return "it is part of a name"
    if core.units:
        return None
    if line.low(core.first - 1) + line.low(core.last) in _ENCLOSED:
        return "it is a note, a list number or a name"
    if core.first == 0 and line.low(core.last) in _BEHIND_A_LIST_NUMBER:
        return "it numbers a list"
    return None


def _is_slogan(it: Candidate) -> bool:
    """两个健康 in quotation marks: a small number in words that a quotation begins with."""
    line, core = it.line, it.core
    if line.low(core.first - 1) != '"' or core.numeral is None or core.numeral.form != "words":
        return False
    closed = any(line.low(at) == '"' for at in range(core.last, core.last + _QUOTED))
    return closed and it.counts and it.exact and core.low <= _FEW and line.has_han


def _phone(it: Candidate) -> str | None:
    text = it.line.tokens[it.core.first].text
    plain = it.core.kind == "number" and not it.core.units and text.isdecimal()
    called = plain and len(text) == _PHONE_DIGITS and text[0] == "1"
    return "it is a number to call" if called else None


ALWAYS: tuple[Check, ...] = (_ordinal, _name, _titled, _glued, _coded, _tail)
CHECKS: tuple[Check, ...] = (_address, _label, _capitalised, _enclosed, _phone)
