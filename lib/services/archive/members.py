"""The members of a zip that is an archive of ours, or looks like one, by the names that its list of contents gives them."""

import zlib
from itertools import takewhile
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lib.services.archive import manifest
from lib.store.archive.tables import archived_tables

# What reading a damaged zip may raise: of its list, of a member, of an encryption that nobody used, of packed bytes.
NO_ZIP: Final = (BadZipFile, EOFError, NotImplementedError, RuntimeError, zlib.error)
WAYS: Final = (ZIP_STORED, ZIP_DEFLATED)
TABLES: Final = "tables/"
_OWN_FOLDERS: Final = ("tables", "originals")
_LEFT_BY_PROGRAMS: Final = (".DS_Store", "Thumbs.db", "desktop.ini")  # Finder and Explorer put them in
_ENOUGH_TABLES: Final = 5  # no other program has so many of these names
_MOST_INSIDE: Final = 512 * 1024 * 1024


class Members:
    """Without what file managers add, and without the folders in which an unpacked archive was zipped again."""

    def __init__(self, archive: ZipFile) -> None:
        self._zip = archive
        self.infos = [info for info in archive.infolist() if not _is_added(info)]
        self._folder = _folder_of([info.filename for info in self.infos])
        self._by_name = {self.name_of(info): info for info in self.infos}

    @property
    def names(self) -> list[str]:
        """A name twice where two members have it."""
        return [self.name_of(info) for info in self.infos]

    def name_of(self, info: ZipInfo) -> str:
        """As the list of contents has it."""
        return info.filename.removeprefix(self._folder)

    def info(self, name: str) -> ZipInfo:
        """KeyError where there is none."""
        return self._by_name[name]

    def open(self, name: str) -> IO[bytes]:
        """The unpacked bytes as a stream. KeyError, NO_ZIP."""
        return self._zip.open(self._by_name[name])

    def read(self, name: str) -> bytes:
        """All of them."""
        return self._zip.read(self._by_name[name])

    def are_ours(self) -> bool:
        """Whether the list of contents says so or, where it is missing or damaged, the tables do. NO_ZIP."""
        return self._look_like_it() or self._say_so()

    def _look_like_it(self) -> bool:
        tables = {f"{TABLES}{table.name}.csv" for table in archived_tables()}
        return len(tables & self._by_name.keys()) >= _ENOUGH_TABLES

    def _say_so(self) -> bool:
        info = self._by_name.get(manifest.NAME)
        if info is None or info.file_size > manifest.MAX_BYTES or info.compress_type not in WAYS:
            return False
        return manifest.is_ours(self.read(manifest.NAME))

    def inner_archive(self) -> str | None:
        """The name of the only member, where that is an archive of ours itself: somebody zipped it once more. NO_ZIP."""
        if len(self.infos) != 1 or not self.names[0].casefold().endswith(".zip"):
            return None
        if self.infos[0].file_size > _MOST_INSIDE:
            return None
        with self.open(self.names[0]) as stream, ZipFile(stream) as inner:
            return self.names[0] if Members(inner).are_ours() else None


def _is_added(info: ZipInfo) -> bool:
    parts = info.filename.split("/")
    return info.is_dir() or parts[0] == "__MACOSX" or parts[-1] in _LEFT_BY_PROGRAMS


def _folder_of(names: list[str]) -> str:
    """The folder in which all of them are, as deep as it is, with its stroke; "" where there is none."""
    folders = [name.split("/")[:-1] for name in names]
    shared = [parts[0] for parts in takewhile(lambda parts: len(set(parts)) == 1, zip(*folders, strict=False))]
    if shared and shared[-1] in _OWN_FOLDERS and {*map(len, folders)} == {len(shared)}:  # nothing else is left of it
        shared.pop()
    return "".join(f"{part}/" for part in shared)
