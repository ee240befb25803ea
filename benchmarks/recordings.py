"""Recordings of watches in number: FIT files of 3,000 seconds, a zip of them, and the export of a Strava account."""

import gzip
import zipfile
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np

from benchmarks.twenty_years import write_runs
from tests.recorded_files import BYTE, LONG, START, WORD, activity, field, file_id, fit, fit_time, message, session

SECONDS: Final = 3_000
_FIELDS: Final = ((253, LONG), (0, LONG), (1, LONG), (5, LONG), (2, WORD), (6, WORD), (3, BYTE), (4, BYTE))
_LAYOUT: Final = np.dtype(
    {
        "names": ["head", "time", "lat", "lon", "metres", "height", "speed", "rate", "cadence"],
        "formats": ["u1", "<u4", "<u4", "<u4", "<u4", "<u2", "<u2", "u1", "u1"],
    }
)


def write_fits(path: Path, count: int) -> Path:
    """A zip of FIT files, one run every nine hours."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(count):
            archive.writestr(f"run{number:04}.fit", run(START - timedelta(hours=9 * number)))
    return path


def write_strava_archive(path: Path, runs: int) -> Path:
    """activities.csv and a recording of every activity in it, as Strava packs them."""
    listed = write_runs(path.with_suffix(".csv"), runs)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.write(listed, "activities.csv")
        for line in listed.read_text(encoding="utf-8").splitlines()[1:]:
            name = line[line.index("activities/") :].split(",", 1)[0]
            archive.writestr(name, gzip.compress(run(START), compresslevel=1))
    return path


def run(start: datetime) -> bytes:
    """A FIT file of a run of 9 km: 3,000 records, a session, an activity."""
    definition, seconds = _seconds()
    seconds["time"] = fit_time(start) + np.arange(SECONDS)
    end = start + timedelta(seconds=SECONDS)
    return fit(file_id(), definition + seconds.tobytes(), session(start, 1, 0, 3.0 * SECONDS, SECONDS), activity(end))


def run_without_sums(start: datetime = START) -> bytes:
    """The same, broken off: the importer has to add up its records."""
    definition, seconds = _seconds()
    seconds["time"] = fit_time(start) + np.arange(SECONDS)
    return fit(file_id(), definition + seconds.tobytes())


@cache
def _seconds() -> tuple[bytes, Any]:
    """(definition of a record, the records without their times)."""
    whole = message(20, *(field(number, kind, 0) for number, kind in _FIELDS))
    place = np.arange(SECONDS)
    seconds = np.zeros(SECONDS, _LAYOUT)
    seconds["lat"], seconds["lon"], seconds["metres"] = 500_000_000 + 20 * place, 100_000_000 + 20 * place, 300 * place
    seconds["height"], seconds["speed"] = 2_500 + place % 20, 3_000
    seconds["rate"], seconds["cadence"] = 140 + place % 10, 85
    return whole[: -_LAYOUT.itemsize], seconds
