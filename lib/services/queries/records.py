"""Every record of an athlete, whether it counts or not, and why not."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import pandas as pd

from lib.analysis.records.choose import ASIDE
from lib.analysis.records.plausible import why_implausible
from lib.model.frames.records import LISTED_ACTIVITIES, LISTED_SESSIONS
from lib.model.frames.spec import TEXT, FrameSpec
from lib.model.history import BINNED, BOUT, LEFT_OUT, RECORD, RecordRef
from lib.model.record_id import RecordId
from lib.model.vocabulary import Precision, RecordKind, Sport, WhyNot
from lib.store.account import Account
from lib.store.database.engine import Connection
from lib.store.own import aliases, history
from lib.store.records import listing
from lib.store.records.listing import Row

_NO_EDIT: Final = frozenset({BINNED, LEFT_OUT, RECORD})


def list_activities(account: Account) -> pd.DataFrame:
    """LISTED_ACTIVITIES: every activity of any sport, newest first. Only runs count as running."""
    with account.read() as conn:
        rows = _read(conn, account.athlete_id, RecordKind.ACTIVITY)
    return _without_implausible(_frame(LISTED_ACTIVITIES, rows), rows)


def list_sessions(account: Account) -> pd.DataFrame:
    """LISTED_SESSIONS: every strength session, newest first."""
    with account.read() as conn:
        rows = _read(conn, account.athlete_id, RecordKind.SESSION)
        sets = listing.count_sets(conn, account.athlete_id)
        names = listing.exercises_of_sessions(conn, account.athlete_id)
    for number, row in rows.items():
        row |= {"sets": sets.get(number, 0), "exercises": ", ".join(names.get(number, []))}
    return _frame(LISTED_SESSIONS, rows)


def records_json(listed: pd.DataFrame, start: date | None, end: date | None) -> list[dict[str, Any]]:
    """The rows of a list as plain data, newest first; start and end are the first and the last day."""
    days = listed["local_start"].dt.date
    within = listed[(days >= (start or date.min)) & (days <= (end or date.max))]
    return [_json(row) for row in within.to_dict("records")]


def _json(row: Mapping[Any, Any]) -> dict[str, Any]:
    start = row["local_start"].to_pydatetime()
    return {
        "id": row["id"],
        "start": start.date().isoformat() if row["precision"] == Precision.DATE else start.isoformat(),
        "title": row["title"],
        "sport": row.get("sport", Sport.STRENGTH.value),
        "distance_m": _number(row.get("distance_m")),
        "moving_s": _number(row.get("moving_s")),
        "sets": row.get("sets"),
        "counted": row["counted"],
        "why_not": row["why_not"] or None,
        "sources": row["sources"].split(", "),
        "edited": row["edited"],
    }


def _number(value: float | None) -> float | None:
    return None if value is None or pd.isna(value) else float(value)


def _read(conn: Connection, athlete_id: int, kind: RecordKind) -> dict[int, Row]:
    rows = listing.read_rows(conn, athlete_id, kind)
    words = history.read_words(conn, athlete_id)
    moves = aliases.read_aliases(conn, athlete_id, moved=True)
    ids = {RecordRef(kind, row["source"], row["source_key"]): number for number, row in rows.items()}
    others: dict[int, list[str]] = {}
    for row in rows.values():
        if row["duplicate_of"] and not row["deleted_at"]:
            others.setdefault(row["duplicate_of"], []).append(row["source"])
    for ref, number in ids.items():
        row = rows[number]
        row["id"], row["local_start"] = str(RecordId(kind, number)), row["start_local"]
        row["sources"] = ", ".join(dict.fromkeys([row["source"], *others.get(number, [])]))
        row["why_not"] = _why_not(row, kind, ids.get(moves.get(ref, ref)))
        row["counted"] = not row["why_not"]
        row["counted_anyway"] = words.get(ref, {}).get(LEFT_OUT) is False
        row["edited"] = any(not each.startswith(BOUT) and each not in _NO_EDIT for each in words.get(ref, ()))
    return rows


def _without_implausible(listed: pd.DataFrame, rows: Mapping[int, Row]) -> pd.DataFrame:
    """LISTED_ACTIVITIES in which runs that nobody ran do not count, unless the person says so."""
    anyway = [row["counted_anyway"] for row in rows.values()]
    why = why_implausible(listed)
    aside = listed["counted"] & (why != "") & ~pd.Series(anyway, index=listed.index, dtype="bool")
    return listed.assign(counted=listed["counted"] & ~aside, why_not=listed["why_not"].mask(aside, f"{ASIDE}: " + why))


def _why_not(row: Row, kind: RecordKind, now: int | None) -> str:
    """Why a record does not count, "" where it does."""
    if row["deleted_at"]:
        return "in the bin"
    if row["why_not"] == WhyNot.MOVED:
        return f"moved by its source, now {RecordId(kind, now)}" if now else "moved by its source"
    if row["why_not"]:
        return "left out"
    if row["duplicate_of"]:
        return f"the same bout as {RecordId(kind, row['duplicate_of'])}"
    if kind is RecordKind.ACTIVITY and row["sport"] != Sport.RUN:
        return _other_sport(row)
    return ""


def _other_sport(row: Row) -> str:
    if row["sport"] != Sport.STRENGTH:
        return "not a run"
    linked = row["session_id"]
    return f"its sets are in {RecordId(RecordKind.SESSION, linked)}" if linked else "strength, counted as a session"


def _frame(spec: FrameSpec[pd.DataFrame], rows: Mapping[int, Row]) -> pd.DataFrame:
    texts = [name for name, dtype in spec.dtypes.items() if dtype == TEXT]
    return spec.make([row | {name: row[name] or "" for name in texts} for row in rows.values()])
