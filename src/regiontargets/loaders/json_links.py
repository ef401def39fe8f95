"""Links of any kind as JSON, for the formats whose own relations are narrower."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from regiontargets.documents import Link

from .json_records import Json
from .json_values import attribute_from, json_from


def link_from(value: Json) -> Link | None:
    """A link as `link_fields` writes it; None if it is none."""
    if not isinstance(value, dict):
        return None
    name, label, attributes = value.get("id"), value.get("label"), value.get("attributes", {})
    arguments = _arguments(value.get("arguments"))
    if not isinstance(name, str) or not isinstance(label, str) or arguments is None:
        return None
    own = attributes.items() if isinstance(attributes, dict) else ()
    return Link(name, label, arguments, {key: attribute_from(item) for key, item in own})


def link_fields(link: Link) -> dict[str, Json]:
    """A link with any number of roles as JSON.

    >>> link_fields(Link("E1", "aims", (("region", "T1"), ("region", "T2"))))
    {'id': 'E1', 'label': 'aims', 'arguments': [['region', 'T1'], ['region', 'T2']]}
    """
    found: dict[str, Json] = {
        "id": link.id,
        "label": link.label,
        "arguments": [[role, end] for role, end in link.arguments],
    }
    if link.attributes:
        found["attributes"] = {name: json_from(value) for name, value in link.attributes.items()}
    return found


def is_binary(link: Link, spans: Collection[str]) -> bool:
    """Whether a link has two ends and both are spans: what most tools call a relation."""
    return len(link.arguments) == 2 and all(end in spans for _, end in link.arguments)


def dangling(links: Iterable[Link], spans: Collection[str]) -> set[str]:
    """The ids of links that lead to no span or link, or only to links that do.

    >>> sorted(dangling([Link("a", "", (("", "b"),)), Link("b", "", (("", "c"),))], ()))
    ['a', 'b']
    """
    listed = list(links)
    known = {*spans, *(link.id for link in listed)}
    users: dict[str, list[str]] = {}
    for link in listed:
        for _, end in link.arguments:
            users.setdefault(end, []).append(link.id)
    lost: set[str] = set()
    left = [link.id for link in listed if any(end not in known for _, end in link.arguments)]
    while left:
        name = left.pop()
        if name not in lost:
            lost.add(name)
            left += users.get(name, ())
    return lost


def merged_links(
    native: Sequence[Link], listed: Json, spans: Collection[str]
) -> tuple[list[Link], list[Json]]:
    """The links of a record, and those of `listed` that cannot be read.

    `listed` is what `other_links` wrote; each stands where it stood among the native ones.
    """
    read = [(each, link_from(each)) for each in (listed if isinstance(listed, list) else [])]
    gone = dangling([*native, *(link for _, link in read if link)], spans)
    placed: dict[int, Link] = {}
    unplaced, lost = list[Link](), list[Json]()
    for each, link in read:
        if link is None or link.id in gone:
            lost.append(each)
            continue
        at = each.get("at") if isinstance(each, dict) else None
        if type(at) is int and at not in placed:
            placed[at] = link
        else:
            unplaced.append(link)
    links = list[Link]()
    for link in (*native, *unplaced, None):
        while len(links) in placed:
            links.append(placed.pop(len(links)))
        if link is not None:
            links.append(link)
    return [*links, *(placed[at] for at in sorted(placed))], lost


def other_links(links: Sequence[Link], native: Iterable[Link]) -> list[Json]:
    """The links that are not native to a format, each with its place among all."""
    known = {link.id for link in native}
    return [link_fields(link) | {"at": at} for at, link in enumerate(links) if link.id not in known]


def _arguments(listed: Json) -> tuple[tuple[str, str], ...] | None:
    pairs: list[tuple[str, str]] = []
    for pair in listed if isinstance(listed, list) else [None]:
        if not isinstance(pair, list) or len(pair) != 2:
            return None
        role, end = pair
        if not isinstance(role, str) or not isinstance(end, str):
            return None
        pairs.append((role, end))
    return tuple(pairs)
