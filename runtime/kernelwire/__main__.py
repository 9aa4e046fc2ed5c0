"""``python -m kernelwire``: the same as the command ``kernelwire``."""

from __future__ import annotations

import sys

from kernelwire.cli import main

if __name__ == "__main__":  # a worker process imports this module under another name
    sys.exit(main())
