"""The report: its figures are those of the command line, its text is safe, its range is what was asked for."""

import re
from dataclasses import replace
from datetime import date

import pytest

from lib.model.errors import ReportError
from lib.model.region import used
from lib.model.vocabulary import DistanceUnit
from lib.report.blocks import Report
from lib.report.content import make_report
from lib.report.html import to_html
from lib.report.span import span_of
from lib.services.demo import open_demo
from lib.services.preferences.regions import of_locale
from lib.services.queries.numbers import weeks_json
from lib.services.queries.training import Training, read_training
from lib.store.account import open_account

TODAY = date(2026, 11, 22)
FIRST, LAST = date(2026, 3, 2), date(2026, 5, 31)  # whole weeks


@pytest.fixture(scope="module")
def training(tmp_path_factory) -> Training:
    account = open_demo(f"sqlite:///{tmp_path_factory.mktemp('report') / 'sample.db'}")
    found = read_training(account, TODAY)
    account.engine.dispose()
    return found


def numbers(report: Report) -> dict[str, str]:
    return {number.label: number.value for section in report.sections for number in section.numbers}


def table(report: Report, title: str):
    (section,) = [section for section in report.sections if section.title == title]
    return section.tables[0].frame


def test_the_numbers_are_those_of_the_command_line(training):
    report, weeks = make_report(training, FIRST, LAST), weeks_json(training, FIRST, LAST)
    said = numbers(report)
    assert said["Distance"] == f"{sum(week['distance_m'] for week in weeks) / 1000:,.1f} km"
    assert said["Runs"] == str(sum(week["runs"] for week in weeks))
    assert said["Strength sessions"] == str(sum(week["sessions"] for week in weeks))
    assert said["Lower-body sessions"] == str(sum(week["lower_sessions"] for week in weeks))
    assert float(said["Sets that count"].replace(",", "")) == sum(week["hard_sets"] for week in weeks)


def test_the_sets_of_each_muscle_are_those_of_the_command_line(training):
    rows = table(make_report(training, FIRST, LAST), "Muscles").set_index("Muscle")
    weeks = weeks_json(training, FIRST, LAST)
    for muscle, name in (("quadriceps", "Quadriceps"), ("upper_back_lats", "Upper back"), ("tibialis", "Shins")):
        assert float(rows.loc[name, "Sets"]) == pytest.approx(sum(week["muscles"][muscle] for week in weeks))


def test_the_weeks_of_the_table_are_the_newest_of_the_range_first(training):
    rows = table(make_report(training, FIRST, LAST), "Weeks")
    assert len(rows) == 13
    assert rows["Week from"].iloc[0] == "25 May 2026"
    assert rows["Week from"].iloc[-1] == "2 Mar 2026"


def test_distances_are_in_the_athletes_unit(training):
    miles = replace(training, athlete=replace(training.athlete, distance_unit=DistanceUnit.MILE))
    said = numbers(make_report(miles, FIRST, LAST))
    assert said["Distance"].endswith(" mi")
    assert "Distance (mi)" in table(make_report(miles, FIRST, LAST), "Weeks")
    assert " km" not in str(said)


def test_without_a_range_it_is_the_year_up_to_the_last_logged_day(training):
    span = span_of(training)
    assert (span.last - span.first).days <= 364
    assert span.last <= TODAY


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [(LAST, FIRST, "has no days"), (date(1999, 1, 1), date(1999, 2, 1), "Nothing is logged from 1 Jan 1999")],
)
def test_a_range_without_anything_is_refused_in_a_sentence(training, first, last, why):
    with pytest.raises(ReportError, match=why):
        make_report(training, first, last)


def test_an_empty_database_is_refused_in_a_sentence(tmp_path):
    account = open_account(f"sqlite:///{tmp_path / 'empty.db'}")
    empty = read_training(account, TODAY)
    with pytest.raises(ReportError, match="Nothing is logged yet"):
        make_report(empty)


def test_foreign_text_is_escaped_and_nothing_is_fetched(training):
    named = replace(training, athlete=replace(training.athlete, name="<img src=x onerror=alert(1)>"))
    page = to_html(make_report(named, FIRST, LAST))
    body = page[page.index("</script>") :]
    assert "&lt;img src=x" in body
    assert "<img src=x" not in body
    assert "http://" not in body.replace("http://www.w3.org", "")
    assert "https://" not in body


def test_the_drawing_script_stands_in_the_page_once(training):
    page = to_html(make_report(training, FIRST, LAST))
    assert page.count("plotly.js v") == 1


def test_only_runs_make_a_report_without_muscles(training):
    runs = replace(
        training,
        sets=training.sets.iloc[:0],
        lifting=replace(
            training.lifting,
            counted=training.lifting.counted.iloc[:0],
            muscle_sets=training.lifting.muscle_sets.iloc[:0],
            strength_sessions=training.lifting.strength_sessions.iloc[:0],
            periods=training.lifting.periods.iloc[:0],
        ),
    )
    report = make_report(runs, FIRST, LAST)
    assert [section.title for section in report.sections] == [
        "In numbers",
        "Distance of each week",
        "Consistency",
        "Weeks",
    ]
    assert "Sets that count" not in numbers(report)


def test_a_report_for_another_region_has_its_numbers_and_days_also_in_the_figures(training):
    with used(of_locale("de-DE")):
        report, page = make_report(training), to_html(make_report(training))
    said = numbers(report)
    assert re.fullmatch(r"\d\.\d{3},\d km", said["Distance"])
    assert all(re.fullmatch(r"\d+,\d", cell) for cell in table(report, "Weeks")["Distance (km)"] if cell != "–")
    assert '"separators":",."' in page
    with used(of_locale("en-US")):
        american = make_report(training)
    assert re.fullmatch(r"[A-Z][a-z]{2} \d+, 2025 – [A-Z][a-z]{2} \d+, 2026", american.days)
    assert numbers(american)["Distance"] == said["Distance"].translate(str.maketrans(".,", ",."))


def test_without_a_log_of_one_kind_that_half_is_one_line(training):
    runs = make_report(replace(training, sets=training.sets.iloc[:0]), FIRST, LAST)
    lifting = make_report(replace(training, activities=training.activities.iloc[:0]), FIRST, LAST)
    assert runs.sections[0].sentences == ["Only runs: no lifting log was imported."]
    assert lifting.sections[0].sentences == ["Only lifting: no log of runs was imported."]
    assert set(numbers(runs)) == {"Distance", "Runs", "Running time", "Longest run"}
    assert "Runs" not in numbers(lifting)
    assert list(table(runs, "Weeks")) == ["Week from", "Distance (km)", "Runs"]
    assert list(table(lifting, "Weeks")) == ["Week from", "Strength sessions", "Lower-body", "Sets"]
    (drawing,) = runs.sections[1].drawings
    assert not [trace for trace in drawing.figure.data if trace.type == "heatmap"]
