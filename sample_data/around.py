"""What else Jona's watch recorded once the runs went to Strava: rides, walks, and strength as bouts without sets."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from sample_data.bouts import Bout, LoggedSession
from sample_data.season import STRAVA_FROM, at, chance

# Strength on the road, recorded by the watch alone: no app has its sets.
WITHOUT_SETS = (date(2026, 5, 14), date(2026, 8, 6))
NO_TRAINING = ((date(2026, 7, 6), date(2026, 7, 12)), (date(2026, 10, 9), date(2026, 10, 12)))


def other_bouts(sessions: Iterable[LoggedSession], until: date) -> Iterator[Bout]:
    """Every bout on Strava that is not a run."""
    recorded = [each for each in sessions if each.start.date() >= STRAVA_FROM]
    yield from (_watched(each) for each in recorded if _was_watched(each))
    yield from (_strength(day) for day in WITHOUT_SETS)
    day = STRAVA_FROM
    while day <= until:
        if not any(first <= day <= last for first, last in NO_TRAINING):
            yield from _rides_and_walks(day)
        day += timedelta(days=1)


def _was_watched(session: LoggedSession) -> bool:
    """The watch was started for some six sessions in ten; on the first day on Strava for sure."""
    day = session.start.date()
    return day == STRAVA_FROM or chance("watch", day).random() < 0.6


def _watched(session: LoggedSession) -> Bout:
    """The same session as the watch saw it: started a little earlier, stopped a little later."""
    dice = chance("watched", session.start.date())
    early = round(dice.uniform(30, 220))
    seconds = session.elapsed_s + early + round(dice.uniform(10, 300))
    beats = round(dice.gauss(106, 4))
    return Bout(
        start=session.start - timedelta(seconds=early),
        kind="strength",
        title="Evening Weight Training" if session.start.hour >= 12 else "Morning Weight Training",
        distance_m=0.0,
        moving_s=seconds,
        elapsed_s=seconds,
        heart_rate_bpm=beats,
        heart_rate_max_bpm=beats + round(dice.gauss(34, 5)),
        calories=round(seconds / 10),
    )


def _strength(day: date) -> Bout:
    return Bout(at(day, 7 * 60 + 12), "strength", "Hotel gym", 0.0, 1980, 1980, 0, 101, 131, calories=190)


def _rides_and_walks(day: date) -> Iterator[Bout]:
    dice = chance("around", day)
    summer, weekend = 4 <= day.month <= 9, day.weekday() >= 5
    if not weekend and dice.random() < (0.16 if summer else 0.03):
        yield _ride(day, 8 * 60 + 25, dice.gauss(8.4, 0.2), "Commute")
    if weekend and summer and dice.random() < 0.12:
        yield _ride(day, 14 * 60 + 30, dice.gauss(38, 7), "Kaffeefahrt nach Altwehr ☕")
    if dice.random() < 0.04:
        yield _walk(day)


def _ride(day: date, minute: float, km: float, title: str) -> Bout:
    dice = chance("ride", day)
    seconds = round(km * 1000 / dice.uniform(5.9, 6.7))
    start = at(day, minute + dice.gauss(0, 4), dice.randrange(60))
    return Bout(
        start,
        "ride",
        title,
        round(km * 1000, 1),
        seconds,
        seconds + 140,
        round(km * 6),
        121,
        149,
        calories=round(km * 22),
    )


def _walk(day: date) -> Bout:
    dice = chance("walk", day)
    title, minute = ("Evening Walk", 19 * 60 + 40) if day.weekday() >= 5 else ("Lunch Walk", 12 * 60 + 25)
    metres = dice.uniform(2500, 4500)
    seconds = round(metres / dice.uniform(1.25, 1.45))
    start = at(day, minute + dice.gauss(0, 9), dice.randrange(60))
    return Bout(
        start,
        "walk",
        title,
        round(metres, 1),
        seconds,
        seconds + 120,
        round(metres / 90),
        calories=round(metres * 0.05),
    )
