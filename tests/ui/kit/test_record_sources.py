"""How the time of a run is called."""

import pytest

from lib.ui.kit.record_sources import time_word


@pytest.mark.parametrize(
    ("sources", "word"),
    [
        (["strava"], "Moving time"),
        (["garmin", "strava"], "Moving time"),
        (["runkeeper"], "Timer time"),
        (["runkeeper", "strava"], "Moving or timer time"),
        (["by-hand"], "Moving time"),
        (["a table of my own"], "Moving time"),
    ],
)
def test_the_time_of_a_source_that_knows_only_a_timer_is_called_so(sources, word):
    assert time_word(sources) == word
