"""What is whole in a damaged file comes into an archive that a new database takes."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from chaos.filled import run, url_of

from lib.services.checking.check import check
from lib.store.archive.salvage import salvaged
from lib.store.database.migrate import upgrade_file
from lib.store.database.schema import record_version

FIXTURES = Path(__file__).parents[2] / "store" / "database" / "fixtures"


@pytest.fixture
def database(filled_database, tmp_path) -> Path:
    return Path(shutil.copyfile(filled_database, tmp_path / "legwork.db"))


def rescued(database: Path) -> dict:
    """What the command says; the archive is brought into a new database first."""
    before, archive = database.read_bytes(), database.with_name("whole.zip")
    database.with_name("new.db").unlink(missing_ok=True)
    result = run(url_of(database), "rescue", str(archive), "--json")
    assert result.exit_code == 0, result.output
    assert database.read_bytes() == before
    assert run(url_of(database.with_name("new.db")), "import", str(archive)).exit_code == 0
    return json.loads(result.stdout)


def page_of(path: Path, name: str) -> int:
    """The first page of a table's rows."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0]


def overwrite(path: Path, page: int) -> None:
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xee" * 4096
    path.write_bytes(data)


def test_all_of_a_whole_database_is_rescued(database):
    told = rescued(database)
    assert (told["left_out"], told["altered"]) == ({}, [])
    assert check(url_of(database.with_name("new.db"))) == check(url_of(database))


def pages_of_the_schema(path: Path) -> list[int]:
    data = path.read_bytes()
    cells = range(112, 112 + 2 * int.from_bytes(data[103:105]), 2)
    below = [int.from_bytes(data[at : at + 2]) for at in cells]
    return [1, *(int.from_bytes(data[at : at + 4]) for at in below), int.from_bytes(data[108:112])]


@pytest.mark.parametrize("lost", ["first", "one below", "all"])
def test_where_the_pages_are_lost_that_say_where_each_table_begins_all_rows_are_read(database, lost):
    rows = rescued(database)["rows"]
    first, *below = pages_of_the_schema(database)
    assert len(below) > 2
    for page in {"first": [first], "one below": below[1:2], "all": [first, *below]}[lost]:
        overwrite(database, page)
    assert check(url_of(database)).problems
    told = rescued(database)
    assert told["left_out"] == {}
    assert [each for each in told["altered"] if "where each table begins" in each]
    assert told["rows"] == rows


def rows_by_table(path: Path) -> dict[str, set]:
    with closing(sqlite3.connect(path)) as connection:
        tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        names = [name for (name,) in connection.execute(tables)]
        return {name: set(connection.execute(f'SELECT * FROM "{name}"')) for name in names}


@pytest.mark.parametrize("schema", [1, 8, 11])
def test_where_an_earlier_release_laid_the_tables_elsewhere_no_row_is_taken_for_one_of_another_table(tmp_path, schema):
    path = Path(shutil.copyfile(FIXTURES / f"schema_{schema:04}.sqlite", tmp_path / "legwork.db"))
    upgrade_file(path)
    whole = rows_by_table(path)
    overwrite(path, 1)
    with salvaged(path) as found:
        assert all(rows <= whole[name] for name, rows in rows_by_table(found.path).items())
        assert found.lost


def test_a_table_that_cannot_be_read_costs_only_what_belongs_to_it(database):
    overwrite(database, page_of(database, "goal"))
    told = rescued(database)
    assert "goal" in told["left_out"]
    assert told["rows"]["activity"] == 56
    assert check(url_of(database.with_name("new.db"))).problems == []


def test_rows_before_and_after_a_damaged_page_are_read(database):
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT count(*) FROM strength_set").fetchone()[0]
        data = database.read_bytes()
    leaf = next(page for page in range(2, len(data) // 4096) if b"Squat" in data[(page - 1) * 4096 : page * 4096] and data[(page - 1) * 4096] == 10)  # fmt: skip
    overwrite(database, leaf)
    told = rescued(database)
    assert 0 < told["rows"].get("strength_set", 0) < rows
    assert told["left_out"]["strength_set"] >= 1


def test_a_row_that_does_not_fit_is_left_out_and_counted(database):
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute("UPDATE activity SET start_local = '2026-99-99 00:00:00' WHERE id = 5")
        connection.commit()
    told = rescued(database)
    assert (told["left_out"]["activity"], told["rows"]["activity"]) == (1, 55)


def test_a_damaged_definition_of_a_table_hides_no_rows(database):
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'CONSTRAINT', 'CONSTRA?NT') WHERE name = 'event'"
        )
        connection.commit()
    assert rescued(database)["rows"]["event"] == 3


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        assert connection.execute(statement).rowcount
        connection.commit()


@pytest.mark.whole
@pytest.mark.parametrize(
    ("statement", "named", "kept_as_is"),
    [
        ("UPDATE activity SET title = 'Xvening Run' WHERE id = 2", "activity 2: title (it was 'Evening Run')", False),
        (
            "UPDATE activity SET start_local = replace(start_local, '-03-', '-04-') WHERE id = (SELECT min(id) FROM activity WHERE start_local LIKE '%-03-%')",
            ": local_date is",
            False,
        ),
        (f"UPDATE {record_version.name} SET payload = replace(payload, '1', '2')", "payload is not what was kept", False),
        ("UPDATE goal SET target = 4", "goal: a row is not what was stored", True),
    ],
)  # fmt: skip
def test_what_is_kept_but_may_be_altered_is_named(database, statement, named, kept_as_is):
    change(database, statement)
    told = rescued(database)
    assert told["left_out"] == {}
    assert any(named in line for line in told["altered"]), told["altered"]
    assert (check(url_of(database.with_name("new.db"))).problems == []) == kept_as_is


def test_what_may_be_altered_is_told_to_people_too(database):
    change(database, "UPDATE activity SET title = 'Xvening Run' WHERE id = 2")
    said = run(url_of(database), "rescue", str(database.with_name("whole.zip"))).stdout.splitlines()
    assert said[-2:] == [
        "What may be altered, or is not there in whole:",
        "activity 2: title (it was 'Evening Run') is not what was imported.",
    ]


def test_what_does_not_fit_is_named_with_its_record(database):
    change(database, "UPDATE activity SET start_local = '2026-99-99 00:00:00' WHERE id = 5")
    told = json.loads(run(url_of(database), "rescue", str(database.with_name("whole.zip")), "--json").stdout)["altered"]
    assert "activity 5: start_local is '2026-99-99 00:00:00', which is not a moment." in told


@pytest.mark.whole
def test_losses_of_a_file_that_was_cut_are_counted_by_what_is_left_or_called_unknown(database):
    data = database.read_bytes()
    rows = json.loads(run(url_of(database), "export", str(database.with_name("all.zip")), "--json").stdout)["rows"]
    database.write_bytes(data[: len(data) * 2 // 3])
    archive = str(database.with_name("whole.zip"))
    told = json.loads(run(url_of(database), "rescue", archive, "--json").stdout)
    lost = {table: number - told["rows"].get(table, 0) for table, number in rows.items()}
    lost = {table: number for table, number in lost.items() if number}
    exact = {table: number for table, number in told["left_out"].items() if table not in told["at_least"]}
    assert exact == {table: lost[table] for table in exact}
    assert exact["activity"] == 56
    assert set(lost) - set(exact) <= set(told["at_least"])
    assert all(told["left_out"].get(table, 0) <= lost.get(table, 1) for table in told["at_least"])
    assert "an unknown number of strength_set" in run(url_of(database), "rescue", archive).stdout
    in_part = [line for line in told["altered"] if "only a part of its sets" in line]
    assert [line.split(":")[0] for line in in_part] == [f"session {number}" for number in (1, 2, 3, 4)]


def pages_of(path: Path, name: str) -> list[int]:
    """The leaves of a table."""
    with closing(sqlite3.connect(path)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0]
    data = path.read_bytes()
    page = data[(root - 1) * 4096 : root * 4096]
    if page[0] not in (2, 5):
        return [root]
    cells = int.from_bytes(page[3:5])
    starts = [int.from_bytes(page[12 + 2 * each : 14 + 2 * each]) for each in range(cells)]
    return [int.from_bytes(page[start : start + 4]) for start in starts] + [int.from_bytes(page[8:12])]


def empty_page(path: Path, page: int) -> None:
    """Set its number of cells to 0: its rows vanish, and nothing fails to be read."""
    data = bytearray(path.read_bytes())
    at = (page - 1) * 4096
    data[at + 3 : at + 5] = b"\x00\x00"
    path.write_bytes(data)


MORE_TABLES = ("event", "body_mass", "session", "strength_set", "import_file", "history_entry")


@pytest.mark.parametrize(
    "table",
    ["goal", "activity", record_version.name, *(pytest.param(each, marks=pytest.mark.whole) for each in MORE_TABLES)],
)
def test_rows_that_vanished_without_a_failure_are_told(database, table):
    rows = json.loads(run(url_of(database), "export", str(database.with_name("all.zip")), "--json").stdout)["rows"]
    empty_page(database, pages_of(database, table)[0])
    archive = str(database.with_name("whole.zip"))
    told = json.loads(run(url_of(database), "rescue", archive, "--json").stdout)
    missing = rows[table] - told["rows"].get(table, 0)
    assert missing > 0
    assert told["left_out"].get(table, 0) == missing or table in told["at_least"]
    said = run(url_of(database), "rescue", archive).stdout
    assert "Nothing was left out" not in said
    assert f"{missing} of {table}" in said or table in said


def test_a_table_whose_seal_does_not_fit_may_lack_rows(database):
    change(database, "UPDATE goal SET target = 4")
    archive = str(database.with_name("whole.zip"))
    assert json.loads(run(url_of(database), "rescue", archive, "--json").stdout)["at_least"] == ["goal"]
    assert "Rows of goal may be missing, an unknown number" in run(url_of(database), "rescue", archive).stdout


def test_of_a_newer_release_it_is_said(database):
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.execute("PRAGMA user_version = 9999")
        connection.commit()
    result = run(url_of(database), "rescue", str(database.with_name("whole.zip")))
    assert result.exit_code == 1
    assert "was written by a newer Legwork (schema 9999" in result.output
    assert not database.with_name("whole.zip").exists()


def test_where_the_header_alone_names_a_newer_release_what_can_be_read_is_rescued_and_that_is_said(database):
    change(database, "UPDATE goal SET target = target")
    data = bytearray(database.read_bytes())
    data[60:64] = (9999).to_bytes(4)
    database.write_bytes(data)
    assert any("newer Legwork (schema 9999)" in line for line in rescued(database)["altered"])


def test_where_nothing_is_whole_a_sentence_says_so(tmp_path):
    path = tmp_path / "legwork.db"
    path.write_bytes(b"\x00" * 8192)
    result = run(url_of(path), "rescue", str(tmp_path / "whole.zip"))
    assert (result.exit_code, (tmp_path / "whole.zip").exists()) == (1, False)
    assert "Nothing could be read" in result.output
