"""The outlines of the body map, drawn by us: the right half of a figure seen from the front and from behind.

Units: a figure is 100 high, its feet at 0, its middle line at x = 0. Each outline is a closed loop of points that a smooth
curve runs through; the left half is its mirror image.
"""

from typing import Final

from lib.model.vocabulary import Muscle

Point = tuple[float, float]
Loop = tuple[Point, ...]


def _loop(text: str) -> Loop:
    """The points of "x,y x,y …"."""
    return tuple((float(x), float(y)) for x, y in (pair.split(",") for pair in text.split()))


# Head and body overlap at the neck. The body runs from the neck down the outside to the sole and up the inside.
HEAD: Final = _loop("0,100 2.5,99.4 4.2,97.3 4.7,94.3 4.4,91.2 3.7,88.8 2.2,87.1 0,86.6")
BODY: Final = _loop(
    "0,89 2.7,88.6 2.9,86.6 3.4,84.9 5.6,83.6 8.8,82.7 11.6,81.6 13.6,79 14.4,75 15.0,70.6 16.0,65.8 17.0,62.4 18.3,58.8 "
    "19.5,54 20.2,49 20.8,46.4 21.9,43.2 22.1,40.2 21.3,37.4 20.2,36.9 19.6,38.8 19.5,41.2 18.5,41.0 18.1,43.2 18.2,46 "
    "17.9,48.6 16.2,53.2 14.6,57.8 13.5,61.8 12.2,66.2 11.0,70.8 10.3,74.2 9.9,70.5 8.9,66 8.0,61.8 8.3,57.6 9.7,52.6 "
    "10.6,47.2 10.5,41.4 9.5,34.4 8.2,29.4 7.9,26.6 8.6,21.6 8.2,16 6.9,10 6.3,5.8 7.4,3 8.0,1.1 6.6,0.1 4.6,0 3.7,1.2 "
    "3.8,4.4 3.8,7.6 3.2,12.6 2.6,18.6 2.9,23.6 3.2,27.2 2.5,32.4 1.5,39 0.8,44.2 0,45.8"
)

_DELTOID: Final = _loop("8.6,82.0 11.2,81.2 13.2,78.8 14.0,75.2 13.8,71.8 12.9,70.4 11.8,72.6 10.8,75.2 9.9,78.6")
_FOREARM: Final = _loop("14.1,61.2 15.2,62.4 16.7,61.8 18.0,58.4 19.2,53.6 19.7,49.4 18.4,49.2 16.6,53.6 15.0,57.8")

# Muscles that show on both sides are drawn on both.
FRONT: Final[dict[Muscle, tuple[Loop, ...]]] = {
    Muscle.TRAPS: (_loop("2.9,85.2 4.8,83.7 8.4,82.4 5.4,82.2 3.2,82.8"),),
    Muscle.SHOULDERS: (_DELTOID,),
    Muscle.CHEST: (
        _loop("0.4,79.6 1.4,81 4.6,81.8 8,81.4 9.2,78.8 10.3,75.6 9.7,73.4 7.2,71.2 3.6,70.9 0.9,72.2 0.4,74"),
    ),
    Muscle.BICEPS: (_loop("11.7,70.8 12.8,69.4 14.2,69.9 15.0,67.4 15.5,64.6 14.8,63.0 13.7,63.1 12.6,66.6"),),
    Muscle.FOREARMS: (_FOREARM,),
    Muscle.CORE: (
        _loop("0.4,70.4 2.2,70.3 3.5,69.4 3.7,67.2 2.4,66.2 0.4,66.0"),
        _loop("0.4,65.2 2.4,65.4 3.7,65.6 3.8,62.6 2.6,61.4 0.4,61.2"),
        _loop("0.4,60.4 2.4,60.6 3.7,60.8 3.7,58 2.6,56.8 0.4,56.6"),
        _loop("0.4,55.8 2.2,56 3.5,55.8 3.1,52.6 1.9,49.2 0.4,47.6"),
        _loop("4.4,69.6 6.6,70.6 8.8,71.8 9.1,69 8.2,65.2 7.2,61.6 7.4,58.2 7.8,55.6 6,54.6 4.4,55.8 4.6,61 4.7,66"),
    ),
    Muscle.HIP_FLEXORS: (_loop("8.5,54.8 8.7,52.2 6.8,49.4 4.0,46.6 2.4,46.4 2.4,48.2 3.9,52.0 6,53.9"),),
    Muscle.ABDUCTORS: (_loop("9.4,52.8 10.1,48.8 10.1,44.8 9.2,46.8 8.5,49.6"),),
    Muscle.ADDUCTORS: (_loop("1.2,44.8 2.4,45.6 4.3,45.4 4.4,43 3.6,38.6 2.8,34 2.4,36 1.8,40"),),
    Muscle.QUADRICEPS: (
        _loop("9.2,45.8 10.1,43 9.9,38 9.0,33 7.8,29.8 7.0,31.6 7.5,37 8.3,42.4"),
        _loop("6.9,48.6 8.4,46.8 7.9,42 7.1,36 6.1,31 5.2,33.6 4.8,39.6 5.0,45.8"),
        _loop("4.5,42 4.5,37 5.1,32.2 4.9,29.6 3.9,28.6 3.1,30 3.0,33 3.6,37.2"),
    ),
    Muscle.SHINS: (_loop("5.5,25.4 7.0,25 7.7,21 7.1,14.6 6.0,8.2 5.1,11.4 5.1,17.4 5.2,22"),),
    Muscle.CALVES: (_loop("3.6,25 4.6,23 4.6,17.6 4.1,12 3.4,14.6 2.9,19.4"),),
}

BACK: Final[dict[Muscle, tuple[Loop, ...]]] = {
    Muscle.TRAPS: (_loop("0.4,88 1.8,87.6 2.6,85.6 5,83.8 8.6,82.4 6.4,80.8 3,79.8 0.4,77.4"),),
    Muscle.SHOULDERS: (_DELTOID,),
    Muscle.UPPER_BACK: (
        _loop("0.4,76.2 2.6,78.6 5.2,79.6 5.4,76.4 3.9,72.6 2.2,68.4 0.4,64.4"),
        _loop("6.1,79.9 8.6,80.2 9.9,77.4 10.2,75.2 8.4,75.8 6.3,76.8"),
        _loop("6.3,75.6 8.2,74.8 9.8,73.4 9.5,70 8.5,65.6 7.2,61.8 5.4,62.6 3,62.8 1.4,63.4 2.6,67 4.4,71.4"),
    ),
    Muscle.TRICEPS: (_loop("11.7,70.8 12.8,69.4 14.3,70.0 15.2,67.4 15.9,64.4 15.0,62.8 13.7,63.0 12.5,66.6"),),
    Muscle.FOREARMS: (_FOREARM,),
    Muscle.LOWER_BACK: (_loop("0.4,62.6 2.4,61.8 4.4,61.6 4.7,58.6 3.8,55.6 2,53.8 0.4,52.8"),),
    Muscle.CORE: (_loop("5.2,61.6 7.1,60.6 7.4,58.2 7.7,56.2 6,56.8 5.1,58.8"),),
    Muscle.ABDUCTORS: (_loop("4.5,55.4 7.6,55.2 9.4,52.4 10.1,48.8 9.6,46.4 8.7,48.8 7,51.8 4.4,54"),),
    Muscle.GLUTES: (_loop("0.4,51 1.2,52.8 3.4,53.2 6.2,51.4 8.2,48.8 9.3,45.8 8.4,43.6 4.8,43 1.6,43.4 0.4,45"),),
    Muscle.ADDUCTORS: (_loop("1.3,42.4 2.6,41.9 2.8,38 2.8,33.6 2.1,37"),),
    Muscle.HAMSTRINGS: (
        _loop("6.4,42.2 8,42.8 9.9,42.6 9.7,37 8.6,31.6 7.5,26.8 6.6,30.4 5.9,36.6"),
        _loop("3.4,41.6 4.6,42.2 5.6,41.8 5.3,36.6 5.1,31 4.0,26.8 3.1,30.4 3.2,35.4"),
    ),
    Muscle.CALVES: (
        _loop("6.0,26.6 7.3,25.6 8.2,21.6 7.8,16.8 6.8,14.6 5.9,16.4 5.7,21"),
        _loop("5.1,26.6 3.8,25.4 3.0,20.8 3.3,16 4.3,13.4 5.2,15.6 5.3,21"),
        _loop("4.2,12.2 5.3,14.2 6.7,13 6.4,9.4 5.8,6.4 4.7,6.4 4.3,9.2"),
    ),
}

# Where the line from a label meets its muscle, and the height of the label. Every muscle is named once.
FRONT_LABELS: Final[dict[Muscle, tuple[Point, float]]] = {
    Muscle.SHOULDERS: ((12.8, 78.4), 84),
    Muscle.CHEST: ((6, 76.5), 77.5),
    Muscle.BICEPS: ((14.2, 67), 71),
    Muscle.CORE: ((6.4, 63.5), 64.5),
    Muscle.FOREARMS: ((17.4, 55), 58),
    Muscle.HIP_FLEXORS: ((6, 51.4), 51.5),
    Muscle.QUADRICEPS: ((8.9, 40), 43),
    Muscle.ADDUCTORS: ((2.9, 38.4), 36.5),
    Muscle.SHINS: ((6.4, 19), 20),
}
BACK_LABELS: Final[dict[Muscle, tuple[Point, float]]] = {
    Muscle.TRAPS: ((5, 82.4), 88),
    Muscle.UPPER_BACK: ((7.4, 71), 79),
    Muscle.TRICEPS: ((14.4, 67), 70.5),
    Muscle.LOWER_BACK: ((3, 58.6), 61.5),
    Muscle.ABDUCTORS: ((8.6, 51.6), 53.5),
    Muscle.GLUTES: ((5.6, 47.4), 46.5),
    Muscle.HAMSTRINGS: ((8, 37), 37),
    Muscle.CALVES: ((7, 20.6), 20.5),
}
