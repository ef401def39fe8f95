"""Run the notebooks of examples/ and store what they show: `python update/notebooks.py`."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbclient import NotebookClient

EXAMPLES = Path(__file__).parents[1] / "examples"


def main() -> None:
    """Run each and write it back."""
    for path in sorted(EXAMPLES.glob("*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        NotebookClient(notebook, timeout=120, resources={"metadata": {"path": EXAMPLES}}).execute()
        for cell in notebook.cells:
            cell.metadata.pop("execution", None)  # when each ran is nobody's business
        # Which Python it was differs from machine to machine.
        notebook.metadata["language_info"] = {"name": "python"}
        nbformat.write(notebook, path)
        print(path.name)


if __name__ == "__main__":
    main()
