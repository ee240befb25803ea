"""What runs of pages leave behind in circles is cleared away after every fiftieth.

Streamlit would look through the whole heap after every run (`runner.postScriptGC`), which was half of what a run cost. A
run leaves a tenth of a megabyte that only the collector can free. Python's own collector finds it by and by, but pauses
while a file is imported; so some are cleared away whatever it does.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Final

RUNS: Final = 50
_ended: Final = count(1)


@contextmanager
def cleared() -> Iterator[None]:
    """Around one run, however it ends."""
    try:
        yield
    finally:
        if next(_ended) % RUNS == 0:
            gc.collect()
