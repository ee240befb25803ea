"""Databases for the benchmarks: the sample athlete and twenty years, imported through the same door as a person's files."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.services.importing.import_files import import_files
from lib.store.account import Account, open_account

TODAY: Final = date(2026, 11, 22)


def fill(database: Path, files: Sequence[Path]) -> Account:
    """A new SQLite file with these exports in it, and its athlete. AssertionError if a row was refused."""
    account = open_account(f"sqlite:///{database}")
    uploads = [Upload(path.name, path) for path in files]
    report = import_files(account, uploads, Answers(time_zone="Europe/Berlin"))
    assert report.ok, report
    assert not any(file.rejected for file in report.files), report
    return account
