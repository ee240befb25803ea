"""An archive into an account that holds training: its files as any import, what the person said beside what they said here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.errors import UnreadableFile
from lib.services.archive.opened import OpenedArchive
from lib.services.archive.words import add_acts
from lib.services.bouts.relink import relink
from lib.services.importing.import_files import NothingKept, Tick, import_into
from lib.services.importing.receipt import ImportReceipt
from lib.store.archive.originals import ImportedOriginal, imported_originals
from lib.store.archive.own_words import add_own_words
from lib.store.database.engine import Connection
from lib.store.own import athletes, history, home_zones
from lib.store.records.apply_words import apply_words


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought. own: rows of what the person set; acts: entries of the history; known: files that were here.

    overruled: entries of the archive that say otherwise of what the person said here, which stays.
    """

    receipt: ImportReceipt
    own: int
    acts: int
    known: int
    overruled: int = 0


def merge(
    source: Connection, source_id: int, target: Connection, target_id: int, archive: OpenedArchive, tick: Tick
) -> Merged:
    """Within the transaction of the target. What is set or decided here stays, what the archive has beside it is added.

    Files are read by today's importers with the answers that were given then; one that is here already is left out.
    """
    own = add_own_words(source, source_id, target, target_id)
    _keep_zone(source, source_id, target, target_id)
    here = {each.sha256 for each in imported_originals(target, target_id)}
    there = imported_originals(source, source_id)
    new = [each for each in there if each.sha256 not in here]
    receipt = _import(target, target_id, new, archive, tick)
    acts = add_acts(source, source_id, target, target_id)
    if acts.added:
        apply_words(target, target_id)
    if acts.added or own:
        relink(target, target_id)
    history.note_more_changed(target, target_id)
    return Merged(receipt, own, acts.added, len(there) - len(new), acts.overruled)


def _import(
    conn: Connection, athlete_id: int, new: list[ImportedOriginal], archive: OpenedArchive, tick: Tick
) -> ImportReceipt:
    """The files of the archive as one import. Those without a row leave nothing."""
    uploads = list(_uploads(new, archive))
    days = tuple((each.sha256, date.fromisoformat(each.exported)) for each in new if each.exported)
    if not uploads:
        return ImportReceipt([])
    try:
        with conn.begin_nested():
            return import_into(conn, athlete_id, uploads, Answers(keep_going=True, days=days), tick=tick)
    except NothingKept as unfinished:
        for file in unfinished.receipt.files:
            for need in file.needs:
                raise UnreadableFile(
                    f"{file.name} in the archive leaves open: {need.question}. Import that file first."
                ) from None
        return unfinished.receipt


def _uploads(new: list[ImportedOriginal], archive: OpenedArchive) -> Iterator[Upload]:
    for each in new:
        yield Upload(each.name, archive.original(each.batch_id, each.position))


def _keep_zone(source: Connection, source_id: int, target: Connection, target_id: int) -> None:
    """Where home is, where only the archive says."""
    zone = athletes.load_athlete(source, source_id).time_zone
    if zone and home_zones.read_home_zones(target, target_id) is None:
        home_zones.set_first_zone(target, target_id, zone)
