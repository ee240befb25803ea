"""What the doctor finds: versions, sizes, backups, counts; nothing of the training, and every problem in a sentence."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from look_alikes import BERLIN, hevy, hevy_set

from lib.services.importing.import_files import import_files
from lib.services.upkeep import backups, doctor
from lib.store.account import open_account
from lib.store.database.schema import SCHEMA_VERSION

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)


@pytest.fixture
def account(sqlite_url):
    account = open_account(sqlite_url)
    assert import_files(account, [hevy(hevy_set(1), hevy_set(2))], BERLIN).ok
    yield account
    account.engine.dispose()


def test_all_is_well(account, sqlite_url, monkeypatch):
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.delenv("TZ", raising=False)
    found = doctor.diagnose(account, sqlite_url, NOW)
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    assert found.problems == []
    assert found.database == {"kind": "sqlite", "schema": SCHEMA_VERSION, "writable": True}
    assert found.sizes["database"] == file.stat().st_size
    assert found.sizes["free"] > 0
    assert found.backups == {"number": 0, "last": None, "age_h": None, "bytes": 0}
    assert (found.settings["LANG"], found.settings["TZ"]) == (True, False)
    assert found.counts["session"] == 2
    assert found.versions["pandas"][0].isdigit()
    assert str(file) in found.paths["database"]


def test_backups_are_counted_and_the_newest_one_has_its_age(account, sqlite_url):
    sizes = [backups.back_up(sqlite_url, NOW - timedelta(hours=hours)).size for hours in (30, 6.25)]
    found = doctor.diagnose(account, sqlite_url, NOW).backups
    assert found == {"number": 2, "last": "2026-11-28T05:45:00", "age_h": 6.2, "bytes": sum(sizes)}


def test_a_package_that_is_not_installed_has_no_version(account, sqlite_url, monkeypatch):
    monkeypatch.setattr(doctor, "_PACKAGES", ("legwork", "no-such-package-of-ours"))
    versions = doctor.diagnose(account, sqlite_url, NOW).versions
    assert versions["no-such-package-of-ours"] is None
    assert versions["legwork"]


def test_what_cannot_be_written_is_a_problem_and_no_json_says_a_word_of_the_training(account, sqlite_url, monkeypatch):
    assert doctor.diagnose(account, sqlite_url, NOW).as_json()["ok"] is True
    monkeypatch.setattr(doctor, "why_not_writable", lambda _: "The folder is read-only.")
    found = doctor.diagnose(account, sqlite_url, NOW)
    assert found.problems == ["The folder is read-only."]
    assert found.database["writable"] is False
    told = found.as_json()
    assert told["ok"] is False
    assert "Squat" not in json.dumps(told)


def test_one_problem_is_told_as_it_is_and_of_several_the_first():
    assert doctor._briefly([]) == []
    assert doctor._briefly(["run 1: a row is lost."]) == ["run 1: a row is lost."]
    (told,) = doctor._briefly(["run 1: a row is lost.", "run 2: another."])
    assert told.startswith("run 1: a row is lost")
    assert told.endswith(", which `legwork check` lists.")
