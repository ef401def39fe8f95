"""Rebuild the tables of docs/metrics.md from the metric catalog.

python update/metrics_page.py
"""

from __future__ import annotations

from pathlib import Path

from regiontargets.catalog.metrics import metrics
from regiontargets.model import Metric

PAGE = Path(__file__).parents[1] / "docs/metrics.md"

MARK = "<!-- What follows is written by update/metrics_page.py. -->\n"


def page() -> str:
    """The text of the page: what people wrote above the mark, and a table for each theme."""
    head = PAGE.read_text(encoding="utf-8").partition(MARK)[0]
    return "\n".join([head + MARK, *(section(theme) for theme in metrics.by_theme())])


def section(theme: str) -> str:
    """The table of a theme."""
    rows = [row(each) for each in metrics.by_theme()[theme] if not derived(each)]
    head = "| code | name | unit | what it measures |\n|---|---|---|---|"
    return "\n".join([f"## {theme}", "", head, *rows, ""])


def row(metric: Metric) -> str:
    """One line of a table."""
    code = f"`{metric.code}`"
    if metric.growth is not None:
        code += f"<br>`{metric.growth}`"
    chinese = metric.names.get("zh", "")
    elsewhere = "".join(f" {scheme} {each}." for scheme, each in metric.external.items())
    about = f"{metric.definition} *{metric.source}.*{elsewhere}"
    cells = (code, f"{metric.name}<br>{chinese}", f"`{metric.unit}`", about)
    return f"| {' | '.join(each.replace('|', '&#124;') for each in cells)} |"


def derived(metric: Metric) -> bool:
    """Whether it stands beside what grows."""
    return metrics.entries[metric.code].derived


def main() -> None:
    """Write the page anew below the mark."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
