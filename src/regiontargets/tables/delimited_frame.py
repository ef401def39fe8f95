"""CSV and TSV by polars: the same cells as the plain reader, for files that are well formed."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from regiontargets.findings import Place

from .framed import FrameColumns
from .header import column_names
from .table import Table

if TYPE_CHECKING:
    import polars as pl

LEAST = 1 << 20
"""Bytes below which starting polars takes longer than reading without it."""

MOST = 1 << 30
"""Bytes beyond which a file is read anew for each look, and not kept."""

_HEAD = 1 << 16
_BLOCK = 1 << 24
_NOT_IN_HEADER = frozenset('"\r\ufffd')
_LONGEST_CELL = 131_072
"""Bytes; the plain reader takes a longer cell for a quotation mark that never closes."""
_MARK = b"\xef\xbb\xbf"
_SPACE = r"[\s\x1c-\x1f]"
_SPACES_AROUND = rf"\A{_SPACE}+|{_SPACE}+\z"


def read_framed(
    stream: Callable[[], BinaryIO],
    path: Path | None,
    name: str,
    delimiter_of: Callable[[list[str], str], str],
) -> Table | None:
    """Read a table in which every row has as many cells as the header; None for any other.

    Args:
        stream: opens the file's bytes.
        path: where it lies; None: it is in memory.
        name: the file, as findings shall show it.
        delimiter_of: finds the delimiter in the first lines of a file of that name.
    """
    head = _head(stream)
    if head is None:
        return None
    try:
        import polars as pl  # deferred: an extra
    except ImportError:
        return None
    delimiter = delimiter_of(head.splitlines(keepends=True)[:20], name)
    names, findings = column_names(_first(head).split(delimiter), Place(name, line=1))
    try:
        read = _read(stream, path, names, delimiter)
    except (pl.exceptions.PolarsError, OSError, ValueError):
        return None
    if read is None:
        return None
    frame, lines = read
    columns = FrameColumns(frame, names, len(lines))
    return Table(name, columns, len(lines), lines=lines, findings=findings)


def _head(stream: Callable[[], BinaryIO]) -> str | None:
    """The first lines, if the file is worth a frame and its header stands plainly in the first."""
    with stream() as opened:
        head = opened.read(_HEAD)
        large = opened.seek(0, 2) >= LEAST
    text = head.removeprefix(_MARK).decode("utf-8", errors="replace")
    first = _first(text)
    plain = first.strip() and not _NOT_IN_HEADER.intersection(first) and "\n" in text
    return text if large and plain else None


def _first(head: str) -> str:
    return head.partition("\n")[0].removesuffix("\r")


class _Counts(NamedTuple):
    """How often what decides about the form of a file stands in it."""

    size: int
    quotes: int
    lines: int
    odd: bool


def _counted(stream: Callable[[], BinaryIO]) -> _Counts:
    size = quotes = returns = endings = lines = 0
    odd, last = False, b""
    with stream() as opened:
        while block := opened.read(_BLOCK):
            size += len(block)
            quotes += block.count(b'"')
            lines += block.count(b"\n")
            returns += block.count(b"\r")
            endings += block.count(b"\r\n") if returns else 0
            endings += last == b"\r" and block[:1] == b"\n"
            odd = odd or b"\0" in block
            last = block[-1:]
    return _Counts(size, quotes, lines + (last != b"\n"), odd or returns != endings)


def _read(
    stream: Callable[[], BinaryIO], path: Path | None, names: Sequence[str], delimiter: str
) -> tuple[pl.DataFrame | pl.LazyFrame, Sequence[int]] | None:
    """The cells and the line of each row; None if they may be others than polars says."""
    import polars as pl

    counts = _counted(stream)
    if counts.odd:
        return None
    numbered = list(map(str, range(len(names))))
    lazy = pl.scan_csv(
        path if path is not None else stream().read(),
        has_header=False,
        skip_lines=1,
        separator=delimiter,
        quote_char='"' if counts.quotes else None,
        schema=dict.fromkeys(numbered, pl.String),
    ).rename(dict(zip(numbered, names, strict=True)))
    frame = lazy.collect() if counts.size <= MOST else lazy
    seen = _Seen(frame.lazy(), names, ('"', "\n", delimiter) if counts.quotes else ())
    if not seen.is_plain(counts) or not _is_even(seen, stream, delimiter):
        return None
    cleaned = seen.cleaned()
    return (frame.with_columns(cleaned) if cleaned else frame), seen.lines(frame.lazy())


class _Seen:
    """What a frame holds that decides whether it was read as the plain reader would."""

    def __init__(self, frame: pl.LazyFrame, names: Sequence[str], marks: Sequence[str]) -> None:
        import polars as pl

        asked = [pl.len().alias("rows")]
        for at, name in enumerate(names):
            cell = pl.col(name).str
            spaced = cell.head(1).str.contains(_SPACE) | cell.tail(1).str.contains(_SPACE)
            asked += [
                pl.col(name).null_count().alias(f"null {at}"),
                cell.len_bytes().max().alias(f"longest {at}"),
                spaced.any().alias(f"spaced {at}"),
                *(
                    cell.count_matches(mark, literal=True).sum().alias(f"{mark} {at}")
                    for mark in marks
                ),
            ]
        row = frame.select(asked).collect(engine="streaming").row(0, named=True)
        self._found: dict[str, int] = {name: value or 0 for name, value in row.items()}
        self.names = names

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return self._found["rows"]

    def sum(self, what: str) -> int:
        """How often a mark stands in all cells."""
        return sum(self._found.get(f"{what} {at}", 0) for at in range(len(self.names)))

    def is_plain(self, counts: _Counts) -> bool:
        """Whether every line is a row, and every quotation mark is around a cell or doubled."""
        within = self.sum('"')
        around = counts.quotes - 2 * within
        longest = max(self._found[f"longest {at}"] for at in range(len(self.names)))
        return (
            self.rows > 0
            and counts.lines == self.rows + 1 + self.sum("\n")
            and around >= 0
            and around % 2 == 0
            and longest < _LONGEST_CELL
        )

    @property
    def may_be_short(self) -> bool:
        """Whether rows may lack cells: those are null, as empty ones are."""
        return self._found[f"null {len(self.names) - 1}"] > 0

    def cleaned(self) -> list[pl.Expr]:
        """The columns that are not as they shall be: without null, and nothing around a cell."""
        import polars as pl

        found: list[pl.Expr] = []
        for at, name in enumerate(self.names):
            cell = pl.col(name)
            if self._found[f"null {at}"]:
                cell = cell.fill_null("")
            if self._found[f"spaced {at}"]:
                cell = cell.str.replace_all(_SPACES_AROUND, "")
            if self._found[f"null {at}"] or self._found[f"spaced {at}"]:
                found.append(cell)
        return found

    def lines(self, frame: pl.LazyFrame) -> Sequence[int]:
        """The line on which each row begins; cells may hold line ends."""
        import polars as pl

        if not self.sum("\n"):
            return range(2, self.rows + 2)
        ends = pl.sum_horizontal(
            pl.col(name).str.count_matches("\n", literal=True).fill_null(0) for name in self.names
        )
        further = frame.select(ends.alias("ends")).collect(engine="streaming")["ends"].to_list()
        return array("L", accumulate((1 + each for each in further[:-1]), initial=2))


def _is_even(seen: _Seen, stream: Callable[[], BinaryIO], delimiter: str) -> bool:
    """Whether there are as many delimiters as cells need; counted only if one may be missing."""
    if not seen.may_be_short:
        return True
    needed = (seen.rows + 1) * (len(seen.names) - 1) + seen.sum(delimiter)
    with stream() as opened:
        mark = delimiter.encode()
        found = sum(block.count(mark) for block in iter(lambda: opened.read(_BLOCK), b""))
    return len(seen.names) > 1 and found == needed
