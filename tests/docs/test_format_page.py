"""The page of formats is what the loaders say of themselves."""

import runpy
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_page_is_current() -> None:
    page = runpy.run_path(str(ROOT / "update/format_page.py"))["page"]
    assert (ROOT / "docs/formats.md").read_text(encoding="utf-8") == page()


def test_no_code_means_two_things() -> None:
    from regiontargets.loaders import formats

    codes = [code for each in formats().values() for code in getattr(each, "FINDINGS", {})]
    assert len(codes) == len(set(codes))
