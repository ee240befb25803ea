"""The sport of a GPX track: its <type>, which is often missing; then its name; then its speed; then a run, and said so."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from lib.importers.activities.sports import Kind, sport_of
from lib.model.vocabulary import Sport, SubSport

# Strava wrote numbers before it wrote words.
_NUMBERS: Final[Mapping[str, Kind]] = {
    "1": (Sport.RIDE, SubSport.NONE),
    "4": (Sport.HIKE, SubSport.NONE),
    "9": (Sport.RUN, SubSport.NONE),
    "10": (Sport.WALK, SubSport.NONE),
}
_BY_NAME: Final = frozenset({Sport.RUN, Sport.WALK, Sport.HIKE, Sport.RIDE, Sport.SWIM})


class TrackKind(NamedTuple):
    """why: what to tell where the file does not say it plainly; "" where it does. assumed: nothing says it."""

    sport: Sport
    sub_sport: SubSport = SubSport.NONE
    why: str = ""
    assumed: bool = False


PLAINLY_RIDDEN: Final = TrackKind(
    Sport.RIDE,
    why="the file does not say the sport and it is faster than anyone runs for that long; kept as a ride, no mileage",
)


def kind_of(type_: str, name: str) -> TrackKind:
    """What a track of this <type> and <name> is."""
    if type_:
        known = _NUMBERS.get(type_) or sport_of(type_)
        if known:
            return TrackKind(*known)
        return TrackKind(
            Sport.OTHER, why=f"the type “{type_[:40]}” is not known here; kept as another sport, no mileage"
        )
    named = _by_name(name)
    if named:
        return TrackKind(*named, why=f"the file does not say the sport; kept as a {named[0]} by its name")
    return TrackKind(Sport.RUN, why="the file does not say the sport; kept as a run", assumed=True)


def _by_name(name: str) -> Kind | None:
    """Apps name a track after its sport: “Running 2/10/20 11:05 am”, “Morning Run”."""
    words = name.split()
    found = (sport_of(each) for each in (name, *words[:1], *words[-1:]))
    return next((kind for kind in found if kind and kind[0] in _BY_NAME), None)
