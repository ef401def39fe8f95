"""One file a format: file → annotated document, and back where the format can be written."""

from . import archive
from .format import Format, WritableFormat, Written
from .input_file import InputFile
from .registry import beside_another, format_named, formats, recognise

__all__ = [
    "Format",
    "InputFile",
    "WritableFormat",
    "Written",
    "archive",
    "beside_another",
    "format_named",
    "formats",
    "recognise",
]
