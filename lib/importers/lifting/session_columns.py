"""Where a set log says which session a row belongs to."""

from dataclasses import dataclass, field

# Start and title of a session as they are written, then the time of day where it has a column of its own.
KeyTexts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SessionColumns:
    """Where a session's start, title and notes stand, and what the columns are called.

    clock_at: the time of day, where it stands in another column than the date.
    set_time_at: the time of each set, where the log has no start of the session; the earliest one is.
    by_id:    the start is an id of the session, and the time of a set its whole moment.
    """

    start_at: int
    title_at: int
    notes_at: int
    start: str
    title: str
    notes: str
    clock_at: int | None = field(default=None, kw_only=True)
    set_time_at: int | None = field(default=None, kw_only=True)
    set_time: str = field(default="", kw_only=True)
    by_id: bool = field(default=False, kw_only=True)

    @property
    def key_at(self) -> tuple[int, ...]:
        """The columns that tell one session from another."""
        return (
            (self.start_at, self.title_at) if self.clock_at is None else (self.start_at, self.title_at, self.clock_at)
        )
