"""Comments to whoever checks a file: `<!-- regiontargets: ignore U003 -->`."""

from __future__ import annotations

COMMENT_START = r"<!--[ \t]{0,20}regiontargets:"
COMMENT = rf"(?>{COMMENT_START}(?P<words>(?:[^\n<]|<(?!!--))*?)-->)"
"""One comment, on one line, without another one in it, so that looking for its end stays linear.
Patterns, not compiled: other patterns are made of them."""

_SAME = COMMENT.replace("?P<words>", "?:")
WHOLE_LINES = rf"(?P<lines>^[ \t]{{0,200}}(?:{_SAME}[ \t]{{0,200}})+(?=\r?\n|\Z))"
"""Comments that fill their line."""
