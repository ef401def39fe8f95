"""CSV and TSV by polars: the same cells as the plain reader, for files that are well formed."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from regiontargets.findings import Place

from .framed import FrameColumns
from .header import column_names
from .table import Table

if TYPE_CHECKING:
    import polars as pl

    _Frame = pl.DataFrame | pl.LazyFrame
    _Read = tuple[_Frame, Sequence[int], bool]

LEAST = 1 << 20
"""Bytes below which starting polars takes longer than reading without it."""

MOST = 1 << 30
"""Bytes beyond which a file is read anew for each look, and not kept."""

_HEAD = 1 << 16
_BLOCK = 1 << 18
"""Bytes of a file that are looked at together: so few that a processor keeps them at hand."""

_NOT_IN_HEADER = frozenset('"\r\ufffd')
_LONGEST_CELL = 131_072
"""Bytes; the plain reader takes a longer cell for a quotation mark that never closes."""
_MARK = b"\xef\xbb\xbf"
_CONTROLS = b"\x01\x02\x03\x1f"
"""What columns that hold no control character may be marked with."""

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
    header = _first(head).split(delimiter)
    if sum(bool(cell.strip()) for cell in header) == 1 < len(header):
        return None  # it may be a title
    names, findings = column_names(header, Place(name, line=1))
    try:
        read = _read(stream, path, names, delimiter)
    except (pl.exceptions.PolarsError, OSError, ValueError):
        return None
    if read is None:
        return None
    frame, lines, controls = read
    columns = FrameColumns(frame, names, len(lines), has_controls=controls)
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


def _count(stream: Callable[[], BinaryIO], mark: bytes) -> int:
    """How often a mark stands in a file, where the end of a block parts it, too."""
    count, last = 0, b""
    with stream() as opened:
        while block := opened.read(_BLOCK):
            count += block.count(mark)
            if len(mark) > 1:
                count += (last + block[: len(mark) - 1]).count(mark)
                last = block[1 - len(mark) :]
    return count


def _lines(stream: Callable[[], BinaryIO]) -> int:
    """How many lines a file has, the last of which may be open."""
    with stream() as opened:
        opened.seek(-1, 2)
        is_open = opened.read(1) != b"\n"
    return _count(stream, b"\n") + is_open


def _held(stream: Callable[[], BinaryIO], marks: bytes) -> bytes:
    """Which of some bytes stand in a file."""
    # Not by a map of the file, whose pages would count as memory of this process.
    found = b""
    with stream() as opened:
        while block := opened.read(_BLOCK):
            found += bytes(mark for mark in marks if mark in block and mark not in found)
    return found


def _read(
    stream: Callable[[], BinaryIO], path: Path | None, names: Sequence[str], delimiter: str
) -> _Read | None:
    """The cells and the line of each row; None if they may be others than polars says."""
    import polars as pl

    numbered = list(map(str, range(len(names))))

    def cells(quote: str | None) -> pl.LazyFrame:
        return pl.scan_csv(
            path if path is not None else stream().read(),
            has_header=False,
            skip_lines=1,
            separator=delimiter,
            quote_char=quote,
            schema=dict.fromkeys(numbered, pl.String),
        ).rename(dict(zip(numbered, names, strict=True)))

    with stream() as opened:
        keep = opened.seek(0, 2) <= MOST
    held = _held(stream, b'"\r\0' + _CONTROLS)
    controls = any(mark in held for mark in _CONTROLS)
    # Of a carriage return at the end of a cell polars says nothing.
    if not any(mark in held for mark in b'"\r\0'):
        plain = _unquoted(cells(None), names, keep=keep, controls=controls)
        if plain is not None:
            return plain
    if b"\0" in held or (b"\r" in held and _count(stream, b"\r") != _count(stream, b"\r\n")):
        return None
    return _quoted(cells('"'), names, delimiter, stream, keep=keep, controls=controls)


def _unquoted(
    lazy: pl.LazyFrame, names: Sequence[str], *, keep: bool, controls: bool
) -> _Read | None:
    """The cells of a file without quotation marks, in which no row may lack any."""
    import polars as pl

    try:
        frame = lazy.collect() if keep else lazy
        seen = _Seen(frame.lazy(), names)
    except pl.exceptions.PolarsError:
        return None  # as cells look that hold the delimiter
    if seen.may_be_short or not seen.rows or seen.longest >= _LONGEST_CELL:
        return None
    return seen.cleaned(frame), range(2, seen.rows + 2), controls


def _quoted(
    lazy: pl.LazyFrame,
    names: Sequence[str],
    delimiter: str,
    stream: Callable[[], BinaryIO],
    *,
    keep: bool,
    controls: bool,
) -> _Read | None:
    """The cells of any other file, if the whole of it agrees with what was read."""
    frame = lazy.collect() if keep else lazy
    seen = _Seen(frame.lazy(), names, ('"', "\n"))
    around = _count(stream, b'"') - 2 * seen.sum('"')
    whole = _lines(stream) == seen.rows + 1 + seen.sum("\n") and around >= 0 and around % 2 == 0
    if not whole or not seen.rows or seen.longest >= _LONGEST_CELL:
        return None
    if seen.may_be_short and not _are_full(frame.lazy(), names, delimiter, stream, seen.rows):
        return None
    return seen.cleaned(frame), seen.lines(frame.lazy()), controls


def _are_full(
    frame: pl.LazyFrame,
    names: Sequence[str],
    delimiter: str,
    stream: Callable[[], BinaryIO],
    rows: int,
) -> bool:
    """Whether all delimiters of a file stand between the cells of its rows, or in them."""
    import polars as pl

    inside = pl.sum_horizontal(
        pl.col(name).str.count_matches(delimiter, literal=True).sum() for name in names
    )
    held: int = frame.select(inside).collect(engine="streaming").item()
    between = (rows + 1) * (len(names) - 1)
    return len(names) > 1 and _count(stream, delimiter.encode()) == between + held


class _Seen:
    """What a frame holds that decides whether it was read as the plain reader would."""

    def __init__(
        self, frame: pl.LazyFrame, names: Sequence[str], marks: Sequence[str] = ()
    ) -> None:
        import polars as pl

        asked = [pl.len().alias("rows")]
        for at, name in enumerate(names):
            cell = pl.col(name).str
            asked += [
                pl.col(name).null_count().alias(f"null {at}"),
                cell.len_bytes().max().alias(f"longest {at}"),
                *(
                    cell.count_matches(mark, literal=True).sum().alias(f"{mark} {at}")
                    for mark in marks
                ),
            ]
        ends = [f"\0end {at}" for at in range(len(names))]
        spaced = (
            (_may_begin_with_space(name) | _may_begin_with_space(end)).any().alias(f"spaced {at}")
            for at, (name, end) in enumerate(zip(names, ends, strict=True))
        )
        # As a column of its own each last character is made once, not for every comparison.
        tails = (pl.col(name).str.tail(1).alias(end) for name, end in zip(names, ends, strict=True))
        row = frame.with_columns(tails).select(*asked, *spaced)
        found = row.collect(engine="streaming").row(0, named=True)
        self._found: dict[str, int] = {name: value or 0 for name, value in found.items()}
        self.names = names
        self._found |= self._spaced(frame)

    def _spaced(self, frame: pl.LazyFrame) -> dict[str, int]:
        """Which of the columns that may have spaces around their cells do."""
        import polars as pl

        asked = [
            (cell.head(1).str.contains(_SPACE) | cell.tail(1).str.contains(_SPACE))
            .any()
            .alias(f"spaced {at}")
            for at, cell in ((at, pl.col(name).str) for at, name in enumerate(self.names))
            if self._found[f"spaced {at}"]
        ]
        return frame.select(asked).collect(engine="streaming").row(0, named=True) if asked else {}

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return self._found["rows"]

    def sum(self, what: str) -> int:
        """How often a mark stands in all cells."""
        return sum(self._found.get(f"{what} {at}", 0) for at in range(len(self.names)))

    @property
    def longest(self) -> int:
        """The bytes of the longest cell."""
        return max(self._found[f"longest {at}"] for at in range(len(self.names)))

    @property
    def may_be_short(self) -> bool:
        """Whether rows may lack cells: those are null, as empty ones are."""
        return self._found[f"null {len(self.names) - 1}"] > 0

    def cleaned(self, frame: _Frame) -> _Frame:
        """The cells as they shall be: none null, and nothing around them."""
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
        return frame.with_columns(found) if found else frame

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


def _may_begin_with_space(column: str) -> pl.Expr:
    """Whether the first character of a text, which may be empty, lies where spaces do.

    To compare takes a fraction of the time that a regular expression does.
    """
    import polars as pl

    text = pl.col(column)
    return (text < "!") | ((text >= "\x85") & (text < "\u3001"))
