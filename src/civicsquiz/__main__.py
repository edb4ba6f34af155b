"""`python3 -m civicsquiz`: the same as the command `civicsquiz`."""

import sys

from civicsquiz.cli import main

if __name__ == "__main__":
    sys.exit(main())
