"""Invented runs: how they were truly run, and how receivers and apps write them down."""

import math
import random
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from lib.importers.activities.tracks.points import Point

BEGIN: Final = 1_743_000_000.0
_METRES_A_DEGREE: Final = 111_195.08


@dataclass(frozen=True)
class MadeTrack:
    """points: as an app would write them. metres, moving_s: the truth. kinds: what was done to it, for messages."""

    points: list[Point]
    metres: float
    moving_s: float
    kinds: str


@dataclass(frozen=True)
class Spot:
    """Where the runner truly was. run_m: metres run so far; x, y: metres to the east and north of the start."""

    second: float
    x: float
    y: float
    run_m: float
    begins: bool = False


def made_track(seed: int) -> MadeTrack:
    """A run of 20 to 90 minutes with streets and bends, recorded with some of the faults that receivers have."""
    chance = random.Random(seed)
    spots, moving_s = _run(chance)
    every = chance.choice([1, 1, 1, 2, 3, 4])
    renewed = chance.choice([1, 1, 3]) if every == 1 else 1
    wavering = chance.choice([0.0, 0.3, 1.0, 2.0]) if every == 1 and renewed == 1 else chance.choice([0.0, 0.3])
    gaps, wild = chance.randrange(4), chance.choice([0, 0, 2, 5, 15])
    kept = _recorded(spots, chance, every=every, renewed=renewed)
    kept, unknown = _with_gaps(kept, chance, gaps)
    points = _written(kept, chance, wavering)
    points = _with_wild(points, chance, wild)
    kinds = f"every {every} s, renewed every {renewed} s, wavering {wavering} m, {gaps} gaps, {wild} wild points"
    return MadeTrack(points, spots[-1].run_m - unknown, moving_s, kinds)


def _run(chance: random.Random) -> tuple[list[Spot], float]:
    """A second at a time: straight streets, corners, bends, surges, and pauses of three kinds."""
    speed, heading, x, y, run_m, second = chance.uniform(2.0, 4.8), chance.uniform(0, 6.28), 0.0, 0.0, 0.0, 0.0
    bend = 0.0
    moving = chance.randrange(1200, 5400)
    pauses = {chance.randrange(100, moving - 100) for _ in range(chance.randrange(4))}
    spots = [Spot(0.0, 0.0, 0.0, 0.0)]
    for done in range(moving):
        begins = False
        if done in pauses:
            paused = chance.randrange(20, 900)
            kind = chance.choice(["stands", "nothing recorded", "new segment"])
            if kind == "stands":
                spots += [Spot(second + n, x, y, run_m) for n in range(1, paused)]
            begins = kind == "new segment"
            second += paused
        if chance.random() < 0.008:
            heading += chance.choice([1.57, -1.57, 0.6, -0.6, 0.6, -0.6, 3.14])
        if chance.random() < 0.02:
            bend = chance.choice([0.0, 0.0, 0.01, -0.01, 0.03, -0.03])
        heading += bend
        step = max(0.8, speed * (1 + 0.12 * math.sin(done / 70)) * chance.uniform(0.9, 1.1))
        x, y, run_m, second = x + step * math.sin(heading), y + step * math.cos(heading), run_m + step, second + 1
        spots.append(Spot(second, x, y, run_m, begins))
    return spots, float(moving)


def _recorded(spots: list[Spot], chance: random.Random, *, every: int, renewed: int) -> list[Spot]:
    """What a receiver keeps: a spot every few seconds, taken up to half a second beside the second that is written."""
    kept: list[Spot] = []
    begins = False
    for place, spot in enumerate(spots):
        begins = begins or spot.begins
        if place % every and place != len(spots) - 1:
            continue
        last = kept[-1] if kept and place % renewed and not begins else None
        seen = last or _aside(spots, place, chance)
        kept.append(Spot(spot.second, seen.x, seen.y, seen.run_m, begins))
        begins = False
    return kept


def _aside(spots: list[Spot], place: int, chance: random.Random) -> Spot:
    """Between this spot and a neighbour, where they were a second apart."""
    spot, other = spots[place], spots[min(max(0, place + chance.choice([-1, 1])), len(spots) - 1)]
    if abs(other.second - spot.second) > 1 or place in {0, len(spots) - 1}:
        return spot
    part = chance.uniform(0, 0.5)
    return Spot(spot.second, spot.x + part * (other.x - spot.x), spot.y + part * (other.y - spot.y), spot.run_m)


def _with_gaps(spots: list[Spot], chance: random.Random, count: int) -> tuple[list[Spot], float]:
    """(without what lies in a tunnel or under dense trees, metres of bends that no one can know of then)."""
    kept, unknown = list(spots), 0.0
    for _ in range(count):
        first = chance.randrange(10, len(kept) - 10)
        last = first + 1
        until = kept[first].second + chance.uniform(10, 90)
        while last < len(kept) - 1 and kept[last].second < until and not kept[last].begins:
            last += 1
        one, other = kept[first], kept[last]
        if not other.begins:
            unknown += sum(math.dist((a.x, a.y), (b.x, b.y)) for a, b in pairwise(kept[first : last + 1]))
            unknown -= math.dist((one.x, one.y), (other.x, other.y))
            kept = kept[: first + 1] + kept[last:]
    return kept, unknown


def _written(spots: list[Spot], chance: random.Random, wavering: float) -> list[Point]:
    """As points; each place wavers, and one that was not renewed is written as it was."""
    points: list[Point] = []
    before, place = None, (0.0, 0.0)
    for spot in spots:
        if before is None or (spot.x, spot.y) != before or wavering >= 1:
            before = (spot.x, spot.y)
            place = _degrees(spot.x + chance.gauss(0, wavering), spot.y + chance.gauss(0, wavering))
        points.append(Point(BEGIN + spot.second, *place, begins=spot.begins))
    return points


def _degrees(x: float, y: float) -> tuple[float, float]:
    east = x / (_METRES_A_DEGREE * math.cos(math.radians(48.0)))
    return round(48.0 + y / _METRES_A_DEGREE, 6), round(11.0 + east, 6)


def _with_wild(points: list[Point], chance: random.Random, count: int) -> list[Point]:
    """Some points off by 60 m to 2,000 km, off the Earth not among them."""
    places = chance.sample(range(1, len(points) - 1), count)
    changed = list(points)
    for place in places:
        off, way = chance.choice([60.0, 150.0, 1_000.0, 50_000.0, 2_000_000.0]), chance.uniform(0, 6.28)
        point = points[place]
        latitude = (point.latitude or 0.0) + off * math.cos(way) / _METRES_A_DEGREE
        longitude = (point.longitude or 0.0) + off * math.sin(way) / _METRES_A_DEGREE
        changed[place] = point._replace(latitude=latitude, longitude=longitude)
    return changed
