"""`regiontargets validate`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from regiontargets.errors import LoadError

from .inputs import add_input_arguments, columns_of, emit, format_of, inputs, tell, wants_colour
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
    parser.add_argument("--select", metavar="CODES", help="only these rules: U,Y002")
    parser.add_argument("--ignore", metavar="CODES", help="not these rules")
    parser.add_argument("--output", metavar="FILE", help="write the report there")
    parser.add_argument("--statistics", action="store_true", help="only count findings by code")
    parser.add_argument("--baseline", metavar="FILE", help="report only what is not known there")
    parser.add_argument("--write-baseline", metavar="FILE", help="write what is known from now on")
    parser.add_argument(
        "--fix", action="store_true", help="mend what is safe, in Markdown and tables"
    )
    parser.add_argument("--dry-run", action="store_true", help="only show what --fix would do")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--config", metavar="FILE", help="the configuration (default: the nearest)")
    which.add_argument("--no-config", action="store_true", help="use no configuration")


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
    colour = arguments.output is None and wants_colour(sys.stdout)
    form = arguments.format or config.format or "text"
    shown = _statistics(report) if arguments.statistics else render(report, form, colour=colour)
    if form == "text" and not arguments.statistics:
        shown += _fixable(report)
    emit(shown, arguments.output)
    return 0 if report.ok else 1


def _config(arguments: argparse.Namespace) -> Config:
    from regiontargets.config import Config, ConfigError, discover, read_config
    from regiontargets.reports import MODULES

    if arguments.no_config:
        return Config()
    found = read_config(arguments.config) if arguments.config else discover(Path.cwd())
    if found is not None and found.format is not None and found.format not in MODULES:
        raise ConfigError(
            f"the configuration in {found.root}: no reports have the format {found.format[:40]!r}.",
            suggestion=f"Known are: {', '.join(MODULES)}.",
        )
    return found or Config()


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
    rows = sorted(report.summary.codes, key=lambda pair: (-pair[1], pair[0]))
    counted = [(code, f"{count:,}") for code, count in rows]
    return f"{table(('code', 'findings'), counted)}\n\n{report.summary}"


def _codes(given: str | None) -> tuple[str, ...]:
    return tuple(code.strip().upper() for code in (given or "").split(",") if code.strip())
