"""A sorted table of names, looked into without being read whole."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping


class SortedTable(Mapping[str, str]):
    r"""Keys and values, a line each, in the order of the keys' UTF-8.

    To look a key up takes as many steps as the number of lines has binary digits. To make a dict
    of the names of all regions takes 40 ms, as long as 2,000 looks.

    >>> table = SortedTable(b"a\t1\nb\t2 3\nd\t4\n")
    >>> table["b"], table.get("c"), len(table)
    ('2 3', None, 3)
    """

    def __init__(self, lines: bytes) -> None:
        """Look up in lines.

        Args:
            lines: each with its key, a tab and its value, and a newline at its end.
        """
        self._lines = lines
        self._found: dict[str, str] = {}

    def __getitem__(self, key: str) -> str:
        known = self._found.get(key)
        if known is None:
            # What is not there is not remembered: there is no end of it.
            known = self._found[key] = self._searched(key)
        return known

    def _searched(self, key: str) -> str:
        lines, wanted = self._lines, key.encode("utf-8", "surrogatepass")
        low, high = 0, len(lines)
        while low < high:
            start = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = lines.find(b"\n", start)
            found, _, value = lines[start:end].partition(b"\t")
            if found == wanted:
                return value.decode()
            if found < wanted:
                low = end + 1
            else:
                high = start
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return self._lines.count(b"\n")

    def items(self) -> ItemsView[str, str]:
        """All of it, read anew."""
        return self._all().items()

    def _all(self) -> dict[str, str]:
        lines = (line.partition("\t") for line in self._lines.decode().split("\n")[:-1])
        return {key: value for key, _, value in lines}
