"""What `make fuzz` relies on: unsound records are caught, and changed files still get past the door."""

import gzip
import io
import json
import random
import zipfile
from dataclasses import replace
from datetime import datetime

import pytest
from recorded_files import file_id, fit, session, zipped

from fuzz.checks import Unsound, check
from fuzz.mutators import mutated
from fuzz.readers import readers
from lib.importers.base import importers
from lib.importers.formats.fit.checksum import checksum
from lib.model.records import Activity, Ignored, LiftingSet, Problem, Session, Start
from lib.model.vocabulary import Sport, TimeBasis

START = Start("2026-03-03 17:05", TimeBasis.WALL_CLOCK, local=datetime(2026, 3, 3, 17, 5))
RUN = Activity("1", Sport.RUN, START, 2, title="Park laps", distance_m=5000.0, elapsed_s=1500.0)
SQUAT = LiftingSet("Squat", reps=8, load_kg=60.0)


def test_sound_records_pass():
    for record in (RUN, Session("1", START, (SQUAT,), 2), Ignored(2, "planned"), Problem(2, "Date", "x", "no date")):
        check(record)


@pytest.mark.parametrize(
    "change",
    [
        {"distance_m": float("nan")},
        {"distance_m": 1_000_001.0},
        {"elapsed_s": -1.0},
        {"moving_s": 240 * 3600 + 1.0},
        {"title": "a\0b"},
        {"notes": "\ud800"},
        {"title": "x" * 201},
        {"start": replace(START, local=None)},
        {"start": replace(START, local=datetime(9999, 1, 1))},
        {"heart_rate_bpm": "150"},
    ],
)
def test_an_unsound_activity_is_caught(change):
    with pytest.raises(Unsound):
        check(replace(RUN, **change))


@pytest.mark.parametrize("change", [{"reps": 10_001}, {"reps": 8.5}, {"load_kg": float("inf")}, {"exercise_name": " "}])
def test_an_unsound_set_is_caught(change):
    with pytest.raises(Unsound):
        check(Session("1", START, (SQUAT._replace(**change),), 2))


def test_a_record_that_takes_rows_back_is_caught():
    with pytest.raises(Unsound):
        check(Ignored(2, "planned", rows=-1))


def test_every_importer_is_fuzzed():
    assert {importer.name for importer in importers()} < set(readers())


def noisy(data: bytes, max_size: int) -> bytes:
    return (data[: len(data) // 2] + b"\x07" + data[len(data) // 2 + 1 :])[:max_size]


def changed(data: bytes, times: int = 20) -> list[bytes]:
    """Changes of a file but for the tenth of them that are blind."""
    found = (mutated(data, 100_000, random.Random(seed), noisy) for seed in range(times))
    return [each for each in found if each != noisy(data, 100_000)]


def test_a_changed_fit_file_has_a_right_checksum():
    changes = changed(fit(file_id(), session()))
    assert changes
    assert not any(map(checksum, changes))


def test_a_changed_gzip_file_and_archive_can_be_unpacked():
    texts = {gzip.decompress(each) for each in changed(gzip.compress(b"Day,km\n2026-03-03,5\n"))}
    assert len(texts) > 1
    for content in changed(bytes(zipped([("a.csv", b"Day,km\n2026-03-03,5\n")]).source)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert archive.testzip() is None


def test_most_changes_of_a_json_file_keep_it_json():
    content = json.dumps([{"activities": [{"id": 1, "name": "Loop", "tags": ["a", "b"]}] * 5}]).encode()
    changes = changed(content, 100)
    readable = [each for each in changes if _is_json(each)]
    assert len(readable) > len(changes) / 2
    assert any(b"ud800" in each for each in readable)


def _is_json(content: bytes) -> bool:
    try:
        json.loads(content)
    except ValueError:
        return False
    return True


def test_most_changes_of_a_table_keep_its_header():
    changes = changed(b"Day,km\n" + b"2026-03-03,5\n" * 30, 100)
    assert sum(each.startswith(b"Day,km\n") for each in changes) > len(changes) / 2
