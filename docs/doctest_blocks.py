"""A griffe extension: doctests in docstrings become blocks of code on the pages."""

from __future__ import annotations

import re

import griffe

_SESSION = re.compile(r"^(?P<session>>>> .*(?:\n(?!\n).+)*)", re.MULTILINE)


class DoctestBlocks(griffe.Extension):
    """Fences every interpreter session, up to the blank line behind it."""

    def on_object(self, *, obj: griffe.Object, **kwargs: object) -> None:
        """Rewrite the docstring of one object."""
        del kwargs
        if obj.docstring is not None and ">>>" in obj.docstring.value:
            obj.docstring.value = _SESSION.sub(r"```pycon\n\g<session>\n```", obj.docstring.value)
