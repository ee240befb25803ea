"""What a person says of counting, and events, as the store keeps them."""

from datetime import date

import pandas as pd
from training_records import session

from lib.model.vocabulary import CountAs, EventKind
from lib.store.own import counting_choices, dated
from lib.store.own.dated import Event
from lib.store.records import frames, records


def test_a_convention_keeps_the_last_value_until_it_is_reset(account):
    with account.write() as conn:
        counting_choices.set_choice(conn, account.athlete_id, "shortest_hold_s", 20)
        counting_choices.set_choice(conn, account.athlete_id, "shortest_hold_s", 25)
        assert counting_choices.read_choices(conn, account.athlete_id) == {"shortest_hold_s": 25.0}
        counting_choices.reset_choice(conn, account.athlete_id, "shortest_hold_s")
        assert counting_choices.read_choices(conn, account.athlete_id) == {}


def test_an_exercise_counts_as_the_person_says_until_it_is_reset(account):
    with account.write() as conn:
        counting_choices.set_count_as(conn, account.athlete_id, "inchworm", CountAs.HARD_SET)
        assert counting_choices.read_count_as(conn, account.athlete_id) == {"inchworm": CountAs.HARD_SET}
        counting_choices.reset_count_as(conn, account.athlete_id, "inchworm")
        assert counting_choices.read_count_as(conn, account.athlete_id) == {}


def test_sets_kept_as_working_are_found_by_the_session_that_is_there(account):
    with account.write() as conn:
        stored = session("s1", day=3)
        records.insert_sessions(conn, account.athlete_id, "app", [(7, "hash", stored)])
        counting_choices.keep_as_working(conn, account.athlete_id, "app", stored.source_key, "Squat")
        counting_choices.keep_as_working(conn, account.athlete_id, "app", "gone", "Squat")
        kept = frames.read_kept_as_working(conn, account.athlete_id)
        assert kept.to_dict("records") == [{"session_id": 7, "exercise_name": "Squat"}]
        counting_choices.take_for_warm_ups(conn, account.athlete_id, "app", stored.source_key, "Squat")
        assert frames.read_kept_as_working(conn, account.athlete_id).empty


def test_an_event_of_one_day_ends_on_that_day(account):
    race = Event(EventKind.RACE, date(2026, 4, 12), "Marathon")
    with account.write() as conn:
        dated.keep(conn, account.athlete_id, race)
        block = Event(EventKind.BLOCK, date(2026, 4, 1), "Base", date(2026, 4, 30))
        dated.keep(conn, account.athlete_id, block)
        assert dated.read_all(conn, account.athlete_id, Event) == [block, race]
    with account.read() as conn:
        found = frames.read_events(conn, account.athlete_id)
    assert list(found["kind"]) == ["block", "race"]
    assert found["to_date"].iloc[1] == pd.Timestamp(2026, 4, 12)
    with account.write() as conn:
        dated.take_back(conn, account.athlete_id, race)
        assert list(frames.read_events(conn, account.athlete_id)["kind"]) == ["block"]
