"""Invented bouts that two sources have, as apps and watches really write them, and bouts that only look like one.

Each series has a source pair of its own where nothing else may tell of the clocks.
"""

from datetime import datetime, timedelta
from random import Random
from typing import NamedTuple

from duplicate_pairs import candidate, day_of, wall_clock

from lib.model.duplicates import Candidate
from lib.model.vocabulary import Sport

PACES = {Sport.RUN: 330.0, Sport.RIDE: 130.0, Sport.WALK: 650.0, Sport.SWIM: 1300.0}
SHIFT = timedelta(hours=7)  # of the source whose other bouts prove it


class Truth(NamedTuple):
    """A bout from start to end: what moving and standing still make of it."""

    sport: Sport
    start: datetime
    elapsed_s: float
    moving_s: float
    distance_m: float


def truth(number: int, random: Random) -> Truth:
    """Three days apart; pauses of 0–40 %."""
    sport = random.choices(list(PACES), weights=[8, 2, 1, 1])[0]
    distance = random.uniform(1500, 30000)
    moving = distance / 1000 * PACES[sport] * random.uniform(0.85, 1.2)
    elapsed = moving / (1 - random.choice([0.0, random.uniform(0, 0.4)]))
    return Truth(sport, day_of(number, random), elapsed, moving, distance)


def known_clocks(number: int, random: Random) -> list[Candidate]:
    """A bout of which the clocks agree: two instants, the same second in the home zone, or a shift that others prove."""
    bout, again = truth(number, random), _written(random)
    one, other = record(10 * number, "strava", bout, **_written(random)), record(10 * number + 1, "fit", bout, **again)
    clock = random.choice(["instants", "same second", "proved"])
    if clock == "same second":
        return [one, bare(other, "runkeeper", cut=random.choice([0.0, random.uniform(0, 0.4)]))]
    if clock == "proved":
        other = bare(other, "coros", SHIFT)
    changed = random.choice([_as_it_is, _cropped, _merged, _second_watch, _auto_paused, _other_word])
    return changed([one, other], bout, random)


def unknown_clocks(number: int, random: Random) -> list[Candidate]:
    """The same from two sources that nothing else is known of, of which one writes a bare wall clock."""
    bout, app = truth(number, random), f"app {number}"
    if random.random() < 0.25:  # another zone: only what was copied from the same device is certain enough
        one = record(10 * number, "strava", bout)
        other = record(10 * number + 1, app, bout, distance=random.uniform(0.98, 1.02), time=random.uniform(0.97, 1.03))
        shift = timedelta(minutes=30 * random.randint(-28, 28), seconds=random.randint(-10, 10))
        return [one, bare(other, app, shift)]
    one, other = record(10 * number, "strava", bout), record(10 * number + 1, app, bout, **_written(random))
    changed = random.choice([_as_it_is, _auto_paused])
    return changed([one, bare(other, app, timedelta(seconds=random.randint(-115, 115)))], bout, random)


def doubtful(number: int, random: Random) -> list[Candidate]:
    """One bout, perhaps: nobody knows the zone of one of them, and it starts some minutes later."""
    bout, app = truth(number, random)._replace(moving_s=3000.0, elapsed_s=3000.0), f"app {number}"
    later = timedelta(seconds=random.uniform(0.2, 0.4) * bout.moving_s + 130)
    other = bare(record(10 * number + 1, app, bout, distance=random.choice([0.9, 1.1])), app, later)
    return [record(10 * number, "strava", bout), other]


def proof(number: int) -> list[Candidate]:
    """A bout that was copied as it is, for the days between the others: these show what the clocks of a source are."""
    start = day_of(number, Random(number)).replace(hour=12) + timedelta(days=1)
    bout = Truth(Sport.RUN, start, 2700.0, 2700.0, 8000.0)
    return [record(10 * number + 5, "strava", bout), bare(record(10 * number + 6, "coros", bout), "coros", SHIFT)]


def near_miss(number: int, random: Random) -> list[Candidate]:
    """Bouts of one day or two that must stay apart, each in one source."""
    bout = truth(number, random)._replace(sport=Sport.RUN)
    one = record(10 * number, "strava", bout)
    make = random.choice([_jog_home, _two_loops, _warm_up, _touching, _next_day, _laps])
    return make(one, bout, random)


def record(
    record_id: int, source: str, bout: Truth, distance=1.0, time=1.0, said=("moving_s", "elapsed_s")
) -> Candidate:
    """What a source says of a bout: not always both times."""
    times = {"moving_s": bout.moving_s * time, "elapsed_s": bout.elapsed_s * time}
    lengths = {name: value if name in said else None for name, value in times.items()}
    return candidate(
        record_id, source, bout.start, sport=bout.sport, distance_m=bout.distance_m * distance, filled=6, **lengths
    )


def bare(each: Candidate, source: str, shift: timedelta = timedelta(), cut: float = 0.0) -> Candidate:
    """The same by a wall clock that is ahead by the shift; cut: a share of the end that is missing."""
    known = {
        name: value * (1 - cut) for name in ("distance_m", "moving_s", "elapsed_s") if (value := getattr(each, name))
    }
    return wall_clock(each.id, source, each.local + shift, **{**_kept(each), **known})


def moved(each: Candidate, later_s: float, **given) -> Candidate:
    """The same so many seconds later."""
    later = timedelta(seconds=round(later_s))
    return each._replace(local=each.local + later, utc=each.utc and each.utc + later, **given)


def _kept(each: Candidate) -> dict[str, object]:
    names = ("sport", "distance_m", "moving_s", "elapsed_s", "filled")
    return {name: getattr(each, name) for name in names}


def _written(random: Random) -> dict[str, object]:
    """Another way to measure: distances ± 12 %, one of the two times or both."""
    said = random.choice([("moving_s", "elapsed_s"), ("moving_s",), ("elapsed_s",)])
    return {"distance": random.uniform(0.88, 1.12), "said": said}


def _as_it_is(pair: list[Candidate], _bout: Truth, _random: Random) -> list[Candidate]:
    return pair


def _cropped(pair: list[Candidate], bout: Truth, random: Random) -> list[Candidate]:
    """The whole in one app, and in the other one without some of its start and end: 25 km become 10."""
    one, other = record(pair[0].id, "strava", bout), pair[1]
    kept, first = random.uniform(0.3, 0.9), random.uniform(0, 0.1)
    cut = {"distance_m": bout.distance_m * kept, "moving_s": bout.moving_s * kept, "elapsed_s": bout.elapsed_s * kept}
    return [one, moved(other, bout.elapsed_s * first, **cut)]


def _merged(pair: list[Candidate], bout: Truth, random: Random) -> list[Candidate]:
    """One app has two parts with a rest between, the other one has both as one."""
    part, rest = random.uniform(0.3, 0.7), random.uniform(0, 0.1)
    one = record(pair[0].id, "strava", bout)._replace(filled=9)
    first, second = (_part(pair[1], bout, share - rest / 2) for share in (part, 1 - part))
    second = moved(second, bout.elapsed_s * (part + rest / 2), id=second.id + 1, source_key=f"{second.source_key} b")
    return [one, first, second]


def _part(each: Candidate, bout: Truth, share: float) -> Candidate:
    lengths = {"distance_m": bout.distance_m, "moving_s": bout.moving_s, "elapsed_s": bout.elapsed_s}
    return each._replace(**{name: share * value for name, value in lengths.items()})


def _second_watch(pair: list[Candidate], bout: Truth, random: Random) -> list[Candidate]:
    """Started and stopped at its own time."""
    one, later = record(pair[0].id, "strava", bout), bout.elapsed_s * random.uniform(-0.2, 0.2)
    return [one, moved(pair[1], later, elapsed_s=bout.elapsed_s * random.uniform(0.8, 1.1))]


def _auto_paused(pair: list[Candidate], bout: Truth, _random: Random) -> list[Candidate]:
    """An app that leaves the pauses out altogether."""
    return [pair[0], pair[1]._replace(moving_s=bout.moving_s, elapsed_s=bout.moving_s)]


def _other_word(pair: list[Candidate], bout: Truth, random: Random) -> list[Candidate]:
    on_foot = bout.sport in (Sport.RUN, Sport.WALK)
    return [pair[0], pair[1]._replace(sport=random.choice([Sport.WALK, Sport.OTHER]) if on_foot else bout.sport)]


def _jog_home(one: Candidate, bout: Truth, random: Random) -> list[Candidate]:
    """After the race, on the other watch."""
    home = bout._replace(start=bout.start + timedelta(seconds=bout.elapsed_s + random.uniform(60, 1800)))
    length = random.uniform(0.1, 0.9)
    home = home._replace(
        elapsed_s=bout.elapsed_s * length, moving_s=bout.moving_s * length, distance_m=bout.distance_m * length
    )
    other = record(one.id + 1, "fit", home)
    return [one, random.choice([other, bare(other, f"app {one.id}")])]


def _two_loops(one: Candidate, bout: Truth, random: Random) -> list[Candidate]:
    """The same loop at lunch and in the evening: one with the phone, one with a watch that does not know its zone."""
    evening = bout._replace(start=bout.start + timedelta(hours=random.uniform(5, 9)))
    other = record(one.id + 1, "x", evening, distance=random.uniform(0.98, 1.02), time=random.uniform(0.97, 1.03))
    return [one, bare(other, random.choice([f"app {one.id}", "runkeeper"]))]


def _warm_up(one: Candidate, bout: Truth, random: Random) -> list[Candidate]:
    """Ten minutes on the treadmill, in the hour that the watch calls lifting."""
    hour = candidate(one.id + 1, "fit", bout.start - timedelta(seconds=random.choice([0, 30, 120])), distance_m=None)
    hour = hour._replace(sport=Sport.STRENGTH, moving_s=3600.0, elapsed_s=3600.0)
    return [one._replace(distance_m=1800.0, moving_s=600.0, elapsed_s=600.0), hour]


def _touching(one: Candidate, bout: Truth, random: Random) -> list[Candidate]:
    """The second watch is started ten seconds before the first one is stopped."""
    later = bout._replace(start=bout.start + timedelta(seconds=round(bout.elapsed_s) - 10))
    return [one, record(one.id + 1, random.choice(["fit", "gpx"]), later)]


def _next_day(one: Candidate, bout: Truth, random: Random) -> list[Candidate]:
    tomorrow = bout._replace(start=bout.start + timedelta(days=1, seconds=random.randint(-120, 120)))
    return [one, bare(record(one.id + 1, "x", tomorrow), f"app {one.id}")]


def _laps(one: Candidate, bout: Truth, _random: Random) -> list[Candidate]:
    """Logged one by one, in turns by two apps."""
    lap = Truth(Sport.RUN, bout.start, 88.0, 88.0, 400.0)
    return [moved(record(one.id + n, ("strava", "fit")[n % 2], lap), 150.0 * n) for n in range(6)]
