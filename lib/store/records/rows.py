"""Records as rows of the database, and back."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from operator import attrgetter
from typing import Any, Final

from lib.model.records import Activity, LiftingSet, Session, Start
from lib.model.vocabulary import (
    LoadMode,
    Precision,
    SetKind,
    Side,
    TimeBasis,
    WeightUnit,
)
from lib.store.database.moments import from_text, from_text_or_none, to_text, to_text_or_none


def _words(record: type[Activity | Session]) -> dict[str, Callable[[str], Any]]:
    """The fields that are text or a word of a closed list, each with its type; keys are no part of what a record says."""
    kinds = {each.name: each.type for each in fields(record) if each.name != "source_key"}
    return {name: kind for name, kind in kinds.items() if isinstance(kind, type) and issubclass(kind, str)}


def _numbers(record: type[Activity | Session]) -> tuple[str, ...]:
    return tuple(each.name for each in fields(record) if each.type == float | None)


_ACTIVITY_WORDS: Final = _words(Activity)
_ACTIVITY_NUMBERS: Final = _numbers(Activity)
_SESSION_WORDS: Final = _words(Session)
_SESSION_NUMBERS: Final = _numbers(Session)
START_CONTENT: Final = ("start_raw", "precision", "time_basis", "start_utc", "start_local", "local_date")

# What a record says, in the order of the row; keys, marks of the person and links are no part of it.
ACTIVITY_CONTENT: Final = (*_ACTIVITY_WORDS, *START_CONTENT, *_ACTIVITY_NUMBERS)
SESSION_CONTENT: Final = (*_SESSION_WORDS, *START_CONTENT, *_SESSION_NUMBERS)
SET_CONTENT: Final = LiftingSet._fields
RECORD_KEY: Final = ("athlete_id", "id", "source", "source_key", "content_hash")

_activity_words = attrgetter(*_ACTIVITY_WORDS)
_activity_numbers = attrgetter(*_ACTIVITY_NUMBERS)
_session_words = attrgetter(*_SESSION_WORDS)
_session_numbers = attrgetter(*_SESSION_NUMBERS)


def activity_row(activity: Activity) -> tuple[Any, ...]:
    """The values of ACTIVITY_CONTENT. ValueError when the start has no wall clock yet."""
    return (*_activity_words(activity), *_start_row(activity.start), *_activity_numbers(activity))


def session_row(session: Session) -> tuple[Any, ...]:
    """The values of SESSION_CONTENT. ValueError when the start has no wall clock yet."""
    return (*_session_words(session), *_start_row(session.start), *_session_numbers(session))


def activity_from_row(row: Mapping[str, Any]) -> Activity:
    """The activity that a row holds; the line of its file is not kept."""
    return Activity(
        source_key=row["source_key"],
        start=_start_from_row(row),
        line=0,
        **{name: kind(row[name]) for name, kind in _ACTIVITY_WORDS.items()},
        **{name: row[name] for name in _ACTIVITY_NUMBERS},
    )


def session_from_row(row: Mapping[str, Any], sets: tuple[LiftingSet, ...]) -> Session:
    """The session that a row and its sets hold; its line is that of its first set."""
    return Session(
        source_key=row["source_key"],
        start=_start_from_row(row),
        sets=sets,
        line=sets[0].line if sets else 0,
        **{name: kind(row[name]) for name, kind in _SESSION_WORDS.items()},
        **{name: row[name] for name in _SESSION_NUMBERS},
    )


def set_from_row(values: tuple[Any, ...]) -> LiftingSet:
    """The set that the values of SET_CONTENT hold."""
    raw = LiftingSet._make(values)
    return raw._replace(
        kind=SetKind(raw.kind),
        load_unit=None if raw.load_unit is None else WeightUnit(raw.load_unit),
        load_mode=LoadMode(raw.load_mode),
        side=Side(raw.side),
    )


def _start_row(start: Start) -> tuple[Any, ...]:
    if start.local is None:
        raise TypeError("a start needs its wall clock before it can be stored")
    local = to_text(start.local)
    return (start.raw, start.precision, start.basis, to_text_or_none(start.utc), local, local[:10])


def _start_from_row(row: Mapping[str, Any]) -> Start:
    return Start(
        raw=row["start_raw"],
        basis=TimeBasis(row["time_basis"]),
        local=from_text(row["start_local"]),
        utc=from_text_or_none(row["start_utc"]),
        precision=Precision(row["precision"]),
    )
