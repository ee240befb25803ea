"""The table of muscle groups agrees with the vocabulary."""

from lib.catalog.exercises import exercises
from lib.catalog.muscles import muscle_groups
from lib.model.vocabulary import MUSCLE_NAMES, CountAs, Muscle


def test_the_groups_come_in_the_order_and_with_the_names_of_the_vocabulary():
    assert [group.muscle for group in muscle_groups()] == list(Muscle)
    assert {group.muscle: group.name for group in muscle_groups()} == MUSCLE_NAMES


def test_each_group_says_where_it_is_and_what_it_does_in_running():
    for group in muscle_groups():
        assert group.region in {"legs", "trunk", "arms"}
        assert group.in_running.endswith(".")


def test_the_typical_exercises_of_a_group_have_it_as_a_main_muscle_and_count_in_sets():
    for group in muscle_groups():
        assert len(group.typical) >= 4
        for key in group.typical:
            assert group.muscle in exercises()[key].primary, key
            assert exercises()[key].count_as in (CountAs.HARD_SET, CountAs.HOLD), key
