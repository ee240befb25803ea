"""Imports are remembered, and undoing any of them leaves what the others say."""

import zlib
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from long_runs import examples
from sqlalchemy import delete, select
from sqlalchemy import insert as insert_into
from training_records import NOW, hold, run, session, squat, utc

from lib.model.errors import StoreError
from lib.model.records import Activity, Problem, Start
from lib.model.vocabulary import Precision, RecordKind, Sport, SubSport, TimeBasis
from lib.store.database import schema
from lib.store.own import athletes
from lib.store.records import batches, contents, import_records, links, records
from lib.store.records.batches import Batch, ImportedFile, Undone
from lib.store.records.fingerprint import content_hash_of_everything
from lib.store.records.recompute import recompute

NEVER = datetime(1, 1, 1)
FILE = ImportedFile(
    name="Läufe.csv",
    source="strava",
    sha256="ab" * 32,
    size_bytes=17,
    as_of=datetime(2026, 3, 1, 7, 30),
    records=5,
    added_activities=2,
    added_sessions=0,
    added_sets=0,
    updated=1,
    unchanged=1,
    duplicates=0,
    ignored=0,
    rejected=1,
)


def take(conn, athlete_id, files):
    """A small import: what the import service does with each file ([(record, hash)], as_of), in its shortest form."""
    batch = batches.start_batch(conn, athlete_id, NOW)
    for content, as_of in files:
        for kind, insert in (
            (RecordKind.ACTIVITY, records.insert_activities),
            (RecordKind.SESSION, records.insert_sessions),
        ):
            known, seen, fresh = records.known_records(conn, athlete_id, kind, "app"), [], {}
            for bout, digest in content:
                if isinstance(bout, Activity) != (kind is RecordKind.ACTIVITY):
                    continue
                old = known.get(bout.source_key)
                record_id = records.next_id(conn, athlete_id, kind) if old is None else old.id
                if old is None:
                    insert(conn, athlete_id, "app", [(record_id, digest, bout)])
                elif old.content_hash != digest:
                    fresh[record_id, digest] = contents.of_record(bout)
                seen.append((record_id, digest))
            import_records.remember(conn, athlete_id, batch, kind, seen, as_of)
            recompute(conn, athlete_id, kind, {record_id for record_id, _ in fresh}, fresh)
    return batch


def fingerprint(account):
    with account.read() as conn:
        return content_hash_of_everything(conn, account.athlete_id)


def take_in(account, *content, as_of=None):
    """An import of one file."""
    with account.write() as conn:
        return take(conn, account.athlete_id, [(content, as_of)])


def undo(account, batch):
    with account.write() as conn:
        return batches.undo_batch(conn, account.athlete_id, batch, NOW)


def test_an_import_is_listed_with_its_files_problems_and_bytes(account):
    problem = Problem(3, "Distance", "12,x", "not a number", rows=1)
    with account.write() as conn:
        batch = batches.start_batch(conn, account.athlete_id, NOW)
        batches.add_file(conn, account.athlete_id, batch, FILE, zlib.compress(b"a;b\n\x001", 1))
        batches.add_problems(
            conn, account.athlete_id, batch, 0, [problem, Problem(None, None, None, "a warning", rows=0)]
        )
    with account.read() as conn:
        assert batches.list_batches(conn, account.athlete_id) == [Batch(1, NOW.replace(tzinfo=None), None, (FILE,))]
        assert batches.problems_of(conn, account.athlete_id, batch, 0)[0] == problem
        assert batches.stored_file(conn, account.athlete_id, batch, 0) == b"a;b\n\x001"
        with pytest.raises(StoreError, match="no file 1"):
            batches.stored_file(conn, account.athlete_id, batch, 1)


def test_undoing_the_only_import_leaves_nothing(account):
    before = fingerprint(account)
    batch = take_in(account, (run(), "a"), (session(), "b"))
    assert undo(account, batch) == Undone(removed=2, restored=0)
    assert fingerprint(account) == before


def test_undoing_an_update_brings_the_earlier_content_back(account):
    first = take_in(account, (run(), "a"), (session(), "b"))
    before = fingerprint(account)
    second = take_in(account, (run(title="new"), "A"), (session(sets=(hold(),)), "B"), (run("more"), "c"))
    assert fingerprint(account) != before
    assert undo(account, second) == Undone(removed=1, restored=2)
    assert fingerprint(account) == before
    assert undo(account, first) == Undone(removed=2, restored=0)


def test_undoing_an_earlier_import_keeps_what_a_later_one_says(account):
    first = take_in(account, (run(), "a"), (run("only here", day=2), "x"))
    take_in(account, (run(title="new"), "A"))
    assert undo(account, first) == Undone(removed=1, restored=0)
    with account.read() as conn:
        assert records.read_activity_record(conn, account.athlete_id, 1).title == "new"


def test_an_older_export_imported_later_changes_nothing_until_the_newer_one_is_undone(account):
    newer = take_in(account, (run(title="new"), "A"), as_of=datetime(2026, 5, 1))
    before = fingerprint(account)
    take_in(account, (run(title="old"), "a"), as_of=datetime(2026, 4, 1))
    assert fingerprint(account) == before
    assert undo(account, newer) == Undone(removed=0, restored=1)
    with account.read() as conn:
        assert records.read_activity_record(conn, account.athlete_id, 1).title == "old"


@pytest.mark.parametrize(("batch", "why"), [(1, "undone before, on 2026-11-22"), (9, "no import 9")])
def test_an_unknown_or_undone_import_cannot_be_undone(account, batch, why):
    undo(account, take_in(account, (run(), "a")))
    with pytest.raises(StoreError, match=why):
        undo(account, batch)


def test_duplicates_and_links_of_what_goes_stand_for_themselves_again(account):
    kept = (run("t2", day=1), "2"), (run("t3", day=1), "3")
    take_in(account, *kept)
    batch = take_in(account, (run("t1", day=1), "1"), (run("t4", day=1), "4"), (session(), "s"))
    with account.write() as conn:
        for duplicate in (1, 2, 4):
            links.set_duplicates(conn, account.athlete_id, RecordKind.ACTIVITY, {duplicate: 3})
        links.set_sessions(conn, account.athlete_id, {2: 1})
    undo(account, batch)
    table = schema.activity
    with account.read() as conn:
        rows = conn.execute(select(table.c.id, table.c.duplicate_of, table.c.session_id).order_by(table.c.id)).all()
    assert [tuple(row) for row in rows] == [(1, None, None), (2, None, None)]


def test_content_that_comes_back_is_put_into_the_home_zone_of_today(account):
    take_in(account, (run(start=utc(datetime(2026, 3, 1, 21, 30))), "a"))
    second = take_in(account, (run(start=utc(datetime(2026, 3, 1, 20, 30))), "A"))
    with account.write() as conn:
        athletes.change_home_zone(conn, account.athlete_id, "Asia/Tokyo")
    undo(account, second)
    with account.read() as conn:
        assert records.read_activity_record(conn, account.athlete_id, 1).start.local == datetime(2026, 3, 2, 6, 30)


def test_content_that_an_undo_set_aside_can_come_back_by_the_next_one(account):
    take_in(account, (run(title="one"), "1"))
    newest = take_in(account, (run(title="one"), "1"), as_of=datetime(2026, 5, 1))
    undated = take_in(account, (run(title="two"), "2"))
    for batch, title in ((newest, "two"), (undated, "one")):
        undo(account, batch)
        with account.read() as conn:
            assert records.read_activity_record(conn, account.athlete_id, 1).title == title


def test_content_that_nothing_can_ask_for_any_more_is_not_kept(account):
    first = take_in(account, (run(), "a"))
    second = take_in(account, (run(title="new"), "A"))
    undo(account, second)
    undo(account, first)
    with account.read() as conn:
        assert conn.execute(select(schema.record_version)).all() == []
        assert conn.execute(select(schema.import_record)).all() == []


def test_what_a_newer_import_does_not_know_an_older_one_still_says(account):
    take_in(account, (run(heart_rate_bpm=148.0, title="old"), "a"), as_of=datetime(2026, 4, 1))
    newer = take_in(account, (run(title="new"), "b"), as_of=datetime(2026, 5, 1))
    with account.read() as conn:
        both = records.read_activity_record(conn, account.athlete_id, 1)
        assert (both.heart_rate_bpm, both.title) == (148.0, "new")
        assert records.known_records(conn, account.athlete_id, RecordKind.ACTIVITY, "app")["r1"].content_hash == ""
    undo(account, newer)
    with account.read() as conn:
        assert records.read_activity_record(conn, account.athlete_id, 1).title == "old"
        assert conn.execute(select(schema.record_version)).all() == []


def test_each_file_of_an_import_keeps_its_own_moment(account):
    """Else the heart rate of the first file would count as of the last one, and be newer than that of the second import."""
    days = [datetime(2026, 5, day) for day in (1, 3, 2)]
    first, last = ([(run(heart_rate_bpm=140.0), "a")], days[0]), ([(run(title="last"), "b")], days[1])
    with account.write() as conn:
        both = take(conn, account.athlete_id, [first, last])
    between = take_in(account, (run(heart_rate_bpm=150.0), "c"), as_of=days[2])
    with account.read() as conn:
        found = records.read_activity_record(conn, account.athlete_id, 1)
    assert (found.heart_rate_bpm, found.title) == (150.0, "last")
    undo(account, between)
    with account.read() as conn:
        assert records.read_activity_record(conn, account.athlete_id, 1).heart_rate_bpm == 140.0
    assert undo(account, both) == Undone(removed=1, restored=0)


def test_content_that_is_missing_stops_an_undo_in_words(account):
    take_in(account, (run(), "a"))
    newer = take_in(account, (run(title="new"), "b"))
    with account.write() as conn:
        conn.execute(delete(schema.record_version))
    with pytest.raises(StoreError, match="is missing"):
        undo(account, newer)


KEYS = ["r1", "r2", "s1"]
knowledge = st.tuples(*[st.sampled_from([0, 1, 2])] * 4)
file_contents = st.dictionaries(st.sampled_from(KEYS), knowledge, min_size=1)
files = st.tuples(file_contents, st.none() | st.integers(0, 3).map(lambda weeks: datetime(2026, 5, 1 + 7 * weeks)))
imports = st.lists(files, min_size=1, max_size=2)
steps = st.lists(imports | st.integers(0, 5), min_size=1, max_size=10)
athlete_numbers = count(2)
LOCAL, INSTANT = datetime(2026, 3, 1, 7), datetime(2026, 3, 1, 6)
STARTS = [
    Start("7", TimeBasis.WALL_CLOCK, local=LOCAL, precision=Precision.DATE),
    utc(INSTANT),
    Start("6Z", TimeBasis.OFFSET, local=INSTANT - timedelta(hours=5), utc=INSTANT),
]


KINDS = [(Sport.RUN, SubSport.NONE), (Sport.RUN, SubSport.TREADMILL), (Sport.RIDE, SubSport.VIRTUAL)]


def record(key: str, start: Start, kind: tuple[Sport, SubSport], number: int, word: int):
    """A bout with these values; 0 is unknown, 1 and 2 are what a file may say. A session has no kind."""
    values = {"start": start, "title": ["", "one", "two"][word]}
    if key.startswith("s"):
        return session(key, sets=tuple(squat(5 + number) for _ in range(number)), body_mass_kg=number or None, **values)
    heart_rate = 140.0 + number if number else None
    return run(key, sport=kind[0], sub_sport=kind[1], heart_rate_bpm=heart_rate, **values)


def bout(key: str, known: tuple[int, ...]):
    """What one file says of a bout: which start, which kind, and the number and word that it knows."""
    begun, kind, number, word = known
    return record(key, STARTS[begun], KINDS[kind], number, word)


def together(key: str, newest_first: list[tuple[int, ...]]):
    """The rules of decision 5 once more, on what the files know instead of on rows: no code of the store is called."""
    numbers, words = ([known[place] for known in newest_first if known[place]] for place in (2, 3))
    kinds = [KINDS[known[1]] for known in newest_first]
    details = [detail for sport, detail in kinds if sport is kinds[0][0] and detail is not SubSport.NONE]
    kind = kinds[0][0], (details or [SubSport.NONE])[0]
    return record(key, surest_start([known[0] for known in newest_first]), kind, (numbers or [0])[0], (words or [0])[0])


def surest_start(begun: list[int]) -> Start:
    """A bare day gives way to an instant; how far the clock was from it, whoever knows it says."""
    instants = [each for each in begun if each]
    if not instants:
        return STARTS[0]
    if instants[0] == 1 and 2 in instants:
        return replace(STARTS[2], raw=STARTS[1].raw)
    return STARTS[instants[0]]


def another_athlete(account):
    another = replace(account, athlete_id=next(athlete_numbers))
    with another.engine.begin() as conn:
        row = {"id": another.athlete_id, "name": "", "revision": 0, "created_at": "2026-11-22 09:30:00"}
        units = {"distance_unit": "km", "weight_unit": "kg", "first_weekday": "monday"}
        conn.execute(insert_into(schema.athlete).values(**row, **units, one_sided_reps_are_per_side=1))
        athletes.change_home_zone(conn, another.athlete_id, "Europe/Berlin")
    return another


def bring(account, files):
    with account.write() as conn:
        return take(
            conn,
            account.athlete_id,
            [([(bout(key, known), f"{known}") for key, known in content.items()], as_of) for content, as_of in files],
        )


def stored(account, key):
    kind = RecordKind.SESSION if key.startswith("s") else RecordKind.ACTIVITY
    with account.read() as conn:
        known = records.known_records(conn, account.athlete_id, kind, "app").get(key)
        return known and contents.read_stored(conn, account.athlete_id, kind, [known.id])[known.id].content


def expected(live, key):
    """Worked out anew from the files that count: the oldest first, each laid over what was known before."""
    files = [
        (as_of or NEVER, batch, place, content[key])
        for batch, files in live.items()
        for place, (content, as_of) in enumerate(files)
        if key in content
    ]
    return contents.of_record(together(key, [known for *_, known in sorted(files, reverse=True)])) if files else None


@settings(max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_what_is_stored_is_what_the_imports_that_count_say_together(account, steps):
    own, live = another_athlete(account), {}
    for step in steps:
        if isinstance(step, list):
            live[bring(own, step)] = step
        elif live:
            batch = sorted(live)[step % len(live)]
            del live[batch]
            undo(own, batch)
        for key in KEYS:
            assert stored(own, key) == expected(live, key)
    replayed = another_athlete(account)
    for batch in sorted(live):
        bring(replayed, live[batch])
    assert fingerprint(own) == fingerprint(replayed)
