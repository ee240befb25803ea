"""Logging a session or a run by hand."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from lib.model.errors import TrainingDataError
from lib.model.history import BY_HAND, RECORD, RecordRef, What
from lib.model.record_id import RecordId
from lib.model.records import Activity, LiftingSet, Session, Start
from lib.model.vocabulary import Precision, RecordKind, Sport, SubSport, TimeBasis
from lib.services.bouts.acts import Said, act
from lib.services.editing.edit import local_now
from lib.services.editing.fields import read_start
from lib.store.account import Account
from lib.store.database.engine import Connection
from lib.store.records import contents, records

_DAY = len("2026-11-28")


@dataclass(frozen=True, slots=True)
class LoggedSession:
    """A session as the person tells it. start: as fields.read_start keeps it. elapsed_s: seconds; session_rpe: 0 to 10."""

    start: str
    sets: Sequence[LiftingSet]
    title: str = ""
    notes: str = ""
    elapsed_s: float | None = None
    session_rpe: float | None = None


@dataclass(frozen=True, slots=True)
class LoggedRun:
    """A run as the person tells it; SI units, None is not known."""

    start: str
    distance_m: float | None = None
    moving_s: float | None = None
    sport: Sport = Sport.RUN
    sub_sport: SubSport = SubSport.NONE
    elapsed_s: float | None = None
    title: str = ""
    notes: str = ""
    gear: str = ""
    session_rpe: float | None = None


class Logged(NamedTuple):
    """What came of it."""

    id: RecordId
    sets: int
    entry: int


def log_session(account: Account, told: LoggedSession, now: datetime | None = None) -> Logged:
    """Keep a session. TrainingDataError where it has no set or starts in the future."""
    with account.write() as conn:
        return log_session_in(conn, account.athlete_id, told, now or datetime.now(UTC))


def log_session_in(conn: Connection, athlete_id: int, told: LoggedSession, now: datetime) -> Logged:
    """See log_session; within a transaction that does more."""
    if not told.sets:
        raise TrainingDataError("A session needs at least one set.")
    sets = tuple(each._replace(line=number) for number, each in enumerate(told.sets, start=1))

    def record(key: str, start: Start) -> Session:
        return Session(
            source_key=key,
            start=start,
            sets=sets,
            line=0,
            title=told.title,
            notes=told.notes,
            elapsed_s=told.elapsed_s,
            session_rpe=told.session_rpe,
        )

    return _log(conn, athlete_id, RecordKind.SESSION, told.start, record, now, len(sets))


def log_run(account: Account, told: LoggedRun, now: datetime | None = None) -> Logged:
    """Keep a run. TrainingDataError where neither distance nor time is known, or it starts in the future."""
    with account.write() as conn:
        return log_run_in(conn, account.athlete_id, told, now or datetime.now(UTC))


def log_run_in(conn: Connection, athlete_id: int, told: LoggedRun, now: datetime) -> Logged:
    """See log_run; within a transaction that does more."""
    if not told.distance_m and not told.moving_s:
        raise TrainingDataError("A run needs a distance or a time.")

    def record(key: str, start: Start) -> Activity:
        return Activity(
            source_key=key,
            sport=told.sport,
            sub_sport=told.sub_sport,
            elapsed_s=told.elapsed_s,
            start=start,
            line=0,
            title=told.title,
            notes=told.notes,
            gear=told.gear,
            distance_m=told.distance_m,
            moving_s=told.moving_s,
            session_rpe=told.session_rpe,
        )

    return _log(conn, athlete_id, RecordKind.ACTIVITY, told.start, record, now, 0)


def word_of_record(record: Activity | Session, number: int) -> dict[str, Any]:
    """The word of the history on a record that the person logs."""
    content = contents.of_record(record)
    if isinstance(record, Session):
        content = content | {"sets": [list(each) for each in record.sets]}
    return {"id": number, "content": content}


def new_record(conn: Connection, athlete_id: int, kind: RecordKind) -> tuple[RecordRef, int]:
    """The name and the number of a record that is about to be logged."""
    return RecordRef(kind, BY_HAND, secrets.token_hex(8)), records.next_id(conn, athlete_id, kind)


def start_of(text: str) -> Start:
    """The start of a bout that was logged by hand: a wall clock, or a day alone."""
    day_only = len(text) == _DAY
    local = datetime.fromisoformat(text)
    precision = Precision.DATE if day_only else Precision.SECOND
    return Start(raw=text, basis=TimeBasis.WALL_CLOCK, local=local, precision=precision)


def _log(
    conn: Connection,
    athlete_id: int,
    kind: RecordKind,
    start: str,
    record: Callable[[str, Start], Activity | Session],
    now: datetime,
    sets: int,
) -> Logged:
    kept = read_start(start, local_now(conn, athlete_id, now))
    ref, number = new_record(conn, athlete_id, kind)
    word = word_of_record(record(ref.source_key, start_of(kept)), number)
    entry = act(conn, athlete_id, What.LOG, [Said(ref, number, RECORD, word)], now)
    return Logged(RecordId(kind, number), sets, entry or 0)
