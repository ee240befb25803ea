"""Take the person's own word on exercises out of the database as one file, and bring it back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lib.importers.base import Upload
from lib.model.exercise_mapping import OwnMapping
from lib.services.preferences.exercise_mapping_checks import SECTIONS
from lib.services.preferences.exercise_mapping_file import read_mapping_file, write_mapping
from lib.store.account import Account
from lib.store.own import exercise_mappings


@dataclass(frozen=True, slots=True)
class MappingChange:
    """One word of the person that a file would add or change. part: one of SECTIONS. before: None where it is new."""

    part: str
    about: str
    before: Any | None
    after: Any


def export_mapping(account: Account) -> str:
    """All of it as the text of a file."""
    with account.read() as conn:
        return write_mapping(exercise_mappings.read_mapping(conn, account.athlete_id))


def preview_mapping(account: Account, upload: Upload) -> list[MappingChange]:
    """What a file would change; nothing is written. MappingFileError where it cannot be read whole."""
    mapping = read_mapping_file(upload)
    with account.read() as conn:
        return list(_changes(exercise_mappings.read_mapping(conn, account.athlete_id), mapping))


def import_mapping(account: Account, upload: Upload) -> list[MappingChange]:
    """Take a file in, all of it or nothing, and say what changed. What it is silent about stays. MappingFileError."""
    mapping = read_mapping_file(upload)
    with account.write() as conn:
        changed = list(_changes(exercise_mappings.read_mapping(conn, account.athlete_id), mapping))
        exercise_mappings.add_mapping(conn, account.athlete_id, mapping)
    return changed


def _changes(now: OwnMapping, new: OwnMapping) -> Iterator[MappingChange]:
    for part in SECTIONS:
        before: Mapping[str, Any] = getattr(now, part)
        after: Mapping[str, Any] = getattr(new, part)
        for about, value in after.items():
            if before.get(about) != value:
                yield MappingChange(part, about, before.get(about), value)
