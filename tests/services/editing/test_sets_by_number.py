"""Sets by their number from 1, and what of them is told."""

import pytest

from lib.model.athlete import Athlete
from lib.model.errors import TrainingDataError
from lib.model.record_id import parse_id
from lib.model.records import LiftingSet
from lib.model.vocabulary import LoadMode, SetKind, Side, WeightUnit
from lib.services.editing.numbered_sets import _refuse_missing, as_they_are, put_in, sets_json
from lib.services.editing.set_fields import change_set
from lib.services.editing.sets import EditedSet
from lib.services.editing.typed import sets_of_text, with_load_modes
from lib.store.records.overlay import place_sets

SESSION = parse_id("session-7")
SETS = tuple(LiftingSet("Squat", reps=reps, load_kg=60.0) for reps in (5, 6, 7))
PLACED = place_sets(SETS, {}).placed


@pytest.mark.parametrize(
    ("before", "reps"), [(None, [5, 6, 7, 9, 8]), (1, [9, 8, 5, 6, 7]), (2, [5, 9, 8, 6, 7]), (3, [5, 6, 9, 8, 7])]
)
def test_new_sets_come_before_a_number_or_at_the_end(before, reps):
    new = [LiftingSet("Squat", reps=9), LiftingSet("Squat", reps=8)]
    found = put_in(as_they_are(PLACED), new, before)
    assert [each.set.reps for each in found] == reps
    assert [each.field for each in found if each.set.reps > 7] == [None, None]
    assert as_they_are(PLACED) == [EditedSet(each.field, each.set) for each in PLACED]


@pytest.mark.parametrize("number", [0, 4, -1])
def test_a_number_that_no_set_has_is_named(number):
    with pytest.raises(TrainingDataError) as told:
        _refuse_missing(SESSION, PLACED, [1, number, 9])
    assert str(told.value) == (
        f"session-7 has sets 1 to 3, so there is no set {number}; legwork sets session-7 lists them."
    )
    with pytest.raises(TrainingDataError, match="session-7 has no sets, so there is no set 1;"):
        _refuse_missing(SESSION, [], [1])


def test_the_first_and_the_last_set_are_there():
    _refuse_missing(SESSION, PLACED, [1, 3])


def test_sets_are_told_with_their_number_and_both_sides_where_none_is_said():
    one = LiftingSet("Lunge", SetKind.WARM_UP, 8, side=Side.LEFT, set_rpe=7.0, note="deep")
    told = sets_json(place_sets((SETS[0], one), {}))
    assert [(each["number"], each["side"], each["kind"], each["edited"]) for each in told["sets"]] == [
        (1, "both", "working", False),
        (2, "left", "warm_up", False),
    ]
    assert (told["sets"][1]["rpe"], told["sets"][1]["note"], told["sets"][0]["load_kg"], told["gone"]) == (
        7.0,
        "deep",
        60.0,
        [],
    )


@pytest.mark.parametrize(
    ("name", "most", "more"),
    [
        ("exercise", "x" * 200, "x" * 201),
        ("note", "x" * 10_000, "x" * 10_001),
        ("rpe", "10", "10.5"),
        ("rpe", "1", "0.5"),
    ],
)
def test_a_limit_of_a_set_is_just_allowed_and_nothing_beyond_it(name, most, more):
    change_set(SETS[0], {name: most}, Athlete(1))
    with pytest.raises(TrainingDataError):
        change_set(SETS[0], {name: more}, Athlete(1))


@pytest.mark.parametrize("mode", LoadMode)
@pytest.mark.parametrize(("typed", "said"), [("12kg", None), ("+12kg", LoadMode.ADDED), ("-12kg", LoadMode.ASSISTED)])
def test_a_load_without_a_sign_keeps_how_a_load_of_the_body_acts(mode, typed, said):
    before = LiftingSet("thing", reps=5, load_kg=10.0, load_mode=mode)
    kept = mode if mode in (LoadMode.ADDED, LoadMode.ASSISTED, LoadMode.BAND) else LoadMode.EXTERNAL
    assert change_set(before, {"load": typed}, Athlete(1)).load_mode is (said or kept)


@pytest.mark.parametrize(
    ("mode", "kg", "after"),
    [
        (LoadMode.EXTERNAL, 10.0, LoadMode.ASSISTED),
        (LoadMode.BODYWEIGHT, 10.0, LoadMode.ASSISTED),
        (LoadMode.EXTERNAL, None, LoadMode.EXTERNAL),
        (LoadMode.ADDED, 10.0, LoadMode.ADDED),
        (LoadMode.BAND, 10.0, LoadMode.BAND),
    ],
)
def test_the_load_of_an_assisted_exercise_helps_unless_it_says_how_it_acts(mode, kg, after):
    (found,) = with_load_modes([LiftingSet("Assisted Pull Up", reps=5, load_kg=kg, load_mode=mode)])
    assert found.load_mode is after


def test_every_mistake_of_a_text_is_told_with_its_words():
    with pytest.raises(TrainingDataError, match=r"“hard”: .* “soft”: "):
        sets_of_text(Athlete(1), "plank 3x8 hard; row 3x8 soft")
    sets = sets_of_text(Athlete(1, weight_unit=WeightUnit.POUND), "squat 5 @100")
    assert [(each.reps, each.load_unit) for each in sets] == [(5, WeightUnit.POUND)]
