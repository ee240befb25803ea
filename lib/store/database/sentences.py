"""What a database says when it fails, in plain words with what to do."""

import os
import sqlite3
from collections.abc import Sequence
from typing import Final

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from lib.model.masking import masked

_BUSY = "Something else is writing to the database {where}. Nothing was stored; try again in a moment."
_FULL = "Disk full: there is no room left for {where}. Nothing was stored; make room, then try again."
_READ_ONLY = "The database {where} cannot be written to (read-only). Nothing was stored; check the file's permissions."
_FOLDER = (
    "The database {where} cannot be written to: while it is written a file stands beside it, which its folder does not "
    "let be made. Nothing was stored; check the folder's permissions."
)
_MISSING = (
    "The database {where} cannot be opened: the file is missing or may not be read. Put it back, or check its "
    "permissions, then try again."
)
_DAMAGED = "The database {where} is damaged ({words}). Restore a backup; the file was left as it is."
_VALUE = (
    "A value in the database {where} cannot be read. `legwork check` names it; restore a backup, or let "
    "`legwork rescue` write what can be read."
)
_NOT_LET_IN = "The database server {where} does not let this user in ({words}). Check user and password in its URL."
_NO_DATABASE = "The server of {where} has no such database ({words}). Make it, or check its name in the URL."
_DOWN = "The database server {where} cannot be reached ({words}). Nothing was stored; start it and try again."
_DISK = "The disk reports an error for the database {where} ({words}). Copy the file to another disk, then try again."
_OTHER_SCHEMA = "The database {where} does not have the tables this release needs ({words}). Start Legwork anew."
_REFUSED = "The database refused a value, nothing was stored ({words})."
_OTHER = "The database {where} could not be used: {words}. Nothing was stored; try again."

_SENTENCES: Final[tuple[tuple[tuple[str, ...], str], ...]] = (
    (("database is locked", "database table is locked", "lock timeout", "LockNotAvailable"), _BUSY),
    (("database or disk is full", "No space left", "DiskFull"), _FULL),
    (("readonly database", "read-only transaction", "during recovery"), _READ_ONLY),
    (("unable to open database file",), _MISSING),
    (("malformed", "not a database"), _DAMAGED),
    (("Could not decode to UTF-8",), _VALUE),
    (("authentication failed", "no password supplied", "no pg_hba.conf entry", 'FATAL:  role "'), _NOT_LET_IN),
    (('FATAL:  database "', "permission denied for database"), _NO_DATABASE),
    (("connection failed", "server closed the connection", "connection refused", "terminating connection"), _DOWN),
    (("the connection is closed", "the connection is lost", "AdminShutdown", "failed to resolve host"), _DOWN),
    (("disk I/O error",), _DISK),
    (("no such table", "no such column", "UndefinedTable", "UndefinedColumn"), _OTHER_SCHEMA),
)


_LONGEST: Final = 200  # letters of what is quoted in a sentence
_LOST: Final = "no such savepoint"


def shown_url(url: URL) -> str:
    """A database as it may be named in a message or the log: a file by its path, a server without any password."""
    return str(url.database) if url.get_backend_name() == "sqlite" else masked(url.render_as_string())


def sentence(where: str, original: BaseException | None, *, refused: bool = False) -> str:
    """What went wrong with the database at a place that `shown_url` named."""
    detail, name = str(original).strip(), type(original).__name__
    words = masked(short(detail) or name)
    if refused:
        return _REFUSED.format(words=words)
    if _is_of_the_folder(where, original):
        return _FOLDER.format(where=where)
    for signs, pattern in _SENTENCES:
        if name in signs or any(sign in detail for sign in signs):
            return pattern.format(where=where, words=words)
    return _OTHER.format(where=where, words=words)


def _is_of_the_folder(where: str, original: BaseException | None) -> bool:
    """Whether the file itself can be opened, so that it is the journal beside it which cannot be made."""
    name = getattr(original, "sqlite_errorname", "")
    return name == "SQLITE_READONLY_DIRECTORY" or (name == "SQLITE_CANTOPEN" and os.access(where, os.R_OK | os.W_OK))


def first_failure(error: BaseException, of_driver: type[BaseException]) -> BaseException | None:
    """What the driver raised. of_driver: its class of errors.

    A full disk makes SQLite take the transaction back itself; then there is no savepoint any more to go back to, and that
    failure hides the one that matters.
    """
    original = error.orig if isinstance(error, DBAPIError) else error
    each = error.__context__
    while each is not None and _LOST in str(original):
        original = each if isinstance(each, of_driver) else original
        each = each.__context__
    return original


def damaged_value(where: str) -> str:
    """Where a value is read that nothing of this program wrote so."""
    return _VALUE.format(where=where)


def plain_words(error: BaseException) -> str | None:
    """The sentence for an error of SQLAlchemy or a driver that nobody turned into a StoreError; None for another one."""
    original = error.orig if isinstance(error, DBAPIError) else error
    of_driver = isinstance(original, sqlite3.Error) or type(original).__module__.split(".")[0] == "psycopg"
    if of_driver:
        return sentence("in use", original, refused=type(original).__name__ in ("IntegrityError", "DataError"))
    return _OTHER.format(where="in use", words=type(error).__name__) if isinstance(error, SQLAlchemyError) else None


def first_of(found: Sequence[str]) -> str:
    """The first of what is wrong, as it stands in a sentence, and how many there are beside it."""
    more = f", and {len(found) - 1} more" if len(found) > 1 else ""
    return f"{short(found[0])}{more}"


def short(words: str) -> str:
    """The first line, without its end where it is long: SQLite quotes whole definitions of tables."""
    line = " ".join((words.strip().splitlines() or [""])[0].split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
