"""`python -m pipeline.cli` is the command `quifaitquoi`."""

import sys

from pipeline.cli import main

sys.exit(main())
