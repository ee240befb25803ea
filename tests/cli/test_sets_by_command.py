"""Sets of a session from the command line, by their number; sessions split and merged."""

import pytest


@pytest.fixture(name="said")
def _said(said):
    """What a command prints as JSON, of a log with one session."""
    said("log", "squat 2x8 @60kg; plank 30s", "--at", "2026-11-25 18:00")
    return said


def texts(result):
    return [each["text"] for each in result["sets"]]


SQUAT, PLANK = "squat 1x8 @60kg", "plank 1x30s"


def test_sets_are_listed_with_their_numbers(said, legwork):
    listed = said("sets", "session-1")
    assert set(listed) == {"id", "sets", "gone"}
    assert listed["sets"][0] == {
        "number": 1, "text": SQUAT, "exercise": "squat", "reps": 8, "load_kg": 60.0, "load_mode": "external",
        "hold_s": None, "distance_m": None, "side": "both", "kind": "working", "rpe": None, "note": "", "edited": False,
    }  # fmt: skip
    assert legwork("sets", "session-1").stdout.splitlines() == [f"   1  {SQUAT}", f"   2  {SQUAT}", f"   3  {PLANK}"]


def test_one_set_is_changed_and_the_change_is_taken_back(said):
    done = said("set", "session-1", 2, "reps=6", "load=65", "rpe=8", "side=left", "kind=warm-up")
    assert texts(done) == [SQUAT, "squat 1x6 @65kg rpe 8 left warm-up", PLANK]
    assert [each["edited"] for each in done["sets"]] == [False, True, False]
    said("take-back", done["entry"])
    assert texts(said("sets", "session-1")) == [SQUAT, SQUAT, PLANK]
    assert said("set", "session-1", 2, "reps=8")["entry"] is None


def test_sets_are_added_where_they_were_done_and_taken_out(said):
    said("add-sets", "session-1", "lunge 2x10 @20kg", "--before", 1)
    said("add-sets", "session-1", "dip 5", "--before", 3)
    assert texts(said("add-sets", "session-1", "row 12")) == [
        "lunge 1x10 @20kg", "lunge 1x10 @20kg", "dip 1x5", SQUAT, SQUAT, PLANK, "row 1x12",
    ]  # fmt: skip
    between = said("add-sets", "session-1", "curl 9", "--before", 2)
    assert texts(between)[:4] == ["lunge 1x10 @20kg", "curl 1x9", "lunge 1x10 @20kg", "dip 1x5"]
    left = said("remove-sets", "session-1", 1, 3, 5)
    assert texts(left) == ["curl 1x9", "dip 1x5", SQUAT, PLANK, "row 1x12"]
    said("take-back", left["entry"])
    assert texts(said("sets", "session-1")) == texts(between)


def test_a_session_is_split_and_merged_again(said):
    parted = said("split", "session-1", "--after", 2)
    assert parted["ids"] == ["session-1", "session-2"]
    assert parted["entry"] == said("history")["entries"][0]["id"]
    assert texts(said("sets", "session-2")) == [PLANK]
    said("merge", "session-1", "session-2")
    assert texts(said("sets", "session-1")) == [SQUAT, SQUAT, PLANK]
    assert [each["why_not"] for each in said("sessions")["sessions"] if each["id"] == "session-2"] == ["left out"]
    said("split", "session-1", "--after", 1)
    assert said("history")["entries"][0]["what"] == "split"


def test_sessions_that_may_be_one_are_listed_until_they_are_joined(said, tmp_path):
    header = '"title","start_time","end_time","exercise_title","set_index","set_type","weight_kg","reps"'
    log = tmp_path / "workouts.csv"
    log.write_text(f'{header}\n"Legs","25 Nov 2026, 18:10","25 Nov 2026, 19:00","Deadlift",0,"normal",90,5\n')
    said("import", log, "--timezone", "Europe/Berlin")
    [pair] = said("overlaps")["overlaps"]
    assert sorted(pair) == ["session-1", "session-2"]
    said("join", *pair)
    assert said("overlaps") == {"overlaps": []}


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("set", "session-1", 9, "reps=1"), "session-1 has sets 1 to 3, so there is no set 9"),
        (("set", "session-1", 1, "reps"), "write it like reps=8"),
        (("set", "session-1", 1, "reps=1", "Reps=2"), "reps is given twice, as '1' and as '2'"),
        (("edit", "session-1", "title=a", "title=b"), "title is given twice, as 'a' and as 'b'"),
        (("add-sets", "session-1", "lunge 3x"), "“3x”"),
        (("add-sets", "session-1", "lunge 3x8", "--before", 7), "there is no set 7"),
        (("remove-sets", "session-1", 1, 2, 3), "legwork bin session-1"),
        (("sets", "session-7"), "There is no session-7"),
        (("sets",), "Missing argument 'ID'"),
        (("split", "session-1", "--after", 3), "both parts need at least one"),
        (("merge", "session-1"), "at least two different sessions"),
    ],
)
def test_what_cannot_be_done_with_sets_is_told_in_a_sentence(said, legwork, words, why):
    done = legwork(*words)
    assert done.exit_code != 0
    assert why in done.stderr
    assert "Traceback" not in done.output
