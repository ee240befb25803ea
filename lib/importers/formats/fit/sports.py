"""What FIT calls sports → Sport and SubSport."""

from collections.abc import Mapping
from typing import Final

from lib.importers.activities.sports import Kind, sport_of
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


def kind_of(sport: str, sub_sport: str) -> Kind:
    """The sport of a session. OTHER for what we have no word for; a treadmill of the gym is a run."""
    if sport == "running" or (sport == "fitness_equipment" and sub_sport == "treadmill"):
        return Sport.RUN, _OF_RUNS.get(sub_sport, SubSport.NONE)
    if sub_sport in _SUB_SPORTS:
        return _SUB_SPORTS[sub_sport]
    if sport in _SPORTS:
        return _SPORTS[sport], SubSport.NONE
    return sport_of(sport) or (Sport.OTHER, SubSport.NONE)
