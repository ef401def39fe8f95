from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

import regiontargets as rt

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize("name", ["article.md", "article.zh.md"])
def test_the_clean_articles_are_clean(name: str) -> None:
    report = rt.validate(EXAMPLES / name)
    assert [str(finding) for finding in report.findings] == []


def test_both_articles_state_the_same_targets() -> None:
    def rows(name: str) -> set[tuple[object, ...]]:
        return {
            (
                t.region and t.region.code,
                t.metric and t.metric.code,
                t.amount and (t.amount.value, t.amount.unit),
                t.period and t.period.end,
            )
            for t in rt.load(EXAMPLES / name).targets
        }

    assert rows("article.zh.md") == rows("article.md")


def test_each_mistake_is_found_once_at_its_line() -> None:
    report = rt.validate(EXAMPLES / "mistakes.md")
    assert [(f.place.line, f.code) for f in report.findings] == [
        (9, "U003"),
        (11, "U005"),
        (13, "Y002"),
        (15, "U002"),
        (17, "R001"),
        (17, "U006"),
        (19, "U009"),
        (21, "M001"),
        (21, "F003"),
    ]


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.ipynb")), ids=lambda path: path.name)
@pytest.mark.filterwarnings("default")
def test_every_notebook_runs(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": EXAMPLES}}).execute()
