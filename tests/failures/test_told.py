"""Every kind of failure in words: what happened and what to do."""

import errno
import sqlite3

import pytest
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from lib.failures.boundary import outcome
from lib.failures.told import Told, told
from lib.model.errors import StoreError, TrainingDataError

FORESEEN = {
    "a full disk": (OSError(errno.ENOSPC, "No space left on device", "/data/x.db"), "Disk full: /data/x.db"),
    "a disk that fails": (OSError(errno.EIO, "Input/output error"), "the disk reports an error"),
    "no permission": (PermissionError(errno.EACCES, "Permission denied", "/data/x.db"), "Change its permissions"),
    "an odd file": (OSError(errno.ELOOP, "Too many levels", "/data/x"), "Too many levels"),
    "a lock": (sqlite3.OperationalError("database is locked"), "Something else is writing"),
    "a damaged file": (sqlite3.DatabaseError("database disk image is malformed"), "Restore a backup"),
    "a lock through SQLAlchemy": (OperationalError("x", {}, sqlite3.OperationalError("database is locked")), "again"),
    "SQLAlchemy itself": (SQLAlchemyError("x"), "could not be used"),
    "no memory": (MemoryError(), "not enough memory"),
    "a sentence of ours": (StoreError("The database is gone."), "The database is gone."),
}


@pytest.mark.parametrize(("error", "words"), FORESEEN.values(), ids=FORESEEN.keys())
def test_what_was_foreseen_is_one_sentence_without_an_id(error, words):
    seen = told(error)
    assert words in seen.sentence
    assert not seen.error_id


def test_statements_and_their_values_are_never_told():
    refused = OperationalError("INSERT INTO x", {"name": "Bench Press"}, sqlite3.IntegrityError("UNIQUE failed: x.y"))
    assert "refused a value" in told(refused).sentence
    assert "Bench" not in str(told(refused))


def test_work_that_goes_well_gives_what_it_gives():
    assert outcome(lambda: 42) == 42


def test_errors_that_mean_something_to_the_caller_pass():
    with pytest.raises(KeyError):
        outcome(lambda: {}["x"], KeyError)
    assert isinstance(outcome(lambda: {}["x"]), Told)


def test_ctrl_c_and_streamlits_own_signals_pass():
    def interrupted():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        outcome(interrupted)


@pytest.mark.parametrize(
    ("error", "of_input"),
    [
        (TrainingDataError("12 is no time."), True),
        (StoreError("The database is gone."), False),
        (sqlite3.DatabaseError("database disk image is malformed"), False),
        (ZeroDivisionError(), False),
    ],
)
def test_only_where_the_input_is_refused_the_database_is_not_to_blame(error, of_input):
    assert told(error).of_input is of_input
