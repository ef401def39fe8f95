"""What several commands read and how they write."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from regiontargets.errors import LoadError

if TYPE_CHECKING:
    from regiontargets.config import Config
    from regiontargets.loaders import InputFile
    from regiontargets.model import Dataset


def add_input_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of every command that loads files."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files, folders or patterns; - is standard input"
    )
    add_reading_arguments(parser)


def add_reading_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments that say how files are to be read."""
    parser.add_argument("--input-format", metavar="NAME", help="the files' format (see `formats`)")
    parser.add_argument("--labels", metavar="FILE", help="a label map (TOML)")
    parser.add_argument("--encoding", metavar="NAME", help="the files' encoding (default: UTF-8)")
    parser.add_argument("--sources", metavar="PATH", help="where quotes of tables are looked up")
    parser.add_argument(
        "--columns",
        metavar="NAME=ROLE",
        nargs="+",
        action="extend",
        help="what columns of a table are: wo=region; or a file of them (TOML)",
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--config", metavar="FILE", help="the configuration (default: the nearest)")
    which.add_argument("--no-config", action="store_true", help="use no configuration")


def configured(arguments: argparse.Namespace) -> Config:
    """The configuration that is named, or the nearest one from here upwards.

    Raises:
        ConfigError: it cannot be read.
    """
    # Deferred: a command that fails for another reason need not read it.
    from regiontargets.config import Config, discover, read_config

    if arguments.no_config:
        return Config()
    if arguments.config:
        return read_config(arguments.config)
    return discover(Path.cwd()) or Config()


def inputs(arguments: argparse.Namespace) -> list[str] | InputFile:
    """The files that a command names, or standard input.

    Raises:
        LoadError: none is named, or standard input together with others.
    """
    # What follows --columns and is no column is a path: `--columns wo=region targets.csv`.
    paths = [*arguments.paths, *(each for each in _columns(arguments) if "=" not in each)]
    maps = [each for each in paths[len(arguments.paths) :] if each.lower().endswith(".toml")]
    paths = [each for each in paths if each not in maps]
    if paths == ["-"]:
        return standard_input(arguments.encoding)
    if "-" in paths:
        raise LoadError("- (standard input) does not go together with files.")
    if not paths:
        raise LoadError("no file was named.", suggestion="Name files or folders, or - for stdin.")
    return paths


def columns_of(arguments: argparse.Namespace) -> dict[str, object] | None:
    """The roles of columns that `--columns` gives; None where it is not given.

    Raises:
        LoadError: a file cannot be read, or there is no such role.
    """
    # Deferred: only who names columns pays for tables.
    from regiontargets.assembly.tables import mapping_of
    from regiontargets.assembly.tables.column_map import ROLES

    found: dict[str, object] = {}
    for each in _columns(arguments):
        if each.lower().endswith(".toml") and "=" not in each:
            found |= mapping_of(each)
        elif "=" in each:
            name, _, role = each.rpartition("=")
            if role not in ROLES and each.partition("=")[0] in ROLES:
                role, _, name = each.partition("=")
            found |= mapping_of({role: name})
    return found or None


def _columns(arguments: argparse.Namespace) -> list[str]:
    given: list[str] | None = arguments.columns
    return given or []


def load_inputs(arguments: argparse.Namespace) -> Dataset:
    """The dataset that the command's files make.

    Raises:
        LoadError: there is no file or no text at all.
    """
    data = inputs(arguments)
    return load(data, arguments, format_of(data, arguments))


def load(
    data: str | list[str] | InputFile, arguments: argparse.Namespace, name: str | None
) -> Dataset:
    """The dataset of some files, read as the command and its configuration say.

    Raises:
        LoadError: there is no file or no text at all.
    """
    from regiontargets import api

    return api.load(
        data,
        format=name,
        labels=arguments.labels,
        encoding=arguments.encoding,
        sources=arguments.sources,
        columns=columns_of(arguments),
        config=configured(arguments),
    )


def format_of(data: list[str] | InputFile, arguments: argparse.Namespace) -> str | None:
    """The format that is asked for; what is piped in has no name to recognise it by."""
    name: str | None = arguments.input_format
    return name if name or isinstance(data, list) else _format_of_input(data)


def standard_input(encoding: str | None = None) -> InputFile:
    """Standard input as a file."""
    from regiontargets.loaders import InputFile

    return InputFile("<stdin>", sys.stdin.buffer.read(), encoding=encoding)


def _format_of_input(file: InputFile) -> str | None:
    """What is piped in has no suffix; what no format recognises is taken for native Markdown."""
    from regiontargets.curating import is_table
    from regiontargets.exports import is_dataset_json
    from regiontargets.loaders import formats

    if is_dataset_json(file.head) or is_table(file):
        return None
    matching = [each.NAME for each in formats().values() if each.sniff(file)]
    return matching[0] if len(matching) == 1 else "markdown"
