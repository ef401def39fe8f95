"""What importing the package and starting the command line cost over bare Python."""

from benchmarks.timing import over, process_seconds

BARE = ["-c", "pass"]


def main() -> None:
    rows = {
        "import regiontargets": ["-c", "import regiontargets"],
        "import pydantic": ["-c", "import pydantic"],
        "import pint": ["-c", "import pint"],
        "regiontargets --help": ["-m", "regiontargets", "--help"],
        'regiontargets parse "5%"': ["-m", "regiontargets", "parse", "5%"],
    }
    print(f"bare Python{process_seconds(BARE) * 1000:>25.0f} ms")
    for name, arguments in rows.items():
        print(f"{name:<26}{over(BARE, arguments) * 1000:>+10.0f} ms")
