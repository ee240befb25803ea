"""Imports are remembered, and undoing any of them leaves what the others say."""

import zlib
from datetime import datetime, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert as insert_into
from sqlalchemy import select
from training_records import NOW, hold, run, session, squat, utc

from lib.model.athlete import Athlete
from lib.model.errors import StoreError
from lib.model.records import Activity, Problem
from lib.model.vocabulary import RecordKind
from lib.store import athletes, batches, links, records, schema
from lib.store.batches import Batch, ImportedFile, Undone
from lib.store.engine import read, write
from lib.store.fingerprint import content_hash_of_everything

NEVER = datetime(1, 1, 1)
FILE = ImportedFile(
    name="Läufe.csv",
    source="strava",
    sha256="ab" * 32,
    size_bytes=17,
    encoding="utf-8",
    as_of=datetime(2026, 3, 1, 7, 30),
    records=5,
    added_activities=2,
    added_sessions=0,
    added_sets=0,
    updated=1,
    unchanged=1,
    twins=0,
    ignored=0,
    rejected=1,
)


def take(conn, athlete_id, contents, as_of=None):
    """A small import: what the import service does with a file, {record: hash}, in its shortest form."""
    batch = batches.start_batch(conn, athlete_id, NOW)
    for kind, insert, replace in (
        (RecordKind.ACTIVITY, records.insert_activities, records.replace_activity),
        (RecordKind.SESSION, records.insert_sessions, records.replace_session),
    ):
        known, seen = records.known_records(conn, athlete_id, kind, "app"), []
        for bout, digest in contents:
            if isinstance(bout, Activity) != (kind is RecordKind.ACTIVITY):
                continue
            old = known.get(bout.source_key)
            record_id = records.next_id(conn, athlete_id, kind) if old is None else old.id
            if old is None:
                insert(conn, athlete_id, "app", [(record_id, digest, bout)])
            elif (as_of or NEVER) < (old.as_of or NEVER):
                records.keep_older(conn, athlete_id, kind, record_id, digest, bout)
            elif old.content_hash != digest:
                replace(conn, athlete_id, record_id, digest, bout)
            seen.append((record_id, digest))
        batches.see(conn, athlete_id, batch, kind, seen, as_of)
    return batch


def fingerprint(engine, athlete):
    with read(engine) as conn:
        return content_hash_of_everything(conn, athlete.id)


def take_in(engine, athlete, *contents, as_of=None):
    with write(engine, athlete.id) as conn:
        return take(conn, athlete.id, contents, as_of)


def undo(engine, athlete, batch):
    with write(engine, athlete.id) as conn:
        return batches.undo_batch(conn, athlete.id, batch, NOW)


def test_an_import_is_listed_with_its_files_problems_and_bytes(engine, athlete):
    problem = Problem(3, "Distance", "12,x", "not a number", rows=1)
    with write(engine, athlete.id) as conn:
        batch = batches.start_batch(conn, athlete.id, NOW)
        batches.add_file(conn, athlete.id, batch, 0, FILE, zlib.compress(b"a;b\n\x001", 1))
        batches.add_problems(conn, athlete.id, batch, 0, [problem, Problem(None, None, None, "a warning", rows=0)])
    with read(engine) as conn:
        assert batches.list_batches(conn, athlete.id) == [Batch(1, NOW.replace(tzinfo=None), None, (FILE,))]
        assert batches.problems_of(conn, athlete.id, batch, 0)[0] == problem
        assert batches.stored_file(conn, athlete.id, batch, 0) == b"a;b\n\x001"
        with pytest.raises(StoreError, match="no file 1"):
            batches.stored_file(conn, athlete.id, batch, 1)


def test_undoing_the_only_import_leaves_nothing(engine, athlete):
    before = fingerprint(engine, athlete)
    batch = take_in(engine, athlete, (run(), "a"), (session(), "b"))
    assert undo(engine, athlete, batch) == Undone(removed=2, restored=0)
    assert fingerprint(engine, athlete) == before


def test_undoing_an_update_brings_the_earlier_content_back(engine, athlete):
    first = take_in(engine, athlete, (run(), "a"), (session(), "b"))
    before = fingerprint(engine, athlete)
    second = take_in(engine, athlete, (run(title="new"), "A"), (session(sets=(hold(),)), "B"), (run("more"), "c"))
    assert fingerprint(engine, athlete) != before
    assert undo(engine, athlete, second) == Undone(removed=1, restored=2)
    assert fingerprint(engine, athlete) == before
    assert undo(engine, athlete, first) == Undone(removed=2, restored=0)


def test_undoing_an_earlier_import_keeps_what_a_later_one_says(engine, athlete):
    first = take_in(engine, athlete, (run(), "a"), (run("only here", day=2), "x"))
    take_in(engine, athlete, (run(title="new"), "A"))
    assert undo(engine, athlete, first) == Undone(removed=1, restored=0)
    with read(engine) as conn:
        assert records.read_activity_record(conn, athlete.id, 1).title == "new"


def test_an_older_export_imported_later_changes_nothing_until_the_newer_one_is_undone(engine, athlete):
    newer = take_in(engine, athlete, (run(title="new"), "A"), as_of=datetime(2026, 5, 1))
    before = fingerprint(engine, athlete)
    take_in(engine, athlete, (run(title="old"), "a"), as_of=datetime(2026, 4, 1))
    assert fingerprint(engine, athlete) == before
    assert undo(engine, athlete, newer) == Undone(removed=0, restored=1)
    with read(engine) as conn:
        assert records.read_activity_record(conn, athlete.id, 1).title == "old"


@pytest.mark.parametrize(("batch", "why"), [(1, "undone before, on 2026-11-22"), (9, "no import 9")])
def test_an_unknown_or_undone_import_cannot_be_undone(engine, athlete, batch, why):
    undo(engine, athlete, take_in(engine, athlete, (run(), "a")))
    with pytest.raises(StoreError, match=why):
        undo(engine, athlete, batch)


def test_twins_and_links_of_what_goes_stand_for_themselves_again(engine, athlete):
    kept = (run("t2", day=1), "2"), (run("t3", day=1), "3")
    take_in(engine, athlete, *kept)
    batch = take_in(engine, athlete, (run("t1", day=1), "1"), (run("t4", day=1), "4"), (session(), "s"))
    with write(engine, athlete.id) as conn:
        for twin in (1, 2, 4):
            links.set_twin(conn, athlete.id, RecordKind.ACTIVITY, twin, 3)
        links.set_session(conn, athlete.id, 2, 1)
    undo(engine, athlete, batch)
    table = schema.activity
    with read(engine) as conn:
        rows = conn.execute(select(table.c.id, table.c.twin_of, table.c.session_id).order_by(table.c.id)).all()
    assert [tuple(row) for row in rows] == [(1, None, None), (2, 1, None)]


def test_content_that_comes_back_is_put_into_the_home_zone_of_today(engine, athlete):
    take_in(engine, athlete, (run(start=utc(datetime(2026, 3, 1, 21, 30))), "a"))
    second = take_in(engine, athlete, (run(start=utc(datetime(2026, 3, 1, 20, 30))), "A"))
    with write(engine, athlete.id) as conn:
        athletes.change_home_zone(conn, athlete.id, "Asia/Tokyo")
    undo(engine, athlete, second)
    with read(engine) as conn:
        assert records.read_activity_record(conn, athlete.id, 1).start.local == datetime(2026, 3, 2, 6, 30)


def test_content_that_an_undo_set_aside_can_come_back_by_the_next_one(engine, athlete):
    take_in(engine, athlete, (run(title="one"), "1"))
    newest = take_in(engine, athlete, (run(title="one"), "1"), as_of=datetime(2026, 5, 1))
    undated = take_in(engine, athlete, (run(title="two"), "2"))
    for batch, title in ((newest, "two"), (undated, "one")):
        undo(engine, athlete, batch)
        with read(engine) as conn:
            assert records.read_activity_record(conn, athlete.id, 1).title == title


def test_content_that_nothing_can_ask_for_any_more_is_not_kept(engine, athlete):
    first = take_in(engine, athlete, (run(), "a"))
    second = take_in(engine, athlete, (run(title="new"), "A"))
    undo(engine, athlete, second)
    undo(engine, athlete, first)
    with read(engine) as conn:
        assert conn.execute(select(schema.superseded)).all() == []
        assert conn.execute(select(schema.sighting)).all() == []


def bout(key: str, version: int):
    if key.startswith("r"):
        return run(key, day=version, distance_m=1000.0 * version)
    return session(key, day=version, sets=tuple(squat(reps) for reps in range(1, version + 2)))


files = st.tuples(
    st.dictionaries(st.sampled_from(["r1", "r2", "r3", "s1", "s2"]), st.integers(0, 3), min_size=1),
    st.none() | st.integers(0, 3).map(lambda weeks: datetime(2026, 5, 1) + timedelta(weeks=weeks)),
)
steps = st.lists(files | st.integers(0, 5), min_size=1, max_size=12)
athlete_numbers = count(2)


def another_athlete(engine):
    athlete = Athlete(id=next(athlete_numbers))
    with engine.begin() as conn:
        row = {"id": athlete.id, "name": "", "revision": 0, "created_at": "2026-11-22 09:30:00"}
        units = {"distance_unit": "km", "weight_unit": "kg", "first_weekday": "monday"}
        conn.execute(insert_into(schema.athlete).values(**row, **units, one_sided_reps_are_per_side=1))
    return athlete


def stored(engine, athlete):
    with read(engine) as conn:
        activities = records.known_records(conn, athlete.id, RecordKind.ACTIVITY, "app")
        sessions = records.known_records(conn, athlete.id, RecordKind.SESSION, "app")
        found = [records.read_activity_record(conn, athlete.id, each.id) for each in activities.values()]
        found += [records.read_session_record(conn, athlete.id, each.id) for each in sessions.values()]
    return sorted((each.source_key, each.start.local, getattr(each, "distance_m", None)) for each in found)


def expected(live):
    """What the imports that count say: of each record the content of the most recent file, then of the latest import."""
    says = {}
    for _, (contents, _as_of) in sorted(live.items(), key=lambda item: (item[1][1] or NEVER, item[0])):
        says.update(contents)
    bouts = [bout(key, version) for key, version in says.items()]
    return sorted((each.source_key, each.start.local, getattr(each, "distance_m", None)) for each in bouts)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_what_is_stored_is_what_the_imports_that_count_say(engine, steps):
    athlete, live = another_athlete(engine), {}
    for step in steps:
        if isinstance(step, tuple):
            contents, as_of = step
            pairs = [(bout(key, version), f"{version}") for key, version in contents.items()]
            live[take_in(engine, athlete, *pairs, as_of=as_of)] = step
        elif live:
            batch = sorted(live)[step % len(live)]
            del live[batch]
            undo(engine, athlete, batch)
        assert stored(engine, athlete) == expected(live)
    replayed = another_athlete(engine)
    for batch in sorted(live):
        contents, as_of = live[batch]
        take_in(
            engine, replayed, *((bout(key, version), f"{version}") for key, version in contents.items()), as_of=as_of
        )
    assert fingerprint(engine, athlete) == fingerprint(engine, replayed)
