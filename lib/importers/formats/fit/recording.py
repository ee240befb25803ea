"""One FIT file of a recording: its sessions, completed from laps, events and records where the watch left them open."""

from collections.abc import Sequence
from functools import cached_property
from math import inf
from typing import Any, Final, NamedTuple

from lib.importers.formats.fit.beats import Beats, beats_of
from lib.importers.formats.fit.frames import FitFile
from lib.importers.formats.fit.messages import (
    ACTIVITY,
    EVENT,
    EXERCISE_TITLE,
    FIELD_DESCRIPTION,
    FILE_ID,
    HR,
    LAP,
    RECORD,
    SESSION,
    SET,
    SPORT,
    Message,
    is_real,
    messages,
)
from lib.importers.formats.fit.records import Summary, summed_up
from lib.importers.formats.fit.sports import sport_word, unsaid_sport
from lib.importers.formats.fit.timers import timer_of
from lib.model.heart_rates import seconds_of_columns
from lib.model.limits import MAX_DURATION_S

_NEEDED: Final = frozenset({FILE_ID, SPORT, SESSION, ACTIVITY, SET, EXERCISE_TITLE})
_ON_THE_ROAD: Final = frozenset({"", "running", "cycling", "walking", "hiking"})
_HEART_RATE_FIELD: Final = 3
_NO_TIME, _NO_RATE = 0xFFFFFFFF, 0xFF  # how a watch writes that it does not know
_WORKED_OUT: Final = "the recording was never finished; its sums were worked out from what was recorded"
_CUT_SHORT: Final = "the watch summed up a part of the recording; distance and times are those of all that was recorded"
_LONGER: Final = 1.02
_LONGER_S: Final = 10.0
_MUCH_LONGER: Final = 1.1
_MUCH_LONGER_S: Final = 120.0
_TIMES: Final = ("total_elapsed_time", "total_timer_time")


class FitBout(NamedTuple):
    """A session, and what is to be told about how it was completed."""

    session: Message
    remarks: tuple[str, ...] = ()


class Recording:
    """What a FIT file holds. heart_rates: those of parts that are chained to it; they may be added before `bouts`."""

    def __init__(self, file: FitFile) -> None:
        self.file = file
        self.all = list(messages(file, _NEEDED))
        self.heart_rates: list[float] = []
        self._sessions = [] if self.kind == "course" else [each for each in self.all if each.kind == SESSION]

    @property
    def kind(self) -> Any:
        """What the file says that it is: "activity", "course" …; a number that has no word, None where it is silent."""
        return next((each.values.get("type") for each in self.all if each.kind == FILE_ID), None)

    @property
    def maker(self) -> str:
        """The word of the profile for who made the watch, "" where the file does not say or the word is not known."""
        return next((each.word("manufacturer") for each in self.all if each.kind == FILE_ID), "")

    @property
    def is_part(self) -> bool:
        """Whether it is no file of its own: the heart rates that a belt sent on after the bout, or nothing."""
        return not self.file.kinds & {FILE_ID, SESSION, RECORD}

    def bouts(self) -> list[FitBout]:
        """The sessions; one of the records where the recording was never finished."""
        if not self._sessions and self.kind in {None, "activity"} and RECORD in self.file.kinds:
            summary = self._summary(-inf, inf)
            return [] if summary is None else [self._completed(Message(SESSION, {}), summary, (_WORKED_OUT,))]
        return [self._bout(each) for each in self._sessions]

    def rates(self) -> list[float]:
        """Heart rates of a chained part."""
        found = (each.values.get("filtered_bpm") for each in messages(self.file, frozenset({HR})))
        rates = [rate for value in found for rate in (value if isinstance(value, tuple) else (value,))]
        return [float(rate) for rate in rates if isinstance(rate, int | float) and rate]

    def heart_rate_seconds(self, session: Message) -> str:
        """How long the heart beat how fast in a session; of the whole file where it is the only one."""
        return seconds_of_columns(*(self._beats if len(self._sessions) <= 1 else self._beats.within(*_span(session))))

    @cached_property
    def _beats(self) -> Beats:
        return beats_of(self.file) if self.file.records(RECORD, _HEART_RATE_FIELD) else Beats([], [])

    def _bout(self, session: Message) -> FitBout:
        first, last = (-inf, inf) if len(self._sessions) == 1 else _span(session)
        silent = not session.number("avg_heart_rate") and self._has_heart_rates()
        rates = self._rates_within(session, first, last) if silent else []
        if self._is_open(session) or (silent and not rates):
            return self._completed(session, self._summary(first, last), ())
        values = {**session.values}
        _fill(values, _mean_and_highest(rates))
        return FitBout(Message(SESSION, values))

    def _rates_within(self, session: Message, first: float, last: float) -> list[int]:
        """The heart rates of the records, for a session that says all else; none where they may tell more than that."""
        times, rates = self._beats.within(first, min(last, _NO_TIME - 1))
        if FIELD_DESCRIPTION in self.file.kinds or len(times) < 2 or not session.number("total_distance"):
            return []
        outlasts = self._is_longer(session, max(times) - times[0])
        return [] if outlasts else [rate for rate in rates if rate and rate != _NO_RATE]

    def _is_open(self, session: Message) -> bool:
        """Whether something is missing that the rest of the file may know; reading that takes long."""
        times = [session.number(name) for name in _TIMES]
        if not is_real(session.number("start_time")) or not all(_is_possible(seconds) for seconds in times):
            return True
        if not sport_word(session):
            return True
        if sport_word(session) in _ON_THE_ROAD and not session.number("total_distance"):
            return True
        return self._is_cut_short(session) or self._ends_later(session)

    def _has_heart_rates(self) -> bool:
        return bool(self.heart_rates) or self.file.records(RECORD, _HEART_RATE_FIELD)

    def _is_cut_short(self, session: Message) -> bool:
        """Whether the timer of the whole ran for longer than that of its only session."""
        timer = session.number("total_timer_time") or 0.0
        return len(self._sessions) == 1 and self._timer > timer * _LONGER + _LONGER_S

    def _ends_later(self, session: Message) -> bool:
        """Whether it was stored long after what it sums up; a watch may have waited, or recorded on."""
        first, last = _span(session)
        elapsed = session.number("total_elapsed_time") or 0.0
        return len(self._sessions) == 1 and last - first > elapsed * _MUCH_LONGER + _MUCH_LONGER_S

    @property
    def _timer(self) -> float:
        """Of the activity message; 0 where there is none."""
        found = (each.number("total_timer_time") for each in self.all if each.kind == ACTIVITY)
        return next((seconds for seconds in found if seconds), 0.0)

    def _summary(self, first: float, last: float) -> Summary | None:
        return summed_up(messages(self.file, frozenset({RECORD})), first, last)

    def _completed(self, session: Message, summary: Summary | None, remarks: tuple[str, ...]) -> FitBout:
        details = list(messages(self.file, frozenset({LAP, EVENT})))
        impossible = {name for name in _TIMES if not _is_possible(session.number(name))}
        values = {name: value for name, value in session.values.items() if name not in impossible}
        if summary and self._outlasts(session, summary):
            remarks += (_CUT_SHORT,) if session.values else ()
            values |= {**summary.values, "total_timer_time": self._timer_within(summary)}
        _fill(values, self._heart_rate(summary))
        if summary and is_real(summary.start) and not is_real(session.number("start_time")):
            values |= {"start_time": summary.start, "timestamp": summary.end}
        _fill(values, {"total_timer_time": timer_of(details, *_span(Message(SESSION, values)))})
        _fill(values, summary.values if summary else {})
        if not sport_word(session):
            alone = len(self._sessions) <= 1
            said, why = unsaid_sport(Message(SESSION, values), self.all if alone else (), details, summary)
            values, remarks = {**said, **values}, remarks + ((why,) if why else ())
        return FitBout(Message(SESSION, values), remarks)

    def _outlasts(self, session: Message, summary: Summary) -> bool:
        """Whether the records go on after the end of what the session sums up: time and distance are of one span."""
        if not self._is_longer(session, summary.end - summary.start):
            return False
        further = (summary.distance_m or 0.0) > (session.number("total_distance") or 0.0) * _LONGER
        return self._is_cut_short(session) or further

    def _is_longer(self, session: Message, seconds: float) -> bool:
        elapsed = session.number("total_elapsed_time") or 0.0
        return bool(elapsed) and seconds > elapsed * _LONGER + _LONGER_S

    def _timer_within(self, summary: Summary) -> float:
        elapsed = summary.end - summary.start
        return self._timer if elapsed / 2 < self._timer <= elapsed + 1 else summary.timer_s

    def _heart_rate(self, summary: Summary | None) -> dict[str, float]:
        return _mean_and_highest(self.heart_rates if summary is None or summary.heart_rate is None else [])


def _is_possible(seconds: float | None) -> bool:
    return bool(seconds) and 0 < (seconds or 0.0) <= MAX_DURATION_S


def _mean_and_highest(rates: Sequence[float]) -> dict[str, float]:
    return {"avg_heart_rate": sum(rates) / len(rates), "max_heart_rate": max(rates)} if rates else {}


def _fill(values: dict[str, Any], more: dict[str, float] | dict[str, float | None]) -> None:
    """Add what is missing or 0."""
    values.update({name: value for name, value in more.items() if value is not None and not values.get(name)})


def _span(session: Message) -> tuple[float, float]:
    """From its first to its last second; no span where it does not say them."""
    start = session.number("start_time")
    if start is None:
        return inf, -inf
    end = session.number("timestamp")
    return start, start + (session.number("total_elapsed_time") or 0.0) if end is None else end
