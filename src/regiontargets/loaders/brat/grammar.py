"""What one line of brat standoff says.

The format is described at https://brat.nlplab.org/standoff.html; where real files go beyond
it (ids with any first letter, events without a trigger, the normalisations of the BioNLP
Shared Task 2013), the reading here follows brat's own server or is wider.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .identifiers import plain

TEXT_BOUND = re.compile(
    r"(T[0-9][^\t ~]*)\t([^\t ]+) ([0-9]{1,15}) ([0-9]{1,15})(?:\t(.*))?", re.DOTALL
).fullmatch
"""The commonest line: a continuous text-bound annotation. Groups: id, label, start, end, text."""

LINE = re.compile(
    r"(?P<id>(?:[A-Za-z]+|#[A-Za-z]*)[0-9]\S*|\*\S*)"
    r"(?P<gap>\t| +)(?P<data>[^\t]*)(?:\t(?P<tail>.*))?",
    re.DOTALL,
).fullmatch
"""Any line that can be an annotation."""

_OFFSETS = r"[0-9]{1,15} +[0-9]{1,15}(?: *; *[0-9]{1,15} +[0-9]{1,15})*"
# A label may hold blanks, as long as no word of it but the first begins with a digit.
_TEXT_BOUND_DATA = re.compile(
    rf"(\S+(?: +[^\s0-9]\S*)*) +({_OFFSETS})(?: +(\S.*)|\s*)", re.DOTALL
).fullmatch
_LIKE_TEXT_BOUND = re.compile(r"\S+ +[-+]?[0-9]").match
_ATTRIBUTE = re.compile(r"(\S+) +(\S+)(?: (.*))?", re.DOTALL).fullmatch
_NORMALIZATION = re.compile(r"(\S+) +(\S+) +(\S.*)", re.DOTALL).fullmatch
_BIONLP_NORMALIZATIONS = (
    re.compile(r"(?P<kind>\S+) +Annotation:(?P<target>\S+) +Referent:(?P<reference>\S+) *"),
    re.compile(r"(?P<kind>\S+) +Referent:(?P<reference>\S+) +Annotation:(?P<target>\S+) *"),
)
_NOTE = re.compile(r"(\S+) +(\S+) *").fullmatch

TEXT, RELATION, EVENT, ATTRIBUTE, NORMALIZATION, NOTE, EQUIVALENCE = "TREAN#*"
"""The kinds of annotation, by the letter their ids begin with."""

_KINDS = {**{kind: kind for kind in "TREAN#*"}, "M": ATTRIBUTE}


class TextBound(NamedTuple):
    """`T1 Region 0 5;8 12`: a label on one run of text or several."""

    label: str
    fragments: tuple[tuple[int, int], ...]
    quoted: str | None


class Linked(NamedTuple):
    """A relation, event or equivalence: a label and (role, id) arguments."""

    label: str
    arguments: tuple[tuple[str, str], ...]
    unread: tuple[str, ...]


class About(NamedTuple):
    """An attribute, normalisation or note: what it is called, of which id, and what it says."""

    name: str
    target: str
    value: str | None
    tail: str


def kind_of(identifier: str, data: str, tail: str | None) -> str:
    """The kind of an annotation, by its id or, where the letter is not brat's, by its shape.

    >>> kind_of("T1", "Region 0 5", "Hubei"), kind_of("X1", "Region 0 5", "Hubei")
    ('T', 'T')
    >>> kind_of("X2", "Of Arg1:T1 Arg2:T2", None), kind_of("X3", "Certain T1", None)
    ('R', 'A')
    """
    if known := _KINDS.get(identifier[0]):
        return known
    if _LIKE_TEXT_BOUND(data):
        return TEXT
    first, *others = data.split() or [""]
    if ":" in first:
        return EVENT
    if others and all(":" in each for each in others):
        return RELATION
    if len(others) == 2 and ":" in others[1]:
        return NORMALIZATION
    return ATTRIBUTE if tail is None else NOTE


def text_bound(data: str, tail: str | None) -> TextBound | None:
    """Label and fragments, or None where the offsets cannot be read.

    >>> text_bound("Region 0 5;8 12", "Hubei city")
    TextBound(label='Region', fragments=((0, 5), (8, 12)), quoted='Hubei city')
    """
    found = _TEXT_BOUND_DATA(data)
    if not found:
        return None
    label, offsets, after = found.groups()
    numbers = [int(each) for each in offsets.replace(";", " ").split()]
    fragments = tuple(zip(numbers[::2], numbers[1::2], strict=True))
    return TextBound(label, fragments, after if tail is None else tail)


def relation(data: str) -> Linked | None:
    """`Of Arg1:T1 Arg2:T2`; None where there is not even a label."""
    label, *words = data.split() or [""]
    return Linked(label, *_arguments(words)) if label else None


def event(data: str) -> Linked | None:
    """`Target:T3 Region:T1`; the trigger, where there is one, is the first argument.

    A label that ends in a colon has no trigger: so one with a colon in it is told apart.

    >>> event("Target:T3 Region:T1").arguments
    (('trigger', 'T3'), ('Region', 'T1'))
    >>> event("ns:Target: Region:T1")
    Linked(label='ns:Target', arguments=(('Region', 'T1'),), unread=())
    """
    first, *words = data.split() or [""]
    label, colon, trigger = first.rpartition(":")
    arguments, unread = _arguments(words)
    if trigger and colon:
        return Linked(label, (("trigger", plain(trigger)), *arguments), unread)
    return Linked(label or trigger, arguments, unread) if first else None


def equivalence(data: str) -> Linked | None:
    """`Equiv T1 T2 T3`: every id is an argument of the role `member`."""
    label, *members = data.split() or [""]
    return Linked(label, tuple(("member", plain(each)) for each in members), ()) if label else None


def attribute(data: str, tail: str | None) -> About | None:
    """`Certainty T1 low`; the value is None for a flag."""
    found = _ATTRIBUTE(data)
    return About(found[1], plain(found[2]), found[3], tail or "") if found else None


def normalization(data: str, tail: str | None) -> About | None:
    """`Reference T1 Wikidata:Q46862` and its readable text.

    >>> normalization("Reference Annotation:T1 Referent:GB:420000", None)
    About(name='Reference', target='T1', value='GB:420000', tail='')
    """
    for pattern in _BIONLP_NORMALIZATIONS:
        if found := pattern.fullmatch(data):
            return About(found["kind"], plain(found["target"]), found["reference"], tail or "")
    found = _NORMALIZATION(data)
    return About(found[1], plain(found[2]), found[3], tail or "") if found else None


def note(data: str, tail: str | None) -> About | None:
    """`AnnotatorNotes T1` and the note's text, which is the rest of the line."""
    found = _NOTE(data)
    return About(found[1], plain(found[2]), None, tail or "") if found else None


def _arguments(words: list[str]) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    parted = [word.rpartition(":") for word in words]
    arguments = tuple((role, plain(target)) for role, colon, target in parted if colon)
    return arguments, tuple(target for _, colon, target in parted if not colon)
