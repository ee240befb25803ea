"""Which records are wanted, in which order, and what those that count add up to."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.analysis.records.choose import Only, Order, Totals, Wanted, choose, totals, why_not
from lib.model.frames.records import LISTED_ACTIVITIES, LISTED_SESSIONS

NAN = float("nan")
ROWS = [
    ("run-4", "Tempo", "2026-11-18 18:00", "strava", "", "run", 8000.0, 2400.0, False),
    ("run-3", "Long run", "2026-11-15 09:00", "strava, garmin", "", "run", 20000.0, 7200.0, True),
    ("run-2", "Commute", "2026-11-10 08:00", "garmin", "not a run", "ride", 9000.0, 1200.0, False),
    ("run-1", "Bus", "2026-01-10 08:00", "strava", "left out", "run", 95000.0, 3600.0, False),
    ("run-5", "Doubled", "2025-12-31 23:59", "garmin", "in the bin", "run", 5000.0, 1500.0, False),
]


def listed(rows=ROWS):
    frame = LISTED_ACTIVITIES.empty().reindex(range(len(rows)))
    texts = [name for name, dtype in LISTED_ACTIVITIES.dtypes.items() if dtype == "str"]
    frame[texts] = ""
    names = ["id", "title", "local_start", "sources", "why_not", "sport", "distance_m", "moving_s", "edited"]
    for place, name in enumerate(names):
        frame[name] = [row[place] for row in rows]
    frame["counted"] = frame["why_not"] == ""
    frame = LISTED_ACTIVITIES.check(frame.astype(dict(LISTED_ACTIVITIES.dtypes)))
    return frame.assign(doubt=["" if row[0] != "run-1" else "very fast" for row in rows])


def ids(found):
    return list(found["id"])


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(), ["run-4", "run-3", "run-2", "run-1"]),
        (Wanted(search="RUN long"), ["run-3"]),
        (Wanted(search="nothing like it"), []),
        (Wanted(first=date(2026, 11, 15), last=date(2026, 11, 18)), ["run-4", "run-3"]),
        (Wanted(sport="ride"), ["run-2"]),
        (Wanted(source="garmin"), ["run-3", "run-2"]),
        (Wanted(only=frozenset({Only.BINNED})), ["run-5"]),
        (Wanted(only=frozenset({Only.EDITED, Only.LEFT_OUT})), ["run-3", "run-1"]),
        (Wanted(only=frozenset({Only.DOUBTFUL})), ["run-1"]),
        (Wanted(only=frozenset({Only.OVERLAPS})), ["run-2"]),
        (Wanted(order=Order.OLDEST), ["run-1", "run-2", "run-3", "run-4"]),
        (Wanted(order=Order.LONGEST), ["run-1", "run-3", "run-2", "run-4"]),
        (Wanted(order=Order.FASTEST), ["run-1", "run-4", "run-3", "run-2"]),
    ],
)
def test_what_is_wanted_is_found_in_the_order_that_is_wanted(wanted, expected):
    assert ids(choose(listed(), wanted, {"run-2"})) == expected


def test_only_what_counts_is_added_up():
    assert totals(choose(listed(), Wanted())) == Totals(2, 28000.0, 9600.0, 0, counted=True)


def test_where_nothing_counts_everything_is_added_up_and_it_is_said():
    assert totals(choose(listed(), Wanted(sport="ride"))) == Totals(1, 9000.0, 1200.0, 0, counted=False)


def test_reasons_are_counted_without_the_ids_of_the_other_records():
    rows = [(*row[:4], f"the same bout as run-{place}", *row[5:]) for place, row in enumerate(ROWS)]
    assert why_not(listed(rows)) == {"the same bout as another record": 5}


def test_an_exercise_is_found_by_its_whole_name_alone():
    names = ["Squat, Bench Press", "Goblet Squat"]
    frame = LISTED_SESSIONS.empty().reindex(range(2)).assign(exercises=names, id=["session-1", "session-2"])
    frame = frame.assign(local_start=pd.Timestamp("2026-11-01"), why_not="", doubt="")
    assert ids(choose(frame, Wanted(exercises=frozenset({"Squat"})))) == ["session-1"]
    assert ids(choose(frame, Wanted(exercises=frozenset()))) == []


@given(st.text(max_size=12), st.sampled_from(Order), st.frozensets(st.sampled_from(Only)))
def test_any_search_gives_rows_of_the_list_each_once(search, order, only):
    found = choose(listed(), Wanted(search=search, order=order, only=only))
    assert len(set(ids(found))) == len(found)
    assert set(ids(found)) <= {row[0] for row in ROWS}


@pytest.mark.parametrize("spec", [LISTED_ACTIVITIES, LISTED_SESSIONS])
def test_an_empty_list_is_fine(spec):
    empty = spec.empty().assign(doubt=pd.Series(dtype="str"))
    found = choose(empty, Wanted(search="x", order=Order.LONGEST))
    assert found.empty
    assert totals(found) == Totals(0, 0.0, 0.0, 0, counted=False)


def test_the_last_day_is_there_up_to_its_midnight():
    at = [(f"run-{number}", "", start, "strava", "", "run", 1.0, 1.0, False) for number, start in enumerate(
        ["2026-11-19 00:00", "2026-11-18 23:59", "2026-11-18 00:00", "2026-11-17 23:59"])]  # fmt: skip
    day = date(2026, 11, 18)
    assert ids(choose(listed(at), Wanted(first=day, last=day))) == ["run-1", "run-2"]
    assert ids(choose(listed(at), Wanted(first=day))) == ["run-0", "run-1", "run-2"]
    assert ids(choose(listed(at), Wanted(last=day))) == ["run-1", "run-2", "run-3"]


def test_what_is_in_the_bin_is_only_there_where_it_is_asked_for():
    edited = listed().assign(edited=True)
    assert ids(choose(edited, Wanted(only=frozenset({Only.EDITED})))) == ["run-4", "run-3", "run-2", "run-1"]
    both = frozenset({Only.EDITED, Only.BINNED})
    assert ids(choose(listed(), Wanted(only=both))) == ["run-3", "run-5"]


def test_the_fastest_is_by_the_time_in_motion_and_else_by_that_from_start_to_end():
    frame = listed().assign(
        moving_s=[2400.0, NAN, 1200.0, NAN, NAN], elapsed_s=[9000.0, 4000.0, 1.0, NAN, NAN],
        distance_m=[8000.0, 20_000.0, 9000.0, 0.0, 5000.0],
    )  # fmt: skip
    assert ids(choose(frame, Wanted(order=Order.FASTEST))) == ["run-3", "run-4", "run-2", "run-1"]
    assert totals(frame[frame["counted"]]) == Totals(2, 28_000.0, 6400.0, 0, counted=True)


def test_the_most_ascent_comes_first_and_what_nobody_knows_last():
    frame = listed().assign(ascent_m=[NAN, 10.0, 300.0, 20.0, 900.0])
    assert ids(choose(frame, Wanted(order=Order.CLIMB))) == ["run-2", "run-1", "run-3", "run-4"]


def test_sessions_are_sorted_by_their_sets_and_their_length_and_their_sets_are_added_up():
    frame = LISTED_SESSIONS.empty().reindex(range(3)).assign(
        id=["a", "b", "c"], local_start=pd.Timestamp("2026-11-01"), why_not=["", "", "left out"], doubt="",
        sets=[5, 9, 7], elapsed_s=[3000.0, 1000.0, 2000.0], counted=[True, True, False],
    )  # fmt: skip
    assert ids(choose(frame, Wanted(order=Order.SETS))) == ["b", "c", "a"]
    assert ids(choose(frame, Wanted(order=Order.LONGEST))) == ["a", "c", "b"]
    assert totals(frame) == Totals(2, 0.0, 4000.0, 14, counted=True)
    assert why_not(frame) == {"left out": 1}
