"""Sunday weeks, miles, pounds and UTC−8 on every page: no number or label keeps another setting."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from page_files import PAGES, ROOT
from pressing import words_of
from words_on_page import figure_texts, shown_words

from lib.catalog.run_words import word_lists
from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.vocabulary import DistanceUnit, GoalKind, Weekday, WeightUnit
from lib.services.importing.import_files import import_files
from lib.services.preferences import dated, settings
from lib.services.preferences.settings import athlete_of
from lib.store.account import open_account
from lib.store.own.dated import Goal, WeighIn

ZONE = "Pacific/Pitcairn"  # UTC−8 all year
ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
OTHER_UNITS = re.compile(r"\d\s?(km|kg)\b|\bkilomet(re|er)s?\b|\bkilograms?\b|\((km|kg)\)|/\s?km\b|\bkm a week\b")
# What a page offers for choice is no number of the person's: the units themselves, and marks that a study gives.
OFFERED = ("Kilometres", "Kilograms")


@pytest.fixture(scope="module")
def far_west_url(tmp_path_factory):
    url = f"sqlite:///{tmp_path_factory.mktemp('west') / 'west.db'}"
    account = open_account(url)
    uploads = [Upload(name, ROOT / "sample_data" / name) for name in ("strava_activities.csv", "hevy.csv")]
    assert import_files(account, uploads, Answers(time_zone=ZONE)).ok
    changed = replace(
        athlete_of(account),
        distance_unit=DistanceUnit.MILE,
        weight_unit=WeightUnit.POUND,
        first_weekday=Weekday.SUNDAY,
    )
    settings.save(account, changed)
    dated.keep(account, Goal(GoalKind.DISTANCE, date(2025, 1, 1), 30_000.0))
    dated.keep(account, WeighIn(date(2026, 3, 1), 70.0))
    account.engine.dispose()
    return url


@pytest.mark.parametrize("view", PAGES)
def test_no_label_or_number_is_in_a_unit_that_the_person_did_not_choose(view, open_page, far_west_url):
    app = open_page(far_west_url, view)
    offered = (*OFFERED, *(", ".join(each.words) for each in word_lists()), *(each.words[0] for each in word_lists()))
    lines = [line for line in shown_words(app).splitlines() if not line.startswith(offered)]
    found = [line for line in (*lines, *figure_texts(app)) if OTHER_UNITS.search(line)]
    assert found == []


def test_what_can_hardly_be_a_run_is_said_in_miles(open_page, far_west_url):
    app = open_page(far_west_url, "log/how_we_count.py")
    app.segmented_control(key="counting_view").set_value("Runs").run()
    words = shown_words(app)
    assert "over their distance, longer than 75 mi" in words
    assert not OTHER_UNITS.search(words)


def test_every_week_of_the_main_figure_starts_on_a_sunday(open_page, far_west_url):
    app = open_page(far_west_url, "dashboard/overview.py")
    starts = {
        day
        for chart in app.get("plotly_chart")
        for trace in json.loads(chart.proto.spec)["data"]
        if trace.get("name") in ("sets", "distance")
        for row in trace.get("customdata") or []
        for day in row[:1]
        if isinstance(row, list) and ISO_DAY.fullmatch(str(day))
    }
    assert len(starts) > 20
    assert {date.fromisoformat(day).weekday() for day in starts} == {6}


def test_the_days_of_the_calendar_begin_with_sunday(open_page, far_west_url):
    app = open_page(far_west_url, "dashboard/consistency.py")
    (axis,) = [
        spec["layout"]["yaxis"]
        for spec in (json.loads(chart.proto.spec) for chart in app.get("plotly_chart"))
        if "Mon" in spec["layout"].get("yaxis", {}).get("ticktext", [])
    ]
    assert axis["ticktext"][axis["tickvals"].index(max(axis["tickvals"]))] == "Sun"


def test_the_seven_days_run_from_sunday_to_saturday(open_page, far_west_url):
    app = open_page(far_west_url, "dashboard/overview.py", {"week": "2026-10-25"})
    days = re.findall(r"(?m)^(\w{3} \d\d)$", words_of(app))
    assert days == ["Sun 25", "Mon 26", "Tue 27", "Wed 28", "Thu 29", "Fri 30", "Sat 31"]


def test_runs_in_utc_fall_on_the_day_of_the_far_west(open_page, far_west_url, sample_url):
    """Strava writes UTC: a morning run in Berlin is one of the evening before in UTC−8."""
    days = []
    for url, first in ((far_west_url, "2026-10-25"), (sample_url, "2026-10-26")):
        app = open_page(url, "dashboard/overview.py", {"week": first, "rows": "week"})
        days.append(set(app.dataframe[0].value["Date"]))
    assert days[0] != days[1]
