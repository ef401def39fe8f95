"""The command line: arguments in, exit status out.

Exit status 0: no errors found; 1: there are findings; 2: it could not run.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import os
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from importlib import import_module

COMMANDS = {
    "validate": "check files and say what is wrong, where, why and what to do",
    "compare": "set targets beside outcomes: met, missed, and by how much",
    "init": "write a commented configuration to begin with",
    "report": "write targets, outcomes, findings and their texts as one page for people",
    "show": "show what was understood, as a table",
    "convert": "convert annotated files from any format to another, or to a dataset",
    "export": "write a dataset as CSV, Excel, Data Package, SDMX-CSV or IAMC",
    "parse": "read one phrase and say what each word did",
    "explain": "explain a rule by its code",
    "formats": "list the formats that can be read and written",
    "labels": "list the labels that a corpus uses, as the draft of a label map",
    "regions": "look a region up by name or code",
    "metrics": "look a metric up by name or code",
    "schema": "print the JSON Schema of a dataset or of one type",
}
"""Every command and its line of help; each is the module of that name in this folder."""


_OBJECTS = 50_000
"""How many new objects the garbage collector waits for; Python's own 700 suit no short process."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    with _collecting_rarely():
        return _run(given)


@contextmanager
def _collecting_rarely() -> Generator[None]:
    """Modules and tables stay to the end: looking through them took a quarter of a short run."""
    usual = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *usual[1:])
    atexit.register(gc.freeze)  # at exit too: the process ends, and its memory with it
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _run(given: list[str]) -> int:
    parser = _parser(given)
    parsed = parser.parse_args(given)
    command = import_module(f"{__name__}.{parsed.command}")
    # Deferred: `--help` needs none of it.
    from regiontargets.errors import RegionTargetsError

    try:
        status: int = command.run(parsed)
        sys.stdout.flush()
    except RegionTargetsError as error:
        return _failed(str(error))
    except BrokenPipeError:
        # Whoever reads us has seen enough; Python must not complain of it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _failed(f"{error.filename}: {error.strerror}")
    except KeyboardInterrupt:
        return 130
    return status


def _failed(why: str) -> int:
    """Tell why nothing could be done."""
    from .output import tell

    tell(f"regiontargets: {why}")
    return 2


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    from regiontargets._version import __version__

    parser = argparse.ArgumentParser(
        prog="regiontargets",
        description="Typed, unit-checked, dated and source-grounded regional economic targets.",
        epilog="Exit status: 0 no errors found, 1 findings, 2 could not run.",
    )
    parser.add_argument("--version", action="version", version=f"regiontargets {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    chosen = next((word for word in given if word in COMMANDS), None)
    for name, line in COMMANDS.items():
        sub = commands.add_parser(name, help=line, description=line[0].upper() + line[1:] + ".")
        # Only the command that runs declares its arguments: the others need not be imported.
        if name == chosen:
            import_module(f"{__name__}.{name}").add_arguments(sub)
    return parser
