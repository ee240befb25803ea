"""Everything of an athlete in one zip, and back: into an empty database, into one that holds something, from older releases."""

import csv
import io
import json
import shutil
import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from lib.cli.archive import brought_json, brought_lines
from lib.importers.base import Upload
from lib.importers.record_checks import checked
from lib.model.athlete import Answers
from lib.model.errors import StoreError, UnreadableFile
from lib.model.history import What
from lib.model.record_id import parse_id
from lib.model.vocabulary import GoalKind
from lib.services.archive import manifest
from lib.services.archive.bring import bring
from lib.services.archive.copy import copy_to
from lib.services.archive.export import export
from lib.services.archive.opened import is_archive
from lib.services.demo import sample_files
from lib.services.editing.edit import edit
from lib.services.editing.log import LoggedSession, log_session
from lib.services.importing import opening
from lib.services.importing.import_files import import_files
from lib.services.importing.reread import reread
from lib.services.preferences.highest_heart_rate import set_highest
from lib.services.queries.numbers import balance_json, weeks_json
from lib.services.queries.training import read_training
from lib.store.account import open_account
from lib.store.archive.cells import ColumnKind, to_cell
from lib.store.archive.tables import archived_tables
from lib.store.own import dated, history, home_zones
from lib.store.records import batches
from lib.store.records.fingerprint import content_hash_of_everything
from tests.store.training_records import squat

TODAY = date(2026, 11, 15)
NOW = datetime(2026, 11, 15, 12, tzinfo=UTC)
FIXTURES = sorted((Path(__file__).parents[2] / "store/database/fixtures").glob("schema_*.sqlite"))
STRENGTH, RUNS = "hevy.csv", "strava_activities.csv"


def sample(*names):
    return [Upload(path.name, path) for path in sample_files() if path.name in names]


def content(account):
    with account.read() as conn:
        return content_hash_of_everything(conn, account.athlete_id)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A folder with an athlete's database and everything of it in one file: made once, copied for each test."""
    folder = tmp_path_factory.mktemp("made")
    account = an_athlete(folder / "full.db")
    export(account, folder / "all.zip")
    account.engine.dispose()
    return folder


def an_athlete(path):
    """With two logs, an edit, a session logged by hand, an act taken back, an import undone and a goal."""
    account = open_account(f"sqlite:///{path}")
    import_files(account, sample(STRENGTH, RUNS), Answers(time_zone="Europe/Berlin"))
    import_files(account, sample("garmin_activities.csv"), Answers())
    log_session(account, LoggedSession("2026-10-20T18:00", (squat(), squat(4)), title="=HYPERLINK(1)"), NOW)
    edit(account, parse_id("run-3"), {"title": "Track, 5 × 1000"}, now=NOW)
    with account.write() as conn:
        dated.keep(conn, account.athlete_id, dated.Goal(GoalKind.RUNS, date(2026, 3, 2), 3))
        batches.undo_batch(conn, account.athlete_id, 2, NOW)
    return account


@pytest.fixture
def full(made, tmp_path):
    return open_account(f"sqlite:///{shutil.copy(made / 'full.db', tmp_path)}")


@pytest.fixture
def archive(made, tmp_path):
    return Path(shutil.copy(made / "all.zip", tmp_path))


def figures(account):
    training = read_training(account, TODAY)
    return weeks_json(training), balance_json(training)


def acts(account):
    with account.read() as conn:
        return history.read_entries(conn, account.athlete_id)


def test_into_an_empty_database_of_either_kind_comes_the_same_content_figures_history_and_undo(full, archive, account):
    brought = bring(account, Upload("all.zip", archive))
    assert brought.merged is None
    assert brought.content == content(account) == content(full)
    assert figures(account) == figures(full)
    assert acts(account) == acts(full)
    for each in (account, full):
        with each.write() as conn:
            batches.undo_batch(conn, each.athlete_id, 1, NOW)
    assert content(account) == content(full)


def test_the_originals_come_along_byte_by_byte(full, archive, account):
    bring(account, Upload("all.zip", archive))
    for each in (account, full):
        with each.read() as conn:
            found = batches.stored_file(conn, each.athlete_id, 1, 0)
        assert found == next(path for path in sample_files() if path.name == STRENGTH).read_bytes()


def test_what_came_back_can_be_exported_again_with_the_same_content(archive, account, tmp_path):
    bring(account, Upload("all.zip", archive))
    again = export(account, tmp_path / "again.zip")
    with ZipFile(archive) as first, ZipFile(tmp_path / "again.zip") as second:
        said = json.loads(first.read(manifest.NAME))
        assert again.content == said["content"]
        different = [name for name in said["members"] if first.read(name) != second.read(name)]
    assert different == ["tables/athlete.csv"]  # the revision


def test_into_a_database_that_holds_something_it_is_merged_and_what_is_said_there_stays(full, archive, account):
    import_files(account, sample(STRENGTH), Answers(time_zone="Europe/Berlin"))
    with account.write() as conn:
        dated.keep(conn, account.athlete_id, dated.Goal(GoalKind.RUNS, date(2026, 3, 2), 5))
    merged = bring(account, Upload("all.zip", archive)).merged
    assert (merged.known, len(merged.receipt.files), merged.acts) == (1, 1, 2)
    training = read_training(account, TODAY)
    assert training.goals["target"].tolist() == [5.0]
    assert (training.activities["title"] == "Track, 5 × 1000").sum() == 1
    assert weeks_json(training) == figures(full)[0]
    twice = bring(account, Upload("all.zip", archive)).merged
    assert (twice.known, twice.receipt.files, twice.acts, twice.own) == (2, [], 0, 0)
    with account.write() as conn:
        dated.keep(conn, account.athlete_id, dated.Goal(GoalKind.RUNS, date(2026, 3, 2), 3))
    assert content(account) == content(full)


def keep_goals(account, *goals):
    with account.write() as conn:
        for kind, day, target in goals:
            dated.keep(conn, account.athlete_id, dated.Goal(kind, date.fromisoformat(day), target))


def test_an_act_that_was_taken_back_there_does_not_come_along(full, account, tmp_path):
    with full.write() as conn:
        history.add_entry(conn, full.athlete_id, What.TAKE_BACK, [], NOW, takes_back=acts(full)[0].id)
    export(full, tmp_path / "fewer.zip")
    log_session(account, LoggedSession("2026-11-02T18:00", (squat(),)), NOW)
    assert bring(account, Upload("fewer.zip", tmp_path / "fewer.zip")).merged.acts == 1
    assert all(each.what is not What.TAKE_BACK for each in acts(account))


def test_what_was_edited_here_stays_whatever_an_archive_says_of_the_same_field(full, account, tmp_path):
    run = parse_id("run-5")
    import_files(account, sample(STRENGTH, RUNS), Answers(time_zone="Europe/Berlin"))
    edit(full, run, {"title": "Theirs", "distance": "6km"}, now=NOW)
    edit(account, run, {"title": "Mine"}, now=NOW - timedelta(hours=1))
    export(full, tmp_path / "theirs.zip")
    merged = bring(account, Upload("theirs.zip", tmp_path / "theirs.zip")).merged
    shown = read_training(account, TODAY).activities.set_index("activity_id").loc[run.number]
    assert (shown["title"], shown["distance_m"], merged.overruled) == ("Mine", 6000.0, 1)
    again = bring(account, Upload("theirs.zip", tmp_path / "theirs.zip")).merged
    assert (again.acts, again.overruled) == (0, 1)


def test_a_later_archive_of_the_same_history_brings_its_later_edits(full, account, archive, tmp_path):
    bring(account, Upload("all.zip", archive))
    edit(full, parse_id("run-3"), {"title": "Later"}, now=NOW + timedelta(hours=1))
    export(full, tmp_path / "later.zip")
    merged = bring(account, Upload("later.zip", tmp_path / "later.zip")).merged
    assert (merged.acts, merged.overruled) == (1, 0)
    assert (read_training(account, TODAY).activities["title"] == "Later").sum() == 1


@pytest.mark.parametrize(("here", "then"), [(None, 188.0), (190.0, 190.0)])
def test_a_setting_that_nobody_said_here_comes_along(full, account, tmp_path, here, then):
    set_highest(full, 188.0)
    if here:
        set_highest(account, here)
    log_session(account, LoggedSession("2026-11-02T18:00", (squat(),)), NOW)
    export(full, tmp_path / "rate.zip")
    bring(account, Upload("rate.zip", tmp_path / "rate.zip"))
    assert read_training(account, TODAY).athlete.max_heart_rate_bpm == then


def test_a_goal_of_an_archive_holds_only_before_those_that_were_set_here(full, account, tmp_path):
    keep_goals(
        full, (GoalKind.RUNS, "2024-01-01", 2), (GoalKind.RUNS, "2026-05-04", 6), (GoalKind.DISTANCE, "2026-05-04", 40)
    )
    export(full, tmp_path / "goals.zip")
    log_session(account, LoggedSession("2026-11-02T18:00", (squat(),)), NOW)
    keep_goals(account, (GoalKind.RUNS, "2025-01-06", 4), (GoalKind.RUNS, "2026-01-05", 5))
    assert bring(account, Upload("goals.zip", tmp_path / "goals.zip")).merged.own >= 2
    goals = read_training(account, TODAY).goals
    of_runs = goals[goals["kind"] == GoalKind.RUNS].sort_values("from_date")
    assert of_runs["target"].tolist() == [2.0, 4.0, 5.0]
    assert goals[goals["kind"] == GoalKind.DISTANCE]["target"].tolist() == [40.0]


@pytest.mark.parametrize("told_here", [True, False])
def test_moves_of_an_archive_come_only_where_nobody_said_where_home_is(full, account, tmp_path, told_here):
    with full.write() as conn:
        home_zones.add_move(conn, full.athlete_id, date(2026, 2, 1), "Asia/Tokyo")
    export(full, tmp_path / "moved.zip")
    log_session(account, LoggedSession("2026-11-02T18:00", (squat(),)), NOW)
    if told_here:
        with account.write() as conn:
            home_zones.set_first_zone(conn, account.athlete_id, "Europe/Berlin")
    bring(account, Upload("moved.zip", tmp_path / "moved.zip"))
    with account.read() as conn:
        zones = home_zones.read_home_zones(conn, account.athlete_id)
    assert zones.names == ({"Europe/Berlin"} if told_here else {"Europe/Berlin", "Asia/Tokyo"})


def test_what_reading_anew_set_aside_is_no_file_of_a_merge(full, account, tmp_path, monkeypatch):
    later = lambda record: replace(record, title=f"anew {record.title}") if hasattr(record, "title") else record  # noqa: E731
    monkeypatch.setattr(opening, "checked", lambda records: checked(map(later, records)))
    assert reread(full, None, NOW).receipt.batch
    monkeypatch.undo()
    export(full, tmp_path / "anew.zip")
    log_session(account, LoggedSession("2026-11-02T18:00", (squat(),)), NOW)
    merged = bring(account, Upload("anew.zip", tmp_path / "anew.zip")).merged
    assert sorted(file.name for file in merged.receipt.files) == [STRENGTH, RUNS]
    assert not any(file.refused for file in merged.receipt.files)


def test_an_act_that_was_taken_back_here_stays_so(full, archive):
    entry = acts(full)[0]
    with full.write() as conn:
        history.add_entry(conn, full.athlete_id, What.TAKE_BACK, [], NOW, takes_back=entry.id)
    assert bring(full, Upload("all.zip", archive)).merged.acts == 0
    assert not next(each for each in acts(full) if each.id == entry.id).holds


def test_a_preview_of_an_archive_writes_nothing(archive, account):
    before = content(account)
    told = bring(account, Upload("all.zip", archive), dry_run=True)
    assert told.content != before == content(account)


def test_a_copy_into_the_other_kind_of_database_holds_the_same(full, account):
    url = account.engine.url.render_as_string(hide_password=False)
    assert copy_to(full, url) == content(account) == content(full)
    with pytest.raises(StoreError, match="already holds training"):
        copy_to(full, url)


def test_every_table_of_a_person_is_told_in_the_archive():
    about = (Path(manifest.__file__).with_name("README.txt")).read_text(encoding="utf-8")
    words = set(about.split())
    assert [table.name for table in archived_tables() if table.name not in words] == []


def test_no_cell_of_an_archive_is_a_formula(archive):
    with ZipFile(archive) as opened:
        tables = [name for name in opened.namelist() if name.endswith(".csv") and name.startswith("tables/")]
        cells = [
            cell
            for name in tables
            for row in csv.reader(io.StringIO(opened.read(name).decode("utf-8-sig"), newline=""))
            for cell in row
        ]
    assert "'=HYPERLINK(1)" in cells or any("'=HYPERLINK(1)" in cell for cell in cells)
    assert [cell for cell in cells if cell.lstrip().startswith(("=", "+", "@", "\t"))] == []
    assert [cell for cell in cells if cell.startswith("-") and not cell[1:2].isdigit()] == []


def test_only_its_owner_may_read_an_archive(archive):
    assert archive.stat().st_mode & 0o777 == 0o600
    with ZipFile(archive) as zipped:
        assert {each.external_attr >> 16 for each in zipped.infolist()} == {0o600}


def test_an_archive_of_ours_is_known_by_its_content(archive, tmp_path):
    other = tmp_path / "other.zip"
    with ZipFile(other, "w") as zipped:
        zipped.writestr("activities.csv", "a,b")
    assert is_archive(Upload("renamed.bin", archive))
    assert not is_archive(Upload("other.zip", other))
    assert not is_archive(Upload("cut.zip", archive.read_bytes()[:2000]))
    assert not is_archive(Upload("empty.zip", b""))


def rewritten(archive, change):
    """The archive with some members changed. change: from members to members."""
    with ZipFile(archive) as opened:
        members = {name: opened.read(name) for name in opened.namelist()}
    return Upload("all.zip", rewritten_members(change(members)))


def rewritten_members(members):
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as out:
        for name, data in members.items():
            out.writestr(name, data)
    return stream.getvalue()


def edited_goal(members):
    return {**members, "tables/goal.csv": members["tables/goal.csv"].replace(b"3.0", b"4.0")}


def with_sums(members):
    """Whoever edits a table may work out its sum anew."""
    said = json.loads(members[manifest.NAME])
    for name, each in said["members"].items():
        each.update(sha256=sha256(members[name]).hexdigest(), bytes=len(members[name]))
    return {**members, manifest.NAME: json.dumps(said).encode()}


def altered(members, table, before, after):
    name = f"tables/{table}.csv"
    assert before in members[name], members[name]
    return {**members, name: members[name].replace(before, after)}


def with_a_row_twice(members):
    rows = members["tables/goal.csv"].splitlines(keepends=True)
    return {**members, "tables/goal.csv": b"".join([*rows, rows[-1]])}


def without_an_original(members):
    """Its line in the list of contents goes with it."""
    gone, said = next(name for name in members if name.startswith("originals/")), json.loads(members[manifest.NAME])
    del said["members"][gone]
    return {name: data for name, data in members.items() if name != gone} | {manifest.NAME: json.dumps(said).encode()}


def said_otherwise(**values):
    return lambda members: {
        **members,
        manifest.NAME: json.dumps({**json.loads(members[manifest.NAME]), **values}).encode(),
    }


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (edited_goal, "was changed"),
        (lambda members: with_sums(edited_goal(members)), "does not hold what it says"),
        (lambda members: {name: data for name, data in members.items() if "goal" not in name}, "is missing"),
        (lambda members: {**members, "tables/more.csv": b"x"}, "does not belong"),
        (lambda members: with_sums({**members, "tables/goal.csv": b"\xef\xbb\xbfkind,from_date,target\r\nruns,2026-03-02,x\r\n"}), "no number"),
        (said_otherwise(schema=999), "newer Legwork .schema 999"),
        (said_otherwise(format=1001), "newer Legwork .format 1001, this one knows 1"),
        (lambda members: with_sums(altered(members, "goal", b"runs", b"r\xffns")), "goal.csv is not in UTF-8"),
        (lambda members: with_sums(altered(members, "history_change", b"Track, 5", b"Track\\, 5")), "not whole.*history_change"),
        (lambda members: with_sums(with_a_row_twice(members)), "row 2 of goal.csv is in it a second time"),
        (lambda members: with_sums(without_an_original(members)), "missing in originals/"),
        (said_otherwise(program="another"), "missing or damaged"),
        (said_otherwise(members=[]), "damaged"),
        (said_otherwise(schema="x"), "version"),
        (lambda members: {**members, manifest.NAME: b"[]"}, "looks like an archive of Legwork"),
        (lambda members: {**members, manifest.NAME: b"no JSON"}, "missing or damaged"),
        (lambda members: {**members, manifest.NAME: b"[" * 200_000}, "missing or damaged"),
        (lambda members: {name: data for name, data in members.items() if name != manifest.NAME}, "missing or damaged"),
        (lambda members: {f"all/{name}": data for name, data in edited_goal(members).items()}, "was changed"),
        (lambda members: {"all.zip": rewritten_members(members)}, "holds an archive of Legwork"),
    ],
)  # fmt: skip
def test_what_is_not_whole_or_not_ours_is_refused_whole_in_a_sentence(archive, account, change, why):
    before = content(account)
    spoilt = rewritten(archive, change)
    assert is_archive(spoilt)  # so that no page and no command takes it for any other zip
    with pytest.raises((UnreadableFile, StoreError), match=why):
        bring(account, spoilt)
    assert content(account) == before


def test_an_archive_that_was_unpacked_and_zipped_again_in_a_folder_is_read_as_it_is(full, archive, account):
    left_by_programs = {"all/": b"", "all/.DS_Store": b"x", "__MACOSX/all/._README.txt": b"x"}
    again = rewritten(archive, lambda members: left_by_programs | {f"all/{name}": members[name] for name in members})
    assert is_archive(again)
    assert bring(account, again).content == content(full)


@pytest.mark.parametrize("folder", ["legwork/legwork/", "a/b/c/d/", "tables/", "originals/legwork/"])
def test_an_archive_is_found_however_deep_its_folder_is(full, archive, account, folder):
    again = rewritten(archive, lambda members: {f"{folder}{name}": members[name] for name in members})
    assert is_archive(again)
    assert bring(account, again).content == content(full)


def without_an_original_and_its_count(members):
    left = without_an_original(members)
    said = json.loads(left[manifest.NAME])
    return left | {manifest.NAME: json.dumps(said | {"originals": said["originals"] - 1}).encode()}


def test_a_file_that_was_taken_out_of_an_archive_is_told(archive, account):
    assert bring(account, Upload("all.zip", archive), dry_run=True).without_bytes == 0
    lacks = bring(account, rewritten(archive, without_an_original_and_its_count), dry_run=True)
    assert lacks.without_bytes == 1
    told = brought_json("all.zip", lacks, {"files": []})
    first, second, _ = brought_lines(told, dry_run=True)
    assert first == "all.zip: everything would be as it was when it was exported."
    assert second.startswith("A file that was imported is not in it")


def test_the_name_of_a_second_member_is_told(archive, account):
    with ZipFile(archive, "a") as zipped, pytest.warns(UserWarning, match="Duplicate"):
        zipped.writestr("tables/goal.csv", b"x")
    with pytest.raises(UnreadableFile, match=r"tables/goal.csv is in it twice"):
        bring(account, Upload("all.zip", archive))


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.99])
def test_a_cut_archive_is_refused(archive, account, share):
    data = archive.read_bytes()
    with pytest.raises(UnreadableFile, match="cut or damaged"):
        bring(account, Upload("all.zip", data[: int(len(data) * share)]))


def archive_of_an_earlier_release(fixture):
    """What the release of that schema would have written: its tables as they were."""
    members = {}
    with closing(sqlite3.connect(fixture)) as conn:
        version = conn.execute("PRAGMA user_version").fetchone()[0]
        names = [name for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in names:
            columns = [(row[1], row[2], not row[3]) for row in conn.execute(f'PRAGMA table_info("{table}")')]
            if table != "athlete" and "athlete_id" not in [name for name, _, _ in columns]:
                continue
            kept = [
                each for each in columns if each[0] != "athlete_id" and (table, each[0]) != ("import_file", "content")
            ]
            kinds = [ColumnKind({"TEXT": str, "INTEGER": int, "REAL": float}[kind], empty) for _, kind, empty in kept]
            text = io.StringIO(newline="")
            writer = csv.writer(text)
            writer.writerow([name for name, _, _ in kept])
            chosen = ", ".join(f'"{name}"' for name, _, _ in kept)
            for row in conn.execute(f'SELECT {chosen} FROM "{table}"'):
                writer.writerow([to_cell(value, kind) for value, kind in zip(row, kinds, strict=True)])
            members[f"tables/{table}.csv"] = ("\ufeff" + text.getvalue()).encode()
        for batch, position, data in conn.execute("SELECT batch_id, position, content FROM import_file"):
            members[f"originals/{batch}-{position}-file.csv"] = zlib.decompress(data)
    said = {name: {"sha256": "", "bytes": 0, "rows": 0} for name in members}
    head = {"program": manifest.PROGRAM, "format": 1, "schema": version, "made_at": "", "content": "", "members": said}
    return with_sums({**members, manifest.NAME: json.dumps(head).encode()})


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_an_archive_of_every_earlier_release_gives_what_its_database_gives(fixture, account, tmp_path):
    migrated = tmp_path / "migrated.sqlite"
    migrated.write_bytes(fixture.read_bytes())
    theirs = open_account(f"sqlite:///{migrated}")
    members = archive_of_an_earlier_release(fixture)
    if fixture == FIXTURES[-1]:
        members = said_otherwise(content=content(theirs))(members)
    stream = io.BytesIO()
    with ZipFile(stream, "w") as out:
        for name, data in members.items():
            out.writestr(name, data)
    assert bring(account, Upload("old.zip", stream.getvalue())).content == content(theirs)


def test_an_export_that_fails_leaves_the_earlier_file(full, archive, monkeypatch):
    before = archive.read_bytes()

    def full_disk(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("lib.services.archive.export._write", full_disk)
    with pytest.raises(OSError, match="No space") as error:
        export(full, archive)
    assert error.value.filename == str(archive)
    assert archive.read_bytes() == before
    assert [path.name for path in archive.parent.iterdir() if path.suffix == ".part"] == []


def test_the_engine_of_a_side_database_is_gone_afterwards(archive, account, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    bring(account, Upload("all.zip", archive))
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("legwork-archive-")] == []
