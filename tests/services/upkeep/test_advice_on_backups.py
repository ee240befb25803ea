"""What is said of a file that is no backup, and where a server makes the backups."""

import pytest

from lib.model.errors import StoreError
from lib.services.upkeep.backups import how_to_make_one
from lib.services.upkeep.restore import restore
from tests.store.training_records import NOW


def test_a_file_that_is_no_backup_is_told_without_a_word_of_the_database_in_use(tmp_path):
    (tmp_path / "notes.txt").write_text("no database")
    with pytest.raises(StoreError, match="legwork backups") as error:
        restore(f"sqlite:///{tmp_path / 'x.db'}", str(tmp_path / "notes.txt"), NOW)
    assert "LEGWORK_DATABASE_URL" not in str(error.value)


def test_on_a_server_its_own_program_is_named():
    assert "pg_dump" in how_to_make_one("postgresql://localhost/legwork")
    assert "legwork backup makes one" in how_to_make_one("sqlite:///x.db")
