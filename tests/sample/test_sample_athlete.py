import csv
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from lib.catalog.resolve import resolve
from sample_data.around import other_bouts
from sample_data.generate import all_runs, all_sessions, write_sample
from sample_data.season import LAST_DAY, weeks

SAMPLE = Path(__file__).parents[2] / "sample_data"
FILES = ("garmin_activities.csv", "strava_activities.csv", "strong.csv", "hevy.csv")
ILL = {date(2026, 2, 9), date(2026, 2, 16)}
RACE_WEEKS = {date(2026, 4, 6), date(2026, 10, 5)}
HOLIDAY = date(2026, 7, 6)


def rows(name: str, delimiter: str = ",") -> list[dict[str, str]]:
    with (SAMPLE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def day_of(text: str, form: str) -> date:
    return datetime.strptime(text, form).replace(tzinfo=UTC).date()


def runs_of(week: date) -> list[float]:
    return [run.distance_m for run in all_runs() if week <= run.start.date() < week + timedelta(days=7)]


@pytest.fixture(scope="module")
def written_anew(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    write_sample(folder)
    return folder


@pytest.mark.parametrize("name", FILES)
def test_the_committed_file_is_what_the_generator_writes(name: str, written_anew: Path):
    assert (SAMPLE / name).read_bytes() == (written_anew / name).read_bytes()


@pytest.mark.parametrize("name", FILES)
def test_no_file_is_larger_than_300_kilobytes(name: str):
    assert (SAMPLE / name).stat().st_size < 300_000


def test_the_plan_is_dense_and_its_weeks_start_on_mondays():
    starts = [week.start for week in weeks()]
    assert {start.weekday() for start in starts} == {0}
    assert {later - earlier for earlier, later in pairwise(starts)} == {timedelta(days=7)}
    assert starts[-1] <= LAST_DAY < starts[-1] + timedelta(days=7)


def test_nobody_does_two_things_at_once():
    others = [bout for bout in other_bouts(all_sessions(), LAST_DAY) if bout.kind != "strength"]
    bouts = sorted((*all_runs(), *all_sessions(), *others), key=lambda bout: bout.start)
    ends = [bout.start + timedelta(seconds=bout.elapsed_s) for bout in bouts]
    assert all(end < later.start for end, later in zip(ends, bouts[1:], strict=False))


def test_the_watch_sees_a_session_begin_a_little_earlier_than_the_app():
    sessions = {each.start.date(): each for each in all_sessions()}
    watched = [bout for bout in other_bouts(all_sessions(), LAST_DAY) if bout.title.endswith("Weight Training")]
    early = [sessions[bout.start.date()].start - bout.start for bout in watched]
    assert timedelta(seconds=30) <= min(early) < max(early) <= timedelta(minutes=4)


def test_two_bouts_of_strength_have_no_sets_in_any_app():
    lifted = {each.start.date() for each in all_sessions()}
    bouts = [bout for bout in other_bouts(all_sessions(), LAST_DAY) if bout.kind == "strength"]
    assert len([bout for bout in bouts if bout.start.date() not in lifted]) == 2


def test_two_weeks_of_illness_have_nothing_at_all():
    lifted = {each.start.date() - timedelta(days=each.start.weekday()) for each in all_sessions()}
    assert not any(runs_of(week) for week in ILL)
    assert not ILL & lifted


def test_race_weeks_have_no_lifting_and_the_race():
    lifted = {each.start.date() - timedelta(days=each.start.weekday()) for each in all_sessions()}
    assert not RACE_WEEKS & lifted
    assert [max(runs_of(week)) > 21_000 for week in sorted(RACE_WEEKS)] == [True, True]


def test_the_holiday_week_has_two_short_runs():
    assert [metres < 8_000 for metres in runs_of(HOLIDAY)] == [True, True]


def test_mileage_grows_from_28_to_62_kilometres():
    kilometres = [sum(runs_of(week.start)) / 1000 for week in weeks()]
    assert kilometres[0] == pytest.approx(28, abs=3)
    assert max(kilometres) == pytest.approx(62, abs=3)


def test_garmin_ends_on_the_day_before_strava_begins():
    last = max(row["Date"] for row in rows("garmin_activities.csv"))
    first = min(day_of(row["Activity Date"], "%b %d, %Y, %I:%M:%S %p") for row in rows("strava_activities.csv"))
    assert first - date.fromisoformat(last[:10]) == timedelta(days=1)


def test_strong_ends_on_the_day_before_hevy_begins():
    last = max(row["Date"] for row in rows("strong.csv", ";"))
    first = min(day_of(row["start_time"], "%d %b %Y, %H:%M") for row in rows("hevy.csv"))
    assert first - date.fromisoformat(last[:10]) == timedelta(days=1)


def test_every_outdoor_garmin_row_passes_the_stride_check_for_kilometres():
    for row in rows("garmin_activities.csv"):
        hours, minutes, seconds = (int(part) for part in row["Time"].split(":"))
        steps = int(row["Avg Run Cadence"]) * (hours * 60 + minutes + seconds / 60)
        assert float(row["Distance"]) / (steps * float(row["Avg Stride Length"]) / 1000) == pytest.approx(
            1.0, abs=0.025
        )


def test_one_run_began_after_midnight_at_home_and_on_the_day_before_in_utc():
    (row,) = (row for row in rows("strava_activities.csv") if "midnight" in row["Activity Name"])
    assert row["Activity Date"] == "Jun 20, 2026, 10:12:00 PM"


def test_only_the_home_made_exercise_names_are_unmapped_and_they_are_4_percent_of_the_sets():
    names = [each.exercise for session in all_sessions() for each in session.sets]
    unmapped = [name for name in names if not resolve(name).exercise]
    assert set(unmapped) == {"Hip Airplane thing", "Coach's foot circuit"}
    assert len(unmapped) / len(names) == pytest.approx(0.04, abs=0.01)


def test_the_log_has_every_kind_of_set():
    sets = [each for session in all_sessions() for each in session.sets]
    assert {each.kind for each in sets} == {"normal", "warm_up", "drop", "failure"}
    assert {each.note for each in sets} >= {"left", "right"}
    assert any(each.superset is not None for each in sets)
    assert any(each.seconds and not each.reps for each in sets)
    assert any(each.reps and each.load_kg is None for each in sets)
    assert any(each.distance_m for each in sets)


def test_effort_is_logged_for_a_part_of_the_sets():
    sets = [each for session in all_sessions() for each in session.sets]
    assert 0.25 < sum(each.rpe is not None for each in sets) / len(sets) < 0.5


def test_names_titles_and_notes_hold_what_breaks_careless_readers():
    text = "".join((SAMPLE / name).read_text(encoding="utf-8") for name in FILES)
    for awkward in ("Ganzkörper", "🦵", '""knees out, ribs down""', "Rain. More rain.\nFun, though"):
        assert awkward in text
