"""The command line as a script sees it: exit codes, one JSON object, messages on standard error."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from lib.cli import main
from lib.importers.record_checks import checked
from lib.model.records import Activity
from lib.services.importing import opening

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


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ([], 3, "0 activities, 51 sessions, 1123 sets to add"),
        (["--timezone", "Europe/Berlin", "--dry-run"], 0, "rows to change"),
        (["--timezone", "Europe/Berlin"], 0, "sets added"),
    ],
    ids=["needs an answer", "dry run", "stored"],
)
def test_what_is_not_stored_is_not_called_added(legwork, arguments, code, words):
    files = [SAMPLES / "strava_activities.csv", SAMPLES / "strong.csv"]
    said = legwork("import", *files, *arguments, code=code).stdout
    assert words in said
    assert ("added" in said) == ("Import 1." in said)


def test_import_prints_what_became_of_every_row(legwork):
    result = answer(legwork("import", SAMPLES / "strava_activities.csv", "--timezone", "Europe/Berlin", "--json"))
    file = result["files"][0]
    assert set(result) == {"files", "batch", "entry", "ok"}
    assert set(file) == {
        "file", "source", "sha256", "records", "added", "updated", "unchanged", "twins", "duplicate_rows", "overlaps",
        "conflicts", "gone", "gone_records", "binned", "exported", "unknown_sports", "ignored", "rejected", "needs",
            "problems",
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


def test_a_file_of_which_most_rows_fail_waits_for_keep_going(legwork, tmp_path):
    header, *rows = (SAMPLES / "strava_activities.csv").read_text(encoding="utf-8").splitlines()[:11]
    bad = [
        f'{number},"{number}. toukokuuta 2026, 6",Run,Run' + "," * (header.count(",") - 3) for number in range(1, 30)
    ]
    path = tmp_path / "activities.csv"
    path.write_text("\n".join([header, *rows, *bad, ""]), encoding="utf-8")
    call = ("import", path, "--timezone", "Europe/Berlin")
    file = answer(legwork(*call, "--json", code=3))["files"][0]
    assert [(need["question"], need["choices"]) for need in file["needs"]] == [("most_rows_failed", ["keep_going"])]
    assert len(file["problems"]) == file["rejected"] == 29
    assert answer(legwork("weeks", "--json"))["weeks"] == []
    assert file["records"] == 29 + len(rows)
    said = legwork(*call, "--keep-going").stdout
    assert said.count("toukokuuta") == 1
    assert "(28 more like this)" in said
    path.write_text("\n".join([header, *bad, ""]), encoding="utf-8")
    nothing = answer(legwork(*call, "--keep-going", "--dry-run", "--json", code=1))
    assert (nothing["ok"], nothing["files"][0]["records"], nothing["files"][0]["rejected"]) == (False, 29, 29)
    assert "none of its rows can be read" in legwork(*call, "--keep-going", code=1).stdout


def test_reading_again_is_an_import_that_can_be_undone(legwork, monkeypatch):
    with monkeypatch.context() as older:
        older.setattr(opening, "checked", lambda records: (_untitled(each) for each in checked(records)))
        legwork("import", SAMPLES / "strava_activities.csv", "--timezone", "Europe/Berlin")
    weeks = answer(legwork("weeks", "--json"))
    result = answer(legwork("reread", "--json"))
    assert (result["batch"], result["ok"], result["gone"], result["left"]) == (2, True, 0, [])
    assert answer(legwork("weeks", "--json")) == weeks
    assert "(read anew by import 2)" in legwork("batches").stdout
    assert "undo that one first" in legwork("undo", 1, code=1).stderr
    legwork("undo", 2)
    assert answer(legwork("weeks", "--json")) == weeks
    assert [entry["replaced_by"] for entry in answer(legwork("batches", "--json"))["batches"]] == [None, None]


def test_where_files_say_otherwise_of_a_run_reading_both_again_says_that_all_is_as_it_was(legwork, tmp_path):
    header, _, row, *_ = (SAMPLES / "strava_activities.csv").read_text("utf-8").splitlines()
    for name, title in (("one.csv", "First"), ("two.csv", "Second")):
        (tmp_path / name).write_text(f"{header}\n{row.replace('Evening Run', title)}\n", encoding="utf-8")
        legwork("import", tmp_path / name, "--timezone", "Europe/Berlin")
    assert "All is as it was" in legwork("reread").stdout
    assert "All is as it was" not in legwork("batches").stdout


def _untitled(record):
    return replace(record, title="") if isinstance(record, Activity) else record


def test_reading_again_what_says_nothing_new_is_no_import(legwork):
    legwork("import", SAMPLES / "strava_activities.csv", "--timezone", "Europe/Berlin")
    result = answer(legwork("reread", "--json"))
    assert (result["batch"], result["ok"], result["files"][0]["updated"]) == (None, True, 0)
    assert "Nothing was written" in legwork("reread").stdout
    assert len(answer(legwork("batches", "--json"))["batches"]) == 1


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


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("run --port abc", "'--port': 'abc' is no whole number from 0 to 65535. Write one such as 8501."),
        ("run --port 70000", "'70000' is no whole number from 0 to 65535"),
        ("undo abc", "'BATCH': 'abc' is no whole number from 1 to 2147483647. Write one such as 1."),
        ("balance --days 3", "'--days': '3' is no whole number from 7 to 366. Write one such as 28."),
        ("weeks --from 2026-02-30", "'--from': '2026-02-30' is no day of the calendar. Write year, month and day like"),
        ("weeks --to 1.5.2026", "'--to': '1.5.2026' is no day of the calendar"),
        ("balance --on 0001-01-01", "0001-01-01 is not between 1970 and 2999. Write a day in between."),
        ("weeks --from 2026-05-02 --to 2026-05-01", "--from 2026-05-02 is later than --to 2026-05-01"),
        ("report x.html --from 2026-05-02 --to 2026-05-01", "Name the earlier day with --from."),
    ],
)
def test_a_wrong_number_or_day_is_told_with_how_to_write_it(legwork, command, words):
    assert words in legwork(*command.split(), code=2).stderr


def test_one_day_is_a_range(legwork):
    legwork("weeks", "--from", "2026-05-02", "--to", "2026-05-02")


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


def test_exercises_say_what_every_name_is_taken_for_and_what_it_gives(legwork):
    legwork("import", SAMPLES / "hevy.csv")
    rows = answer(legwork("exercises", "--json"))["exercises"]
    assert [row["sets"] for row in rows] == sorted((row["sets"] for row in rows), reverse=True)
    squat = next(row for row in rows if row["name"] == "Squat (Barbell)")
    assert squat["credits"] == {"quadriceps": 1, "glutes": 1, "adductors": 1}
    assert (squat["exercise"], squat["how"], squat["changed"]) == ("squat_barbell", "exact", False)
    unknown = [row for row in rows if row["exercise"] is None]
    assert unknown
    assert all(row["how"] == "unmapped" and row["credits"] == {} for row in unknown)


def test_the_table_of_exercises_is_aligned(legwork):
    assert "import the file" in legwork("exercises").stdout
    legwork("import", SAMPLES / "hevy.csv")
    head, *lines = legwork("exercises").stdout.splitlines()
    assert len(lines) > 10
    assert {line[head.index("name") - 1] for line in lines} == {" "}
    assert {line[head.index("found") - 1] for line in lines} == {" "}


def test_the_own_mapping_goes_out_as_a_file_and_comes_back(legwork, tmp_path):
    path = tmp_path / "mine.json"
    path.write_text('{"file": "legwork exercises", "version": 1, "names": {"Squat (Barbell)": "leg_press_machine"}}')
    legwork("import", SAMPLES / "hevy.csv")
    assert answer(legwork("exercises", "--import", path, "--json"))["changes"] == [
        {"part": "names", "about": "Squat (Barbell)", "new": True}
    ]
    assert "leg_press_machine" in legwork("exercises", "--json").stdout
    assert "Nothing changed" in legwork("exercises", "--import", path).stdout
    legwork("exercises", "--export", tmp_path / "again.json")
    assert json.loads((tmp_path / "again.json").read_text())["names"] == {"Squat (Barbell)": "leg_press_machine"}


def test_a_faulty_mapping_file_is_refused_by_its_line(legwork, tmp_path):
    path = tmp_path / "mine.json"
    path.write_text('{"file": "legwork exercises", "version": 1,\n"names": {"Squat": "no_such_thing"}}')
    assert "line 2, names › Squat, no_such_thing" in legwork("exercises", "--import", path, code=1).stderr
    assert legwork("exercises", "--import", tmp_path / "absent.json", code=2).stderr
    assert legwork("exercises", "--import", path, "--export", tmp_path / "x.json", code=2).stderr


def test_bouts_that_another_source_has_are_named_with_their_file(legwork, tmp_path):
    row = '2026-05-01 18:00:00,"Legs",1h,"Squat",{},60.0,{},0,0,"","",'
    sets = "\n".join(row.format(number, 12 - number) for number in range(1, 6))
    head = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
    (tmp_path / "strong.csv").write_text(f"{head}\n{sets}\n")
    legwork("import", tmp_path / "strong.csv", "--weight-unit", "kg")
    times = '"1 May 2026, 18:00","1 May 2026, 19:00"'
    sets = "\n".join(f'"Legs",{times},"","Back Squat",,"",{n},"normal",60,{12 - n},,,' for n in range(1, 6))
    head = (
        "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,weight_kg,"
        "reps,distance_km,duration_seconds,rpe"
    )
    (tmp_path / "hevy.csv").write_text(f"{head}\n{sets}\n")
    printed = legwork("import", tmp_path / "hevy.csv").stdout
    assert "hevy.csv: hevy" in printed
    assert "1 bout of this file is in another source, too, and each counts once" in printed


def test_an_import_counts_the_bouts_that_may_be_one_with_another(legwork, tmp_path):
    head = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Moving Time,Elapsed Time"
    row = "Running,2026-05-01 08:{},false,Berlin,{},447,00:40:00,150,00:40:00,00:40:00"
    strava = (
        "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,"
        "Elapsed Time,Moving Time,Distance\n"
        '9000000001,"May 1, 2026, 6:00:00 AM",Easy,Run,,2400,8.00,2400.0,2380.0,8000.0\n'
    )
    (tmp_path / "strava.csv").write_text(strava)
    legwork("import", tmp_path / "strava.csv", "--timezone", "Europe/Berlin", "--distance-unit", "km")
    given = ("--distance-unit", "km")
    (tmp_path / "garmin.csv").write_text(f"{head}\n{row.format('05:00', '6.00')}\n")
    printed = legwork("import", tmp_path / "garmin.csv", *given).stdout
    assert "1 bout of this file overlaps one of another source and may be the same" in printed
    again = answer(legwork("import", tmp_path / "garmin.csv", *given, "--json"))
    assert [(file["overlaps"], file["twins"]) for file in again["files"]] == [(0, 0)]


def test_everything_can_be_read_by_people_too(legwork):
    assert "Nothing was imported yet" in legwork("batches").stdout
    assert "sets added" in legwork("import", SAMPLES / "hevy.csv").stdout
    assert "no running log    42.5 sets" in legwork("weeks").stdout
    told = legwork("week", "--of", "2026-11-11").stdout
    assert "No run log reaches this week." in told
    assert "lower-body sets, usual" in told
    assert "still to come" in legwork("week", "--of", "2999-01-01", code=1).stderr
    assert "to 1, by other ways of counting" in legwork("balance", "--on", "2026-11-18").stdout
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


def test_a_report_is_written_for_the_locale_that_was_asked_for(legwork, tmp_path):
    legwork("import", SAMPLES / "hevy.csv")
    for arguments, days in (
        ((), "1 May – 30 Jun 2026"),
        (("--locale", "en-US"), "May 1 – Jun 30, 2026"),
        (("--locale", "ja-JP"), "2026-05-01 – 2026-06-30"),
    ):
        legwork("report", tmp_path / "r.html", "--from", "2026-05-01", "--to", "2026-06-30", *arguments)
        assert days in (tmp_path / "r.html").read_text("utf-8")
    assert "is not known" in legwork("report", tmp_path / "x.html", "--locale", "tlh", code=2).stderr
    assert not (tmp_path / "x.html").exists()


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
