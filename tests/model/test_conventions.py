"""Conventions: what a person may set, and that the defaults are SCIENCE's."""

from dataclasses import fields

from lib.model.conventions import BY_NAME, CONVENTIONS, DEFAULTS, Conventions, conventions_of, values_of


def test_every_convention_is_explained_once_and_its_default_is_possible():
    assert [convention.name for convention in CONVENTIONS] == list(BY_NAME)
    assert set(BY_NAME) == {field.name for field in fields(Conventions)}
    assert all(convention.low <= convention.default <= convention.high for convention in CONVENTIONS)


def test_what_the_person_sets_replaces_the_default():
    assert conventions_of({}) == DEFAULTS
    assert conventions_of({"shortest_hold_s": 20.0, "infer_warm_ups": 0.0}) == Conventions(
        shortest_hold_s=20.0, infer_warm_ups=False
    )


def test_unknown_names_are_passed_over_and_wild_values_kept_in_bounds():
    assert conventions_of({"nobody_knows": 3.0, "drop_set_worth": 7.0}) == Conventions(drop_set_worth=1.0)


def test_the_band_of_similar_is_positive_and_has_even_inside_whatever_a_person_sets():
    assert DEFAULTS.similar == (0.67, 1.5)
    for extreme in (-1.0, 0.0, 1.0, 1e6):
        low, high = conventions_of({"similar_from": extreme, "similar_to": extreme}).similar
        assert 0 < low < 1 < high


def test_the_values_lead_back_to_the_conventions():
    own = Conventions(breath_s=5.0, dumbbells_doubled=True)
    assert conventions_of(values_of(own)) == own
