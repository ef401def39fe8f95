"""Every dialect."""

from __future__ import annotations

from . import doccano, langextract, prodigy, spacy
from .dialect import Dialect

DIALECTS: tuple[Dialect, ...] = (langextract, doccano, spacy, prodigy)
"""In the order in which they are tried; Prodigy's last, since it needs the least."""
