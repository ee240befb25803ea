"""Which records may be one bout with another one, and which share their time."""

from typing import Final

import pandas as pd

from lib.model.record_id import RecordId
from lib.model.vocabulary import RecordKind
from lib.services.bouts.find import find_all
from lib.store.account import Account
from lib.store.records import duplicate_decisions, links

_AWAY: Final = r"left out|in the bin|the same bout as .*|moved by its source.*"

Pairs = list[tuple[str, str]]


def unsure_pairs(account: Account, kind: RecordKind, listed: pd.DataFrame) -> Pairs:
    """Ids of records of a kind that may be one bout and are not certain enough to be counted once; both count as it is.

    listed: LISTED_ACTIVITIES or LISTED_SESSIONS.
    """
    with account.read() as conn:
        decisions = duplicate_decisions.read_all(conn, account.athlete_id)
        states = links.read_duplicate_states(conn, account.athlete_id, kind)
        records = {each: [state.candidate for state in states] if each is kind else [] for each in RecordKind}
        found = find_all(conn, account.athlete_id, records, decisions)
    there = set(listed.loc[~listed["why_not"].str.fullmatch(_AWAY), "id"])
    named = ((str(RecordId(kind, one.id)), str(RecordId(kind, other.id))) for one, other in found[kind].unsure)
    return [pair for pair in named if there.issuperset(pair)]


def records_of(pairs: Pairs) -> frozenset[str]:
    """The ids of all of them."""
    return frozenset(each for pair in pairs for each in pair)


def others_of(record: str, pairs: Pairs) -> list[str]:
    """What may be one bout with a record."""
    return sorted(set().union(*(set(pair) - {record} for pair in pairs if record in pair)))


def at_once(listed: pd.DataFrame) -> frozenset[str]:
    """The ids of records that count and share some of their time with another one that counts. listed: LISTED_SESSIONS."""
    timed = listed[listed["counted"] & (listed["precision"] != "date")].sort_values("local_start")
    ends = timed["local_start"] + pd.to_timedelta(timed["elapsed_s"].fillna(0), unit="s")
    inside_another = timed["local_start"] < ends.cummax().shift()
    until_another = ends > timed["local_start"].shift(-1)
    return frozenset(timed.loc[inside_another | until_another, "id"])
