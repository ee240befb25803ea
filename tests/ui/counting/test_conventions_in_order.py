"""The conventions of How we count: those that decide the person's own sets, or that they changed, come first."""

from lib.model.conventions import CONVENTIONS, DEFAULTS, values_of
from lib.ui.counting.conventions import GROUPS, in_order


def test_every_convention_is_in_exactly_one_group():
    named = [name for group in GROUPS for name in group.names]
    assert sorted(named) == sorted(convention.name for convention in CONVENTIONS)


def test_what_decides_most_sets_comes_first_and_what_decides_none_last():
    told = in_order(values_of(DEFAULTS), {"hold": 40, "inferred_warm_up": 90, "drop": 0})
    assert [(group.title, own) for group, own in told][:3] == [
        ("Unmarked warm-ups", 90),
        ("Holds", 40),
        ("Effort and reps", None),
    ]


def test_a_changed_convention_stays_in_sight_though_it_decides_no_set():
    told = in_order(values_of(DEFAULTS) | {"similar_to": 2.0}, {})
    assert (told[0][0].names, told[0][1]) == (("similar_from", "similar_to"), 0)
    assert {own for _, own in told[1:]} == {None}
