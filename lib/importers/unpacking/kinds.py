"""What is to be read in an archive: of the exports of whole accounts only the training, else all that is known here."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol, runtime_checkable

from lib.importers.base import importers
from lib.importers.unpacking.archive import Archive, Member, check_trusted

# The tracks of workouts that the export has with more detail.
_APPLE_ROUTES: Final = "/workout-routes/"


@dataclass(slots=True)
class Contents:
    """What is read of an archive.

    files:   each of them an import of its own.
    details: recordings of activities that are in a list among `files`, by their path as the list names it.
    left_out: files that are not opened.
    """

    files: list[Member]
    details: dict[str, Member] = field(default_factory=dict)
    left_out: int = 0


@runtime_checkable
class OfAccounts(Protocol):
    """An importer that knows the export of a whole account, of which only some files are training."""

    def contents(self, members: Sequence[Member]) -> Contents | None:
        """What is read of it; None where the archive is no such export. UnreadableFile as `contents_of`."""
        ...


def contents_of(archive: Archive) -> Contents:
    """What is to be read. The private files of an account that an importer knows are never opened.

    UnreadableFile where a file that is to be read must not be trusted.
    """
    accounts = (each.contents(archive.members) for each in importers() if isinstance(each, OfAccounts))
    found = next((contents for contents in accounts if contents is not None), None)
    if found is None:
        found = Contents([member for member in archive.members if _APPLE_ROUTES not in f"/{member.path.casefold()}"])
        check_trusted(found.files)
    found.left_out = len(archive.members) - len(found.files) - len(found.details) + archive.junk
    return found
