"""What the receipts of an import say of the records that its files lack."""

from datetime import date, datetime

import pytest

from lib.model.errors import Needs
from lib.model.history import RecordRef
from lib.model.record_id import RecordId
from lib.model.vocabulary import Question, RecordKind
from lib.services.importing.gone import _by_source, _span, count_gone
from lib.services.importing.receipt import FileReceipt, GoneRecord


def gone(number, *, later):
    ref = RecordRef(RecordKind.ACTIVITY, "strava", str(number))
    return GoneRecord(RecordId(RecordKind.ACTIVITY, number), ref, "Easy", datetime(2026, 5, number), later)


@pytest.mark.parametrize(("later", "number"), [(False, 2), (True, 3)])
def test_what_lies_after_the_last_day_of_a_file_goes_only_where_that_is_said(later, number):
    files = [FileReceipt("a", "", gone=[gone(1, later=False), gone(2, later=True)]), FileReceipt("b", "")]
    files[1].gone = [gone(3, later=False)]
    assert count_gone(files, later=later) == number


def test_files_are_looked_at_by_their_source_where_they_were_read():
    read, same, other = (
        FileReceipt(name, "", source=source) for name, source in zip("abc", ("x", "x", "y"), strict=True)
    )
    refused = FileReceipt("d", "", source="x", refused=True)
    asking = FileReceipt("e", "", source="x", needs=[Needs(Question.DATE_ORDER, ("a", "b"), "")])
    assert _by_source([read, refused, other, asking, same, FileReceipt("f", "")]) == {"x": [read, same], "y": [other]}


def test_files_reach_from_the_first_day_of_any_to_the_last_of_any():
    early, late = date(2026, 5, 1), date(2026, 5, 9)
    files = [FileReceipt("a", "", first_day=late, last_day=late), FileReceipt("b", ""), FileReceipt("c", "")]
    assert _span(files) == (late, late)
    files[2].first_day = files[2].last_day = early
    assert _span(files) == (early, late)
    assert _span(files[1:2]) is None
    assert _span([FileReceipt("a", "", first_day=early)]) is None
