"""What apps do differently in their lists of activities, and each way of it: how sports, starts and times are written.

A layout names one of these, or a function of the format's own, for whatever is not as most apps do it.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from lib.importers.activities import cells as read
from lib.importers.activities.recorded import both_legs
from lib.importers.activities.rows import ActivityRow, wall_clock_start
from lib.importers.reading.cells import clean_text
from lib.model.limits import HEART_RATES_BPM, MAX_NAME
from lib.model.records import Start
from lib.model.vocabulary import Sport, SubSport, TimeBasis, WorkoutType


class Kind(NamedTuple):
    """The word for a sport as it stands in the file, and what it means."""

    word: str
    sport: Sport
    sub_sport: SubSport = SubSport.NONE


def every_row_is_done(row: ActivityRow) -> str:  # noqa: ARG001
    """For lists that hold nothing but what was done."""
    return ""


def kind_by_word(row: ActivityRow) -> Kind:
    """What the cell calls the sport."""
    return Kind(*row.kind())


def kind_by(words: Mapping[str, tuple[Sport, SubSport]]) -> Callable[[ActivityRow], Kind]:
    """By what this app calls sports in its own way (lower case), else by the words of all apps."""

    def read_kind(row: ActivityRow) -> Kind:
        word = row.word()
        own = words.get(word.casefold())
        return Kind(word, *own) if own else kind_by_word(row)

    return read_kind


def kind_by_number(
    kinds: Mapping[str, tuple[Sport, SubSport]], called: str = "{}", column: str = "kind"
) -> Callable[[ActivityRow], Kind]:
    """By the number that an app gives a sport, of which `called` makes a word to keep."""

    def read_kind(row: ActivityRow) -> Kind:
        number = clean_text(row.text(column))[:MAX_NAME]
        if number not in kinds and number not in row.told:
            row.told.add(number)
            why = "not a sport number this importer knows; every such row is kept as another sport, which is no mileage"
            row.warnings.append(row.bad(column, why))
        return Kind(called.format(number)[:MAX_NAME], *kinds.get(number, (Sport.OTHER, SubSport.NONE)))

    return read_kind


def instant(row: ActivityRow) -> Start:
    """UTC, unless another offset is written."""
    raw, moment = row.text("start"), row.moment("start")
    if moment.offset:
        return wall_clock_start(raw, moment)
    return Start(raw, TimeBasis.UTC, utc=moment.local, precision=moment.precision)


def clock_of_the_athlete(row: ActivityRow) -> Start:
    """The wall clock, of one column or of two; a written offset is kept."""
    written = f"{row.text('start')} {row.text('clock')}".strip()
    return wall_clock_start(written, row.moment("start", written))


def seconds_as_written(row: ActivityRow, name: str, distance_m: float | None) -> float | None:
    """Seconds, or a length of time as a clock shows it."""
    return row.seconds(name, distance_m)


def in_unit(unit_s: float) -> Callable[[ActivityRow, str, float | None], float | None]:
    """For plain numbers of so many seconds each; what is told in more than seconds is rounded to tenths."""

    def read_seconds(row: ActivityRow, name: str, distance_m: float | None) -> float | None:
        seconds = row.seconds(name, distance_m, unit_s) if row.text(name) else None
        return round(seconds, 1) if seconds and unit_s > 1 else seconds

    return read_seconds


def id_or_start(row: ActivityRow, start: Start, kind: Kind) -> str:
    """The id of the source; else the start: nobody starts two bouts of one sport in the same second."""
    return row.own_id() or f"{start.local or start.utc:%Y-%m-%dT%H:%M:%S} {kind.sport}"


def beats(row: ActivityRow, name: str) -> float | None:
    """Beats a minute; 0 is "not measured"."""
    return row.heart_rate(name)


def beats_or_blank(row: ActivityRow, name: str) -> float | None:
    """The same where a source leaves the cell blank if nothing was measured, so that 0 is wrong."""
    return row.describing(name, *HEART_RATES_BPM)


def steps_of_both_legs(row: ActivityRow, sport: Sport) -> float | None:
    """Steps a minute on foot, where the source may count one leg."""
    return both_legs(row.cadence()) if sport in read.ON_FOOT else None


def steps_as_counted(row: ActivityRow, sport: Sport) -> float | None:
    """Steps a minute on foot, where the source counts both legs."""
    return row.cadence() or None if sport in read.ON_FOOT else None


def no_purpose(row: ActivityRow) -> WorkoutType:  # noqa: ARG001
    """For lists that do not say what a bout was for."""
    return WorkoutType.NONE
