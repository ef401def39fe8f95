"""Datasets, texts and reports for people to look at: in a notebook and as a page to hand on."""

from .cards import card
from .dataset import HighlightedSource, dataset_html, highlight, records_html, source_html
from .document import document_html
from .page import report_page

__all__ = [
    "HighlightedSource",
    "card",
    "dataset_html",
    "document_html",
    "highlight",
    "records_html",
    "report_page",
    "source_html",
]
