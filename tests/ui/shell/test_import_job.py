"""An import in its thread: it always ends in a receipt or in a sentence."""

import pytest

from lib.failures.told import Told
from lib.model.errors import StoreError
from lib.services.importing.receipt import ImportReceipt
from lib.ui.shell.jobs import Job


def ended(work):
    job = Job(work, 10).start()
    job._thread.join(timeout=20)
    assert not job.running
    return job.ended


def failing(error):
    def work(_tick):
        raise error

    return work


def test_a_good_one_ends_in_its_receipt():
    report = ImportReceipt([], None, ())
    assert ended(lambda _tick: report) is report


def test_one_that_the_database_refuses_ends_in_its_sentence():
    assert ended(failing(StoreError("Disk full."))) == Told("Disk full.")


def test_a_crash_ends_in_a_sentence_with_an_error_id():
    seen = ended(failing(ZeroDivisionError()))
    assert seen.error_id
    assert seen.error_id in str(seen)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_one_that_is_torn_out_says_that_nothing_was_kept():
    assert "Nothing of it was kept" in str(ended(failing(SystemExit())))


def test_one_that_is_stopped_says_so_and_has_no_error_id():
    job = Job(lambda tick: tick("a.csv", 1), 10)
    job.cancel()
    job.start()._thread.join(timeout=20)
    assert job.ended == Told("Stopped. Nothing of this import was kept.")
