"""What became of the plan, week by week and as the dashboard counts it: `python sample_data/summary.py`."""

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

PROJECT = Path(__file__).resolve().parents[1]
if str(PROJECT) not in sys.path:  # a script sees only its own folder; its imports name the project's
    sys.path.insert(0, str(PROJECT))

from lib.model.vocabulary import MUSCLE_NAMES, RUNNERS_NINE  # noqa: E402
from lib.services.demo import open_demo  # noqa: E402
from lib.services.queries.numbers import balance_json, weeks_json  # noqa: E402
from lib.services.queries.training import Training, read_training  # noqa: E402


def read_sample(folder: Path, today: date = date(2026, 11, 22)) -> Training:
    """The sample athlete's frames, from a database made in `folder`."""
    account = open_demo(f"sqlite:///{folder / 'sample.db'}")
    return read_training(account, today)


def lines(training: Training) -> Iterator[str]:
    """A heading and one line a week: kilometres, runs, sessions, sets of the nine groups, balance of the 28 days to its end."""
    yield (
        "week        km runs lifts  "
        + " ".join(f"{MUSCLE_NAMES[muscle][:6]:>6}" for muscle in RUNNERS_NINE)
        + "  q:h 28 d"
    )
    for week in weeks_json(training):
        yield _line(week, _balance(training, date.fromisoformat(week["week_start"]) + timedelta(days=6)))


def _line(week: dict[str, Any], balance: str) -> str:
    sets = " ".join(f"{week['muscles'][muscle]:6.1f}" for muscle in RUNNERS_NINE)
    kilometres = week["distance_m"] / 1000
    return f"{week['week_start']} {kilometres:5.1f} {week['runs']:3} {week['sessions']:4}   {sets}  {balance}"


def _balance(training: Training, last: date) -> str:
    result = balance_json(training, on=last)
    return (
        f"{result['ratio']:.1f} ({2 ** result['low']:.1f}-{2 ** result['high']:.1f})"
        if result["shown"]
        else result["reason"]
    )


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        print("\n".join(lines(read_sample(Path(folder)))))
