"""Logging a session by hand: with nothing logged yet, beside the sample athlete, and beside twenty years."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from look_alikes import BERLIN, hevy, hevy_set
from words_on_page import shown_words

from lib.services.importing.import_files import import_files
from lib.services.unfinished import keep
from lib.store.account import open_account
from lib.store.own import drafts

PAGE = "log/log_session.py"
TWENTY_YEARS = pytest.param("twenty years", marks=pytest.mark.long)


@pytest.fixture
def own_url(tmp_path):
    return f"sqlite:///{tmp_path / 'mine.db'}"


def press(app, key):
    app.button(key=key).click().run()
    assert not app.exception


def log_all(app):
    number = 0
    while any(button.key == "log_set" for button in app.button):
        press(app, "log_set")
        number += 1
    return number


def press_label(app, label):
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception


def test_a_session_is_done_and_kept_from_an_empty_start(open_page, own_url):
    app = open_page(own_url, PAGE)
    press(app, "begin_lower-body")
    assert "Hold a kettlebell or dumbbell against the chest" in shown_words(app)
    app.number_input(key="load_1A-1_0").set_value(16.0).run()
    assert log_all(app) == 12
    assert "✓ 12 reps, load not known, per side; 12 reps, load not known, per side" in shown_words(app)
    press(app, "finish")
    assert [each.value for each in app.success] == ["Kept as session-1: 12 sets."]
    press(app, "begin_lower-body")
    assert app.number_input(key="load_1A-1_0").value == 16.0


@pytest.mark.parametrize("data", ["sample", TWENTY_YEARS])
def test_the_beginning_offers_templates_and_earlier_sessions(data, open_page, url_of):
    app = open_page(url_of(data), PAGE)
    labels = [button.label for button in app.button]
    assert labels.count("Begin") == 3
    assert len(app.selectbox(key="earlier_session").options) > 20


def test_an_earlier_session_is_done_again_with_its_loads(open_page, own_url):
    app = open_page(own_url, PAGE, {"log_view": "As text"})
    app.text_area(key="session_text").set_value("squat 2x8 @60kg; plank 45s").run()
    press_label(app, "Keep this session")
    app.button_group(key="log_view").set_value("Checklist").run()
    next(button for button in app.button if button.form_id == "earlier").click().run()
    assert app.number_input(key="load_1-1_0").value == 60.0
    assert log_all(app) == 3


def test_another_exercise_is_done_instead_and_a_set_is_taken_back(open_page, own_url):
    app = open_page(own_url, PAGE)
    press(app, "begin_lower-body")
    press(app, "log_set")
    press(app, "back_1A-1")
    assert "0 of 12 sets done" in shown_words(app)
    press(app, "Easier_1A")
    assert "### 1A · Squat" in shown_words(app)
    press(app, "choose_2B")
    assert "### 2B" in shown_words(app)
    press(app, "more_sets_2B")
    assert "0 of 13 sets done" in shown_words(app)


def test_what_another_tab_did_is_told_and_both_taps_hold(open_page, own_url):
    app, other = open_page(own_url, PAGE), open_page(own_url, PAGE)
    press(app, "begin_lower-body")
    other.run()
    press(other, "log_set")
    press(app, "choose_2A")
    assert "1A Goblet Squat, set 1: logged" in "\n".join(each.value for each in app.info)
    press(app, "log_set")
    assert "2 of 12 sets done" in shown_words(app)


def test_a_set_that_two_tabs_log_otherwise_is_asked(open_page, own_url):
    app, other = open_page(own_url, PAGE), open_page(own_url, PAGE)
    press(app, "begin_lower-body")
    other.run()
    press(other, "log_set")
    app.number_input(key="reps_1A-1_0").set_value(12)
    press(app, "log_set")
    assert "in another tab 8 reps" in app.warning[0].value
    press(app, "keep_mine")
    assert not app.warning
    account = open_account(own_url)
    assert [each.set.reps for each in keep.read_session(account).done] == [12]
    account.engine.dispose()


def test_a_session_that_was_finished_elsewhere_is_said_and_not_kept_twice(open_page, own_url, monkeypatch):
    app, other = open_page(own_url, PAGE), open_page(own_url, PAGE)
    press(app, "begin_warm-up")
    press(app, "log_set")
    other.run()
    press(app, "finish")
    other.button(key="finish").click().run()
    assert len(other.exception) == 1  # a server says it above the page
    assert not other.success


def test_a_session_is_put_away(open_page, own_url):
    app = open_page(own_url, PAGE)
    press(app, "begin_warm-up")
    press(app, "put_away")
    assert "By a template" in shown_words(app)


def test_a_text_is_read_line_by_line_and_refused_while_it_has_mistakes(open_page, own_url):
    app = open_page(own_url, PAGE, {"log_view": "As text"})
    app.text_area(key="session_text").set_value("squat 3x8 @60kg\n<b>row</b> 8 8 7\nplank 60\nstep up 10/side").run()
    drawn = "".join(html.proto.body for html in app.get("html"))
    assert "Trains Quadriceps" in drawn
    assert "&lt;b&gt;row" in drawn
    assert "<mark>" in drawn
    assert "Write 60s for seconds" in drawn
    assert "10 reps, per side" in drawn
    next(button for button in app.button if button.label == "Keep this session").click().run()
    assert "Mend it" in app.error[0].value
    assert not app.exception
    again = open_page(own_url, PAGE, {"log_view": "As text"})
    assert again.text_area(key="session_text").value.startswith("squat 3x8 @60kg")


def test_what_is_said_of_a_text_survives_a_reload_with_it(open_page, own_url):
    app = open_page(own_url, PAGE, {"log_view": "As text"})
    app.text_area(key="session_text").set_value("squat 2x8 @60kg").run()
    app.text_input(key="text_title").set_value("Evening").run()
    app.number_input(key="text_minutes").set_value(40.0).run()
    again = open_page(own_url, PAGE, {"log_view": "As text"})
    assert (again.text_input(key="text_title").value, again.number_input(key="text_minutes").value) == ("Evening", 40.0)
    press_label(again, "Keep this session")
    assert not open_page(own_url, PAGE, {"log_view": "As text"}).text_input(key="text_title").value


def test_a_session_that_an_app_may_have_too_is_said_and_stands_at_the_record(open_page, own_url):
    account = open_account(own_url)
    import_files(account, [hevy(*(hevy_set(2, index=place) for place in range(6)))], BERLIN)
    account.engine.dispose()
    app = open_page(own_url, PAGE, {"log_view": "As text"})
    app.text_area(key="session_text").set_value("squat 3x5 @100kg").run()
    app.date_input(key="text_day").set_value(date(2026, 5, 2)).run()
    app.time_input(key="text_time").set_value(time(18, 20)).run()
    press_label(app, "Keep this session")
    told = "It may be the same bout as session-1. That is not certain, so each counts"
    assert any(told in each.value for each in app.info)
    record = open_page(own_url, "log/strength.py", {"record": "session-1"})
    assert any("It may be the same bout as session-2." in each.value for each in record.info)


def test_an_earlier_session_is_put_behind_the_text(open_page, own_url):
    app = open_page(own_url, PAGE, {"log_view": "As text"})
    app.text_area(key="session_text").set_value("squat 2x8 @60kg").run()
    press_label(app, "Keep this session")
    app.text_area(key="session_text").set_value("row 3x8 @40kg").run()
    press(app, "text_take")
    assert app.text_area(key="session_text").value == "row 3x8 @40kg\nsquat 2x8 @60kg"


def test_an_own_template_is_made_renamed_and_taken_away(open_page, own_url):
    app = open_page(own_url, PAGE, {"log_view": "As text"})
    app.text_area(key="session_text").set_value("squat 2x8 @60kg").run()
    press_label(app, "Keep this session")
    app.button_group(key="log_view").set_value("Own templates").run()
    form = next(button.form_id for button in app.button if button.form_id == "own_template")
    next(field for field in app.text_input if field.form_id == form).set_value("Monday")
    next(button for button in app.button if button.form_id == form).click().run()
    assert "Kept as the template Monday" in app.success[-1].value
    press(app, "take_away_monday")
    assert "**Monday**" not in shown_words(app)


def test_exercises_are_added_to_the_session_under_way(open_page, own_url):
    app = open_page(own_url, PAGE)
    press(app, "begin_warm-up")
    next(field for field in app.text_input if field.form_id == "add_exercise").set_value("face pull 3x12 @20kg")
    press_label(app, "Add it")
    assert "0 of 8 sets done" in shown_words(app)
    press(app, "choose_2")
    assert app.number_input(key="load_2-1_0").value == 20.0
    press_label(app, "Add its exercises")
    assert "0 of 13 sets done" in shown_words(app)


def test_a_session_of_another_release_is_said_and_can_be_put_away(open_page, own_url):
    account = open_account(own_url)
    with account.write_unseen() as conn:
        drafts.put(conn, account.athlete_id, keep.SESSION, "{}", datetime(2026, 11, 20))
    account.engine.dispose()
    app = open_page(own_url, PAGE)
    assert "another release" in app.error[0].value
    press(app, "put_away_unread")
    assert "By a template" in shown_words(app)


@pytest.mark.parametrize(("minutes", "shown"), [(32, 32.0), (2, None)])
def test_the_minutes_follow_the_clock_where_that_can_be_a_session_and_can_be_emptied(
    minutes, shown, open_page, own_url
):
    app = open_page(own_url, PAGE)
    press(app, "begin_warm-up")
    account = open_account(own_url)
    keep.change(account, lambda session: replace(session, begun_at=session.begun_at - timedelta(minutes=minutes)))
    press(app, "log_set")
    field = next(each for each in app.number_input if each.label == "Minutes")
    assert field.value == shown
    field.set_value(50.0).run()
    press(app, "log_set")
    field = next(each for each in app.number_input if each.label == "Minutes")
    assert field.value == 50.0
    field.set_value(None).run()
    press(app, "log_set")
    assert next(each for each in app.number_input if each.label == "Minutes").value is None
    assert keep.finish(account).sets == 3
    account.engine.dispose()


@pytest.mark.parametrize(("button", "kept"), [("text_keep_here", "plank 60s"), ("text_take_other", "squat 3x8")])
def test_of_two_texts_the_person_chooses(button, kept, open_page, own_url):
    view = {"log_view": "As text"}
    app, other = open_page(own_url, PAGE, view), open_page(own_url, PAGE, view)
    other.text_area(key="session_text").set_value("squat 3x8").run()
    app.text_area(key="session_text").set_value("plank 60s").run()
    assert "Another tab changed this text" in app.warning[0].value
    press(app, button)
    assert not app.warning
    assert app.text_area(key="session_text").value == kept
    assert open_page(own_url, PAGE, view).text_area(key="session_text").value == kept
