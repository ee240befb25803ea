"""Who gets credit for a set, in the three schemes."""

import pytest

from lib.catalog.credits import credit_table
from lib.catalog.exercises import exercises
from lib.model.frames.logs import CREDITS
from lib.model.frames.own import OWN_CREDITS


def credit_of(table, exercise, muscle):
    row = table[(table["exercise"] == exercise) & (table["muscle"] == muscle)].squeeze()
    return row["strict"], row["default"], row["permissive"], row["primary"]


@pytest.mark.parametrize(
    ("exercise", "muscle", "expected"),
    [
        ("goblet_squat", "quadriceps", (1.0, 1.0, 1.0, True)),
        ("goblet_squat", "glutes", (0.5, 1.0, 1.0, True)),  # contested main muscle
        ("goblet_squat", "adductors", (0.5, 1.0, 1.0, True)),
        ("overhead_squat_barbell", "shoulders", (0.5, 0.5, 0.5, False)),
        ("goblet_squat", "hamstrings", (0.0, 0.0, 0.5, False)),  # permissive extra
        ("single_leg_hip_thrust", "hamstrings", (0.0, 0.5, 0.5, False)),  # contested helper
    ],
)
def test_the_three_schemes(exercise, muscle, expected):
    assert credit_of(credit_table(), exercise, muscle) == expected


def test_strict_never_exceeds_default_and_default_never_exceeds_permissive():
    table = CREDITS.check(credit_table())
    assert (table["strict"] <= table["default"]).all()
    assert (table["default"] <= table["permissive"]).all()


def test_every_exercise_with_a_main_muscle_or_a_helper_has_credits():
    with_credit = set(credit_table()["exercise"])
    assert with_credit == {exercise.key for exercise in exercises().values() if exercise.primary or exercise.secondary}


def test_own_credits_replace_all_credits_of_their_exercise_in_all_schemes():
    own = OWN_CREDITS.make(
        [("goblet_squat", "quadriceps", 1.0), ("goblet_squat", "core", 0.5), ("own:thing", "calves", 1.0)]
    )
    table = CREDITS.check(credit_table(own))
    assert set(table.loc[table["exercise"] == "goblet_squat", "muscle"]) == {"quadriceps", "core"}
    assert credit_of(table, "goblet_squat", "core") == (0.5, 0.5, 0.5, False)
    assert credit_of(table, "own:thing", "calves") == (1.0, 1.0, 1.0, True)
    assert credit_of(table, "hip_thrust", "glutes") == (1.0, 1.0, 1.0, True)


def test_an_own_credit_of_zero_takes_the_credit_away():
    table = credit_table(OWN_CREDITS.make([("goblet_squat", "quadriceps", 0.0)]))
    assert "goblet_squat" not in set(table["exercise"])


def test_changing_the_answer_does_not_change_the_table():
    table = credit_table()
    table["default"] = 9.0
    assert credit_table()["default"].max() == 1.0


def test_a_credit_is_nothing_a_half_or_one():
    table = credit_table()
    assert set(table[["default", "strict", "permissive"]].to_numpy().ravel()) == {0.0, 0.5, 1.0}
