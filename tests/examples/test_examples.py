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


def test_six_of_the_curated_rows_have_a_mistake() -> None:
    report = rt.validate(EXAMPLES / "curated.csv", sources=EXAMPLES / "sources")
    assert [(f.place.row, f.code) for f in report.findings] == [
        (2, "U003"),
        (3, "E004"),
        (4, "E006"),
        (6, "R002"),
        (7, "U004"),
        (8, "M001"),
    ]


@pytest.mark.parametrize("name", ["targets.csv", "growth_targets.csv", "growth_outcomes.csv"])
def test_the_tables_of_real_figures_are_clean(name: str) -> None:
    report = rt.validate(EXAMPLES / name)
    assert [str(finding) for finding in report.findings] == []


def test_what_ten_provinces_aimed_at_is_compared_with_what_they_reached() -> None:
    targets, outcomes = (rt.load(EXAMPLES / f"growth_{n}.csv") for n in ("targets", "outcomes"))
    assert rt.compare(targets, outcomes, tolerance="0.5").counts == {"met": 5, "missed": 15}


NOTEBOOKS = sorted(EXAMPLES.glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_every_notebook_holds_its_outputs(path: Path) -> None:
    cells = nbformat.read(path, as_version=4).cells  # type: ignore[no-untyped-call]
    numbers = [cell.execution_count for cell in cells if cell.cell_type == "code"]
    assert numbers == list(range(1, len(numbers) + 1))
    assert sum(bool(cell.outputs) for cell in cells if cell.cell_type == "code") > 4
    assert path.stat().st_size < 400_000


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
@pytest.mark.filterwarnings("default")
def test_every_notebook_runs(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": EXAMPLES}}).execute()
