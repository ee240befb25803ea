"""Sunday weeks, miles, pounds and UTC−8 on every page: no number or label keeps another setting."""

import json
import re
from dataclasses import replace
from datetime import date
from itertools import chain

import pytest
from page_files import PAGES, ROOT
from streamlit.testing.v1 import AppTest

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.vocabulary import DistanceUnit, GoalKind, Weekday, WeightUnit
from lib.services import settings
from lib.services.import_files import import_files
from lib.services.settings import athlete_of
from lib.store.athletes import ensure_athlete
from lib.store.body_mass import set_body_mass
from lib.store.engine import open_database, write

ZONE = "Pacific/Pitcairn"  # UTC−8 all year
ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
OTHER_UNITS = re.compile(r"\d\s?(km|kg)\b|\bkilomet(re|er)s?\b|\bkilograms?\b|\((km|kg)\)|/\s?km\b|\bkm a week\b")
# What a page offers for choice is no number of the person's: the units themselves, and marks that a study gives.
OFFERED = ("Kilometres", "Kilograms", "Only what you see changes; everything is stored in metres and kilograms.")


@pytest.fixture(scope="module")
def far_west_url(tmp_path_factory):
    url = f"sqlite:///{tmp_path_factory.mktemp('west') / 'west.db'}"
    engine = open_database(url)
    athlete = ensure_athlete(engine)
    uploads = [Upload(name, ROOT / "sample_data" / name) for name in ("strava_activities.csv", "hevy.csv")]
    assert import_files(engine, athlete.id, uploads, Answers(time_zone=ZONE)).ok
    changed = replace(
        athlete_of(engine, athlete.id),
        distance_unit=DistanceUnit.MILE,
        weight_unit=WeightUnit.POUND,
        first_weekday=Weekday.SUNDAY,
    )
    settings.save(engine, changed)
    settings.set_goal(engine, athlete.id, GoalKind.DISTANCE, date(2025, 1, 1), 30_000.0)
    with write(engine, athlete.id) as conn:
        set_body_mass(conn, athlete.id, date(2026, 3, 1), 70.0)
    engine.dispose()
    return url


def shown_words(app: AppTest) -> str:
    """Everything a person reads on the page."""
    kinds = ("title", "header", "subheader", "caption", "markdown", "text", "info", "success")
    words = [str(element.value) for kind in kinds for element in app.get(kind)]
    words += [f"{metric.label} {metric.value} {metric.delta} {metric.help}" for metric in app.metric]
    widgets = chain(app.button, app.selectbox, app.number_input, app.date_input, app.checkbox, app.text_input)
    words += [widget.label for widget in widgets]
    tables = [table.value for table in app.dataframe]
    words += [str(column) for table in tables for column in table.columns]
    words += [str(cell) for table in tables for cell in table.to_numpy().ravel() if isinstance(cell, str)]
    words += [chart.proto.alt for chart in app.get("plotly_chart")]
    return "\n".join(word for word in words if not word.startswith(OFFERED))


def texts_of(spec: object) -> list[str]:
    """Every text inside a figure, drawn or shown on hover."""
    if isinstance(spec, dict):
        return [text for value in spec.values() for text in texts_of(value)]
    if isinstance(spec, list):
        return [text for value in spec for text in texts_of(value)]
    return [spec] if isinstance(spec, str) else []


@pytest.mark.parametrize("view", PAGES)
def test_no_label_or_number_is_in_a_unit_that_the_person_did_not_choose(view, open_page, far_west_url):
    app = open_page(far_west_url, view)
    drawn = [text for chart in app.get("plotly_chart") for text in texts_of(json.loads(chart.proto.spec))]
    found = [line for line in (*shown_words(app).splitlines(), *drawn) if OTHER_UNITS.search(line)]
    assert found == []


@pytest.mark.parametrize("view", [view for view in PAGES if view.startswith("dashboard/")])
def test_every_week_of_a_figure_starts_on_a_sunday(view, open_page, far_west_url):
    app = open_page(far_west_url, view)
    starts = {
        day
        for chart in app.get("plotly_chart")
        for trace in json.loads(chart.proto.spec)["data"]
        if trace.get("name") in ("sets", "distance")
        for row in trace.get("customdata") or []
        for day in row[:1]
        if isinstance(row, list) and ISO_DAY.fullmatch(str(day))
    }
    assert all(date.fromisoformat(day).weekday() == 6 for day in starts)
    if view == "dashboard/overview.py":
        assert len(starts) > 30


def test_a_week_of_the_week_page_runs_from_sunday_to_saturday(open_page, far_west_url):
    app = open_page(far_west_url, "dashboard/week.py")
    assert date.fromisoformat(app.session_state["week"]).weekday() == 6
    (days,) = [element.value for element in app.markdown if element.value.startswith("| Day |")]
    assert days.splitlines()[2].startswith("| Sun ")


def test_runs_in_utc_fall_on_the_day_of_the_far_west(open_page, far_west_url, sample_url):
    """Strava writes UTC: a morning run in Berlin is one of the evening before in UTC−8."""
    west, home = (open_page(url, "dashboard/week.py") for url in (far_west_url, sample_url))
    days = []
    for app, first in ((west, "2026-10-25"), (home, "2026-10-26")):
        app.selectbox(key="week").set_value(first).run()
        days.append(set(app.dataframe[0].value["Date"]))
    assert days[0] != days[1]
