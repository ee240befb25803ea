"""What an archive says of itself, which members of a zip are its own, and what is read of a cell after the other."""

import csv
import io
import json
import zlib
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from lib.importers.base import Upload
from lib.model.errors import UnreadableFile
from lib.model.history import NO_WORD, Change, Entry, RecordRef, What
from lib.model.vocabulary import RecordKind
from lib.services.archive import manifest
from lib.services.archive.erase import _PART, _is_zip, export_name
from lib.services.archive.export import _Counted, _csv, _safe, _unpacked
from lib.services.archive.manifest import Manifest, MemberSays, is_ours, read_manifest
from lib.services.archive.members import Members, _folder_of
from lib.services.archive.opened import _LONG_CELLS, _digest, _ticked, contents, is_archive, opened
from lib.services.archive.rescue import _IN_PART, _of_parts
from lib.services.archive.unconfirmed import _all_named
from lib.services.archive.words import _as_act
from lib.store.archive.salvage import Salvaged
from lib.store.archive.tables import archived_tables
from lib.store.checking.sums import LINES_DIFFER
from lib.store.database.schema import SCHEMA_VERSION

SAID = Manifest(SCHEMA_VERSION, "2026-03-01 07:00:00", "c0ffee", {"README.txt": MemberSays("ab", 3)}, 0)


def changed(**more):
    return json.dumps(json.loads(SAID.as_json()) | more).encode()


def test_a_list_of_contents_is_read_back():
    assert read_manifest(SAID.as_json().encode()) == SAID
    earlier = json.loads(SAID.as_json())
    del earlier["originals"]
    assert read_manifest(json.dumps(earlier).encode()).originals is None


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"program": "other"}, "missing or damaged"),
        ({"format": 0}, "does not say of which version"),
        ({"schema": 0}, "does not say of which version"),
        ({"format": "1"}, "does not say of which version"),
        ({"schema": None}, "does not say of which version"),
        ({"format": 2}, r"newer Legwork \(format 2, this one knows 1\)"),
        ({"schema": SCHEMA_VERSION + 1}, rf"newer Legwork \(schema {SCHEMA_VERSION + 1}, this one knows"),
        ({"members": []}, "missing or damaged"),
        ({"members": {"a": {}}}, "missing or damaged"),
        ({"members": {"a": 1}}, "missing or damaged"),
    ],
)
def test_a_list_of_contents_that_cannot_be_read_is_told(more, why):
    with pytest.raises(UnreadableFile, match=why):
        read_manifest(changed(**more))


@pytest.mark.parametrize(("schema", "number"), [(1, 1), (SCHEMA_VERSION, SCHEMA_VERSION)])
def test_every_schema_up_to_that_of_today_is_known(schema, number):
    assert read_manifest(changed(schema=schema)).schema == number


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        (SAID.as_json().encode(), True),
        (b'{"program": "x"}', False),
        (b"{}", False),
        (b"[]", False),
        (b"3", False),
        (b"x", False),
    ],
)
def test_a_list_of_contents_is_ours_where_it_says_so(text, ours):
    assert is_ours(text) is ours
    if not ours:
        with pytest.raises(UnreadableFile):
            read_manifest(text)


@pytest.mark.parametrize(
    ("names", "folder"),
    [
        (["a.csv", "b.csv"], ""),
        (["x/a.csv", "x/b.csv"], "x/"),
        (["x/y/a.csv", "x/y/tables/b.csv"], "x/y/"),
        (["x/a.csv", "b.csv"], ""),
        (["x/a.csv", "y/a.csv"], ""),
        (["tables/a.csv", "tables/b.csv"], ""),
        (["x/tables/a.csv", "x/tables/b.csv"], "x/"),
        (["tables/a.csv", "tables/x/b.csv"], "tables/"),
        (["originals/1-0-a"], ""),
        ([], ""),
    ],
)
def test_the_folder_that_all_members_share_is_found_but_for_those_of_an_archive_itself(names, folder):
    assert _folder_of(names) == folder


def zipped(members, way=ZIP_DEFLATED):
    packed = io.BytesIO()
    with ZipFile(packed, "w", way) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def uploaded(members, way=ZIP_DEFLATED):
    return Upload("all.zip", zipped(members, way))


def whole(**more):
    files = {"README.txt": b"abc", "originals/1-0-a.csv": b"a;b"} | more
    members = {name: MemberSays(sha256(each).hexdigest(), len(each)) for name, each in files.items()}
    return files | {manifest.NAME: Manifest(SCHEMA_VERSION, "", "", members, 1).as_json()}


def members_of(files):
    return Members(ZipFile(io.BytesIO(zipped(files))))


def test_what_file_managers_put_in_is_no_member():
    found = members_of(
        {
            "x/a.csv": b"",
            "x/.DS_Store": b"",
            "__MACOSX/x/a.csv": b"",
            "x/": b"",
            "x/y/Thumbs.db": b"",
            "x/desktop.ini": b"",
        }
    )
    assert found.names == ["a.csv"]
    assert found.read("a.csv") == b""
    with pytest.raises(KeyError):
        found.info("x/a.csv")


@pytest.mark.parametrize(("number", "ours"), [(4, False), (5, True), (6, True)])
def test_five_tables_make_an_archive_without_its_list(number, ours):
    names = [f"tables/{table.name}.csv" for table in archived_tables()][:number]
    assert members_of(dict.fromkeys(names, b"")).are_ours() is ours
    assert members_of({f"x/{name}": b"" for name in names}).are_ours() is ours


def test_a_list_that_is_packed_otherwise_or_is_another_s_makes_no_archive():
    assert members_of({manifest.NAME: SAID.as_json(), "a": b""}).are_ours()
    assert not members_of({manifest.NAME: b"{}", "a": b""}).are_ours()
    assert not members_of({"a": b"", "b": b""}).are_ours()
    assert not is_archive(uploaded({manifest.NAME: SAID.as_json(), "a": b""}, ZIP_BZIP2))


def test_an_archive_that_was_zipped_once_more_is_told(monkeypatch):
    inner = zipped(whole())
    assert is_archive(uploaded({"x/All.ZIP": inner}))
    assert members_of({"All.ZIP": inner}).inner_archive() == "All.ZIP"
    assert members_of({"all.zip": inner, "b": b""}).inner_archive() is None
    assert members_of({"all.zip": zipped({"a": b""})}).inner_archive() is None
    assert members_of({"all.txt": inner}).inner_archive() is None
    with pytest.raises(UnreadableFile, match=r"This zip holds an archive of Legwork \(all\.zip\)"):
        contents(uploaded({"all.zip": inner}))
    for most, found in ((len(inner), "all.zip"), (len(inner) - 1, None)):
        monkeypatch.setattr("lib.services.archive.members._MOST_INSIDE", most)
        assert members_of({"all.zip": inner}).inner_archive() == found


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x03\x04 torn", b"other"])
def test_what_is_no_zip_is_no_archive(content):
    assert is_archive(Upload("x.zip", content)) is False


def test_an_archive_that_is_whole_is_opened():
    with opened(uploaded(whole())) as found:
        assert (found.original(1, 0), found.original(1, 1)) == (b"a;b", b"")
    assert contents(uploaded(whole())).originals == 1


@pytest.mark.parametrize(
    ("files", "why"),
    [
        (whole() | {"README.txt": b"abd"}, "README.txt was changed after the export"),
        (whole() | {"README.txt": b"abcd"}, "README.txt is not as long as it was"),
        (whole() | {"more": b""}, "more is missing or does not belong to it"),
        ({name: each for name, each in whole().items() if name != "README.txt"}, "README.txt is missing or does not"),
        (whole(**{"originals/2-0-b": b""}), "a file of an import is missing in originals/, or one is too many"),
        ({"README.txt": b"abc"}, r"list of contents \(manifest.json\) is missing"),
    ],
)
def test_an_archive_that_is_not_what_its_list_says_is_refused(files, why):
    with pytest.raises(UnreadableFile, match=why), opened(uploaded(files)):
        pass


def test_a_member_that_is_in_it_twice_or_packed_otherwise_is_refused():
    packed = io.BytesIO(zipped(whole()))
    with ZipFile(packed, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("README.txt", b"abc")
    with pytest.raises(UnreadableFile, match=r"README\.txt is in it twice"), opened(Upload("x", packed.getvalue())):
        pass
    with (
        pytest.raises(UnreadableFile, match="packed in a way that Legwork does not use"),
        opened(uploaded(whole(), ZIP_BZIP2)),
    ):
        pass


def test_a_list_of_contents_may_be_as_long_as_it_may_be(monkeypatch):
    files = whole()
    for most, fits in ((len(files[manifest.NAME]), True), (len(files[manifest.NAME]) - 1, False)):
        monkeypatch.setattr(manifest, "MAX_BYTES", most)
        assert members_of(files).are_ours() is fits
        if not fits:
            with pytest.raises(UnreadableFile, match="list of contents is too long"):
                contents(uploaded(files))


@pytest.mark.parametrize(
    ("rows", "ticks"), [(0, []), (1, [0]), (1000, [0]), (1001, [0, 1000]), (2001, [0, 1000, 2000])]
)
def test_every_thousand_rows_that_are_read_are_told(rows, ticks):
    told = []
    assert len(list(_ticked("goal", iter([["x"]] * rows), lambda *each: told.append(each)))) == rows
    assert told == [("goal", each) for each in ticks]


@pytest.mark.parametrize(("rows", "ticks"), [(0, [0]), (999, [999]), (1000, [1000, 1000]), (1001, [1000, 1001])])
def test_every_thousand_rows_that_are_written_are_told_and_the_last_ones(rows, ticks):
    told = []
    counted = _Counted("goal", [["x"]] * rows, lambda *each: told.append(each))
    assert len(list(counted)) == counted.rows == rows
    assert told == [("goal", each) for each in ticks]


def test_a_table_is_written_in_chunks_with_a_mark_at_its_head_alone(monkeypatch):
    monkeypatch.setattr("lib.services.archive.export._CHUNK", 20)
    rows = [[str(number), 'a"b'] for number in range(9)]
    chunks = list(_csv(["n", "text"], rows))
    assert len(chunks) > 2
    text = b"".join(chunks).decode("utf-8")
    assert text.count("\ufeff") == 1
    assert list(csv.reader(io.StringIO(text.removeprefix("\ufeff")))) == [["n", "text"], *rows]
    assert list(_csv(["n"], [])) == ["\ufeffn\r\n".encode()]


def test_the_bytes_of_a_file_are_unpacked_in_chunks_and_a_cut_one_is_told(monkeypatch):
    content = bytes(range(256)) * 40
    monkeypatch.setattr("lib.services.archive.export._CHUNK", 1000)
    chunks = list(_unpacked(zlib.compress(content)))
    assert b"".join(chunks) == content
    assert max(map(len, chunks[:-1])) <= 1000
    with pytest.raises(zlib.error, match="the end is missing"):
        list(_unpacked(zlib.compress(content)[:-5]))


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("runs.csv", "runs.csv"),
        ("a/b/runs.csv", "runs.csv"),
        ("a:b*?.csv", "a_b_.csv"),
        ("..", "file"),
        (".x", "x"),
        ("", "file"),
        ("y" + "x" * 80, "x" * 80),
    ],
)
def test_a_name_in_an_archive_is_no_path(name, safe):
    assert _safe(name) == safe


def test_no_more_of_a_member_is_read_than_it_says(monkeypatch):
    monkeypatch.setattr("lib.services.archive.opened._CHUNK", 4)
    stream = io.BytesIO(b"x" * 100)
    assert _digest(stream, 10) == sha256(b"x" * 12).hexdigest()
    assert stream.tell() == 12
    assert _digest(io.BytesIO(b"x" * 8), 8) == sha256(b"x" * 8).hexdigest()


def test_an_act_is_the_same_whatever_numbers_its_records_have():
    ref, moment = RecordRef(RecordKind.ACTIVITY, "by-hand", "1"), datetime(2026, 3, 1)

    def act(number, after, field="record", what=What.LOG):
        return _as_act(Entry(number, moment, what, (Change(ref, number, field, None, after),)))

    assert act(1, {"id": 1, "content": {"title": "a"}}) == act(7, {"id": 7, "content": {"title": "a"}})
    assert act(1, {"id": 1, "content": {"title": "a"}}) != act(1, {"id": 1, "content": {"title": "b"}})
    assert act(1, NO_WORD, "title") != act(1, None, "title")
    assert act(1, "a", "title") != act(1, "a", "notes")


@pytest.mark.parametrize(
    ("named", "left_out", "all_named"), [(0, 0, False), (1, 1, True), (1, 2, False), (2, 1, True), (1, 0, False)]
)
def test_a_table_is_whole_but_for_the_rows_that_are_named(named, left_out, all_named):
    found = Salvaged(Path(), {}, [*["goal 1: x"] * named, "goals 1: x"], [], {}, broken=False)
    assert _all_named(found, {"goal": left_out}, "goal") == ({"goal"} if all_named else set())


@pytest.mark.parametrize(
    ("name", "left"),
    [
        (".all.zip.0123abc_.part", True),
        (".all.zip.0123abc.part", False),
        (".all.zip.0123abc_.part2", False),
        ("all.0123abc_.part", False),
        (".0123abc_.part", False),
    ],
)
def test_what_is_not_whole_yet_is_known_by_its_name(name, left):
    assert bool(_PART.fullmatch(name)) is left


def test_a_zip_is_known_by_its_first_four_bytes(tmp_path):
    for content, is_zip in (
        (b"PK\x03\x04", True),
        (b"PK\x03\x04more", True),
        (b"PK\x03", False),
        (b"", False),
        (b"PK\x05\x06", False),
    ):
        (tmp_path / "x").write_bytes(content)
        assert _is_zip(tmp_path / "x") is is_zip


def test_the_last_export_is_named_by_the_day_in_utc():
    assert export_name(datetime.fromisoformat("2026-03-01T23:30:00-05:00")) == "legwork-2026-03-02.zip"


def test_of_a_session_that_has_only_a_part_of_its_sets_nothing_else_is_told():
    problems = ["session 1: sets are not what was imported.", f"session 2: {LINES_DIFFER}", "session 2: sets: 3 of 5."]
    assert _of_parts(problems) == [f"session 2: {_IN_PART}", problems[0]]


def test_cells_may_be_long_only_while_an_archive_is_read():
    usual = csv.field_size_limit()
    with _LONG_CELLS:
        with _LONG_CELLS:
            assert csv.field_size_limit() == 256 * 1024 * 1024
        assert csv.field_size_limit() == 256 * 1024 * 1024
    assert csv.field_size_limit() == usual
