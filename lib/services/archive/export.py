"""Everything of an athlete in one zip: tables that a spreadsheet can open, and the files as they were imported."""

import csv
import io
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import IO, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lib.services.archive.manifest import NAME, ORIGINALS, Manifest, MemberSays
from lib.services.upkeep.safe_file import written_aside
from lib.store.account import Account
from lib.store.archive.cells import to_cell
from lib.store.archive.originals import each_original
from lib.store.archive.tables import archived_tables, columns_of, kind_of, rows_of
from lib.store.database.engine import Connection
from lib.store.database.moments import to_text
from lib.store.database.row_counts import row_counts
from lib.store.database.schema import SCHEMA_VERSION
from lib.store.database.seals import read_seals
from lib.store.own.athletes import load_athlete
from lib.store.records.fingerprint import content_hash_of_everything

README: Final = "README.txt"
_ABOUT: Final = Path(__file__).with_name("README.txt")
_UNSAFE: Final = re.compile(r"[^\w.() -]+")
_CHUNK: Final = 1024 * 1024
_TICK_ROWS: Final = 1_000

Tick = Callable[[str, int], None]


def _no_tick(_name: str, _rows: int) -> None:
    """Nobody waits for it."""


def export(account: Account, path: Path) -> Manifest:
    """Write the archive of an athlete; an earlier file of that name stays until the new one is whole. OSError, StoreError."""
    with written_aside(path) as stream:
        return write_archive(account, stream)


def state_to_write(account: Account) -> tuple[str, str]:
    """What tells one state of all that an archive holds from another: plans and drafts leave the revision as it is."""
    with account.read() as conn:
        return load_athlete(conn, account.athlete_id).state, read_seals(conn, account.athlete_id)


def rows_to_write(account: Account) -> int:
    """How many rows and files the archive of an athlete will have: what the ticks of write_archive add up to."""
    with account.read() as conn:
        found = row_counts(conn, account.athlete_id)
    return sum(found.values()) + found.get("import_file", 0)


def write_archive(account: Account, stream: IO[bytes], tick: Tick = _no_tick) -> Manifest:
    """The archive of an athlete as of one moment, into a stream that can be written and sought.

    tick(name, rows): called for every member and each thousand of its rows; whatever it raises ends the writing.
    """
    with account.read() as conn, ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        members = dict(_members(conn, account.athlete_id, archive, tick))
        content = content_hash_of_everything(conn, account.athlete_id)
        originals = sum(name.startswith(ORIGINALS) for name in members)
        manifest = Manifest(SCHEMA_VERSION, to_text(datetime.now(UTC)), content, members, originals)
        archive.writestr(_info(NAME), manifest.as_json())
    return manifest


def _members(conn: Connection, athlete_id: int, archive: ZipFile, tick: Tick) -> Iterator[tuple[str, MemberSays]]:
    yield README, _write(archive, README, [_ABOUT.read_bytes()])
    for table in archived_tables():
        columns = columns_of(table)
        kinds = [kind_of(column) for column in columns]
        rows = (
            [to_cell(value, kind) for value, kind in zip(row, kinds, strict=True)]
            for row in rows_of(conn, athlete_id, table)
        )
        name = f"tables/{table.name}.csv"
        counted = _Counted(name, rows, tick)
        yield name, _write_table(archive, name, [column.name for column in columns], counted)
    for original in each_original(conn, athlete_id):
        name = f"{ORIGINALS}{original.batch_id}-{original.position}-{_safe(original.name)}"
        yield name, _write(archive, name, _unpacked(original.content))
        tick(name, 1)


class _Counted:
    """Rows of a member that are counted while they pass."""

    def __init__(self, name: str, rows: Iterable[Sequence[str]], tick: Tick) -> None:
        self._name, self._rows, self._tick, self.rows = name, rows, tick, 0

    def __iter__(self) -> Iterator[Sequence[str]]:
        for row in self._rows:
            self.rows += 1
            if self.rows % _TICK_ROWS == 0:
                self._tick(self._name, self.rows)
            yield row
        self._tick(self._name, self.rows)


def _write_table(archive: ZipFile, name: str, header: Sequence[str], rows: _Counted) -> MemberSays:
    said = _write(archive, name, _csv(header, rows))
    return MemberSays(said.sha256, said.bytes, rows.rows)


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """Chunks of UTF-8 with a byte order mark, by which spreadsheets know it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    text.write("\ufeff")
    writer.writerow(header)
    for row in rows:
        writer.writerow(row)
        if text.tell() > _CHUNK:
            yield text.getvalue().encode()
            text.seek(0)
            text.truncate()
    yield text.getvalue().encode()


def _write(archive: ZipFile, name: str, chunks: Iterable[bytes]) -> MemberSays:
    digest, size = sha256(), 0
    with archive.open(_info(name), "w", force_zip64=True) as member:
        for chunk in chunks:
            member.write(chunk)
            digest.update(chunk)
            size += len(chunk)
    return MemberSays(digest.hexdigest(), size)


def _info(name: str) -> ZipInfo:
    """A member that only its owner may read where it is unpacked."""
    info = ZipInfo(name, date_time=datetime.now(UTC).timetuple()[:6])
    info.compress_type, info.external_attr = ZIP_DEFLATED, 0o600 << 16
    return info


def _unpacked(content: bytes) -> Iterator[bytes]:
    unpacker: Any = zlib.decompressobj()
    waiting = content
    while waiting:
        yield unpacker.decompress(waiting, _CHUNK)
        waiting = unpacker.unconsumed_tail
    yield unpacker.flush()
    if not unpacker.eof:
        raise zlib.error("the end is missing")


def _safe(name: str) -> str:
    """A name that no system takes for a path."""
    return _UNSAFE.sub("_", Path(name).name)[-80:].lstrip(".") or "file"
