"""Holds, in seconds and in breaths."""

import pandas as pd
import pytest

from lib.analysis.counting.count_sets import CountingPreferences
from lib.model.frames.logs import BREATH_NOTES
from tests.analysis.frames import NAN, a_set, counted_of, sets_of


def hold_of(row, note=None):
    notes = BREATH_NOTES.make([] if note is None else [(1, 0, note)])
    counted = counted_of(sets_of(row), CountingPreferences(breath_notes=notes)).iloc[0]
    return counted["rule"], counted["hold_s"]


@pytest.mark.parametrize(
    ("row", "seconds"),
    [
        (a_set("Plank", reps=NAN, duration_s=40.0), 40.0),
        (a_set("Mountain Climber", reps=NAN, duration_s=40.0), 40.0),
        (a_set("Swiss Ball Plank", reps=5.0), 30.0),
        (a_set("Plank 5 breaths", reps=5.0), 30.0),
        (a_set("Swiss Ball Plank", reps=NAN, duration_s=20.0), 20.0),
    ],
)
def test_a_hold_lasts_its_seconds_or_six_a_breath(row, seconds):
    assert hold_of(row) == ("hold", seconds)


@pytest.mark.parametrize("note", ["5 deep breaths", "held for 5 breaths", "breaths", "Deep breaths, slowly"])
def test_reps_are_breaths_where_the_note_says_so(note):
    assert hold_of(a_set("Plank", reps=5.0), note) == ("hold", 30.0)


def test_a_note_can_say_the_number_of_breaths_itself():
    assert hold_of(a_set("Plank", reps=NAN), "4 deep breaths") == ("hold", 24.0)


@pytest.mark.parametrize("note", ["breathe out on the way up", "out of breath", "short of breath after 3"])
def test_a_note_about_breathing_is_no_count(note):
    rule, seconds = hold_of(a_set(reps=8.0), note)
    assert rule == "working"
    assert pd.isna(seconds)


def test_a_logged_duration_wins_over_breaths():
    assert hold_of(a_set("Plank", reps=NAN, duration_s=20.0), "5 breaths") == ("hold", 20.0)


def test_a_row_with_reps_and_a_duration_counts_as_reps():
    rule, seconds = hold_of(a_set("Hip Thrust", reps=10.0, duration_s=30.0), "3 breaths")
    assert rule == "working"
    assert pd.isna(seconds)


def test_a_hold_of_unknown_length_is_not_given_one():
    rule, seconds = hold_of(a_set("Plank", reps=NAN))
    assert rule == "short_hold"
    assert pd.isna(seconds)


def test_notes_of_sets_that_are_not_there_are_passed_over():
    notes = BREATH_NOTES.make([(9, 9, "5 breaths")])
    assert counted_of(sets_of(a_set()), CountingPreferences(breath_notes=notes))["rule"].tolist() == ["working"]


@pytest.mark.parametrize(
    ("row", "note", "found"),
    [
        (a_set("Plank", reps=NAN), "1 breath", ("short_hold", 6.0)),
        (a_set("Plank", reps=NAN), "120 slow breaths", ("hold", 720.0)),
        (a_set("Plank", reps=NAN), "breaths", ("short_hold", NAN)),
        (a_set("Plank", reps=1.0), "breaths", ("short_hold", 6.0)),
        (a_set("Plank", reps=4.0), "5 breaths", ("hold", 24.0)),
        (a_set("Plank", reps=NAN, duration_s=0.0), "5 breaths", ("hold", 30.0)),
        (a_set("Plank", reps=NAN, duration_s=1.0), "5 breaths", ("short_hold", 1.0)),
        (a_set("Odd", reps=NAN, duration_s=0.5), None, ("short_hold", 0.5)),
    ],
)
def test_breaths_are_the_reps_else_the_number_of_the_note_and_seconds_go_before(row, note, found):
    rule, seconds = hold_of(row, note)
    assert (rule, seconds) == (found[0], pytest.approx(found[1], nan_ok=True))


def test_a_note_is_of_its_own_set_alone():
    notes = BREATH_NOTES.make([(1, 1, "5 breaths")])
    sets = sets_of(*[a_set("Plank", reps=NAN)] * 2, a_set("Plank", reps=NAN, session_id=2))
    seconds = counted_of(sets, CountingPreferences(breath_notes=notes))["hold_s"]
    assert seconds.fillna(0.0).tolist() == [0.0, 30.0, 0.0]
