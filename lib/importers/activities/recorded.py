"""One bout as a device recorded it, whatever the file format: its limits checked, then an Activity with its warnings."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from lib.importers.activities.cells import DISTANCE_SPORTS, check_distance
from lib.importers.reading.cells import BadCell, CellError, bounded, clean_note, clean_text, read_cell
from lib.importers.reading.dates import looks_like_unset_clock, parse_moment
from lib.model.errors import UnreadableFile
from lib.model.limits import (
    CADENCES_SPM,
    EFFORTS,
    HEART_RATES_BPM,
    MAX_ASCENT_M,
    MAX_DURATION_S,
    MAX_NAME,
    MAX_NOTE,
    MAX_SPEED,
)
from lib.model.records import Activity, Ignored, LiftingSet, Problem, Record, Session, Start
from lib.model.vocabulary import Sport, SubSport, TimeBasis

_NO_DURATION: Final = "no duration: the recording ends when it starts"


@dataclass(slots=True)
class Recorded:
    """What a device file says of one bout, before limits are checked. SI units; None is "the file does not say".

    start:     naive UTC. offset: of the athlete's wall clock, where the file says it.
    written:   the start as the file says it, where that is more than an instant with an offset.
    line:      line of the XML, or which of the recordings of a binary file (1 is the first).
    warnings:  what is to be told about it; the bout is kept all the same.
    places:    how the file calls what is checked here, for messages.
    no_way:    no part of its way can be, which is kept as 0 s in motion without a distance.
    heart_rate_seconds: see lib.model.records.Activity.
    """

    start: datetime
    sport: Sport
    line: int
    offset: timedelta | None = None
    written: Start | None = None
    sub_sport: SubSport = SubSport.NONE
    sport_raw: str = ""
    title: str = ""
    notes: str = ""
    distance_m: float | None = None
    moving_s: float | None = None
    no_way: bool = False
    elapsed_s: float | None = None
    ascent_m: float | None = None
    heart_rate_bpm: float | None = None
    heart_rate_max_bpm: float | None = None
    cadence_spm: float | None = None
    session_rpe: float | None = None
    heart_rate_seconds: str = ""
    warnings: list[BadCell] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)

    def records(self) -> Iterator[Record]:
        """The activity and its warnings, or the problem that rejects it."""
        try:
            yield self._activity()
        except BadCell as error:
            yield error.problem(self.line)
        else:
            yield from (warning.problem(self.line, rows=0) for warning in self.warnings)

    def lifted(self, sets: tuple[LiftingSet, ...]) -> Iterator[Record]:
        """The session that the sets make and its warnings, or the problem that rejects them."""
        try:
            start = start_of(self.start, self.offset, self.places.get("start", "start"))
        except BadCell as error:
            yield error.problem(self.line, rows=len(sets))
            return
        yield Session(
            source_key=self._key,
            start=start,
            sets=sets,
            line=self.line,
            title=clean_text(self.title)[:MAX_NAME],
            elapsed_s=self._described("elapsed_s", self.elapsed_s, 0, MAX_DURATION_S),
            session_rpe=self._described("session_rpe", self.session_rpe, *EFFORTS),
        )
        yield from (warning.problem(self.line, rows=0) for warning in self.warnings)

    @property
    def _word(self) -> str:
        """The word for the sport, as it may be kept."""
        return clean_text(self.sport_raw)[:MAX_NAME]

    @property
    def _key(self) -> str:
        return f"{self.start:%Y-%m-%dT%H:%M:%S}Z {self._word or self.sport}"

    def _activity(self) -> Activity:
        elapsed_s, moving_s = self._times()
        distance_m = self._or_unknown("distance_m", self.distance_m, check_distance)
        self._check_pace(distance_m, elapsed_s or moving_s or 0.0)
        self._check_clock()
        return Activity(
            source_key=self._key,
            sport=self.sport,
            start=self.written or start_of(self.start, self.offset, self.places.get("start", "start")),
            line=self.line,
            sport_raw=self._word,
            sub_sport=self.sub_sport,
            title=clean_text(self.title)[:MAX_NAME],
            notes=clean_note(self.notes)[:MAX_NOTE],
            heart_rate_seconds=self.heart_rate_seconds,
            distance_m=distance_m if distance_m or self.sport in DISTANCE_SPORTS else None,
            moving_s=0.0 if self.no_way else moving_s,
            elapsed_s=elapsed_s,
            ascent_m=self._described("ascent_m", self.ascent_m, 0, MAX_ASCENT_M),
            heart_rate_bpm=self._described("heart_rate_bpm", self.heart_rate_bpm, *HEART_RATES_BPM),
            heart_rate_max_bpm=self._described("heart_rate_max_bpm", self.heart_rate_max_bpm, *HEART_RATES_BPM),
            cadence_spm=self._described("cadence_spm", self.cadence_spm, *CADENCES_SPM),
            session_rpe=self._described("session_rpe", self.session_rpe, *EFFORTS),
        )

    def _times(self) -> tuple[float | None, float | None]:
        """(elapsed, moving), never more moving than elapsed. One that cannot be is unknown.

        BadCell where there is nothing to go by, neither a time nor a distance: a recording that was begun and no more.
        """
        if not (self.moving_s or self.elapsed_s or self.distance_m):
            self._read("elapsed_s", self.elapsed_s, _check_duration)
        moving_s = self._or_unknown("moving_s", self.moving_s or None, _check_duration)
        elapsed_s = self._or_unknown("elapsed_s", self.elapsed_s or (None if moving_s else 0.0), _check_duration)
        return elapsed_s, min(moving_s, elapsed_s or moving_s) if moving_s else None

    def _or_unknown(self, name: str, value: float | None, check: Callable[[float], float]) -> float | None:
        try:
            return None if value is None else self._read(name, value, check)
        except BadCell as error:
            self.warnings.append(BadCell(error.column, error.value, f"{error.why}; kept as unknown"))
            return None

    def _read(self, name: str, value: float | None, check: Callable[[float], float]) -> float:
        number = value or 0.0
        return read_cell(self.places.get(name, name), f"{number:g}", lambda _: check(number))

    def _described(self, name: str, value: float | None, low: float, high: float) -> float | None:
        if not value:
            return None if low else value
        if low <= value <= high:
            return value
        place = self.places.get(name, name)
        self.warnings.append(BadCell(place, f"{value:g}", f"outside {low:g} to {high:g}; kept as unknown"))
        return None

    def _check_pace(self, distance_m: float | None, elapsed_s: float) -> None:
        speed = (distance_m or 0.0) / elapsed_s if elapsed_s else 0.0
        if self.sport is Sport.RUN and distance_m and distance_m >= 1000 and speed > MAX_SPEED:
            why = f"{speed * 3.6:.0f} km/h is faster than anyone runs; check the sport"
            self.warnings.append(BadCell("", f"{distance_m:.0f} m in {elapsed_s:.0f} s", why))

    def _check_clock(self) -> None:
        if looks_like_unset_clock(self.start):
            place = self.places.get("start", "start")
            self.warnings.append(BadCell(place, f"{self.start:%Y-%m-%d}", "looks like a watch whose clock was not set"))


def start_of(utc: datetime, offset: timedelta | None, place: str) -> Start:
    """A start in UTC, with the wall clock where the offset is known. BadCell before 1970 and in the future."""
    utc = utc.replace(microsecond=0)
    raw = f"{utc:%Y-%m-%dT%H:%M:%S}Z"
    read_cell(place, raw, parse_moment)
    if offset is None:
        return Start(raw, TimeBasis.UTC, utc=utc)
    return Start(raw, TimeBasis.OFFSET, local=utc + offset, utc=utc)


def first_writers(bouts: Iterable[tuple[str, Iterable[Record]]]) -> Iterator[Record]:
    """The records of every bout, (app, records) each, but for one that another app wrote, too: that one is ignored."""
    written_by: dict[str, str] = {}
    for app, records in bouts:
        first, *warnings = records
        if isinstance(first, Activity) and written_by.setdefault(first.source_key, app) != app:
            yield Ignored(first.line, "another app wrote the same workout, which starts in the same second")
            continue
        yield first
        yield from warnings


def both_legs(steps_per_minute: float | None) -> float | None:
    """Steps of both legs a minute: watches count one leg, unless the number is above 130. None for 0."""
    if not steps_per_minute:
        return None
    return steps_per_minute if steps_per_minute > 130 else steps_per_minute * 2


def kept_or_refused(records: Sequence[Record]) -> Sequence[Record]:
    """The same records. UnreadableFile with the reason where the file holds problems and nothing else."""
    rejected = [each for each in records if isinstance(each, Problem) and each.rows]
    if rejected and all(isinstance(each, Problem) for each in records):
        first = rejected[0]
        raise UnreadableFile(_sentence(first), line=first.line, column=first.column, value=first.value)
    return records


def _sentence(problem: Problem) -> str:
    place = ": ".join(filter(None, (problem.column, problem.value)))
    return f"{problem.why[:1].upper()}{problem.why[1:]}{f' ({place})' if place else ''}."


def _check_duration(seconds: float) -> float:
    if seconds <= 0:
        raise CellError(_NO_DURATION)
    return bounded(seconds, 0, MAX_DURATION_S, "more than 240 h")
