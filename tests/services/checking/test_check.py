"""What is changed in a stored database is found, and named by table, record and field."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from chaos.filled import run, url_of

from lib.services.checking.check import check
from lib.services.checking.damage import damage_words
from lib.store.database.schema import import_record, record_version


@pytest.fixture
def database(filled_database, tmp_path) -> Path:
    return Path(shutil.copyfile(filled_database, tmp_path / "legwork.db"))


def change(path: Path, *statements: str) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute("PRAGMA writable_schema=ON")
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return check(f"sqlite:///{path}").problems


def test_a_database_that_is_whole_has_a_content_and_no_problem(database):
    content = database.read_bytes()
    found = check(f"sqlite:///{database}")
    assert (found.problems, len(found.content)) == ([], 64)
    assert database.read_bytes() == content


def test_one_changed_letter_of_a_title_is_named_with_what_it_was(database):
    problems = change(database, "UPDATE activity SET title = 'Evening Rug' WHERE id = 2 AND title = 'Evening Run'")
    assert problems == ["activity 2: title (it was 'Evening Run') is not what was imported."]


def test_one_digit_of_a_day_is_named(database):
    problems = change(database, "UPDATE activity SET local_date = '2026-13' || substr(local_date, 8) WHERE id = 5")
    assert any(line.startswith("activity 5: local_date is '2026-13") and "not a date" in line for line in problems)


def test_a_day_that_is_not_the_one_of_its_start_is_named(database):
    problems = change(database, "UPDATE session SET local_date = '2026-01-01' WHERE id = 3")
    assert any(line.startswith("session 3: local_date is '2026-01-01'") for line in problems)


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE activity SET distance_m = distance_m + 1 WHERE id = 6", "activity 6: "),
        ("UPDATE activity SET title = 'Other' WHERE id = 1", "activity 1: title is not what its versions"),
        ("UPDATE activity SET effort = 'easy' WHERE id = 2", "activity: "),
        ("UPDATE strength_set SET reps = reps + 1 WHERE session_id = 3 AND position = 1", "session 3: "),
        ("UPDATE strength_set SET line = line + 1 WHERE session_id = 3 AND position = 1", "session 3: line"),
        ("UPDATE strength_set SET note = CAST(x'ff' AS TEXT) WHERE session_id = 3 AND position = 1", "strength_set 3, 1: note"),
        ("UPDATE session SET start_local = replace(start_local, ' ', '3') WHERE id = 3", "session 3: start_local is"),
        ("UPDATE session SET set_lines = NULL WHERE id = 3", "session: a row is not what was stored (the lines"),
        ("UPDATE session SET precision = 'mimute' WHERE id = 3", "session 3: precision is 'mimute'"),
        ("UPDATE session SET source = '8evy' WHERE id = 3", "session: a row is not what was stored (id, source"),
        ("UPDATE goal SET target = 4", "goal: "),
        ("UPDATE body_mass SET on_date = '2026-01-02' WHERE on_date = '2026-01-01'", "body_mass: "),
        ("UPDATE history_change SET after = 'x'", "history_change "),
        ("UPDATE athlete SET name = 'x'", "athlete: "),
        ("UPDATE athlete SET seals = replace(seals, 'goal', 'gobl')", "athlete 1: seals"),
        ("UPDATE athlete SET time_zone = 'Europe/Berlim'", "athlete 1: time_zone is 'Europe/Berlim'"),
        ("UPDATE import_file SET name = 'x' WHERE batch_id = 1", "import_file: "),
        ("UPDATE import_file SET content = x'00' WHERE batch_id = 1", "import_file 1, 0: content"),
        ("UPDATE import_batch SET created_at = '2026-01-01 00:00:00'", "import_batch: "),
        (f"UPDATE {import_record.name} SET as_of = '2026-01-01 00:00:00'", f"{import_record.name}: "),
        (f"UPDATE {record_version.name} SET payload = replace(payload, '1', '2')", f"{record_version.name} activity, "),
        ("UPDATE template SET items = '[' || items", "template "),
        ("UPDATE alembic_version SET version_num = '0071'", "alembic_version: "),
        ("UPDATE sqlite_master SET sql = replace(sql, '1000', '1001') WHERE name = 'body_mass'", "table body_mass: "),
        ("DELETE FROM sqlite_master WHERE name = 'ix_activity_athlete_id_local_date'", "index ix_activity"),
    ],
)  # fmt: skip
def test_a_changed_value_is_named(database, statement, named):
    problems = change(database, statement)
    assert any(named in line for line in problems), problems


def test_what_was_not_sealed_yet_is_no_damage(database):
    assert change(database, "UPDATE athlete SET seals = ''", "UPDATE session SET set_lines = NULL") == []


def test_what_is_no_database_or_missing_is_told(tmp_path):
    (tmp_path / "notes.db").write_text("Dear diary, " * 20, encoding="utf-8")
    assert "not an SQLite database" in check(f"sqlite:///{tmp_path / 'notes.db'}").problems[0]
    assert "no database at" in check(f"sqlite:///{tmp_path / 'none.db'}").problems[0]
    assert check("sqlite://").problems


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE activity SET start_local = '2026-99-99 00:00:00' WHERE id = 5",
        "UPDATE goal SET from_date = '2026-13-41' WHERE kind = 'distance_m'",
        "UPDATE history_change SET after = 'x' || after",
        "UPDATE template SET items = '['",
    ],
)
@pytest.mark.parametrize("command", ["weeks", "goals", "edit run-1 title=x", "templates"])
def test_a_command_that_meets_a_damaged_value_says_what_to_do(database, statement, command):
    change(database, statement)
    result = run(url_of(database), *command.split())
    assert "nobody foresaw" not in result.output
    assert result.exit_code == 0 or "legwork check" in result.output


@pytest.mark.parametrize(
    "command", ["export {folder}/all.zip", "reread", "delete everything --export {folder}/all.zip"]
)
def test_an_imported_file_that_is_damaged_is_a_sentence_and_nothing_is_half_written(database, tmp_path, command):
    change(database, "UPDATE import_file SET content = substr(content, 1, length(content) - 9) WHERE batch_id = 1")
    result = run(url_of(database), *command.format(folder=tmp_path).split())
    assert "nobody foresaw" not in result.output
    assert (result.exit_code == 0) == (command == "reread") or "legwork check" in result.output
    assert not list(tmp_path.glob("*.zip"))


def test_what_nobody_foresaw_is_told_as_damage_where_the_database_is_damaged(database, monkeypatch):
    def fails(*_):
        raise RuntimeError("an index led nowhere")

    monkeypatch.setattr("lib.services.queries.training.read_training", fails)
    assert "nobody foresaw" in run(url_of(database), "weeks").output
    change(database, "UPDATE activity SET title = 'Evening Rug' WHERE id = 2")
    told = run(url_of(database), "weeks").output
    assert told.startswith("legwork: The database is damaged: activity 2: title (it was 'Evening Run')")
    assert "legwork rescue" in told


def test_a_row_of_the_athlete_that_is_as_old_as_its_own_seal_is_told(database):
    """As a write leaves it that was torn in the middle of the row: what comes first in it is old, the rest is new."""
    earlier = database.with_name("earlier.db")
    shutil.copyfile(database, earlier)
    assert run(url_of(database), "goals", "set", "runs", "7").exit_code == 0
    with closing(sqlite3.connect(earlier)) as connection:
        revision, commits, seals = connection.execute("SELECT revision, commits, seals FROM athlete").fetchone()
    with closing(sqlite3.connect(database)) as connection:
        new = json.loads(connection.execute("SELECT seals FROM athlete").fetchone()[0])
    torn = json.dumps(new | {"athlete": json.loads(seals)["athlete"]})
    set_back = f"UPDATE athlete SET revision = {revision}, commits = '{commits}', seals = '{torn}'"
    assert change(database, set_back) == ["athlete 1: its row or its seals are not what was stored."]


@pytest.mark.parametrize("command", ["export all.zip", "copy --to sqlite:///copy.db", "backup kept.db"])
def test_who_saves_a_damaged_database_gets_it_and_is_told(database, monkeypatch, command):
    monkeypatch.chdir(database.parent)
    change(database, "UPDATE activity SET title = 'Evening Rug' WHERE id = 2")
    result = run(url_of(database), *command.split(), "--json")
    problem = "activity 2: title (it was 'Evening Run') is not what was imported."
    assert (result.exit_code, json.loads(result.stdout)["problems"]) == (0, [problem])
    assert result.stderr.startswith(f"legwork: The database is damaged: {problem}")


def test_damage_is_one_short_sentence_and_how_much_there_is_beside_it():
    assert damage_words([]) == ""
    told = damage_words([f"table x: CREATE TABLE x ({'a INTEGER, ' * 90}", *["Page 86: free space corruption"] * 19])
    assert ("and 19 more" in told, "legwork check" in told, len(told) < 400, "Page 86" in told) == (
        True,
        True,
        True,
        False,
    )


def test_a_byte_that_is_no_text_is_told_as_damage_by_an_export(database):
    change(database, "UPDATE strength_set SET note = CAST(x'ff' AS TEXT) WHERE session_id = 3 AND position = 1")
    result = run(url_of(database), "export", str(database.with_name("all.zip")))
    assert (result.exit_code, "try again" in result.output) == (1, False)
    assert "legwork check" in result.output
    assert "legwork rescue" in result.output


def test_a_header_that_lets_nothing_be_written_is_told(database):
    data = database.read_bytes()
    database.write_bytes(data[:18] + b"\x09" + data[19:])
    (problem,) = check(url_of(database)).problems
    assert "write version 9" in problem


def test_what_sqlite_says_in_many_lines_is_a_finding_each(database):
    data = bytearray(database.read_bytes())
    for page in range(20, 40):
        data[page * 4096 : page * 4096 + 60] = b"\xee" * 60
    database.write_bytes(data)
    assert not any("\n" in each for each in check(url_of(database)).problems)
    told = run(url_of(database), "weeks").output
    assert (len(told.splitlines()), len(told) < 500, "legwork check" in told) == (1, True, True)
