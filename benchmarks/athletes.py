"""Databases for the benchmarks: the sample athlete and twenty years, imported through the same door as a person's files."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.services.importing.import_files import import_files
from lib.store.database.engine import Engine, open_database
from lib.store.own import athletes

TODAY: Final = date(2026, 11, 22)


def fill(database: Path, files: Sequence[Path]) -> tuple[Engine, int]:
    """A new SQLite file with these exports in it, and its athlete's id. AssertionError if a row was refused."""
    engine = open_database(f"sqlite:///{database}")
    athlete = athletes.ensure_athlete(engine)
    uploads = [Upload(path.name, path) for path in files]
    report = import_files(engine, athlete.id, uploads, Answers(time_zone="Europe/Berlin"))
    assert report.ok, report
    assert not any(file.rejected for file in report.files), report
    return engine, athlete.id
