"""Strava's activities.csv of 2026: 103 columns, doubled names, UTC without saying so (FORMATS 3.1)."""

from collections.abc import Iterable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sample_data.bouts import Bout
from sample_data.layouts.text import MONTHS, quoted_where_needed

# Five names occur twice; the second `Distance` is in metres.
HEADER = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,"
    "Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight,Elapsed Time,"
    "Moving Time,Distance,Max Speed,Average Speed,Elevation Gain,Elevation Loss,Elevation Low,Elevation High,"
    "Max Grade,Average Grade,Average Positive Grade,Average Negative Grade,Max Cadence,Average Cadence,"
    "Max Heart Rate,Average Heart Rate,Max Watts,Average Watts,Calories,Max Temperature,Average Temperature,"
    "Relative Effort,Total Work,Number of Runs,Uphill Time,Downhill Time,Other Time,Perceived Exertion,Type,"
    "Start Time,Weighted Average Power,Power Count,Prefer Perceived Exertion,Perceived Relative Effort,Commute,"
    "Total Weight Lifted,From Upload,Grade Adjusted Distance,Weather Observation Time,Weather Condition,"
    "Weather Temperature,Apparent Temperature,Dewpoint,Humidity,Weather Pressure,Wind Speed,Wind Gust,Wind Bearing,"
    "Precipitation Intensity,Sunrise Time,Sunset Time,Moon Phase,Bike,Gear,Precipitation Probability,"
    "Precipitation Type,Cloud Cover,Weather Visibility,UV Index,Weather Ozone,Jump Count,Total Grit,Average Flow,"
    "Flagged,Average Elapsed Speed,Dirt Distance,Newly Explored Distance,Newly Explored Dirt Distance,Activity Count,"
    "Total Steps,Carbon Saved,Pool Length,Training Load,Intensity,Average Grade Adjusted Pace,Timer Time,"
    "Total Cycles,Recovery,With Pet,Competition,Long Run,For a Cause,With Kid,Downhill Distance,Total Sets,"
    "Total Reps,Media"
)

_TYPES = {
    "run": "Run",
    "trail": "Trail Run",
    "treadmill": "Run",
    "ride": "Ride",
    "walk": "Walk",
    "strength": "Weight Training",
}


def _numbered(columns: Iterable[str]) -> tuple[str, ...]:
    """Every second occurrence of a name gets the suffix ` 2`."""
    seen: set[str] = set()
    return tuple(f"{column} 2" if column in seen else seen.add(column) or column for column in columns)


_COLUMNS = _numbered(HEADER.split(","))


def strava_line(bout: Bout, zone: ZoneInfo) -> str:
    """One row of Strava's activities.csv; its times are UTC without saying so."""
    start = bout.start.replace(tzinfo=zone).astimezone(UTC)
    cells = _facts(bout) | _body(bout)
    cells["Activity ID"] = str(strava_id(start))
    cells["Activity Date"] = f"{MONTHS[start.month - 1]} {start.day}, {start.year}, {_twelve_hours(start)}"
    cells["Filename"] = f"activities/{strava_id(start) + 771}.fit.gz"
    return ",".join(quoted_where_needed(cells.get(column, "")) for column in _COLUMNS)


def strava_id(start: datetime) -> int:
    """A number of the size and order of Strava's ids, from a start with its zone."""
    return 9_800_000_000 + 10 * int((start - datetime(2000, 1, 1, tzinfo=UTC)).total_seconds())


def _facts(bout: Bout) -> dict[str, str]:
    """What every bout has."""
    return {
        "Activity Name": bout.title,
        "Activity Type": _TYPES[bout.kind],
        "Activity Description": bout.notes,
        "Elapsed Time": str(bout.elapsed_s),
        "Elapsed Time 2": f"{bout.elapsed_s}.0",
        "Moving Time": f"{bout.moving_s}.0",
        "Distance": f"{bout.distance_m / 1000:.2f}" if bout.distance_m else "0",
        "Distance 2": f"{bout.distance_m:.1f}",
        "Commute": "false",
        "Commute 2": "0.0",
        "Activity Gear": bout.gear,
        "Calories": f"{bout.calories}.0",
        "From Upload": "1.0",
        "Flagged": "0.0",
        "Competition": "1.0" if bout.race else "0.0",
        "Long Run": "1.0" if bout.long else "0.0",
        "With Pet": "0.0",
    }


def _body(bout: Bout) -> dict[str, str]:
    """What only some bouts have: heart rate, cadence of one leg, climbing, how hard it felt."""
    cells = {"Average Speed": f"{bout.distance_m / bout.moving_s:.3f}", "Elevation Gain": f"{bout.ascent_m}.0"}
    if bout.heart_rate_bpm is not None:
        cells["Average Heart Rate"] = f"{bout.heart_rate_bpm}.0"
        cells["Max Heart Rate"] = cells["Max Heart Rate 2"] = f"{bout.heart_rate_max_bpm}.0"
    if bout.cadence_spm is not None:
        cells["Average Cadence"] = f"{bout.cadence_spm / 2:.2f}"
        cells["Total Steps"] = f"{bout.steps}.0"
    if bout.rpe is not None:
        cells["Perceived Exertion"] = f"{bout.rpe}.0"
        cells["Prefer Perceived Exertion"] = "0.0"
    return cells


def _twelve_hours(moment: datetime) -> str:
    return f"{moment.hour % 12 or 12}:{moment:%M:%S} {'AM' if moment.hour < 12 else 'PM'}"
