"""Records as rows of a table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from regiontargets.model import Record

from .markup import counted, escaped, lang, shortened, table
from .readings import amount_words, metric_words, region_words, stated_words, when_words

HEAD = ("Region", "Metric", "Amount", "When", "Stated as")


def record_table(
    records: Sequence[Record], noun: str, languages: dict[str, str | None], limit: int
) -> str:
    """The first records as a table, and how many there are beyond them.

    Args:
        records: what to show.
        noun: what they are called.
        languages: the language of each source, by its id.
        limit: how many rows to show.
    """
    rows = (record_row(each, languages) for each in islice(records, limit))
    caption = counted(len(records), noun)
    return table(HEAD, rows, caption) + more(len(records) - limit)


def record_row(record: Record, languages: dict[str, str | None]) -> str:
    """One record; every cell names its column, for narrow screens."""
    values = (region_words, metric_words, amount_words, when_words)
    cells = [
        f'<td data-label="{name}">{escaped(shortened(words(record)))}</td>'
        for name, words in zip(HEAD[1:], values[1:], strict=False)
    ]
    head = f'<th scope="row" data-label="Region">{escaped(shortened(region_words(record)))}</th>'
    source = record.evidence.source if record.evidence else ""
    stated = escaped(shortened(stated_words(record)))
    quoted = f'<td data-label="Stated as"{lang(languages.get(source))}><q>{stated}</q></td>'
    return f"<tr>{head}{''.join(cells)}{quoted if stated else '<td></td>'}</tr>"


def more(count: int) -> str:
    """How many were left out."""
    return f"<p>… and {count:,} more.</p>" if count > 0 else ""
