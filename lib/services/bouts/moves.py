"""Records that their source moved to another start: found anew from what its newest export has and lacks."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from operator import attrgetter
from typing import NamedTuple

from lib.analysis.duplicates.moved import each_once, near_pairs_of_moves, same_content
from lib.importers.base import known_traits
from lib.model.history import START, RecordRef
from lib.model.traits import traits_of
from lib.model.vocabulary import RecordKind
from lib.store.database.engine import Connection
from lib.store.database.moments import from_text
from lib.store.own import aliases, history
from lib.store.records import contents, missing
from lib.store.records.missing import Export, Listed, Reach
from lib.store.records.recompute import read_histories


class Moves(NamedTuple):
    """now: which key leads to which other one. news: the records for which that is not as it was."""

    now: Mapping[RecordRef, RecordRef]
    news: frozenset[RecordRef]


def find_moves(conn: Connection, athlete_id: int, latest: Mapping[str, Reach]) -> Moves:
    """What moved, of sources that always export all; kept as aliases.

    latest: files of the import that is under way, which the history of imports does not have yet.
    """
    reach = missing.newest_imports(conn, athlete_id)
    for source, found in latest.items():
        reach[source] = max(found, reach.get(source, missing.NO_FILE))
    whole = {source: file for source, file in reach.items() if is_whole(source)}
    words = history.read_words(conn, athlete_id) if whole else {}
    restarted = {ref for ref, said in words.items() if START in said}
    now = {
        RecordRef(kind, source, old.source_key): RecordRef(kind, source, new.source_key)
        for source, file in whole.items()
        for kind in RecordKind
        for old, new in _moved(conn, athlete_id, kind, source, file, restarted)
    }
    before = aliases.read_aliases(conn, athlete_id, moved=True)
    if now == before:
        return Moves(now, frozenset())
    aliases.forget_moves(conn, athlete_id)
    aliases.add_aliases(conn, athlete_id, now, moved=True)
    differing = [ref for ref in now.keys() | before.keys() if now.get(ref) != before.get(ref)]
    return Moves(now, frozenset(each for ref in differing for each in (ref, now.get(ref), before.get(ref)) if each))


def is_whole(source: str | None) -> bool:
    """Whether an export of this source always has all that the source has."""
    return traits_of(source, known_traits()).whole


def _moved(
    conn: Connection,
    athlete_id: int,
    kind: RecordKind,
    source: str,
    file: Reach,
    restarted: Collection[RecordRef],
) -> Iterator[tuple[Listed, Listed]]:
    """restarted: records of which the person changed the start."""
    if not missing.lacks_any(conn, athlete_id, kind, source, file):
        return
    export = missing.read_export(conn, athlete_id, kind, source, file)
    keys = {each.source_key for each in restarted if (each.kind, each.source) == (kind, source)}
    if keys:
        export = _by_sources(conn, athlete_id, kind, export, keys)
    pairs = near_pairs_of_moves(export.lacks, export.has)
    if not pairs:
        return
    ids = {each.id for pair in pairs for each in pair}
    seen = missing.files_of(conn, athlete_id, kind, ids)
    histories = read_histories(conn, athlete_id, kind, ids)
    said = {number: contents.record_of("", each.by_sources()) for number, each in histories.items()}

    def is_the_same(old: Listed, new: Listed) -> bool:
        return not missing.in_one_file(seen[old.id], seen[new.id]) and same_content(said[old.id], said[new.id])

    yield from each_once(pairs, is_the_same, lambda each: each.id)


def _by_sources(conn: Connection, athlete_id: int, kind: RecordKind, export: Export, keys: Collection[str]) -> Export:
    """The records with these keys where their source has them: a start that the person changed is no move."""
    ids = {each.id for each in (*export.has, *export.lacks) if each.source_key in keys}
    histories = read_histories(conn, athlete_id, kind, ids)
    starts = {number: from_text(each.by_sources()["start_local"]) for number, each in histories.items()}
    return Export(*(_placed(records, starts) for records in export))


def _placed(records: Iterable[Listed], starts: Mapping[int, datetime]) -> list[Listed]:
    """Where they start, the oldest first."""
    placed = (each._replace(local=starts.get(each.id, each.local)) for each in records)
    return sorted(placed, key=attrgetter("local", "id"))
