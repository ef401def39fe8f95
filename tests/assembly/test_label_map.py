from pathlib import Path

import pytest

from regiontargets.assembly import LabelMap, draft_label_map
from regiontargets.assembly.label_map import fold
from regiontargets.documents import AnnotatedDocument, Link, Span
from regiontargets.errors import LoadError

DEFAULT = LabelMap.default()


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("region", "region"),
        ("Regions", "region"),
        ("GPE", "region"),
        ("KPI", "metric"),
        ("Indicators", "metric"),
        ("指标", "metric"),
        ("TargetYear", "period"),
        ("target_year", "period"),
        ("Quantities", "amount"),
        ("目标", "target"),
        ("Outcome", "observation"),
        ("Blank", None),
        ("", None),
    ],
)
def test_obvious_labels_have_roles(label: str, role: str | None) -> None:
    assert DEFAULT.role(label) == role


def test_numbered_arguments_fill_the_same_field() -> None:
    assert DEFAULT.link("Metric2") == "metric"
    assert DEFAULT.link("locatedIn") == "region"
    assert DEFAULT.link("Arg1") is None


def test_a_users_map_wins(tmp_path: Path) -> None:
    path = tmp_path / "labels.toml"
    path.write_text('[labels]\nignore = ["Person"]\nmetric = ["Topic"]\n', encoding="utf-8")
    labels = LabelMap.load(path)
    assert labels.role("PERSON") == "ignore"
    assert labels.role("Topic") == "metric"
    assert labels.role("GPE") == "region"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[labels", "cannot read the label map"),
        ("[label]\nregion = []", r"unknown section \[label\]"),
        ('[labels]\nplace = ["GPE"]', r"\[labels\] knows no 'place'"),
        ("labels = 3", r"\[labels\] is not a table"),
        ('[attributes]\nfoo = ["bar"]', r"\[attributes\] knows no 'foo'"),
    ],
)
def test_a_bad_map_is_one_clear_message(text: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "labels.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LoadError, match=reason):
        LabelMap.load(path)


def test_an_unknown_label_is_answered_with_the_nearest() -> None:
    assert DEFAULT.nearest("Indicater") == "indicator"
    assert DEFAULT.nearest("zzz") is None


def test_folding_keeps_words() -> None:
    assert fold("TargetValue") == fold("target-value") == "target value"


def test_a_corpus_drafts_its_own_map() -> None:
    doc = AnnotatedDocument(
        "Hubei 5%",
        (Span("T1", "Province", ((0, 5),), {"kb_id": "x"}), Span("T2", "Zahl", ((6, 8),))),
        (Link("R1", "of", (("Arg1", "T2"), ("Arg2", "T1"))),),
    )
    assert draft_label_map([doc, doc], DEFAULT).splitlines()[1:] == [
        "[labels]",
        'region = ["Province"]  # 2',
        'ignore = ["Zahl"]  # 2',
        "[attributes]",
        'code = ["kb_id"]  # 2',
        "[links]",
        'metric = ["of"]  # 2',
    ]
