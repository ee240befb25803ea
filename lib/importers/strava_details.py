"""What the recordings in a Strava export tell that its list does not: the wall clock, the heart rate, the treadmill."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from lib.importers.base import Upload, find_importer
from lib.importers.strava_columns import columns_in
from lib.importers.table import open_table
from lib.model.athlete import Answers
from lib.model.errors import TrainingDataError
from lib.model.records import Activity, Problem, Record, Start
from lib.model.vocabulary import SubSport, TimeBasis

_RECORDING: Final = re.compile(r"activities/[^/]+\.(fit|tcx|gpx)(?:\.gz)?", re.IGNORECASE)
_SAME_START: Final = timedelta(minutes=30)


def recordings_named(upload: Upload) -> dict[str, str]:
    """Id of an activity → path of its recording, from the rows of activities.csv, in whatever language they are."""
    table = open_table(upload)
    key = columns_in(table)["key"][0]
    named: dict[str, str] = {}
    for row in table.rows():
        if not isinstance(row, Problem):
            path = next((cell for cell in row[1] if _RECORDING.fullmatch(cell)), None)
            if path:
                named[key.text(row[1]).removesuffix(".0")] = path
    return named


def tells_more(activity: Activity, path: str) -> bool:
    """Whether a recording is worth reading: FIT always, XML only for a heart rate, the one thing it may add."""
    return path.casefold().removesuffix(".gz").endswith(".fit") or activity.heart_rate_bpm is None


def with_details(activity: Activity, recording: Upload) -> Activity:
    """The activity with what its recording adds; as it was where the recording cannot be read or is another's."""
    try:
        importer = find_importer(recording)
        records = list(importer.extract(recording, Answers())) if importer else []
    except TrainingDataError:
        return activity
    return _joined(activity, [each for each in records if isinstance(each, Activity)])


def _joined(activity: Activity, recorded: Sequence[Activity]) -> Activity:
    start = activity.start.utc
    near = [(abs(each.start.utc - start), each) for each in recorded if start and each.start.utc]
    apart, found = min(near, key=lambda pair: pair[0], default=(_SAME_START, None))
    if found is None or apart >= _SAME_START:
        return activity
    return replace(
        activity,
        start=_placed(activity.start, found.start),
        sub_sport=activity.sub_sport or (found.sub_sport if found.sport is activity.sport else SubSport.NONE),
        heart_rate_bpm=activity.heart_rate_bpm or found.heart_rate_bpm,
        heart_rate_max_bpm=activity.heart_rate_max_bpm or found.heart_rate_max_bpm,
        cadence_spm=activity.cadence_spm or found.cadence_spm,
    )


def _placed(start: Start, recorded: Start) -> Start:
    """The start of the list, with the wall clock of the place where it was recorded."""
    if start.utc is None or recorded.utc is None or recorded.local is None or recorded.basis is not TimeBasis.OFFSET:
        return start
    return replace(start, basis=TimeBasis.OFFSET, local=start.utc + (recorded.local - recorded.utc))


def detailed(records: Iterable[Record], named: Mapping[str, str], read: Callable[[str], Upload | None]) -> list[Record]:
    """The records of a list, each activity with its details. read: the recording of this path, None for none."""
    return [_detailed(record, named, read) for record in records]


def _detailed(record: Record, named: Mapping[str, str], read: Callable[[str], Upload | None]) -> Record:
    if not isinstance(record, Activity):
        return record
    path = named.get(record.source_key)
    if path is None or not tells_more(record, path):
        return record
    recording = read(path)
    return record if recording is None else with_details(record, recording)
