"""How fast annotated text becomes a dataset, and how that grows with the text."""

from pathlib import Path

from benchmarks.timing import call_seconds
from regiontargets import api
from regiontargets.loaders import InputFile

ARTICLE = Path(__file__).parent.parent / "examples" / "article.md"


def main() -> None:
    front, body = ARTICLE.read_text(encoding="utf-8").split("---\n", 2)[1:]
    for size in (100_000, 1_000_000, 10_000_000):
        text = f"---\n{front}---\n" + "\n\n".join(_copies(body, size))
        file = InputFile("article.md", text.encode())
        seconds = call_seconds(lambda file=file: api.load_files([file]), runs=1)
        dataset = api.load_files([file])
        checked = call_seconds(lambda dataset=dataset: api.validate(dataset), runs=1)
        print(
            f"{len(text) / 1e6:6.1f} MB  load {seconds:7.2f} s "
            f"({len(text) / 1e6 / seconds:5.2f} MB/s)  validate {checked:7.2f} s  "
            f"{len(dataset.records):>7,} records"
        )


def _copies(body: str, size: int) -> list[str]:
    """The article again and again, its ids made unique."""
    copies: list[str] = []
    length = 0
    while length < size:
        number = len(copies)
        copy = body
        for name in ("gd", "zj", "last", "official"):
            copy = copy.replace(f"#{name}", f"#{name}{number}")
        copies.append(copy)
        length += len(copy)
    return copies
