"""An act adds to the seals of the history; whatever is changed in it is told, also after more was said."""

import json

import pytest
from sqlalchemy import create_engine, event, text
from training_records import NOW, run

from lib.model.history import NO_WORD, Change, RecordRef, What
from lib.model.vocabulary import RecordKind
from lib.services.checking.check import check
from lib.store.database.bulk import fetch_rows
from lib.store.database.growing import TABLES, is_of_growing
from lib.store.database.seals import _digest, parsed, read_seals, sealed_rows
from lib.store.own import history
from lib.store.records import records

RUN = RecordRef(RecordKind.ACTIVITY, "app", "r1")


def say(account, number):
    with account.write() as conn:
        entry = history.add_entry(
            conn, account.athlete_id, What.EDIT, [Change(RUN, 1, "title", NO_WORD, f"{number}")], NOW
        )
        history.note_touched(conn, account.athlete_id, entry, {RecordKind.ACTIVITY: [1]})


def seals(account):
    with account.read() as conn:
        return {name: each for name, each in parsed(read_seals(conn, account.athlete_id)).items() if name in TABLES}


def behind_our_back(account, statement, **values):
    """As another program does it, which knows of no seals."""
    other = create_engine(account.engine.url)
    with other.begin() as conn:
        conn.execute(text(statement), values)
    other.dispose()


def told(account):
    url = account.engine.url.render_as_string(hide_password=False)
    return [line for line in check(url).problems if line.startswith("history")]


@pytest.fixture
def spoken(account):
    """An athlete who said something of a run three times."""
    with account.write() as conn:
        records.insert_activities(conn, account.athlete_id, "app", [(1, "h", run("r1"))])
    for number in range(3):
        say(account, number)
    return account


def test_only_what_is_new_is_read_for_the_seal_of_an_act(spoken):
    read = []
    event.listen(spoken.engine, "before_cursor_execute", lambda _c, _u, statement, values, *_: read.append((statement, values)))  # fmt: skip
    say(spoken, 3)
    of_history = [values for statement, values in read if "history_" in statement and "SELECT" in statement and "> " in statement]  # fmt: skip
    assert len(of_history) == len(TABLES)
    assert all(3 in (values.values() if isinstance(values, dict) else values) for values in of_history)


def test_the_seal_of_all_is_that_of_the_parts(spoken):
    grown = seals(spoken)
    with spoken.write() as conn:
        history.forget_contents(conn, spoken.athlete_id, [])
        conn.execute(text("UPDATE history_entry SET at = at"))
        conn.execute(text("UPDATE history_change SET field = field"))
    assert seals(spoken) == grown
    assert all(map(is_of_growing, grown.values()))
    assert told(spoken) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history_change SET after = '\"x\"' WHERE entry_id = 1",
        "UPDATE history_entry SET at = '2026-01-01 00:00:00' WHERE id = 2",
        "DELETE FROM history_change WHERE entry_id = 3",
        "UPDATE history_entry SET touched = '' WHERE id = 3",
    ],
)
def test_damage_in_the_history_is_told_also_after_more_was_said(spoken, statement):
    behind_our_back(spoken, statement)
    assert told(spoken)
    say(spoken, 3)
    assert told(spoken)


def test_what_is_changed_in_the_history_by_us_is_no_damage(spoken):
    with spoken.write() as conn:
        history.forget_contents(conn, spoken.athlete_id, [RUN])
    assert told(spoken) == []
    say(spoken, 3)
    assert told(spoken) == []


def test_a_seal_of_an_earlier_release_holds_until_the_next_act(spoken):
    with spoken.read() as conn:
        rows = sealed_rows(spoken.athlete_id)
        earlier = {name: _digest(map(repr, fetch_rows(conn, rows[name]))) for name in TABLES}
        said = json.dumps({**parsed(read_seals(conn, spoken.athlete_id)), **earlier})
    behind_our_back(spoken, "UPDATE athlete SET seals = :seals", seals=said)
    assert told(spoken) == []
    behind_our_back(spoken, "UPDATE history_entry SET what = 'bin' WHERE id = 1")
    assert told(spoken)
