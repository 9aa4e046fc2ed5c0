"""``python -m kernelwire_codegen``: what ``make generate`` and ``make drift`` call before anything emitted is
there.
"""

from __future__ import annotations

import sys

from kernelwire_codegen.commands import main

sys.exit(main())
