"""File → committed for a million sets and for thousands of recordings, beside a floor measured in the same run.

Prints seconds, seconds of the processor, the ratio to the floor and the highest memory; all of them of processes of
their own. LEGWORK_BENCH_ROWS: how many sets (1,000,000).
"""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.recordings import run, run_without_sums, write_fits, write_strava_archive
from benchmarks.twenty_years import write_sets
from lib.importers.formats.fit.importer import fit_records
from tests.postgres_server import programs, running_server
from tests.recorded_files import START

PROJECT: Final = Path(__file__).parents[1]
SHARED: Final = PROJECT.parent / "shared"
ROWS: Final = int(os.environ.get("LEGWORK_BENCH_ROWS", "1000000"))

Show = Callable[..., None]


def _run(*command: object) -> dict[str, Any]:
    """What a process of this Python prints as JSON in its last line, with the seconds it took of the processor."""
    words = [sys.executable, *map(str, command)]
    before = _seconds_of_children()
    done = subprocess.run(words, cwd=PROJECT, capture_output=True, text=True, check=True)
    return {"cpu_s": round(_seconds_of_children() - before, 2), **json.loads(done.stdout.splitlines()[-1])}


def _seconds_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _timed(benchmark: BenchmarkFixture, url: str, file: Path) -> dict[str, Any]:
    found: dict[str, Any] = benchmark.pedantic(_run, args=("-m", "benchmarks.timed_import", url, file), rounds=1)
    return found


@pytest.fixture
def show(benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str]) -> Show:
    """Print an import and, where there is one, its floor; keep both with the benchmark."""

    def show(name: str, found: dict[str, Any], floor: dict[str, Any] | None = None) -> None:
        words = f"{name}: {found['seconds']} s ({found['cpu_s']} s of the processor), {found['peak_mib']} MiB"
        if floor:
            words += f"; floor {floor['seconds']:.2f} s ({floor['cpu_s']} s), ratio "
            words += f"{found['seconds'] / floor['seconds']:.2f} ({found['cpu_s'] / floor['cpu_s']:.2f})"
        benchmark.extra_info.update(found, floor=floor)
        with capsys.disabled():
            sys.stdout.write(f"\n{words}\n")

    return show


@pytest.fixture(scope="module")
def hevy_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Hevy export of ROWS sets."""
    path = tmp_path_factory.mktemp("log") / "workouts.csv"
    if not (SHARED / "bench").is_dir():
        return write_sets(path, ROWS)
    sample = SHARED / "samples" / "hevy" / "four_years_2026.csv"
    subprocess.run([sys.executable, SHARED / "bench" / "make_1m.py", sample, path, str(ROWS)], check=True)
    return path


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    found = programs()
    if found is None:
        pytest.skip("no PostgreSQL on this machine")
    with running_server(found) as url:
        yield url


def test_a_log_on_sqlite(benchmark: BenchmarkFixture, hevy_log: Path, tmp_path: Path, show: Show):
    tool = SHARED / "bench" / "floor_import.py"
    if not tool.exists():
        pytest.skip("the floor lies in ../shared")
    floor = _run(tool, hevy_log, tmp_path / "floor.db", "--unique")
    found = _timed(benchmark, f"sqlite:///{tmp_path / 'legwork.db'}", hevy_log)
    show(f"{ROWS:,} Hevy sets on SQLite", found, floor)
    assert found["sets"] == ROWS


def test_a_log_on_postgresql(benchmark: BenchmarkFixture, hevy_log: Path, server: str, show: Show):
    bare, keyed = (_run("-m", "benchmarks.copy_floor", server, hevy_log, *how) for how in ((), ("--like-ours",)))
    found = _timed(benchmark, server, hevy_log)
    show(f"{ROWS:,} Hevy sets on PostgreSQL, beside a raw COPY into one table without a foreign key", found, bare)
    show(f"{ROWS:,} Hevy sets on PostgreSQL, beside a raw COPY into tables with our keys and checks", found, keyed)
    assert found["sets"] == ROWS


@pytest.mark.parametrize("content", [run, run_without_sums], ids=["with its sums", "broken off"])
def test_a_fit_file_of_3_000_records(benchmark: BenchmarkFixture, content: Callable[..., bytes]):
    assert benchmark.pedantic(fit_records, args=(content(START),), rounds=5, warmup_rounds=1)


def test_a_thousand_fit_files(benchmark: BenchmarkFixture, tmp_path: Path, show: Show):
    found = _timed(benchmark, f"sqlite:///{tmp_path / 'legwork.db'}", write_fits(tmp_path / "runs.zip", 1_000))
    show("1,000 FIT files", found)
    assert found["activities"] == 1_000


def test_a_strava_archive_of_4_000_activities(benchmark: BenchmarkFixture, tmp_path: Path, show: Show):
    archive = write_strava_archive(tmp_path / "export.zip", 4_000)
    found = _timed(benchmark, f"sqlite:///{tmp_path / 'legwork.db'}", archive)
    show("A Strava archive of 4,000 activities", found)
    assert found["activities"] == 4_000
