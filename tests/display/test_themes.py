"""Colours that can be read, and the theme of whatever shows an output."""

from __future__ import annotations

import re

import pytest

from regiontargets.model import Amount
from regiontargets.reports.html import fragment
from regiontargets.validators import Report

STYLES = {
    name: html.partition("<style>")[2].partition("</style>")[0]
    for name, html in (
        ("display", Amount(value=1)._repr_html_()),
        ("report", fragment(Report())),
    )
}
HOSTS = re.compile(r":is\((.+)\) \.rt-(?:display|report) { color-scheme: (light|dark); }")


def luminance(colour: str) -> float:
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colours(style: str, theme: int) -> dict[str, str]:
    pairs = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", STYLES[style])
    return {name: values[theme] for name, *values in pairs}


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_colours_can_be_read(theme: int) -> None:
    """By WCAG 2.2: 4.5 for text on its ground, 3 for lines that tell marks apart."""
    own = colours("display", theme)
    for ground in ("paper", "region", "metric", "amount", "period", "quote", "other"):
        for ink in ("ink", "faint", "link", "error", "warning", "note", "metric-line"):
            assert contrast(own[ink], own[ground]) >= 4.5, f"{ink} on {ground}"
    for line in ("target", "observation", "region-line", "amount-line", "period-line"):
        assert contrast(own[line], own["paper"]) >= 3, line


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_reports_can_be_read(theme: int) -> None:
    own = colours("report", theme)
    assert contrast(own["ink"], own["code"]) >= 4.5
    for ink in ("ink", "faint", "error", "warning", "note"):
        assert contrast(own[ink], own["paper"]) >= 4.5, ink


@pytest.mark.parametrize("style", STYLES)
def test_the_theme_is_the_hosts(style: str) -> None:
    """A light notebook on a dark desktop is light: the desktop's scheme is not asked."""
    assert "prefers-color-scheme" not in STYLES[style]
    hosts = {scheme: marks for marks, scheme in HOSTS.findall(STYLES[style])}
    assert {'[data-jp-theme-light="true"]', ".vscode-light"} <= {*hosts["light"].split(", ")}
    assert {'[data-jp-theme-light="false"]', ".vscode-dark"} <= {*hosts["dark"].split(", ")}
    own = re.search(rf"^\.rt-{style} {{[^}}]*}}", STYLES[style], re.MULTILINE)
    assert own is not None
    assert "color-scheme" not in own[0]
