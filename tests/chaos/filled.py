"""A database with a row in every corner, filled through the command line."""

import shlex
from pathlib import Path

from click.testing import CliRunner, Result

from lib.cli import main

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


def run(url: str, *arguments: str) -> Result:
    """One command in this process, on the database at the URL."""
    return CliRunner(env={"LEGWORK_DATABASE_URL": url}).invoke(main, list(arguments))


def url_of(path: Path) -> str:
    return f"sqlite:///{path}"


def fill(path: Path, rows: int) -> None:
    """Two exports of runs, one of sessions, and acts of a person. rows: of each file."""
    for name in ("strava_activities.csv", "hevy.csv"):
        part = path.with_name(name)
        part.write_text("".join(_lines(name)[: rows + 1]), encoding="utf-8")
        assert run(url_of(path), "import", str(part), *ANSWERS).exit_code == 0
    again = path.with_name("strava_again.csv")
    lines = path.with_name("strava_activities.csv").read_text(encoding="utf-8").replace("Easy", "Calm")
    again.write_text(lines, encoding="utf-8")
    run(url_of(path), "import", str(again), *ANSWERS)
    more = "".join([lines.splitlines(keepends=True)[0], *_lines("strava_activities.csv")[rows + 1 : 4 * rows]])
    path.with_name("more.csv").write_text(more, encoding="utf-8")
    for act in ACTS:
        result = run(url_of(path), *shlex.split(act))
        assert result.exit_code == 0, (act, result.output)


def _lines(name: str) -> list[str]:
    return (SAMPLES / name).read_text(encoding="utf-8").splitlines(keepends=True)
