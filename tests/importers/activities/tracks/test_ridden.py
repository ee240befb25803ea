"""Whether a recording that does not say its sport was plainly a ride."""

import pytest

from lib.importers.activities.tracks.ridden import plainly_ridden


@pytest.mark.parametrize(
    ("speeds", "moving_s", "ridden"),
    [
        ([5.9] * 10, 300.0, True),
        ([5.7] * 10, 300.0, False),
        ([5.9] * 10, 299.0, False),
        ([5.9] * 9, 300.0, False),
        ([3.0] * 17 + [8.0] * 3, 600.0, True),  # more than a tenth of it
        ([3.0] * 19 + [8.0], 600.0, False),
        ([3.0] * 17 + [7.6] * 3, 600.0, False),
        ([3.0] * 17 + [7.75] * 3, 600.0, True),
        ([3.0] * 18 + [8.3] * 2, 600.0, True),  # nearly a tenth of it, by far
        ([3.0] * 18 + [8.0] * 2, 600.0, False),
        ([5.8] * 10, 600.0, False),
        ([7.7] * 3 + [3.0] * 17, 600.0, False),
    ],
)
def test_a_ride_is_told_by_its_half_minutes(speeds, moving_s, ridden):
    assert plainly_ridden(speeds, moving_s) is ridden
