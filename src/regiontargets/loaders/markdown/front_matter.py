"""The YAML front matter: what a document says of itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from regiontargets.documents.annotated_document import MetadataValue

_FENCED = re.compile(
    r"---[ \t]*\r?\n(?P<yaml>.*?)(?:(?<=\n)|\A)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_MAX_CHARACTERS = 100_000
_MAX_DEPTH = 32
TEXT_KEYS = ("title", "publisher", "place", "language", "url")
"""Keys of a source whose value is text."""


class FrontMatterError(Exception):
    """The YAML cannot be read; `offset` counts from the start of the file."""

    def __init__(self, reason: str, offset: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.offset = offset


def split_front_matter(raw: str) -> tuple[str | None, int, int]:
    r"""The YAML (None if there is none), where it begins, and where the text begins.

    >>> split_front_matter("---\ntitle: A\n---\nText")
    ('title: A\n', 4, 17)
    """
    if not raw.startswith("---"):
        return None, 0, 0
    match = _FENCED.match(raw)
    if match is None:
        return None, 0, 0
    return match["yaml"], match.start("yaml"), match.end()


def read_front_matter(
    yaml_text: str, offset: int
) -> tuple[dict[str, MetadataValue], list[tuple[str, str, int]]]:
    """What the YAML says, and what is wrong with single values: (key, reason, offset).

    Raises:
        FrontMatterError: it is no YAML mapping, or one that could exhaust a machine.
    """
    # PyYAML costs 15 ms to import; a document without front matter does not need it.
    import yaml

    try:
        _refuse_hostile(yaml_text, offset)
        node = yaml.compose(yaml_text, Loader=yaml.SafeLoader)
        if node is None:
            return {}, []
        if not isinstance(node, yaml.MappingNode):
            raise FrontMatterError("the front matter is not a list of `key: value`", offset)
        return _values(node, offset)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if mark is not None and _index(mark) >= len(yaml_text) and error.context_mark:
            mark = error.context_mark  # What was left open says more than where the text ends.
        where = offset if mark is None else offset + _index(mark)
        raise FrontMatterError(str(error.problem or error.context), where) from None
    except (yaml.YAMLError, ValueError) as error:
        reason = str(error).splitlines()[0] if str(error) else "it is not YAML"
        raise FrontMatterError(reason, offset) from None


def _values(
    node: object, offset: int
) -> tuple[dict[str, MetadataValue], list[tuple[str, str, int]]]:
    import yaml

    assert isinstance(node, yaml.MappingNode)
    constructor = yaml.SafeLoader("")
    values: dict[str, MetadataValue] = {}
    wrong: list[tuple[str, str, int]] = []
    for key_node, value_node in node.value:
        key = str(getattr(key_node, "value", ""))
        where = offset + value_node.start_mark.index
        if key in values:
            wrong.append((key, f"{key!r} is given twice", offset + key_node.start_mark.index))
            continue
        try:
            value: Any = constructor.construct_object(value_node, deep=True)  # pyright: ignore[reportUnknownMemberType]
        except (yaml.YAMLError, ValueError) as error:
            wrong.append((key, str(error).splitlines()[0], where))
            continue
        if reason := _wrong_type(key, value):
            wrong.append((key, reason, where))
        values[key] = value.date() if isinstance(value, datetime) else value
    return values, wrong


def _wrong_type(key: str, value: object) -> str | None:
    if key == "published" and value is not None and not isinstance(value, date):
        return f"{value!r} is not a date (write it as 2022-02-17)"
    if key in TEXT_KEYS and value is not None and not isinstance(value, str):
        return f"{value!r} is not text (put it in quotation marks)"
    return None


def _refuse_hostile(yaml_text: str, offset: int) -> None:
    """Bound what the composer, which recurses, is given: its event stream does not."""
    import yaml

    if len(yaml_text) > _MAX_CHARACTERS:
        raise FrontMatterError(f"it is longer than {_MAX_CHARACTERS:,} characters", offset)
    depth = 0
    for event in yaml.parse(yaml_text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise FrontMatterError("YAML aliases are not read", offset + _index(event.start_mark))
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _MAX_DEPTH:
            raise FrontMatterError(
                f"it is nested more than {_MAX_DEPTH} deep", offset + _index(event.start_mark)
            )


def _index(mark: object) -> int:
    return int(getattr(mark, "index", 0))


def write_front_matter(metadata: Mapping[str, MetadataValue]) -> str:
    """The metadata as a fenced YAML block; nothing where there is none."""
    if not metadata:
        return ""
    import yaml

    body = yaml.safe_dump(dict(metadata), allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{body}---\n"
