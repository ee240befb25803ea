"""How long a large import and the reading of everything take, on a SQLite file."""

from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.athletes import TODAY, fill
from benchmarks.twenty_years import write_sets, write_twenty_years
from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.services.importing.import_files import import_files
from lib.services.queries.training import read_training
from lib.store.account import open_account


@pytest.fixture(scope="module")
def hundred_thousand_sets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sets(tmp_path_factory.mktemp("sets") / "workouts.csv", 100_000)


def test_import_of_100_000_hevy_sets_into_an_empty_database(
    benchmark: BenchmarkFixture, hundred_thousand_sets: Path, tmp_path: Path
):
    databases = iter(range(100))

    def empty_database():
        account = open_account(f"sqlite:///{tmp_path / f'{next(databases)}.db'}")
        return (account, [Upload("workouts.csv", hundred_thousand_sets)], Answers()), {}

    report = benchmark.pedantic(import_files, setup=empty_database, rounds=3)
    assert report.files[0].added.sets == 100_000


def test_import_of_the_same_100_000_sets_again(
    benchmark: BenchmarkFixture, hundred_thousand_sets: Path, tmp_path: Path
):
    account = fill(tmp_path / "again.db", [hundred_thousand_sets])
    uploads = [Upload("workouts.csv", hundred_thousand_sets)]
    report = benchmark.pedantic(import_files, args=(account, uploads, Answers()), rounds=3)
    assert report.files[0].unchanged == 100_000


def test_reading_and_counting_twenty_years(benchmark: BenchmarkFixture, tmp_path: Path):
    account = fill(tmp_path / "twenty.db", write_twenty_years(tmp_path))
    training = benchmark.pedantic(read_training, args=(account, TODAY), rounds=5, warmup_rounds=1)
    assert len(training.sets) == 150_000
