"""`regiontargets parse`."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from typing import TYPE_CHECKING

from regiontargets.errors import LoadError

if TYPE_CHECKING:
    from regiontargets.model import Amount, Period
    from regiontargets.phrases import Aspect, Mention

from .output import emit, tell
from .table import table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("text", help="a phrase or a sentence; - is standard input")
    parser.add_argument("--lang", choices=("en", "zh"), help="its language (default: by script)")
    parser.add_argument(
        "--published", metavar="DATE", help='what "last year" counts from: 2022-02-17'
    )


def run(arguments: argparse.Namespace) -> int:
    """Print every amount and period in the text, and what each word did; 1 if there is none."""
    from regiontargets.phrases import aspect_at, find_amounts, find_periods

    text = sys.stdin.read() if arguments.text == "-" else arguments.text
    published = _date(arguments.published)
    mentions: list[tuple[str, Mention[Amount] | Mention[Period]]] = [
        *(("amount", each) for each in find_amounts(text, lang=arguments.lang)),
        *(
            ("period", each)
            for each in find_periods(text, lang=arguments.lang, published=published)
        ),
    ]
    mentions.sort(key=lambda pair: pair[1].start)
    said: list[Aspect | None] = [
        aspect_at(text, each.start, each.end, published=published)
        if kind == "amount" and each.role == "value"
        else None
        for kind, each in mentions
    ]
    pairs = zip(mentions, said, strict=True)
    emit("\n\n".join(_explained(kind, each, aspect) for (kind, each), aspect in pairs))
    if not mentions:
        tell("No amount and no period in this text.")
    return 0 if mentions else 1


def _explained(kind: str, mention: Mention[Amount] | Mention[Period], aspect: Aspect | None) -> str:
    said = aspect if mention.role == "value" else mention.role
    role = f" ({said})" if said else ""
    head = f"{mention.text}\n  {kind}{role} at {mention.start}–{mention.end}"
    if len(mention.readings) == 1:
        body = f"{head}: {mention.readings[0]}\n  {mention.readings[0]!r}"
    elif mention.readings:
        body = "\n".join([f"{head}: has several readings", *(f"  {r!r}" for r in mention.readings)])
    else:
        body = f"{head}: {mention.reason}"
    rows = [(f"  {piece.text}", piece.role, piece.meaning) for piece in mention.pieces]
    return f"{body}\n{table(('  words', 'part', 'meaning'), rows)}" if rows else body


def _date(given: str | None) -> date | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise LoadError(f"{given!r} is not a date.", suggestion="Write it as 2022-02-17.") from None
