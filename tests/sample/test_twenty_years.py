import csv
from pathlib import Path

from benchmarks.twenty_years import write_twenty_years


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_the_files_hold_as_many_runs_and_sets_as_asked_for(tmp_path: Path):
    written = write_twenty_years(tmp_path, runs=40, sets=260)
    assert len(rows(written.strava)) == 1 + 40
    assert len(rows(written.hevy)) == 1 + 260


def test_no_two_bouts_share_an_identity(tmp_path: Path):
    written = write_twenty_years(tmp_path, runs=40, sets=260)
    assert len({row[0] for row in rows(written.strava)}) == 1 + 40
    assert len({(row[0], row[1]) for row in rows(written.hevy)}) == 1 + 11


def test_the_same_bytes_are_written_each_time(tmp_path: Path):
    folders = tmp_path / "first", tmp_path / "second"
    for folder in folders:
        folder.mkdir()
        write_twenty_years(folder, runs=40, sets=260)
    for name in ("activities.csv", "workouts.csv"):
        assert (folders[0] / name).read_bytes() == (folders[1] / name).read_bytes()


def test_the_bouts_span_twenty_years(tmp_path: Path):
    starts = [row[1] for row in rows(write_twenty_years(tmp_path, runs=40, sets=260).strava)[1:]]
    assert "2006" in starts[0]
    assert "2026" in starts[-1]
