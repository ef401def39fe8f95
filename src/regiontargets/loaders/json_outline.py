"""What a JSON file is about, from the keys of its first record: enough to recognise a format."""

from __future__ import annotations

import re

from regiontargets.errors import LoadError

from .input_file import InputFile

_LONGEST = 200_000
"""Characters looked at; an outline cut off there is still an outline."""

_TOKEN = re.compile(
    r'"(?P<string>[^"\\]*+(?:\\.[^"\\]*+)*+)(?:"(?P<colon>\s*:)?|\\?\Z)|(?P<bracket>[\[\]{}])',
    re.DOTALL,
)


def json_outline(text: str) -> frozenset[str]:
    """The paths of the keys in the first record of a JSON text, lists passed through.

    >>> sorted(json_outline('[{"data": {"text": "x"}, "annotations": [{"result": []}]}, {"b": 1}]'))
    ['annotations', 'annotations.result', 'data', 'data.text']
    """
    paths: set[str] = set()
    stack: list[str] = []  # For each open bracket the path of what it holds.
    key = ""
    root_lists = text.lstrip().startswith("[")
    for token in _TOKEN.finditer(text, 0, _LONGEST):
        bracket = token["bracket"]
        if token["colon"] is not None:
            key = f"{stack[-1]}.{token['string']}" if stack and stack[-1] else token["string"]
            paths.add(key)
        elif bracket in ("{", "["):
            stack.append(key)
        elif bracket and stack:
            stack.pop()
            key = stack[-1] if stack else ""
            if bracket == "}" and len(stack) == root_lists:
                break
    return frozenset(paths)


def outline_of(file: InputFile, suffixes: tuple[str, ...]) -> frozenset[str]:
    """The outline of a file that has one of the suffixes and begins like JSON, else nothing."""
    head = file.head.lstrip("\ufeff \t\r\n")
    if file.suffix not in suffixes or head[:1] not in ("[", "{"):
        return frozenset()
    try:
        return json_outline(file.text if len(file.data) > len(file.head) else head)
    except LoadError:
        return json_outline(head)
