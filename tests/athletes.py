"""Invented athletes whose logs are old, young, in part or odd, as the files that their apps would export.

Every one of them lives on TODAY, a Sunday. A database of one takes a quarter of a second.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from look_alikes import BERLIN, HEVY_HEADER, STRAVA_HEADER, _table

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.services.importing.import_files import import_files
from lib.store.account import Account, open_account

TODAY: Final = date(2026, 11, 22)
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
_EASY_S_PER_KM: Final = 330

Plan = Sequence[tuple[str, int, float, int]]  # exercise, sets, kilograms, repetitions
LEGS: Final[Plan] = (("Squat (Barbell)", 3, 80, 5), ("Romanian Deadlift (Barbell)", 3, 70, 8))
JUMPS: Final[Plan] = (("Box Jump", 3, 0, 5), ("Pogo Jumps", 2, 0, 20))


class Run(NamedTuple):
    day: date
    km: float
    seconds: float | None = None  # None: at an easy pace


class Session(NamedTuple):
    day: date
    plan: Plan = LEGS


@dataclass(frozen=True)
class InventedAthlete:
    """What the two apps have, and on which day each export was taken (None: nobody knows)."""

    runs: Sequence[Run] = ()
    sessions: Sequence[Session] = ()
    runs_exported: date | None = TODAY
    lifting_exported: date | None = TODAY

    def files(self) -> list[tuple[Upload, Answers]]:
        """Each file with what is said about it."""
        found = []
        if self.runs:
            found.append((_table("activities.csv", STRAVA_HEADER, _run_rows(self.runs)), _dated(self.runs_exported)))
        if self.sessions:
            rows = [row for each in self.sessions for row in _set_rows(each)]
            found.append((_table("workouts.csv", HEVY_HEADER, rows), _dated(self.lifting_exported)))
        return found


def build(name: str, folder: Path) -> Account:
    """A database of its own with everything that an athlete has."""
    account = open_account(f"sqlite:///{folder / f'{name}.db'}")
    for upload, answers in ATHLETES[name]().files():
        assert import_files(account, [upload], answers).ok
    return account


def weekly(first: date, last: date, weekdays: Iterable[int]) -> list[date]:
    """The days from first to last, both included, that are one of these weekdays."""
    wanted, days = set(weekdays), (last - first).days + 1
    every = (first + timedelta(days=each) for each in range(days))
    return [each for each in every if each.weekday() in wanted]


def quit_() -> InventedAthlete:
    """Runs to this day; lifted twice a week until Wednesday, 9 September, and exported that log on 20 November."""
    return InventedAthlete(
        _runs(weekly(date(2026, 3, 2), TODAY, (TUESDAY, THURSDAY, SUNDAY)), 10),
        _sessions(weekly(date(2026, 3, 2), date(2026, 9, 9), (MONDAY, WEDNESDAY))),
        lifting_exported=date(2026, 11, 20),
    )


def stale() -> InventedAthlete:
    """Four years of lifting and a winter of 32 km a week that both end on Wednesday, 15 April. Nobody knows the exports."""
    end = date(2026, 4, 15)
    return InventedAthlete(
        _runs(weekly(date(2025, 10, 6), end, (WEDNESDAY, FRIDAY, SUNDAY)), 32 / 3),
        _sessions(weekly(date(2022, 4, 11), end, (WEDNESDAY,))),
        runs_exported=None,
        lifting_exported=None,
    )


def new() -> InventedAthlete:
    """Three weeks old: began on Wednesday, 4 November."""
    begin = date(2026, 11, 4)
    return InventedAthlete(
        _runs(weekly(begin, TODAY, (WEDNESDAY, SATURDAY)), 6), _sessions(weekly(begin, TODAY, (FRIDAY,)))
    )


def jumps() -> InventedAthlete:
    """Jumps twice a week and lifts nothing: 12 weeks of 55 contacts a session."""
    begin = date(2026, 8, 31)
    return InventedAthlete(
        _runs(weekly(begin, TODAY, (TUESDAY, SUNDAY)), 9), _sessions(weekly(begin, TODAY, (MONDAY, THURSDAY)), JUMPS)
    )


def doubtful() -> InventedAthlete:
    """Long runs of 16, 18 and now 21 km; between them a record of 42 km in half an hour and one of 30 km in two minutes."""
    runs = _runs(weekly(date(2026, 8, 31), TODAY - timedelta(days=1), (TUESDAY, THURSDAY)), 8)
    runs += [Run(date(2026, 11, 1), 16), Run(date(2026, 11, 8), 18), Run(date(2026, 11, 22), 21)]
    runs += [Run(date(2026, 11, 6), 42, 1800), Run(date(2026, 11, 20), 30, 120)]
    return InventedAthlete(sorted(runs), _sessions(weekly(date(2026, 8, 31), TODAY, (MONDAY,))))


def two_year_gap() -> InventedAthlete:
    """A year of running and lifting, nothing from March 2024 to February 2026, and then again: in one log of either kind."""
    before, after = (date(2023, 3, 6), date(2024, 3, 3)), (date(2026, 3, 2), TODAY)
    return InventedAthlete(
        [run for span in (before, after) for run in _runs(weekly(*span, (TUESDAY, SATURDAY)), 10)],
        [session for span in (before, after) for session in _sessions(weekly(*span, (FRIDAY,)))],
    )


def only_runs() -> InventedAthlete:
    return InventedAthlete(_runs(weekly(date(2026, 3, 2), TODAY, (TUESDAY, THURSDAY, SUNDAY)), 10))


def only_lifting() -> InventedAthlete:
    return InventedAthlete(sessions=_sessions(weekly(date(2026, 3, 2), TODAY, (MONDAY, FRIDAY))))


ATHLETES: Final[dict[str, Callable[[], InventedAthlete]]] = {
    "quit": quit_,
    "stale": stale,
    "new": new,
    "jumps": jumps,
    "doubtful": doubtful,
    "two-year gap": two_year_gap,
    "only runs": only_runs,
    "only lifting": only_lifting,
}


def _runs(days: Iterable[date], km: float) -> list[Run]:
    return [Run(day, km) for day in days]


def _sessions(days: Iterable[date], plan: Plan = LEGS) -> list[Session]:
    return [Session(day, plan) for day in days]


def _dated(exported: date | None) -> Answers:
    return Answers(time_zone=BERLIN.time_zone, exported=exported)


def _run_rows(runs: Sequence[Run]) -> list[str]:
    return [
        f'{1000 + place},"{day:%b} {day.day}, {day.year}, 6:00:00 AM",Run,Run,,{seconds:.0f},{km:.2f},{seconds:.1f},'
        f"{seconds:.1f},{1000 * km:.1f}"
        for place, (day, km, given) in enumerate(runs)
        for seconds in [given or _EASY_S_PER_KM * km]
    ]


def _set_rows(session: Session) -> list[str]:
    day = f"{session.day.day} {session.day:%b %Y}"
    return [
        f'"Legs","{day}, 18:00","{day}, 19:00","","{exercise}",,"",{number},"normal",{kilograms or ""},{reps},,,'
        for exercise, sets, kilograms, reps in session.plan
        for number in range(sets)
    ]
