"""The report in a browser without a network: every figure is drawn, nothing is asked for, and it fits on six pages."""

import re
from datetime import date

import pytest
from driving import IN_A_BROWSER
from long_runs import TWENTY_YEARS
from playwright.sync_api import expect

from benchmarks.twenty_years import write_twenty_years
from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.report.content import make_report
from lib.report.html import to_html
from lib.services.demo import open_demo
from lib.services.importing.import_files import import_files
from lib.services.queries.training import read_training
from lib.store.account import open_account

pytestmark = IN_A_BROWSER

TODAY = date(2026, 11, 22)


def sample_athlete(folder):
    return open_demo(f"sqlite:///{folder / 'sample.db'}"), None


def twenty_years(folder):
    account = open_account(f"sqlite:///{folder / 'twenty.db'}")
    files = write_twenty_years(folder, **TWENTY_YEARS)
    uploads = [Upload(path.name, path) for path in (files.strava, files.hevy)]
    assert import_files(account, uploads, Answers(time_zone="Europe/Berlin")).ok
    return account, date(2000, 1, 1)


@pytest.mark.parametrize(
    "athlete", [sample_athlete, pytest.param(twenty_years, marks=pytest.mark.whole)], ids=["sample", "twenty-years"]
)
def test_the_report_opens_without_a_network_and_prints_on_six_pages(athlete, new_context, tmp_path):
    account, first = athlete(tmp_path)
    page_text = to_html(make_report(read_training(account, TODAY), first))
    file = tmp_path / "report.html"
    file.write_text(page_text, encoding="utf-8")

    asked: list[str] = []
    context = new_context()  # of its own: without a network
    context.set_offline(True)
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    expect(page.locator("figure svg.main-svg").first).to_be_visible()
    assert page.locator("figure").count() == page.locator("figure .js-plotly-plot").count() == 3
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert 1 < len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4", prefer_css_page_size=True))) <= 6
