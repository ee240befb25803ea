"""A list that a spreadsheet saved again, whose starts it cut to the minute, adds nothing; another bout of that minute does."""

from dataclasses import replace
from datetime import datetime

import pytest
from look_alikes import hevy, hevy_set

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.records import Activity, LiftingSet, Session, Start
from lib.model.vocabulary import DateOrder, DistanceUnit, Precision, Sport, TimeBasis, WeightUnit
from lib.services.importing.cut_seconds import _is_cut, _is_same, minute_of, same_but_for_the_second
from lib.services.importing.import_files import import_files, preview
from lib.store.account import open_account
from lib.store.records.contents import of_record
from lib.store.records.frames import read_activities, read_sessions

BERLIN = Answers(
    time_zone="Europe/Berlin", distance_unit=DistanceUnit.KM, date_order=DateOrder.DAY_FIRST, weight_unit=WeightUnit.KG
)
HEADER = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR"
WHOLE = {"Race": ("04/05/2026 15:04:12", 21.1, "01:50:00"), "Easy": ("17/05/2026 07:30:45", 8.0, "00:45:00")}


@pytest.fixture
def account(sqlite_url):
    account = open_account(sqlite_url)
    yield account
    account.engine.dispose()


def saved(rows, cut=False):
    lines = [
        f"Running,{start[:16] if cut else start},FALSE,{title},{distance},500,{time},150"
        for title, (start, distance, time) in rows.items()
    ]
    return Upload("Activities.csv", "\n".join([HEADER, *lines, ""]).encode())


def added(account, *uploads):
    report = import_files(account, list(uploads), BERLIN)
    return [(file.added.rows, file.updated, file.unchanged) for file in report.files]


def runs(account):
    with account.read() as conn:
        return len(read_activities(conn, account.athlete_id))


@pytest.mark.parametrize("cut_first", [False, True])
def test_a_list_and_the_same_list_with_its_seconds_cut_are_the_same_runs(account, cut_first):
    assert added(account, saved(WHOLE, cut=cut_first)) == [(2, 0, 0)]
    assert added(account, saved(WHOLE, cut=not cut_first)) == [(0, 0, 2)]
    assert added(account, saved(WHOLE), saved(WHOLE, cut=True)) == [(0, 0, 2), (0, 0, 2)]
    assert runs(account) == 2


def test_both_files_of_one_import_are_the_same_runs_and_the_preview_says_so(account):
    files = [saved(WHOLE), saved(WHOLE, cut=True)]
    assert [(file.added.rows, file.unchanged) for file in preview(account, files, BERLIN).files] == [(2, 0), (0, 2)]
    assert added(account, *files) == [(2, 0, 0), (0, 0, 2)]


def test_what_was_measured_otherwise_in_that_minute_is_another_run(account):
    added(account, saved(WHOLE))
    slip = {"Slip": ("04/05/2026 15:04:00", 0.02, "00:00:08")}
    assert added(account, saved(slip, cut=True)) == [(1, 0, 0)]
    assert added(account, saved({**WHOLE, **slip}, cut=True)) == [(0, 0, 3)]
    assert runs(account) == 3


def test_two_runs_of_one_minute_are_each_found_by_what_they_measured(account):
    again = {"Again": ("04/05/2026 15:04:50", 3.1, "00:16:40")}
    added(account, saved({**WHOLE, **again}))
    assert added(account, saved({**again, **WHOLE}, cut=True)) == [(0, 0, 3)]
    assert runs(account) == 3


def test_a_longer_list_saved_again_adds_only_what_is_new(account):
    added(account, saved(WHOLE))
    longer = {**WHOLE, "New": ("01/06/2026 06:10:30", 5.0, "00:25:00")}
    assert added(account, saved(longer, cut=True)) == [(1, 0, 2)]
    assert added(account, saved(longer)) == [(0, 0, 3)]


def test_sessions_of_lifting_are_the_same_by_their_sets(account):
    minutes = hevy(hevy_set(3))
    seconds = hevy(
        hevy_set(3)
        .replace('"3 May 2026, 18:00"', '"2026-05-03 18:00:31"')
        .replace("3 May 2026, 19:00", "2026-05-03 19:00")
    )
    lighter = hevy(hevy_set(3, load="12.5"))
    assert added(account, seconds)[0][0] == 1
    assert added(account, minutes) == [(0, 0, 1)]
    assert added(account, lighter)[0][0] == 1
    with account.read() as conn:
        assert len(read_sessions(conn, account.athlete_id)) == 2


@pytest.mark.parametrize(
    ("key", "minute"),
    [
        ("2026-05-04T15:04:12 run", "2026-05-04T15:04:00 run"),
        ("2026-05-04T15:04:12|Legs", "2026-05-04T15:04:00|Legs"),
        ("2026-05-04 run", ""),
        ("1234567", ""),
    ],
)
def test_the_minute_of_a_key(key, minute):
    assert minute_of(key) == minute


START = Start("2026-05-04 15:04:12", TimeBasis.WALL_CLOCK, datetime(2026, 5, 4, 15, 4, 12), precision=Precision.SECOND)
CUT = replace(START, raw="2026-05-04 15:04:00", local=datetime(2026, 5, 4, 15, 4))
RUN = Activity("key", Sport.RUN, START, 2, distance_m=8000.0, moving_s=2405.0, elapsed_s=2500.0)
LIFT = Session("key", START, (LiftingSet("Squat", reps=5, line=2),), 2, title="Legs")


def known_as(record, *said):
    found = known_one(record, {"other": [], "known": [of_record(each) for each in said]})
    return found and (found.source_key, found.start)


def known_one(record, said):
    """As it is looked for among several records: the very same, else one that was cut further."""
    return same_but_for_the_second(record, said, _is_same) or same_but_for_the_second(record, said, _is_cut)


@pytest.mark.parametrize("record", [RUN, LIFT])
def test_a_record_is_the_known_one_whose_second_alone_differs(record):
    cut = replace(record, start=CUT, notes="other")
    assert known_as(cut, record) == ("known", START)
    assert known_as(cut, replace(record, start=CUT), record) == ("known", CUT)
    assert known_one(cut, {}) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (RUN, replace(RUN, sport=Sport.WALK)),
        (RUN, replace(RUN, distance_m=8001.0)),
        (RUN, replace(RUN, moving_s=2406.0)),
        (RUN, replace(RUN, elapsed_s=2501.0)),
        (LIFT, replace(LIFT, title="Arms")),
        (LIFT, replace(LIFT, sets=(LiftingSet("Squat", reps=6),))),
        (LIFT, replace(LIFT, sets=(LiftingSet("Bench", reps=5), LiftingSet("Row", reps=5)))),
        (RUN, replace(RUN, moving_s=2340.0)),
        (replace(RUN, distance_m=None), replace(RUN, distance_m=None, moving_s=2400.0)),
    ],
)
def test_what_was_measured_otherwise_is_another_record(one, other):
    assert known_as(one, other) is None
    assert known_as(one, other, one) == ("known", START)


def test_of_a_record_that_measured_nothing_nobody_can_tell():
    empty = replace(RUN, distance_m=None, moving_s=None, elapsed_s=None)
    assert known_as(empty, empty) is None
    for name in ("distance_m", "moving_s", "elapsed_s"):
        little = replace(empty, **{name: 5.0})
        assert known_as(little, little) == ("known", START)
    assert known_as(replace(LIFT, sets=()), replace(LIFT, sets=())) is None


MORE = (LiftingSet("Bench", reps=8, line=3), LiftingSet("Squat", reps=5, line=4))


@pytest.mark.parametrize("sets", [LIFT.sets, MORE, (LIFT.sets + MORE)[::-1]])
def test_a_session_whose_sets_were_sorted_or_left_out_is_the_known_one(sets):
    whole = replace(LIFT, sets=LIFT.sets + MORE)
    assert known_as(replace(LIFT, start=CUT, sets=sets), whole) == ("known", START)
    assert known_as(whole, replace(LIFT, start=CUT, sets=sets)) == ("known", CUT)


def test_the_session_with_the_very_same_sets_goes_before_one_with_more():
    whole = replace(LIFT, sets=LIFT.sets + MORE)
    said = {"more": [of_record(whole)], "same": [of_record(LIFT)]}
    assert known_one(replace(LIFT, start=CUT), said).source_key == "same"


@pytest.mark.parametrize(("shown", "kept"), [(2400.0, 2405.0), (2460.0, 2405.0), (None, None)])
def test_of_times_without_their_seconds_the_exact_ones_are_kept(shown, kept):
    found = known_one(replace(RUN, start=CUT, moving_s=shown), {"known": [of_record(RUN)]})
    assert (found.start, found.moving_s, found.elapsed_s) == (START, kept, 2500.0)
    exact = known_one(RUN, {"known": [of_record(replace(RUN, moving_s=shown))]})
    assert exact.moving_s == 2405.0


@pytest.mark.parametrize("first", [0, 1])
def test_a_list_whose_times_are_shown_in_minutes_adds_nothing(account, first):
    shown = {"Race": (WHOLE["Race"][0], 21.1, "1:50"), "Easy": (WHOLE["Easy"][0], 8.0, "0:45")}
    exact = {"Race": (WHOLE["Race"][0], 21.1, "01:50:20"), "Easy": (WHOLE["Easy"][0], 8.0, "00:45:31")}
    files = [saved(exact), saved(shown, cut=True)]
    added(account, files[first])
    assert added(account, files[1 - first])[0][0] == 0
    with account.read() as conn:
        found = read_activities(conn, account.athlete_id)
    assert sorted(found["elapsed_s"].fillna(found["moving_s"])) == [2731.0, 6620.0]


@pytest.mark.parametrize("order", [1, -1])
def test_a_run_that_is_the_very_same_goes_before_another_of_its_minute_that_may_be_cut(account, order):
    one = {"One": ("04/05/2026 15:04:05", 0.4, "00:01:30")}
    added(account, saved(one))
    both = [*one.items(), ("Two", ("04/05/2026 15:04:45", 0.4, "00:02:00"))]
    assert added(account, saved(dict(both[::order]), cut=True)) == [(1, 0, 1)]
