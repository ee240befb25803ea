"""Writes the sample athlete's four files anew, the same bytes each time: `python sample_data/generate.py`."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
if str(HERE.parent) not in sys.path:  # a script sees only its own folder; its imports name the project's
    sys.path.insert(0, str(HERE.parent))

from sample_data.around import other_bouts  # noqa: E402
from sample_data.bouts import Bout, LoggedSession  # noqa: E402
from sample_data.layouts import garmin, hevy, strava, strong  # noqa: E402
from sample_data.layouts.text import write_lines  # noqa: E402
from sample_data.lifting import session  # noqa: E402
from sample_data.running import runs  # noqa: E402
from sample_data.season import HEVY_FROM, HOME, LAST_DAY, STRAVA_FROM, weeks  # noqa: E402


def write_sample(folder: Path) -> tuple[Path, ...]:
    """The four files in `folder`: Garmin, then Strava; Strong, then Hevy."""
    ran, lifted = all_runs(), all_sessions()
    return (
        write_lines(folder / "garmin_activities.csv", garmin.HEADER, _garmin_lines(ran)),
        write_lines(folder / "strava_activities.csv", strava.HEADER, _strava_lines(ran, lifted)),
        write_lines(folder / "strong.csv", strong.HEADER, _strong_lines(lifted)),
        write_lines(folder / "hevy.csv", hevy.HEADER, _hevy_lines(lifted)),
    )


def all_runs() -> tuple[Bout, ...]:
    """Every run of the fourteen months, oldest first."""
    return tuple(run for week in weeks() for run in runs(week) if run.start.date() <= LAST_DAY)


def all_sessions() -> tuple[LoggedSession, ...]:
    """Every logged strength session, oldest first."""
    run_of = {run.start.date(): run for run in all_runs()}
    lifts = (lift for week in weeks() for lift in week.lifts if lift.day <= LAST_DAY)
    return tuple(session(lift, run_of.get(lift.day)) for lift in lifts)


def _garmin_lines(ran: tuple[Bout, ...]) -> list[str]:
    """Newest first, as the site shows them."""
    return [garmin.garmin_line(run) for run in reversed(ran) if run.start.date() < STRAVA_FROM]


def _strava_lines(ran: tuple[Bout, ...], lifted: tuple[LoggedSession, ...]) -> list[str]:
    """By id, which is by start."""
    bouts = [run for run in ran if run.start.date() >= STRAVA_FROM] + list(other_bouts(lifted, LAST_DAY))
    return [strava.strava_line(bout, HOME) for bout in sorted(bouts, key=lambda each: each.start)]


def _strong_lines(lifted: tuple[LoggedSession, ...]) -> list[str]:
    """Oldest first, numbered."""
    early = [each for each in lifted if each.start.date() < HEVY_FROM]
    return [line for number, each in enumerate(early, start=1) for line in strong.strong_lines(each, number)]


def _hevy_lines(lifted: tuple[LoggedSession, ...]) -> list[str]:
    """Newest session first, its sets in order."""
    return [line for each in reversed(lifted) if each.start.date() >= HEVY_FROM for line in hevy.hevy_lines(each)]


if __name__ == "__main__":
    for path in write_sample(HERE):
        print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")
