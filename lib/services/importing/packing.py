"""The bytes of imported files as they are kept: packed by other cores, while this one reads files and writes rows."""

import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from typing import Final

from lib.importers.base import Upload

# More would only wait in memory.
_AHEAD: Final = 3
_BLOCK: Final = 1 << 20


@contextmanager
def packing(uploads: Iterable[Upload | None]) -> Iterator[Iterator[Future[bytes]]]:
    """All bytes of each file, zlib, in their order; of None nothing.

    The first few are packed from now on, a further one whenever one is taken. What reading a file raises is raised by its future.
    """
    pool = ThreadPoolExecutor(thread_name_prefix="packing")
    try:
        waiting = iter(uploads)
        yield _taken(pool, deque(_started(pool, islice(waiting, _AHEAD))), waiting)
    finally:
        pool.shutdown(cancel_futures=True)


def _taken(
    pool: ThreadPoolExecutor, started: deque[Future[bytes]], waiting: Iterator[Upload | None]
) -> Iterator[Future[bytes]]:
    while started:
        first = started.popleft()
        yield first
        started.extend(_started(pool, islice(waiting, 1)))


def _started(pool: ThreadPoolExecutor, uploads: Iterable[Upload | None]) -> list[Future[bytes]]:
    return [pool.submit(_packed, upload) for upload in uploads]


def _packed(upload: Upload | None) -> bytes:
    """Block by block: a file may be larger than the memory."""
    if upload is None:
        return b""
    packer = zlib.compressobj(level=1)
    with upload.open() as stream:
        blocks = [packer.compress(block) for block in iter(lambda: stream.read(_BLOCK), b"")]
    return b"".join([*blocks, packer.flush()])
