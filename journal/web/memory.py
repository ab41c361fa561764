"""What is loaded once stays: told to the garbage collector, so that it stops looking.

Streamlit collects all garbage after every run of the script. With everything that was imported in
view that costs more than the run itself (14 runs a second; 100 with the imports frozen).
"""

import gc
import sys

_loaded = 0


def settle() -> None:
    """Freeze what is in memory, when modules were imported since the last time."""
    # A page may bring in its libraries when it is first opened, so once is not enough.
    global _loaded  # noqa: PLW0603 - about this process, and nothing of any reader
    if len(sys.modules) == _loaded:
        return
    _loaded = len(sys.modules)
    gc.collect()
    gc.freeze()
