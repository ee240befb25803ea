"""Android's Health Connect: the database in the zip that it exports by itself.

Known from Android's source and from other programs that read the file, not from a file of a person.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from lib.importers.activities.recorded import Recorded, first_writers
from lib.importers.base import Upload
from lib.importers.formats.health_connect.database import ExerciseSession, exercise_sessions
from lib.importers.formats.health_connect.sports import SPORTS
from lib.importers.reading.cells import BadCell, read_cell
from lib.importers.reading.dates import FURTHEST_ZONE
from lib.importers.reading.epochs import moment_of_milliseconds
from lib.model.athlete import Answers
from lib.model.heart_rates import heart_rate_seconds
from lib.model.records import Record
from lib.model.traits import Traits
from lib.model.vocabulary import Sport, SubSport

_BEGIN: Final = b"SQLite format 3\0"
# The schema need not lie in the head as a whole; some of its many tables do.
_OWN_NAMES: Final = (b"_record_table", b"app_info_id")
_UNKNOWN_SPORT: Final = (
    "not a sport number this importer knows; every such record is kept as another sport, which is no mileage"
)
_PLACES: Final = {
    "start": "start_time",
    "elapsed_s": "end_time",
    "distance_m": "distance",
    "heart_rate_bpm": "beats_per_minute",
    "heart_rate_max_bpm": "beats_per_minute",
}


class HealthConnect:
    """See lib.importers.base.Importer."""

    name = "health-connect"
    title = "Health Connect · health_connect_export.db"
    seen = False
    traits = Traits(rank=155, collects=True, timer=True)
    where = (
        "Android: Settings, Health Connect, Manage data, Backup and restore, Export; the zip, or the database in it."
    )

    def identify(self, upload: Upload) -> bool:
        """By the kind of the file and the names in its schema."""
        return upload.head.startswith(_BEGIN) and all(name in upload.head for name in _OWN_NAMES)

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:  # noqa: ARG002 - it leaves nothing open
        """One Activity a session; its line is its number by the start."""
        told: set[float | None] = set()
        yield from first_writers((str(each.app), _records(each, told)) for each in exercise_sessions(upload))


def _records(session: ExerciseSession, told: set[float | None]) -> Iterator[Record]:
    try:
        recorded = _recorded(session, told)
    except BadCell as error:
        yield error.problem(session.number)
    else:
        yield from recorded.records()


def _recorded(session: ExerciseSession, told: set[float | None]) -> Recorded:
    """What the session says. BadCell where it has no start."""
    start_ms = session.start_ms
    start = read_cell(
        "start_time", f"{start_ms:.0f}" if start_ms else "", lambda _: moment_of_milliseconds(start_ms or 0.0)
    )
    sport, sub_sport = SPORTS.get(int(session.sport or 0), (Sport.OTHER, SubSport.NONE))
    word = f"Health Connect exercise {session.sport or 0:.0f}"
    warnings = []
    if session.sport not in SPORTS and session.sport not in told:
        told.add(session.sport)
        warnings.append(BadCell("exercise_type", f"{session.sport or 0:.0f}", _UNKNOWN_SPORT))
    return Recorded(
        start=start,
        offset=_offset(session.offset_s),
        sport=sport,
        line=session.number,
        sub_sport=sub_sport,
        sport_raw=word,
        title=session.title,
        notes=session.notes,
        distance_m=session.metres,
        elapsed_s=(session.end_ms or 0.0) / 1000 - (start_ms or 0.0) / 1000,
        heart_rate_bpm=round(session.beats / session.samples, 1) if session.samples else None,
        heart_rate_max_bpm=session.most_beats,
        heart_rate_seconds=heart_rate_seconds(sorted(session.timed)),
        warnings=warnings,
        places=_PLACES,
    )


def _offset(seconds: float | None) -> timedelta | None:
    """From UTC; None where it is not said or no zone has it."""
    if seconds is None or abs(seconds) > FURTHEST_ZONE.total_seconds():
        return None
    return timedelta(seconds=seconds)


importer = HealthConnect()
