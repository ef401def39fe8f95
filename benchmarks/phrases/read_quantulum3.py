"""Read sentences with quantulum3; run by amounts.py in that package's own environment."""

import json
import sys
import time
from pathlib import Path

from quantulum3 import parser


def read(text: str) -> list[dict[str, object]]:
    try:
        found = parser.parse(text)
    except ImportError:
        raise  # it lacks what it needs to tell units apart, and would give up early
    except Exception:  # what it raises on some sentences is its own affair
        return []
    return [
        {
            "start": each.span[0],
            "end": each.span[1],
            "value": repr(each.value) if each.value is not None else "0",
            "unit": None if each.unit.name == "dimensionless" else each.unit.name,
        }
        for each in found
    ]


texts = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
read("Warm up: 5%.")
start = time.process_time()
answer = [read(text) for text in texts]
seconds = time.process_time() - start
Path(sys.argv[2]).write_text(json.dumps({"found": answer, "seconds": seconds}), encoding="utf-8")
