"""`python -m regiontargets` is the command line."""

import sys

from regiontargets.cli import main

if __name__ == "__main__":
    sys.exit(main())
