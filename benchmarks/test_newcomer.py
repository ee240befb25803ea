"""How long a newcomer waits from dropping their files to the first sentence about their week, on a SQLite file."""

from collections.abc import Sequence
from datetime import date
from itertools import count
from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.twenty_years import LAST_DAY, write_runs, write_sets
from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.services.importing.import_files import import_files, preview
from lib.services.queries.snapshot import read_snapshot
from lib.services.queries.your_week import newest_day, your_week
from lib.store.account import open_account
from lib.wording import your_week as words

ROWS = 7_000


def test_from_four_files_of_7_000_rows_to_a_sentence(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """Two lists of runs and two set logs: the preview as it is looked at, the import, and the first screen."""
    files = [
        write_runs(tmp_path / "activities.csv", ROWS),
        write_runs(tmp_path / "older_activities.csv", ROWS, days=3_000),
        write_sets(tmp_path / "workouts.csv", ROWS),
        write_sets(tmp_path / "older_workouts.csv", ROWS, days=3_000),
    ]
    databases = count()

    def first_sentence(paths: Sequence[Path], today: date) -> str:
        account = open_account(f"sqlite:///{tmp_path / f'{next(databases)}.db'}")
        uploads = [Upload(path.name, path) for path in paths]
        answers = Answers(time_zone="Europe/Berlin")
        assert preview(account, uploads, answers).ok
        assert import_files(account, uploads, answers).ok
        snapshot = read_snapshot(account, today)
        week = your_week(snapshot.training, snapshot.weekly, newest_day(snapshot.training))
        account.engine.dispose()
        return words.mileage(week, snapshot.training.athlete.distance_unit)

    said = benchmark.pedantic(first_sentence, args=(files, LAST_DAY), rounds=3)
    assert "usually ha" in said
    assert not said.startswith("0.0")
