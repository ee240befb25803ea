"""Two hundred names in every corner of a data folder: after a deletion the bytes of none that should be gone are found."""

import gzip
import shutil
import zlib
from pathlib import Path

import pytest
from chaos.filled import run, url_of
from chaos.planted.names import EVERY, GPX, HEVY, ORIGINAL, OWN, STRAVA, plant
from chaos.planted.search import found_in, layers

from lib.failures.log import forget_log
from lib.services.archive.erase import erase_everything, erase_original, erase_source, originals, sources
from lib.services.checking.check import check
from lib.store.account import open_account
from lib.store.database import connections, engine

# What the person said of a source or of a record goes with it, and with every deletion the backups.
GO_ALONG = {"sport of a source", "key of a session", "kept as working", "shoe that only a backup has"}


@pytest.fixture
def write_ahead(monkeypatch):
    """What a transaction writes lies in a file of its own that stays, as with a newer SQLite."""
    for module in (connections, engine):
        monkeypatch.setattr(module, "journal_mode", lambda: "wal")


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return tmp_path / "legwork"


@pytest.fixture(scope="module")
def once(tmp_path_factory):
    """The planted folder, and its names: to be copied."""
    there = tmp_path_factory.mktemp("planted")
    return there, plant(there)[1]


@pytest.fixture
def planted(once, folder):
    there, names = once
    shutil.copytree(there, folder)
    account = open_account(url_of(folder / "legwork.db"))
    yield account, names
    account.engine.dispose()


# What was planted for a file that is gone with the first deletion: an export that was killed before its end.
INTERRUPTED = {"export that was interrupted", "original of export that was interrupted"}


def left(folder, names, homes):
    """The names of these homes that are found, with where they were planted and where they are."""
    found = found_in(folder, names.at(*homes))
    return {f"{names.homes[name]}: {name}": places for name, places in found.items()}


def missing(folder, names, homes):
    wanted = {name for name in names.at(*homes) if names.homes[name].split(": ")[1] not in GO_ALONG}
    return wanted - found_in(folder, wanted).keys()


def test_after_everything_is_deleted_by_command_none_of_them_is_in_any_file(folder, once):
    shutil.copytree(once[0], folder)
    names = once[1].homes
    assert len(names) >= EVERY
    assert (folder / "legwork.db-journal").exists()
    assert found_in(folder, names).keys() == names.keys()  # each is there, so that the search can fail
    done = run(url_of(folder / "legwork.db"), "delete", "everything", "--without-export")
    assert done.exit_code == 0, done.output
    assert found_in(folder, names) == {}
    assert check(url_of(folder / "legwork.db")).problems == []


@pytest.mark.whole
def test_after_everything_is_deleted_the_other_journal_holds_none_of_them(folder, write_ahead):
    folder.mkdir()
    account, names = plant(folder)
    assert (folder / "legwork.db-wal").exists()
    assert found_in(folder, names.homes).keys() == names.homes.keys()
    erase_everything(account)
    forget_log(folder)  # as the page does
    assert found_in(folder, names.homes) == {}


@pytest.mark.whole
@pytest.mark.parametrize(("source", "homes"), [(STRAVA, [STRAVA]), (HEVY, [HEVY]), (GPX, [GPX, ORIGINAL])])
def test_of_a_source_none_is_left_and_of_the_others_all_are(folder, planted, source, homes):
    account, names = planted
    erase_source(account, source)
    assert left(folder, names, homes) == {}
    others = {where.split(": ")[0] for where in names.homes.values()} - {*homes, *INTERRUPTED}
    assert missing(folder, names, others) == set()
    assert check(url_of(folder / "legwork.db")).problems == []


@pytest.mark.whole
def test_with_a_table_of_ones_own_goes_how_it_is_read(folder, planted):
    account, names = planted
    [source] = [each for each in sources(account) if each.startswith("own:")]
    of_table = {name for name, where in names.homes.items() if where in (f"{OWN}: heading", f"{OWN}: file")} | {
        source[4:]
    }
    assert found_in(folder, of_table).keys() == of_table
    erase_source(account, source)
    assert found_in(folder, of_table) == {}


@pytest.mark.whole
def test_of_an_original_what_only_it_said_is_gone_and_its_records_stay(folder, planted):
    account, names = planted
    for each in originals(account):
        if each.source == GPX:
            erase_original(account, each.batch_id, each.position)
    assert left(folder, names, [ORIGINAL]) == {}
    titles = {name for name in names.at(GPX) if names.homes[name] == f"{GPX}: title of a track"}
    assert missing(folder, names, [STRAVA, HEVY, OWN]) | (titles - found_in(folder, titles).keys()) == set()


def test_a_copy_that_was_opened_once_is_searched_to_its_last_layer(tmp_path):
    packed = zlib.compress(b"before " + gzip.compress("zq000üßk".encode("utf-16-be")))
    assert any("zq000üßk".encode("utf-16-be") in each for each in layers(b"x" * 99 + packed))
    (tmp_path / "a").write_bytes(packed[:-3])
    assert found_in(tmp_path, ["zq000üßk", "zq111xyk"]) == {"zq000üßk": {"a"}}
