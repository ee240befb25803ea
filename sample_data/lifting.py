"""Jona's strength sessions as they were really logged."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Final

from sample_data.bouts import Bout, LoggedSession, LoggedSet
from sample_data.programme import EXERCISES, HEVY_NAMES, SESSIONS, STRONG_NAMES, Exercise, Slot
from sample_data.season import HEVY_FROM, Planned, along, at, chance, weeks_since_start

# Weeks since the start and strength between 0 and 1: lost a little to the illness, held back in race weeks.
STRENGTH: Final = (
    (0, 0.0),
    (14, 0.35),
    (19, 0.48),
    (22, 0.34),
    (28, 0.55),
    (40, 0.82),
    (42, 0.76),
    (53, 1.0),
    (57, 0.9),
    (60, 0.96),
)

# For a month each side got its own entry, because the left hip felt different from the right.
ONE_SIDE_AT_A_TIME: Final = (date(2026, 8, 24), date(2026, 9, 24))
SIDED: Final = "Single Leg Hip Thrust"

SESSION_NOTES: Final = (
    "Short on time.",
    "Gym full, the order as it came.",
    'Ben says: "knees out, ribs down".\nBetter from set two on.',
    "Legs okay, head tired; glad I went.",
    "Felt strong 💪",
    "Between two meetings, no music, no talk.",
)
EXERCISE_NOTES: Final = (
    "last one slow, still clean",
    'a "light" day, says Ben',
    "stiff at first, fine after set one",
    "slower down, 3 s",
    "2 more in the tank",
    "übersauber, nächstes Mal mehr",
)


def session(planned: Planned, run: Bout | None) -> LoggedSession:
    """What was logged of a planned session, under the names of the app used at the time. run: the run of that day."""
    dice = chance("lift", planned.day)
    titles, slots = SESSIONS[planned.what]
    strong_day = dice.gauss(1.0, 0.02) - (0.05 if dice.random() < 0.1 else 0.0)
    names = HEVY_NAMES if planned.day >= HEVY_FROM else STRONG_NAMES
    done = [slot for slot in slots if not _skipped(slot, slots, dice)]
    sets = tuple(each.renamed(names) for slot in done for each in _sets(slot, planned.day, strong_day, dice))
    return LoggedSession(
        start=_start(planned.day, run, dice),
        elapsed_s=60 * round(len(sets) * dice.uniform(1.9, 2.5) + 6),
        title=dice.choice(titles),
        sets=sets,
        notes=dice.choice(SESSION_NOTES) if dice.random() < 0.2 else "",
    )


def _start(day: date, run: Bout | None, dice: Random) -> datetime:
    """After work, or straight after an evening run; before work where no run is."""
    usual = at(day, dice.gauss(16 * 60 + 50 if day.weekday() >= 5 else 18 * 60 + 35, 18))
    if run and run.start.hour >= 12:
        return (run.start + timedelta(seconds=run.elapsed_s, minutes=dice.randint(9, 30))).replace(second=0)
    return usual if run or dice.random() < 0.75 else at(day, dice.gauss(6 * 60 + 45, 8))


def _skipped(slot: Slot, slots: tuple[Slot, ...], dice: Random) -> bool:
    """Now and then the last exercises fall to the clock."""
    return dice.random() < (0.14 if slot in slots[-3:] else 0.02)


def _sets(slot: Slot, day: date, strong_day: float, dice: Random) -> Iterator[LoggedSet]:
    exercise = EXERCISES[slot.exercise]
    strength = along(STRENGTH, weeks_since_start(day))
    first = _typical(slot, exercise, strength, strong_day, dice)
    yield from (_warm_up(first, share, exercise.step_kg) for share in exercise.warm_ups)
    working = list(_working(slot, first, dice))
    if slot.exercise == SIDED and ONE_SIDE_AT_A_TIME[0] <= day <= ONE_SIDE_AT_A_TIME[1]:
        yield from (replace(each, note=side) for side in ("left", "right") for each in working)
    else:
        yield from working


def _typical(slot: Slot, exercise: Exercise, strength: float, strong_day: float, dice: Random) -> LoggedSet:
    """The first working set."""
    note = dice.choice(EXERCISE_NOTES) if exercise.first_kg is not None and dice.random() < 0.08 else ""
    if exercise.hold_s:
        held = exercise.hold_s[0] + (exercise.hold_s[1] - exercise.hold_s[0]) * strength
        return LoggedSet(slot.exercise, seconds=max(20, 5 * round(held / 5)), note=note, superset=slot.superset)
    if exercise.first_kg is None or exercise.last_kg is None:
        return LoggedSet(slot.exercise, reps=_own_weight_reps(slot, strength, dice), superset=slot.superset)
    planned = exercise.first_kg + (exercise.last_kg - exercise.first_kg) * strength
    load = _on_the_rack(planned * strong_day, exercise.step_kg)
    if exercise.carry_m:
        return LoggedSet(slot.exercise, load_kg=load, distance_m=exercise.carry_m, note=note)
    return LoggedSet(slot.exercise, load_kg=load, reps=dice.randint(*slot.reps), note=note, superset=slot.superset)


def _own_weight_reps(slot: Slot, strength: float, dice: Random) -> int:
    """Without a load to raise, the repetitions grow."""
    low, high = slot.reps
    return max(low, min(high, round(low + (high - low) * strength + dice.gauss(0, 1))))


def _working(slot: Slot, first: LoggedSet, dice: Random) -> Iterator[LoggedSet]:
    """The working sets: repetitions fall, effort rises, the last one may end as the plan says."""
    count = max(1, slot.sets + dice.choice((0,) * 8 + (-1, 1)) * (slot.sets > 1))
    effort = dice.choice((6.5, 7, 7, 7.5)) if slot.sets > 1 and dice.random() < 0.45 else None
    for number in range(count):
        tired = replace(
            first,
            reps=first.reps and max(slot.reps[0] - 1, first.reps - (number * dice.randint(0, 2) + 1) // 2),
            seconds=first.seconds and max(15, first.seconds - 5 * number * dice.randint(0, 1)),
            rpe=effort and min(9.5, effort + 0.5 * (number + dice.randint(0, 1))),
        )
        yield from _last(slot, tired, dice) if number == count - 1 else (tired,)


def _last(slot: Slot, each: LoggedSet, dice: Random) -> Iterator[LoggedSet]:
    """The last set: to failure on most days where so planned, or followed by a lighter drop set."""
    if slot.finish == "failure" and dice.random() < 0.7:
        yield replace(each, kind="failure", rpe=each.rpe and 10)
        return
    yield each
    if slot.finish == "drop" and each.load_kg and dice.random() < 0.6:
        step = EXERCISES[slot.exercise].step_kg
        yield replace(each, kind="drop", load_kg=_on_the_rack(each.load_kg * 0.7, step), rpe=None)


def _warm_up(first: LoggedSet, share: float, step_kg: float) -> LoggedSet:
    load = _on_the_rack((first.load_kg or 0) * share, step_kg)
    return replace(first, kind="warm_up", load_kg=load, reps=8 if share < 0.6 else 5, rpe=None)


def _on_the_rack(load_kg: float, step_kg: float) -> float:
    """The nearest load that plates, bells or the stack allow."""
    return max(step_kg, step_kg * round(load_kg / step_kg))
