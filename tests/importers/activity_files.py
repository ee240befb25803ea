"""Look-alikes of activity exports, with invented people and runs."""

import csv
import io

from lib.importers.base import Upload
from lib.importers.formats.garmin.activities import importer as garmin
from lib.importers.formats.strava.importer import importer as strava
from lib.model.athlete import Answers
from lib.model.records import Activity, Problem, Record

STRAVA_HEADER = [
    "Activity ID",
    "Activity Date",
    "Activity Name",
    "Activity Type",
    "Activity Description",
    "Elapsed Time",
    "Distance",
    "Max Heart Rate",
    "Relative Effort",
    "Commute",
    "Activity Private Note",
    "Activity Gear",
    "Filename",
    "Athlete Weight",
    "Bike Weight",
    "Elapsed Time",
    "Moving Time",
    "Distance",
    "Elevation Gain",
    "Max Heart Rate",
    "Average Heart Rate",
    "Average Cadence",
    "Perceived Exertion",
    "Type",
    "Competition",
    "Long Run",
    "Media",
]
STRAVA_ROW = [
    "501",
    "Mar 4 2025 6:10:00 PM",
    "Park laps",
    "Run",
    "",
    "1830",
    "5.01",
    "",
    "",
    "false",
    "",
    "",
    "activities/501.fit.gz",
    "",
    "",
    "1830.0",
    "1800.0",
    "5012.4",
    "31.0",
    "171",
    "149.5",
    "82.0",
    "4.0",
    "",
    "",
    "",
    "",
]
STRAVA_ROW[1] = "Mar 4, 2025, 6:10:00 PM"

GARMIN_HEADER = [
    "Activity Type",
    "Date",
    "Favorite",
    "Title",
    "Distance",
    "Calories",
    "Time",
    "Avg HR",
    "Max HR",
    "Aerobic TE",
    "Avg Run Cadence",
    "Max Run Cadence",
    "Avg Pace",
    "Best Pace",
    "Total Ascent",
    "Total Descent",
    "Avg Stride Length",
    "Steps",
    "Best Lap Time",
    "Number of Laps",
    "Moving Time",
    "Elapsed Time",
    "Min Elevation",
    "Max Elevation",
]
# 160 steps a minute x 30 min x 1.05 m = 5.04 km
GARMIN_ROW = (
    (
        'Running|2025-03-04 18:10:05|false|Village Running|5.04|390|00:30:00|150|171|2.9|160|176|5:57|4:50|31|30|1.05|"4,800"'
        "|00:05:40.1|6|00:29:40|00:31:02|12|44"
    )
    .replace('"', "")
    .split("|")
)


def table(header: list[str], *rows: list[str], delimiter: str = ",", quoting: int = csv.QUOTE_MINIMAL) -> str:
    """Header and rows as text."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n", quoting=quoting)
    writer.writerows([header, *rows])
    return text.getvalue()


def changed(header: list[str], row: list[str], nth: int = 0, /, **cells: str) -> list[str]:
    """The row with other cells; a column's blanks are written as underscores, `nth` picks among equal names."""
    copy = list(row)
    for name, value in cells.items():
        places = [place for place, column in enumerate(header) if column.replace(" ", "_") == name]
        copy[places[nth if nth < len(places) else -1]] = value
    return copy


def strava_row(**cells: str) -> list[str]:
    return changed(STRAVA_HEADER, STRAVA_ROW, **cells)


def garmin_row(**cells: str) -> list[str]:
    return changed(GARMIN_HEADER, GARMIN_ROW, **cells)


def upload(content: str | bytes) -> Upload:
    return Upload("any name", content if isinstance(content, bytes) else content.encode())


def from_strava(content: str | bytes, answers: Answers | None = None) -> list[Record]:
    file = upload(content)
    assert strava.identify(file)
    assert not garmin.identify(file)
    return list(strava.extract(file, answers or Answers()))


def from_garmin(content: str | bytes, answers: Answers | None = None) -> list[Record]:
    file = upload(content)
    assert garmin.identify(file)
    assert not strava.identify(file)
    return list(garmin.extract(file, answers or Answers()))


def activities(records: list[Record]) -> list[Activity]:
    return [record for record in records if isinstance(record, Activity)]


def rejected(records: list[Record]) -> list[Problem]:
    return [record for record in records if isinstance(record, Problem) and record.rows]


def warnings(records: list[Record]) -> list[Problem]:
    return [record for record in records if isinstance(record, Problem) and not record.rows]
