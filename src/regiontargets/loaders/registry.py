"""Every format, one line each; nothing registers itself by being imported."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from regiontargets.errors import LoadError, UnknownFormat

from .format import Format
from .input_file import InputFile

MODULES = (
    "markdown",
    "brat",
    "webanno_tsv",
    "label_studio",
    "offsets_jsonl",
    "web_annotation",
    "conll",
    "tei",
    "uima_cas",
)
"""The modules of this folder that read a format, in the order in which they are tried."""


@cache
def formats() -> dict[str, Format]:
    """Every format by its name."""
    found: dict[str, Format] = {}
    for name in MODULES:
        module = import_module(f"{__package__}.{name}")
        if not isinstance(module, Format):  # pragma: no cover - a mistake in this folder
            raise TypeError(f"{module.__name__} has not the shape of a Format")
        found[module.NAME] = module
    return found


def format_named(name: str) -> Format:
    """The format of that name.

    Raises:
        LoadError: there is none; the message lists what there is.
    """
    try:
        return formats()[name]
    except KeyError:
        known = ", ".join(sorted(formats()))
        raise LoadError(
            f"there is no format named {name!r}.", suggestion=f"Known: {known}."
        ) from None


def recognise(file: InputFile) -> Format:
    """The one format that recognises the file by suffix and content.

    Raises:
        UnknownFormat: none or several do; the message says what was tried.
    """
    matching = [each for each in formats().values() if each.sniff(file)]
    if len(matching) == 1:
        return matching[0]
    if matching:
        names = " and ".join(each.NAME for each in matching)
        raise UnknownFormat(f"{file.name} may be {names}.", suggestion="Say which with format=.")
    tried = ", ".join(formats())
    raise UnknownFormat(
        f"no format recognises {file.name} (tried: {tried}).", suggestion="Name one with format=."
    )


def beside_another(path: Path) -> bool:
    """Whether a file is read with another one: the text of a brat document, a type system.

    A format names the endings of such files in `COMPANIONS`, and in `NEIGHBOURS` the files that
    are read with any of a folder.
    """
    return _serves_its_folder(path) or any(
        path.suffix.lower() in companions
        and any(
            path.with_suffix(suffix).is_file()
            for suffix in each.SUFFIXES
            if suffix != path.suffix.lower()
        )
        for each in formats().values()
        if (companions := getattr(each, "COMPANIONS", ()))
    )


def _serves_its_folder(path: Path) -> bool:
    return any(
        path.name in getattr(each, "NEIGHBOURS", ())
        and any(path.parent.glob(f"*{each.SUFFIXES[0]}"))
        for each in formats().values()
    )
