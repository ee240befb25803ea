"""Every file that is written holds names as text: no formula for a spreadsheet, no element for a browser, no line for a calendar."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from hostile_athlete import broken, plant
from hostile_files import wrong_in
from hostile_names import FORMULAS, LINKS, MARKS, NAMES, ODD, SCRIPTS
from look_alikes import BERLIN

from lib.cli import main
from lib.services.importing.import_files import preview
from lib.services.preferences.settings import change_home_zone
from lib.store.account import Account, open_account
from lib.ui.imports.problem_list import problems
from lib.ui.kit.download import as_csv

TODAY = date(2026, 11, 22)
MONDAY = TODAY - timedelta(days=TODAY.weekday())


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Account:
    account = open_account(f"sqlite:///{tmp_path_factory.mktemp('hostile') / 'legwork.db'}")
    change_home_zone(account, "Europe/Berlin")
    plant(account, TODAY)
    return account


def written(account: Account, path: Path, *command: str) -> Path:
    url = account.engine.url.render_as_string(hide_password=False)
    result = CliRunner(env={"LEGWORK_DATABASE_URL": url}).invoke(main, [*command, str(path)])
    assert result.exit_code == 0, result.output
    return path


def test_there_are_more_than_sixty_of_them_and_none_twice():
    assert len(set(NAMES)) == len(NAMES) >= 60
    assert all((SCRIPTS, LINKS, MARKS, FORMULAS, ODD))


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("everything.zip", ["export"]),
        ("report.html", ["report", "--to", str(TODAY)]),
        ("exercises.json", ["exercises", "--export"]),
        ("legs.ics", ["plan", "--week", str(MONDAY), "--write-ics"]),
    ],
)
def test_no_file_holds_more_than_text(name, command, hostile, tmp_path):
    path = written(hostile, tmp_path / name, *command)
    assert wrong_in(path) == []
    if name.endswith((".html", ".ics")):
        assert "pwned" in path.read_text("utf-8")


def test_the_list_of_problems_holds_no_formula(hostile, tmp_path):
    found = problems(preview(hostile, [broken()], BERLIN))
    assert set(found["Value"]) & set(FORMULAS)
    (tmp_path / "problems.csv").write_bytes(as_csv(found))
    assert wrong_in(tmp_path / "problems.csv") == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", 'Name\n"=1+1"\n'),
        ("a.html", "<p>squat</p><img src=x>"),
        ("a.html", "<p onclick='x'>squat</p>"),
        ("a.ics", "BEGIN:VCALENDAR\r\nBEGIN:VALARM\r\nEND:VALARM\r\nEND:VCALENDAR\r\n"),
    ],
)
def test_what_would_be_wrong_is_seen(name, content, tmp_path):
    (tmp_path / name).write_text(content, "utf-8")
    assert len(wrong_in(tmp_path / name)) == 1
