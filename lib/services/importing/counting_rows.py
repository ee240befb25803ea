"""The rows of a file in its receipt: what became of each record, in rows of the source."""

from lib.model.content_hashes import activity_hash, session_hash
from lib.model.records import Activity, Problem, Session
from lib.model.same_set import same_set
from lib.model.vocabulary import SetKind, Sport
from lib.services.importing import identity
from lib.services.importing.receipt import MOST_CHANGES, FileReceipt
from lib.store.records.contents import Bout
from lib.store.records.recompute import Recomputed, together


def overruled_note(receipt: FileReceipt) -> Problem:
    """That a more recent export says otherwise."""
    return Problem(
        None,
        None,
        None,
        f"{receipt.conflicts} records differ from an export that reaches further than {receipt.last_day}; "
        "what the more recent export says is kept, unless you say that this file is the newer one.",
        rows=0,
    )


def is_overruled(record: Bout, now: Bout) -> bool:
    """Whether a file says something else of a record than counts now, beyond not knowing it."""
    return bool(_changes(now, together(record, now)))


def count_recomputed(record: Bout, now: Recomputed, receipt: FileReceipt) -> None:
    """Count the rows of a record of a file by what it changes."""
    changes = _changes(now.before, now.after)
    if not changes:
        receipt.unchanged += record.rows
        return
    _count_updated(now.before, now.after, record, receipt)
    receipt.changes.extend(changes[: MOST_CHANGES - len(receipt.changes)])


def hash_of(record: Bout) -> str:
    """The hash of all that a file says of a record."""
    return activity_hash(record) if isinstance(record, Activity) else session_hash(record)


def _changes(old: Bout, new: Bout) -> list[identity.FieldChange]:
    if isinstance(old, Activity) and isinstance(new, Activity):
        return identity.activity_changes(old, new)
    if isinstance(old, Session) and isinstance(new, Session):
        return identity.session_changes(old, new)
    raise TypeError(f"cannot compare {type(old).__name__} with {type(new).__name__}")


def sets_in(record: Bout) -> int:
    """How many sets a record has."""
    return len(record.sets) if isinstance(record, Session) else 0


def is_run(record: Bout) -> bool:
    """Whether a record is a run."""
    return isinstance(record, Activity) and record.sport is Sport.RUN


def count_added(record: Bout, receipt: FileReceipt) -> None:
    """Count a record that was not known."""
    receipt.added.rows += record.rows
    if isinstance(record, Activity):
        receipt.added.activities += 1
        receipt.added.runs += is_run(record)
    else:
        receipt.added.sessions += 1
        receipt.added.sets += sets_in(record)


def _count_updated(old: Bout, now: Bout, record: Bout, receipt: FileReceipt) -> None:
    """A session of one row a set changes row by row: sets that stayed are unchanged, further ones are added."""
    if not isinstance(old, Session) or not isinstance(now, Session) or not _changes_by_row(old, now, record):
        receipt.updated += record.rows
        return
    same = sum(same_set(before, after) for before, after in zip(old.sets, now.sets, strict=False))
    extra = max(0, len(now.sets) - len(old.sets))
    receipt.unchanged += same
    receipt.added.sets += extra
    receipt.added.rows += extra
    receipt.updated += len(now.sets) - same - extra


def _changes_by_row(old: Session, now: Session, record: Bout) -> bool:
    by_row = isinstance(record, Session) and record.source_rows is None and len(record.sets) == len(now.sets)
    return by_row and identity.same_head(old, now)


def count_names(session: Session, receipt: FileReceipt) -> None:
    """Count the sets of each exercise name, without warm-ups."""
    names = receipt.exercise_names
    for each in session.sets:
        if each.kind is not SetKind.WARM_UP:
            names[each.exercise_name] = names.get(each.exercise_name, 0) + 1
