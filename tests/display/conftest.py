"""What the tests of pictures share: a small dataset, and HTML read back by a parser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest

from regiontargets.findings import Finding, Place
from regiontargets.model import (
    Amount,
    Dataset,
    Evidence,
    Mentions,
    Metric,
    Observation,
    Period,
    Quote,
    Records,
    Region,
    Source,
    Target,
)

TEXT = 'Hubei aims for growth of about 7% in 2022.\nIt grew by 4.3% in 2022. "We tried," said Li.'

HUBEI = Region(code="CN-HB", name="Hubei", level="province")
GROWTH = Metric(
    code="gdp_growth", name="GDP growth", unit="percent", kind="growth", direction="higher"
)

_EMPTY_TAGS = {"meta", "br", "input", "col"}


def words(exact: str, after: int = 0) -> Evidence:
    start = TEXT.index(exact, after)
    return Evidence(source="s", start=start, end=start + len(exact), exact=exact)


@pytest.fixture
def small_dataset() -> Dataset:
    target = Target(
        id="t",
        region=HUBEI,
        metric=GROWTH,
        amount=Amount(comparator="about", value=7, unit="percent", text="about 7%"),
        period=Period.of_year(2022),
        evidence=words("Hubei aims for growth of about 7% in 2022"),
        mentions=Mentions(
            region=words("Hubei"),
            metric=words("growth"),
            amount=words("about 7%"),
            period=words("in 2022"),
        ),
    )
    outcome = Observation(
        id="o",
        region=HUBEI,
        metric=GROWTH,
        amount=Amount(value="4.3", unit="percent"),
        period=Period.of_year(2022),
        evidence=words("It grew by 4.3% in 2022"),
        mentions=Mentions(amount=words("by 4.3%")),
    )
    quote = Quote(id="q", text='"We tried,"', speaker="Li", evidence=words('"We tried,"'))
    return Dataset(
        targets=Records([target]),
        observations=Records([outcome]),
        quotes=Records([quote]),
        sources=Records([Source(id="s", title="Growth", language="en", text=TEXT)]),
        findings=(Finding("U006", "number without a unit", place=Place("a.md", 3, 1)),),
    )


@dataclass
class Element:
    """An element as it was opened."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Parsed:
    """The elements of some HTML in order, and all text outside of style and script."""

    elements: list[Element] = field(default_factory=list[Element])
    text: str = ""

    def having(self, name: str) -> list[str]:
        """The values of an attribute, in order."""
        return [each.attributes[name] for each in self.elements if name in each.attributes]

    def tags(self, tag: str, **attributes: str) -> list[Element]:
        """The elements of a tag that have these attributes."""
        wanted = {name.strip("_"): value for name, value in attributes.items()}.items()
        return [
            each for each in self.elements if each.tag == tag and wanted <= each.attributes.items()
        ]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = Parsed()
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.found.elements.append(element)
        if tag not in _EMPTY_TAGS:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for each in self.open:
            each.text += data
        if not {"style", "script"} & {each.tag for each in self.open}:
            self.found.text += data


def _parsed(html: str) -> Parsed:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == [], "an element is not closed"
    return reader.found


@pytest.fixture
def read_html() -> Callable[[str], Parsed]:
    """Reads HTML strictly: every element is closed, in order."""
    return _parsed


@pytest.fixture
def hostile() -> str:
    """A text that tries to leave its element, to run, and to turn the direction of writing."""
    return """</td></mark><script>alert(1)</script>" onmouseover='x' \u202e\x00\x1b[31m&lt;"""
