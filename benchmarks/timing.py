"""Times of whole processes and of calls: the median of several runs, in turn with a peer's."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence


def process_seconds(arguments: Sequence[str], runs: int = 9) -> float:
    """The median wall time of a Python process."""
    return statistics.median(_process(arguments) for _ in range(runs))


def over(base: Sequence[str], arguments: Sequence[str], runs: int = 9) -> float:
    """How much longer one process takes than another, run by turns; the median difference."""
    differences = [_process(arguments) - _process(base) for _ in range(runs)]
    return statistics.median(differences)


def _process(arguments: Sequence[str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def call_seconds(function: Callable[[], object], runs: int = 3) -> float:
    """The median time of a call."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        function()
        times.append(time.perf_counter() - start)
    return statistics.median(times)
