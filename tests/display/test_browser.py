"""The page in a real browser, where one is installed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from regiontargets.display import report_page
from regiontargets.findings import Excerpt, Finding, Place
from regiontargets.model import Amount, Dataset, Records, Source

if TYPE_CHECKING:
    from .conftest import Parsed

ReadHtml = Callable[[str], "Parsed"]
Browse = Callable[[str], "Parsed"]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
DARK_DESKTOP = "--blink-settings=preferredColorScheme=0"

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")

ACT = """<script>
document.querySelectorAll("#targets thead th")[COLUMN].querySelector("button").click();
{
  const form = document.querySelector("form");
  form.elements.words.value = "WORDS";
  form.dispatchEvent(new Event("input"));
}
</script></body>"""


@pytest.fixture
def browse(tmp_path: Path, read_html: ReadHtml) -> Browse:
    """Opens a page and reads what the browser has made of it."""

    def opened(page: str) -> Parsed:
        file = tmp_path / "page.html"
        file.write_text(page, encoding="utf-8")
        command = [
            str(CHROMIUM),
            *QUIET,
            DARK_DESKTOP,
            f"--user-data-dir={tmp_path / 'profile'}",
            "--virtual-time-budget=2000",
            "--dump-dom",
            file.as_uri(),
        ]
        ran = subprocess.run(command, capture_output=True, check=True, timeout=120)
        return read_html(ran.stdout.decode())

    return opened


TELL = """<script>
document.body.append(getComputedStyle(document.querySelector(".rt-display")).backgroundColor);
</script>"""


@pytest.mark.parametrize(
    ("host", "paper"),
    [
        ("", "rgb(255, 255, 255)"),
        ('data-jp-theme-light="true"', "rgb(255, 255, 255)"),
        ('data-jp-theme-light="false"', "rgb(17, 20, 24)"),
        ('class="vscode-dark"', "rgb(17, 20, 24)"),
        ('style="color-scheme: dark"', "rgb(17, 20, 24)"),
    ],
)
def test_an_output_on_a_dark_desktop_has_its_notebooks_theme(
    small_dataset: Dataset, browse: Browse, host: str, paper: str
) -> None:
    page = f"<!doctype html><body {host}>{small_dataset._repr_html_()}{TELL}</body>"
    assert paper in browse(page).text


NOTEBOOK = """<!doctype html><style>
:not(.jp-RenderedMarkdown).jp-RenderedHTMLCommon td { text-align: right; }
.jp-RenderedHTMLCommon table { table-layout: fixed; }
.jp-RenderedHTMLCommon tbody tr:nth-child(odd) { background: #f00; }
</style><body class="jp-RenderedHTMLCommon">"""

ASK = """<script>
const style = (query) => getComputedStyle(document.querySelector(query));
document.body.append(
  style("td").textAlign, " ", style("table").tableLayout, " ", style("tbody tr").backgroundColor,
  " ", style(".rt-report mark").backgroundColor,
);
</script></body>"""


def test_outputs_keep_their_looks_among_a_notebooks_own(
    small_dataset: Dataset, browse: Browse
) -> None:
    """Of its own tables, and of outputs before and after them."""
    place = Place("a.md", 3, 3, 3, 5)
    finding = Finding("U001", "odd", place=place, excerpt=Excerpt("a 5 b"))
    dataset = small_dataset.model_copy(update={"findings": (finding,)})
    page = NOTEBOOK + dataset._repr_html_() + dataset.targets._repr_html_() + ASK
    assert "left auto rgba(0, 0, 0, 0) rgb(255, 224, 138)" in browse(page).text


def three_targets(dataset: Dataset) -> Dataset:
    (target,) = dataset.targets
    targets = [
        target.replace(id=name, amount=Amount(comparator="about", value=value, unit="percent"))
        for name, value in (("a", 10), ("b", 9), ("c", 100))
    ]
    return dataset.model_copy(update={"targets": Records(targets)})


def acted(page: str, column: int, words: str) -> str:
    script = ACT.replace("COLUMN", str(column)).replace("WORDS", words)
    return page.replace("</body>", script)


def test_rows_are_sorted_and_filtered(small_dataset: Dataset, browse: Browse) -> None:
    page = report_page(three_targets(small_dataset))
    found = browse(acted(page, 3, "about 10"))
    rows = [each for each in found.tags("tr") if each.attributes.get("id", "").startswith("T")]
    assert [each.attributes["id"] for each in rows] == ["T2", "T1", "T3"]
    assert [each.attributes["id"] for each in rows if "hidden" in each.attributes] == ["T2"]
    assert [each.text for each in found.tags("output")] == ["2 of 3 targets shown"]
    assert [each.text for each in found.tags("th", **{"aria-sort": "ascending"})] == ["Amount"]


def test_a_hostile_text_runs_nothing(small_dataset: Dataset, browse: Browse) -> None:
    attack = "<script>document.title = 'run'</script><img src=x onerror=\"document.title='run'\">"
    source = Source(id="s", title="safe", text=attack)
    found = browse(report_page(small_dataset.model_copy(update={"sources": Records([source])})))
    assert [each.text for each in found.tags("title")] == ["safe"]
    assert found.tags("img") == []
    assert attack in found.text
