"""Editing, logging and deciding: what follows in the records, and how it is taken back."""

from datetime import UTC, datetime, timedelta

import pytest
from look_alikes import BERLIN, hevy, hevy_set, strava, strava_run

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.errors import StoreError, TrainingDataError
from lib.model.record_id import parse_id
from lib.model.records import LiftingSet
from lib.model.vocabulary import DistanceUnit, WeightUnit
from lib.services.bouts.acts import take_back
from lib.services.editing import decide
from lib.services.editing.edit import ChangedElsewhere, edit
from lib.services.editing.log import LoggedRun, LoggedSession, log_run, log_session
from lib.services.editing.record_history import history_json, list_history
from lib.services.editing.sets import EditedSet, merge_sessions, save_sets, sets_of, split_session
from lib.services.editing.view import view_record
from lib.services.importing.history import undo
from lib.services.importing.import_files import import_files
from lib.services.queries.records import list_activities, list_sessions
from lib.store.records.fingerprint import content_hash_of_everything

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
SAYS = Answers(time_zone="Europe/Berlin", weight_unit=WeightUnit.KG, distance_unit=DistanceUnit.KM)
SQUATS = [LiftingSet("Squat (Barbell)", reps=8, load_kg=60.0)] * 3


def why(account, number: str) -> str:
    listed = list_activities(account) if number.startswith("run") else list_sessions(account)
    return listed.set_index("id").loc[number, "why_not"]


def everything(account) -> str:
    with account.read() as conn:
        return content_hash_of_everything(conn, account.athlete_id)


def reps(account, number: str) -> list[int]:
    return [each.set.reps for each in sets_of(account, parse_id(number)).placed]


@pytest.fixture
def runs(account):
    import_files(account, [strava(strava_run(2), strava_run(3))], BERLIN)
    return account


def test_an_edit_changes_only_its_field_is_told_with_before_and_after_and_is_taken_back(runs):
    before = everything(runs)
    entry = edit(runs, parse_id("run-1"), {"distance": "12km", "title": ""}, now=NOW)
    shown = view_record(runs, parse_id("run-1"))
    assert (shown.fields["distance"], shown.fields["title"], shown.fields["moving"]) == (12_000.0, "", 2380.0)
    assert shown.by_sources["distance_m"] == 8000.0
    [told] = history_json(runs, parse_id("run-1"))
    assert told["before"] == {"run-1": {"distance_m": 8000.0, "title": "Easy run"}}
    assert told["after"] == {"run-1": {"distance_m": 12_000.0, "title": None}}
    take_back(runs, entry, NOW)
    assert everything(runs) == before
    with pytest.raises(StoreError, match="taken back before"):
        take_back(runs, entry, NOW)
    with pytest.raises(StoreError, match="no entry 77"):
        take_back(runs, 77, NOW)
    take_back(runs, 2, NOW)
    assert [each["of"] for each in history_json(runs)] == [["run-1"]] * 3


def test_saying_what_the_record_says_already_is_no_edit(runs):
    assert edit(runs, parse_id("run-1"), {"title": "Easy run", "moving": "39:40"}) is None
    assert list_history(runs) == []


def test_a_second_tab_is_told_what_changed_and_loses_nothing(runs):
    seen = view_record(runs, parse_id("run-1")).fields
    edit(runs, parse_id("run-1"), {"distance": "12km"}, seen=seen)
    with pytest.raises(ChangedElsewhere, match=r"distance was 8000.0 and is 12000.0 now"):
        edit(runs, parse_id("run-1"), {"distance": "9km"}, seen=seen)
    edit(runs, parse_id("run-1"), {"title": "Hills"}, seen=seen)
    assert view_record(runs, parse_id("run-1")).fields["distance"] == 12_000.0


@pytest.mark.parametrize("number", ["run-7", "session-1"])
def test_a_record_that_is_not_there_is_told(runs, number):
    with pytest.raises(TrainingDataError, match=f"There is no {number}"):
        edit(runs, parse_id(number), {"title": "x"})


@pytest.mark.parametrize("text", ["7", "run7", "run-0", "ride-1", "session-x", ""])
def test_what_is_no_id_is_told(text):
    with pytest.raises(TrainingDataError, match="run-17"):
        parse_id(text)


def test_leaving_out_leaves_out_the_bout_whichever_source_has_it(runs):
    watch = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR\nRunning,2026-05-02 08:00:00,false,Run,8.02,300,00:39:40,148\n"
    import_files(runs, [Upload("Activities.csv", watch.encode())], SAYS)
    assert sorted(filter(None, list_activities(runs)["why_not"])) == ["the same bout as run-3"]
    decide.leave_out(runs, [parse_id("run-1")])
    assert {why(runs, "run-1"), why(runs, "run-3")} == {"left out"}
    decide.count_again(runs, [parse_id("run-1")])
    assert (why(runs, "run-3"), why(runs, "run-2")) == ("", "")


def test_what_has_been_in_the_bin_for_thirty_days_loses_its_content_and_does_not_come_back(runs):
    decide.put_into_bin(runs, [parse_id("run-1")], NOW)
    decide.put_into_bin(runs, [parse_id("run-2")], NOW + timedelta(days=29))
    assert len(list_activities(runs)) == 2
    decide.restore(runs, [parse_id("run-2")])
    decide.put_into_bin(runs, [parse_id("run-2")], NOW + timedelta(days=31))
    assert list(list_activities(runs)["id"]) == ["run-2"]
    assert [each.what for each in list_history(runs)] == ["bin", "restore", "bin", "bin"]
    import_files(runs, [strava(strava_run(2), strava_run(3))], BERLIN)
    assert set(list_activities(runs)["why_not"]) <= {"in the bin"}


def test_records_can_be_joined_and_parted_whatever_the_rules_say(runs):
    decide.join(runs, [parse_id("run-2"), parse_id("run-1")])
    assert (why(runs, "run-1"), why(runs, "run-2")) == ("the same bout as run-2", "")
    decide.part(runs, [parse_id("run-1")])
    assert (why(runs, "run-1"), why(runs, "run-2")) == ("", "")
    take_back(runs, 2)
    assert why(runs, "run-1") == "the same bout as run-2"


def test_sessions_of_different_days_can_be_joined_too(account):
    import_files(account, [hevy(hevy_set(2), hevy_set(9))], SAYS)
    decide.join(account, [parse_id("session-2"), parse_id("session-1")])
    assert why(account, "session-1") == "the same bout as session-2"


def test_what_is_in_the_bin_is_not_binned_again(runs):
    decide.put_into_bin(runs, [parse_id("run-1")], NOW)
    assert decide.put_into_bin(runs, [parse_id("run-1")], NOW + timedelta(days=9)) is None


def test_a_run_is_not_joined_with_a_session(runs):
    log_session(runs, LoggedSession("2026-05-02 18:00", SQUATS))
    with pytest.raises(TrainingDataError, match="of another kind"):
        decide.join(runs, [parse_id("run-1"), parse_id("session-1")])
    with pytest.raises(TrainingDataError, match="at least two"):
        decide.join(runs, [parse_id("run-1")])


def test_one_mended_set_leaves_the_others_to_the_source(account):
    sets = [hevy_set(2, index=place, load=load) for place, load in enumerate(["60", "60", "846"])]
    import_files(account, [hevy(*sets)], SAYS)
    placed = sets_of(account, parse_id("session-1")).placed
    wanted = [EditedSet(each.field, each.set) for each in placed]
    wanted[2] = wanted[2]._replace(set=wanted[2].set._replace(load_kg=84.0, load_value=84.0))
    entry = save_sets(account, parse_id("session-1"), wanted, seen=placed)
    later = [hevy_set(2, index=place, load=load, reps=9) for place, load in enumerate(["60", "60"])]
    import_files(account, [hevy(*later, sets[2], hevy_set(4))], SAYS)
    after = sets_of(account, parse_id("session-1"))
    assert [(each.set.load_kg, each.set.reps) for each in after.placed] == [(60.0, 9), (60.0, 9), (84.0, 8)]
    assert after.unplaced == ()
    take_back(account, entry)
    assert [each.set.load_kg for each in sets_of(account, parse_id("session-1")).placed] == [60.0, 60.0, 846.0]


def test_an_edited_set_that_is_put_back_has_no_word_any_more(account):
    import_files(account, [hevy(hevy_set(2))], SAYS)
    before = everything(account)
    [placed] = sets_of(account, parse_id("session-1")).placed
    save_sets(account, parse_id("session-1"), [EditedSet(placed.field, placed.set._replace(reps=3))])
    save_sets(account, parse_id("session-1"), [EditedSet(placed.field, placed.set)])
    assert everything(account) == before
    assert [each.edited for each in sets_of(account, parse_id("session-1")).placed] == [False]


def test_what_a_source_says_of_a_set_can_be_changed_and_then_emptied(account):
    """The effort of a set is no part of its name, so what the source says of it is not told by that."""
    import_files(account, [hevy(hevy_set(2) + "8")], SAYS)
    session = parse_id("session-1")
    for rpe in (9.0, None, 8.0):
        [placed] = sets_of(account, session).placed
        save_sets(account, session, [EditedSet(placed.field, placed.set._replace(set_rpe=rpe))])
        [after] = sets_of(account, session).placed
        assert (after.set.set_rpe, after.edited) == (rpe, rpe != 8.0)


def test_sets_are_added_changed_again_and_taken_out(account):
    import_files(account, [hevy(hevy_set(2))], SAYS)
    session = parse_id("session-1")
    [source] = sets_of(account, session).placed
    new = EditedSet(None, LiftingSet("Lunge", reps=10))
    save_sets(account, session, [EditedSet(source.field, source.set), new, new])
    _, first, second = sets_of(account, session).placed
    changed = EditedSet(first.field, first.set._replace(reps=11))
    save_sets(account, session, [EditedSet(source.field, source.set), changed, EditedSet(second.field, second.set)])
    assert reps(account, "session-1") == [8, 11, 10]
    save_sets(account, session, [EditedSet(second.field, second.set)])
    assert reps(account, "session-1") == [10]


def test_a_second_tab_does_not_overwrite_other_sets(account):
    import_files(account, [hevy(hevy_set(2))], SAYS)
    session, placed = parse_id("session-1"), sets_of(account, parse_id("session-1")).placed
    save_sets(account, session, [EditedSet(placed[0].field, placed[0].set._replace(reps=3))], seen=placed)
    with pytest.raises(ChangedElsewhere):
        save_sets(account, session, [EditedSet(placed[0].field, placed[0].set._replace(reps=4))], seen=placed)


def test_a_session_is_split_and_merged_and_both_are_taken_back(account):
    log_session(account, LoggedSession("2026-11-27 18:00", [*SQUATS, LiftingSet("Lunge", reps=10)], title="Legs"), NOW)
    before = everything(account)
    part = split_session(account, parse_id("session-1"), 3, NOW).id
    assert (reps(account, "session-1"), reps(account, str(part))) == ([8, 8, 8], [10])
    entry = merge_sessions(account, [parse_id("session-1"), part], NOW)
    assert reps(account, "session-1") == [8, 8, 8, 10]
    assert why(account, str(part)) == "left out"
    take_back(account, entry, NOW)
    take_back(account, entry - 1, NOW)
    assert everything(account) == before
    with pytest.raises(TrainingDataError, match="both parts need at least one"):
        split_session(account, parse_id("session-1"), 4)


def test_a_session_logged_by_hand_and_the_export_of_an_app_that_comes_later_are_one_bout(account):
    told = [LiftingSet("Squat (Barbell)", reps=8, load_kg=60.0), LiftingSet("Squat (Barbell)", reps=8, load_kg=62.5)]
    log_session(account, LoggedSession("2026-05-02 18:05", told), NOW)
    done = import_files(account, [hevy(hevy_set(2), hevy_set(2, index=1, load="62.5"))], SAYS)
    assert done.files[0].duplicates == 1
    assert len([each for each in list_sessions(account)["why_not"] if not each]) == 1


def test_a_run_logged_by_hand_counts_and_is_found_again_in_an_export(runs):
    logged = log_run(runs, LoggedRun("2026-05-04 08:10", 8100.0, 2400.0), NOW)
    assert why(runs, str(logged.id)) == ""
    done = import_files(runs, [strava(strava_run(2), strava_run(3), strava_run(4))], BERLIN)
    assert done.files[0].duplicates == 1


@pytest.mark.parametrize(
    "told",
    [
        LoggedRun("2026-11-20 08:00"),
        LoggedRun("2026-11-20 08:00", 0.0, 0.0),
        LoggedRun("2026-12-20 08:00", 8000.0),
        LoggedRun("never", 8000.0),
    ],
)
def test_a_run_without_any_length_or_in_the_future_is_not_logged(account, told):
    with pytest.raises(TrainingDataError):
        log_run(account, told, NOW)
    with pytest.raises(TrainingDataError, match="at least one set"):
        log_session(account, LoggedSession("2026-11-20 08:00", []), NOW)


def test_taking_a_logged_session_back_takes_it_out_and_taking_that_back_brings_it_with_its_edits(account):
    logged = log_session(account, LoggedSession("2026-11-27 18:00", SQUATS), NOW)
    edit(account, logged.id, {"title": "Legs", "start": "2026-11-26 18:00"}, now=NOW)
    before = everything(account)
    undone = take_back(account, logged.entry, NOW)
    assert list_sessions(account).empty
    take_back(account, undone, NOW)
    assert everything(account) == before
    assert list(list_sessions(account)["id"]) == [str(logged.id)]


def test_what_is_edited_does_not_come_apart_from_the_copy_of_another_source(runs):
    watch = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR\nRunning,2026-05-02 08:00:00,false,Run,8.02,300,00:39:40,148\n"
    import_files(runs, [Upload("Activities.csv", watch.encode())], SAYS)
    edit(runs, parse_id("run-1"), {"distance": "3km", "start": "2026-05-20 10:00", "sport": "walk"})
    assert (why(runs, "run-1"), why(runs, "run-3")) == ("the same bout as run-3", "")


def test_the_history_of_a_record_can_be_read_while_its_import_is_undone(runs):
    decide.leave_out(runs, [parse_id("run-1")])
    with pytest.raises(TrainingDataError):
        list_history(runs, parse_id("run-99"))
    undo(runs, 1, NOW)
    assert [each.what for each in list_history(runs, parse_id("run-1"))] == ["leave out"]
