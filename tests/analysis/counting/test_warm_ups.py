"""Unmarked warm-ups: where they are looked for, and that the person's word about them holds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.analysis.counting.count_sets import CountingPreferences, count_sets
from lib.analysis.counting.rule_trace import ramp_ups
from lib.analysis.counting.warm_ups import inferred_warm_ups
from lib.model.conventions import DEFAULTS, Conventions
from lib.model.frames.counting import RAMP_UPS
from lib.model.frames.logs import SESSIONS
from lib.model.frames.own import KEPT_AS_WORKING
from tests.analysis.frames import a_session, a_set, counted_of, names_of, sessions_of, sets_of

LOADS = (40.0, 59.0, 60.0, 100.0, 50.0)


def ramp(kinds=("working",) * 5, **given):
    return [a_set(load_kg=load, kind=kind, **given) for load, kind in zip(LOADS, kinds, strict=True)]


def rules(*rows, preferences=None):
    return counted_of(sets_of(*rows), preferences or CountingPreferences())["rule"].tolist()


def kept(*rows):
    """KEPT_AS_WORKING from (session_id, exercise_name)."""
    return KEPT_AS_WORKING.make(list(rows))


def test_light_sets_before_the_heaviest_are_taken_for_warm_ups_in_a_log_without_set_types():
    assert rules(*ramp()) == ["inferred_warm_up", "inferred_warm_up", "working", "working", "working"]


@pytest.mark.parametrize(
    ("loads", "warm_ups"),
    [
        ((80, 80, 800, 80), 0),
        ((40, 80, 800, 80), 1),
        ((10, 100, 100), 1),
        ((80, 800), 1),
        ((80, 80, 640), 0),  # eight times what is around it
        ((80, 80, 639), 2),
        ((80, 80, 800, 800), 2),
        ((59, 100), 1),
        ((60, 100), 0),
        ((100, 59), 0),
        ((59, 100, 59, 100), 1),
        ((59, 0, 100), 1),
    ],
)
def test_a_mistyped_load_makes_no_warm_ups_of_real_sets(loads, warm_ups):
    assert rules(*(a_set(load_kg=float(load)) for load in loads)).count("inferred_warm_up") == warm_ups


def test_nothing_is_inferred_in_a_log_that_marks_any_set():
    assert "inferred_warm_up" not in rules(*ramp(), a_set("Bench Press", kind="warm_up"))


def test_set_types_of_one_source_say_nothing_about_another():
    sets = sets_of(*ramp(), *ramp(kinds=("warm_up", *["working"] * 4), session_id=2))
    sessions = sessions_of(a_session(1, source="strong"), a_session(2, source="hevy"))
    frame = count_sets(sets, names_of(sets), sessions)
    assert frame.loc[frame["rule"] == "inferred_warm_up", "session_id"].tolist() == [1, 1]


def test_each_exercise_and_session_has_its_own_heaviest_set():
    sets = [a_set(load_kg=40.0), a_set("Bench Press", load_kg=100.0), a_set(session_id=2, load_kg=100.0)]
    assert set(rules(*sets)) == {"working"}


@pytest.mark.parametrize("load_mode", ["assisted", "added", "band", "bodyweight"])
def test_only_external_loads_are_compared(load_mode):
    assert set(rules(*ramp(load_mode=load_mode))) == {"working"}


def test_another_share_of_the_heaviest_set_moves_the_border():
    preferences = CountingPreferences(Conventions(warm_up_share=0.45))
    assert rules(*ramp(), preferences=preferences) == ["inferred_warm_up", *["working"] * 4]


def test_nothing_is_inferred_when_the_person_switches_it_off():
    assert set(rules(*ramp(), preferences=CountingPreferences(Conventions(infer_warm_ups=False)))) == {"working"}


def test_sets_kept_as_working_count_in_their_session_and_exercise_alone():
    rows = [*ramp(), *ramp(session_id=2), *ramp(exercise_name="Bench Press", session_id=2)]
    frame = counted_of(sets_of(*rows), CountingPreferences(kept=kept((2, "Squat (Barbell)"))))
    inferred = frame[frame["rule"] == "inferred_warm_up"]
    assert set(inferred[["session_id", "exercise_name"]].itertuples(index=False, name=None)) == {
        (1, "Squat (Barbell)"),
        (2, "Bench Press"),
    }


LOADED = st.builds(
    a_set,
    st.sampled_from(["Squat (Barbell)", "Bench Press", "Leg Curl"]),
    session_id=st.integers(1, 3),
    load_kg=st.integers(10, 120).map(float),
)


@given(st.lists(LOADED, min_size=1, max_size=15))
@settings(max_examples=examples(40), deadline=None)
def test_keeping_every_ramp_gives_what_no_inference_gives_and_taking_it_back_restores(rows):
    sets = sets_of(*rows)
    found = ramp_ups(sets, SESSIONS.make([a_session(number) for number in (1, 2, 3)]), kept(), DEFAULTS)
    all_kept = CountingPreferences(kept=KEPT_AS_WORKING.make(found[["session_id", "exercise_name"]]))
    before, without = counted_of(sets), counted_of(sets, CountingPreferences(Conventions(infer_warm_ups=False)))
    assert counted_of(sets, all_kept)["hard"].equals(without["hard"])
    assert counted_of(sets, CountingPreferences(kept=kept())).equals(before)
    assert (before["hard"] == 0).sum() == found["rows"].sum()


def test_ramps_are_listed_newest_first_with_what_the_person_said():
    sets = sets_of(*ramp(), *ramp(session_id=2, day="2026-10-12"))
    sessions = sessions_of(a_session(1), a_session(2))
    found = RAMP_UPS.check(ramp_ups(sets, sessions, kept((1, "Squat (Barbell)")), DEFAULTS))
    assert found["session_id"].tolist() == [2, 1]
    assert found["kept"].tolist() == [False, True]
    assert found[["rows", "heaviest_kg", "top_kg"]].iloc[0].tolist() == [2, 59.0, 100.0]


def test_a_mistyped_load_is_not_shown_as_the_top_set():
    rows = [a_set(load_kg=load) for load in (40.0, 80.0, 80.0, 800.0, 80.0)]
    found = ramp_ups(sets_of(*rows), sessions_of(a_session(1)), kept(), DEFAULTS)
    assert found[["rows", "heaviest_kg", "top_kg"]].iloc[0].tolist() == [1, 40.0, 80.0]


def test_no_sets_have_no_ramps():
    assert ramp_ups(sets_of(), SESSIONS.empty(), kept(), DEFAULTS).empty
    assert not inferred_warm_ups(sets_of()).any()
