"""What counting reads of the database beside the sets themselves."""

import pandas as pd
import pytest
from training_records import session, squat

from lib.model.errors import StoreError
from lib.store.records import frames, records


def test_only_notes_that_speak_of_breaths_are_read(account):
    sets = (squat(note="5 deep Breaths"), squat(note="felt good"), squat(), squat(note="out of breath"))
    with account.write() as conn:
        records.insert_sessions(conn, account.athlete_id, "app", [(7, "hash", session("s1", sets=sets))])
        found = frames.read_breath_notes(conn, account.athlete_id)
    assert found.to_dict("records") == [
        {"session_id": 7, "position": 1, "note": "5 deep Breaths"},
        {"session_id": 7, "position": 4, "note": "out of breath"},
    ]


def test_the_body_mass_of_lifting_logs_is_read_once_a_day_the_last_one(account):
    bouts = [
        (1, "a", session("s1", day=0, body_mass_kg=70.0)),
        (2, "b", session("s2", day=0, body_mass_kg=70.5)),
        (3, "c", session("s3", day=1)),
        (4, "d", session("s4", day=2, body_mass_kg=71.0)),
    ]
    with account.write() as conn:
        records.insert_sessions(conn, account.athlete_id, "app", bouts)
        found = frames.read_logged_body_mass(conn, account.athlete_id)
    assert found["body_mass_kg"].tolist() == [70.5, 71.0]
    assert found["date"].tolist() == [pd.Timestamp(2026, 3, 1), pd.Timestamp(2026, 3, 3)]


def test_a_session_has_a_name_that_outlives_its_id(account):
    with account.write() as conn:
        records.insert_sessions(conn, account.athlete_id, "app", [(7, "hash", session("s1"))])
        assert records.session_name(conn, account.athlete_id, 7) == ("app", "s1")
        with pytest.raises(StoreError):
            records.session_name(conn, account.athlete_id, 8)
