"""FIT, the file that sports watches write: one activity a session; a strength bout with counted sets is a Session."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from typing import Final

from lib.importers.activities.cells import ON_FOOT
from lib.importers.activities.recorded import Recorded, both_legs, kept_or_refused
from lib.importers.base import Upload
from lib.importers.formats.fit.frames import Rest, fit_files, is_fit
from lib.importers.formats.fit.messages import ACTIVITY, Message, moment
from lib.importers.formats.fit.recording import FitBout, Recording
from lib.importers.formats.fit.sports import kind_of, sport_word
from lib.importers.formats.fit.strength import read_set, sets_between, titles_in
from lib.importers.reading.cells import BadCell, CellError
from lib.model.athlete import Answers
from lib.model.records import Ignored, LiftingSet, Problem, Record
from lib.model.traits import Traits
from lib.model.vocabulary import Sport

_MOVING: Final = ("total_moving_time", "total_timer_time")
_CHAINED: Final = "heart rates that a belt sent on later; they belong to the bout before"
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

# They write UTC where the local time belongs, so that no offset tells nothing: the home zone is meant.
_UTC_FOR_LOCAL: Final = frozenset({"coros", "tomtom"})


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
    files: list[_File] = []
    others: list[Record] = []
    for part in fit_files(content):
        if isinstance(part, Rest):
            others.append(Problem(len(files) + 1, None, None, part.why, rows=int(part.lost)))
            continue
        recording = Recording(part)
        if files and recording.is_part:
            files[-1].recording.heart_rates += recording.rates()
            others.append(Ignored(len(files), _CHAINED))
        else:
            files.append(_File(recording))
    records: list[Record] = []
    line = 1
    for file in files:
        records += file.records(line)
        line += max(1, len(file.bouts))
    return kept_or_refused([*records, *others])


class _File:
    """One FIT file: its sessions, and what the rest of it says about them."""

    def __init__(self, recording: Recording) -> None:
        self.recording, self.all = recording, recording.all

    @cached_property
    def bouts(self) -> list[FitBout]:
        """Those of the recording."""
        return self.recording.bouts()

    def records(self, first_line: int) -> Iterator[Record]:
        """In the order of the file. first_line: the place of its first session among all of the stream."""
        if not self.bouts:
            yield self._nothing(first_line)
        for line, bout in enumerate(self.bouts, start=first_line):
            yield from self._of_session(bout, line)

    def _nothing(self, line: int) -> Record:
        kind = self.recording.kind
        if kind == "course":
            return Ignored(line, "a course, which is a route to follow, not a run that was run")
        if kind in {None, "activity"}:
            return Problem(
                1, None, None, "no recording in this FIT file: neither a session nor two records with a time"
            )
        return Ignored(line, f"a FIT file of another kind ({str(kind).replace('_', ' ')}), not an activity")

    def _of_session(self, bout: FitBout, line: int) -> Iterator[Record]:
        session = bout.session
        if session.word("sport") == "transition":
            yield Ignored(line, "the transition between two parts of a multisport recording")
            return
        try:
            recorded = self._recorded(session, line)
            recorded.warnings += [BadCell("session", "", why) for why in bout.remarks]
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
        word = sport_word(session)
        sport, sub_sport = kind_of(word or "running", session.word("sub_sport"))
        start = session.number("start_time", "timestamp")
        if start is None:
            raise BadCell("start_time", "", "missing")
        return Recorded(
            start=_moment("start_time", start),
            offset=self._offset(),
            sport=sport,
            sub_sport=sub_sport,
            sport_raw=" ".join(filter(None, (word, _plain(session.word("sub_sport"))))),
            line=line,
            title=session.word("sport_profile_name"),
            distance_m=session.number("total_distance"),
            moving_s=_moving(session),
            elapsed_s=_elapsed(session, start),
            ascent_m=session.number("total_ascent"),
            heart_rate_bpm=session.number("avg_heart_rate"),
            heart_rate_max_bpm=session.number("max_heart_rate"),
            heart_rate_seconds=self.recording.heart_rate_seconds(session),
            cadence_spm=_cadence(session) if sport in ON_FOOT else None,
            session_rpe=_effort(session),
            places=_PLACES,
        )

    def _offset(self) -> timedelta | None:
        """Of the athlete's wall clock, to a quarter of an hour; None where the watch does not say or it cannot be."""
        for each in self.all:
            local, utc = each.number("local_timestamp"), each.number("timestamp")
            if each.kind == ACTIVITY and local is not None and utc is not None:
                if abs(local - utc) > _FURTHEST_ZONE_S + _QUARTER_S / 2:
                    return None
                offset = timedelta(seconds=round((local - utc) / _QUARTER_S) * _QUARTER_S)
                return offset if offset or self.recording.maker not in _UTC_FOR_LOCAL else None
        return None


def _elapsed(session: Message, start: float) -> float | None:
    """Seconds with the pauses: as summed up, unless the timer ran for longer; else to when the session was stored."""
    timer = session.number("total_timer_time") or 0.0
    elapsed = session.number("total_elapsed_time")
    end = session.number("timestamp")
    stored = None if end is None else end - start
    if elapsed is None:
        return timer or stored
    return stored if stored is not None and elapsed < timer <= stored else elapsed


def _moving(session: Message) -> float | None:
    """Seconds in motion where the watch says them, which it seldom does; else those of its timer."""
    return next((seconds for name in _MOVING if (seconds := session.number(name))), None)


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


def _plain(sub_sport: str) -> str:
    return "" if sub_sport == "generic" else sub_sport


importer = Fit()
