"""What configuration files may say, and how what is wrong in them is told."""

from pathlib import Path

import pytest

from regiontargets.config import Config, ConfigError, discover, read_config
from regiontargets.findings import Finding, Place
from regiontargets.validators import Report, Selection


def _written(folder: Path, content: str, name: str = "regiontargets.toml") -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def test_every_key_is_read_and_paths_count_from_the_file(tmp_path: Path) -> None:
    path = _written(
        tmp_path,
        """
        select = ["U", "y002"]
        ignore = "M001"
        extend-select = ["E"]
        sources = "corpus"
        labels = "labels.toml"
        columns = {unit = "Einheit"}
        format = "concise"
        [per-file-ignores]
        "old/*.md" = ["U003"]
        [severities]
        R001 = "note"
        [catalogs]
        regions = ["own.csv"]
        """,
    )
    assert read_config(path) == Config(
        select=("U", "Y002"),
        ignore=("M001",),
        extend_select=("E",),
        per_file_ignores={"old/*.md": ("U003",)},
        severities={"R001": "note"},
        sources=(tmp_path / "corpus",),
        labels=tmp_path / "labels.toml",
        columns={"unit": "Einheit"},
        regions=(tmp_path / "own.csv",),
        format="concise",
        root=tmp_path,
    )


def test_the_nearest_file_upwards_counts_and_a_pyproject_without_the_table_does_not(
    tmp_path: Path,
) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    _written(tmp_path, '[tool.regiontargets]\nignore = ["U"]\n', "pyproject.toml")
    _written(inner, "[tool.other]\nx = 1\n", "pyproject.toml")
    found = discover(inner)
    assert found is not None
    assert (found.ignore, found.root) == (("U",), tmp_path)


def test_the_own_file_goes_before_the_shared_one(tmp_path: Path) -> None:
    _written(tmp_path, '[tool.regiontargets]\nignore = ["U"]\n', "pyproject.toml")
    _written(tmp_path, 'ignore = ["Y"]\n')
    found = discover(tmp_path)
    assert found is not None
    assert found.ignore == ("Y",)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('\nselct = ["U"]', "{path}:2: 'selct': unknown key. Did you mean 'select'?"),
        ("select = 3", "{path}:1: 'select': must be a string or a list of strings, not '3'."),
        ("[severities]\nU001 = 'bad'", "{path}:2: 'severities.U001': must be one of"),
        ("[catalogs]\nregion = 'x'", "{path}:2: 'catalogs.region': unknown key. Did you mean"),
        ("catalogs = 1", "{path}:1: 'catalogs': must be a table, not '1'."),
        ("select = [", "{path} is not TOML:"),
        ("a = " + "[" * 20_000, "{path} is not TOML:"),
    ],
)
def test_what_is_wrong_is_one_message_with_file_line_and_key(
    tmp_path: Path, content: str, message: str
) -> None:
    path = _written(tmp_path, content)
    with pytest.raises(ConfigError) as caught:
        read_config(path)
    assert str(caught.value).startswith(message.format(path=path))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot read"):
        read_config(tmp_path / "none.toml")


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    path = tmp_path / "regiontargets.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="is not TOML"):
        read_config(path)


def test_a_pattern_without_a_slash_is_compared_with_the_name(tmp_path: Path) -> None:
    config = Config(per_file_ignores={"a.md": ("U",), "old/*": ("Y",)}, root=tmp_path)
    assert config.ignores(str(tmp_path / "deep" / "a.md"), "U003")
    assert config.ignores(str(tmp_path / "old" / "b.md"), "Y001")
    assert not config.ignores(str(tmp_path / "new" / "b.md"), "Y001")
    assert not config.ignores(None, "U003")


def test_a_pattern_fits_the_workbook_of_a_sheet(tmp_path: Path) -> None:
    config = Config(per_file_ignores={"*.xlsx": ("U",)}, root=tmp_path)
    place = Place(str(tmp_path / "t.xlsx") + "[2022]", row=1, field="unit")
    report = Report.of([Finding("U001", "m", place=place), Finding("Y001", "m", place=place)])
    left = config.excused(report, (), Selection())
    assert [each.code for each in left] == ["Y001"]
