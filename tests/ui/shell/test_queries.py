"""What pages read follows the database: acts of this and of other processes, imports, other athletes, a day later."""

import shutil
from datetime import date, timedelta

import pytest
import streamlit as st
from acting_person import ANSWERS, NOW, exports
from look_alikes import hevy, hevy_set
from sqlalchemy import insert, select

from lib.model.records import LiftingSet
from lib.services.editing.log import LoggedSession, log_session
from lib.services.importing.import_files import import_files
from lib.services.queries.weekly import weekly
from lib.store.account import Account, open_account
from lib.store.database import schema
from lib.store.own.athletes import load_athlete
from lib.ui.shell import queries

TODAY = date(2026, 11, 22)


@pytest.fixture(name="url")
def _url(sqlite_url):
    st.cache_resource.clear()
    st.cache_data.clear()
    yield sqlite_url
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture(name="other_process")
def _other_process(url):
    opened = open_account(url)
    assert import_files(opened, exports(), ANSWERS).ok
    yield opened
    opened.engine.dispose()


def key_of(url, account, today=TODAY):
    with account.read() as conn:
        revision = load_athlete(conn, account.athlete_id).revision
    return url, account.athlete_id, revision, today, False


def log(account, name="Nordic curl"):
    log_session(account, LoggedSession("2026-11-20 18:00", [LiftingSet(name, reps=5)] * 4), NOW)


def test_what_another_process_logged_is_there_and_the_rest_is_not_read_again(url, other_process):
    before = queries._training(*key_of(url, other_process))
    log(other_process)
    after = queries._training(*key_of(url, other_process))
    assert "Nordic curl" in set(after.sets["exercise_name"])
    assert after.activities is before.activities


def test_an_import_of_another_process_is_there(url, other_process):
    queries._training(*key_of(url, other_process))
    assert import_files(other_process, [hevy(hevy_set(2, exercise="Leg Press"))], ANSWERS).ok
    assert "Leg Press" in set(queries._training(*key_of(url, other_process)).sets["exercise_name"])


def test_the_weeks_follow_too(url, other_process):
    before = queries._weekly(*key_of(url, other_process))
    log(other_process)
    key = key_of(url, other_process)
    after = queries._weekly(*key)
    assert after.strength["sets_done"].sum() == before.strength["sets_done"].sum() + 4
    assert after.strength.equals(weekly(queries._training(*key)).strength)


def test_the_next_day_is_another_day(url, other_process):
    queries._training(*key_of(url, other_process))
    tomorrow = TODAY + timedelta(days=1)
    assert queries._training(*key_of(url, other_process, tomorrow)).today == tomorrow


def test_an_earlier_state_of_the_database_is_read_anew(url, other_process, tmp_path):
    """Whoever asks for a revision below that of the snapshot may look at a database that was put back."""
    file = url.removeprefix("sqlite:///")
    shutil.copy(file, tmp_path / "earlier.db")
    log(other_process)
    assert "Nordic curl" in set(queries._training(*key_of(url, other_process)).sets["exercise_name"])
    other_process.engine.dispose()
    queries._account(url).engine.dispose()
    shutil.copy(tmp_path / "earlier.db", file)
    assert "Nordic curl" not in set(queries._training(*key_of(url, other_process)).sets["exercise_name"])


def test_an_athlete_never_sees_the_records_of_another(url, other_process):
    with other_process.write() as conn:
        row = conn.execute(select(schema.athlete)).mappings().one()
        conn.execute(insert(schema.athlete).values({**row, "id": 2, "revision": row["revision"] + 1}))
    second = Account(other_process.engine, 2)
    log(second, "Zercher squat")
    first_of_all = queries._training(*key_of(url, other_process))
    assert set(queries._training(*key_of(url, second)).sets["exercise_name"]) == {"Zercher squat"}
    assert queries._training(*key_of(url, other_process)) is first_of_all
    assert "Zercher squat" not in set(first_of_all.sets["exercise_name"])
