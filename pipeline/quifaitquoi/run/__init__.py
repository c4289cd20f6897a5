"""The order of the stages, for one article (`stages`) or a whole run (`runner`)."""

import os
import sys

# The library that multiplies matrices fastest must keep to one thread, as its processes are many.
# It looks when numpy is loaded.
if "numpy" not in sys.modules:
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
