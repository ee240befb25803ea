"""A small invented file of every format, in the words of the tests of that format, and how many rows its source has."""

import json
from typing import Any, NamedTuple

import test_alpha_progression as alpha
import test_apple_health as apple
import test_fitbit as fitbit
import test_garmin_account as garmin_account
import test_gymbook as gymbook
import test_health_connect as health_connect
import test_health_csv as health
import test_intervals_icu as intervals
import test_jefit as jefit
import test_mapmyrun as mapmyrun
import test_more_set_logs as more_logs
import test_polar as polar
import test_runkeeper as runkeeper
import test_runtastic as runtastic
import test_samsung_health as samsung
import test_set_logs as set_logs
import test_stronglifts as stronglifts
import test_suunto_json as suunto
import test_trainingpeaks as trainingpeaks
import test_whoop as whoop
import test_withings as withings
from activity_files import GARMIN_HEADER, STRAVA_HEADER, garmin_row, strava_row, table
from recorded_files import activity, file_id, fit, gpx, gpx_points, lap, session, tcx
from strength_files import hevy, strong

from lib.importers.base import Upload


class Example(NamedTuple):
    """A file and the rows of its source: lines of a table, objects of a list, sessions of a recording."""

    content: bytes
    rows: int


def _table(header: list[str], *rows: list[str]) -> Example:
    return Example(table(header, *rows).encode(), len(rows))


def _file(upload: Upload, rows: int) -> Example:
    assert isinstance(upload.source, bytes)
    return Example(upload.source, rows)


def _json(content: Any, rows: int) -> Example:
    return Example(json.dumps(content).encode(), rows)


def _text(content: str, rows: int) -> Example:
    return Example(content.encode(), rows)


EXAMPLES = {
    "alpha-progression": _text(alpha.IN_POUNDS, 4),
    "apple-health": _text(apple.document(apple.BEAT, apple.NEW.format(inside=""), apple.workout("Hiking")), 2),
    "fit": Example(fit(file_id(), session(), activity()), 1),
    "fitbit": _json([fitbit.EXERCISE, fitbit.EXERCISE | {"logId": 4712}], 2),
    "garmin": _table(GARMIN_HEADER, garmin_row(), garmin_row(Date="2025-03-05 18:10:05", Activity_Type="Yoga")),
    "garmin-account": _json(
        [{"summarizedActivitiesExport": [garmin_account.RUN, garmin_account.RUN | {"activityId": 999002}]}], 2
    ),
    "gpx": Example(gpx(gpx_points()), 1),
    "gymbook": _file(gymbook.log(gymbook.lifted(), gymbook.lifted(time="19:35")), 2),
    "health-auto-export": _text(health.AUTO_HEADER + health.AUTO_ROW * 2, 2),
    "health-connect": Example(health_connect.database({}, {"start_time": health_connect.START + 60_000}), 2),
    "health-export": _text(health.HEADER + health.ROW * 2, 2),
    "hevy": _file(hevy({}, {"set_index": "1"}), 2),
    "intervals.icu": _text("\ufeff" + table(intervals.HEADER, intervals.ROW, intervals.row(id="i78")), 2),
    "jefit": _file(jefit.backup(jefit.logged(), jefit.logged("0x12", "Push-Up")), 2),
    "mapmyrun": _table(mapmyrun.HEADER, mapmyrun.ROW, mapmyrun.row(Workout_Date="June 12, 2017")),
    "polar-csv": _text(polar.CSV, 1),
    "polar-json": _json(polar.NEW, 1),
    "runkeeper": _table(runkeeper.HEADER, runkeeper.ROW, runkeeper.row(Activity_Id="aa-02")),
    "runtastic": _json(runtastic.SESSION, 1),
    "samsung-health": _text("\ufeff" + samsung.FIRST + samsung.HEADER + samsung.ROW * 2, 2),
    "strava": _table(STRAVA_HEADER, strava_row(), strava_row(Activity_ID="502", Activity_Type="Yoga")),
    "strong": _file(strong({}, {"Set Order": "2"}), 2),
    "stronglifts": _file(stronglifts.exported({}, stronglifts.BENCH), 2),
    "stronglifts-2018": _file(stronglifts.sheet("25/12/18,easy,70,,Squat,45,,5,5,3,Overhead Press,,55,5,0,,"), 1),
    "suunto-json": _json(suunto.log(), 1),
    "tcx": Example(tcx(lap()), 1),
    "trainingpeaks": _table(trainingpeaks.HEADER, trainingpeaks.ROW, trainingpeaks.row(Title="Hard")),
    "whoop": _table(whoop.HEADER, whoop.row(), whoop.row(Activity_name="Yoga")),
    "withings": _table(withings.HEADER, withings.row(), withings.row("Yoga", start="07:45:00")),
    **{name: _file(set_logs.log(name, {}, {}), 2) for name in set_logs.ROWS},
    **{name: _text(text, text.count("\n") - 1) for name, text in more_logs.FILES.items()},
}

# Of these a cell can be damaged by itself.
WRITTEN = [
    name for name, (content, _) in EXAMPLES.items() if not content.startswith((b"<", b"\x0c", b"\x0e", b"SQLite"))
]
