"""Times of processes and of calls."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from resource import RUSAGE_CHILDREN, getrusage


def processor_seconds(arguments: Sequence[str], folder: str, runs: int = 9) -> float:
    """The least processor time, of the user and the system, that a Python process takes."""
    return min(_process(arguments, folder) for _ in range(runs))


def _process(arguments: Sequence[str], folder: str) -> float:
    # What is compiled stays compiled, whatever this process was told.
    settings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=settings, stdout=subprocess.DEVNULL
    )
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def call_seconds(function: Callable[[], object], runs: int = 3) -> float:
    """The median time of a call."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        function()
        times.append(time.perf_counter() - start)
    return statistics.median(times)
