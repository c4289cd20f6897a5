"""`python -m quifaitquoi` is the command `quifaitquoi`."""

import sys

from quifaitquoi.cli import main

sys.exit(main())
