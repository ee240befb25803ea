"""FIT, the file that sports watches write: one activity a session; a strength bout with counted sets is a Session."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from lib.importers.activities.cells import ON_FOOT
from lib.importers.activities.recorded import Recorded, both_legs, kept_or_refused
from lib.importers.base import Upload
from lib.importers.formats.fit.frames import FitFile, fit_files, is_fit
from lib.importers.formats.fit.messages import (
    ACTIVITY,
    EXERCISE_TITLE,
    FILE_ID,
    RECORD,
    SESSION,
    SET,
    SPORT,
    Message,
    messages,
    moment,
)
from lib.importers.formats.fit.records import summed_up
from lib.importers.formats.fit.sports import kind_of
from lib.importers.formats.fit.strength import read_set, sets_between, titles_in
from lib.importers.reading.cells import BadCell, CellError
from lib.model.athlete import Answers
from lib.model.records import Ignored, LiftingSet, Problem, Record
from lib.model.traits import Traits
from lib.model.vocabulary import Sport

_NEEDED: Final = frozenset({FILE_ID, SPORT, SESSION, ACTIVITY, SET, EXERCISE_TITLE})
_DISTANCE: Final = frozenset({"running", "cycling", "walking", "hiking"})
_WORKED_OUT: Final = "the recording was never finished; its sums were worked out from what was recorded"
_ASSUMED: Final = "the file does not say the sport; kept as a run"
_QUARTER_S: Final = 900
_FURTHEST_ZONE_S: Final = 14 * 3600
_PLACES: Final = {
    "start": "start_time",
    "distance_m": "total_distance",
    "moving_s": "total_timer_time",
    "elapsed_s": "total_elapsed_time",
    "ascent_m": "total_ascent",
    "heart_rate_bpm": "avg_heart_rate",
    "heart_rate_max_bpm": "max_heart_rate",
    "cadence_spm": "avg_running_cadence",
    "session_rpe": "workout_rpe",
}


class Fit:
    """See lib.importers.base.Importer."""

    name = "fit"
    title = "FIT · file of a sports watch (Garmin, COROS, Suunto, Wahoo …)"
    seen = True
    traits = Traits(rank=10, collects=True, watch=True, recording=True)
    where = (
        "Garmin Connect: open the activity, gear wheel, “Export file” (unpack the zip); COROS, Suunto: share as FIT."
    )

    def identify(self, upload: Upload) -> bool:
        """By the mark in its header."""
        return is_fit(upload.head)

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:  # noqa: ARG002
        """One Activity or Session a session; the whole file is read before the first."""
        with upload.open() as stream:
            content = stream.read()
        return iter(fit_records(content))


def fit_records(content: bytes) -> Sequence[Record]:
    """All records of a FIT file, of each part where several are chained. UnreadableFile where it is no good."""
    records: list[Record] = []
    line = 1
    for file in map(_File, fit_files(content)):
        records += file.records(line)
        line += max(1, len(file.sessions))
    return kept_or_refused(records)


class _File:
    """One FIT file: its sessions, and what the rest of it says about them."""

    def __init__(self, file: FitFile) -> None:
        self.all = list(messages(file, _NEEDED))
        self.worked_out = False
        self.sessions = [each for each in self.all if each.kind == SESSION]
        if RECORD in file.kinds and (not self.sessions or any(map(_lacks_distance, self.sessions))):
            self._sum_up(file)

    def records(self, first_line: int) -> Iterator[Record]:
        """In the order of the file. first_line: the place of its first session among all of the stream."""
        if not self.sessions:
            yield self._nothing(first_line)
        for line, session in enumerate(self.sessions, start=first_line):
            yield from self._of_session(session, line)

    def _sum_up(self, file: FitFile) -> None:
        """Add what the watch has not summed up, from the records, which take long to decode."""
        summary = summed_up(list(messages(file, frozenset({RECORD}))))
        if summary is None:
            return
        if not self.sessions:
            said = next((each.values for each in self.all if each.kind == SPORT), {})
            self.sessions, self.worked_out = [Message(SESSION, {**said, **summary.values})], True
        elif len(self.sessions) == 1:
            self.sessions = [Message(SESSION, {**summary.values, **self.sessions[0].values})]

    def _nothing(self, line: int) -> Record:
        kind = next((each.values.get("type") for each in self.all if each.kind == FILE_ID), None)
        if kind in {None, "activity"}:
            return Problem(
                1, None, None, "no recording in this FIT file: neither a session nor two records with a time"
            )
        return Ignored(line, f"a FIT file of another kind ({str(kind).replace('_', ' ')}), not an activity")

    def _of_session(self, session: Message, line: int) -> Iterator[Record]:
        if session.word("sport") == "transition":
            yield Ignored(line, "the transition between two parts of a multisport recording")
            return
        try:
            recorded = self._recorded(session, line)
        except BadCell as error:
            yield error.problem(line)
            return
        sets = self._sets(session) if recorded.sport is Sport.STRENGTH else []
        done = tuple(each for each in sets if isinstance(each, LiftingSet))
        yield from (each for each in sets if isinstance(each, Problem | Ignored))
        yield from recorded.lifted(done) if done else recorded.records()

    def _sets(self, session: Message) -> list[LiftingSet | Ignored | Problem]:
        first, last = session.number("start_time") or 0.0, session.number("timestamp") or float("inf")
        titles = titles_in(self.all)
        return [read_set(each, titles, line) for line, each in enumerate(sets_between(self.all, first, last), start=1)]

    def _recorded(self, session: Message, line: int) -> Recorded:
        word = _sport(session)
        sport, sub_sport = kind_of(word or "running", session.word("sub_sport"))
        start, end = session.number("start_time", "timestamp"), session.number("timestamp")
        if start is None:
            raise BadCell("start_time", "", "missing")
        elapsed_s = session.number("total_elapsed_time", "total_timer_time")
        recorded = Recorded(
            start=_moment("start_time", start),
            offset=self._offset(),
            sport=sport,
            sub_sport=sub_sport,
            sport_raw=" ".join(filter(None, (word, _plain(session.word("sub_sport"))))),
            line=line,
            title=session.word("sport_profile_name"),
            distance_m=session.number("total_distance"),
            moving_s=session.number("total_timer_time"),
            elapsed_s=elapsed_s if elapsed_s is not None or end is None else end - start,
            ascent_m=session.number("total_ascent"),
            heart_rate_bpm=session.number("avg_heart_rate"),
            heart_rate_max_bpm=session.number("max_heart_rate"),
            cadence_spm=_cadence(session) if sport in ON_FOOT else None,
            session_rpe=_effort(session),
            places=_PLACES,
        )
        recorded.warnings += self._remarks(session)
        return recorded

    def _remarks(self, session: Message) -> Iterator[BadCell]:
        if self.worked_out:
            yield BadCell("session", "", _WORKED_OUT)
        if not _sport(session):
            yield BadCell("sport", "", _ASSUMED)

    def _offset(self) -> timedelta | None:
        """Of the athlete's wall clock, to a quarter of an hour; None where the watch does not say or it cannot be."""
        for each in self.all:
            local, utc = each.number("local_timestamp"), each.number("timestamp")
            if each.kind == ACTIVITY and local is not None and utc is not None:
                if abs(local - utc) > _FURTHEST_ZONE_S + _QUARTER_S / 2:
                    return None
                return timedelta(seconds=round((local - utc) / _QUARTER_S) * _QUARTER_S)
        return None


def _lacks_distance(session: Message) -> bool:
    """Whether a bout on the road has no distance, so that the records have to be read."""
    sport = _sport(session)
    return session.number("total_distance") is None and (not sport or sport in _DISTANCE)


def _moment(place: str, seconds: float) -> datetime:
    try:
        return moment(seconds)
    except CellError as error:
        raise BadCell(place, f"{seconds:g}", error.why) from error


def _cadence(session: Message) -> float | None:
    """Steps a minute of both legs."""
    whole = session.number("avg_running_cadence", "avg_walking_cadence", "avg_cadence")
    return both_legs(whole + (session.number("avg_fractional_cadence") or 0.0)) if whole else None


def _effort(session: Message) -> float | None:
    """The effort that was tapped in after the bout, 0 to 10; the watch stores it as 0 to 100."""
    effort = session.number("workout_rpe")
    return None if not effort else effort / 10


def _sport(session: Message) -> str:
    """The word of the profile, a number that it has no word for, "" where the watch says nothing."""
    number = session.whole("sport")
    return session.word("sport") if number is None else f"sport {number}"


def _plain(sub_sport: str) -> str:
    return "" if sub_sport == "generic" else sub_sport


importer = Fit()
