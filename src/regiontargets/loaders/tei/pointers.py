"""What spans, links and relations in TEI point at."""

from __future__ import annotations

from .parsed import Marked, Parsed, Pointer


def fragments_of(pointer: Pointer, parsed: Parsed, text: str) -> tuple[tuple[int, int], ...]:
    """The ranges that a span between anchors, or of other elements, covers; none if it cannot."""
    attributes = pointer.attributes
    if "from" in attributes:
        start = _place(attributes["from"], parsed)
        end = _place(attributes.get("to", attributes["from"]), parsed)
        fits = start is not None and end is not None and start[0] <= end[1]
        return ((start[0], end[1]),) if fits and start and end else ()
    found: list[tuple[int, int]] = []
    for target in attributes.get("target", "").split():
        place = _place(target, parsed)
        if place is None:
            return ()
        place = min(place), place[1]  # An anchor among white space is where the word ended.
        if found and not text[found[-1][1] : place[0]].strip() and found[-1][1] <= place[0]:
            found[-1] = (found[-1][0], place[1])
        else:
            found.append(place)
    return tuple(found)


def _place(pointer: str, parsed: Parsed) -> tuple[int, int] | None:
    name = pointer.removeprefix("#")
    anchor = parsed.anchors.get(name)
    if anchor is not None:
        return anchor.before, anchor.after
    marked: Marked | None = parsed.places.get(name) if name else None
    return (marked.start or 0, marked.end) if marked is not None else None


def ends_of(pointer: Pointer) -> list[tuple[str, str]]:
    """The roles and ids of what a link or relation points at."""
    targets = pointer.attributes.get("target", "").split()
    roles = ("from", "to") if len(targets) == 2 else ("target",) * len(targets)
    ends = [(role, target.removeprefix("#")) for role, target in zip(roles, targets, strict=True)]
    for role in ("active", "passive", "mutual"):
        listed = pointer.attributes.get(role, "").split()
        ends += [(role, target.removeprefix("#")) for target in listed]
    return ends
