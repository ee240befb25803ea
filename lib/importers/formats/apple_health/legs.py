"""The WorkoutActivity elements of a workout: the legs of a multisport bout, or where its sums stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from lib.importers.formats.apple_health.elements import AppleBout
from lib.importers.reading.cells import CellError, parse_number
from lib.importers.reading.dates import parse_moment

TYPE: Final = "HKWorkoutActivityType"
TRANSITION: Final = "Transition"
_QUANTITY: Final = "HKQuantityTypeIdentifier"
_MULTISPORT: Final = "SwimBikeRun"
_ASCENT: Final = "HKElevationAscended"
# In the order in which they tell: one walks about in a ride, too.
_SPORT_BY_DISTANCE: Final = {
    "DistanceSwimming": "Swimming",
    "DistanceCycling": "Cycling",
    "DistanceWalkingRunning": "Running",
}
_LONGEST_TRANSITION_S: Final = 900.0
_OF_THE_LONGEST: Final = 1 / 3


def bouts_of(workout: AppleBout) -> Iterator[AppleBout]:
    """The workout with what stands only in its legs; each leg by itself where they are of several sports."""
    legs = _different(workout.legs)
    if len(legs) > 1 and (_word(workout) == _MULTISPORT or len({_word(each) for each in legs} - {""}) > 1):
        named = _with_sports(legs)
        if any(map(_word, named)):
            yield from (_leg(workout, each) for each in named)
            return
    yield _whole(workout, legs) if legs else workout


def _word(bout: AppleBout) -> str:
    return bout.attributes.get("workoutActivityType", "").removeprefix(TYPE)


def _different(legs: Sequence[AppleBout]) -> list[AppleBout]:
    """Without those that are written a second time."""
    return list({(each.attributes.get("startDate"), each.attributes.get("endDate")): each for each in legs}.values())


def _with_sports(legs: Sequence[AppleBout]) -> list[AppleBout]:
    """Each leg with its sport: as it says, else by its distances; short ways on foot between two are transitions."""
    words = [_word(each) or _sport_by_distance(each) for each in legs]
    longest = max((_seconds(leg) for leg, word in zip(legs, words, strict=True) if word == "Running"), default=0.0)
    for place in range(1, len(legs) - 1):
        seconds = _seconds(legs[place])
        short = seconds <= min(_LONGEST_TRANSITION_S, longest * _OF_THE_LONGEST)
        if not _word(legs[place]) and (not words[place] or (words[place] == "Running" and short)):
            words[place] = TRANSITION
    return [
        replace(leg, attributes={**leg.attributes, "workoutActivityType": TYPE + word if word else ""})
        for leg, word in zip(legs, words, strict=True)
    ]


def _sport_by_distance(leg: AppleBout) -> str:
    kinds = {each.get("type", "").removeprefix(_QUANTITY) for each in leg.statistics if each.get("sum")}
    return next((sport for kind, sport in _SPORT_BY_DISTANCE.items() if kind in kinds), "")


def _leg(workout: AppleBout, leg: AppleBout) -> AppleBout:
    """The leg with what the workout says of all of them: the app, the time zone, whether it was indoors."""
    common = {name: value for name, value in workout.attributes.items() if name.startswith("source")}
    metadata = {name: value for name, value in workout.metadata.items() if name != _ASCENT}
    return replace(leg, attributes={**common, **leg.attributes}, metadata={**metadata, **leg.metadata})


def _whole(workout: AppleBout, legs: Sequence[AppleBout]) -> AppleBout:
    said = {each.get("type", "") for each in workout.statistics}
    kinds = dict.fromkeys(each.get("type", "") for leg in legs for each in leg.statistics)
    more = [_joined(kind, legs) for kind in kinds if kind not in said]
    metadata = {name: value for leg in reversed(legs) for name, value in leg.metadata.items()}
    ascent = {} if len(legs) == 1 or _ASCENT not in metadata else {_ASCENT: _ascent(legs)}
    return replace(
        workout, statistics=[*workout.statistics, *more], metadata={**metadata, **ascent, **workout.metadata}
    )


def _joined(kind: str, legs: Sequence[AppleBout]) -> dict[str, str]:
    """The statistics of one kind over all legs; as the first leg says them where they are in several units."""
    found = [(each, _seconds(leg)) for leg in legs for each in leg.statistics if each.get("type", "") == kind]
    first = found[0][0]
    if len(found) == 1 or len({each.get("unit") for each, _ in found}) > 1:
        return first
    joined = {"type": kind, "unit": first.get("unit", "")}
    sums = [number for each, _ in found if (number := _number(each, "sum")) is not None]
    highest = [number for each, _ in found if (number := _number(each, "maximum")) is not None]
    means = [(number, seconds) for each, seconds in found if (number := _number(each, "average")) is not None]
    joined |= {"sum": f"{sum(sums):.10g}"} if sums else {}
    joined |= {"maximum": f"{max(highest):.10g}"} if highest else {}
    weights = sum(seconds for _, seconds in means)
    joined |= {"average": f"{sum(mean * seconds for mean, seconds in means) / weights:.10g}"} if weights else {}
    return joined


def _ascent(legs: Sequence[AppleBout]) -> str:
    """Such as "1234 cm", over all legs; as the first one says it where they are in several units."""
    said = [leg.metadata[_ASCENT].partition(" ") for leg in legs if _ASCENT in leg.metadata]
    numbers = [_number({"sum": value}, "sum") for value, _, _ in said]
    if len({unit for _, _, unit in said}) > 1 or None in numbers:
        return " ".join(said[0][::2])
    return f"{sum(number or 0.0 for number in numbers):.10g} {said[0][2]}"


def _seconds(leg: AppleBout) -> float:
    """From its first to its last second; 0 where it does not say them."""
    try:
        first, last = (parse_moment(leg.attributes.get(name, "")) for name in ("startDate", "endDate"))
    except CellError:
        return 0.0
    return max((last.utc - first.utc).total_seconds(), 0.0)


def _number(said: Mapping[str, str], name: str) -> float | None:
    try:
        return parse_number(said.get(name, ""))
    except CellError:
        return None
