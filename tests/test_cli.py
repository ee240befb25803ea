"""The command line as a script sees it: exit codes, one JSON object, messages on standard error."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from lib.cli import main

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "sample_data"


@pytest.fixture
def legwork(tmp_path, monkeypatch):
    monkeypatch.setenv("LEGWORK_DATABASE_URL", f"sqlite:///{tmp_path / 'x.db'}")
    runner = CliRunner()

    def call(*arguments, code=0):
        result = runner.invoke(main, [str(argument) for argument in arguments])
        assert result.exit_code == code, result.output
        return result

    return call


def answer(result):
    return json.loads(result.stdout)


def test_import_prints_what_became_of_every_row(legwork):
    result = answer(legwork("import", SAMPLES / "strava_activities.csv", "--timezone", "Europe/Berlin", "--json"))
    file = result["files"][0]
    assert set(result) == {"files", "batch", "ok"}
    assert set(file) == {
        "file", "source", "sha256", "records", "added", "updated", "unchanged", "twins", "ignored", "rejected",
        "needs", "problems",
    }  # fmt: skip
    assert file["source"] == "strava"
    assert (
        file["records"]
        == sum(file["added"][key] for key in ("activities", "sets"))
        + file["updated"]
        + file["unchanged"]
        + file["ignored"]
        + file["rejected"]
    )
    assert result["batch"] == 1


def test_a_file_that_needs_an_answer_ends_with_exit_code_3_and_stores_nothing(legwork):
    result = answer(legwork("import", SAMPLES / "strava_activities.csv", "--json", code=3))
    assert result["files"][0]["needs"][0]["question"] == "timezone"
    assert "Europe/Berlin" in result["files"][0]["needs"][0]["choices"]
    assert answer(legwork("weeks", "--json"))["weeks"] == []


def test_a_file_that_is_not_understood_has_no_source_and_one_problem(legwork, tmp_path):
    path = tmp_path / "diary.csv"
    path.write_text("day,mood\nMonday,fine\n")
    file = answer(legwork("import", path, "--json", code=1))["files"][0]
    assert file["source"] is None
    assert len(file["problems"]) == 1
    assert file["records"] == 0


def test_a_dry_run_writes_nothing(legwork):
    legwork("import", SAMPLES / "hevy.csv", "--dry-run")
    assert answer(legwork("batches", "--json"))["batches"] == []


def test_undo_brings_back_the_figures_of_before(legwork):
    legwork("import", SAMPLES / "strong.csv", "--json")
    before = answer(legwork("weeks", "--json"))
    legwork("import", SAMPLES / "hevy.csv", "--json")
    assert answer(legwork("weeks", "--json")) != before
    assert answer(legwork("undo", 2, "--json"))["removed"] > 0
    assert answer(legwork("weeks", "--json")) == before
    assert "undone before" in legwork("undo", 2, code=1).stderr


def test_weeks_are_dense_and_keep_to_the_range_asked_for(legwork):
    legwork("import", SAMPLES / "hevy.csv")
    weeks = answer(legwork("weeks", "--from", "2026-05-01", "--to", "2026-06-30", "--json"))["weeks"]
    assert [week["week_start"] for week in weeks][:2] == ["2026-04-27", "2026-05-04"]
    assert len(weeks) == 10
    assert set(weeks[0]["muscles"]) >= {"quadriceps", "hamstrings", "glutes"}
    assert not weeks[0]["covered"]["running"]


def test_balance_and_coverage_say_what_they_rest_on(legwork):
    legwork("import", SAMPLES / "hevy.csv")
    balance = answer(legwork("balance", "--on", "2026-11-18", "--json"))
    assert balance["shown"]
    assert balance["low"] <= balance["log2"] <= balance["high"]
    withheld = answer(legwork("balance", "--on", "2020-01-01", "--json"))
    assert not withheld["shown"]
    assert withheld["ratio"] is None
    assert withheld["reason"]
    coverage = answer(legwork("coverage", "--json"))
    assert 0.9 < coverage["share"] < 1
    assert coverage["unmapped"][0]["sets"] >= coverage["unmapped"][-1]["sets"]


def test_everything_can_be_read_by_people_too(legwork):
    assert "Nothing was imported yet" in legwork("batches").stdout
    assert "sets added" in legwork("import", SAMPLES / "hevy.csv").stdout
    assert "km" in legwork("weeks").stdout
    assert "hamstring sets" in legwork("balance", "--on", "2026-11-18").stdout
    assert "mapped" in legwork("coverage").stdout
    assert "hevy.csv" in legwork("batches").stdout
    assert "whole" in legwork("check").stdout


@pytest.mark.parametrize(
    "arguments",
    [("import",), ("import", "no-such-file.csv"), ("import", str(ROOT)), ("undo", "x"), ("dance",)],
    ids=["no path", "missing file", "folder", "no number", "no such command"],
)
def test_wrong_usage_ends_with_exit_code_2(legwork, arguments):
    assert legwork(*arguments, code=2).stderr


def test_a_time_zone_that_does_not_exist_is_wrong_usage(legwork):
    assert "no time zone" in legwork("import", SAMPLES / "hevy.csv", "--timezone", "Mars/Olympus", code=2).stderr


def test_a_database_that_is_none_is_refused_in_words_and_left_as_it_is(tmp_path, monkeypatch):
    path = tmp_path / "x.db"
    path.write_bytes(b"not a database, but somebody's notes " * 40)
    before = path.read_bytes()
    monkeypatch.setenv("LEGWORK_DATABASE_URL", f"sqlite:///{path}")
    for command in (["check"], ["weeks"], ["import", str(SAMPLES / "hevy.csv")]):
        result = CliRunner().invoke(main, command)
        assert result.exit_code == 1
        assert "Traceback" not in result.output
        assert str(path) in result.output
    assert path.read_bytes() == before
