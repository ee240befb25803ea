"""Runs of pages take turns: one at a time, in the order in which people asked.

Python works on one thread at a time. Fifty scripts at once share it in slices of 5 ms, and with them the thread that
takes messages to the browsers: each run ends as late as all of them, even on an idle machine. In turn, a run has the
process for itself, and who asked first is served first. Nobody is held up by a long run: after a quarter of a second
the next one starts beside it.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock, local
from time import monotonic
from typing import Final

_LONGEST_S: Final = 0.25


class Turnstile:
    """Lets one thread in after the other. longest_s: how long a turn keeps the others out, in seconds."""

    def __init__(self, longest_s: float) -> None:
        self._longest_s = longest_s
        self._lock = Lock()
        self._waiting: deque[Event] = deque()
        self._inside: Event | None = None
        self._since = 0.0
        self._mine = local()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for one's turn, and give it back however this ends. A thread that has its turn need not wait again."""
        if getattr(self._mine, "taken", False):
            yield
            return
        ticket = Event()
        self._queue(ticket)
        try:
            self._wait(ticket)
            self._mine.taken = True
            yield
        finally:
            self._mine.taken = False
            self._leave(ticket)

    def _queue(self, ticket: Event) -> None:
        with self._lock:
            self._waiting.append(ticket)
            if self._inside is None:
                self._admit_next()

    def _wait(self, ticket: Event) -> None:
        # From when the one inside came in, not from now: whoever waits behind two long ones need not wait for both.
        while not ticket.wait(max(0.0, self._since + self._longest_s - monotonic())):
            with self._lock:
                # Whoever sees that the turn has lasted too long lets the first in line go, not oneself.
                if monotonic() - self._since >= self._longest_s:
                    self._admit_next()

    def _leave(self, ticket: Event) -> None:
        with self._lock:
            if self._inside is ticket:
                self._admit_next()
            elif ticket in self._waiting:  # something ended the thread while it waited
                self._waiting.remove(ticket)

    def _admit_next(self) -> None:
        self._inside = self._waiting.popleft() if self._waiting else None
        self._since = monotonic()
        if self._inside is not None:
            self._inside.set()


_PAGES: Final = Turnstile(_LONGEST_S)


@contextmanager
def in_turn() -> Iterator[None]:
    """The turn of a page. Also a decorator, for what Streamlit runs without its page, such as a dialog."""
    with _PAGES.turn():
        yield
