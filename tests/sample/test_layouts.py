import csv
from datetime import datetime
from io import StringIO
from zoneinfo import ZoneInfo

from sample_data.bouts import Bout, LoggedSession, LoggedSet
from sample_data.layouts import garmin, hevy, strava, strong

BERLIN = ZoneInfo("Europe/Berlin")
AWKWARD = 'Läufchen, "easy",\nthen home 🍂'
RUN = Bout(
    start=datetime(2026, 6, 21, 0, 12, 5),
    kind="run",
    title=AWKWARD,
    distance_m=10_400.0,
    moving_s=3_600,
    elapsed_s=3_720,
    ascent_m=1_250,
    heart_rate_bpm=140,
    heart_rate_max_bpm=160,
    cadence_spm=170.0,
    calories=1_006,
    rpe=4,
    notes=AWKWARD,
)
SESSION = LoggedSession(
    start=datetime(2026, 3, 3, 17, 5),
    elapsed_s=3_300,
    title=AWKWARD,
    notes="slow, slow",
    sets=(
        LoggedSet("Squat (Barbell)", kind="warm_up", load_kg=20, reps=8, note=AWKWARD),
        LoggedSet("Squat (Barbell)", load_kg=62.5, reps=8, rpe=8.5, note=AWKWARD),
        LoggedSet("Squat (Barbell)", kind="failure", load_kg=62.5, reps=6, note=AWKWARD),
        LoggedSet("Plank", seconds=45, superset=1),
        LoggedSet("Farmers Walk", load_kg=20, distance_m=40, superset=1),
    ),
)


def cells(header: str, lines: list[str], delimiter: str = ",") -> list[list[str]]:
    header_row, *rows = csv.reader(StringIO("\n".join([header, *lines]), newline=""), delimiter=delimiter)
    assert {len(row) for row in rows} == {len(header_row)}
    return rows


def cell(header: str, row: list[str], column: str, occurrence: int = 0) -> str:
    return row[[number for number, name in enumerate(header.split(",")) if name == column][occurrence]]


def test_strava_writes_the_start_in_utc_so_that_a_run_after_midnight_is_on_the_day_before():
    (row,) = cells(strava.HEADER, [strava.strava_line(RUN, BERLIN)])
    assert cell(strava.HEADER, row, "Activity Date") == "Jun 20, 2026, 10:12:05 PM"


def test_strava_has_kilometres_in_its_first_distance_and_metres_in_its_second():
    (row,) = cells(strava.HEADER, [strava.strava_line(RUN, BERLIN)])
    assert cell(strava.HEADER, row, "Distance") == "10.40"
    assert cell(strava.HEADER, row, "Distance", 1) == "10400.0"


def test_strava_counts_the_steps_of_one_leg_and_has_103_columns():
    (row,) = cells(strava.HEADER, [strava.strava_line(RUN, BERLIN)])
    assert cell(strava.HEADER, row, "Average Cadence") == "85.00"
    assert len(row) == 103


def test_garmin_writes_the_wall_clock_and_thousands_with_commas():
    (row,) = cells(garmin.HEADER, [garmin.garmin_line(RUN)])
    assert row[:4] == ["Running", "2026-06-21 00:12:05", "false", AWKWARD]
    assert cell(garmin.HEADER, row, "Total Ascent") == "1,250"
    assert cell(garmin.HEADER, row, "Calories") == "1,006"


def test_garmin_stride_times_cadence_gives_the_distance_back():
    (row,) = cells(garmin.HEADER, [garmin.garmin_line(RUN)])
    stride, cadence = (float(cell(garmin.HEADER, row, name)) for name in ("Avg Stride Length", "Avg Run Cadence"))
    assert abs(stride * cadence * 60 / 1000 - 10.4) < 0.1


def test_strong_names_the_kind_of_a_set_where_others_have_a_number():
    rows = cells(strong.HEADER, list(strong.strong_lines(SESSION, 7)), delimiter=";")
    assert [row[5] for row in rows] == ["WARM_UP", "1", "FAILURE", "1", "1"]


def test_strong_writes_a_note_once_and_leaves_blank_what_was_not_typed():
    rows = cells(strong.HEADER, list(strong.strong_lines(SESSION, 7)), delimiter=";")
    assert [row[11] for row in rows] == [AWKWARD, "", "", "", ""]
    assert [row[12] for row in rows] == ["slow, slow", "", "", "", ""]
    assert rows[3][6:11] == ["", "", "", "", "45"]
    assert rows[4][6:11] == ["20", "", "", "40", ""]


def test_hevy_repeats_notes_on_every_row_and_counts_the_sets_of_an_exercise_from_0():
    rows = cells(hevy.HEADER, list(hevy.hevy_lines(SESSION)))
    assert [row[7] for row in rows] == ["0", "1", "2", "0", "0"]
    assert [row[6] for row in rows] == [AWKWARD, AWKWARD, AWKWARD, "", ""]
    assert rows[1] == [
        AWKWARD,
        "3 Mar 2026, 17:05",
        "3 Mar 2026, 18:00",
        "slow, slow",
        "Squat (Barbell)",
        "",
        AWKWARD,
        "1",
        "normal",
        "62.5",
        "8",
        "",
        "",
        "8.5",
    ]


def test_hevy_quotes_text_and_leaves_numbers_bare():
    line = list(hevy.hevy_lines(SESSION))[3]
    assert line.endswith('"Plank",1,"",0,"normal",,,,45,')
