"""The server of `legwork run`: one process, warm before the first visitor, gone soon after it is told to go."""

import os
import signal
import sys
from asyncio import to_thread
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event, Thread
from types import FrameType
from typing import Any, Final

from streamlit.starlette import App

from lib.ui.shell import boundary, daily_backup, jobs, readiness, warm_up

APP: Final = Path(__file__).parents[3] / "app.py"
# Service managers and containers kill what is still there after some seconds.
ENDS_WITHIN_S: Final = 3.0


_received: Final[list[int]] = []


def serve(port: int, arguments: Sequence[str], settings: Mapping[str, Any] | None = None) -> int | None:
    """Serve until a signal comes; its number. arguments: what the pages find in sys.argv. port: 0 for any free one.

    settings: Streamlit's, which win over those of .streamlit/config.toml.
    """
    # Streamlit looks beside the program of this name for .streamlit/config.toml.
    sys.argv = [str(APP), *arguments]
    App(APP, lifespan=_life, **boundary.settings()).run(config={"server.port": port, **(settings or {})})
    return _received[0] if _received else None


@asynccontextmanager
async def _life(_app: App) -> AsyncIterator[None]:
    """From the moment that the server listens until its last connection has ended."""
    for number in (signal.SIGTERM, signal.SIGINT):
        _end_in_time(number)
    warm_up.begin()
    readiness.begin()
    backups_end = daily_backup.begin()
    try:
        yield
    finally:
        backups_end.set()
        await to_thread(jobs.stop_all, ENDS_WITHIN_S)


def _end_in_time(number: signal.Signals) -> None:
    """Let imports in flight end at once when the signal comes, and the process within the time whatever still runs."""
    ends_server: Any = signal.getsignal(number)

    def soon(received: int, frame: FrameType | None) -> None:
        _received.append(received)
        Thread(target=_leave, args=(received,), name="leaving", daemon=True).start()
        ends_server(received, frame)

    signal.signal(number, soon)


def _leave(number: int) -> None:
    jobs.cancel_all()
    Event().wait(ENDS_WITHIN_S)
    os._exit(128 + number)  # an open transaction is rolled back by the database, as after a power cut
