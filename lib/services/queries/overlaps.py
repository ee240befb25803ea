"""Which records may be one bout with another one, and which share their time."""

from typing import Final

import pandas as pd

from lib.analysis.duplicates.near_in_time import Pair
from lib.model.record_id import RecordId
from lib.model.vocabulary import RecordKind
from lib.services.bouts.find import find_all
from lib.services.bouts.relink_near import SURROUNDINGS
from lib.store.account import Account
from lib.store.database.engine import Connection
from lib.store.records import duplicate_decisions, links, listing
from lib.store.records.links import Days

_AWAY: Final = r"left out|in the bin|the same bout as .*|moved by its source.*"

Pairs = list[tuple[str, str]]


def unsure_pairs(account: Account, kind: RecordKind, listed: pd.DataFrame) -> Pairs:
    """Ids of records of a kind that may be one bout and are not certain enough to be counted once; both count as it is.

    listed: LISTED_ACTIVITIES or LISTED_SESSIONS.
    """
    with account.read() as conn:
        unsure = _unsure(conn, account.athlete_id, kind)
    there = set(listed.loc[~listed["why_not"].str.fullmatch(_AWAY), "id"])
    named = ((str(RecordId(kind, one.id)), str(RecordId(kind, other.id))) for one, other in unsure)
    return [pair for pair in named if there.issuperset(pair)]


def records_of(pairs: Pairs) -> frozenset[str]:
    """The ids of all of them."""
    return frozenset(each for pair in pairs for each in pair)


def others_of(account: Account, record: RecordId) -> list[str]:
    """What may be one bout with a record by `unsure_pairs`, asked of its surroundings alone; [] of an unknown one."""
    with account.read() as conn:
        starts = links.read_starts(conn, account.athlete_id, record.kind, [record.number])
        if not starts:
            return []
        days = Days(min(starts), max(starts)).wider(SURROUNDINGS[record.kind])
        unsure = _unsure(conn, account.athlete_id, record.kind, days)
        named = {each.id for pair in unsure if record.number in (pair[0].id, pair[1].id) for each in pair}
        rows = listing.read_rows(conn, account.athlete_id, record.kind, named)
    there = {number for number, row in rows.items() if not (row["why_not"] or row["duplicate_of"])}
    others = there - {record.number} if record.number in there else frozenset()
    return sorted(str(RecordId(record.kind, each)) for each in others)


def at_once(listed: pd.DataFrame) -> frozenset[str]:
    """The ids of records that count and share some of their time with another one that counts. listed: LISTED_SESSIONS."""
    timed = listed[listed["counted"] & (listed["precision"] != "date")].sort_values("local_start")
    ends = timed["local_start"] + pd.to_timedelta(timed["elapsed_s"].fillna(0), unit="s")
    inside_another = timed["local_start"] < ends.cummax().shift()
    until_another = ends > timed["local_start"].shift(-1)
    return frozenset(timed.loc[inside_another | until_another, "id"])


def _unsure(conn: Connection, athlete_id: int, kind: RecordKind, days: Days | None = None) -> list[Pair]:
    """days: of the records that start on one of them."""
    decisions = duplicate_decisions.read_all(conn, athlete_id)
    states = links.read_duplicate_states(conn, athlete_id, kind, days=days)
    records = {each: [state.candidate for state in states] if each is kind else [] for each in RecordKind}
    return find_all(conn, athlete_id, records, decisions)[kind].unsure
