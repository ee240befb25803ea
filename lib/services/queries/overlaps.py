"""Which records may be one bout with another one, and which share their time."""

import pandas as pd

from lib.model.record_id import RecordId
from lib.model.vocabulary import RecordKind
from lib.services.bouts.find import find_all
from lib.store.account import Account
from lib.store.records import duplicate_decisions, links


def unsure_activities(account: Account) -> frozenset[str]:
    """The ids of activities that are near another one in time and not certain enough to be counted once."""
    kind = RecordKind.ACTIVITY
    with account.read() as conn:
        decisions = duplicate_decisions.read_all(conn, account.athlete_id)
        states = links.read_duplicate_states(conn, account.athlete_id, kind)
        found = find_all(
            conn,
            account.athlete_id,
            {kind: [each.candidate for each in states], RecordKind.SESSION: []},
            decisions,
        )
    counts = {each.candidate.id for each in states if each.duplicate_of is None}
    pairs = (pair for pair in found[kind].unsure if all(each.id in counts for each in pair))
    return frozenset(str(RecordId(kind, each.id)) for pair in pairs for each in pair)


def at_once(listed: pd.DataFrame) -> frozenset[str]:
    """The ids of records that count and share some of their time with another one that counts. listed: LISTED_SESSIONS."""
    timed = listed[listed["counted"] & (listed["precision"] != "date")].sort_values("local_start")
    ends = timed["local_start"] + pd.to_timedelta(timed["elapsed_s"].fillna(0), unit="s")
    inside_another = timed["local_start"] < ends.cummax().shift()
    until_another = ends > timed["local_start"].shift(-1)
    return frozenset(timed.loc[inside_another | until_another, "id"])
