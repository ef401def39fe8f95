"""The text of a web page, for quotes that are looked up in it: no tags, scripts or styles."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_UNSEEN = frozenset(("script", "style", "template", "noscript"))
_LINES = frozenset(
    (
        *("address", "article", "aside", "blockquote", "br", "caption", "dd", "div", "dl", "dt"),
        *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "title"),
        *("tr", "ul"),
    )
)
"""Elements that begin and end a line."""
_SPACES = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r"\s*\n\s*")


def html_text(page: str) -> str:
    r"""What a reader of a page sees, a line for each paragraph, heading and cell.

    >>> html_text("<title>Report</title><p>GDP grew<br>by <b>5.5&#37;</b>.<script>x</script></p>")
    'Report\nGDP grew\nby 5.5%.'
    """
    seen = _Seen()
    seen.feed(page)
    seen.close()
    return _BREAKS.sub("\n", _SPACES.sub(" ", "".join(seen.parts))).strip()


class _Seen(HTMLParser):
    """Keeps the text between tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._hidden += tag in _UNSEEN
        if tag in _LINES:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in _LINES:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            # A line break in the source is a space to the reader; between characters it is none.
            self.parts.append(_BREAK_IN_HAN.sub("", data).replace("\n", " "))


_BREAK_IN_HAN = re.compile(
    r"(?<=[\u3000-\u9fff\uff00-\uffef])\s*\n\s*(?=[\u3000-\u9fff\uff00-\uffef])"
)
