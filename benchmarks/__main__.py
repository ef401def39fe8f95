"""`python -m benchmarks [NAME …]`: run the benchmarks, all or some."""

import sys
from importlib import import_module

MODULES = ("startup", "documents", "phrases")


def main() -> None:
    for name in sys.argv[1:] or MODULES:
        print(f"\n## {name}\n")
        import_module(f"benchmarks.{name}").main()


main()
