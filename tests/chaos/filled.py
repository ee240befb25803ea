"""A database with a row in every corner, filled through the command line."""

import shlex
import shutil
from collections.abc import Iterable
from pathlib import Path

from click.testing import CliRunner, Result
from every_table import say_everything

from lib.cli import main
from lib.store.account import open_account

SAMPLES = Path(__file__).parents[2] / "sample_data"
ANSWERS = ["--timezone", "Europe/Berlin", "--weight-unit", "kg", "--distance-unit", "km", "--keep-going"]
ACTS = (
    "edit run-1 distance=9.9 title=Edited",
    "edit run-2 effort=hard",
    "edit session-1 title=Legs",
    "leave-out run-3",
    "bin run-4",
    "set session-2 1 reps=7",
    "log 'squat 3x8 @60kg' --at '2026-05-01 18:00' --title Evening",
    "goals set runs 3 --from 2026-01-05",
    "breaks add 2026-01-01 2026-01-09 --reason flu",
    "events add race 2026-03-01 --title Marathon",
    "body-mass add 2026-01-01 71.5",
    "title-words set hills hard",
    "templates keep session-1 Mine",
    "max-heart-rate 188",
)
LATER_ACTS = (
    "edit run-7 title='Edited later' distance=8.8",
    "bin run-8",
    "goals set runs 4 --from 2026-03-02",
    "shoes mark Blue 700",
    "set session-3 1 reps=6",
)


def run(url: str, *arguments: str) -> Result:
    """One command in this process, on the database at the URL."""
    return CliRunner(env={"LEGWORK_DATABASE_URL": url}).invoke(main, list(arguments))


def url_of(path: Path) -> str:
    return f"sqlite:///{path}"


def fill(path: Path, rows: int) -> None:
    """Two exports of runs, one of sessions, acts of a person, and a row in every table that they fill. rows: of each file.

    Beside it: `earlier.db`, the same before its last acts, and `more.csv`, which was imported and taken back.
    """
    for name in ("strava_activities.csv", "hevy.csv"):
        part = path.with_name(name)
        part.write_text("".join(_lines(name)[: rows + 1]), encoding="utf-8")
        assert run(url_of(path), "import", str(part), *ANSWERS).exit_code == 0
    again = path.with_name("strava_again.csv")
    lines = path.with_name("strava_activities.csv").read_text(encoding="utf-8").replace("Easy", "Calm")
    again.write_text(
        lines + lines.splitlines()[1].replace("202", "2x2") + "\n", encoding="utf-8"
    )  # and a row with problems
    run(url_of(path), "import", str(again), *ANSWERS)
    more = "".join([lines.splitlines(keepends=True)[0], *_lines("strava_activities.csv")[rows + 1 : 4 * rows]])
    path.with_name("more.csv").write_text(more, encoding="utf-8")
    _do(path, ACTS)
    _say_everything(path)
    assert run(url_of(path), "import", str(path.with_name("more.csv")), *ANSWERS).exit_code == 0
    _do(path, ["undo 4"])  # which leaves pages that nothing is in
    shutil.copyfile(path, path.with_name("earlier.db"))
    _do(path, LATER_ACTS)


def _do(path: Path, acts: Iterable[str]) -> None:
    for act in acts:
        result = run(url_of(path), *shlex.split(act))
        assert result.exit_code == 0, (act, result.output)


def _say_everything(path: Path) -> None:
    account = open_account(url_of(path))
    with account.write() as conn:
        say_everything(conn, account.athlete_id, str)
    account.engine.dispose()


def _lines(name: str) -> list[str]:
    return (SAMPLES / name).read_text(encoding="utf-8").splitlines(keepends=True)
