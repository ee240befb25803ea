"""The garbage collector, out of the way while an import makes millions of tuples and no cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """A sixth of a large import would go into looking through what it has made.

    Of two imports at once, the first to end lets it run again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
