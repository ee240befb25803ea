"""Events are added and taken back on the settings page, and marked on the overview."""

import json
from datetime import date


def marks(app):
    figure = json.loads(app.get("plotly_chart")[0].proto.spec)
    return [text for trace in figure["data"] if trace["name"] == "events" for text in trace["hovertext"]]


def test_an_event_is_marked_until_it_is_taken_back(open_page, sample_url):
    app = open_page(sample_url, "data/settings.py")
    app.selectbox(key="event_kind").set_value("race")
    app.date_input(key="event_from").set_value(date(2026, 9, 6))
    app.text_input(key="event_title").set_value("![x](http://h/x.png) 10k")
    next(button for button in app.button if button.label == "Add event").click()
    app.run()
    assert not app.exception
    listed = [line.value for line in app.markdown if "6 Sep 2026" in line.value]
    assert len(listed) == 1
    assert "![x]" not in listed[0]
    app.switch_page("pages/dashboard/overview.py").run()
    assert sum("6 Sep 2026" in text for text in marks(app)) == 1
    app.switch_page("pages/data/settings.py").run()
    app.button(key="remove_event_race_2026-09-06").click().run()
    assert not [line.value for line in app.markdown if "6 Sep 2026" in line.value]


def test_an_event_that_ends_before_it_starts_is_refused_with_a_sentence(open_page, tmp_path):
    app = open_page(f"sqlite:///{tmp_path / 'mine.db'}", "data/settings.py")
    app.date_input(key="event_from").set_value(date(2026, 9, 6))
    app.date_input(key="event_to").set_value(date(2026, 9, 1))
    next(button for button in app.button if button.label == "Add event").click()
    app.run()
    assert [error.value for error in app.error] == ["An event ends on or after the day on which it starts."]
