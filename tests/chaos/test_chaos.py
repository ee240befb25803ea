"""A little of what `make chaos` does: nothing stored is lost, nothing is half there, no damage goes unseen."""

import sqlite3
from contextlib import closing

import pytest
from long_runs import amount

from chaos.busy import try_backups
from chaos.damage.trial import KINDS, try_damage
from chaos.full_disk import try_levels
from chaos.kills import acts, done_once, kill
from chaos.writers import try_writers
from lib.services.checking.check import check

pytestmark = pytest.mark.long


def zeros(figures, *names):
    return {name: figures[name] for name in names}


def test_what_is_filled_is_whole(filled_database):
    assert check(f"sqlite:///{filled_database}").problems == []


def test_every_table_has_a_row_that_can_be_damaged(filled_database):
    with closing(sqlite3.connect(filled_database)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        empty = [name for name in tables if not connection.execute(f'SELECT 1 FROM "{name}" LIMIT 1').fetchone()]
    assert (empty, len(tables) > 30) == ([], True)


def test_no_changed_value_of_a_damaged_file_goes_unseen(filled_database, tmp_path):
    figures, bad = try_damage(filled_database, tmp_path / "damage", len(KINDS), commands=0)
    assert (sum(each["files"] for each in figures.values()), bad) == (len(KINDS), [])


@pytest.mark.whole
def test_no_command_on_a_damaged_file_ends_in_a_traceback(filled_database, tmp_path):
    figures, bad = try_damage(filled_database, tmp_path / "damage", 160, seed=2)
    assert sum(each["commands"] for each in figures.values()) == 160
    assert bad == []


@pytest.mark.parametrize(
    "name", amount(whole=["import", "edit", "undo", "restore", "migration", "backup"], small=["import", "migration"])
)
def test_a_killed_program_leaves_all_or_nothing_and_no_untrue_copy(filled_database, tmp_path, name):
    act = next(each for each in acts(filled_database) if each.name == name)
    before, after, took = done_once(act, tmp_path / "kill")
    for moment in amount(whole=[part / 10 for part in range(11)], small=[0.6]):
        figures = kill(act, tmp_path / "kill", moment * took, (before, after))
        assert not any(zeros(figures, "damaged", "partial", "lost", "untrue copies", "between schemas").values())


def test_a_full_disk_is_told_and_leaves_what_was_there(filled_database, tmp_path):
    figures = try_levels(filled_database, tmp_path / "full", amount(whole=40, small=1))
    assert not any(zeros(figures, "not told", "partial", "damaged", "not stored with room").values())
    assert figures["refused"]


def test_a_backup_that_is_made_while_others_write_is_whole_and_holds_all_that_was_stored_before(
    filled_database, tmp_path
):
    figures = try_backups(filled_database, tmp_path / "busy", amount(whole=10, small=1))
    assert figures["acts"]
    assert not any(zeros(figures, "damaged", "missing", "failed", "bad").values())


def test_writers_wait_for_each_other(tmp_path):
    figures = try_writers(tmp_path / "legwork.db", 4, amount(whole=100, small=3))
    assert not any(zeros(figures, "failed", "missing", "damaged").values())
