"""`regiontargets explain`."""

from __future__ import annotations

import argparse

from .output import emit


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("code", nargs="?", help="a code such as U003; none: list them all")


def finds(code: str) -> str:
    """What a code finds, in a few words."""
    from regiontargets import api
    from regiontargets.findings.suppressions import FINDINGS
    from regiontargets.validators import UnknownRule, page, rule

    try:
        return page(rule(code)).title.rstrip(".")
    except UnknownRule:
        return {**api.file_findings(), **FINDINGS}.get(code, "")


def run(arguments: argparse.Namespace) -> int:
    """Print a rule's page, or the table of codes."""
    from regiontargets.validators import explain
    from regiontargets.validators.registry import MODULES

    if arguments.code is None:
        emit(_table())
        return 0
    code = arguments.code.strip().upper()
    meaning = None if code in MODULES else _of_files().get(code)
    emit(explain(code) if meaning is None else f"# {code}: {meaning}\n\nFound in files.")
    return 0


def _table() -> str:
    from regiontargets.validators import page, rules

    from .table import table

    rows: list[tuple[str, str, str]] = [
        (each.code, each.severity, page(each).title) for each in rules()
    ]
    rows += [(code, "", meaning) for code, meaning in sorted(_of_files().items())]
    return table(("code", "severity", "what it finds"), rows)


def _of_files() -> dict[str, str]:
    # Deferred: rules need none of the formats.
    from regiontargets import api
    from regiontargets.config import FINDINGS

    return {**api.file_findings(), **FINDINGS}
