"""What a recording says of one bout, before and after its limits."""

from datetime import datetime, timedelta

import pytest

from lib.importers.activities.recorded import Recorded, both_legs, first_writers, kept_or_refused, start_of
from lib.importers.reading.cells import BadCell
from lib.model.errors import UnreadableFile
from lib.model.records import Activity, Ignored, LiftingSet, Problem, Session
from lib.model.vocabulary import LoadMode, SetKind, Side, Sport, TimeBasis

AT = datetime(2026, 5, 1, 6)


@pytest.mark.parametrize(("steps", "both"), [(85, 170), (130, 260), (131, 131), (170, 170), (0, None), (None, None)])
def test_watches_count_the_steps_of_one_leg(steps, both):
    assert both_legs(steps) == both


def recorded(**said):
    return list(
        Recorded(AT, Sport.RUN, 3, **{"distance_m": 8000.0, "moving_s": 2400.0, "elapsed_s": 2500.0, **said}).records()
    )


def activity(**said) -> tuple[Activity, list[str]]:
    first, *others = recorded(**said)
    assert isinstance(first, Activity)
    assert all(isinstance(each, Problem) and each.rows == 0 and each.line == 3 for each in others)
    return first, [each.why for each in others]


def test_a_recording_is_kept_as_it_is():
    found, told = activity(sport_raw="running", offset=timedelta(hours=2), heart_rate_bpm=150.0, ascent_m=0.0)
    assert told == []
    assert (found.distance_m, found.moving_s, found.elapsed_s, found.heart_rate_bpm, found.ascent_m) == (
        8000,
        2400,
        2500,
        150,
        0,
    )
    assert (found.start.local, found.start.utc, found.start.basis) == (datetime(2026, 5, 1, 8), AT, TimeBasis.OFFSET)
    assert (found.source_key, found.line) == ("2026-05-01T06:00:00Z running", 3)
    assert activity()[0].source_key == "2026-05-01T06:00:00Z run"


@pytest.mark.parametrize(
    ("said", "moving", "elapsed"),
    [
        ({"moving_s": 2600.0}, 2500.0, 2500.0),
        ({"elapsed_s": None}, 2400.0, None),
        ({"moving_s": None}, None, 2500.0),
        ({"moving_s": 0.0}, None, 2500.0),
    ],
)
def test_there_is_never_more_time_in_motion_than_elapsed(said, moving, elapsed):
    found, told = activity(**said)
    assert (found.moving_s, found.elapsed_s, told) == (moving, elapsed, [])


def test_a_way_without_a_time_is_kept_and_told():
    found, told = activity(moving_s=None, elapsed_s=None)
    assert (found.distance_m, found.moving_s, found.elapsed_s) == (8000, None, None)
    assert told == ["no duration: the recording ends when it starts; kept as unknown"]


def test_a_recording_that_was_begun_and_no_more_is_rejected():
    (problem,) = recorded(distance_m=None, moving_s=None, elapsed_s=None)
    assert isinstance(problem, Problem)
    assert (problem.rows, problem.line) == (1, 3)
    assert "no duration" in problem.why


@pytest.mark.parametrize(
    ("field", "low", "high"),
    [
        ("heart_rate_bpm", 25, 250),
        ("heart_rate_max_bpm", 25, 250),
        ("cadence_spm", 0, 300),
        ("session_rpe", 0, 10),
        ("ascent_m", 0, 20_000),
    ],
)
def test_a_side_value_beyond_its_bounds_is_unknown(field, low, high):
    assert getattr(activity(**{field: float(high)})[0], field) == high
    found, told = activity(**{field: high + 0.5})
    assert getattr(found, field) is None
    assert len(told) == 1
    assert getattr(activity(**{field: 0.0})[0], field) == (None if low else 0.0)
    if low:
        assert getattr(activity(**{field: float(low)})[0], field) == low
        assert getattr(activity(**{field: low - 0.5})[0], field) is None


def test_what_cannot_be_is_unknown():
    found, told = activity(distance_m=1_000_001.0)
    assert found.distance_m is None
    assert len(told) == 1
    found, told = activity(elapsed_s=864_001.0)
    assert (found.elapsed_s, found.moving_s) == (None, 2400.0)
    assert len(told) == 1


def test_a_sport_without_distances_has_none_rather_than_zero():
    (first,) = list(Recorded(AT, Sport.STRENGTH, 1, distance_m=0.0, elapsed_s=60.0).records())
    assert first.distance_m is None
    assert activity(distance_m=0.0)[0].distance_m == 0.0


@pytest.mark.parametrize(("metres", "seconds", "told"), [(1000.0, 129.0, 1), (1000.0, 130.0, 0), (999.0, 100.0, 0)])
def test_a_recording_faster_than_anyone_runs_is_told(metres, seconds, told):
    assert len(activity(distance_m=metres, moving_s=None, elapsed_s=seconds)[1]) == told


def test_a_clock_that_was_not_set_is_told():
    *_, problem = Recorded(datetime(1990, 1, 1, 6), Sport.RUN, 1, distance_m=5000.0, elapsed_s=1800.0).records()
    assert "clock was not set" in problem.why


def test_sets_of_a_recording_make_a_session():
    one = LiftingSet(
        "Squat", SetKind.WORKING, 5, None, None, None, LoadMode.EXTERNAL, None, None, None, Side.BOTH, "", ""
    )
    (session,) = Recorded(AT, Sport.STRENGTH, 2, title="x" * 201, elapsed_s=3600.0).lifted((one, one))
    assert isinstance(session, Session)
    assert (session.elapsed_s, len(session.sets), session.title) == (3600.0, 2, "x" * 200)
    (problem,) = Recorded(datetime(1969, 12, 31), Sport.STRENGTH, 2).lifted((one, one))
    assert (problem.rows, problem.line) == (2, 2)


def test_a_start_without_an_offset_is_an_instant():
    found = start_of(AT.replace(microsecond=5), None, "start")
    assert (found.utc, found.local, found.basis, found.raw) == (AT, None, TimeBasis.UTC, "2026-05-01T06:00:00Z")
    with pytest.raises(BadCell, match="before 1970"):
        start_of(datetime(1969, 12, 31), None, "start")


def test_a_bout_that_two_apps_wrote_is_the_first_ones():
    one, other = recorded(), recorded()
    found = list(first_writers([("A", one), ("B", other), ("A", recorded())]))
    assert [type(each) for each in found] == [Activity, Ignored, Activity]
    assert found[1].line == 3


def test_a_file_of_nothing_but_problems_is_refused_in_their_words():
    problem = Problem(4, "Date", "soon", "no date", 1)
    assert kept_or_refused([problem, *recorded()])
    assert kept_or_refused([]) == []
    assert kept_or_refused([Problem(4, None, None, "a note", 0)])
    with pytest.raises(UnreadableFile, match=r"No date \(Date: soon\)\.") as caught:
        kept_or_refused([problem])
    assert (caught.value.line, caught.value.column, caught.value.value) == (4, "Date", "soon")


@pytest.mark.parametrize(
    ("sport", "metres", "moving_s", "elapsed_s", "told"),
    [
        (Sport.RUN, 7700.0, None, 1000.0, []),
        (Sport.RUN, 7701.0, None, 1000.0, ["7701 m in 1000 s"]),
        (Sport.RUN, 8000.0, 1000.0, None, ["8000 m in 1000 s"]),
        (Sport.RUN, 8000.0, 1000.0, 2000.0, []),  # by what went by, where that is known
        (Sport.RIDE, 8000.0, 1000.0, 1000.0, []),
        (Sport.RUN, 1000.0, None, 100.0, ["1000 m in 100 s"]),
        (Sport.RUN, None, None, 100.0, []),
    ],
)
def test_only_a_run_can_be_too_fast(sport, metres, moving_s, elapsed_s, told):
    said = Recorded(AT, sport, 1, distance_m=metres, moving_s=moving_s, elapsed_s=elapsed_s)
    _, *problems = said.records()
    assert [each.value for each in problems] == told
    assert all(each.why.endswith("km/h is faster than anyone runs; check the sport") for each in problems)


def test_how_fast_a_recording_was_is_told_in_kilometres_an_hour():
    assert activity(distance_m=1000.0, moving_s=None, elapsed_s=100.0)[1] == [
        "36 km/h is faster than anyone runs; check the sport"
    ]


def test_a_way_that_cannot_be_is_kept_as_no_time_in_motion():
    found, told = activity(distance_m=None, moving_s=None, no_way=True)
    assert (found.distance_m, found.moving_s, found.elapsed_s, told) == (None, 0.0, 2500.0, [])


@pytest.mark.parametrize(("field", "why"), [("moving_s", "more than 240 h"), ("elapsed_s", "more than 240 h")])
def test_a_recording_may_take_240_hours(field, why):
    assert activity(**{"moving_s": None, "elapsed_s": None, field: 864_000.0})[1] == []
    found, told = activity(**{"moving_s": None, "elapsed_s": 2500.0, field: 864_001.0})
    assert getattr(found, field) is None
    assert told[0] == f"{why}; kept as unknown"


def test_what_a_recording_says_in_words_is_cut():
    found, told = activity(sport_raw="s" * 201, title="t" * 201, notes="n" * 10_001)
    assert (len(found.sport_raw), len(found.title), len(found.notes), told) == (200, 200, 10_000, [])
    assert found.source_key == f"2026-05-01T06:00:00Z {'s' * 200}"


def test_a_side_value_out_of_bounds_is_told_with_them():
    said = Recorded(AT, Sport.RUN, 7, elapsed_s=60.0, heart_rate_bpm=251.0, places={"heart_rate_bpm": "AvgHR"})
    _, problem = said.records()
    assert (problem.line, problem.column, problem.value) == (7, "AvgHR", "251")
    assert problem.why == "outside 25 to 250; kept as unknown"


def test_a_session_of_a_recording_without_its_length_or_effort_has_none():
    (session,) = Recorded(AT, Sport.STRENGTH, 2, session_rpe=10.0).lifted(())
    assert (session.elapsed_s, session.session_rpe) == (None, 10.0)
    session, problem = Recorded(AT, Sport.STRENGTH, 2, elapsed_s=864_001.0).lifted(())
    assert (session.elapsed_s, problem.rows) == (None, 0)


def test_only_a_file_of_problems_that_reject_something_is_refused():
    note, rejecting = Problem(4, None, None, "a note", 0), Problem(5, None, None, "no date", 1)
    assert kept_or_refused([note, note])
    with pytest.raises(UnreadableFile, match=r"^No date\.$") as caught:
        kept_or_refused([note, rejecting])
    assert caught.value.line == 5


def test_the_warnings_of_a_second_writing_go_with_it():
    warned = recorded(heart_rate_bpm=300.0)
    found = list(
        first_writers([("A", recorded()), ("B", warned), ("C", recorded(sport_raw="x", heart_rate_bpm=300.0))])
    )
    assert [type(each) for each in found] == [Activity, Ignored, Activity, Problem]


@pytest.mark.parametrize("seconds", [0.0, 0.5, 864_000.0])
def test_a_session_of_a_recording_may_be_of_any_length(seconds):
    (session,) = Recorded(AT, Sport.STRENGTH, 2, elapsed_s=seconds).lifted(())
    assert session.elapsed_s == seconds
