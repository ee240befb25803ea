"""What the recordings in a Strava export tell that its list does not: wall clock, heart rate, treadmill, counted sets."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Final

from lib.importers.base import Upload, find_importer
from lib.importers.formats.strava.columns import columns_in
from lib.importers.reading.table import open_table
from lib.model.athlete import Answers
from lib.model.errors import TrainingDataError
from lib.model.records import Activity, Problem, Record, Session, Start
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


def _recorded(recording: Upload) -> Sequence[Activity | Session] | None:
    """The bouts in a recording; None where it cannot be read."""
    try:
        importer = find_importer(recording)
        if importer is None:
            return None
        records = list(importer.extract(recording, Answers()))
    except TrainingDataError:
        return None
    return [each for each in records if isinstance(each, Activity | Session)]


def _joined(activity: Activity, recorded: Sequence[Activity | Session]) -> Activity:
    """The activity with what its recording adds; as it was where that is another's. Of sets it takes the clock."""
    start = activity.start.utc
    near = [(abs(each.start.utc - start), each) for each in recorded if start and each.start.utc]
    apart, found = min(near, key=lambda pair: pair[0], default=(_SAME_START, None))
    if found is None or apart >= _SAME_START:
        return activity
    placed = replace(activity, start=_placed(activity.start, found.start))
    if isinstance(found, Session):
        return placed
    return replace(
        placed,
        sub_sport=activity.sub_sport or (found.sub_sport if found.sport is activity.sport else SubSport.NONE),
        heart_rate_bpm=activity.heart_rate_bpm or found.heart_rate_bpm,
        heart_rate_max_bpm=activity.heart_rate_max_bpm or found.heart_rate_max_bpm,
        heart_rate_seconds=found.heart_rate_seconds,
        cadence_spm=activity.cadence_spm or found.cadence_spm,
    )


def _placed(start: Start, recorded: Start) -> Start:
    """The start of the list, with the wall clock of the place where it was recorded."""
    if start.utc is None or recorded.utc is None or recorded.local is None or recorded.basis is not TimeBasis.OFFSET:
        return start
    return replace(start, basis=TimeBasis.OFFSET, local=start.utc + (recorded.local - recorded.utc))


@dataclass(slots=True)
class Detailed:
    """The records of a list, each activity with its details.

    with_sets: recordings that have counted sets, by their path. unreadable: those that cannot be read.
    """

    records: list[Record] = field(default_factory=list)
    with_sets: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)


def detailed(records: Iterable[Record], named: Mapping[str, str], read: Callable[[str], Upload | None]) -> Detailed:
    """read: the recording of this path, None for none."""
    found = Detailed()
    for record in records:
        path = named.get(record.source_key) if isinstance(record, Activity) else None
        if not isinstance(record, Activity) or path is None or not tells_more(record, path):
            found.records.append(record)
            continue
        recording = read(path)
        recorded = () if recording is None else _recorded(recording)
        if recorded is None:
            found.unreadable.append(path)
            recorded = ()
        found.records.append(_joined(record, recorded))
        if any(isinstance(each, Session) for each in recorded):
            found.with_sets.append(path)
    return found
