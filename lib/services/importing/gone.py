"""Records that earlier exports of a source had and this one lacks, though it always has everything."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from lib.analysis.duplicates.moved import each_once, near_pairs_of_moves, same_content
from lib.model.history import BINNED, RecordRef, What
from lib.model.record_id import RecordId
from lib.model.vocabulary import RecordKind
from lib.services.bouts.acts import Said, act
from lib.services.bouts.moves import is_whole
from lib.services.importing.receipt import FileReceipt, GoneRecord
from lib.store.database.engine import Connection
from lib.store.database.moments import to_text
from lib.store.records import contents, missing
from lib.store.records.contents import Bout
from lib.store.records.missing import Listed
from lib.store.records.recompute import read_histories

Seen = Mapping[str, Mapping[RecordKind, set[int]]]  # by source, the ids of the records that the files of an import have


class Arrived(NamedTuple):
    """A record that a preview does not store, so that it has no row to be read."""

    id: int
    local: datetime
    record: Bout


def list_gone(
    conn: Connection,
    athlete_id: int,
    receipts: Sequence[FileReceipt],
    seen: Seen,
    arrived: Callable[[str, RecordKind], Sequence[Arrived]] = lambda _source, _kind: (),
) -> None:
    """Fill in what the files of an import lack, in the receipt of the last file of each source.

    arrived: new records of a source that are not stored, oldest first.
    """
    for source, files in _by_source(receipts).items():
        span = _span(files)
        if not is_whole(source) or span is None:
            continue
        first, last = span
        lacking = [
            GoneRecord(
                RecordId(kind, each.id),
                RecordRef(kind, source, each.source_key),
                title,
                each.local,
                each.local.date() > last,
            )
            for kind in RecordKind
            for each, title in _lacking(conn, athlete_id, kind, source, seen, arrived(source, kind))
            if each.local.date() >= first
        ]
        # A file that says nothing new of what it shares is an older one, as far as anybody can tell.
        differs = any(each.conflicts or each.changes for each in files)
        files[-1].gone = [each for each in lacking if differs or not each.later]


def bin_gone(
    conn: Connection, athlete_id: int, receipts: Iterable[FileReceipt], now: datetime, *, later: bool
) -> int | None:
    """Put what the files lack into the bin; the entry of the history that says so, None where there is nothing.

    later: also what lies after the last day of a file.
    """
    said: list[Said] = []
    for receipt in receipts:
        gone = _to_bin(receipt, later=later)
        said += [Said(each.ref, each.id.number, BINNED, to_text(now)) for each in gone]
        receipt.binned = len(gone)
    return act(conn, athlete_id, What.BIN, said, now)


def count_gone(receipts: Iterable[FileReceipt], *, later: bool) -> int:
    """How many records bin_gone would put into the bin."""
    return sum(len(_to_bin(each, later=later)) for each in receipts)


def _to_bin(receipt: FileReceipt, *, later: bool) -> list[GoneRecord]:
    return [each for each in receipt.gone if later or not each.later]


def _by_source(receipts: Iterable[FileReceipt]) -> dict[str, list[FileReceipt]]:
    found: dict[str, list[FileReceipt]] = {}
    for each in receipts:
        if each.source and not each.refused and not each.needs:
            found.setdefault(each.source, []).append(each)
    return found


def _span(files: Sequence[FileReceipt]) -> tuple[date, date] | None:
    first = [each.first_day for each in files if each.first_day]
    last = [each.last_day for each in files if each.last_day]
    return (min(first), max(last)) if first and last else None


def _lacking(
    conn: Connection, athlete_id: int, kind: RecordKind, source: str, seen: Seen, arrived: Sequence[Arrived]
) -> Iterator[tuple[Listed, str]]:
    """What the database has of a source and none of the files has, without what moved."""
    has = seen.get(source, {}).get(kind, set())
    lacks = missing.read_listed(conn, athlete_id, kind, source, but=has)
    if not lacks:
        return
    histories = read_histories(conn, athlete_id, kind, {each.id for each in lacks})
    said = {number: contents.record_of("", each.by_sources()) for number, each in histories.items() if each.versions}
    lacks = [each for each in lacks if each.id in said]
    pairs = near_pairs_of_moves(lacks, arrived)
    moved = {old.id for old, _ in each_once(pairs, lambda old, new: same_content(said[old.id], new.record), _name)}
    for each in lacks:
        if each.id not in moved:
            yield each, said[each.id].title


def _name(each: Listed | Arrived) -> tuple[str, int]:
    return type(each).__name__, each.id
