"""Uploads → the files to import: a zip archive becomes its members, each with a receipt of its own."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from lib.importers.base import Upload, find_importer, importers, known_traits
from lib.importers.formats.strava.details import detailed, recordings_named
from lib.importers.own_tables.importer import Mapped
from lib.importers.unpacking.allowance import Allowance, BeyondLimit, UsedUp
from lib.importers.unpacking.archive import Archive, Member, is_archive, open_archive
from lib.importers.unpacking.gzipped import check_claim, is_gzip, unpacked, unpacked_head
from lib.importers.unpacking.kinds import Contents, contents_of
from lib.model.athlete import Answers
from lib.model.errors import AmbiguousFile, UnreadableFile
from lib.model.records import Activity, Ignored, Problem
from lib.model.traits import traits_of
from lib.services.importing.column_mappings import own_importers, recognise
from lib.services.importing.opening import OpenedFile, Opener, refuse
from lib.services.importing.receipt import FileReceipt
from lib.store.database.engine import Connection

ARCHIVE = "archive"

# Endings that only recordings of bouts have.
_NAMED_RECORDING = re.compile(r"\.(?:fit|tcx|gpx)(?:\.gz)?$", re.IGNORECASE)

Tell = Callable[[str], None]


def open_uploads(
    conn: Connection,
    athlete_id: int,
    uploads: Sequence[Upload],
    answers: Answers,
    tell: Tell = lambda _name: None,
) -> list[OpenedFile]:
    """Every file to import, opened. An archive that must not be trusted is one refused file.

    tell(name): called before each member of an archive; may raise Cancelled.
    """
    opener = Opener(conn, athlete_id, answers)
    opened: list[OpenedFile] = []
    for upload in uploads:
        if is_archive(upload):
            opened += _open_archive(opener, upload, tell)
        else:
            opened.append(opener.open(upload))
    return opened


def _open_archive(opener: Opener, upload: Upload, tell: Tell) -> list[OpenedFile]:
    try:
        unpacker = _Unpacker(opener, tell, _allowance(upload))
        unpacker.take(open_archive(upload, unpacker.allowance))
        return unpacker.finished(upload)
    except UnreadableFile as error:
        receipt = FileReceipt(upload.name, sha256="", size_bytes=upload.size)
        refuse(receipt, error)
        return [OpenedFile(receipt, None, upload)]


def _allowance(upload: Upload) -> Allowance:
    """The limits are for what comes through the browser; a file of this computer, from the command line, has its path."""
    return Allowance.on_this_computer() if isinstance(upload.source, Path) else Allowance()


@dataclass(slots=True)
class _Unpacker:
    """Opens the members of one upload, of the archives in it as well, one level deep."""

    opener: Opener
    tell: Tell
    allowance: Allowance
    opened: list[OpenedFile] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    left_out: int = 0
    own: list[Mapped] | None = None

    def take(self, archive: Archive, *, inside: bool = False) -> None:
        """Open what is to be read of an archive. UnreadableFile where the archive must be refused as a whole."""
        contents = contents_of(archive)
        self.left_out += contents.left_out
        for member in contents.files:
            self.tell(member.title)
            self._take_member(member, contents, inside=inside)

    def finished(self, upload: Upload) -> list[OpenedFile]:
        """All members, then what to say about the archive itself. UnreadableFile where nothing in it is known."""
        if not self.opened:
            known = ", ".join(importer.title for importer in importers())
            raise UnreadableFile(f"No file in this archive is an export that is known here. Looked for: {known}.")
        if self.left_out:
            self.notes.append(f"{self.left_out} other files in this archive are no training data and were left out")
        if not self.notes:
            return self.opened
        receipt = FileReceipt(upload.name, sha256="", size_bytes=upload.size, source=ARCHIVE, title="Zip archive")
        receipt.ignored = self.left_out
        receipt.problems = [Problem(None, None, None, note, rows=0) for note in self.notes]
        return [*self.opened, OpenedFile(receipt, None, upload)]

    def _take_member(self, member: Member, contents: Contents, *, inside: bool) -> None:
        """One member: opened, gone into where it is an archive, or left out where nobody knows it."""
        try:
            head = member.head()
            if is_archive(Upload.with_head(member.title, member, head)):
                self._take_inner(member, inside=inside)
            elif not _is_known(member, head) and not self._is_own(member, head):
                self._leave_out(member)
            else:
                self._open(member, contents)
        except BeyondLimit:
            raise
        except UnreadableFile as error:
            self._add_refused(member, error)

    def _leave_out(self, member: Member) -> None:
        """A file that nobody knows. UnreadableFile where it is damaged, or a recording by its name but none inside."""
        if _NAMED_RECORDING.search(member.path):
            unpacked(Upload(member.path, member.read()), self.allowance)
            raise UnreadableFile(
                f"“{member.path}” is damaged: there is no recording in it; export or download it again."
            )
        self.left_out += 1

    def _is_own(self, member: Member, head: bytes) -> bool:
        """Whether the person has said what the columns of such a table are, or a spreadsheet has saved it for an app."""
        if self.own is None:
            self.own = own_importers(self.opener.conn, self.opener.athlete_id)
        head = unpacked_head(head) if is_gzip(head) else head
        return recognise(self.own, Upload.with_head(member.title, member, head)) is not None

    def _take_inner(self, member: Member, *, inside: bool) -> None:
        """An archive in the archive, as in the export of a Garmin account; no deeper."""
        if inside:
            raise BeyondLimit("This archive holds archives that hold archives; only one level of them is read.")
        self.take(open_archive(Upload(member.title, member.read()), self.allowance), inside=True)

    def _open(self, member: Member, contents: Contents) -> None:
        opened = self.opener.open_member(member, self.allowance)
        if traits_of(opened.receipt.source, known_traits()).recording and not opened.receipt.refused:
            records = list(opened.records)
            if all(isinstance(record, Ignored) for record in records):
                self.left_out += 1
                return
            opened.records = iter(records)
        self.opened.append(opened)
        if contents.details and not opened.receipt.refused and not opened.receipt.needs:
            self._add_details(opened, contents)

    def _add_details(self, opened: OpenedFile, contents: Contents) -> None:
        """Strava's list with what the recordings beside it tell."""
        named = recordings_named(opened.content)
        records = list(opened.records)
        recordings = _Recordings(contents.details, self.allowance, self.tell)
        found = detailed(records, named, recordings.read)
        opened.records = iter(found.records)
        recordings.check_rest()
        for path in found.with_sets:
            self._add_sets(contents.details[path])
        self.left_out += len(contents.details.keys() - set(named.values()))
        self.notes += [_said_of_damaged(path) for path in (*recordings.damaged, *found.unreadable)]
        if recordings.unread:
            self.notes.append(
                f"{recordings.unread} recordings were not looked into for heart rate and local time: "
                "the archive is larger than what is unpacked at once"
            )

    def _add_sets(self, member: Member) -> None:
        """The sets that a watch counted, as if the file had come by itself; the activity is in the list already."""
        read_before = replace(self.allowance, left=math.inf)
        opened = self.opener.open_member(member, read_before)
        opened.records = iter([each for each in opened.records if not isinstance(each, Activity)])
        self.opened.append(opened)

    def _add_refused(self, member: Member, error: UnreadableFile) -> None:
        receipt = FileReceipt(member.title, sha256="", size_bytes=member.size, member=member.path)
        refuse(receipt, error)
        self.opened.append(OpenedFile(receipt, None, Upload(member.title, member)))


@dataclass(slots=True)
class _Recordings:
    """The recordings beside a list, read one at a time when their activity comes.

    unread: no room was left for them. damaged: those that cannot be unpacked, by their path.
    """

    members: dict[str, Member]
    allowance: Allowance
    tell: Tell
    unread: int = 0
    damaged: list[str] = field(default_factory=list)
    _read: set[str] = field(default_factory=set)

    def read(self, path: str) -> Upload | None:
        """The recording of this path, unpacked; None where there is none, or it is damaged. BeyondLimit for a bomb."""
        member = self.members.get(path)
        if member is None:
            return None
        self.tell(member.title)
        try:
            self._read.add(path)
            return unpacked(Upload(path, member.read()), self.allowance)
        except UsedUp:
            self.unread += 1
        except BeyondLimit:
            raise
        except UnreadableFile:
            self.damaged.append(path)
        return None

    def check_rest(self) -> None:
        """BeyondLimit where a recording that was not needed is a bomb by its own claim."""
        for path in self.members.keys() - self._read:
            try:
                check_claim(self.members[path].read())
            except UsedUp:
                return
            except BeyondLimit:
                raise
            except UnreadableFile:
                self.damaged.append(path)


def _said_of_damaged(path: str) -> str:
    return f"“{path}” is damaged; its activity is counted as the list has it, without what a recording adds"


def _is_known(member: Member, head: bytes) -> bool:
    """Whether an importer takes a member, by its first bytes; the rest is read only then."""
    try:
        return (
            find_importer(Upload.with_head(member.title, member, unpacked_head(head) if is_gzip(head) else head))
            is not None
        )
    except AmbiguousFile:
        return True
