"""The built site needs nothing from elsewhere, and its search works from the file system."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("material", reason="the site is built with the extra 'docs'")

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
    *("--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND"),
)
FETCHED = re.compile(
    r"<(?:script|link|img|iframe|source)\b[^>]*\b(?:src|href)=[\"'](?:https?:)?//[^\"']*[\"']"
    r"|@import[^;]*|url\([\"']?(?:https?:)?//[^)]*\)"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs") / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr + ran.stdout
    return folder


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    files = [*site.rglob("*.html"), *site.rglob("*.css")]
    assert len(files) > 60
    fetched = {
        match[0]
        for each in files
        for match in FETCHED.finditer(each.read_text(encoding="utf-8"))
        if 'rel="canonical"' not in match[0]
    }
    assert fetched == set()


def test_tabs_in_files_to_copy_stay_tabs(site: Path) -> None:
    assert "T1\ttarget" in re.sub(r"<[^>]+>", "", read(site / "how-to/brat.html"))


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")
@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("INCEpTION", "how-to/inception.html"),
        ("U003", "rules/U003.html"),
        ("百分点", "conventions.html"),
        ("rt.compare", "comparing.html"),
    ],
)
def test_the_search_finds_without_a_network(
    site: Path, tmp_path: Path, words: str, page: str
) -> None:
    command = [
        str(CHROMIUM),
        *QUIET,
        f"--user-data-dir={tmp_path}",
        "--virtual-time-budget=8000",
        "--dump-dom",
        f"{(site / 'index.html').as_uri()}?q={words}",
    ]
    ran = subprocess.run(command, capture_output=True, check=True, timeout=120)
    found = re.findall(r'<a href="([^"]+)" class="md-search-result__link"', ran.stdout.decode())
    assert page in [each.split("site/")[1].split("#")[0].split("?")[0] for each in found]
