"""What is kept of records beside them, and finding, erasing and setting aside some of many."""

from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import select
from test_batches import FILE, take_in
from test_records import insert
from training_records import NOW, hold, run, session, squat

from lib.model.errors import StoreError, TrainingDataError
from lib.model.record_id import RecordId
from lib.model.vocabulary import RecordKind, Sport
from lib.store.database import schema
from lib.store.own import shoes
from lib.store.records import (
    batches,
    contents,
    decided,
    erase,
    links,
    listing,
    members,
    missing,
    records,
    set_aside,
)
from lib.store.records.bin import count_binned, empty_bin

RUN, SESSION = RecordKind.ACTIVITY, RecordKind.SESSION


def add_file(conn, athlete_id, batch, **more):
    batches.add_file(conn, athlete_id, batch, replace(FILE, **more), b"x")


def test_the_name_of_a_session_is_its_source_and_its_key(account):
    insert(account, session("first"), session("second", 1))
    with account.read() as conn:
        assert records.session_name(conn, account.athlete_id, 2) == ("app", "second")
        with pytest.raises(StoreError, match="There is no session 3 of this athlete"):
            records.session_name(conn, account.athlete_id, 3)
        assert records.next_id(conn, account.athlete_id, SESSION) == 3
        assert records.next_id(conn, account.athlete_id, RUN) == 1


def test_content_that_is_kept_is_forgotten_by_its_record_and_its_hash(account):
    content = contents.of_record(run())
    with account.write() as conn:
        kept = {(1, "a"): content, (1, "b"): content, (2, "a"): content}
        contents.keep(conn, account.athlete_id, RUN, kept)
        contents.keep(conn, account.athlete_id, SESSION, {(1, "a"): contents.of_record(session())})
        contents.forget_kept(conn, account.athlete_id, RUN, [])
        assert contents.read_kept_keys(conn, account.athlete_id, RUN) == set(kept)
        contents.forget_kept(conn, account.athlete_id, RUN, [(1, "a"), (2, "b")])
        assert contents.read_kept_keys(conn, account.athlete_id, RUN) == {(1, "b"), (2, "a")}
        assert contents.read_kept_keys(conn, account.athlete_id, SESSION) == {(1, "a")}
        assert contents.read_kept(conn, account.athlete_id, RUN, [1]) == {(1, "b"): content}


def test_other_sets_take_the_place_of_those_of_one_session(account):
    insert(account, session("a", sets=(squat(5), squat(4))), session("b", 1, sets=(hold(),)))
    with account.write() as conn:
        contents.replace_sets(conn, account.athlete_id, {})
        contents.replace_sets(conn, account.athlete_id, {1: [tuple(squat(9))]})
        found = contents.read_sets(conn, account.athlete_id, [1, 2])
        rows = conn.execute(select(schema.strength_set.c.session_id, schema.strength_set.c.position)).all()
    assert found == {1: (tuple(squat(9)),), 2: (tuple(hold()),)}
    assert sorted(map(tuple, rows)) == [(1, 1), (2, 1)]


def test_an_import_stands_for_others_until_it_is_undone_or_stood_for_itself(account):
    batch = [take_in(account, (run(f"r{day}", day), f"h{day}")) for day in range(3)]
    with account.write() as conn:
        assert set_aside.replaced_by(conn, account.athlete_id) == {}
        assert set_aside.set_aside(conn, account.athlete_id, batch[2], batch[:2], NOW) == 2
        assert set_aside.replaced_by(conn, account.athlete_id) == {batch[0]: batch[2], batch[1]: batch[2]}
        assert set_aside.highest_id(conn, account.athlete_id, RUN) == 2
        assert set_aside.highest_id(conn, account.athlete_id, SESSION) == 0
        set_aside.bring_back(conn, account.athlete_id, batch[2])
        batches.undo_batch(conn, account.athlete_id, batch[2], NOW)
        assert set_aside.replaced_by(conn, account.athlete_id) == {}
        assert {each.source_key for each in links.read_ids(conn, account.athlete_id, RUN)} == {"r0", "r1"}


def test_only_the_records_of_a_source_go_with_it_and_its_shoes_where_no_other_names_them(account):
    insert(account, run("a", gear="Blue"), run("b", 1, gear="Red"), source="fit")
    insert(account, run("c", 2, gear="Red"), session("d"), source="strava")
    with account.write() as conn:
        batch = batches.start_batch(conn, account.athlete_id, NOW)
        for place, source in enumerate(("fit", "strava")):
            add_file(conn, account.athlete_id, batch, source=source, position=place, sha256=source)
        for name in ("Blue", "Red"):
            shoes.set_mark(conn, account.athlete_id, name, 1000.0)
        assert erase.sources_of(conn, account.athlete_id) == {"fit": 2, "strava": 2}
        assert erase.erase_source(conn, account.athlete_id, "fit") == 2
        assert erase.sources_of(conn, account.athlete_id) == {"strava": 2}
        assert shoes.read_marks(conn, account.athlete_id) == {"Red": 1000.0}
        assert [file.source for each in batches.list_batches(conn, account.athlete_id) for file in each.files] == [
            "strava"
        ]
        for source in ("fit", set_aside.SOURCE):
            with pytest.raises(StoreError, match="There is nothing of"):
                erase.erase_source(conn, account.athlete_id, source)


def test_a_source_that_brought_files_alone_can_be_erased(account):
    with account.write() as conn:
        batch = batches.start_batch(conn, account.athlete_id, NOW)
        add_file(conn, account.athlete_id, batch, source="fit")
        assert erase.sources_of(conn, account.athlete_id) == {"fit": 0}
        assert erase.erase_source(conn, account.athlete_id, "fit") == 0
        assert batches.list_batches(conn, account.athlete_id) == []


def test_the_bytes_of_a_file_go_with_every_copy_of_it_and_those_of_others_stay(account):
    with account.write() as conn:
        batch = batches.start_batch(conn, account.athlete_id, NOW)
        for place, digest in enumerate(("a", "b", "a")):
            add_file(conn, account.athlete_id, batch, position=place, sha256=digest)
        erase.erase_original(conn, account.athlete_id, batch, 2)
        assert [batches.is_kept(conn, account.athlete_id, digest) for digest in ("a", "b", "c")] == [False, True, False]
        with pytest.raises(StoreError, match=f"Import {batch} has no file 3"):
            erase.erase_original(conn, account.athlete_id, batch, 3)


def test_some_of_many_records_are_found_in_their_order_and_missing_ones_named(account):
    insert(account, run("a"), run("b", 1), run("c", 2))
    with account.write() as conn:
        ids = [RecordId(RUN, number) for number in (3, 1, 3)]
        assert [each.number for each in members.find_members(conn, account.athlete_id, ids)] == [3, 1]
        with pytest.raises(TrainingDataError, match="There is no run-9, session-1"):
            members.find_members(conn, account.athlete_id, [ids[0], RecordId(RUN, 9), RecordId(SESSION, 1)])
        links.set_duplicates(conn, account.athlete_id, RUN, {1: 3, 2: 3})
        (one, three) = members.find_members(conn, account.athlete_id, [RecordId(RUN, 1), RecordId(RUN, 3)])
        assert sorted(each.number for each in members.bout_of(conn, account.athlete_id, one)) == [2, 3]
        assert sorted(each.number for each in members.bout_of(conn, account.athlete_id, three)) == [1, 2]
        assert (
            decided.counted_anyway(conn, account.athlete_id, [])
            == decided.counted_anyway(conn, account.athlete_id, [1, 2])
            == frozenset()
        )


def test_the_bin_lets_go_of_what_went_into_it_before_a_moment(account):
    insert(account, run("a"), run("b", 1), run("c", 2))
    table = schema.activity
    with account.write() as conn:
        assert count_binned(conn, account.athlete_id) == 0
        for number, moment in ((1, "2026-03-01 00:00:00"), (2, "2026-03-02 00:00:00")):
            conn.execute(table.update().where(table.c.id == number).values(deleted_at=moment))
        assert count_binned(conn, account.athlete_id) == 2
        assert empty_bin(conn, account.athlete_id, datetime(2026, 3, 1)) == 0
        assert empty_bin(conn, account.athlete_id, datetime(2026, 3, 2)) == 1
        assert set(links.read_ids(conn, account.athlete_id, RUN).values()) == {2, 3}


def test_of_a_list_some_rows_or_all_are_read_the_newest_first(account):
    insert(account, run("a"), run("b", 2, sport=Sport.RIDE, sport_raw="Gravel"), run("c", 1))
    insert(account, session("d", sets=(squat(), hold(), squat(), hold())), session("e", 1, sets=()))
    with account.read() as conn:
        assert list(listing.read_rows(conn, account.athlete_id, RUN)) == [2, 3, 1]
        assert list(listing.read_rows(conn, account.athlete_id, RUN, [1, 2])) == [2, 1]
        assert listing.read_rows(conn, account.athlete_id, RUN, []) == {}
        assert listing.count_sets(conn, account.athlete_id) == {1: 4}
        assert listing.exercises_of_sessions(conn, account.athlete_id) == {1: ["Squat (Barbell)", "Side Plank"]}
        assert [tuple(each)[3:] for each in listing.read_sports(conn, account.athlete_id) if each.number == 2] == [
            ("Gravel", "ride")
        ]


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ({1: " 0 "}, {1: " 0 "}, True),
        ({1: " 0 "}, {1: " 1 "}, False),
        ({1: " 0 2 "}, {1: " 1 2 "}, True),
        ({1: " 0 "}, {2: " 0 "}, False),
        ({1: ""}, {1: " 1 "}, True),
        ({1: " 1 "}, {1: ""}, True),
        ({1: " 0 ", 2: " 1 "}, {1: " 3 ", 2: " 1 "}, True),
        ({}, {}, False),
    ],
)
def test_two_records_are_in_one_file_where_an_import_has_both_in_the_same_place(one, other, both):
    assert missing.in_one_file(one, other) is both
