"""Invented pairs of strength sessions: one bout in two logs, and bouts that only look like one."""

from datetime import datetime, timedelta
from random import Random

from duplicate_pairs import FIRST_DAY, candidate

from lib.model.duplicates import Candidate, Work
from lib.model.units import KG_PER_POUND
from lib.model.vocabulary import Precision, Sport, TimeBasis


def logged(
    record_id: int, source: str = "hevy", start: datetime = FIRST_DAY, works: object = None, **given
) -> Candidate:
    """A session of an app that writes the wall clock: five sets of 8 × 60 kg unless something else is given."""
    done = tuple(Work(*each) for each in ([(8, 60.0)] * 5 if works is None else works))
    row = {
        "sport": Sport.STRENGTH,
        "basis": TimeBasis.WALL_CLOCK,
        "utc": None,
        "works": done,
        "distance_m": None,
        "moving_s": None,
        "elapsed_s": 3600.0,
        "filled": 4 * len(done),
    }
    return candidate(record_id, source, start, **{**row, **given})


def watched(record_id: int, start: datetime = FIRST_DAY, works: object = None, **given) -> Candidate:
    """The same counted by a watch, whose clock is one hour ahead of UTC."""
    known = {"basis": TimeBasis.OFFSET, "utc": start - timedelta(hours=1)}
    return logged(record_id, "fit", start, works, **{**known, **given})


def workout(random: Random) -> list[tuple[int, float]]:
    """Repetitions and kilograms of two to seven exercises with two to five sets; some climb, some use the body alone."""
    sets = []
    for _ in range(random.randint(2, 7)):
        load = random.choice([0.0, *(2.5 * each for each in range(2, 50))])
        reps, step = random.choice([5, 6, 8, 10, 12, 15]), random.choice([0.0, 0.0, 2.5, 5.0])
        count = random.randint(2, 5)
        sets += [(max(1, reps - random.randint(0, 2)), load + step * number) for number in range(count)]
    return sets


def true_session_pair(number: int, random: Random) -> tuple[Candidate, Candidate]:
    """One bout in two apps: ± 120 s, other units and their rounding, at times other zones, a day alone, a lost set."""
    done, start = workout(random), _start(number, random)
    jitter = timedelta(seconds=random.randint(-120, 120))
    shift = timedelta(minutes=30 * random.randint(-28, 28)) if random.random() < 1 / 3 else timedelta()
    precision = Precision.SECOND
    if random.random() < 0.1 and len(done) > 4:
        shift, jitter, precision = timedelta(), timedelta(), Precision.DATE
    one = logged(2 * number, "strong", start, done)
    again = _copied(done, random)
    if len(again) < 4:
        shift, again = timedelta(), done
    return one, logged(2 * number + 1, "hevy", start + shift + jitter, again, precision=precision)


def near_session(number: int, random: Random) -> list[Candidate]:
    """Bouts that must stay apart."""
    done, start = workout(random), _start(number, random)
    first = logged(10 * number, "strong", start, done)
    kind = random.choice(
        ["next day", "week", "other workout", "progress", "half", "few sets", "watch later", "watch few"]
    )
    later = start + timedelta(hours=random.randint(3, 9))
    match kind:
        case "next day":
            other = logged(10 * number + 1, start=start + timedelta(days=1), works=done)
        case "week":
            other = logged(10 * number + 1, start=start + timedelta(days=7), works=[(r + 1, kg) for r, kg in done])
        case "other workout":
            other = logged(10 * number + 1, start=start, works=workout(random))
        case "progress":
            other = logged(10 * number + 1, start=later, works=[(r, kg + 2.5 * (kg > 0)) for r, kg in _busy(done)])
            first = first._replace(works=logged(1, works=_busy(done)).works)
        case "half":
            kept = len(done) // 2
            other = logged(10 * number + 1, start=start, works=[*done[:kept], *((r + 4, kg) for r, kg in done[kept:])])
        case "few sets":
            first = first._replace(works=first.works[:3])
            other = logged(10 * number + 1, start=later, works=done[:3])
        case "watch later":
            other = watched(10 * number + 1, start + timedelta(minutes=random.randint(45, 240)), done)
        case _:
            other = watched(10 * number + 1, start, done[: len(done) // 2])
    return [first, other]


def watch_pair(number: int, random: Random) -> tuple[Candidate, Candidate]:
    """A log beside what the watch counted: repetitions off by one or two, loads unknown, a set missed or split."""
    done, start = workout(random), _start(number, random)
    while len(done) < 10:
        done += workout(random)
    counted = [(max(1, reps + random.choice([-2, -1, -1, 0, 0, 0, 1, 1, 3])), 0.0) for reps, _ in done]
    for _ in range(random.randint(0, 2)):
        counted.pop(random.randrange(len(counted)))
    begun = start + timedelta(minutes=random.uniform(-5, 10))
    return logged(2 * number, "strong", start, done), watched(2 * number + 1, begun, counted)


def _busy(done: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """Only the sets with a load: those of the body alone are the same each time."""
    return [(reps, max(kg, 20.0)) for reps, kg in done]


def _copied(done: list[tuple[int, float]], random: Random) -> list[tuple[int, float]]:
    rounding = random.choice([_as_it_is, _hundredths, _tenths, _whole_pounds, _half_kilograms])
    copied = [(reps, rounding(kg)) for reps, kg in done]
    if len(copied) >= 10:
        copied.pop(random.randrange(len(copied)))
        reps, kg = copied[0]
        copied[0] = (reps + random.choice([0, 1]), kg)
    return copied


def _as_it_is(kg: float) -> float:
    return kg


def _hundredths(kg: float) -> float:
    return round(round(kg / KG_PER_POUND, 2) * KG_PER_POUND, 2)


def _tenths(kg: float) -> float:
    return round(round(kg / KG_PER_POUND, 1) * KG_PER_POUND, 1)


def _whole_pounds(kg: float) -> float:
    return round(kg / KG_PER_POUND) * KG_PER_POUND


def _half_kilograms(kg: float) -> float:
    return round(2 * kg) / 2


def _start(number: int, random: Random) -> datetime:
    """Three days apart, so that no pair meets another one."""
    return FIRST_DAY + timedelta(days=3 * number, seconds=random.randint(5 * 3600, 20 * 3600))
