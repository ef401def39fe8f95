"""`regiontargets regions`."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from regiontargets.errors import LoadError

if TYPE_CHECKING:
    from regiontargets.model import Region

from .output import emit, tell


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("query", help="a name or code: Suzhou, 内蒙古, CN-SD, 150000")
    parser.add_argument("--within", metavar="REGION", help="only parts of this region")
    parser.add_argument("--on", metavar="DATE", help="as of this date: 2010-01-01")


def run(arguments: argparse.Namespace) -> int:
    """Print every region that bears the name; 1 if none does, with the nearest names."""
    from regiontargets.catalog import regions
    from regiontargets.errors import UnknownRegion

    within, day = arguments.within, _date(arguments.on)
    found = regions.find(arguments.query, within=within, on=day)
    if found:
        emit("\n\n".join(_card(region) for region in found))
        return 0
    try:
        regions.get(arguments.query, within=within, on=day)
    except UnknownRegion as error:
        tell(str(error))
    return 1


def _card(region: Region) -> str:
    from regiontargets.catalog import regions

    lines = [str(region)]
    names = ", ".join(f"{name} ({lang})" for lang, name in region.names.items())
    codes = ", ".join(f"{code} ({scheme})" for scheme, code in region.codes.items())
    parents = ", ".join(str(each) for each in regions.ancestors(region))
    existed = f"{region.valid_from or '…'} to {region.valid_to or 'today'}"
    facts = {
        "scheme": region.scheme,
        "level": region.level or "",
        "names": names,
        "other codes": codes,
        "part of": parents,
        "members": ", ".join(region.members),
        "existed": existed if region.valid_from or region.valid_to else "",
        "succeeded by": ", ".join(region.successors),
    }
    lines += [f"  {name:<13} {value}" for name, value in facts.items() if value]
    return "\n".join(lines)


def _date(given: str | None) -> date | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise LoadError(f"{given!r} is not a date.", suggestion="Write it as 2022-02-17.") from None
