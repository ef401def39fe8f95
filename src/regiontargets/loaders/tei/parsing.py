"""A TEI file, parsed by expat, with nothing ever expanded or fetched."""

from __future__ import annotations

from xml.parsers import expat

from regiontargets.errors import LoadError

from .elements import ALTERNATIVES, BLOCKS, BREAKS, SILENT, TRANSPARENT, local
from .parsed import Anchor, Broken, Marked, Parsed, Pointer


class Parser:
    """Parses a file; what was read before an error is kept.

    Raises:
        LoadError: the document type has an internal subset.
    """

    def __init__(self, raw: str) -> None:
        self.parsed: list[Parsed] = []
        self.broken: Broken | None = None
        self._data = raw.encode("utf-8", "replace")
        self._byte = self._char = 0
        self._stack: list[tuple[str, Marked | None, bool]] = []
        self._current: Parsed | None = None
        self._in_header = self._silent = 0
        self._words: list[str] = []
        self._expat = expat.ParserCreate("utf-8")
        self._expat.buffer_text = False
        self._expat.StartDoctypeDeclHandler = self._doctype
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.CharacterDataHandler = self._characters
        self._expat.SkippedEntityHandler = self._skipped

    def parse(self) -> None:
        """Parse all of it."""
        try:
            self._expat.Parse(self._data, True)
        except expat.ExpatError as error:
            reason = expat.errors.messages.get(error.code, str(error))
            self.broken = Broken(self._offset(self._expat.ErrorByteIndex), reason)
        for _ in range(len(self._stack)):
            self._end(self._stack[-1][0])
        self._finish()

    def _offset(self, byte: int | None = None) -> int:
        """A byte's place in the file, in characters; mostly they ascend."""
        at = self._expat.CurrentByteIndex if byte is None else byte
        at = max(0, min(at, len(self._data)))
        if at < self._byte:
            self._char -= len(self._data[at : self._byte].decode("utf-8", "ignore"))
        else:
            self._char += len(self._data[self._byte : at].decode("utf-8", "ignore"))
        self._byte = at
        return self._char

    def _doctype(self, name: str, system: str | None, public: str | None, subset: int) -> None:  # noqa: ARG002
        if subset:
            raise LoadError(
                f"the document type of {name[:40]} has an internal subset, which is refused.",
                suggestion="Remove it; entities it declares must be written out.",
            )

    def _skipped(self, name: str, is_parameter: bool) -> None:
        if not is_parameter and self._current is not None:
            self._current.entities.append((self._offset(), name))
            self._characters("\ufffd")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local(tag)
        preserve = self._stack[-1][2] if self._stack else False
        preserve = attributes.get("xml:space", "preserve" if preserve else "") == "preserve"
        if name in ("TEI", "TEI.2") or self._current is None:
            self._finish()
            self._current = Parsed(self._offset())
        marked: Marked | None = None
        if self._in_header or name == "teiHeader":
            self._in_header += 1
            self._current.header.start(name, attributes)
        elif self._silent or self._is_silent(name):
            self._silent += 1
            self._begin_silent(self._current, name, attributes)
        else:
            marked = self._begin(self._current, name, attributes)
        self._stack.append((tag, marked, preserve))

    def _is_silent(self, name: str) -> bool:
        in_choice = bool(self._stack) and local(self._stack[-1][0]) == "choice"
        return name in SILENT or (in_choice and name in ALTERNATIVES)

    def _begin_silent(self, current: Parsed, name: str, attributes: dict[str, str]) -> None:
        """An element whose words are no part of the text: a pointer, a note, a reading."""
        if self._silent == 1:
            self._words = []
        if name == "note" and self._silent == 1:
            at = current.text.length
            current.marked.append(Marked(name, attributes, self._offset(), at, at))
        elif name in SILENT:
            current.pointers.append(Pointer(name, attributes, self._offset()))

    def _begin(self, current: Parsed, name: str, attributes: dict[str, str]) -> Marked | None:
        text = current.text
        current.has_text = current.has_text or name in ("text", "body")
        if name in BLOCKS:
            text.break_line()
        elif name == "lb":
            text.join() if attributes.get("break") == "no" else text.break_line()
        elif name in BREAKS:
            if name == "anchor" and "xml:id" in attributes:
                anchor = current.anchors[attributes["xml:id"]] = Anchor(text.length)
                text.at_next_word(anchor.place)
        elif current.has_text and name not in TRANSPARENT:
            return self._mark(current, Marked(name, attributes, self._offset()), current.marked)
        elif name == "cell":
            text.space()
        if name in BLOCKS or name in TRANSPARENT:
            return self._mark(current, Marked(name, attributes, self._offset()), [])
        return None

    def _mark(self, current: Parsed, marked: Marked, listed: list[Marked]) -> Marked | None:
        """Keep an element's place: as a mark, or for what points at it."""
        if listed is not current.marked and "xml:id" not in marked.attributes:
            return None
        listed.append(marked)
        current.places.setdefault(marked.attributes.get("xml:id", ""), marked)
        current.text.at_next_word(marked.begin)
        return marked

    def _characters(self, data: str) -> None:
        current = self._current
        if current is None:
            return
        if self._in_header:
            current.header.characters(data)
        elif self._silent:
            self._words.append(data)
        elif current.has_text:
            current.text.characters(data, self._offset(), preserve=self._stack[-1][2])

    def _end(self, tag: str) -> None:
        name = local(tag)
        _, marked, _ = self._stack.pop()
        current = self._current
        if current is None:
            return
        if self._in_header:
            self._in_header -= 1
            current.header.end(name)
        elif self._silent:
            self._silent -= 1
            self._end_silent(current, name)
        else:
            if marked is not None:
                marked.end = current.text.length
                marked.begin(marked.end)
            if name in BLOCKS:
                current.text.break_line()
            elif name == "cell":
                current.text.space()
        if name in ("TEI", "TEI.2"):
            self._finish()

    def _end_silent(self, current: Parsed, name: str) -> None:
        if self._silent:
            return
        words = " ".join("".join(self._words).split())
        if name == "note":
            current.marked[-1].words = words
        elif name in SILENT:
            current.pointers[-1].words = words
        else:
            current.left_out.append((self._offset(), words))

    def _finish(self) -> None:
        if self._current is not None and self._current.has_text:
            self._current.text.settle()
            self._current.end = self._end_of_tag()
            self.parsed.append(self._current)
        self._current = None

    def _end_of_tag(self) -> int:
        """Where the tag that is being read ends."""
        at = self._data.find(b">", max(self._expat.CurrentByteIndex, 0))
        return self._offset(len(self._data) if at < 0 else at + 1)
