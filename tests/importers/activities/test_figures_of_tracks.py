"""The figures of invented recordings, to a tenth: whoever changes a limit of the track kit sees here what it changes, and means it.

How near they are to what was truly run is told by the tests of tracks; these say nothing of that.
"""

import math

import pytest
from made_tracks import made_track

from lib.importers.activities.track import track_of

# By seed: metres, seconds in motion, metres climbed.
RUNS = {
    1: (4061.8, 1710.0, 31.2),
    2: (7783.8, 1663.0, 92.4),
    3: (11292.4, 4223.0, 275.9),
    4: (11754.2, 4435.0, 92.4),
    5: (5376.9, 1434.0, 92.4),
    6: (21707.9, 5165.0, 92.4),
    7: (4490.8, 1517.0, 92.4),
    8: (5865.3, 2232.0, 85.2),
    9: (7670.3, 2331.0, 31.2),
    10: (4740.6, 1319.0, 92.4),
    11: (16446.4, 5008.0, 360.3),
    12: (13505.7, 4064.0, 274.4),
    13: (7413.6, 2708.0, 214.7),
    14: (7385.0, 3213.0, 273.0),
    15: (7038.5, 1488.0, 92.4),
    16: (13870.6, 4613.0, 92.4),
    17: (14495.3, 4189.0, 92.4),
    18: (9849.5, 3938.0, 145.5),
    19: (8380.6, 2188.0, 92.2),
    20: (10998.4, 2434.0, 164.3),
    21: (8475.9, 3491.0, 48.3),
    22: (6509.3, 1403.0, 141.6),
    23: (8668.4, 1884.0, 120.7),
    24: (10711.1, 2692.0, 48.3),
}
RIDES = {
    25: (4021.3, 1324.0),
    26: (11790.6, 2875.0),
    27: (13460.8, 3538.0),
    28: (5974.7, 2596.0),
    29: (12547.2, 3564.0),
    30: (4966.9, 1445.0),
}


def hilly(points):
    """Hills of 60 m, and what a barometer wavers."""
    heights = (200 + 30 * math.sin(number / 150) + (number * 7919 % 13) / 10 for number in range(len(points)))
    return [point._replace(elevation_m=height) for point, height in zip(points, heights, strict=True)]


@pytest.mark.parametrize("seed", RUNS)
def test_the_figures_of_a_recorded_run_stay_as_they_are(seed):
    track = track_of(hilly(made_track(seed).points))
    assert (track.distance_m, track.moving_s, track.ascent_m) == pytest.approx(RUNS[seed], abs=0.051)


@pytest.mark.parametrize("seed", RIDES)
def test_the_figures_of_a_recorded_ride_stay_as_they_are(seed):
    track = track_of(made_track(seed).points, on_wheels=True)
    assert (track.distance_m, track.moving_s) == pytest.approx(RIDES[seed], abs=0.051)
