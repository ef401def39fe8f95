"""Archives: what is read of them, and what is refused."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest

import regiontargets as rt
from regiontargets import api
from regiontargets.loaders import InputFile, archive

SAMPLES = Path(__file__).parent / "samples"
XMI = SAMPLES / "uima_cas" / "inception"
ARTICLE = Path(__file__).parents[2] / "examples" / "article.md"


def packed(files: Mapping[str, str | bytes]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return held.getvalue()


def saved(folder: Path, files: Mapping[str, str | bytes], name: str = "export.zip") -> Path:
    path = folder / name
    path.write_bytes(packed(files))
    return path


def names(path: Path) -> list[str]:
    with archive.unpacked(path) as files:
        found = [each.name for each in files if isinstance(each, InputFile)]
    return [Path(each).relative_to(path).as_posix() for each in found]


def test_an_archive_is_read_like_the_folder_it_holds(tmp_path: Path) -> None:
    path = saved(tmp_path, {"a/article.md": ARTICLE.read_bytes(), "a/x.ann": "", "a/x.txt": "Hi."})

    assert names(path) == ["a/article.md", "a/x.ann"]
    dataset = rt.load(path)
    assert dataset.targets == rt.load(ARTICLE).targets
    assert dataset.sources[0].path == str(path / "a/article.md")


def test_a_document_in_xmi_comes_with_its_type_system(tmp_path: Path) -> None:
    pytest.importorskip("cassis", reason="dkpro-cassis is not installed")
    files = {each.name: each.read_bytes() for each in (XMI / "plans.xmi", XMI / "TypeSystem.xml")}
    path = saved(tmp_path, files)

    assert names(path) == ["plans.xmi"]
    (document,) = api.read_all(path)
    (plain,) = api.read_all(XMI / "plans.xmi")
    assert document.spans == plain.spans


def test_of_a_project_the_curated_version_of_a_document_is_read(tmp_path: Path) -> None:
    tsv = next(SAMPLES.joinpath("webanno_tsv").rglob("*.tsv")).read_bytes()
    version = packed({"anna.tsv": tsv})
    path = saved(
        tmp_path,
        {
            "exportedproject.log": "nothing to read",
            "annotation/a.txt/anna.zip": version,
            "annotation/b.txt/anna.zip": version,
            "curation/a.txt/CURATION_USER.zip": packed({"CURATION_USER.tsv": tsv}),
            "__MACOSX/curation/._a.tsv": "noise",
        },
    )

    assert names(path) == [
        "annotation/b.txt/anna/anna.tsv",
        "curation/a.txt/CURATION_USER/CURATION_USER.tsv",
    ]
    with archive.unpacked(path) as files:
        (note,) = [each for each in files if not isinstance(each, InputFile)]
    assert (note.code, note.severity) == ("F134", "note")
    assert note.message == "annotators' versions of curated documents are passed over"
    assert note.reason == "what the curator decided is read instead: a.txt"


@pytest.mark.parametrize("name", ["../out.md", "/out.md", "a/../../out.md", "..\\out.md"])
def test_names_that_lead_out_are_refused(tmp_path: Path, name: str) -> None:
    path = saved(tmp_path, {name: "# Out"})

    with pytest.raises(rt.LoadError, match="leads out of it"):
        rt.load(path)


def test_links_are_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("a.md")
    link.external_attr = 0o120777 << 16
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(link, "/etc/hostname")

    with pytest.raises(rt.LoadError, match="leads out of it"):
        rt.load(path)


def test_a_bomb_is_refused_before_it_fills_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_BYTES", 10_000)
    monkeypatch.setattr(archive, "MOST_FILES", 3)
    large = saved(tmp_path, {"inner.zip": packed({"a.md": b"a" * 20_000})})
    many = saved(tmp_path, {f"{n}.md": "x" for n in range(4)}, "many.zip")

    with pytest.raises(rt.LoadError, match="unpacks to more than 10,000 bytes"):
        rt.load(large)
    with pytest.raises(rt.LoadError, match="holds more than 3 files"):
        rt.load(many)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut", b"no archive"])
def test_what_is_no_archive_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(content)

    with pytest.raises(rt.LoadError, match="cannot unpack"):
        rt.load(path)


def test_an_archive_among_others_that_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"no archive")
    (tmp_path / "b.md").write_bytes(ARTICLE.read_bytes())

    dataset = rt.load(tmp_path)

    assert len(dataset.targets) == len(rt.load(ARTICLE).targets)
    assert [each.code for each in dataset.findings if each.place.path == str(tmp_path / "a.zip")]


def test_an_archive_without_annotated_files_is_said(tmp_path: Path) -> None:
    path = saved(tmp_path, {"readme.rst": "nothing"})

    with pytest.raises(rt.LoadError, match="holds no file of a known format"):
        rt.load(path)
