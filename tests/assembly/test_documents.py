from datetime import date
from decimal import Decimal

from regiontargets.assembly import LabelMap, assemble
from regiontargets.catalog import metrics, regions
from regiontargets.documents import AnnotatedDocument, Link, Span
from regiontargets.findings import Finding
from regiontargets.loaders import InputFile, markdown
from regiontargets.model import Amount, Baseline, Dataset, Period


def dataset(*documents: AnnotatedDocument) -> Dataset:
    return assemble(
        [(document, f"doc{number}.txt") for number, document in enumerate(documents)],
        labels=LabelMap.default(),
        regions=regions,
        metrics=metrics,
    )


def native(text: str, front: str = "published: 2022-02-17\n") -> Dataset:
    file = InputFile("a.md", f"---\n{front}---\n{text}".encode())
    return assemble(
        [(document, "a.md") for document in markdown.read(file)],
        labels=LabelMap.default(),
        regions=regions,
        metrics=metrics,
    )


def marked(text: str, *marks: tuple[str, str], links: tuple[Link, ...] = ()) -> AnnotatedDocument:
    """A document in which each (label, words) marks the first such words; ids are T1, T2 …"""
    spans = []
    for number, (label, words) in enumerate(marks, start=1):
        start = text.index(words)
        spans.append(Span(f"T{number}", label, ((start, start + len(words)),)))
    return AnnotatedDocument(text, tuple(spans), links, {"published": date(2022, 2, 17)})


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


def test_a_leaf_belongs_to_the_innermost_record() -> None:
    ds = native(
        "[[Hubei]{.region code=CN-HB} saw [GDP]{.metric code=gdp_growth} of [7%]{.amount}, and "
        "[[Hunan]{.region code=CN-HN} aims at [6%]{.amount}]{.target metric=gdp_growth}]"
        "{.observation period=2021}"
    )
    assert str(ds.targets[0].region) == "Hunan (CN-HN)"
    assert str(ds.observations[0].region) == "Hubei (CN-HB)"
    assert ds.observations[0].amount == Amount(value=7, unit="percent")
    assert ds.findings == ()


def test_a_reference_wins_over_what_stands_within() -> None:
    ds = native(
        "[Hubei]{.region #hb code=CN-HB} … [[Hunan]{.region code=CN-HN} [7%]{.amount}]"
        "{.target region=#hb metric=gdp_growth period=2022}"
    )
    assert str(ds.targets[0].region) == "Hubei (CN-HB)"


def test_literals_are_read_like_words() -> None:
    ds = native(
        '[x]{.target region=CN-HB metric=gdp_growth amount="about 7%" period="by 2025" '
        "baseline=2020 issuer=Hubei announced=2022-01-20 commitment=expected "
        "aggregation=annual_average}"
    )
    (target,) = ds.targets
    assert target.amount == Amount(comparator="about", value=7, unit="percent")
    assert target.period == Period.by_year(2025)
    assert target.baseline == Baseline(period=Period.of_year(2020))
    assert target.announced == date(2022, 1, 20)
    assert (target.commitment, target.aggregation) == ("expected", "annual_average")


def test_what_cannot_be_read_is_kept_as_words() -> None:
    ds = native(
        "[[Atlantis]{.region} [zillions]{.amount} [sometime]{.period}]"
        "{.target metric=no_such_metric}"
    )
    assert dict(ds.targets[0].unread) == {
        "region": "Atlantis",
        "metric": "no_such_metric",
        "amount": "zillions",
        "period": "sometime",
    }


def test_values_outside_their_codelist_are_found_at_their_place() -> None:
    ds = native(
        "[[7%]{.amount}]{.target change=rise commitment=firm announced=soon metric=gdp_growth}"
    )
    assert codes(ds.findings) == ["F123", "F123", "F123"]
    place = ds.findings[0].place
    assert (place.line, place.column, ds.findings[0].text) == (4, 32, "rise")


def test_a_reference_to_another_kind_is_found() -> None:
    ds = native("[GDP]{.metric #m code=gdp} [[7%]{.amount}]{.target region=#m metric=#m}")
    assert codes(ds.findings) == ["F122"]


def test_growth_said_two_ways_is_one_thing() -> None:
    ds = native(
        "[[GDP]{.metric code=gdp} up [5%]{.amount}]{.target change=growth region=CN-HB period=2022}"
        "[[GDP growth]{.metric code=gdp_growth} [5%]{.amount}]{.target region=CN-HB period=2022}"
        "[[GDP]{.metric code=gdp} down [5%]{.amount}]"
        "{.observation change=decline region=CN-HB period=2022}"
    )
    one, two = ds.targets
    assert one.metric == two.metric == metrics["gdp_growth"]
    assert one.change == two.change == "level"
    fallen = ds.observations[0]
    assert fallen.amount is not None
    assert fallen.amount.value == Decimal(-5)
    assert one.verdict(fallen) == "missed"


def test_the_record_says_what_its_amount_is_where_the_amount_does_not() -> None:
    ds = native(
        "[[GDP]{.metric} is to grow [9 percent]{.amount}]{.target region=CN-HI}\n\n"
        "[to raise [forest coverage]{.metric} by [1 percentage point]{.amount}]{.target}\n\n"
        "[[forest coverage]{.metric} of [60 percent]{.amount}]{.target}\n\n"
        "[to raise [forest coverage]{.metric} to [60 percent]{.amount}]{.target}"
    )
    assert [(target.metric and target.metric.code, target.change) for target in ds.targets] == [
        ("gdp_growth", "level"),
        ("forest_coverage_rate", "increase"),
        ("forest_coverage_rate", "level"),
        ("forest_coverage_rate", "level"),
    ]


def test_the_name_of_a_growth_rate_says_nothing_of_its_amount() -> None:
    ds = native(
        "[[Hubei]{.region} aims for [GDP growth]{.metric} of [7 percentage points]{.amount}, a "
        "[slowdown of [GDP growth]{.metric} by [0.5 percentage points]{.amount}]"
        "{.target region=CN-HN}]{.target period=2022}"
    )
    assert [each.change for each in ds.targets] == ["level", "decrease"]


def test_a_bare_count_takes_its_metrics_unit() -> None:
    ds = native("[[400]{.amount} [SMEs]{.metric code=specialized_innovative_smes}]{.target}")
    assert ds.targets[0].amount == Amount(value=400, unit="enterprise")
    bare = native("[[2.5]{.amount} [x]{.metric code=rd_intensity}]{.target}")
    assert bare.targets[0].amount == Amount(value="2.5")


def test_the_articles_region_decides_between_namesakes() -> None:
    text = (
        "[江苏省]{.region}。[[苏州]{.region}[7%]{.amount}]{.target metric=gdp_growth period=2022}"
    )
    assert native(text).targets[0].region == regions["320500"]
    latin = (
        "[Anhui]{.region code=CN-AH}: [[Suzhou]{.region} [7%]{.amount}]{.target metric=gdp_growth}"
    )
    assert native(latin).targets[0].region == regions["341300"]
    alone = "[[Suzhou]{.region} [7%]{.amount}]{.target metric=gdp_growth}"
    assert native(alone).targets[0].unread == {"region": "Suzhou"}


def test_supersedes_names_a_record_of_the_same_file() -> None:
    ds = native("[[5%]{.amount}]{.target #old} [[6%]{.amount}]{.target #new supersedes=#old}")
    assert ds.targets[1].supersedes == ds.targets[0].id == "a#old"


def test_the_words_say_how_years_are_taken_together() -> None:
    ds = native(
        "[“十四五”时期[生产总值]{.metric}年均增长[6%]{.amount}]{.target period=2021-2025}"
        "[累计新增[60万人]{.amount}]{.target} [到2025年[60%]{.amount}]{.target}"
        "[年均[6%]{.amount}]{.target aggregation=every_year}"
    )
    assert [target.aggregation for target in ds.targets] == [
        *("annual_average", "cumulative", "at_end", "every_year"),
    ]


def test_an_event_is_a_record() -> None:
    doc = marked(
        "Hubei plans GDP growth of 7% in 2022.",
        ("Target", "plans"),
        ("Region", "Hubei"),
        ("Metric", "GDP growth"),
        ("Amount", "7%"),
        ("Year", "2022"),
        links=(
            Link(
                "E1",
                "Target",
                (
                    ("trigger", "T1"),
                    ("Region", "T2"),
                    ("Metric", "T3"),
                    ("Value", "T4"),
                    ("Year", "T5"),
                ),
            ),
        ),
    )
    ds = dataset(doc)
    (target,) = ds.targets
    assert str(target) == "Hubei: GDP growth 7%, 2022"
    assert not target.inferred
    assert ds.findings == ()


def test_relations_between_mentions_make_records() -> None:
    doc = marked(
        "Hubei and Hunan aim at GDP growth of 7% and 6%.",
        ("GPE", "Hubei"),
        ("GPE", "Hunan"),
        ("Indicator", "GDP growth"),
        ("Value", "7%"),
        ("Value", "6%"),
        links=(
            Link("R1", "of", (("Arg1", "T4"), ("Arg2", "T3"))),
            Link("R2", "of", (("Arg1", "T5"), ("Arg2", "T3"))),
            Link("R3", "in", (("Arg1", "T4"), ("Arg2", "T1"))),
            Link("R4", "in", (("Arg1", "T5"), ("Arg2", "T2"))),
        ),
    )
    rows = [(str(t.region), str(t.amount), t.inferred) for t in dataset(doc).targets]
    assert rows == [("Hubei (CN-HB)", "7%", True), ("Hunan (CN-HN)", "6%", True)]


def test_a_sentence_makes_a_record_where_nothing_else_does_and_says_so() -> None:
    doc = marked(
        "In 2021 Hubei did well. Hunan aims at GDP growth of 6% in 2022.",
        ("GPE", "Hubei"),
        ("GPE", "Hunan"),
        ("Indicator", "GDP growth"),
        ("Value", "6%"),
        ("Date", "2022"),
    )
    ds = dataset(doc)
    (target,) = ds.targets
    assert str(target) == "Hunan: GDP growth 6%, 2022"
    assert target.inferred
    assert codes(ds.findings) == ["F125"]


def test_an_amount_of_no_record_is_told() -> None:
    ds = native("[[5%]{.amount}]{.target metric=gdp_growth} and [6%]{.amount}")
    assert codes(ds.findings) == ["F121"]


def test_a_second_mention_of_a_field_is_told() -> None:
    ds = native("[[5%]{.amount} or [6%]{.amount}]{.target metric=gdp_growth}")
    assert codes(ds.findings) == ["F120"]
    assert ds.targets[0].amount == Amount(value=5, unit="percent")


def test_an_unmapped_label_is_a_note_with_a_suggestion() -> None:
    (finding,) = dataset(marked("Hubei", ("Regoin", "Hubei"))).findings
    assert (finding.code, finding.severity) == ("F124", "note")
    assert finding.suggestion.endswith("It may mean 'region'.")


def test_sources_have_ids_of_their_own() -> None:
    doc = AnnotatedDocument("x")
    same = assemble(
        [(doc, "a/x.md"), (doc, "b/x.md"), (doc, "b/x.md"), (doc, None), (doc, None)],
        labels=LabelMap.default(),
        regions=regions,
        metrics=metrics,
    )
    assert [s.id for s in same.sources] == ["x", "b/x", "x-2", "input", "input-2"]


def test_a_quote_finds_its_speaker_by_reference_link_or_literal() -> None:
    ds = native(
        '["a"]{.quote speaker=#s} ["b"]{.quote speaker="the governor" .indirect} '
        "[Wei]{.speaker #s role=mayor}"
    )
    assert [(q.speaker, q.role, q.direct) for q in ds.quotes] == [
        ("Wei", "mayor", True),
        ("the governor", None, False),
    ]
    linked = marked(
        "“a” said B",
        ("Quote", "“a”"),
        ("Person", "B"),
        links=(Link("R", "said by", (("q", "T1"), ("s", "T2"))),),
    )
    assert dataset(linked).quotes[0].speaker == "B"


def test_discontinuous_evidence_keeps_its_fragments() -> None:
    doc = AnnotatedDocument(
        "grew 5 or 6 percent",
        (Span("T1", "Observation", ((0, 19),)), Span("T2", "Amount", ((5, 6), (12, 19)))),
    )
    evidence = dataset(doc).observations[0].mentions.amount
    assert evidence is not None
    assert (evidence.exact, evidence.fragments) == ("5 percent", ((5, 6), (12, 19)))
    assert dataset(doc).observations[0].amount == Amount(value=5, unit="percent")
