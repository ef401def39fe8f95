"""How objects show themselves in a notebook."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Protocol

import pytest

from regiontargets.documents import AnnotatedDocument, SourceMap, Span
from regiontargets.errors import LookupFailed
from regiontargets.findings import Finding, Place
from regiontargets.model import (
    Amount,
    Dataset,
    Evidence,
    Metric,
    Observation,
    Period,
    Quote,
    Records,
    Region,
    Source,
    Target,
)

if TYPE_CHECKING:
    from .conftest import Parsed

ReadHtml = Callable[[str], "Parsed"]


class Shown(Protocol):
    def _repr_html_(self) -> str: ...


def without_style(item: Shown) -> str:
    return re.sub(r"<style>.*?</style>", "", item._repr_html_(), flags=re.DOTALL)


def test_a_dataset(small_dataset: Dataset) -> None:
    html = without_style(small_dataset.model_copy(update={"findings": ()}))
    head = (
        '<thead><tr><th scope="col">Region</th><th scope="col">Metric</th>'
        '<th scope="col">Amount</th><th scope="col">When</th><th scope="col">Stated as</th>'
        "</tr></thead>"
    )
    row = (
        '<tbody><tr><th scope="row" data-label="Region">Hubei</th>'
        '<td data-label="Metric">GDP growth</td><td data-label="Amount">{}</td>'
        '<td data-label="When">2022</td><td data-label="Stated as" lang="en"><q>{}</q></td>'
        "</tr></tbody></table>"
    )
    assert html == (
        '<div class="rt-display"><p><strong>1 target, 1 observation, 1 quote from 1 source'
        "</strong></p><table><caption>1 target</caption>"
        + head
        + row.format("about 7%", "Hubei aims for growth of about 7% in 2022")
        + "<table><caption>1 observation</caption>"
        + head
        + row.format("4.3%", "It grew by 4.3% in 2022")
        + "</div>"
    )


def test_a_datasets_findings(small_dataset: Dataset, read_html: ReadHtml) -> None:
    assert "number without a unit" in read_html(small_dataset._repr_html_()).text


def test_a_highlighted_source(small_dataset: Dataset) -> None:
    html = without_style(small_dataset.highlight())
    target = "target: Hubei, GDP growth: about 7%, 2022"
    assert html.partition('<div class="rt-text" lang="en">')[2] == (
        f'<mark class="rt-target" title="{target}">'
        '<mark class="rt-region" title="region: Hubei (CN-HB)">Hubei</mark> aims for '
        '<mark class="rt-metric" title="metric: GDP growth (gdp_growth, %)">growth</mark> of '
        '<mark class="rt-amount" title="amount: about 7%">about 7%</mark> '
        '<mark class="rt-period" title="period: 2022">in 2022</mark></mark>.\n'
        '<mark class="rt-observation" title="observation: Hubei, GDP growth: 4.3%, 2022">It grew '
        '<mark class="rt-amount" title="amount: 4.3%">by 4.3%</mark> in 2022</mark>. '
        '<mark class="rt-quote" title="quote: Li">&quot;We tried,&quot;</mark> said Li.</div></div>'
    )


def test_words_that_have_moved_are_not_marked(small_dataset: Dataset) -> None:
    (source,) = small_dataset.sources
    edited = source.model_copy(update={"text": "In short: " + str(source.text)})
    moved = small_dataset.model_copy(update={"sources": Records([edited])})
    assert "<mark" not in moved.highlight().html


def test_a_source_is_named_where_there_are_several(small_dataset: Dataset) -> None:
    both = small_dataset + Dataset(sources=Records([Source(id="z", text="Nothing.")]))
    assert "Nothing." in both.highlight("z").html
    assert "Nothing." in both.highlight(both.sources[1]).html
    with pytest.raises(LookupFailed, match="name the source"):
        both.highlight()
    with pytest.raises(LookupFailed, match="no source 'x'"):
        both.highlight("x")


def test_a_document_shows_labels_readings_and_findings() -> None:
    text = "Grow 5.5% in 2022."
    document = AnnotatedDocument(
        text,
        spans=(
            Span("1", "Amount", ((5, 9),)),
            Span("2", "Vague", ((0, 4), (10, 12)), {"sure": "no"}),
        ),
        findings=(Finding("F001", "odd", "warning", Place("a.md", 1, 14, 1, 18)),),
        source_map=SourceMap("a.md", text),
    )
    assert (
        without_style(document)
        .partition('<div class="rt-text">')[2]
        .startswith(
            '<mark class="rt-other" title="Vague · sure=no">Grow</mark> '
            '<mark class="rt-amount" title="Amount: 5.5%">5.5%</mark> '
            '<mark class="rt-other" title="Vague · sure=no">in</mark> '
            '<mark class="rt-warning" title="F001: odd">2022</mark>.</div>'
        )
    )


def test_an_amount() -> None:
    amount = Amount(comparator="at_least", value=5, unit="percent", text="5%以上")
    assert without_style(amount) == (
        '<div class="rt-display"><table class="rt-card"><caption>Amount: at least 5%</caption>'
        '<tbody><tr><th scope="row">comparator</th><td>at least</td></tr>'
        '<tr><th scope="row">value</th><td>5</td></tr>'
        '<tr><th scope="row">unit</th><td>percent</td></tr>'
        '<tr><th scope="row">stated as</th><td>5%以上</td></tr></tbody></table></div>'
    )


def every_type(words: str) -> Iterator[Shown]:
    """One object of each type with some words wherever it may have words."""
    region = Region(code="X", name=words, names={"en": words}, members=(words,))
    metric = Metric(code="m", name=words, unit="percent", kind="share", definition=words)
    evidence = Evidence(source="s", start=0, end=len(words), exact=words, prefix=words)
    fields = {"region": region, "metric": metric, "evidence": evidence, "extra": {words: words}}
    target = Target.model_validate({"id": words, "issuer": words, **fields})
    observation = Observation.model_validate({"id": "o" + words, **fields})
    unread = Target.model_validate({"id": "u", "unread": {"amount": words, "period": words}})
    quote = Quote(id="q", text=words, speaker=words, evidence=evidence)
    source = Source(id="s", title=words, text=words, language=words, path=words, url=words)
    finding = Finding(words, words, place=Place(words, 1, 1), text=words, reason=words)
    dataset = Dataset(
        targets=Records([target, unread]),
        observations=Records([observation]),
        quotes=Records([quote]),
        sources=Records([source]),
        findings=(finding,),
    )
    yield from (region, metric, target, observation, unread, quote, source, dataset)
    yield from (dataset.targets, dataset.regions, dataset.sources, dataset.highlight())
    yield Amount(value=1, text=words)
    yield Period.of_year(2022, text=words)
    span = Span("1", words, ((0, 5),), {words: words})
    yield AnnotatedDocument(words, spans=(span,), metadata={"title": words, "language": words})


def test_every_type_shows_hostile_words_as_they_are(hostile: str, read_html: ReadHtml) -> None:
    for item in every_type(hostile):
        html = item._repr_html_()
        found = read_html(html)
        assert not {"script", "img"} & {each.tag for each in found.elements}, type(item)
        assert not any(name.startswith("on") for e in found.elements for name in e.attributes)
        assert not re.search(r"[\u202e\x00\x1b]", html)
        assert "<script>alert(1)</script>" in found.text


def test_outputs_cannot_clash_and_fetch_nothing(read_html: ReadHtml) -> None:
    for item in every_type("Hubei"):
        found = read_html(item._repr_html_())
        assert found.having("id") == found.having("src") == found.having("href") == []
        assert "url(" not in item._repr_html_()
        assert "@import" not in item._repr_html_()


def test_tables_have_heads(small_dataset: Dataset, read_html: ReadHtml) -> None:
    found = read_html(small_dataset._repr_html_())
    assert {each.attributes.get("scope") for each in found.tags("th")} == {"col", "row"}


def test_large_data_stays_small(small_dataset: Dataset, read_html: ReadHtml) -> None:
    (target,) = small_dataset.targets
    many = Records(target.model_copy(update={"id": f"t{n}"}) for n in range(10_000))
    dataset = small_dataset.model_copy(update={"targets": many})
    for item in (dataset, many):
        text = read_html(item._repr_html_()).text
        assert "10,000 targets" in text
        assert "… and 9,980 more." in text
        assert len(item._repr_html_()) < 20_000
    source = Source(id="s", text="long " * 100_000)
    assert "more characters" in source._repr_html_()
    assert len(source._repr_html_()) < 80_000


def test_no_records() -> None:
    assert "0 items" in Records[Target]()._repr_html_()
    assert "0 targets" in Dataset()._repr_html_()
