"""Read sentences with Microsoft's Recognizers; run by amounts.py in their own environment."""

import json
import sys
import time
from pathlib import Path

from recognizers_number import recognize_number, recognize_percentage
from recognizers_number_with_unit import recognize_currency, recognize_dimension
from recognizers_text import Culture

# The more specific reading of a place is taken first.
READERS = (recognize_currency, recognize_percentage, recognize_dimension, recognize_number)


def read(text: str) -> list[dict[str, object]]:
    culture = (
        Culture.Chinese if any("\u3400" <= each <= "\u9fff" for each in text) else Culture.English
    )
    found: list[dict[str, object]] = []
    for reader in READERS:
        try:
            results = reader(text, culture)
        except Exception:  # what it raises on some sentences is its own affair
            continue
        for each in results:
            start, end = each.start, each.end + 1
            value = (each.resolution or {}).get("value")
            if value is None or any(start < one["end"] and one["start"] < end for one in found):
                continue
            unit = each.resolution.get("isoCurrency") or each.resolution.get("unit")
            if value.endswith("%"):
                value, unit = value[:-1], "percent"
            try:
                float(value)
            except ValueError:
                continue
            found.append({"start": start, "end": end, "value": value, "unit": unit})
    return found


texts = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
read("Warm up: 5%.")
read("预热：5%。")
start = time.process_time()
answer = [read(text) for text in texts]
seconds = time.process_time() - start
Path(sys.argv[2]).write_text(json.dumps({"found": answer, "seconds": seconds}), encoding="utf-8")
