"""What several commands read and how they write."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from regiontargets.errors import LoadError

if TYPE_CHECKING:
    from regiontargets.loaders import InputFile
    from regiontargets.model import Dataset


def add_input_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of every command that loads files."""
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="files, folders or patterns; - is standard input"
    )
    parser.add_argument("--input-format", metavar="NAME", help="the files' format (see `formats`)")
    parser.add_argument("--labels", metavar="FILE", help="a label map (TOML)")
    parser.add_argument("--encoding", metavar="NAME", help="the files' encoding (default: UTF-8)")


def load_inputs(arguments: argparse.Namespace) -> Dataset:
    """The dataset that the command's files make.

    Raises:
        LoadError: there is no file or no text at all.
    """
    from regiontargets import api

    options = {"format": arguments.input_format, "labels": arguments.labels}
    paths: Sequence[str] = arguments.paths
    if paths == ["-"]:
        return api.load_files([standard_input(arguments)], **options)
    if "-" in paths:
        raise LoadError("- (standard input) does not go together with files.")
    return api.load(paths, encoding=arguments.encoding, **options)


def standard_input(arguments: argparse.Namespace) -> InputFile:
    """Standard input as a file; what no format recognises is taken for native Markdown."""
    from regiontargets.exports import is_dataset_json
    from regiontargets.loaders import InputFile, formats

    file = InputFile("<stdin>", sys.stdin.buffer.read(), encoding=arguments.encoding)
    if arguments.input_format is None and not is_dataset_json(file.head):
        matching = [each.NAME for each in formats().values() if each.sniff(file)]
        arguments.input_format = matching[0] if len(matching) == 1 else "markdown"
    return file


def wants_colour(stream: TextIO) -> bool:
    """Whether a stream is a terminal whose user has not asked for plain text (NO_COLOR)."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def emit(text: str, output: str | None = None) -> None:
    """Print a text, or write it to a file.

    Raises:
        OSError: the file cannot be written.
    """
    if output is not None:
        Path(output).write_text(text + "\n", encoding="utf-8")
    elif text:
        # A terminal that cannot show a character shows its escape instead of failing.
        encoding = sys.stdout.encoding or "utf-8"
        sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
