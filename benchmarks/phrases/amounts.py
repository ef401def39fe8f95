"""Compare what is read from the same sentences by regiontargets and its peers, in one run.

A peer needs an environment of its own, since its requirements are old; the variables name their
Pythons, and one that is not named is left out:

    QUANTULUM3_PYTHON=…/bin/python    # quantulum3[classifier]==0.10.0 with scikit-learn==1.5.2
    RECOGNIZERS_PYTHON=…/bin/python   # recognizers-text-suite==1.0.2a2 with emoji==1.7.0

The sentences are the test cases of the grammar, each read seven times with other digits, so that
nothing is remembered. Counted is the processor's time, and of the seven rounds the fastest, for
other work on the machine slows some down.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import yaml

from regiontargets.model import Amount
from regiontargets.phrases import Mention, find_amounts
from regiontargets.units import UnitReading, read_unit

HERE = Path(__file__).parent
CASES = HERE.parents[1] / "tests" / "phrases" / "amounts" / "cases"
COLUMNS = (
    "reader",
    "language",
    "value",
    "and unit",
    "and comparator",
    "wrongly found",
    "whole sentence right",
    "sentences a second of processor time",
)
FIELDS = ("comparator", "value", "upper", "unit", "change", "basis")
Found = tuple[int, int, Fraction, Fraction | None, str | None, str]
"""Start, end, value, upper value, unit and comparator of what was read."""


@dataclass
class Case:
    """A sentence and the amounts in it, each with the place it was found to start at."""

    text: str
    language: str
    amounts: list[tuple[int, int, Amount]] = field(default_factory=list)


@dataclass
class Score:
    """How often a reader was right."""

    amounts: int = 0
    value: int = 0
    unit: int = 0
    comparator: int = 0
    extra: int = 0
    sentences: int = 0
    exact: int = 0
    seconds: float = 0.0
    read: int = 0

    def row(self, name: str, language: str) -> str:
        shares = (self.value, self.unit, self.comparator)
        told = " | ".join(f"{100 * each / max(1, self.amounts):5.1f} %" for each in shares)
        exact = 100 * self.exact / max(1, self.sentences)
        speed = f"{self.read / self.seconds:8,.0f}" if self.seconds else ""
        return f"| {name} | {language} | {told} | {self.extra} | {exact:5.1f} % | {speed} |"


def cases() -> list[Case]:
    """The sentences of the test cases that have one reading for each amount."""
    found: list[Case] = []
    for file in sorted(CASES.glob("*.yaml")):
        language = file.stem.partition("_")[0]
        for each in yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader):
            case, at = Case(each["text"], language), 0
            for amount in each["amounts"]:
                start = case.text.index(amount["text"], at)
                at = start + len(amount["text"])
                if "readings" not in amount:
                    stated = {k: v for k, v in amount.items() if k in FIELDS}
                    case.amounts.append((start, at, Amount.model_validate(stated)))
            found.append(case)
    return found


def judge(score: Score, case: Case, found: Iterable[Found]) -> None:
    """Add a sentence to a score: a reading counts where it overlaps the amount's place."""
    left = list(found)
    score.sentences += 1
    right = 0
    for start, end, amount in case.amounts:
        score.amounts += 1
        near = [each for each in left if each[0] < end and start < each[1]]
        hit = next((each for each in near if _same_value(each, amount)), None)
        for each in near if hit is None else [hit]:
            left.remove(each)
        if hit is None:
            continue
        unit = hit[4] == amount.unit or {hit[4], amount.unit} <= {None, "item"}
        score.value += 1
        score.unit += unit
        score.comparator += unit and hit[5] == amount.comparator
        right += unit and hit[5] == amount.comparator
    score.extra += len(left)
    score.exact += right == len(case.amounts) and not left


def _same_value(found: Found, amount: Amount) -> bool:
    upper = None if amount.upper is None else Fraction(amount.upper)
    values = [Fraction(amount.value)]
    if amount.change == "multiple":
        values.append(values[0] - 1)
    return found[3] == upper and any(
        abs(found[2] - each) <= abs(each) * Fraction(1, 10**9) for each in values
    )


def ours(texts: list[str]) -> tuple[list[list[Found]], float]:
    """What regiontargets reads, and in how many seconds."""
    find_amounts("Warm up: 5%.")
    start = time.process_time()
    read = [find_amounts(text) for text in texts]
    seconds = time.process_time() - start
    return [[_ours(each) for each in mentions if each.reading] for mentions in read], seconds


def _ours(mention: Mention[Amount]) -> Found:
    amount = mention.readings[0]
    upper = None if amount.upper is None else Fraction(amount.upper)
    return (
        mention.start,
        mention.end,
        Fraction(amount.value),
        upper,
        amount.unit,
        amount.comparator,
    )


def peer(python: str, script: str) -> Callable[[list[str]], tuple[list[list[Found]], float]]:
    """A reader that runs in another environment and answers in JSON."""

    def read(texts: list[str]) -> tuple[list[list[Found]], float]:
        with tempfile.TemporaryDirectory() as folder:
            asked, told = Path(folder) / "texts.json", Path(folder) / "found.json"
            asked.write_text(json.dumps(texts), encoding="utf-8")
            command = [python, "-W", "ignore", str(HERE / script), str(asked), str(told)]
            subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
            answer = json.loads(told.read_text(encoding="utf-8"))
        return [[_theirs(each) for each in found] for found in answer["found"]], answer["seconds"]

    return read


def _theirs(found: Mapping[str, str | int | None]) -> Found:
    """A peer's reading in our units, their names taken as a person would write them."""
    upper = found.get("upper")
    value, unit = Fraction(str(found["value"])), found.get("unit")
    reading = _unit(str(unit)) if unit else None
    if reading is not None:
        value *= Fraction(reading.scale)
    return (
        int(found["start"] or 0),
        int(found["end"] or 0),
        value,
        None if upper is None else Fraction(str(upper)),
        None if reading is None else reading.unit,
        "exactly" if upper is None else "between",
    )


def _unit(name: str) -> UnitReading | None:
    for each in (name, name.lower(), f"{name}s"):
        try:
            return read_unit(each)
        except ValueError:
            continue
    return UnitReading(name, Decimal(1))


def other_digits(text: str, step: int) -> str:
    """The sentence with other digits of the same count, which no cache has seen."""
    return text.translate({ord(str(n)): str((n + step) % 9 + 1) for n in range(1, 10)})


def measure(name: str, read: Callable[[list[str]], tuple[list[list[Found]], float]]) -> list[str]:
    """The rows of a reader."""
    rows = []
    for language in ("english", "chinese"):
        chosen = [case for case in cases() if case.language == language]
        score = Score()
        found, _ = read([case.text for case in chosen])
        for case, each in zip(chosen, found, strict=True):
            judge(score, case, each)
        rounds = [[other_digits(case.text, step) for case in chosen] for step in range(1, 8)]
        score.seconds = min(read(texts)[1] for texts in rounds)
        score.read = len(chosen)
        rows.append(score.row(name, language))
    return rows


def main(quantulum3: str | None = None, recognizers: str | None = None) -> None:
    """Print a row a reader and language."""
    readers = {"regiontargets": ours}
    if quantulum3:
        readers["quantulum3 0.10.0"] = peer(quantulum3, "read_quantulum3.py")
    if recognizers:
        readers["recognizers-text 1.0.2a2"] = peer(recognizers, "read_recognizers.py")
    print(f"Python {sys.version.split()[0]}, {len(cases())} sentences")
    print(f"| {' | '.join(COLUMNS)} |")
    print("|---" * len(COLUMNS) + "|")
    for name, read in readers.items():
        for row in measure(name, read):
            print(row)
