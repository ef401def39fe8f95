"""How many stated amounts are read right, and how fast, beside two readers of quantities.

Every case is a phrase that states one amount (tests/phrases/amounts/cases/phrases.tsv). A reader
is right where it finds one quantity with the value and the unit, and, counted apart, the
comparator too.
Speed is in sentences of the example articles, none of them twice.
The peers run in Pythons of their own, which the environment names:

    QUANTULUM3_PYTHON=…/bin/python    # quantulum3 0.10 with scikit-learn 1.5
    RECOGNIZERS_PYTHON=…/bin/python   # recognizers-text-suite 1.0.2a2 with emoji 1.7
"""

import json
import os
import re
import subprocess
import time
from pathlib import Path

import regiontargets as rt

CASES = Path(__file__).parent.parent / "tests/phrases/amounts/cases/phrases.tsv"
UNITS = {
    "percent": {"percentage", "%", "percent"},
    "percentage_point": {"percentage point", "percentage points"},
    "CNY": {"chinese yuan", "chinese yuan renminbi", "yuan", "cny", "人民币", "人民币元", "元"},
    "USD": {"dollar", "united states dollar", "usd", "美元"},
    "EUR": {"euro", "eur", "欧元"},
    "GBP": {"pound sterling", "british pound", "pound", "gbp"},
    "INR": {"indian rupee", "rupee", "inr"},
    "tonne": {"tonne", "metric ton", "吨"},
    "hectare": {"hectare", "公顷"},
    "kilometre": {"kilometre", "kilometer", "公里", "千米"},
    "square_kilometre": {"square kilometre", "square kilometer", "平方公里"},
}
QUANTULUM = """
import json, sys, time
from quantulum3 import parser
texts, sentences = json.load(sys.stdin)
parser.parse("5 percent")
def read(text):
    try:
        return [[float(q.value), q.unit.name] for q in parser.parse(text)]
    except Exception:
        return []
out, start = [read(text) for text in texts], time.perf_counter()
for text in sentences:
    read(text)
print(json.dumps([time.perf_counter() - start, out]))
"""
RECOGNIZERS = """
import json, sys, time
from recognizers_number import recognize_percentage, recognize_number
from recognizers_number_with_unit import recognize_currency, recognize_dimension
texts, sentences = json.load(sys.stdin)
def read(text):
    culture = "zh-cn" if any("\\u4e00" <= c <= "\\u9fff" for c in text) else "en-us"
    for recognise in (recognize_percentage, recognize_currency, recognize_dimension):
        found = recognise(text, culture)
        if found:
            return [[r.resolution.get("value"), r.resolution.get("unit", "percent")] for r in found]
    return [[r.resolution.get("value"), None] for r in recognize_number(text, culture)]
out, start = [read(text) for text in texts], time.perf_counter()
for text in sentences:
    read(text)
print(json.dumps([time.perf_counter() - start, out]))
"""


def main() -> None:
    """Print a row a reader: right value and unit, right comparator too, phrases a second."""
    cases = [line.split("\t") for line in CASES.read_text(encoding="utf-8").splitlines()[1:]]
    cases = [case for case in cases if not case[1].startswith("!!")]
    texts = [text for text, _ in cases]
    wanted = [rt.parse_amount(text) for text in texts]
    plain = sum(amount.comparator == "exactly" for amount in wanted)
    sentences = _sentences()
    print(
        f"{len(texts)} phrases, {len(texts) - plain} of them with a comparator; "
        f"{len(sentences)} sentences"
    )
    _ours(texts, sentences, wanted)
    for name, variable, script in (
        ("quantulum3", "QUANTULUM3_PYTHON", QUANTULUM),
        ("Recognizers-Text", "RECOGNIZERS_PYTHON", RECOGNIZERS),
    ):
        python = os.environ.get(variable)
        if python is None:
            print(f"{name:<18} not run: {variable} is not set")
            continue
        _peer(name, python, script, texts, sentences, wanted)


def _sentences() -> list[str]:
    examples = Path(__file__).parent.parent / "examples"
    text = rt.read(examples / "article.md").text + rt.read(examples / "mistakes.md").text
    plain = [each.strip() for each in re.split(r"(?<=[.!?])\s+", text) if len(each) > 40]
    return [f"{each} Case {number}." for number, each in enumerate(plain * 10)]


def _ours(texts: list[str], sentences: list[str], wanted: list[rt.Amount]) -> None:
    found = [rt.find_amounts(f"{text}; case {number}") for number, text in enumerate(texts)]
    start = time.perf_counter()
    for sentence in sentences:
        rt.find_amounts(sentence)
    seconds = time.perf_counter() - start
    read = sum(
        any(m.reading and m.reading.value == a.value and m.reading.unit == a.unit for m in ms)
        for ms, a in zip(found, wanted, strict=True)
    )
    whole = sum(any(m.reading == a for m in ms) for ms, a in zip(found, wanted, strict=True))
    _row("regiontargets", read / len(texts), whole / len(texts), len(sentences) / seconds)


def _peer(
    name: str,
    python: str,
    script: str,
    texts: list[str],
    sentences: list[str],
    wanted: list[rt.Amount],
) -> None:
    done = subprocess.run(
        [python, "-c", script],
        input=json.dumps([texts, sentences]),
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, found = json.loads(done.stdout.splitlines()[-1])
    read = whole = 0
    for quantities, amount in zip(found, wanted, strict=True):
        right = len(quantities) == 1 and _same(quantities[0], amount)
        read += right
        # Neither says more than a number: a comparator is lost.
        whole += right and amount.comparator == "exactly" and amount.change is None
    _row(name, read / len(texts), whole / len(texts), len(sentences) / seconds)


def _same(quantity: list[object], amount: rt.Amount) -> bool:
    value, unit = quantity
    try:
        number = float(str(value).rstrip("%").replace(",", ""))
    except ValueError:
        return False
    names = UNITS.get(amount.unit or "", {amount.unit, None, "", "dimensionless"})
    known = str(unit).lower() if unit else None
    return abs(number - float(amount.value)) < 1e-6 * max(1, abs(number)) and (
        known in names or amount.unit is None or amount.unit in ("item", "enterprise", "person")
    )


def _row(name: str, read: float, whole: float, speed: float) -> None:
    print(
        f"{name:<18} value and unit {read:6.1%}   with comparator and change {whole:6.1%}   "
        f"{speed:8,.0f} sentences/s"
    )
