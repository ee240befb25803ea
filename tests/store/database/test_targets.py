"""Where no file may be written: each way to name a database, a part of it or its backups, and what only looks like one."""

import os

import pytest

from lib.model.errors import StoreError
from lib.store.database.engine import open_database
from lib.store.database.targets import is_database, refuse_databases


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "data" / "legwork.db"
    open_database(f"sqlite:///{path}").dispose()
    return path


def refused(target, in_use):
    with pytest.raises(StoreError) as error:
        refuse_databases(target, in_use)
    return str(error.value).removeprefix(str(target)).strip()


def test_a_database_that_is_not_there_yet_is_kept_free(tmp_path):
    assert refused(tmp_path / "new.db", tmp_path / "new.db").startswith("is the database itself")
    assert refused(tmp_path / "new.db-wal", tmp_path / "new.db").startswith("belongs to the database itself")


def test_a_name_in_other_capitals_is_the_same_where_nothing_is_there(database):
    assert refused(database.with_name("Legwork.DB-WAL"), database).startswith("belongs to the database itself")


def test_a_database_that_is_named_by_a_link_has_its_parts_at_both_places(database, tmp_path):
    link = tmp_path / "link.db"
    link.symlink_to(database)
    for target in (database, link):
        assert refused(target, link).startswith("is the database itself")
        assert refused(target.with_name(f"{target.name}-journal"), link).startswith("belongs to the database itself")
        assert refused(target.parent / "backups" / f"{target.stem}-20261101T060000Z-daily.db", link) != ""


def test_a_hard_link_to_a_part_is_that_part(database, tmp_path):
    journal = database.with_name("legwork.db-journal")
    journal.write_bytes(b"")
    os.link(journal, tmp_path / "report.html")
    assert refused(tmp_path / "report.html", database).startswith("belongs to the database itself")


def test_another_database_of_ours_is_refused_also_where_the_one_in_use_is_on_a_server(database):
    assert refused(database, None) == "is a database of Legwork. Name another file."
    assert refused(database.with_name("legwork.db.sha256"), None).startswith("belongs to a database of Legwork")


def test_files_that_only_look_alike_are_written(database, tmp_path):
    (tmp_path / "text.db").write_bytes(b"no database")
    (tmp_path / "theirs.db").write_bytes(b"SQLite format 3\0" + bytes(4080))
    for path in (tmp_path / "text.db", tmp_path / "theirs.db", tmp_path / "text.db-wal", tmp_path / "-wal"):
        refuse_databases(path, database)
    for name in ("legwork.zip", "legwork.db.zip", "backups/legwork.zip", "no/folder.zip"):
        refuse_databases(database.parent / name, database)


def test_links_that_lead_to_each_other_are_no_database(database, tmp_path):
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")
    refuse_databases(tmp_path / "one", database)
    assert not is_database(tmp_path / "one")
