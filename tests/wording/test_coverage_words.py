"""How far logs reach, and where they are silent."""

from lib.model.frames.logs import LOG_GAPS, PERIODS
from lib.wording.coverage_words import gap_sentences, reach

PERIOD = ("hevy", "2026-03-02", "2026-11-20", "2026-09-09")


def test_a_log_says_on_which_day_it_ends():
    assert reach(PERIODS.make([PERIOD]), "strength") == "the strength log ends on 20 Nov 2026"
    assert reach(PERIODS.empty(), "strength") == "no strength log yet"


def test_a_long_silence_is_a_question_that_says_how_it_counts():
    gaps = LOG_GAPS.make([("2026-03-03", "2026-04-08", 37, "hevy, strong"), ("2026-09-10", "2026-11-20", 72, "hevy")])
    latest, earlier = gap_sentences(gaps, "session", str.title)
    assert latest == (
        "No session from 10 Sep – 20 Nov 2026 (72 days) in Hevy: a break, or not logged? It counts as nothing done."
    )
    assert "in Hevy and Strong:" in earlier
