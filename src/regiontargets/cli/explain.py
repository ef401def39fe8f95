"""`regiontargets explain`."""

from __future__ import annotations

import argparse

from .output import emit
from .table import table


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
    from regiontargets import api
    from regiontargets.config import FINDINGS
    from regiontargets.validators import explain, page, rules

    of_files = {**api.file_findings(), **FINDINGS}
    if arguments.code is None:
        rows: list[tuple[str, str, str]] = [
            (each.code, each.severity, page(each).title) for each in rules()
        ]
        rows += [(code, "", meaning) for code, meaning in sorted(of_files.items())]
        emit(table(("code", "severity", "what it finds"), rows))
        return 0
    code = arguments.code.strip().upper()
    meaning = of_files.get(code)
    emit(explain(code) if meaning is None else f"# {code}: {meaning}\n\nFound in files.")
    return 0
