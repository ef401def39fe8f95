r"""A web service that checks articles and tables, built on regiontargets.

    pip install regiontargets -r requirements.txt
    uvicorn app:app

Then open http://127.0.0.1:8000, or send JSON:

    curl -X POST http://127.0.0.1:8000/check -H "Content-Type: application/json" \
         -d '{"kind": "table", "text": "region,metric,value,year\nHubei,GDP growth,7 pp,2023"}'
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal
from urllib.parse import parse_qs

from fastapi import FastAPI, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import BaseModel, Field

import regiontargets as rt
from regiontargets.display import report_page

LONGEST = 1_000_000
SUFFIXES = {"article": ".md", "table": ".csv"}
FORM = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Check targets</title>
<style>
  :root { color-scheme: light dark; }
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: auto; padding: 1rem; }
  textarea { width: 100%; box-sizing: border-box; font: 0.9rem/1.5 ui-monospace, monospace; }
  button { font: inherit; padding: 0.4rem 1.2rem; margin-top: 1rem; }
</style>
<h1>Check targets</h1>
<form method="post" action="page">
  <p><label><input type="radio" name="kind" value="article" checked> annotated article</label>
     <label><input type="radio" name="kind" value="table"> table (CSV)</label></p>
  <label for="text">Text</label>
  <textarea id="text" name="text" rows="12" required>---
published: 2023-01-20
---
[[Hubei]{.region code=CN-HN} aims for [GDP growth]{.metric} of
[about 7 percent]{.amount} [this year]{.period}]{.target}.</textarea>
  <button>Check</button>
</form>
</html>
"""

app = FastAPI(title="Check targets")


class Submission(BaseModel):
    """What is to be checked."""

    kind: Literal["article", "table"]
    text: str = Field(min_length=1, max_length=LONGEST)


class Found(BaseModel):
    """One finding, for programs."""

    code: str
    severity: str
    message: str
    line: int | None
    column: int | None
    row: int | None
    field: str | None
    suggestion: str


class Verdict(BaseModel):
    """Whether there are errors, and everything that was found."""

    ok: bool
    records: int
    findings: list[Found]


@app.get("/", response_class=HTMLResponse)
def form() -> str:
    """A page to paste a text into."""
    return FORM


@app.post("/check")
def check(submission: Submission) -> Verdict:
    """The findings as JSON."""
    with in_a_file(submission) as path:
        report = rt.validate(path)
    findings = [
        Found(
            code=each.code,
            severity=each.severity,
            message=each.message,
            line=each.place.line,
            column=each.place.column,
            row=each.place.row,
            field=each.place.field,
            suggestion=each.suggestion,
        )
        for each in report
    ]
    return Verdict(ok=report.ok, records=report.records, findings=findings)


@app.post("/page", response_class=HTMLResponse)
async def page(request: Request) -> str:
    """The findings beside the highlighted text, as a page to read."""
    fields = parse_qs((await request.body()).decode("utf-8", "replace"))
    try:
        submission = Submission.model_validate({name: each[0] for name, each in fields.items()})
    except ValueError as error:
        raise HTTPException(422, str(error)) from error
    return await run_in_threadpool(rendered, submission)


def rendered(submission: Submission) -> str:
    """The page; it does not say where the file lay."""
    with in_a_file(submission) as path:
        dataset = rt.load(path)
        shown = report_page(dataset, rt.validate(dataset), title="What was found")
    return shown.replace(f"{path.parent}/", "")


@contextmanager
def in_a_file(submission: Submission) -> Iterator[Path]:
    """The submitted text in a file that is gone afterwards."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "text" + SUFFIXES[submission.kind])
        path.write_text(submission.text, encoding="utf-8", newline="")
        yield path


@app.exception_handler(rt.LoadError)
def unreadable(_: Request, __: rt.LoadError) -> JSONResponse:
    """A text that cannot be read at all is the sender's mistake."""
    return JSONResponse({"detail": "This holds no text that can be read."}, status_code=422)
