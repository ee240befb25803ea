"""What FIT calls sports → Sport and SubSport."""

from collections.abc import Mapping, Sequence
from typing import Final

from lib.importers.activities.sports import Kind, sport_of
from lib.importers.activities.tracks.ridden import LEAST_S, USUAL
from lib.importers.formats.fit.messages import LAP, SPORT, Message
from lib.importers.formats.fit.records import Summary
from lib.model.vocabulary import Sport, SubSport

# Sub-sports that say more than the sport they belong to, which is often "training" or "fitness_equipment".
_SUB_SPORTS: Final[Mapping[str, Kind]] = {
    "strength_training": (Sport.STRENGTH, SubSport.NONE),
    "flexibility_training": (Sport.MOBILITY, SubSport.NONE),
    "yoga": (Sport.MOBILITY, SubSport.NONE),
    "pilates": (Sport.MOBILITY, SubSport.NONE),
    "breathing": (Sport.MOBILITY, SubSport.NONE),
    "elliptical": (Sport.ELLIPTICAL, SubSport.NONE),
    "stair_climbing": (Sport.STAIRS, SubSport.NONE),
    "indoor_cycling": (Sport.RIDE, SubSport.NONE),
    "spin": (Sport.RIDE, SubSport.NONE),
    "indoor_rowing": (Sport.ROW, SubSport.NONE),
    "indoor_walking": (Sport.WALK, SubSport.NONE),
    "indoor_skiing": (Sport.SKI, SubSport.NONE),
}
_OF_RUNS: Final[Mapping[str, SubSport]] = {
    "treadmill": SubSport.TREADMILL,
    "indoor_running": SubSport.TREADMILL,
    "trail": SubSport.TRAIL,
    "track": SubSport.TRACK,
    "virtual_activity": SubSport.VIRTUAL,
}
_SPORTS: Final[Mapping[str, Sport]] = {
    "racket": Sport.TEAM,
    "wheelchair_push_walk": Sport.WALK,
    "wheelchair_push_run": Sport.OTHER,
}
_OF_RIDES: Final = frozenset(
    {
        "road",
        "mountain",
        "downhill",
        "recumbent",
        "cyclocross",
        "hand_cycling",
        "track_cycling",
        "e_bike_fitness",
        "bmx",
    }
    | {"gravel_cycling", "e_bike_mountain", "mixed_surface", "spin", "indoor_cycling", "indoor_hand_cycling"}
)
_GEARS: Final = frozenset({"front_gear_change", "rear_gear_change"})
ASSUMED: Final = "the file does not say the sport; kept as a run"
RIDDEN: Final = "the file does not say the sport, and {} show a ride; kept as a ride, no mileage"


def sport_word(session: Message) -> str:
    """The word of the profile, a number that it has no word for, "" where the watch says nothing."""
    number = session.whole("sport")
    return session.word("sport") if number is None else f"sport {number}"


def unsaid_sport(
    session: Message, around: Sequence[Message], details: Sequence[Message], summary: Summary | None
) -> tuple[dict[str, str], str]:
    """(the sport of a session without one, as it would say it; what to tell, "" where the file says it elsewhere).

    around: the messages of the profile; details: laps and events.
    """
    for each in (*around, *details):
        if each.kind in {SPORT, LAP} and each.word("sport"):
            return {name: each.word(name) for name in ("sport", "sub_sport") if each.word(name)}, ""
    shown = _rides(session, details, summary)
    return ({"sport": "cycling"}, RIDDEN.format(shown)) if shown else ({}, ASSUMED)


def _rides(session: Message, details: Sequence[Message], summary: Summary | None) -> str:
    """What shows that it was a ride; "" for nothing."""
    if session.word("sub_sport") in _OF_RIDES:
        return "its words"
    if any(each.word("event") in _GEARS for each in details):
        return "its gears"
    metres, seconds = session.number("total_distance") or 0.0, session.number("total_timer_time") or 0.0
    fast = seconds >= LEAST_S and metres > USUAL * seconds
    return "its speeds" if fast or (summary and summary.ridden) else ""


def kind_of(sport: str, sub_sport: str) -> Kind:
    """The sport of a session. OTHER for what we have no word for; a treadmill of the gym is a run."""
    if sport == "running" or (sport == "fitness_equipment" and sub_sport == "treadmill"):
        return Sport.RUN, _OF_RUNS.get(sub_sport, SubSport.NONE)
    if sub_sport in _SUB_SPORTS:
        return _SUB_SPORTS[sub_sport]
    if sport in _SPORTS:
        return _SPORTS[sport], SubSport.NONE
    return sport_of(sport) or (Sport.OTHER, SubSport.NONE)
