"""Which imports are read anew, and what a file told by others beside it."""

from dataclasses import replace
from datetime import datetime

import pytest

from lib.model.athlete import Answers
from lib.model.errors import StoreError
from lib.model.vocabulary import DateOrder, DistanceUnit, Question, WeightUnit
from lib.services.importing.opening import _given, answered
from lib.services.importing.reread import _beside_a_list, _chosen, _had_details, _newest
from lib.store.records.batches import Batch, ImportedFile
from lib.store.records.import_records import Version

WHEN = datetime(2026, 3, 1)
FILE = ImportedFile("all.zip › activities.csv", "strava", "", 1, None, 1, 0, 0, 0, 0, 0, 0, 0, 0)
COUNTS = Batch(1, WHEN, None, (FILE,))
UNDONE = replace(COUNTS, id=2, undone_at=datetime(2026, 3, 2))
STOOD_FOR = replace(UNDONE, id=3, replaced_by=4)
EMPTY = replace(COUNTS, id=4, files=())
ALL = [COUNTS, UNDONE, STOOD_FOR, EMPTY]


def test_all_imports_that_count_and_have_files_are_read_anew():
    assert _chosen(ALL, None) == [COUNTS]
    assert _chosen(ALL, 1) == [COUNTS]
    assert _chosen(ALL, 4) == [EMPTY]


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (2, "Import 2 was undone, on 2026-03-02; there is nothing to read anew."),
        (3, "Import 3 was read anew by import 4; read that one again."),
        (9, "There is no import 9."),
    ],
)
def test_an_import_that_does_not_count_is_not_read_anew(number, why):
    with pytest.raises(StoreError) as told:
        _chosen(ALL, number)
    assert str(told.value) == why


@pytest.mark.parametrize(
    ("name", "source", "had"),
    [
        ("all.zip › a.csv", "strava", True),
        ("a.csv", "strava", False),
        ("all.zip › a.csv", "garmin", False),
        ("a.csv", None, False),
    ],
)
def test_a_list_of_an_archive_told_more_when_it_came(name, source, had):
    assert _had_details(name, source) is had


@pytest.mark.parametrize(
    ("name", "source", "beside"),
    [
        ("all.zip › runs/1.fit", "strava", True),
        ("all.zip", "strava", True),
        ("other.zip › 1.fit", "strava", False),
        ("all.zip › runs/1.fit", "garmin", False),
    ],
)
def test_a_recording_is_beside_a_list_in_the_same_archive(name, source, beside):
    assert _beside_a_list(name, replace(COUNTS, files=(replace(FILE, source=source),))) is beside


def test_of_each_content_the_most_recent_moment_counts():
    versions = [Version("2026-05", 1, 0, "a"), Version("2026-03", 2, 0, "b"), Version("2026-04", 3, 0, "a")]
    assert _newest(versions) == {"b": "2026-03", "a": "2026-05"}


def test_what_was_said_now_is_all_but_where_home_is():
    said = Answers(time_zone="Europe/Berlin", weight_unit=WeightUnit.POUND)
    assert _given(said) == {Question.WEIGHT_UNIT: "lb"}
    assert _given(Answers(time_zone="Europe/Berlin")) == {}


@pytest.mark.parametrize(
    ("question", "answer", "name", "value"),
    [
        (Question.TIMEZONE, "Asia/Tokyo", "time_zone", "Asia/Tokyo"),
        (Question.WEIGHT_UNIT, "kg", "weight_unit", WeightUnit.KG),
        (Question.DISTANCE_UNIT, "mi", "distance_unit", DistanceUnit.MILE),
        (Question.DATE_ORDER, "dmy", "date_order", DateOrder.DAY_FIRST),
    ],
)
def test_an_answer_is_put_beside_the_others(question, answer, name, value):
    before = Answers(keep_going=True)
    after = answered(before, question, answer)
    assert after == replace(before, **{name: value})
