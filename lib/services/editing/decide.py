"""What counts, by the person's word: leave out, bin, join, part, and back."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import combinations, product
from typing import Any, Final

import pandas as pd

from lib.analysis.records.plausible import why_implausible
from lib.model.errors import TrainingDataError
from lib.model.history import BINNED, LEFT_OUT, NO_WORD, What
from lib.model.record_id import RecordId
from lib.model.vocabulary import DuplicateVerdict, RecordKind
from lib.services.bouts.acts import Said, act, of_pair
from lib.services.upkeep.backups import MANY, back_up_before
from lib.store.account import Account
from lib.store.database.engine import Connection
from lib.store.database.kept_backups import BackupKind
from lib.store.database.moments import to_text
from lib.store.own import history
from lib.store.records.listing import read_rows
from lib.store.records.members import NamedRecord, bout_of, find_members

_MEASURED: Final = ("distance_m", "moving_s", "elapsed_s", "ascent_m")


def leave_out(account: Account, records: Sequence[RecordId], now: datetime | None = None) -> int | None:
    """Let bouts not count any more, whichever of their records is named; the id of the entry, None where nothing changes."""
    return _mark(account, What.LEAVE_OUT, records, LEFT_OUT, True, now)


def count_again(account: Account, records: Sequence[RecordId], now: datetime | None = None) -> int | None:
    """Let bouts that were left out count again, and runs that were set aside, whatever the rules say of them."""
    with account.write() as conn:
        named = _of_bouts(conn, account.athlete_id, records)
        aside = _implausible(conn, account.athlete_id, named)
        said = [Said(each.ref, each.number, LEFT_OUT, False if each in aside else NO_WORD) for each in named]
        return act(conn, account.athlete_id, What.COUNT, said, now)


def put_into_bin(account: Account, records: Sequence[RecordId], now: datetime | None = None) -> int | None:
    """Put every record of these bouts into the bin; what is there already stays as long as it would have.

    Where they are many, there is a backup first.
    """
    moment = now or datetime.now(UTC)
    if len(records) >= MANY:
        back_up_before(account, BackupKind.DELETE, moment)
    with account.write() as conn:
        named = _of_bouts(conn, account.athlete_id, records)
        words = history.read_words(conn, account.athlete_id, {each.ref for each in named})
        fresh = [each for each in named if not words.get(each.ref, {}).get(BINNED)]
        return act(conn, account.athlete_id, What.BIN, _each(fresh, BINNED, to_text(moment)), moment)


def restore(account: Account, records: Sequence[RecordId], now: datetime | None = None) -> int | None:
    """Take every record of these bouts out of the bin."""
    return _mark(account, What.RESTORE, records, BINNED, NO_WORD, now)


def join(account: Account, records: Sequence[RecordId], now: datetime | None = None) -> int | None:
    """Let the first record count in place of the others. TrainingDataError where they cannot be one bout."""
    _refuse_mixed(records)
    with account.write() as conn:
        first, *others = find_members(conn, account.athlete_id, records)
        said = [word for other in others for word in of_pair(first, other, DuplicateVerdict.COUNTS)]
        return act(conn, account.athlete_id, What.JOIN, said, now)


def part(account: Account, records: Sequence[RecordId], now: datetime | None = None) -> int | None:
    """Let records count as bouts of their own: against each other, and against every record of their bouts."""
    with account.write() as conn:
        members = find_members(conn, account.athlete_id, records)
        others = [other for each in members for other in bout_of(conn, account.athlete_id, each)]
        pairs = {
            (min(one, other), max(one, other))
            for one, other in [*combinations(members, 2), *product(members, others)]
            if one != other and one.ref.kind is other.ref.kind
        }
        said = [word for pair in sorted(pairs) for word in of_pair(*pair, DuplicateVerdict.DIFFERENT)]
        return act(conn, account.athlete_id, What.PART, said, now)


def _mark(
    account: Account, what: What, records: Sequence[RecordId], field: str, value: Any, now: datetime | None
) -> int | None:
    with account.write() as conn:
        said = _each(_of_bouts(conn, account.athlete_id, records), field, value)
        return act(conn, account.athlete_id, what, said, now)


def _of_bouts(conn: Connection, athlete_id: int, records: Sequence[RecordId]) -> list[NamedRecord]:
    """These records and all others of their bouts."""
    members = find_members(conn, athlete_id, records)
    return sorted({*members, *(other for each in members for other in bout_of(conn, athlete_id, each))})


def _implausible(conn: Connection, athlete_id: int, named: Sequence[NamedRecord]) -> set[NamedRecord]:
    """The runs among these that nobody ran: of them it has to be said that they count."""
    by_number = {each.number: each for each in named if each.ref.kind is RecordKind.ACTIVITY}
    rows = read_rows(conn, athlete_id, RecordKind.ACTIVITY, list(by_number))
    listed = pd.DataFrame.from_dict(rows, orient="index", columns=["sport", *_MEASURED])
    why = why_implausible(listed.astype(dict.fromkeys(_MEASURED, "float64")))
    return {by_number[number] for number in why.index[why != ""]}


def _each(named: Iterable[NamedRecord], field: str, value: Any) -> list[Said]:
    return [Said(each.ref, each.number, field, value) for each in named]


def _refuse_mixed(records: Sequence[RecordId]) -> None:
    if len({each.kind for each in records}) > 1:
        kinds = {RecordKind.ACTIVITY: "a run", RecordKind.SESSION: "a session"}
        raise TrainingDataError(
            f"{kinds[records[0].kind]} cannot be the same bout as one of another kind; name records of one kind."
        )
    if len(set(records)) < 2:
        raise TrainingDataError("Name at least two different records; the first one counts in place of the others.")
