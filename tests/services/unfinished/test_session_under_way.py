"""A session under way: what is next, what an act changes, and what a second tab may do."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.catalog.templates import templates
from lib.catalog.variants import variant
from lib.model.frames.logs import SETS
from lib.model.vocabulary import WeightUnit
from lib.services.unfinished import acts
from lib.services.unfinished.as_json import UnreadableSession, of_text, to_text
from lib.services.unfinished.differences import differences
from lib.services.unfinished.plan import append, prefilled, start_session, with_load, with_reps

NOON = datetime(2026, 11, 28, 12)
KG = WeightUnit.KG


def session(key="lower-body"):
    return start_session(templates()[key], lambda _: SETS.empty(), KG, local=NOON, now=NOON, per_side=True)


def log(under_way, number, done=None):
    each = under_way.open_sets[0]
    return acts.log_set(each, done or each.set, NOON + timedelta(minutes=number))(under_way)


def test_supersets_alternate_until_all_is_done():
    under_way, places = session(), []
    while under_way.open_sets:
        places.append(under_way.open_sets[0].place)
        under_way = log(under_way, len(places))
    assert places == [*["1A", "1B", "1C"] * 2, *["2A", "2B", "2C"] * 2]
    assert [each.place for each in under_way.done] == places
    assert under_way.minutes_so_far == 12


def test_who_goes_on_with_another_superset_stays_in_it():
    under_way = acts.choose("2B")(log(session(), 1))
    assert under_way.open_sets[0].place == "2B"
    under_way = log(under_way, 2)
    assert [each.place for each in under_way.open_sets[:3]] == ["2A", "2C", "2A"]


def test_a_set_that_is_taken_back_is_next_with_what_was_done_in_it():
    one = session().open_sets[0]
    done = with_load(with_reps(one.set, 11), 16.0, KG)
    under_way = log(session(), 1, done)
    back = acts.take_back(under_way.done[0])(under_way)
    assert back.open_sets[0].key == one.key
    assert back.open_sets[0].set == done
    assert not back.done


def test_a_load_is_taken_over_by_the_open_sets_of_the_exercise_that_had_the_same():
    first = session().open_sets[0]
    under_way = acts.fill_in(first, with_load(first.set, 16.0, KG))(session())
    assert [each.set.load_kg for each in under_way.at("1A")] == [16.0, 16.0]
    other = under_way.at("1A")[0]
    under_way = acts.fill_in(other, with_reps(other.set, 12))(under_way)
    assert [each.set.reps for each in under_way.at("1A")] == [12, 8]
    assert {each.set.load_kg for each in under_way.at("1B")} == {None}


def test_the_same_tap_from_two_tabs_logs_once_and_another_one_is_asked():
    shown = session()
    each = shown.open_sets[0]
    under_way = acts.log_set(each, each.set, NOON)(shown)
    assert acts.log_set(each, each.set, NOON + timedelta(minutes=1))(under_way) == under_way
    with pytest.raises(acts.SetChangedElsewhere) as raised:
        acts.log_set(each, with_reps(each.set, 12), NOON)(under_way)
    assert raised.value.now == under_way.find(each.key)
    mine = acts.log_set(raised.value.now, with_reps(each.set, 12), NOON)(under_way)
    assert mine.find(each.key).set.reps == 12


def test_acts_on_two_sets_from_two_tabs_both_hold():
    shown = session()
    one, other = shown.at("1A")[0], shown.at("2C")[1]
    under_way = acts.log_set(other, other.set, NOON)(acts.log_set(one, one.set, NOON)(shown))
    assert {each.key for each in under_way.done} == {one.key, other.key}


def test_two_tabs_may_fill_in_two_fields_of_one_set_but_not_one_field_twice():
    shown = session()
    each = shown.open_sets[0]
    under_way = acts.fill_in(each, with_load(each.set, 20.0, KG))(shown)
    both = acts.fill_in(each, with_reps(each.set, 12))(under_way).find(each.key).set
    assert (both.reps, both.load_kg) == (12, 20.0)
    with pytest.raises(acts.SetChangedElsewhere):
        acts.fill_in(each, with_load(each.set, 24.0, KG))(under_way)
    logged = acts.log_set(each, each.set, NOON)(shown)
    with pytest.raises(acts.SetChangedElsewhere):
        acts.fill_in(each, with_reps(each.set, 12))(logged)


def test_a_set_more_has_a_key_of_its_own_and_the_last_open_one_can_go():
    under_way = acts.add_set("1A")(session())
    keys = [each.key for each in under_way.at("1A")]
    assert len(set(keys)) == 3
    fewer = acts.leave_out(under_way.find(keys[-1]))(under_way)
    assert [each.key for each in fewer.at("1A")] == keys[:2]
    for each in fewer.at("1B"):
        fewer = acts.leave_out(fewer.find(each.key))(fewer)
    assert len(fewer.at("1B")) == 1


def test_a_swap_keeps_what_is_done_and_the_way_back_restores_the_exercise():
    under_way = log(session(), 1)
    item = under_way.item("1A")
    easier = variant(item, item.easier)
    fill = prefilled(easier, SETS.empty(), KG, per_side=True)
    swapped = acts.swap("1A", easier, fill)(under_way)
    assert [each.set.exercise_name for each in swapped.at("1A")] == ["Goblet Squat", "Squat (Bodyweight)"]
    assert variant(swapped.item("1A"), swapped.item("1A").harder) == item


@pytest.mark.parametrize("key", list(templates()))
def test_every_variant_of_a_template_is_an_exercise_with_a_way_back(key):
    for item in templates()[key].items:
        for name in (item.easier, item.harder):
            other = variant(item, name)
            assert other.exercise, name
            assert other.place == item.place
            assert item.name in (other.easier, other.harder)


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["log", "back", "more", "less", "choose", "fill"]), st.integers(0, 20)), max_size=25
    )
)
def test_whatever_is_done_a_session_is_read_back_as_it_was_and_no_set_is_counted_twice(steps):
    under_way = session()
    for step, number in steps:
        opened, done = under_way.open_sets, under_way.done
        place = under_way.items[number % len(under_way.items)].place
        if step == "log" and opened:
            under_way = log(under_way, number)
        elif step == "back" and done:
            under_way = acts.take_back(done[number % len(done)])(under_way)
        elif step == "more":
            under_way = acts.add_set(place)(under_way)
        elif step == "less" and opened:
            under_way = acts.leave_out(opened[number % len(opened)])(under_way)
        elif step == "choose":
            under_way = acts.choose(place)(under_way)
        elif step == "fill" and opened:
            under_way = acts.fill_in(opened[0], with_load(opened[0].set, float(number), KG))(under_way)
        keys = [each.key for each in under_way.sets]
        assert len(set(keys)) == len(keys)
        assert sorted(each.key for each in (*under_way.open_sets, *under_way.done)) == sorted(keys)
        assert of_text(to_text(under_way)) == under_way


def test_what_differs_is_named_set_by_set():
    before = session()
    after = replace(log(before, 1), notes="tired")
    found = differences(before, after)
    assert [(each.number, each.after.done_at is not None) for each in found.sets] == [(1, True)]
    assert found.others == ("notes",)
    assert differences(before, acts.choose("2A")(before)) == ((), ())


def test_another_session_is_put_behind_with_its_places_numbered_on():
    warm_up, rest = session("warm-up"), session()
    under_way = append(rest)(log(warm_up, 1))
    assert [item.place for item in under_way.items] == [f"1{letter}" for letter in "ABCDE"] + [
        "2A", "2B", "2C", "3A", "3B", "3C"
    ]  # fmt: skip
    assert {each.set.superset for each in under_way.at("3B")} == {"3"}
    assert len({each.key for each in under_way.sets}) == len(warm_up.sets) + len(rest.sets)
    assert of_text(to_text(under_way)) == under_way


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"template": {}, "sets": []}', "not json"])
def test_what_is_no_session_is_said_to_be_unreadable(text):
    with pytest.raises(UnreadableSession, match="another release"):
        of_text(text)


def test_a_load_in_pounds_is_filled_in_to_the_hundredth():
    one = session().open_sets[0].set
    assert with_load(one, 61.0, WeightUnit("lb")).load_value == 134.48
    assert (with_load(one, None, WeightUnit("lb")).load_value, with_load(one, None, WeightUnit("lb")).load_unit) == (
        None,
        None,
    )


def test_breaths_are_counted_in_the_remark_of_their_set():
    breathing = session().open_sets[0].set._replace(reps=5, note="5 deep breaths")
    assert with_reps(breathing, 8).note == "8 deep breaths"
    assert with_reps(breathing._replace(note="slowly"), 8).note == "slowly"
