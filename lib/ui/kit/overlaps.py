"""Records that may be one bout with another one, which nobody joined: worked out once for a state of the data."""

from lib.model.record_id import RecordId
from lib.model.vocabulary import RecordKind
from lib.services.queries.overlaps import Pairs, others_of, unsure_pairs
from lib.ui.shell import queries


def unsure(kind: RecordKind) -> Pairs:
    """Their ids, two by two."""
    account = queries.account()
    listed = queries.listed_activities() if kind is RecordKind.ACTIVITY else queries.listed_sessions()
    return queries.once("records that overlap", lambda: unsure_pairs(account, kind, listed), kind)


def others(record: RecordId) -> list[str]:
    """The ids of those that may be one bout with a record."""
    account = queries.account()
    return queries.once("records that overlap with one", lambda: others_of(account, record), record)
