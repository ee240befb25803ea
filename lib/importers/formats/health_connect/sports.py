"""Health Connect's numbers for sports, as Android's own source has them (ExerciseSessionType), and what they mean."""

from typing import Final

from lib.model.vocabulary import Sport, SubSport

_NUMBERS: Final = {
    (Sport.RUN, SubSport.NONE): "33",
    (Sport.RUN, SubSport.TREADMILL): "34",
    (Sport.WALK, SubSport.NONE): "53",
    (Sport.HIKE, SubSport.NONE): "21",
    (Sport.RIDE, SubSport.NONE): "4 5",
    (Sport.SWIM, SubSport.NONE): "48 49",
    (Sport.ROW, SubSport.NONE): "31 61",
    (Sport.SKI, SubSport.NONE): "38 39",
    (Sport.SKATE, SubSport.NONE): "23 37",
    (Sport.ELLIPTICAL, SubSport.NONE): "60",
    (Sport.STAIRS, SubSport.NONE): "44 59",
    (Sport.STRENGTH, SubSport.NONE): "8 45 55",
    (Sport.MOBILITY, SubSport.NONE): "17 27 46 57",
    (Sport.TEAM, SubSport.NONE): "1 2 3 9 13 14 15 19 22 28 30 32 41 42 43 50 51 52 54",
    (Sport.OTHER, SubSport.NONE): "0 6 7 10 11 12 16 18 20 24 25 26 29 35 36 40 47 56 58",
}
SPORTS: Final = {int(number): kind for kind, numbers in _NUMBERS.items() for number in numbers.split()}
