"""Sets as a table that is edited, and what of it is another word than before."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.model.errors import TrainingDataError
from lib.model.records import LiftingSet
from lib.model.vocabulary import LoadMode, SetKind, Side, WeightUnit
from lib.services.editing.sets import EditedSet
from lib.store.records.overlay import place_sets
from lib.ui.record.sets_table import edited_sets, onto, sets_table

KG, LB = WeightUnit.KG, WeightUnit.POUND


def placed(*sets):
    return place_sets([tuple(each) for each in sets], {}).placed


SQUATS = placed(*(LiftingSet("Squat", reps=reps, load_kg=60.0) for reps in (8, 8, 7)))


def test_a_table_that_nobody_edited_says_the_same_sets():
    assert [each.set for each in edited_sets(SQUATS, sets_table(SQUATS, LB), LB)] == [each.set for each in SQUATS]


def test_one_cell_changes_one_field_of_one_set():
    table = sets_table(SQUATS, KG)
    table.loc[1, "Reps"] = 9
    found = [each.set for each in edited_sets(SQUATS, table, KG)]
    assert found[1] == SQUATS[1].set._replace(reps=9)
    assert [found[0], found[2]] == [SQUATS[0].set, SQUATS[2].set]


def test_a_load_is_read_in_the_persons_unit_and_kept_as_it_was_typed():
    table = sets_table(SQUATS, LB)
    table.loc[0, "Load (lb)"] = 135.0
    found = edited_sets(SQUATS, table, LB)[0].set
    assert found.load_kg == pytest.approx(61.235, abs=0.001)
    assert (found.load_value, found.load_unit) == (135.0, LB)


def test_a_new_row_is_a_new_set_and_a_deleted_one_is_missing():
    table = sets_table(SQUATS, KG).drop(index=0)
    row = {"Exercise": "Plank", "Seconds": 30.0, "Side": "left", "Kind": "warm-up"}
    table = pd.concat([table, pd.DataFrame([row])], ignore_index=True)
    found = edited_sets(SQUATS, table, KG)
    assert [each.field for each in found] == [SQUATS[1].field, SQUATS[2].field, None]
    assert found[2].set == LiftingSet("Plank", SetKind.WARM_UP, duration_s=30.0, side=Side.LEFT)


def test_a_load_typed_for_an_assisted_pull_up_helps():
    table = pd.concat([sets_table(SQUATS, KG), pd.DataFrame([{"Exercise": "Pull Up (Assisted)", "Load (kg)": 20.0}])])
    assert edited_sets(SQUATS, table, KG)[-1].set.load_mode is LoadMode.ASSISTED


def test_a_row_without_an_exercise_is_refused_with_its_number():
    table = sets_table(SQUATS, KG)
    table.loc[2, "Exercise"] = " "
    with pytest.raises(TrainingDataError, match="Row 3"):
        edited_sets(SQUATS, table, KG)


def test_what_was_done_in_two_tabs_to_different_sets_is_both_kept():
    mine = [EditedSet(each.field, each.set) for each in SQUATS]
    mine[2] = EditedSet(SQUATS[2].field, SQUATS[2].set._replace(reps=5))
    theirs = [SQUATS[0]._replace(set=SQUATS[0].set._replace(reps=10)), *SQUATS[1:]]
    assert [each.set.reps for each in onto(SQUATS, mine, theirs)] == [10, 8, 5]


def test_a_set_that_i_changed_and_the_other_tab_took_out_is_added_again():
    mine = [EditedSet(each.field, each.set) for each in SQUATS]
    mine[1] = EditedSet(SQUATS[1].field, SQUATS[1].set._replace(reps=12))
    found = onto(SQUATS, mine, [SQUATS[0], SQUATS[2]])
    assert [(each.field, each.set.reps) for each in found] == [(SQUATS[0].field, 8), (SQUATS[2].field, 7), (None, 12)]


sets = st.builds(
    LiftingSet,
    exercise_name=st.text(st.characters(categories=["L"]), min_size=1, max_size=8),
    kind=st.sampled_from(SetKind),
    reps=st.none() | st.integers(0, 100),
    load_kg=st.none() | st.floats(0, 500).map(lambda each: round(each, 3)),
    duration_s=st.none() | st.floats(1, 500),
    distance_m=st.none() | st.floats(1, 500),
    set_rpe=st.none() | st.floats(1, 10),
    side=st.sampled_from(Side),
)


@given(st.lists(sets, min_size=1, max_size=6), st.sampled_from(WeightUnit))
def test_looking_at_any_sets_changes_none_of_them(some, unit):
    there = placed(*some)
    edited = edited_sets(there, sets_table(there, unit), unit)
    assert [each.set for each in onto(there, edited, there)] == [each.set for each in there]
