"""What is read from sentences, beside two readers of quantities (amounts.py says how)."""

import os

from benchmarks.phrases import amounts


def main() -> None:
    """Print a row a reader and language."""
    amounts.main(os.environ.get("QUANTULUM3_PYTHON"), os.environ.get("RECOGNIZERS_PYTHON"))
