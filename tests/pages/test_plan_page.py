"""Next week: hard runs typed, placements accepted, moved, dropped and logged; with nothing logged, the sample, twenty years."""

from datetime import UTC, date, datetime, time

import pytest
from words_on_page import shown_words

from lib.model.plan import PlannedSession
from lib.services.editing.log import LoggedSession, log_session
from lib.services.editing.typed import sets_of_text
from lib.services.planning import acts
from lib.services.planning.weeks import read_plan
from lib.services.preferences.settings import athlete_of
from lib.services.unfinished import keep
from lib.store.account import open_account

PAGE = "log/plan.py"
MONDAY, TODAY = date(2026, 11, 23), date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TWENTY_YEARS = pytest.param("twenty years", marks=pytest.mark.long)


@pytest.fixture
def own_url(tmp_path):
    return f"sqlite:///{tmp_path / 'mine.db'}"


def press(app, key):
    app.button(key=key).click().run()
    assert not app.exception
    return app


def with_hard_runs(app, *days, at=time(18)):
    app.pills(key="hard_run_days").set_value(list(days))
    app.time_input(key="hard_run_at").set_value(at)
    return press(app, "add_hard_runs")


def planned(url):
    account = open_account(url)
    try:
        return read_plan(account, MONDAY)
    finally:
        account.engine.dispose()


def test_hard_runs_are_typed_and_the_best_placement_is_accepted_moved_and_dropped(open_page, own_url):
    app = open_page(own_url, PAGE)
    assert "None is planned, and none is usual." in shown_words(app)
    with_hard_runs(app, "Tue", "Sat")
    assert [each.day.day for each in planned(own_url).runs] == [24, 28]
    press(app, "accept_0")
    (session,) = planned(own_url).sessions
    assert session.title == "Lower-body session"
    assert "Planned." in shown_words(app)
    app.selectbox(key="move_to_0").select_index(0).run()
    assert "no hard run known in the 14 days before; 34 h before the hard run of Tue 24 Nov" in shown_words(app)
    press(app, "move_planned_0")
    assert [each.start for each in planned(own_url).sessions] == [datetime(2026, 11, 23, 7)]
    press(app, "pin_planned_0")
    assert planned(own_url).sessions[0].pinned
    press(app, "drop_planned_0")
    assert planned(own_url).sessions == ()


def test_two_sessions_and_a_mark_stand_in_the_address(open_page, own_url):
    app = open_page(own_url, PAGE, address={"leg_sessions": "2", "mark": "48"})
    with_hard_runs(app, "Tue", "Thu", "Sat")
    assert any(" short of 48 h" in each.value for each in app.info)
    press(app, "accept_0")
    assert len(planned(own_url).sessions) == 2


def test_a_fixed_gym_time_is_never_moved(open_page, own_url):
    app = open_page(own_url, PAGE)
    app.pills(key="gym_times").set_value(["Wed pm"]).run()
    assert [(each.weekday, str(each.half)) for each in planned(own_url).gym_times] == [(2, "pm")]
    press(app, "accept_0")
    assert [each.start for each in planned(own_url).sessions] == [datetime(2026, 11, 25, 18)]
    assert planned(own_url).sessions[0].pinned


def test_what_is_not_at_hand_is_not_asked_for(open_page, own_url):
    app = open_page(own_url, PAGE)
    app.pills(key="equipment_at_hand").set_value(["box"]).run()
    press(app, "accept_0")
    assert "Goblet Squat" not in planned(own_url).sessions[0].items


def test_a_planned_session_says_what_is_no_longer_at_hand_for_it(open_page, own_url):
    app = open_page(own_url, PAGE)
    press(app, "accept_0")
    assert "Not among the equipment at hand" not in shown_words(app)
    app.pills(key="equipment_at_hand").set_value([]).run()
    assert "Not among the equipment at hand: Goblet Squat" in shown_words(app)


def test_a_planned_session_is_logged_from_there(open_page, own_url):
    app = open_page(own_url, PAGE)
    press(app, "accept_0")
    app.button(key="log_planned_0").click().run()
    account = open_account(own_url)
    assert keep.read_session(account).template.title == "Lower-body session"
    account.engine.dispose()


def test_the_sample_athlete_has_a_planned_week(open_page, url_of):
    app = open_page(url_of("sample"), PAGE)
    shown = shown_words(app)
    assert "Thu 26 Nov pm" in shown
    assert "after Intervals" in shown.replace("\\", "")


def test_usual_hard_runs_are_taken_over_to_be_changed(open_page, sample_copy):
    url = str(sample_copy.engine.url)
    app = press(open_page(url, PAGE), "usual_runs")
    assert "As is usual" in shown_words(app)
    press(app, "change_runs")
    assert planned(url).runs
    count = len(planned(url).runs)
    for _ in range(count):
        press(app, "not_this_run_0")
    assert "hard" not in {str(each.effort) for each in planned(url).runs}


def test_runs_of_a_calendar_file_are_taken_with_those_around_the_week_which_it_says(open_page, own_url):
    events = [
        f"BEGIN:VEVENT\r\nUID:{day}\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:202611{day}T180000\r\n"
        f"DTEND:202611{day}T190000\r\nSUMMARY:{title}\r\nEND:VEVENT\r\n"
        for day, title in ((24, "Intervals"), (30, "Track"), (26, "Dinner"))
    ]
    file = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{''.join(events)}END:VCALENDAR\r\n"
    app = open_page(own_url, PAGE)
    app.file_uploader[0].set_value(("runs.ics", file.encode(), "text/calendar")).run()
    shown = shown_words(app)
    assert "Intervals" in shown
    assert "And 1 run of the two weeks before and after" in shown
    press(app, "take_calendar")
    assert [each.title for each in planned(own_url).runs] == ["Intervals", "Track"]


def test_half_days_that_are_over_are_not_offered(open_page, sample_copy):
    url = str(sample_copy.engine.url)
    app = open_page(url, PAGE, address={"which_week": "This week"})
    assert any("It is over" in each.value for each in app.caption)


@pytest.mark.parametrize("data", ["runs", "lifting", TWENTY_YEARS])
def test_whatever_is_logged_a_placement_is_offered(open_page, url_of, data):
    assert open_page(url_of(data), PAGE).button(key="accept_0")


def test_other_exercises_are_taken_into_a_planned_session(open_page, own_url):
    app = press(open_page(own_url, PAGE), "accept_0")
    app.selectbox(key="exercises_0").select("Warm-up circuit").run()
    press(app, "take_exercises_0")
    assert [each.title for each in planned(own_url).sessions] == ["Warm-up circuit"]


def test_planned_stands_beside_done(open_page, own_url):
    app = open_page(own_url, PAGE)
    account = open_account(own_url)
    starts = [datetime(2026, 11, day, 18) for day in (17, 19, 22)]
    acts.accept(account, [PlannedSession(each, 60.0, "Legs") for each in starts], date(2026, 11, 16), TODAY)
    log_session(account, LoggedSession("2026-11-17 18:10", sets_of_text(athlete_of(account), "squat 5x5 @60kg")), NOW)
    account.engine.dispose()
    app = open_page(own_url, PAGE)
    shown = shown_words(app)
    assert "Done: a leg session is logged on that day." in shown
    assert "Planned; no leg session is logged on that day." in shown
    assert not [each for each in app.info if "17 Nov" in each.value and "logged or planned around it" in each.value]
