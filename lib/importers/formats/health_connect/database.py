"""The SQLite file that Android's Health Connect exports: its sessions, with the metres and heart beats written in them.

The file is a stranger's: it is opened for reading only, its schema is not trusted, and of its tables only those that are
plain ones are asked. A distance or a heart rate belongs to the session of the same app that it lies in.
"""

import shutil
import sqlite3
import tempfile
import time
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path
from typing import Final

from lib.importers.base import Upload
from lib.model.errors import UnreadableFile

SESSIONS: Final = "exercise_session_record_table"
_NEEDED: Final = ("row_id", "start_time", "end_time", "exercise_type", "app_info_id")
_MAY_BE: Final = ("start_zone_offset", "title", "notes")
_SLACK_MS: Final = 60_000  # apps round the ends of what they measured
_MOST_SECONDS: Final = 300.0
_STEPS: Final = 100_000
_LEAST: Final = 1e-300
_TABLES: Final = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'"
_DISTANCES: Final = "SELECT app_info_id, start_time, end_time, distance FROM distance_record_table"
_BEATS: Final = (
    "SELECT r.app_info_id, s.epoch_millis, s.epoch_millis, s.beats_per_minute "
    "FROM heart_rate_record_series_table AS s JOIN heart_rate_record_table AS r ON r.row_id = s.parent_key"
)


@dataclass(slots=True)
class ExerciseSession:
    """One session as it is stored. Times in milliseconds of UTC, the offset in seconds; None is "not said".

    timed: (second, beats a minute), in any order.
    """

    number: int
    app: object
    start_ms: float | None
    end_ms: float | None
    offset_s: float | None
    sport: float | None
    title: str = ""
    notes: str = ""
    metres: float | None = None
    beats: float = 0.0
    samples: int = 0
    most_beats: float | None = None
    timed: list[tuple[float, float]] = field(default_factory=list)


def exercise_sessions(upload: Upload) -> list[ExerciseSession]:
    """Every session by its start. UnreadableFile where the file is damaged or has no sessions in the known layout."""
    try:
        with _opened(upload) as connection:
            return _read(connection)
    except (sqlite3.Error, UnicodeDecodeError) as error:  # a damaged schema is quoted in the message
        raise UnreadableFile(f"The database is damaged or not Health Connect's: {error}.") from error


@contextmanager
def _opened(upload: Upload) -> Iterator[sqlite3.Connection]:
    with tempfile.TemporaryDirectory() as folder:
        path = upload.source if isinstance(upload.source, Path) else Path(folder, "health_connect.db")
        if path is not upload.source:
            with upload.open() as source, path.open("wb") as copy:
                shutil.copyfileobj(source, copy)
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            _distrust(connection)
            yield connection
        finally:
            connection.close()


def _distrust(connection: sqlite3.Connection) -> None:
    deadline = time.monotonic() + _MOST_SECONDS
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace").replace("\0", "\ufffd")
    connection.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS)
    for pragma in ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _read(connection: sqlite3.Connection) -> list[ExerciseSession]:
    tables = {name for (name,) in connection.execute(_TABLES)}
    there = (
        {column for _, column, *_ in connection.execute(f"PRAGMA table_info({SESSIONS})")}
        if SESSIONS in tables
        else set()
    )
    if not there.issuperset(_NEEDED):
        raise UnreadableFile("This database has no exercise sessions as Health Connect writes them.", column=SESSIONS)
    more = [column if column in there else "NULL" for column in _MAY_BE]
    columns = ", ".join((*_NEEDED[1:], *more))
    rows = connection.execute(f"SELECT {columns} FROM {SESSIONS} ORDER BY start_time, row_id")  # noqa: S608 - our own names
    sessions = [_session(number, *row) for number, row in enumerate(rows, start=1)]
    if "distance_record_table" in tables:
        _add(sessions, connection.execute(_DISTANCES), _add_metres)
    if {"heart_rate_record_table", "heart_rate_record_series_table"} <= tables:
        _add(sessions, connection.execute(_BEATS), _add_beat)
    return sessions


def _session(
    number: int, start: object, end: object, sport: object, app: object, offset: object, title: object, notes: object
) -> ExerciseSession:
    return ExerciseSession(
        number, app, _number(start), _number(end), _number(offset), _number(sport), _text(title), _text(notes)
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _add(
    sessions: Sequence[ExerciseSession],
    rows: Iterable[Sequence[object]],
    add: Callable[[ExerciseSession, float, float], None],
) -> None:
    """What was measured, (app, start, end, value) a row, to the session of the app that it lies in."""
    by_app: dict[object, list[ExerciseSession]] = {}
    for session in sessions:
        if session.start_ms is not None and session.end_ms is not None:
            by_app.setdefault(session.app, []).append(session)
    starts = {app: [each.start_ms or 0.0 for each in several] for app, several in by_app.items()}
    for app, start, end, value in rows:
        first, last, measured = _number(start), _number(end), _number(value)
        if app not in by_app or first is None or last is None or measured is None:
            continue
        place = bisect_right(starts[app], first + _SLACK_MS) - 1
        if place >= 0 and last <= (by_app[app][place].end_ms or 0.0) + _SLACK_MS:
            add(by_app[app][place], measured, first)


def _add_metres(session: ExerciseSession, metres: float, _at_ms: float) -> None:
    session.metres = (session.metres or 0.0) + metres


def _add_beat(session: ExerciseSession, beats: float, at_ms: float) -> None:
    session.beats, session.samples = session.beats + beats, session.samples + 1
    session.most_beats = max(session.most_beats or 0.0, beats)
    session.timed.append((at_ms / 1000, beats))


def _number(value: object) -> float | None:
    """A finite number; None for anything else, and for the least one there is, which stands for "not recorded"."""
    if not isinstance(value, int | float) or not isfinite(value) or 0 < value < _LEAST:
        return None
    return float(value)
