"""What several imports say of one record: taken together, remembered in one row, told apart."""

import json
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from training_records import hold, run, session, squat, utc, wall_clock

from lib.model.clock import HomeZones
from lib.model.records import Start
from lib.model.vocabulary import Precision, Sport, SubSport, TimeBasis
from lib.store.records import contents
from lib.store.records.contents import StoredContent, from_json, of_record, record_of, sets_without_lines
from lib.store.records.fingerprint import APART
from lib.store.records.import_records import Version, _joined, version_of, versions_of
from lib.store.records.listing import _typed_start
from lib.store.records.merging import merged
from lib.store.records.overlay import (
    ADDED_SET,
    GONE,
    SET_OF_SOURCE,
    about_sets,
    field_of_set,
    next_added,
    place_sets,
    said_of_set,
    with_words,
)
from lib.store.records.recompute import History, _chunks, recomputed, together
from lib.store.records.set_aside import _ids_of, _packed, _without

OLD, NEW = "2026-05-01 06:00:00", "2026-06-01 06:00:00"
RUN = run(title="Old", distance_m=8000.0, sub_sport=SubSport.TRAIL)


def of(*newest_first):
    return merged([of_record(each) for each in newest_first])


@pytest.mark.parametrize(
    ("newer", "older", "title"), [("New", "Old", "New"), ("", "Old", "Old"), ("New", "", "New"), ("", "", "")]
)
def test_what_is_known_is_kept_and_of_two_words_the_newer_one(newer, older, title):
    assert of(run(title=newer), run(title=older))["title"] == title


def test_sets_are_one_field_and_none_are_no_word():
    one, other = session(sets=(squat(5), squat(4))), session(sets=(hold(),))
    assert of(one, other)["sets"] == one.sets
    assert of(session(sets=()), other)["sets"] == other.sets


def test_the_kind_of_a_run_says_nothing_of_what_is_a_ride_now():
    ride = run(sport=Sport.RIDE)
    assert of(ride, RUN)["sub_sport"] == SubSport.NONE
    assert of(run(), RUN)["sub_sport"] == SubSport.TRAIL
    assert of(run(sub_sport=SubSport.TRACK), RUN)["sub_sport"] == SubSport.TRACK


DAY_ONLY = replace(wall_clock(0), precision=Precision.DATE)
CLOCK, LATER = wall_clock(0, 7), wall_clock(0, 8)
INSTANT = utc(datetime(2026, 3, 1, 6))


@pytest.mark.parametrize(
    ("newer", "older", "chosen"),
    [
        (DAY_ONLY, CLOCK, CLOCK),
        (CLOCK, LATER, CLOCK),
        (CLOCK, INSTANT, INSTANT),
        (INSTANT, CLOCK, INSTANT),
        (CLOCK, DAY_ONLY, CLOCK),
    ],
)
def test_the_start_is_the_newest_of_those_that_know_most(newer, older, chosen):
    found = of(run(start=newer), run(start=older))
    assert (found["start_raw"], found["start_local"]) == (chosen.raw, f"{chosen.local}")


def test_an_instant_is_put_where_another_import_knows_the_clock_was():
    placed = Start("x", TimeBasis.OFFSET, datetime(2026, 3, 1, 23), datetime(2026, 3, 1, 22), Precision.SECOND)
    late = utc(datetime(2026, 3, 1, 23, 30))
    found = of(run(start=late), run(start=placed))
    assert (found["time_basis"], found["start_local"], found["local_date"]) == (
        "offset",
        "2026-03-02 00:30:00",
        "2026-03-02",
    )
    assert found["start_utc"] == "2026-03-01 23:30:00"
    assert of(run(start=placed), run(start=late))["start_local"] == "2026-03-01 23:00:00"


def test_together_a_record_keeps_the_key_of_the_older_one():
    found = together(run("new", title="New"), run("old", title="Old", distance_m=8000.0))
    assert (found.source_key, found.title, found.distance_m) == ("old", "New", 8000.0)


def test_a_history_says_what_its_versions_and_then_the_person_say():
    one, other = of_record(run(title="", distance_m=8000.0)), of_record(run(title="Old"))
    stored = StoredContent("app", "r1", "", other)
    both = History(stored, [(Version("", 2, 0, "a"), one), (Version("", 1, 0, "b"), other)], {})
    assert both.by_sources() == one | {"title": "Old"}
    assert both.together() == ("", one | {"title": "Old"})
    assert both.said() == [other, one, other]
    assert History(stored, both.versions[1:], {}).together() == ("b", other)
    edited = History(stored, both.versions[1:], {"title": "Mine"})
    assert edited.together() == ("", other | {"title": "Mine"})
    became = recomputed(edited, edited.together())
    assert (became.before.title, became.after.title, became.by_sources.title) == ("Old", "Mine", "Old")


@pytest.mark.parametrize(("number", "sizes"), [(0, []), (1, [1]), (500, [500]), (501, [500, 1]), (1000, [500, 500])])
def test_five_hundred_records_are_looked_at_at_once(number, sizes):
    found = list(_chunks(range(number)))
    assert list(map(len, found)) == sizes
    assert [each for chunk in found for each in chunk] == list(range(number))


def test_of_one_content_the_more_recent_word_is_enough():
    assert _joined(None, ("a", OLD, " 0 ")) == ("a", OLD, " 0 ")
    assert _joined(("a", OLD, " 0 "), ("a", NEW, " 1 ")) == ("a", NEW, " 0 1 ")
    assert _joined(("a", NEW, " 0 "), ("a", OLD, " 12 ")) == ("a", NEW, " 0 12 ")


def test_two_contents_of_one_import_are_both_remembered_the_most_recent_last():
    both = _joined(("a", OLD, " 0 "), ("b", NEW, " 1 "))
    assert both == (f"a@{OLD};b@{NEW}", NEW, " 0 1 ")
    assert _joined(("a", NEW, " 0 "), ("b", OLD, " 1 ")) == (f"b@{OLD};a@{NEW}", NEW, " 0 1 ")
    assert _joined(("a", "", " 0 "), ("b", "", " 1 "))[0] == "a@;b@"
    again = _joined(both, ("a", NEW, " 2 "))
    assert again == (f"b@{NEW};a@{NEW}", NEW, " 0 1 2 ")
    assert versions_of(again[0], again[1], 7) == [Version(NEW, 7, 0, "b"), Version(NEW, 7, 1, "a")]
    assert versions_of("a", OLD, 7) == [Version(OLD, 7, 0, "a")]


def test_versions_sort_by_their_moment_then_by_their_import_then_by_their_place():
    known = [version_of(None, 9, 0, "d"), version_of(datetime(2026, 5, 1, 6), 1, 1, "c")]
    assert known == [Version("", 9, 0, "d"), Version(OLD, 1, 1, "c")]
    assert sorted([Version(OLD, 2, 0, "a"), Version(OLD, 1, 2, "b"), *known]) == [
        *known,
        Version(OLD, 1, 2, "b"),
        Version(OLD, 2, 0, "a"),
    ]


def test_a_content_as_json_is_that_of_today():
    assert from_json({"title": "x"}) == {"gear": "", "heart_rate_seconds": "", "title": "x"}
    assert from_json({"title": "x", "gear": "Blue", "heart_rate_seconds": "1:2"})["gear"] == "Blue"
    assert from_json({"title": "x", "sets": [[1, 2]]}) == {"title": "x", "sets": ((1, 2),)}


def test_content_that_came_in_utc_is_put_where_home_is():
    tokyo = HomeZones(ZoneInfo("Asia/Tokyo"))
    payload = json.dumps(of_record(run(start=utc(datetime(2026, 3, 1, 21, 30)))))
    assert contents._loaded(payload, None)["start_local"] == "2026-03-01 22:30:00"
    there = contents._loaded(payload, tokyo)
    assert (there["start_local"], there["local_date"]) == ("2026-03-02 06:30:00", "2026-03-02")
    bare = json.dumps(of_record(run()))
    assert contents._loaded(bare, tokyo) == contents._loaded(bare, None) == of_record(run())


@pytest.mark.parametrize("record", [RUN, session(sets=(squat(line=3), hold()))])
def test_a_record_is_read_back_from_what_it_says(record):
    assert replace(record_of(record.source_key, of_record(record)), line=record.line) == record


def test_where_a_set_stands_in_its_file_is_no_part_of_what_it_says():
    one, other = (of_record(session(sets=(squat(line=line),))) for line in (2, 9))
    assert sets_without_lines(one) == sets_without_lines(other)
    assert sets_without_lines(one) != sets_without_lines(of_record(session(sets=(squat(6),))))


def test_a_start_of_which_the_day_alone_is_known_is_typed_as_a_day():
    row = {"start_local": "2026-03-01 07:00:00", "precision": "date"}
    assert _typed_start(row)["start"] == "2026-03-01"
    assert _typed_start(row | {"precision": "minute"})["start"] == "2026-03-01 07:00:00"


@pytest.mark.parametrize(
    ("key", "base"),
    [
        ("run ~0123456789ab", "run"),
        ("run ~0123456789abc", None),
        ("run ~0123456789a", None),
        ("run 1", "run"),
        ("run 9999", "run"),
        ("run 10000", None),
        ("run 0", None),
        ("run 1 ", None),
    ],
)
def test_what_tells_two_bouts_of_one_key_apart_says_nothing(key, base):
    assert APART.sub("", key) == (base or key)


def test_what_is_set_aside_is_left_without_the_records_that_are_gone():
    seen = [[5, "activity", number, "a", "", ""] for number in (1, 2)]
    records = [{"row": {"id": number, "source": source}} for number, source in ((1, "fit"), (2, "strava"))]
    kept = {"seen": seen, "said": [[1, "a", {}], [2, "b", {}]], "records": records}
    assert _ids_of(kept, "fit") == {1}
    assert _without(kept, {1}) == {"seen": seen[1:], "said": [[2, "b", {}]], "records": records[1:]}
    assert _without(kept, {5, 7}) == kept
    packed = _packed({"title": "ä"})
    assert packed["size_bytes"] == len('{"title": "ä"}'.encode())


SETS = (squat(5), squat(5), squat(4))


def test_only_words_on_single_sets_are_about_sets():
    assert about_sets(["title", f"{SET_OF_SOURCE}x"])
    assert about_sets([f"{ADDED_SET}1"])
    assert not about_sets(["title", "sets", "start"])


def test_of_sets_that_are_alike_each_is_found_by_its_number():
    first, second, third = (each.field for each in place_sets(SETS, {}).placed)
    assert (first, second, third) == (field_of_set(SETS[0], 1), field_of_set(SETS[1], 2), field_of_set(SETS[2], 1))
    assert [each.set.reps for each in place_sets(SETS, {second: {"reps": 9}}).placed] == [5, 9, 4]
    assert [each.edited for each in place_sets(SETS, {second: {"reps": 9}}).placed] == [False, True, False]
    beyond = place_sets(SETS, {field_of_set(SETS[0], 3): GONE})
    assert (len(beyond.placed), beyond.unplaced) == (3, (field_of_set(SETS[0], 3),))


def test_a_set_that_was_added_stands_where_it_was_put():
    added = {"set": said_of_set(squat(1))}
    at_first = place_sets(
        SETS, {f"{ADDED_SET}1": added | {"after": ""}, f"{ADDED_SET}2": {"set": said_of_set(squat(2)), "after": ""}}
    )
    assert [each.set.reps for each in at_first.placed] == [1, 2, 5, 5, 4]
    last = field_of_set(SETS[2], 1)
    behind = place_sets(
        SETS, {f"{ADDED_SET}10": added | {"after": f"{ADDED_SET}9"}, f"{ADDED_SET}9": added | {"after": last}}
    )
    assert [each.field for each in behind.placed[3:]] == [f"{ADDED_SET}9", f"{ADDED_SET}10"]
    assert [(each.edited, each.source) for each in behind.placed[3:]] == [(True, None), (True, None)]


@pytest.mark.parametrize(("taken", "following"), [([], 1), ([1], 2), ([3, 10, 2], 11)])
def test_a_further_set_has_the_next_number(taken, following):
    assert next_added(["title", *(f"{ADDED_SET}{each}" for each in taken)]) == f"{ADDED_SET}{following}"


def test_a_set_is_told_by_what_it_says_alone():
    assert said_of_set(squat(5, None, line=9, load_value=None)) == {
        "exercise_name": "Squat (Barbell)",
        "reps": 5,
        "load_unit": "kg",
    }


@pytest.mark.parametrize(
    ("word", "precision", "local"),
    [("2026-11-28", "date", "2026-11-28 00:00:00"), ("2026-11-28 18:00:00", "second", "2026-11-28 18:00:00")],
)
def test_a_start_of_the_person_is_the_clock_that_they_gave(word, precision, local):
    found = with_words(of_record(RUN), {"start": word})
    assert (found["precision"], found["start_local"], found["start_raw"]) == (precision, local, word)
    assert with_words(of_record(RUN), {"start": None}) == of_record(RUN)


def test_the_same_sport_said_once_more_keeps_its_kind():
    assert with_words(of_record(RUN), {"sport": "run"})["sub_sport"] == SubSport.TRAIL
    assert with_words(of_record(RUN), {"effort": "hard"}) == of_record(RUN)
