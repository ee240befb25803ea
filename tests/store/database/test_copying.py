"""Many rows at once: what is stored is what was given, and nothing of what was refused or interrupted."""

import math
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from long_runs import examples
from training_records import session, squat

from lib.model.errors import StoreError
from lib.model.vocabulary import RecordKind
from lib.store.records import records

# Everything that means something in the text format of COPY, beside letters of other scripts.
_AWKWARD = st.text(st.sampled_from("\\\tNn.\n\rx\"',;{}%s é日🏋\u2028"), max_size=12)
_NUMBERS = st.none() | st.floats(0, 900, allow_subnormal=False)
_CHUNK = 30_000
_MANY = 60  # as many are written in another way than a few


def store(account, found, record_id=1):
    with account.write() as conn:
        records.insert_sessions(conn, account.athlete_id, "app", [(record_id, "h", found)])


def stored(account, record_id=1):
    with account.read() as conn:
        return records.read_session_record(conn, account.athlete_id, record_id)


def known(account):
    with account.read() as conn:
        return records.known_records(conn, account.athlete_id, RecordKind.SESSION, "app")


@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.tuples(_AWKWARD, _AWKWARD, _NUMBERS), min_size=1, max_size=6), title=_AWKWARD)
def test_texts_and_numbers_come_back_as_they_were(account, texts, title):
    sets = tuple(squat(load_kg=load, note=note, superset=group) for note, group, load in texts)
    record_id = len(known(account)) + 1
    store(account, session(f"s{record_id}", sets=sets, title=title), record_id)
    found = stored(account, record_id)
    assert found.title == title
    assert found.sets == sets


@settings(max_examples=examples(20), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.tuples(_AWKWARD, _AWKWARD, _NUMBERS), min_size=1, max_size=6), title=_AWKWARD)
def test_sets_that_recur_come_back_as_they_were_and_in_their_order(account, texts, title):
    once = tuple(squat(load_kg=load, note=note, superset=group) for note, group, load in texts)
    sets = tuple(each._replace(line=line) for line, each in enumerate(once * _MANY, start=2))
    record_id = len(known(account)) + 1
    store(account, session(f"s{record_id}", sets=sets, title=title), record_id)
    assert stored(account, record_id).sets == sets


def test_sets_that_recur_are_inserted_after_others_were_taken_back(account):
    one, other = session("s1", sets=(squat(reps=5),) * _MANY), session("s2", sets=(squat(reps=8),) * _MANY)
    with account.write() as conn:
        with conn.begin_nested() as savepoint:
            records.insert_sessions(conn, account.athlete_id, "app", [(1, "h", one)])
            savepoint.rollback()
        records.insert_sessions(conn, account.athlete_id, "app", [(1, "h", other)])
    assert known(account).keys() == {"s2"}
    assert stored(account).sets == other.sets


def test_a_statement_sees_what_was_inserted_before_it(account):
    with account.write() as conn:
        for number in range(1, 4):
            records.insert_sessions(
                conn, account.athlete_id, "app", [(number, "h", session(f"s{number}", sets=(squat(),)))]
            )
            assert records.next_id(conn, account.athlete_id, RecordKind.SESSION) == number + 1


def test_a_large_insert_that_is_interrupted_leaves_nothing_and_no_lock(account):
    sets = (squat(),) * _CHUNK
    with pytest.raises(KeyboardInterrupt), account.write() as conn:
        records.insert_sessions(conn, account.athlete_id, "app", [(1, "h", session("s1", sets=sets))])
        raise KeyboardInterrupt
    assert known(account) == {}
    store(account, session("s1", sets=sets))
    assert len(stored(account).sets) == _CHUNK


def test_a_value_that_is_refused_in_the_middle_takes_back_what_stood_before_and_after(account):
    with pytest.raises(StoreError, match="refused a value"), account.write() as conn:
        for number, load_kg in enumerate((100.0, math.inf, 100.0, 100.0), start=1):
            sets = (squat(load_kg=load_kg),)
            records.insert_sessions(conn, account.athlete_id, "app", [(number, "h", session(f"s{number}", sets=sets))])
    assert known(account) == {}
    store(account, session("s1", sets=(squat(),)))
    assert len(known(account)) == 1


def test_threads_take_their_usual_turns_again_when_nothing_is_copied_any_more(account):
    usual = sys.getswitchinterval()
    store(account, session("s1", sets=(squat(),)))
    with pytest.raises(StoreError), account.write() as conn:
        for number in (2, 3):
            wrong = session(f"s{number}", sets=(squat(reps=10_001),))
            records.insert_sessions(conn, account.athlete_id, "app", [(number, "h", wrong)])
    assert sys.getswitchinterval() == usual
