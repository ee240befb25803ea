"""What a week still lacks, and the exercise of the person's own that fills it."""

from datetime import date
from math import isnan

from lib.analysis.your_week.still_open import open_muscles, own_exercises
from lib.analysis.your_week.week import GoalOfWeek
from lib.model.frames.weeks import OPEN_MUSCLES, WEEK_USUAL
from lib.model.vocabulary import GoalKind
from tests.analysis.frames import a_set, log_of, plan_of, sets_of

ON = date(2026, 11, 18)


def muscle_sets(plan, days):
    return log_of(plan_of(plan, days)).muscle_sets


def test_the_largest_gap_comes_first_and_muscles_at_their_usual_are_not_listed():
    week = WEEK_USUAL.make(
        [("quadriceps", 8.0, 10.0), ("glutes", 4.0, 12.0), ("calves", 6.0, 6.0), ("biceps", 9.0, 3.0)]
    )
    found = open_muscles(week, muscle_sets({"Squat (Barbell)": 3}, ("2026-11-02",)), ON)
    OPEN_MUSCLES.check(found)
    assert found["muscle"].tolist() == ["glutes", "quadriceps"]
    assert found[["done", "usual"]].to_numpy().tolist() == [[4.0, 12.0], [8.0, 10.0]]


def test_a_muscle_whose_usual_or_sets_are_not_known_is_not_open():
    week = WEEK_USUAL.make([("quadriceps", float("nan"), 10.0), ("glutes", 4.0, float("nan"))])
    assert open_muscles(week, muscle_sets({"Squat (Barbell)": 3}, ("2026-11-02",)), ON).empty


def test_muscles_beyond_the_runners_nine_are_not_open():
    week = WEEK_USUAL.make([("chest", 0.0, 10.0)])
    assert open_muscles(week, muscle_sets({"Bench Press (Barbell)": 3}, ("2026-11-02",)), ON).empty


def test_an_exercise_that_trains_one_muscle_alone_fills_it_before_one_that_trains_several():
    """A squat has the glutes as a main muscle, too: sets of it weigh half for each."""
    own = own_exercises(
        muscle_sets({"Squat (Barbell)": 4, "Leg Extension (Machine)": 3}, ("2026-11-02", "2026-11-09")), ON
    )
    assert own["quadriceps"] == "Leg Extension (Machine)"
    assert own["glutes"] == "Squat (Barbell)"


def test_exercises_of_more_than_half_a_year_ago_are_no_longer_the_persons_own():
    assert own_exercises(muscle_sets({"Squat (Barbell)": 4}, ("2026-04-01",)), ON) == {}


def test_exercises_are_called_as_the_person_writes_them():
    own = own_exercises(muscle_sets({"Kniebeuge (Langhantel)": 4}, ("2026-11-02",)), ON)
    assert own["quadriceps"] == "Kniebeuge (Langhantel)"


def test_an_exercise_of_26_weeks_ago_is_still_the_persons_own():
    squats = {"Squat (Barbell)": 4}
    assert own_exercises(muscle_sets(squats, ("2026-05-20",)), ON)
    assert own_exercises(muscle_sets(squats, ("2026-05-19",)), ON) == {}
    assert own_exercises(muscle_sets(squats, ("2026-11-18",)), ON)
    assert own_exercises(muscle_sets(squats, ("2026-11-19",)), ON) == {}


def test_of_two_exercises_of_equal_weight_the_latest_is_named_then_the_first_by_name():
    def curls(first, second):
        rows = [a_set("Leg Extension (Machine)", day=first), a_set("Leg Extension", day=second, session_id=2)]
        return own_exercises(log_of(sets_of(*rows)).muscle_sets, ON)["quadriceps"]

    assert curls("2026-11-02", "2026-11-03") == "Leg Extension"
    assert curls("2026-11-03", "2026-11-02") == "Leg Extension (Machine)"
    assert curls("2026-11-02", "2026-11-02") == "Leg Extension"


def test_a_goal_is_left_by_what_is_missing_and_never_by_less_than_nothing():
    left = [GoalOfWeek(GoalKind.RUNS, 3.0, done).left for done in (0.0, 2.5, 3.0, 4.0)]
    assert left == [3.0, 0.5, 0.0, 0.0]
    assert isnan(GoalOfWeek(GoalKind.RUNS, 3.0, float("nan")).left)


def test_a_muscle_that_no_exercise_trains_has_none_of_the_persons_own():
    own = own_exercises(muscle_sets({"Leg Extension (Machine)": 3}, ("2026-11-02",)), ON)
    assert own == {"quadriceps": "Leg Extension (Machine)"}


def test_what_is_left_of_a_goal_is_what_is_missing_and_never_below_nothing():
    assert [GoalOfWeek(GoalKind.RUNS, 5.0, done).left for done in (3.0, 5.0, 8.0)] == [2.0, 0.0, 0.0]
    assert isnan(GoalOfWeek(GoalKind.RUNS, 5.0, float("nan")).left)
