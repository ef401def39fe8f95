"""`regiontargets validate`."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict

from regiontargets.errors import LoadError
from regiontargets.findings import SEVERITIES

from .explain import finds
from .inputs import add_input_arguments, columns_of, configured, format_of, inputs
from .output import emit, tell, wants_colour
from .table import table

if TYPE_CHECKING:
    from regiontargets.config import Config
    from regiontargets.mending import Mended
    from regiontargets.validators import Report


class _Options(TypedDict):
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    labels: str | None
    encoding: str | None
    sources: str | None
    columns: Mapping[str, object] | None
    config: Config


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    from regiontargets.reports import MODULES

    add_input_arguments(parser)
    parser.add_argument("--format", choices=MODULES, help="how to report (default: text)")
    for name, meaning in (
        ("--select", "only these rules: U,Y002"),
        ("--extend-select", "these rules beside the others"),
        ("--ignore", "not these rules"),
    ):
        parser.add_argument(name, metavar="CODES", action="append", help=meaning)
    parser.add_argument("--output", metavar="FILE", help="write the report there")
    parser.add_argument("--statistics", action="store_true", help="only count findings by code")
    parser.add_argument("--baseline", metavar="FILE", help="report only what is not known there")
    parser.add_argument("--write-baseline", metavar="FILE", help="write what is known from now on")
    parser.add_argument(
        "--fix", action="store_true", help="mend what is safe, in Markdown and tables"
    )
    parser.add_argument("--dry-run", action="store_true", help="only show what --fix would do")
    parser.add_argument(
        "--fail-on",
        choices=(*SEVERITIES, "never"),
        default="error",
        help="the least severe finding that makes the exit status 1 (default: error)",
    )
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto")


def run(arguments: argparse.Namespace) -> int:
    """Load, check, report; 1 if there are errors."""
    from regiontargets.config import Baseline
    from regiontargets.reports import render
    from regiontargets.validators import Report

    config = _config(arguments)
    known = Baseline.load(arguments.baseline) if arguments.baseline else None
    if arguments.fix or arguments.dry_run:
        files = _mended(arguments, config)
        if arguments.dry_run:
            emit(_readable("".join(each.difference for each in files.values()).rstrip("\n")))
        if files:
            tell(_told(files, dry_run=arguments.dry_run))
        if arguments.dry_run:
            return 1 if files else 0
    report = _checked(arguments, config)
    if arguments.write_baseline:
        Baseline.of(report, arguments.write_baseline).save()
        emit(f"{len(report):,} findings written to {arguments.write_baseline}.")
        return 0
    if known is not None:
        report = Report.of(known.new(report), records=report.records, suppressed=report.suppressed)
    colour = arguments.output is None and wants_colour(sys.stdout, arguments.color)
    form = arguments.format or config.format or "text"
    shown = _statistics(report) if arguments.statistics else render(report, form, colour=colour)
    if form == "text" and not arguments.statistics:
        shown += _fixable(report)
    emit(shown, arguments.output)
    return _status(report, arguments.fail_on)


def _config(arguments: argparse.Namespace) -> Config:
    from regiontargets.config import ConfigError
    from regiontargets.reports import MODULES

    found = configured(arguments)
    if found.format is not None and found.format not in MODULES:
        raise ConfigError(
            f"the configuration in {found.root}: no reports have the format {found.format[:40]!r}.",
            suggestion=f"Known are: {', '.join(MODULES)}.",
        )
    codes = (arguments.extend_select, found.extend_select)
    return replace(found, extend_select=(*_codes(codes[0]), *codes[1]))


def _checked(arguments: argparse.Namespace, config: Config) -> Report:
    from regiontargets import api

    data = inputs(arguments)
    form = format_of(data, arguments)
    return api.validate(data, format=form, **_options(arguments, config))


def _options(arguments: argparse.Namespace, config: Config) -> _Options:
    select, ignore = _codes(arguments.select), _codes(arguments.ignore)
    config.selection(select, ignore)  # Unknown codes are told before anything is read.
    return {
        "select": select,
        "ignore": ignore,
        "labels": arguments.labels,
        "encoding": arguments.encoding,
        "sources": arguments.sources,
        "columns": columns_of(arguments),
        "config": config,
    }


def _mended(arguments: argparse.Namespace, config: Config) -> dict[str, Mended]:
    """Each file in which something is mended; nothing is written in a dry run."""
    from regiontargets import api

    paths = inputs(arguments)
    if not isinstance(paths, list):
        raise LoadError("standard input cannot be mended.", suggestion="Name the file.")
    options = _options(arguments, config)
    return api.mend(paths, dry_run=arguments.dry_run, format=arguments.input_format, **options)


def _readable(difference: str) -> str:
    """A difference for `patch` as it is, for a terminal without what could steer it."""
    if not sys.stdout.isatty():
        return difference
    from regiontargets.reports.cells import shown

    return "\n".join(map(shown, difference.split("\n")))


def _told(files: dict[str, Mended], *, dry_run: bool) -> str:
    count = sum(each.count for each in files.values())
    word = "would be made" if dry_run else "made"
    where = f"{len(files):,} file{'' if len(files) == 1 else 's'}"
    return f"{count:,} fix{'' if count == 1 else 'es'} {word} in {where}."


def _fixable(report: Report) -> str:
    count = sum(each.fix is not None for each in report)
    return f"\n{count:,} of them can be mended with --fix." if count else ""


def _statistics(report: Report) -> str:
    """How many findings there are of each code, the most frequent first, and what it finds."""
    fixable = Counter(each.code for each in report if each.fix is not None)
    rows = sorted(report.summary.codes, key=lambda pair: (-pair[1], pair[0]))
    counted = [
        (f"{count:,}", code, f"{fixable[code]:,}" if fixable[code] else "", finds(code))
        for code, count in rows
    ]
    return f"{table(('findings', 'code', 'fixable', 'what it finds'), counted)}\n\n{report.summary}"


def _codes(given: list[str] | None) -> tuple[str, ...]:
    return tuple(code.strip().upper() for code in ",".join(given or ()).split(",") if code.strip())


def _status(report: Report, fail_on: str) -> int:
    if fail_on == "never":
        return 0
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return int(any(each.severity in failing for each in report))
