"""Gaps in words: hours where they are known, else why not."""

import pytest

from lib.analysis.spacing.summary import SideCounts
from lib.wording.spacing_words import RunWords, both_sides, counts, gap, hours

RUN = RunWords("Tempo", "5 Nov")


def row(gap_word, why, value=float("nan"), days=1.0):
    return {"before": gap_word, "before_why": why, "before_h": value, "before_days": days, "before_id": 7}


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (row("at_least_24", "hours", 31.4), "31 h after “Tempo” (5 Nov)"),
        (row("unknown", "same_day"), "same day as “Tempo” (5 Nov), order unknown"),
        (row("unknown", "next_day"), "a day after “Tempo” (5 Nov), without times: 24 h cannot be confirmed"),
        (row("at_least_24", "days_apart", days=2.0), "2 days after “Tempo” (5 Nov): at least a day apart"),
        (row("unknown", "unknown_run"), "nothing tells whether “Tempo” (5 Nov) was hard"),
        (row("none", "no_run"), "no hard run within 14 days before"),
        (row("unknown", "no_log"), "no running log near these days"),
        (row("closer", "no_length"), "closer than 24 h after “Tempo” (5 Nov); how long the run took is not known"),
        (row("unknown", "no_length"), "about a day after “Tempo” (5 Nov); how long the run took is not known"),
    ],
)
def test_each_gap_has_its_words(said, words):
    assert gap(said, "before", RUN) == words


def test_a_day_is_no_day_before_it_is_full():
    assert [hours(value) for value in (23.99, 24.0, 47.9, 4.55, 0.0)] == ["23 h", "24 h", "47 h", "4.5 h", "0.0 h"]


def test_a_run_without_a_title_is_named_by_its_day():
    assert gap(row("closer", "hours", 5.0), "before", RunWords("", "5 Nov")) == "5.0 h after the run of 5 Nov"


def test_both_sides_are_one_sentence():
    after = {name.replace("before", "after"): value for name, value in row("none", "no_run").items()}
    both = row("closer", "hours", 5.0) | after | {"after_id": -1}
    assert both_sides(both, {7: RUN}) == "Before: 5.0 h after “Tempo” (5 Nov). After: no hard run within 14 days after."


def test_counts_name_only_what_there_is():
    assert counts(SideCounts(9, 0, 2, 1, 0), "before") == (
        "**9 of 12** leg sessions at least 24 h after a hard run, 2 closer, 1 not known"
    )
    assert counts(SideCounts(9, 4, 0, 0, 2), "after") == (
        "**9 of 11** leg sessions at least 24 h before a hard run (4 of them 48 h), 2 without one within 14 days"
    )
