"""A backup brought back: the newest that is whole, or the one that is named, of which is said whether it is."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from lib.model.errors import StoreError
from lib.services.checking.check import check_file
from lib.services.upkeep.backups import SERVER, file_of, kind_before
from lib.store.database import backups, kept_backups, migrate
from lib.store.database.kept_backups import Backup, BackupKind

LATEST: Final = "latest"


class Restored(NamedTuple):
    """copy: what was brought back. kept: what was kept of the database before. problems: what `check` finds in the copy.
    passed_over: newer ones that are damaged.
    """

    copy: Path
    kept: Path | None
    problems: list[str]
    passed_over: list[Path]


class _Chosen(NamedTuple):
    copy: Path
    problems: list[str]
    passed_over: list[Path]


def restore(url: str, name: str, now: datetime) -> Restored:
    """Bring back a backup by its path, its name or `latest`: the newest in which `check` finds nothing, else the newest. StoreError.

    What an earlier restore put away is the latest only where there is nothing else.
    """
    file = file_of(url)
    if file is None:
        raise StoreError(SERVER)
    known = kept_backups.list_backups(file)
    if name == LATEST:
        if not known:
            raise StoreError(f"There is no backup of {file} yet.")
        chosen = _newest_whole([each.path for each in sorted(known, key=_was_put_away)])
    else:
        path = next((each.path for each in known if each.path.name == name), Path(name))
        backups.verify(path)
        chosen = _Chosen(path, check_file(path).problems, [])
    kind = kind_before(file, BackupKind.RESTORE)
    kept = backups.bring_back(file, chosen.copy, now, migrate.upgrade_file, kind)
    return Restored(chosen.copy, kept, chosen.problems, chosen.passed_over)


def backup_in_place_of(url: str) -> Backup | None:
    """The newest backup of a database that is gone, empty or damaged; None where it is whole, on a server, or there is none."""
    file = file_of(url)
    known = kept_backups.list_backups(file) if file else []
    return min(known, key=_was_put_away) if file and known and backups.is_lost(file) else None


def _was_put_away(backup: Backup) -> bool:
    """Whether a restore took it out of the way: who asks for the latest wants what was there before that."""
    return backup.kind is BackupKind.RESTORE


def _newest_whole(copies: Iterable[Path]) -> _Chosen:
    """The newest in which nothing is found; where there is none, the newest that can be brought back at all. copies: newest first."""
    damaged: list[_Chosen] = []
    refused: list[StoreError] = []
    passed_over: list[Path] = []
    for copy in copies:
        try:
            backups.verify(copy)
        except StoreError as error:
            refused.append(error)
        else:
            problems = check_file(copy).problems
            if not problems:
                return _Chosen(copy, [], passed_over)
            damaged.append(_Chosen(copy, problems, list(passed_over)))
        passed_over.append(copy)
    if not damaged:
        raise refused[0]
    return damaged[0]
