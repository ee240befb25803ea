"""`legwork load` and `legwork progress` as a script sees them."""

import json
from datetime import UTC, datetime, timedelta

import pytest

TODAY = datetime.now(UTC).date()


@pytest.fixture
def squats(said):
    """Ten weeks of squats, 2.5 kg more each."""
    for week in range(10):
        day = TODAY - timedelta(days=7 * (10 - week))
        said(
            "log",
            f"Squat (Barbell) 5@{60 + 2.5 * week}kg rpe 8",
            "--at",
            f"{day} 18:00",
            "--rpe",
            "6",
            "--time",
            "50:00",
        )


def test_progress_tells_best_last_and_change_of_an_exercise(said, squats):
    [squat] = said("progress")["exercises"]
    assert set(squat) == {
        "exercise", "title", "sessions", "best_e1rm_kg", "at_least", "best_day", "last_e1rm_kg", "last_at_least", "last_day",
        "best_sets", "change", "change_kg", "scatter_kg", "why_not",
    }  # fmt: skip
    assert (squat["exercise"], squat["sessions"], squat["change"]) == ("squat_barbell", 10, "up")
    assert squat["best_sets"] == [{"reps": 5, "load_kg": 82.5, "day": squat["last_day"]}]
    assert (squat["at_least"], squat["best_e1rm_kg"]) == (False, squat["last_e1rm_kg"])
    assert squat["best_e1rm_kg"] == pytest.approx((82.5 * (1 + 7 / 30) + 36 * 82.5 / 30) / 2, abs=0.01)


@pytest.mark.parametrize(
    "name", ["squat_barbell", "Squat (Barbell)", "squat (barbell)", "Back Squat", "barbell squats"]
)
def test_an_exercise_is_known_by_its_key_its_title_and_its_other_names(said, squats, name):
    assert [each["exercise"] for each in said("progress", name)["exercises"]] == ["squat_barbell"]


def test_an_unknown_exercise_is_one_sentence_with_what_may_be_meant(legwork, squats):
    done = legwork("progress", "squat wibble", "--json")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "Did you mean" in done.stderr
    assert "Squat (Barbell)" in legwork("progress", "xyzzy").stderr


def test_an_exercise_that_was_never_done_has_no_numbers(said):
    found = said("progress", "plank")
    [plank] = found["exercises"]
    assert (plank["sessions"], plank["best_e1rm_kg"], plank["why_not"]) == (0, None, "not in the log")
    assert said("progress")["exercises"] == []
    assert found["heavy"]["sets"] is None


def test_heavy_share_and_leg_days_say_what_they_lack(said, legwork, squats):
    found = said("progress")
    assert (found["heavy"]["share"], found["heavy"]["few_reps"]) == (None, found["heavy"]["sets"])
    assert [(each["days"], each["says"]) for each in found["leg_days"]["after"]] == [(1, "too few"), (2, "too few")]
    assert "cannot be told" in legwork("progress").stdout


def test_load_is_rpe_times_minutes_week_by_week(said, legwork, squats):
    said(
        "log",
        "--run",
        "--distance",
        "8km",
        "--time",
        "45:00",
        "--rpe",
        "4",
        "--at",
        f"{TODAY - timedelta(days=7)} 07:00",
    )
    weeks = said("load")["weeks"]
    assert set(weeks[0]) == {
        "week_start", "running", "lifting", "sum", "usual", "logged", "estimated", "missing", "logged_share", "complete"
    }  # fmt: skip
    ran = next(week for week in weeks if week["running"] == 180)
    assert ran["sum"] == 180 + ran["lifting"]
    assert ran["logged_share"] == 1
    assert said("load", "--from", "2020-01-01", "--to", "2020-01-06")["weeks"][0]["running"] is None
    assert "45 min" not in legwork("load").stdout


def test_no_log_has_no_load(said, legwork):
    assert said("load") == {"weeks": []}
    assert legwork("load").stdout == "No weeks in this range.\n"
    assert json.loads(legwork("load", "--json").stdout) == {"weeks": []}
