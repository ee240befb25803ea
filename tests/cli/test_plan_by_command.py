"""Planning a week from the command line."""

from datetime import date, datetime

import pytest

from lib.catalog.templates import templates
from lib.model.plan import PlannedSession
from lib.services.planning import acts
from lib.services.planning.sessions import items_of
from lib.store.account import open_account

WEEK = ("plan", "--week", "2026-12-02")


def test_the_placements_are_printed_best_first_with_their_gaps(said):
    found = said(*WEEK, "--hard", "2026-12-01 18:00 60", "--hard", "2026-12-05 09:00 100", "--sessions", 2)
    assert set(found) == {"placements", "gives"}
    assert found["gives"] is None
    assert found["placements"][0] == {
        "sessions": [{"date": "2026-11-30", "half": "am"}, {"date": "2026-12-03", "half": "pm"}],
        "before_h": [None, 47.0],
        "after_h": [34.0, 38.0],
    }
    assert len(found["placements"]) == 55
    assert len(said(*WEEK, "--top", 10)["placements"]) == 10


def test_a_week_of_thirty_kilometres_with_a_pinned_gym_evening_is_as_the_documents_say(said):
    week = ("plan", "--week", "2026-12-07", "--hard", "2026-12-08 18:30 50", "--hard", "2026-12-13 09:00 95")
    found = said(*week, "--pin", "2026-12-10 pm", "--sessions", 2)
    assert found["gives"] is None
    assert found["placements"][0] == {
        "sessions": [{"date": "2026-12-07", "half": "am"}, {"date": "2026-12-10", "half": "pm"}],
        "before_h": [None, 46.67],
        "after_h": [34.5, 62.0],
    }
    by_48 = said(*week, "--pin", "2026-12-10 pm", "--sessions", 2, "--mark", 48)
    assert by_48["placements"][0]["sessions"] == found["placements"][0]["sessions"]
    assert by_48["gives"] == "Mon 7 Dec am ends 34.5 h before the hard run of Tue 8 Dec, 18:30: 13.5 h short of 48 h."


def test_a_pin_is_one_of_the_sessions_and_more_pins_all_stay(said):
    one = said(*WEEK, "--pin", "2026-12-02 pm")["placements"]
    assert [each["sessions"] for each in one] == [[{"date": "2026-12-02", "half": "pm"}]]
    two = said(*WEEK, "--pin", "2026-12-02 pm", "--pin", "2026-12-04 PM")["placements"]
    assert len(two[0]["sessions"]) == 2


def test_without_hard_runs_it_is_said_where_they_are_from(legwork):
    done = legwork(*WEEK, "--json")
    assert "No --hard was given, none is planned and none is usual" in done.stderr
    assert done.exit_code == 0


def test_days_that_no_running_log_covers_are_named(legwork):
    assert "No running log covers" in legwork("plan", "--week", "2026-11-25").stderr


def test_a_calendar_without_a_hard_run_leaves_what_is_usual(legwork, calendar):
    calendar.write_text(CALENDAR.replace("Intervalle auf der Bahn", "Dentist"), encoding="utf-8")
    assert "none is planned and none is usual" in legwork(*WEEK, "--ics", calendar).stderr


def test_accepted_sessions_are_written_with_what_is_in_them(legwork, tmp_path):
    account = open_account(f"sqlite:///{tmp_path / 'legwork.db'}")
    template = templates()["lower-body"]
    session = PlannedSession(datetime(2026, 12, 3, 18), 60.0, "Legs", items=items_of(template))
    acts.accept(account, [session], date(2026, 11, 30), date(2026, 12, 6))
    account.engine.dispose()
    out = tmp_path / "legs.ics"
    assert "the accepted sessions of the week" in legwork(*WEEK, "--write-ics", out).stderr
    assert template.items[0].name in out.read_text(encoding="utf-8")


def test_a_logged_hard_run_of_the_week_before_counts(said):
    said("log", "--run", "--distance", "10km", "--time", "50:00", "--at", "2026-11-24 18:00", "--title", "Track")
    said("edit", "run-1", "effort=hard")
    found = said("plan", "--week", "2026-11-25", "--pin", "2026-11-25 am")
    assert found["placements"][0]["before_h"] == [12.17]


def test_the_week_is_that_of_the_persons_first_weekday(said):
    first = said(*WEEK)["placements"][0]["sessions"][0]
    assert first == {"date": "2026-11-30", "half": "am"}


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (("--hard", "2026-12-32 18:00 60"), "is no day of the calendar"),
        (("--hard", "2026-12-01 25:00 60"), "is no time of day"),
        (("--hard", "2026-12-01 18:00 0"), "is no number of minutes"),
        (("--hard", "2026-12-01 18:00 nan"), "is no number of minutes"),
        (("--hard", "2026-12-01 18:00 60 more"), "has too many parts"),
        (("--hard", ""), "is no day of the calendar"),
        (("--hard", "1066-10-14 09:00 60"), "is not between 1970"),
        (("--pin", "2026-12-09 am"), "is not in the week from 2026-11-30 to 2026-12-06"),
        (("--pin", "2026-12-01 noon"), "is no half-day"),
        (("--pin", "2026-12-01"), "is no half-day"),
        (("--sessions", "3"), "is not one of"),
        (("--mark", "30"), "is not one of"),
        (("--top", "0"), "is no whole number"),
    ],
)
def test_a_wrong_value_is_named_with_what_to_write(legwork, words, what):
    done = legwork(*WEEK, *words, "--json")
    assert done.exit_code == 2
    assert what in " ".join(done.stderr.split())
    assert not done.stdout


def test_as_text_the_three_best_are_told_with_what_gives(legwork):
    done = legwork(*WEEK, "--hard", "2026-12-01 18:00 60", "--pin", "2026-12-02 am")
    assert "1. Wed 2 Dec am" in done.stdout
    assert "12 h short of 24 h." in done.stdout


CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261103T183000\r\nRRULE:FREQ=WEEKLY\r\n"
    "SUMMARY:Intervalle auf der Bahn\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.fixture
def calendar(tmp_path):
    path = tmp_path / "runs.ics"
    path.write_text(CALENDAR, encoding="utf-8")
    return path


def test_the_hard_runs_of_a_calendar_file_are_known_by_their_titles(said, calendar):
    found = said(*WEEK, "--ics", calendar, "--pin", "2026-12-02 am")
    assert found["placements"][0]["before_h"] == [11.5]
    assert "Intervalle auf der Bahn (hard run) of Tue 1 Dec, 18:30" in found["gives"]


def test_the_best_placement_is_written_as_a_calendar_file(legwork, calendar, tmp_path):
    out = tmp_path / "legs.ics"
    for _ in range(2):
        done = legwork(*WEEK, "--ics", calendar, "--sessions", 2, "--write-ics", out)
        assert done.exit_code == 0
        assert "the best placement of the week" in done.stderr
    text = out.read_text(encoding="utf-8")
    assert text.count("BEGIN:VEVENT") == 2
    assert "UID:leg-session-2026-11-30-1@legwork" in text


def test_a_file_that_is_no_calendar_is_a_usage_error_and_one_that_cannot_be_written_a_failure(legwork, tmp_path):
    wrong = tmp_path / "wrong.ics"
    wrong.write_text("hello", encoding="utf-8")
    for path, words in ((wrong, "This is no calendar file"), (tmp_path / "none.ics", "there is no file")):
        done = legwork(*WEEK, "--ics", path, "--json")
        assert (done.exit_code, done.stdout) == (2, "")
        assert words in " ".join(done.stderr.split())
    assert legwork(*WEEK, "--write-ics", tmp_path / "no" / "folder.ics").exit_code == 1
