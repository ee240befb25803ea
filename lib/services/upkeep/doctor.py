"""How this installation is: versions, paths, sizes, the last backup, settings, counts. Nothing of the training itself."""

import os
import platform
import shutil
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

from lib.model.errors import StoreError
from lib.services.upkeep import backups
from lib.store.account import Account, open_account
from lib.store.database.condition import server_version, why_not_writable
from lib.store.database.connections import parse_url
from lib.store.database.engine import check_database, data_folder, stored_schema
from lib.store.database.row_counts import row_counts
from lib.store.database.sentences import first_of, shown_url

_PACKAGES: Final = ("legwork", "streamlit", "pandas", "numpy", "plotly", "sqlalchemy", "alembic", "psycopg", "babel")
_SETTINGS: Final = ("LEGWORK_DATABASE_URL", "TMPDIR", "TZ", "LANG", "PYTHONDONTWRITEBYTECODE")


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What the doctor found. problems: sentences; empty where all is well."""

    versions: dict[str, str | None]
    paths: dict[str, str]
    sizes: dict[str, int | None]
    database: dict[str, Any]
    backups: dict[str, Any]
    settings: dict[str, bool]
    counts: dict[str, int]
    problems: list[str]

    def as_json(self) -> dict[str, Any]:
        """One object for `doctor --json`."""
        return {name: getattr(self, name) for name in self.__slots__} | {"ok": not self.problems}


def diagnose_at(url: str, now: datetime) -> Diagnosis:
    """Of the database at the URL; of one that is not there or cannot be opened all but what is in it. now: with its zone."""
    file = backups.file_of(url)
    if file and not file.exists():
        advice = (
            "bring back a backup with `legwork restore latest`."
            if backups.list_backups(url)
            else "`legwork run` makes one."
        )
        return _of_closed(url, now, f"There is no database at {file}: {advice}")
    try:
        return diagnose(open_account(url), url, now)
    except StoreError as error:
        return _of_closed(url, now, str(error))


def diagnose(account: Account, url: str, now: datetime) -> Diagnosis:
    """Look at everything and change nothing. now: with its zone."""
    blocked = why_not_writable(account.engine)
    return Diagnosis(
        versions=_versions(server_version(account.engine)),
        paths=_paths(url),
        sizes=_sizes(url),
        database={"kind": account.engine.dialect.name, "schema": stored_schema(url), "writable": not blocked},
        backups=_backups(url, now),
        settings=_settings(),
        counts=_counts(account),
        problems=[*_briefly(check_database(url)), *([blocked] if blocked else [])],
    )


def _of_closed(url: str, now: datetime, why: str) -> Diagnosis:
    kind = parse_url(url).get_backend_name()
    return Diagnosis(
        versions=_versions(None),
        paths=_paths(url),
        sizes=_sizes(url),
        database={"kind": kind, "schema": None, "writable": False, "state": why},
        backups=_backups(url, now),
        settings=_settings(),
        counts={},
        problems=[why],
    )


def _briefly(problems: list[str]) -> list[str]:
    """The first of many; `check` is there for all of them."""
    if len(problems) < 2:
        return problems
    return [f"{first_of(problems)}, which `legwork check` lists."]


def _paths(url: str) -> dict[str, str]:
    return {"database": shown_url(parse_url(url)), "data": str(data_folder())}


def _sizes(url: str) -> dict[str, int | None]:
    file = _file(url)
    size = file.stat().st_size if file and file.exists() else None
    return {"database": size, "free": _free(file.parent if file else data_folder())}


def _file(url: str) -> Path | None:
    """None also where a folder or a pipe has its place."""
    try:
        return backups.file_of(url)
    except StoreError:
        return None


def _settings() -> dict[str, bool]:
    return {name: name in os.environ for name in _SETTINGS}


def _versions(server: str | None) -> dict[str, str | None]:
    found = {name: _version(name) for name in _PACKAGES}
    python = {"python": platform.python_version(), "sqlite": sqlite3.sqlite_version}
    return {**python, "server": server, **found}


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _free(folder: Path) -> int | None:
    return shutil.disk_usage(folder).free if folder.exists() else None


def _backups(url: str, now: datetime) -> dict[str, Any]:
    """How many there are and how old the newest one is, in hours."""
    known = backups.list_backups(url) if _file(url) else []
    if not known:
        return {"number": 0, "last": None, "age_h": None, "bytes": 0}
    sizes = sum(each.size for each in known)
    hours = round(known[0].age_h(now), 1)
    return {"number": len(known), "last": known[0].made_at.isoformat(), "age_h": hours, "bytes": sizes}


def _counts(account: Account) -> dict[str, int]:
    with account.read() as conn:
        return row_counts(conn, account.athlete_id)
