"""The log: JSON lines with the error id, for its owner only, rotated, without training data and without passwords."""

import json
import logging
import stat

import pytest

from lib.failures import log
from lib.failures.boundary import outcome
from lib.failures.log import FILE_NAME, LOGGER, keep_log
from lib.failures.told import told
from lib.model.errors import Cancelled, StoreError, UnreadableFile


@pytest.fixture
def folder(tmp_path):
    yield tmp_path / "data"
    for handler in list(LOGGER.handlers):
        LOGGER.removeHandler(handler)
        handler.close()


def lines(folder):
    return [json.loads(line) for line in (folder / FILE_NAME).read_text("utf-8").splitlines()]


def raised(error):
    """The error with the places it passed."""
    with pytest.raises(type(error)) as caught:
        raise error
    return caught.value


def test_what_nobody_foresaw_has_an_id_that_stands_in_the_log_with_its_places(folder):
    keep_log(folder)
    seen = told(raised(ZeroDivisionError("5 x Bench Press at 80 kg")))
    assert seen.error_id
    assert seen.error_id in seen.advice
    (line,) = lines(folder)
    assert line["error_id"] == seen.error_id
    assert line["level"] == "ERROR"
    assert line["error"] == ["builtins.ZeroDivisionError"]
    assert any("tests/failures/test_log.py" in place for place in line["places"])
    assert "Bench" not in json.dumps(line)


def test_a_cell_that_is_quoted_to_the_person_is_not_quoted_in_the_log(folder):
    keep_log(folder)
    assert "Bench" in told(raised(UnreadableFile("line 3: 'Bench Press' is no number", line=3))).sentence
    assert "Bench" not in (folder / FILE_NAME).read_text("utf-8")


def test_what_the_person_stopped_is_no_failure(folder):
    keep_log(folder)
    assert not told(raised(Cancelled("Stopped."))).error_id
    assert not (folder / FILE_NAME).exists()


def test_a_password_is_masked_in_sentence_line_and_console(folder, capsys):
    keep_log(folder, console=True)
    seen = told(raised(StoreError("The server postgresql://me:s3c@ret@host/db?password=s3cret cannot be reached.")))
    written = str(seen) + (folder / FILE_NAME).read_text("utf-8") + capsys.readouterr().err
    assert "host" in written
    assert "s3c" not in written
    assert "ret@" not in written


def test_the_file_and_its_folder_are_the_owners_alone_and_rotated(folder, monkeypatch):
    monkeypatch.setattr(log, "LARGEST_BYTES", 500)
    monkeypatch.setattr(log, "KEPT", 2)
    keep_log(folder)
    for _ in range(12):
        told(raised(ZeroDivisionError()))
    files = sorted(path.name for path in folder.iterdir())
    assert files == [FILE_NAME, f"{FILE_NAME}.1", f"{FILE_NAME}.2"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_log_that_cannot_be_written_hides_nothing_and_fails_nothing(tmp_path, folder, capsys):
    (tmp_path / "data").touch()
    keep_log(folder)
    assert told(raised(ZeroDivisionError())).error_id
    assert capsys.readouterr().err == ""


def test_the_chain_of_causes_is_named(folder):
    keep_log(folder)

    def fail():
        try:
            raise sqlite_like
        except OSError as error:
            raise StoreError("The database cannot be used.") from error

    sqlite_like = OSError(5, "Input/output error")
    assert str(outcome(fail)) == "The database cannot be used."
    assert lines(folder)[0]["error"] == ["lib.model.errors.StoreError", "builtins.OSError"]


def test_other_programs_loggers_do_not_write_into_it(folder):
    keep_log(folder)
    logging.getLogger("sqlalchemy.engine").error("INSERT Bench Press")
    assert not (folder / FILE_NAME).exists()
