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

    name, labels = arguments.input_format, arguments.labels
    paths: Sequence[str] = arguments.paths
    if paths == ["-"]:
        file = standard_input(arguments.encoding)
        return api.load_files([file], format=name or _format_of_input(file), labels=labels)
    if "-" in paths:
        raise LoadError("- (standard input) does not go together with files.")
    return api.load(paths, encoding=arguments.encoding, format=name, labels=labels)


def standard_input(encoding: str | None = None) -> InputFile:
    """Standard input as a file."""
    from regiontargets.loaders import InputFile

    return InputFile("<stdin>", sys.stdin.buffer.read(), encoding=encoding)


def _format_of_input(file: InputFile) -> str | None:
    """What is piped in has no suffix; what no format recognises is taken for native Markdown."""
    from regiontargets.exports import is_dataset_json
    from regiontargets.loaders import formats

    if is_dataset_json(file.head):
        return None
    matching = [each.NAME for each in formats().values() if each.sniff(file)]
    return matching[0] if len(matching) == 1 else "markdown"


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
