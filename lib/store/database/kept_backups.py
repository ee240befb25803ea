"""Which copies of an SQLite database there are, by their names, and which of them are kept."""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

FOLDER: Final = "backups"
STAMP: Final = "%Y%m%dT%H%M%SZ"
SUM: Final = ".sha256"


class BackupKind(StrEnum):
    """Why a copy was made."""

    DAILY = "daily"
    DAMAGED = "daily-damaged"  # of a database in which `check` finds damage: it must not push out those that are whole
    UPGRADE = "before-upgrade"
    RESTORE = "before-restore"
    DELETE = "before-delete"
    UNDO = "before-undo"
    MERGE = "before-merge"
    BEFORE_DAMAGED = "before-act-damaged"  # likewise, before any of these acts
    BY_HAND = "by-hand"


_KEPT: Final = {
    BackupKind.DAMAGED: 3,
    BackupKind.BEFORE_DAMAGED: 3,
    BackupKind.UPGRADE: 3,
    BackupKind.RESTORE: 3,
    BackupKind.DELETE: 3,
    BackupKind.UNDO: 3,
    BackupKind.MERGE: 3,
}
_DAYS, _WEEKS = 7, 4
_DUE_H: Final = 24.0
_NAME: Final = rf"-(?P<at>\d{{8}}T\d{{6}}Z)-(?P<kind>{'|'.join(BackupKind)})(?:-\d+)?\.db"  # after that of the database


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy. made_at: naive UTC."""

    path: Path
    kind: BackupKind
    made_at: datetime
    size: int

    def age_h(self, now: datetime) -> float:
        """Hours since it was made; below 0 for one of a clock that was ahead. now: with its zone."""
        return (now.astimezone(UTC).replace(tzinfo=None) - self.made_at).total_seconds() / 3600


def folder_of(database: Path) -> Path:
    """Where the copies of a database lie."""
    return database.parent / FOLDER


def list_backups(database: Path) -> list[Backup]:
    """The copies of a database, newest first. Those without their sum were never finished and are no copies."""
    name, found = _name_of_copies(database), []
    for path in _in_folder(database):
        named = name.fullmatch(path.name)
        if named and sum_of(path).exists():
            made_at = datetime.strptime(named["at"], STAMP).replace(tzinfo=None)  # noqa: DTZ007 - the stamp is in UTC
            found.append(Backup(path, BackupKind(named["kind"]), made_at, path.stat().st_size))
    return sorted(found, key=lambda each: (each.made_at, each.path.name), reverse=True)


def sum_of(copy: Path) -> Path:
    """Where the SHA-256 of a copy lies, as `sha256sum -c` reads it."""
    return copy.with_name(copy.name + SUM)


def is_of_copies(database: Path, name: str) -> bool:
    """Whether a file of this name in the folder of copies is one, finished or not, or its sum."""
    return bool(_name_of_copies(database).match(name.removeprefix(".")))


def is_left_beside(database: Path, name: str) -> bool:
    """Whether a file of this name beside a database is a copy of an earlier release, a damaged one, or of a broken restore."""
    own = database.name
    return name.startswith((f"{own}.before-schema-", f"{own}.damaged-", f".{own}.restore.part"))


def is_due(database: Path, now: datetime) -> bool:
    """Whether the last backup of the day is a day old or older. One of a day to come is of a clock that was wrong.

    Others do not count: nobody looked whether they are whole.
    """
    days = [each for each in list_backups(database) if each.kind in (BackupKind.DAILY, BackupKind.DAMAGED)]
    ages = [age for each in days if (age := each.age_h(now)) >= 0]
    return not ages or min(ages) >= _DUE_H


def pushes_out_unproven(database: Path, kind: BackupKind) -> bool:
    """Whether one more of a kind removes one that is newer than the last which is known to be whole: that of a day."""
    every = list_backups(database)
    going = [each.made_at for each in every if each.kind is kind][_KEPT[kind] - 1 :]
    known_whole = [each.made_at for each in every if each.kind is BackupKind.DAILY]
    return bool(going) and (not known_whole or known_whole[0] < going[0])


def prune(database: Path) -> list[Path]:
    """Remove copies beyond seven days, four weeks and three of each other kind; what was made by hand stays."""
    every = list_backups(database)
    daily = [each for each in every if each.kind is BackupKind.DAILY]
    kept = {*_newest_of(daily, _day, _DAYS), *_newest_of(daily, _week, _WEEKS)}
    for kind, most in _KEPT.items():
        kept |= {each.path for each in [one for one in every if one.kind is kind][:most]}
    gone = [each.path for each in every if each.path not in kept and each.kind is not BackupKind.BY_HAND]
    for path in gone:
        _remove(path)
    return gone


def remove_all(database: Path) -> None:
    """Remove every copy, finished or not."""
    for path in _in_folder(database):
        if is_of_copies(database, path.name):
            path.unlink(missing_ok=True)
    with suppress(OSError):
        folder_of(database).rmdir()


def _newest_of(backups: Iterable[Backup], period: Callable[[Backup], object], most: int) -> list[Path]:
    """The newest of each period, of the latest periods. backups: newest first."""
    found: dict[object, Path] = {}
    for each in backups:
        found.setdefault(period(each), each.path)
    return list(found.values())[:most]


def _day(backup: Backup) -> object:
    return backup.made_at.date()


def _week(backup: Backup) -> object:
    return backup.made_at.isocalendar()[:2]


def _name_of_copies(database: Path) -> re.Pattern[str]:
    """By their whole names: another database beside it may have one that begins likewise."""
    return re.compile(re.escape(database.stem) + _NAME)


def _in_folder(database: Path) -> list[Path]:
    folder = folder_of(database)
    return list(folder.iterdir()) if folder.is_dir() else []


def _remove(copy: Path) -> None:
    """The copy first: a sum without one is nothing."""
    copy.unlink(missing_ok=True)
    sum_of(copy).unlink(missing_ok=True)
