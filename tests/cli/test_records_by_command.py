"""Records from the command line: list, log, edit, decide, take back; each with one JSON object."""

from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "sample_data"


@pytest.fixture
def filled(said):
    said("import", SAMPLES / "strava_activities.csv", SAMPLES / "strong.csv", "--timezone", "Europe/Berlin")
    return said


def test_runs_and_sessions_are_listed_with_why_one_does_not_count(filled):
    runs = filled("runs")["runs"]
    assert set(runs[0]) == {
        "id", "start", "title", "sport", "distance_m", "moving_s", "sets", "counted", "why_not", "sources", "edited",
    }  # fmt: skip
    assert all(each["counted"] == (each["why_not"] is None) for each in runs)
    weeks = filled("weeks")["weeks"]
    assert sum(each["counted"] for each in runs) == sum(week["runs"] for week in weeks)
    counted = sum(each["distance_m"] or 0 for each in runs if each["counted"])
    assert counted == pytest.approx(sum(week["distance_m"] for week in weeks), abs=len(weeks))
    sessions = filled("sessions")["sessions"]
    assert sum(each["sets"] for each in sessions) == 1123
    assert filled("runs", "--from", "2026-11-16", "--to", "2026-11-17")["runs"] == [
        each for each in runs if "2026-11-16" <= each["start"][:10] <= "2026-11-17"
    ]


def test_a_wrong_run_is_left_out_and_brought_back(filled):
    before = filled("weeks")
    [run] = [each for each in filled("runs", "--from", "2026-11-17", "--to", "2026-11-17")["runs"] if each["counted"]]
    entry = filled("leave-out", run["id"])["entry"]
    assert filled("weeks") != before
    assert [each["why_not"] for each in filled("runs")["runs"] if each["id"] == run["id"]] == ["left out"]
    filled("take-back", entry)
    assert filled("weeks") == before


def test_what_is_logged_as_text_by_template_and_as_a_run_counts(said):
    text = said("log", "squat 3x8 @60kg; plank 2x30s", "--at", "2026-11-25 18:00")
    assert text == {"id": "session-1", "sets": 5, "entry": 1}
    assert said("log", "--template", "lower-body", "--at", "2026-11-26 18:00")["sets"] == 12
    run = said("log", "--run", "--distance", "8km", "--time", "45:00", "--at", "2026-11-26 07:00")
    assert run["id"] == "run-1"
    [week] = [each for each in said("weeks")["weeks"] if each["runs"]]
    assert (week["distance_m"], week["moving_s"], week["sessions"]) == (8000.0, 2700.0, 2)
    assert [each["key"] for each in said("templates")["templates"]] == ["warm-up", "lower-body"]


def test_an_edit_stands_in_the_history_with_before_and_after(filled):
    run = filled("runs")["runs"][0]
    filled("edit", run["id"], "distance=12km", "effort=hard", "title=")
    [entry] = filled("history", run["id"])["entries"]
    assert set(entry) == {"id", "at", "what", "of", "before", "after", "takes_back", "holds"}
    assert entry["before"][run["id"]] == {"distance_m": run["distance_m"], "effort": None, "title": run["title"]}
    assert entry["after"][run["id"]] == {"distance_m": 12_000.0, "effort": "hard", "title": None}
    now = filled("runs")["runs"][0]
    assert (now["distance_m"], now["title"], now["edited"]) == (12_000.0, "", True)


def test_records_are_binned_restored_joined_and_parted(filled):
    one, other = [each["id"] for each in filled("runs")["runs"] if each["counted"]][:2]
    why = lambda: {each["id"]: each["why_not"] for each in filled("runs")["runs"]}  # noqa: E731
    filled("bin", one)
    assert why()[one] == "in the bin"
    filled("restore", one)
    filled("join", one, other)
    assert why()[other] == f"the same bout as {one}"
    filled("part", one, other)
    assert (why()[one], why()[other]) == (None, None)
    assert [each["what"] for each in filled("history")["entries"]] == ["part", "join", "restore", "bin"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("edit", "run-17", "distance"), "write it like distance=12km"),
        (("edit", "17", "distance=1km"), "An id looks like run-17 or session-4"),
        (("edit", "run-17", "distance=1km"), "There is no run-17"),
        (("take-back", "3"), "There is no entry 3"),
        (("log", "--at", "2026-11-25"), "Name one of"),
        (("log", "squat 3x", "--at", "2026-11-25"), "“3x”"),
        (("log", "--template", "arms", "--at", "2026-11-25"), "There are: warm-up, lower-body"),
        (("log", "squat 3x8", "--at", "yesterday"), "2026-11-28 18:00"),
        (("log", "squat 3x8", "--distance", "8km", "--at", "2026-11-25"), "--distance goes with --run"),
        (("join", "run-1"), "at least two"),
        (("import", "x.csv", "--exported", "soon"), "2026-01-31"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(legwork, words, said):
    done = legwork(*words)
    assert done.exit_code != 0
    assert said in done.stderr
    assert "Traceback" not in done.output
