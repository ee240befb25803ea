"""Many rows at once: what is stored is what was given, and nothing of what was refused or interrupted."""

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from training_records import session, squat

from lib.model.errors import StoreError
from lib.model.vocabulary import RecordKind
from lib.store.database.engine import read, write
from lib.store.records import records

# Everything that means something in the text format of COPY, beside letters of other scripts.
_AWKWARD = st.text(st.sampled_from("\\\tNn.\n\rx\"',;{}%s é日🏋\u2028"), max_size=12)
_NUMBERS = st.none() | st.floats(0, 900, allow_subnormal=False)
_CHUNK = 30_000


def store(engine, athlete, found, record_id=1):
    with write(engine, athlete.id) as conn:
        records.insert_sessions(conn, athlete.id, "app", [(record_id, "h", found)])


def stored(engine, athlete, record_id=1):
    with read(engine) as conn:
        return records.read_session_record(conn, athlete.id, record_id)


def known(engine, athlete):
    with read(engine) as conn:
        return records.known_records(conn, athlete.id, RecordKind.SESSION, "app")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.tuples(_AWKWARD, _AWKWARD, _NUMBERS), min_size=1, max_size=6), title=_AWKWARD)
def test_texts_and_numbers_come_back_as_they_were(engine, athlete, texts, title):
    sets = tuple(squat(load_kg=load, note=note, superset=group) for note, group, load in texts)
    record_id = len(known(engine, athlete)) + 1
    store(engine, athlete, session(f"s{record_id}", sets=sets, title=title), record_id)
    found = stored(engine, athlete, record_id)
    assert found.title == title
    assert found.sets == sets


def test_a_statement_sees_what_was_inserted_before_it(engine, athlete):
    with write(engine, athlete.id) as conn:
        for number in range(1, 4):
            records.insert_sessions(conn, athlete.id, "app", [(number, "h", session(f"s{number}", sets=(squat(),)))])
            assert records.next_id(conn, athlete.id, RecordKind.SESSION) == number + 1


def test_a_large_insert_that_is_interrupted_leaves_nothing_and_no_lock(engine, athlete):
    sets = (squat(),) * _CHUNK
    with pytest.raises(KeyboardInterrupt), write(engine, athlete.id) as conn:
        records.insert_sessions(conn, athlete.id, "app", [(1, "h", session("s1", sets=sets))])
        raise KeyboardInterrupt
    assert known(engine, athlete) == {}
    store(engine, athlete, session("s1", sets=sets))
    assert len(stored(engine, athlete).sets) == _CHUNK


def test_a_value_that_is_refused_in_the_middle_takes_back_what_stood_before_and_after(engine, athlete):
    with pytest.raises(StoreError, match="refused a value"), write(engine, athlete.id) as conn:
        for number, load_kg in enumerate((100.0, math.inf, 100.0, 100.0), start=1):
            sets = (squat(load_kg=load_kg),)
            records.insert_sessions(conn, athlete.id, "app", [(number, "h", session(f"s{number}", sets=sets))])
    assert known(engine, athlete) == {}
    store(engine, athlete, session("s1", sets=(squat(),)))
    assert len(known(engine, athlete)) == 1
