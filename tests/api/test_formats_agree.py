"""One article in every format that can be written is one dataset."""

from pathlib import Path

import pytest

import regiontargets as rt
from regiontargets import api
from regiontargets.loaders import InputFile, WritableFormat, formats

EXAMPLES = Path(__file__).parents[2] / "examples"
WRITABLE = [name for name, each in formats().items() if isinstance(each, WritableFormat)]


def without_ids(dataset: rt.Dataset) -> list[object]:
    """All that the dataset states; formats number spans each in their own way."""
    records = [
        record.replace(id="-", evidence=None, mentions=type(record.mentions)())
        for record in dataset.records
    ]
    words = [(r.evidence.span, r.evidence.exact) for r in dataset.records if r.evidence]
    quotes = [(q.text, q.speaker, q.role, q.affiliation, q.direct) for q in dataset.quotes]
    sources = [s.model_copy(update={"id": "-", "path": None}) for s in dataset.sources]
    return [records, words, quotes, sources]


@pytest.mark.parametrize("article", ["article.md", "article.zh.md"])
@pytest.mark.parametrize("name", WRITABLE)
def test_the_article_is_the_same_dataset(name: str, article: str, tmp_path: Path) -> None:
    document = rt.read(EXAMPLES / article)
    suffix = formats()[name].SUFFIXES[0]
    path = tmp_path / f"article{suffix}"
    rt.write(document, path, format=name)
    again = rt.load(path, format=name)
    assert without_ids(again) == without_ids(rt.load(EXAMPLES / article))


@pytest.mark.parametrize("name", WRITABLE)
def test_what_is_written_is_recognised(name: str, tmp_path: Path) -> None:
    document = rt.read(EXAMPLES / "article.md")
    path = tmp_path / f"article{formats()[name].SUFFIXES[0]}"
    rt.write(document, path, format=name)
    assert api.recognised_format(path) == name


def test_a_folder_of_mixed_formats_is_one_dataset(tmp_path: Path) -> None:
    document = rt.read(EXAMPLES / "article.md")
    for name in WRITABLE:
        folder = tmp_path / name
        folder.mkdir()
        rt.write(document, folder / f"article{formats()[name].SUFFIXES[0]}", format=name)
    one = rt.load(EXAMPLES / "article.md")
    together = rt.load(tmp_path)
    assert len(together.sources) == len(WRITABLE)
    assert len(together.targets) == len(WRITABLE) * len(one.targets)
    assert len({record.id for record in together.records}) == len(together.records)


def test_files_in_memory_are_files() -> None:
    file = InputFile("a.md", (EXAMPLES / "article.md").read_bytes())
    assert len(api.load_files([file]).targets) == 7


def test_companions_and_plain_text_of_a_folder_are_not_taken_for_documents(tmp_path: Path) -> None:
    document = rt.read(EXAMPLES / "article.md")
    rt.write(document, tmp_path / "article.ann")
    (tmp_path / "README.md").write_text("# About", encoding="utf-8")
    (tmp_path / "data.json").write_text("{}", encoding="utf-8")
    dataset = rt.load(tmp_path)
    assert len(dataset.targets) == 7
    assert [(f.code, f.severity, Path(f.place.path or "").name) for f in dataset.findings] == [
        ("F133", "note", "data.json")
    ]


@pytest.mark.parametrize(
    ("suffix", "name"), [(".tsv", "webanno_tsv"), (".ann", "brat"), (".md", "markdown")]
)
def test_an_ending_names_its_usual_format(suffix: str, name: str, tmp_path: Path) -> None:
    path = tmp_path / f"article{suffix}"
    rt.write(rt.read(EXAMPLES / "article.md"), path)
    assert rt.load(path).targets
    assert api.recognised_format(path) == name


def test_json_is_too_many_formats_to_choose_one(tmp_path: Path) -> None:
    with pytest.raises(rt.LoadError, match="may be"):
        rt.write(rt.read(EXAMPLES / "article.md"), tmp_path / "article.json")
