"""Long work that runs beside the page, so that a click elsewhere cannot tear it out of its transaction: imports, archives."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event, Thread
from time import monotonic
from typing import Any, Final, Generic, TypeVar

from lib.failures.boundary import outcome
from lib.failures.told import Told
from lib.model.errors import Cancelled
from lib.services.importing.import_files import Tick

Made = TypeVar("Made")

_UNDER_WAY: Final[set["Job[Any]"]] = set()
_INTERRUPTED: Final = "It was interrupted. Nothing of it was kept; start it again."


def cancel_all() -> None:
    """Ask every import of this process to stop."""
    for job in tuple(_UNDER_WAY):
        job.cancel()


def stop_all(within_s: float) -> None:
    """Stop every import of this process, and wait until they are rolled back; no longer than this many seconds."""
    cancel_all()
    deadline = monotonic() + within_s
    for job in tuple(_UNDER_WAY):
        job.wait(max(0.0, deadline - monotonic()))


@dataclass(slots=True, eq=False)
class Job(Generic[Made]):
    """One piece of work that runs. The page polls it; the thread never calls Streamlit.

    total: rows expected, from the preview. title: what it works on, where that is not the file of the last tick.
    made: what it gave.
    """

    work: Callable[[Tick], Made]
    total: int
    title: str = ""
    file: str = ""
    made: Made | None = None
    error: Told | None = None
    _rows: dict[str, int] = field(default_factory=dict)
    _cancel: Event = field(default_factory=Event)
    _thread: Thread | None = None

    def start(self) -> "Job[Made]":
        """Begin; returns at once."""
        self._thread = Thread(target=self._run, name="import", daemon=False)
        _UNDER_WAY.add(self)
        self._thread.start()
        return self

    def cancel(self) -> None:
        """Ask it to stop; everything is rolled back at the next row."""
        self._cancel.set()

    def wait(self, seconds: float) -> None:
        """Until it has ended, but no longer than this."""
        if self._thread is not None:
            self._thread.join(seconds)

    @property
    def running(self) -> bool:
        """Whether it still works."""
        return self._thread is not None and self._thread.is_alive()

    @property
    def rows(self) -> int:
        """Rows read so far, over all files."""
        return sum(self._rows.values())

    @property
    def share(self) -> float:
        """How far it is, 0 to 1."""
        return min(1.0, self.rows / self.total) if self.total else 0.0

    @property
    def ended(self) -> Made | Told:
        """What it did, or why it did nothing; to be asked once it no longer runs."""
        if self.error is None and self.made is not None:
            return self.made
        return self.error or Told(_INTERRUPTED)

    def _run(self) -> None:
        try:
            ended = outcome(lambda: self.work(self._tick))
        finally:
            _UNDER_WAY.discard(self)
        if isinstance(ended, Told):
            self.error = ended
        else:
            self.made = ended

    def _tick(self, name: str, rows: int) -> None:
        self.file = name
        self._rows[name] = rows
        if self._cancel.is_set():
            raise Cancelled("Stopped. Nothing of this import was kept.")
