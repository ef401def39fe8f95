"""The small web service of examples/checker does what its docstring says."""

import runpy
from importlib import import_module
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import pytest

REASON = "pip install -r examples/checker/requirements.txt"
pytest.importorskip("fastapi", reason=REASON)
pytest.importorskip("httpx", reason=REASON)

CHECKER = Path(__file__).parents[2] / "examples/checker/app.py"
ARTICLE = (
    "---\npublished: 2023-01-20\n---\n[[Hubei]{.region code=CN-HN} aims for [GDP growth]{.metric} "
    "of [about 7 percent]{.amount} [this year]{.period}]{.target}.\n"
)

pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture(scope="module")
def client() -> Any:
    client = import_module("fastapi.testclient").TestClient
    return client(runpy.run_path(str(CHECKER))["app"])


def test_the_form_sends_to_the_page(client: Any) -> None:
    assert '<form method="post" action="page">' in client.get("/").text


def test_an_article_is_checked(client: Any) -> None:
    answer = client.post("/check", json={"kind": "article", "text": ARTICLE}).json()
    assert (answer["ok"], answer["records"]) == (False, 1)
    assert [(each["code"], each["line"]) for each in answer["findings"]] == [("R002", 4)]


def test_a_table_is_checked(client: Any) -> None:
    table = "region,metric,value,year\nHubei,GDP growth,7%,2023\nHubei,GDP growth,7 pp,2024\n"
    answer = client.post("/check", json={"kind": "table", "text": table}).json()
    assert [(each["code"], each["row"]) for each in answer["findings"]] == [("U003", 2)]


def test_a_clean_text_is_fine(client: Any) -> None:
    text = ARTICLE.replace("CN-HN", "CN-HB")
    answer = client.post("/check", json={"kind": "article", "text": text}).json()
    assert answer == {"ok": True, "records": 1, "findings": []}


def test_a_person_gets_a_page_with_the_text(client: Any) -> None:
    page = client.post("/page", data={"kind": "article", "text": ARTICLE})
    assert page.headers["content-type"].startswith("text/html")
    assert "R002" in page.text
    assert "aims for" in page.text
    assert gettempdir() not in page.text


@pytest.mark.parametrize(
    "wrong", [{"kind": "article", "text": " "}, {"kind": "film", "text": "a"}, {"text": "a"}]
)
def test_what_cannot_be_checked_is_the_senders_mistake(client: Any, wrong: dict[str, str]) -> None:
    assert client.post("/check", json=wrong).status_code == 422
    assert client.post("/page", data=wrong).status_code == 422


def test_markup_in_the_text_is_shown_and_not_run(client: Any) -> None:
    page = client.post("/page", data={"kind": "article", "text": ARTICLE + "<script>x</script>"})
    assert "<script>x" not in page.text
