"""An archive that was opened and is whole: every member is what its list of contents says."""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from threading import Lock
from typing import IO, Final
from zipfile import ZipFile

from lib.importers.base import Upload
from lib.model.errors import UnreadableFile
from lib.services.archive import manifest
from lib.services.archive.manifest import Manifest, MemberSays
from lib.services.archive.members import NO_ZIP, TABLES, WAYS, Members
from lib.store.archive.loading import Loader

_CHUNK: Final = 1024 * 1024
_TICK_ROWS: Final = 1_000
_ORIGINAL: Final = re.compile(r"originals/(\d{1,9})-(\d{1,9})-[^/]*")
_CUT: Final = "The archive is cut or damaged: {}. Nothing was imported; use an earlier export."
_ONCE_MORE: Final = (
    "This zip holds an archive of Legwork ({}). Nothing was imported; unpack it once, then choose the archive inside."
)
Tick = Callable[[str, int], None]


class _LongCells:
    """Lets cells of a CSV be long while any archive is read: one may be a whole session as JSON.

    The limit is one for the program, and all other tables are to be refused where a cell never ends.
    """

    def __init__(self, limit: int) -> None:
        self._limit, self._readers, self._before, self._lock = limit, 0, 0, Lock()

    def __enter__(self) -> None:
        with self._lock:
            self._readers += 1
            if self._readers == 1:
                self._before = csv.field_size_limit(self._limit)

    def __exit__(self, *_error: object) -> None:
        with self._lock:
            self._readers -= 1
            if not self._readers:
                csv.field_size_limit(self._before)


_LONG_CELLS: Final = _LongCells(256 * 1024 * 1024)


def is_archive(upload: Upload) -> bool:
    """Whether a file is an archive of ours, of any version, or looks like one that is damaged. Never raises."""
    if not upload.head.startswith(b"PK"):
        return False
    try:
        with upload.open() as stream, ZipFile(stream) as archive:
            members = Members(archive)
            return members.are_ours() or members.inner_archive() is not None
    except (*NO_ZIP, OSError, KeyError, ValueError, UnreadableFile):
        return False


class OpenedArchive:
    """An archive whose members were all compared with its list of contents."""

    def __init__(self, members: Members, said: Manifest) -> None:
        self._members, self.manifest = members, said
        names = (_ORIGINAL.fullmatch(name) for name in said.members)
        self._originals = {(int(found[1]), int(found[2])): found[0] for found in names if found}

    def fill(self, loader: Loader, tick: Tick) -> None:
        """Put all tables into a side database of their schema. tick: called for every thousand rows of one. StoreError."""
        missing = [name for name in loader.tables if f"{TABLES}{name}.csv" not in self.manifest.members]
        if missing:
            raise UnreadableFile(_CUT.format(f"the table {missing[0]} is missing"))
        for table in loader.tables:
            with _LONG_CELLS, self._members.open(f"{TABLES}{table}.csv") as stream:
                self._fill(loader, table, stream, tick)

    def _fill(self, loader: Loader, table: str, stream: IO[bytes], tick: Tick) -> None:
        rows = csv.reader(io.TextIOWrapper(stream, "utf-8-sig", newline=""), strict=True)
        try:
            header = next(rows, [])
            ticked = _ticked(table, rows, tick)
            loader.fill(table, header, ticked, self._content_of(header) if table == "import_file" else None)
        except UnicodeDecodeError:
            raise UnreadableFile(_CUT.format(f"{table}.csv is not in UTF-8, after line {rows.line_num}")) from None
        except csv.Error:
            raise UnreadableFile(_CUT.format(f"{table}.csv is no CSV at line {rows.line_num}")) from None

    def _content_of(self, header: Sequence[str]) -> Callable[[Sequence[str]], bytes]:
        """From a row of import_file to the bytes of its file."""
        places = [header.index(name) for name in ("batch_id", "position")]
        return lambda row: self.original(*(int(row[place]) for place in places))

    def original(self, batch_id: int, position: int) -> bytes:
        """The bytes of a file of an import; none where an earlier import has them."""
        name = self._originals.get((batch_id, position))
        return self._members.read(name) if name else b""


def contents(upload: Upload) -> Manifest:
    """What an archive of ours says that it holds, before its members are compared with it. UnreadableFile."""
    with _members(upload) as members:
        return _said(members)


def _ticked(table: str, rows: Iterable[list[str]], tick: Tick) -> Iterator[list[str]]:
    for number, row in enumerate(rows):
        if number % _TICK_ROWS == 0:
            tick(table, number)
        yield row


@contextmanager
def opened(upload: Upload) -> Iterator[OpenedArchive]:
    """An archive of ours, whole. UnreadableFile: another program's, a newer one's, cut or edited."""
    with _members(upload) as members:
        yield _checked(members)


@contextmanager
def _members(upload: Upload) -> Iterator[Members]:
    with upload.open() as stream:
        try:
            with ZipFile(stream) as archive:
                yield Members(archive)
        except NO_ZIP as error:
            raise UnreadableFile(_CUT.format(error)) from error


def _said(members: Members) -> Manifest:
    """Its list of contents. UnreadableFile, also where the archive was zipped once more."""
    if manifest.NAME not in members.names:
        inner = members.inner_archive()
        raise UnreadableFile(_ONCE_MORE.format(inner) if inner else manifest.DAMAGED)
    if members.info(manifest.NAME).file_size > manifest.MAX_BYTES:
        raise UnreadableFile(_CUT.format("its list of contents is too long"))
    return manifest.read_manifest(members.read(manifest.NAME))


def _checked(members: Members) -> OpenedArchive:
    odd = next((members.name_of(each) for each in members.infos if each.compress_type not in WAYS), None)
    if odd is not None:
        raise UnreadableFile(_CUT.format(f"{odd} is packed in a way that Legwork does not use"))
    said = _said(members)
    twice = [name for name, number in Counter(members.names).items() if number > 1]
    if twice:
        raise UnreadableFile(_CUT.format(f"{twice[0]} is in it twice"))
    there = set(members.names) - {manifest.NAME}
    others = sorted(there ^ set(said.members))
    if others:
        raise UnreadableFile(_CUT.format(f"{others[0]} is missing or does not belong to it"))
    if said.originals not in (None, sum(name.startswith(manifest.ORIGINALS) for name in there)):
        raise UnreadableFile(_CUT.format("a file of an import is missing in originals/, or one is too many"))
    for name, expected in said.members.items():
        _compare(members, name, expected)
    return OpenedArchive(members, said)


def _compare(members: Members, name: str, expected: MemberSays) -> None:
    """UnreadableFile where a member is not what the list says. Never more is unpacked than it says."""
    if members.info(name).file_size != expected.bytes:
        raise UnreadableFile(_CUT.format(f"{name} is not as long as it was"))
    with members.open(name) as member:
        found = _digest(member, expected.bytes)
    if found != expected.sha256:
        raise UnreadableFile(_CUT.format(f"{name} was changed after the export"))


def _digest(member: IO[bytes], most: int) -> str:
    digest, left = sha256(), most
    while left >= 0 and (chunk := member.read(_CHUNK)):
        digest.update(chunk)
        left -= len(chunk)
    return digest.hexdigest()
