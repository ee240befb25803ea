"""What is looked for in the records of every file, whatever its format: ids that are not, starts at night."""

from collections.abc import Iterator
from datetime import datetime, time
from typing import Final

from lib.importers.reading.table import shown
from lib.model.records import Activity, Problem, Record, Session, Start
from lib.model.vocabulary import Precision, TimeBasis

_MORNING: Final = time(5)
_MIDNIGHT: Final = time()
_LEAST_STARTS: Final = 10


def checked(records: Iterator[Record]) -> Iterator[Record]:
    """The same records, a clash of ids rejected, with a warning at the end where most starts lie at night."""
    return _warned_of_nights(_with_own_ids(records))


def _with_own_ids(records: Iterator[Record]) -> Iterator[Record]:
    """Two activities of one id and different starts are no two versions of one: the second would replace the first."""
    first: dict[str, tuple[datetime | None, int]] = {}
    for record in records:
        if isinstance(record, Activity):
            moment = record.start.utc or record.start.local
            start, line = first.setdefault(record.source_key, (moment, record.line))
            if start != moment:
                why = (
                    f"line {line} has the same id and another start; perhaps a spreadsheet has rounded the ids. "
                    "Take the file as the app wrote it."
                )
                yield Problem(record.line, None, shown(record.source_key), why, rows=record.rows)
                continue
        yield record


def _warned_of_nights(records: Iterator[Record]) -> Iterator[Record]:
    """Wall clocks that are mostly those of the night are likely to be UTC."""
    starts = nights = 0
    for record in records:
        if isinstance(record, Activity | Session) and (clock := _clock(record.start)):
            starts += 1
            nights += clock < _MORNING
        yield record
    if starts >= _LEAST_STARTS and nights * 2 > starts:
        why = (
            f"{nights} of {starts} starts lie between midnight and 5 in the morning. If that cannot be, something has "
            "turned the times of this file into UTC: take the file as the app wrote it."
        )
        yield Problem(None, None, None, why, rows=0)


def _clock(start: Start) -> time | None:
    """The time of day where the source writes a wall clock; midnight sharp is a date that a spreadsheet widened."""
    if start.basis is not TimeBasis.WALL_CLOCK or start.local is None or start.precision is Precision.DATE:
        return None
    return None if start.local.time() == _MIDNIGHT else start.local.time()
