"""Hard days: the counts are those of the command line, a session opens the runs around it, and what is missing is said."""

import json

import pytest
from click.testing import CliRunner

from lib.cli import main

PAGE = "dashboard/hard_days.py"


def said(app):
    return "\n".join(str(each.value) for kind in ("caption", "markdown") for each in app.get(kind))


@pytest.fixture(scope="module", name="printed")
def _printed(sample_url):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LEGWORK_DATABASE_URL", sample_url)
        found = CliRunner().invoke(main, ["spacing", "--json"])
    assert found.exit_code == 0, found.output
    return json.loads(found.stdout)


def test_the_counts_are_those_of_the_command_line(open_page, sample_url, printed):
    total, words = printed["summary"], said(open_page(sample_url, PAGE, {"hard_range": "All"}))
    sessions = len(printed["sessions"])
    assert f"**{total['at_least_24_before']} of {sessions}** leg sessions at least 24 h after a hard run" in words
    assert f"**{total['at_least_24_after']} of {sessions}** leg sessions at least 24 h before a hard run" in words


def test_every_session_ends_in_one_count_on_each_side(printed):
    total = printed["summary"]
    for side in ("before", "after"):
        assert sum(total[f"{word}_{side}"] for word in ("at_least_24", "closer", "unknown", "none")) == len(
            printed["sessions"]
        )
        assert all((each[f"{side}_h"] is None) or each[side] != "none" for each in printed["sessions"])


def test_the_sample_athlete_has_a_gap_under_a_day_and_an_unknown_one(printed):
    assert printed["summary"]["closer_before"] > 0
    assert printed["summary"]["unknown_before"] > 0


def test_a_session_of_the_address_opens_the_runs_around_it(open_page, sample_url, printed):
    session = printed["sessions"][-1]
    app = open_page(sample_url, PAGE, {"legs": session["id"]})
    tables = [table.value for table in app.dataframe]
    assert any("How hard" in table and len(table) for table in tables)
    assert "Click a dot" not in said(app)


@pytest.mark.parametrize("nonsense", ["session-999999", "run-1", "<b>"])
def test_nonsense_in_the_address_opens_nothing(open_page, sample_url, nonsense):
    assert "Click a dot" in said(open_page(sample_url, PAGE, {"legs": nonsense}))
