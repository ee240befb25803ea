"""The lists of runs and of strength sessions: what is searched, what it adds up to, and what a click on a row opens."""

import pytest

from lib.model.record_id import parse_id
from lib.services.editing.decide import leave_out, put_into_bin
from lib.services.editing.edit import edit
from lib.services.queries.records import list_activities, list_sessions
from lib.wording.detail_tables import RECORD

RUNS, STRENGTH = "log/runs.py", "log/strength.py"


@pytest.fixture
def account(sample_copy):
    return sample_copy


@pytest.fixture
def url(account):
    return str(account.engine.url)


def rows(app):
    return app.dataframe[0].value if app.dataframe else None


def words(app):
    return " ".join(str(each.value) for kind in ("markdown", "caption") for each in app.get(kind))


def parsed(account, place=0):
    return parse_id(list_activities(account).iloc[place]["id"])


def test_every_run_is_listed_newest_first_and_the_sum_says_which_count(open_page, account, url):
    listed = list_activities(account)
    counted = listed[listed["counted"]]
    app = open_page(url, RUNS)
    assert len(rows(app)) == len(listed)
    assert list(rows(app)["Date"]) == sorted(rows(app)["Date"], reverse=True)
    assert f"{len(counted)} runs" in words(app)
    assert f"{counted['distance_m'].sum() / 1000:,.1f} km" in words(app)
    assert RECORD not in rows(app)


def test_a_search_finds_the_runs_whose_title_has_the_words(open_page, url):
    app = open_page(url, RUNS)
    app.text_input(key="runs_search").set_value("LONG run").run()
    assert len(rows(app))
    assert all("long" in title.lower() and "run" in title.lower() for title in rows(app)["Title"])


def test_what_nothing_fits_says_so(open_page, url):
    app = open_page(url, RUNS)
    app.text_input(key="runs_search").set_value("no such title").run()
    assert "Nothing of that is in your log" in words(app)


def test_the_filter_of_an_address_is_shown(open_page, url):
    app = open_page(url, RUNS, {"runs_sport": "ride"})
    assert set(rows(app)["Sport"]) == {"ride"}
    assert "None of these counts as running" in words(app)


def test_left_out_binned_and_edited_runs_can_be_listed_alone(open_page, account, url):
    out, binned, mended = (parsed(account, place) for place in (0, 1, 3))
    before = int(list_activities(account)["edited"].sum())  # the sample athlete corrected a run
    leave_out(account, [out])
    put_into_bin(account, [binned])
    edit(account, mended, {"title": "Mended"})
    app = open_page(url, RUNS)
    every = len(rows(app))
    for mark, number in (("left out", 1), ("in the bin", 1), ("edited", before + 1)):
        app.pills(key="runs_only").set_value([mark]).run()
        assert len(rows(app)) == number
    app.pills(key="runs_only").set_value(["left out", "edited"]).run()
    assert len(rows(app)) == before + 2
    assert every == len(list_activities(account)) - 1


def test_a_run_that_is_too_fast_looks_wrong(open_page, account, url):
    edit(account, parsed(account), {"distance": "90 km", "title": "Much too far"})
    app = open_page(url, RUNS)
    app.pills(key="runs_only").set_value(["looks wrong"]).run()
    shown = rows(app)
    assert list(shown.loc[shown["Title"] == "Much too far", "Looks wrong"]) == ["very fast"]


def test_sessions_are_found_by_exercise_and_by_muscle(open_page, account, url):
    app = open_page(url, STRENGTH)
    every = len(rows(app))
    assert every == len(list_sessions(account))
    app.selectbox(key="strength_exercise").set_value("Goblet Squat").run()
    assert 0 < len(rows(app)) < every
    assert all("Goblet Squat" in text for text in rows(app)["Exercises"])
    app.selectbox(key="strength_exercise").set_value("").run()
    app.selectbox(key="strength_muscle").set_value("biceps").run()
    assert 0 < len(rows(app)) < every


def test_the_fastest_run_comes_first_where_that_is_wanted(open_page, url):
    app = open_page(url, RUNS)
    app.selectbox(key="runs_order").set_value("Fastest first").run()
    paces = [pace for pace, sport in zip(rows(app)["Pace (/km)"], rows(app)["Sport"], strict=True) if sport == "run"]
    known = [pace for pace in paces if pace is not None]
    assert known == sorted(known)


@pytest.mark.parametrize(
    ("data", "page", "sentence"),
    [("lifting", RUNS, "Only strength so far"), ("runs", STRENGTH, "Only runs so far")],
)
def test_a_list_without_its_kind_of_record_says_what_is_missing(open_page, url_of, data, page, sentence):
    app = open_page(url_of(data), page)
    assert sentence in words(app)
    assert not app.dataframe
