"""Zip archives: which files are in them, and their bytes. Nothing is ever written to disk, no name is ever a path."""

import io
import math
import stat
import struct
import unicodedata
import weakref
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any, BinaryIO, Final

from lib.importers.base import HEAD_BYTES, Upload, showable
from lib.importers.unpacking.allowance import Allowance, BeyondLimit
from lib.importers.unpacking.magic import seems_to_be
from lib.model.errors import UnreadableFile
from lib.model.limits import MAX_ENTRIES, MAX_FILE_BYTES

SEPARATOR: Final = " › "

_MAX_DIRECTORY_BYTES: Final = MAX_ENTRIES * 600
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_END_MARK: Final = b"PK\x05\x06"
_END_BYTES: Final = 22
_ENCRYPTED: Final = 0x1
_JUNK_NAMES: Final = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
# What zipfile lets through besides its own error: names that are no UTF-8, places before the file, unknown versions.
_DAMAGE: Final = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, OSError, ValueError)
_DAMAGED: Final = "is damaged in the archive; export or download it again"


_NO_YEAR: Final = 1980  # what a zip says where it knows none


@dataclass(frozen=True, slots=True)
class Member:
    """One file in an archive. path: its name there, with slashes; only ever compared and shown."""

    archive: "Archive"
    info: zipfile.ZipInfo
    path: str

    @property
    def size(self) -> int:
        """Bytes, as the archive claims."""
        return self.info.file_size

    @property
    def written(self) -> date | None:
        """The day on which it was put into the archive; None where the archive does not say."""
        year, month, day = self.info.date_time[:3]
        try:
            return date(year, month, day) if year > _NO_YEAR else None
        except ValueError:
            return None

    @property
    def title(self) -> str:
        """The name to show: archive and path."""
        return f"{self.archive.name}{SEPARATOR}{self.path}"

    def head(self) -> bytes:
        """The first 64 KiB. UnreadableFile where they are damaged."""
        return self.archive.head(self)

    def read(self) -> bytes:
        """All bytes, their checksum verified. UnreadableFile where they are damaged, BeyondLimit beyond a limit."""
        return self.archive.read(self)

    @property
    def is_large(self) -> bool:
        """Whether it is not to be held in memory."""
        return self.size > MAX_FILE_BYTES

    def open(self) -> BinaryIO:
        """A stream of the bytes: of a large member while they unpack, else in memory. Errors as in `read`."""
        return self.archive.stream(self) if self.is_large else io.BytesIO(self.read())


@dataclass(slots=True, weakref_slot=True)
class Archive:
    """An opened archive.

    members:   the files in it, in their order; folders and what operating systems leave behind are not among them.
    junk:      files of the latter kind.
    allowance: what may still be unpacked.
    """

    name: str
    zip: zipfile.ZipFile
    allowance: Allowance
    members: list[Member] = field(default_factory=list)
    junk: int = 0
    _counted: set[str] = field(default_factory=set)

    def head(self, member: Member) -> bytes:
        """The first bytes of a member."""
        with _damage_of(member), self.zip.open(member.info) as stream:
            return stream.read(HEAD_BYTES)

    def read(self, member: Member) -> bytes:
        """All bytes of a member; what is read a second time is not counted twice."""
        allowance = replace(self.allowance, left=math.inf) if member.path in self._counted else self.allowance
        with _damage_of(member), self.zip.open(member.info) as stream:
            content = allowance.read(stream, member.info.compress_size)
        self._counted.add(member.path)
        return content

    def stream(self, member: Member) -> BinaryIO:
        """The bytes of a member while they unpack; their checksum is verified at their end."""
        if member.path not in self._counted:
            self.allowance.take(member.size, member.info.compress_size)
            self._counted.add(member.path)
        with _damage_of(member):
            return io.BufferedReader(_Unpacking(self, member))


class _Unpacking(io.RawIOBase):
    """A member while it unpacks. Never more bytes than it claims: zipfile stops there, and its checksum is wrong then."""

    def __init__(self, archive: Archive, member: Member) -> None:
        self.member, self.stream = member, archive.zip.open(member.info)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        with _damage_of(self.member):
            return self.stream.seek(offset, whence)

    def readinto(self, buffer: Any) -> int:
        with _damage_of(self.member):
            block = self.stream.read(len(buffer))
        buffer[: len(block)] = block
        return len(block)

    def close(self) -> None:
        self.stream.close()
        super().close()


@contextmanager
def _damage_of(member: Member) -> Iterator[None]:
    """What zipfile raises for damage as UnreadableFile."""
    try:
        yield
    except _DAMAGE as error:
        raise UnreadableFile(f"“{member.path}” {_DAMAGED}.") from error


def is_archive(upload: Upload) -> bool:
    """Whether the file is a zip archive (an Excel workbook is one inside, and not meant)."""
    return seems_to_be(upload.head) in {"a zip archive", "an empty zip archive"}


def open_archive(upload: Upload, allowance: Allowance | None = None) -> Archive:
    """The archive in a file. UnreadableFile with the reason where it must not be trusted."""
    stream = upload.open()
    try:
        _check_directory(stream)
        opened = zipfile.ZipFile(stream)
    except _DAMAGE as error:
        stream.close()
        raise UnreadableFile(f"This zip archive is damaged or incomplete ({error}); download it again.") from error
    except UnreadableFile:
        stream.close()
        raise
    archive = Archive(upload.name, opened, allowance or Allowance())
    weakref.finalize(archive, stream.close)
    _list(archive)
    return archive


def check_trusted(members: Iterable[Member]) -> None:
    """UnreadableFile where two of these members have one name, or one cannot or must not be unpacked."""
    chosen = list(members)
    for member in chosen:
        if member.info.flag_bits & _ENCRYPTED:
            raise UnreadableFile("This archive is protected with a password; export it without one.")
        if member.info.compress_type not in _METHODS:
            raise UnreadableFile(f"“{member.path}” is packed in a way that is not read here; pack it as a plain zip.")
    names = Counter(unicodedata.normalize("NFC", member.path).casefold() for member in chosen)
    twice = [name for name, count in names.items() if count > 1]
    if twice:
        raise UnreadableFile(f"Two files in this archive have the same name ({twice[0][:40]}): which one counts?")


def _list(archive: Archive) -> None:
    """Fill in the members. UnreadableFile where a name leads out of the archive or is no plain file."""
    entries = archive.zip.infolist()
    paths = [_safe_path(entry) for entry in entries]
    if all(entry.is_dir() for entry in entries):
        raise UnreadableFile("There is no file in this archive.")
    if min(entry.header_offset for entry in entries) > 0:
        raise UnreadableFile("This is not a plain zip archive: something else stands before it.")
    for entry, path in zip(entries, paths, strict=True):
        if entry.is_dir():
            continue
        if _is_junk(path):
            archive.junk += 1
        else:
            archive.members.append(Member(archive, entry, path))


def _safe_path(entry: zipfile.ZipInfo) -> str:
    path = entry.orig_filename.replace("\\", "/")
    parts = PurePosixPath(path).parts
    if "\0" in path or path.startswith("/") or ".." in parts or path[1:2] == ":" or not parts:
        raise UnreadableFile("A name in this archive leads out of it; nothing of it was read.")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind and not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
        raise UnreadableFile("This archive holds a link or a device instead of a file; nothing of it was read.")
    return showable(path)


def _is_junk(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return "__MACOSX" in parts or parts[-1].startswith("._") or parts[-1].casefold() in _JUNK_NAMES


def _check_directory(stream: BinaryIO) -> None:
    """Refuse a directory of more entries than are read before it is read. UnreadableFile."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - 0xFFFF - _END_BYTES))
    tail = stream.read()
    at = tail.rfind(_END_MARK)
    if at < 0 or at + _END_BYTES > len(tail):
        raise UnreadableFile("This zip archive is incomplete: its directory is missing; download it again.")
    entries, directory_bytes = struct.unpack_from("<HI", tail, at + 10)
    if entries > MAX_ENTRIES or directory_bytes > _MAX_DIRECTORY_BYTES:
        raise BeyondLimit(f"This archive has more than {MAX_ENTRIES:,} entries; nothing was imported.")
    stream.seek(0)


def top_folders(members: Sequence[Member]) -> set[str]:
    """Where a list may lie: at the top, or one folder deep as when an unpacked export was packed again."""
    return {""} | {f"{member.path.partition('/')[0]}/" for member in members if "/" in member.path}
