"""One bout from several sources: counted once whatever the order of the imports, and as the person decides."""

from datetime import UTC, datetime, timedelta

import pytest
from look_alikes import hevy, hevy_set, strava, strava_run
from recorded_files import START, activity, file_id, fit, gpx, gpx_points, lap, session, tcx

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.vocabulary import DistanceUnit, DuplicateVerdict
from lib.services.bouts.choices import (
    decide_duplicate,
    forget_decision,
    list_counted_apart,
    list_duplicates,
)
from lib.services.importing.history import undo
from lib.services.importing.import_files import import_files, preview
from lib.services.queries.training import read_training
from lib.services.queries.weekly import weekly
from lib.store.records.fingerprint import content_hash_of_everything
from lib.store.records.frames import read_activities

BERLIN = Answers(time_zone="Europe/Berlin", distance_unit=DistanceUnit.KM)
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
GARMIN_HEADER = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Moving Time,Elapsed Time"
STRENGTH_ROW = '9000009999,"May 2, 2026, 4:05:00 PM",Gym,Weight Training,,3000,0.00,3000.0,3000.0,0.0'


def garmin_run(day: int, clock: str = "08:00:03", km: str = "8.02", kind: str = "Running") -> str:
    """A row of Garmin's list on a day of May 2026, by the wall clock of the watch."""
    return f"{kind},2026-05-{day:02d} {clock},false,Berlin {kind},{km},447,00:39:40,150,00:39:40,00:40:00"


def garmin(*rows: str) -> Upload:
    return Upload("Activities.csv", ("\n".join([GARMIN_HEADER, *rows]) + "\n").encode())


def watch(day: int, metres: float = 8010.0) -> Upload:
    """The recording of the watch, whose clock says it is in Berlin."""
    start = datetime(2026, 5, day, 6, 0, 5, tzinfo=UTC)
    end = start + timedelta(seconds=2390)
    content = fit(file_id(), session(start, metres=metres, seconds=2390.0), activity(end, 2.0))
    return Upload(f"{day}.fit", content)


EARLY = strava(strava_run(1), strava_run(2), strava_run(3, name="Hills"), STRENGTH_ROW)
LATE = strava(strava_run(2), strava_run(3, name="Hills with Jo"), STRENGTH_ROW, strava_run(4), strava_run(5))
GARMIN = garmin(
    garmin_run(1), garmin_run(4, "07:00:30"), garmin_run(6), garmin_run(2, "18:10:00", "0.00", "Strength Training")
)
FILES = {
    "early": EARLY,
    "late": LATE,
    "garmin": GARMIN,
    "fit": watch(1),
    "hevy": hevy(hevy_set(2), hevy_set(2, index=1)),
}


def bring(account, *uploads):
    return import_files(account, uploads, BERLIN)


def everything(account):
    with account.read() as conn:
        return content_hash_of_everything(conn, account.athlete_id)


def counted(account):
    with account.read() as conn:
        return list(read_activities(conn, account.athlete_id)["source"])


def names(account):
    """(source that counts, source that does not) of every pair."""
    return [(pair.primary.source, pair.other.source) for pair in list_duplicates(account)]


def test_a_run_of_the_watch_beside_the_same_run_of_the_app_is_a_duplicate_and_not_added(account):
    bring(account, strava(strava_run(1), strava_run(2)))
    report = bring(account, garmin(garmin_run(1)))
    file = report.files[0]
    assert (file.added.activities, file.added.rows, file.unchanged, file.duplicates, file.records) == (0, 0, 1, 1, 1)
    assert len(counted(account)) == 2
    assert [(pair.other.source, pair.start_s, pair.distance_m) for pair in report.duplicates] == [
        ("strava", -3.0, -20.0)
    ]


def test_three_recordings_of_a_run_that_come_together_are_one_run_and_two_duplicates(account):
    recorded = fit(file_id(), session(metres=1168.0, seconds=390.0), activity(START + timedelta(seconds=390)))
    files = {"a.tcx": tcx(lap(seconds="390.0", metres="1171.0")), "b.fit": recorded, "c.gpx": gpx(gpx_points(40))}
    report = bring(account, *(Upload(name, content) for name, content in files.items()))
    assert sum(file.added.activities for file in report.files) == 1
    assert sum(file.duplicates for file in report.files) == 2
    assert len(counted(account)) == 1


def test_the_preview_says_what_the_import_then_does(account):
    bring(account, strava(strava_run(1)))
    seen = preview(account, [garmin(garmin_run(1)), watch(1)], BERLIN)
    before = everything(account)
    done = bring(account, garmin(garmin_run(1)), watch(1))
    assert [(file.added, file.unchanged, file.duplicates) for file in seen.files] == [
        (file.added, file.unchanged, file.duplicates) for file in done.files
    ]
    shown = [[(pair.primary.name, pair.other.name, pair.why) for pair in report.duplicates] for report in (seen, done)]
    assert shown[0] == shown[1]
    assert before != everything(account)


def test_a_known_duplicate_that_comes_again_is_unchanged(account):
    bring(account, EARLY, GARMIN)
    before = everything(account)
    again = bring(account, GARMIN).files[0]
    assert (again.added.rows, again.updated, again.unchanged, again.duplicates) == (0, 0, 4, 0)
    assert everything(account) == before


def test_a_duplicate_that_the_person_parted_stays_apart_when_its_file_comes_again(account):
    bring(account, strava(strava_run(1)), garmin(garmin_run(1)))
    [pair] = list_duplicates(account)
    decide_duplicate(account, pair.other.name, DuplicateVerdict.DIFFERENT)
    assert (len(counted(account)), list_duplicates(account)) == (2, [])
    undo(account, 1, NOW)
    assert bring(account, strava(strava_run(1)), garmin(garmin_run(1))).files[1].added.activities == 1
    assert len(counted(account)) == 2
    [apart] = list_counted_apart(account)
    forget_decision(account, apart.primary.name, apart.other.name)
    assert (len(counted(account)), len(list_duplicates(account))) == (1, 1)


def test_the_record_that_the_person_chose_counts_though_a_richer_one_comes(account):
    bring(account, strava(strava_run(1)), garmin(garmin_run(1)))
    assert names(account) == [("garmin", "strava")]
    [pair] = list_duplicates(account)
    decide_duplicate(account, pair.other.name, DuplicateVerdict.COUNTS)
    bring(account, watch(1))
    assert counted(account) == ["strava"]
    assert {pair.why for pair in list_duplicates(account) if pair.other.source == "garmin"} == {"you chose it"}
    bring(account, strava(strava_run(1, name="Renamed")))
    assert counted(account) == ["strava"]


def test_a_choice_can_be_turned_round(account):
    bring(account, strava(strava_run(1)), garmin(garmin_run(1)))
    for _ in range(2):
        [pair] = list_duplicates(account)
        decide_duplicate(account, pair.other.name, DuplicateVerdict.COUNTS)
    assert names(account) == [("garmin", "strava")]


def test_a_decision_about_a_record_without_duplicates_changes_nothing(account):
    bring(account, strava(strava_run(1)))
    before = everything(account)
    decide_duplicate(account, ("strava", "no such key"), DuplicateVerdict.COUNTS)
    assert everything(account) == before


def test_an_undo_lets_the_other_record_count_again(account):
    bring(account, strava(strava_run(1)))
    alone = everything(account)
    batch = bring(account, garmin(garmin_run(1)), watch(1)).batch
    assert len(counted(account)) == 1
    undo(account, batch, NOW)
    assert everything(account) == alone


@pytest.mark.parametrize("order", [("early", "hevy"), ("hevy", "early")])
def test_a_strength_row_is_no_session_of_its_own_beside_its_sets(account, order):
    for name in order:
        bring(account, FILES[name])
    weeks = weekly(read_training(account, NOW.date())).strength
    assert weeks["sessions_without_sets"].sum() == 0
    undo(account, 1 + order.index("hevy"), NOW)
    weeks = weekly(read_training(account, NOW.date())).strength
    assert weeks["sessions_without_sets"].sum() == 1


def metres(account):
    with account.read() as conn:
        return sorted(read_activities(conn, account.athlete_id)["distance_m"])


def halves(day: int) -> Upload:
    """Garmin's list with a run of 20 minutes and the next one 21 minutes later, where Strava has 40 minutes."""
    rows = [
        f"Running,2026-05-{day:02d} {clock},false,Berlin,{km},200,00:19:00,150,00:19:00,00:19:00"
        for clock, km in (("08:00:00", "3.90"), ("08:21:00", "4.00"))
    ]
    return garmin(*rows)


@pytest.mark.parametrize("first", ["whole", "halves"])
def test_of_a_merged_run_and_its_halves_the_distance_counts_once(account, first):
    files = {"whole": strava(strava_run(1)), "halves": halves(1)}
    for name in (first, *({*files} - {first})):
        bring(account, files[name])
    assert sum(metres(account)) in (8000.0, 7900.0)
    pair = list_duplicates(account)[0]
    whole = pair.primary if pair.primary.source == "strava" else pair.other
    decide_duplicate(account, whole.name, DuplicateVerdict.COUNTS)
    assert sum(metres(account)) == 8000.0
    chosen = everything(account)
    bring(account, *files.values())
    assert everything(account) == chosen


def test_a_run_that_may_be_one_is_told_in_preview_and_receipt_and_counts_as_it_is(account):
    bring(account, strava(strava_run(1)))
    file = garmin(garmin_run(1, "08:05:00", "6.00"))
    seen, done = preview(account, [file], BERLIN), bring(account, file)
    for report in (seen, done):
        assert (report.files[0].overlaps, report.files[0].duplicates, len(report.overlaps)) == (1, 0, 1)
    assert metres(account) == [6000.0, 8000.0]
    assert bring(account, file).files[0].overlaps == 0
