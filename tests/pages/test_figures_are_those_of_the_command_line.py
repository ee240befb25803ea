"""What the figures of Balance, Consistency and Muscles draw is what `legwork weeks` and `legwork balance` print."""

import base64
import json
import re
from datetime import date, timedelta

import numpy as np
import pytest

from lib.services.queries.numbers import balance_json, weeks_json
from lib.services.queries.training import read_training
from lib.services.queries.weekly import last_day
from lib.store.account import open_account

DONE = re.compile(r"<b>([\d.]+)</b> (km run|sets lifted)")


@pytest.fixture(scope="module")
def training(sample_url):
    account = open_account(sample_url)
    found = read_training(account, date(2026, 11, 22))
    account.engine.dispose()
    return found


@pytest.fixture
def figures(open_page, sample_url, training, monkeypatch):
    """figures(page): the traces of its charts by name, as seen on the day up to which the sample is logged."""
    monkeypatch.setattr("lib.ui.shell.queries.local_today", lambda *_: training.today)

    def run(page):
        charts = open_page(sample_url, f"dashboard/{page}.py").get("plotly_chart")
        return [{trace.get("name"): trace for trace in json.loads(chart.proto.spec)["data"]} for chart in charts]

    return run


def numbers(values):
    """A column of a figure, which Plotly packs where it is long."""
    if isinstance(values, dict):
        return np.frombuffer(base64.b64decode(values["bdata"]), dtype=values["dtype"]).tolist()
    return values


def test_every_point_of_the_trend_is_the_balance_of_its_day(figures, training):
    ratio = figures("balance")[0]["ratio"]
    days, drawn = [str(day)[:10] for day in numbers(ratio["x"])], ratio["customdata"]
    assert len(days) > 300
    for place in range(0, len(days), 45):
        printed = balance_json(training, date.fromisoformat(days[place]))
        assert drawn[place][1:3] == [printed["quadriceps"], printed["hamstrings"]]
        shown = numbers(ratio["y"])[place]
        assert shown == pytest.approx(printed["log2"]) if printed["shown"] else shown is None or np.isnan(shown)


def test_the_windows_of_the_balance_are_those_that_are_printed(open_page, sample_url, training, monkeypatch):
    monkeypatch.setattr("lib.ui.shell.queries.local_today", lambda *_: training.today)
    app = open_page(sample_url, "dashboard/balance.py")
    said = [element.value for element in app.markdown if element.value.startswith("In ")]
    for sentence, days in zip(said, (28, 84), strict=True):
        printed = balance_json(training, training.today, days)
        assert (
            f"In {days} days: {printed['quadriceps']:g} quad sets, {printed['hamstrings']:g} hamstring sets" in sentence
        )
        assert printed["shown"] == ("depending on how helpers are counted" in sentence)


def test_the_days_of_the_calendar_add_up_to_the_weeks_that_are_printed(figures, training):
    printed = {week["week_start"]: week for week in weeks_json(training)}
    sums: dict[str, dict[str, float]] = {}
    for name in ("running", "lifting"):
        trace = figures("consistency")[1][name]
        for day, text in zip(trace["customdata"], trace["hovertext"], strict=True):
            start = date.fromisoformat(day) - timedelta(days=date.fromisoformat(day).weekday())
            found = {what: float(number) for number, what in DONE.findall(text)}
            week = sums.setdefault(start.isoformat(), {"km run": 0.0, "sets lifted": 0.0})
            what = "km run" if name == "running" else "sets lifted"
            week[what] += found[what]
    assert len(sums) > 40
    for start, week in list(sums.items())[1:]:
        assert week["km run"] == pytest.approx(printed[start]["distance_m"] / 1000, abs=0.5)
        assert week["sets lifted"] == printed[start]["hard_sets"]


def test_the_body_map_shows_the_mean_of_the_weeks_that_are_printed(open_page, sample_url, training, monkeypatch):
    monkeypatch.setattr("lib.ui.shell.queries.local_today", lambda *_: training.today)
    app = open_page(sample_url, "dashboard/muscles.py")
    table = app.dataframe[0].value.set_index("Muscle")
    last = last_day(training)
    complete = [
        week
        for week in weeks_json(training)
        if date.fromisoformat(week["week_start"]) + timedelta(days=6) < training.today
    ][-4:]
    assert last is not None
    for name, muscle in (("Quadriceps", "quadriceps"), ("Hamstrings", "hamstrings"), ("Calves", "calves")):
        mean = sum(week["muscles"][muscle] for week in complete) / 4
        assert float(table.loc[name, "Sets"]) == pytest.approx(mean, abs=0.051)
