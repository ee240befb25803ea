"""Zip archives: what is in them and what must not be."""

import io
import stat
import struct
import warnings
import zipfile
from datetime import date

import pytest
from activity_files import STRAVA_HEADER, STRAVA_ROW, table
from recorded_files import fit, gpx, gpx_points, session, zipped

from lib.importers.base import Upload
from lib.importers.unpacking import archive as module
from lib.importers.unpacking.allowance import Allowance, BeyondLimit
from lib.importers.unpacking.archive import Archive, is_archive, open_archive, top_folders
from lib.importers.unpacking.kinds import contents_of
from lib.model.errors import UnreadableFile

LIST = table(STRAVA_HEADER, STRAVA_ROW).encode()


def opened(*paths: str) -> Archive:
    return open_archive(zipped((path, path.encode()) for path in paths))


def why_refused(upload: Upload) -> str:
    with pytest.raises(UnreadableFile) as caught:
        contents_of(open_archive(upload))
    return caught.value.why


def entry(path: str, **values: int | tuple[int, ...]) -> Upload:
    """An archive of one entry with odd properties."""
    info = zipfile.ZipInfo(path)
    for name, value in values.items():
        setattr(info, name, value)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(info, b"content")
    return Upload("export.zip", stream.getvalue())


def read_paths(files: list[tuple[str, bytes]]) -> tuple[list[str], list[str], int]:
    """(files, details, left out) of an archive."""
    contents = contents_of(open_archive(zipped(files)))
    return [each.path for each in contents.files], sorted(contents.details), contents.left_out


def test_an_archive_is_known_by_its_first_bytes():
    assert is_archive(zipped([("a.csv", b"x")]))
    assert is_archive(zipped([]))
    assert not is_archive(zipped([("[Content_Types].xml", b"x"), ("xl/workbook.xml", b"y")]))
    assert not is_archive(Upload("a.zip", b"Date,Distance\n"))


def test_members_are_read_with_their_names():
    (member,) = opened("run.fit").members
    assert (member.title, member.read(), member.head()) == ("export.zip › run.fit", b"run.fit", b"run.fit")


def test_what_operating_systems_leave_behind_is_junk():
    archive = opened("a.csv", "__MACOSX/._a.csv", ".DS_Store", "x/Thumbs.db", "x/._b")
    assert ([each.path for each in archive.members], archive.junk) == (["a.csv"], 4)


@pytest.mark.parametrize("path", ["../../tmp/a.csv", "/etc/a.csv", "..\\..\\a.csv", "C:\\a.csv", "x/../../a.csv"])
def test_a_name_that_leads_out_is_refused(path: str):
    assert "leads out" in why_refused(entry(path))


def test_a_link_is_refused():
    assert "link" in why_refused(entry("activities.csv", external_attr=(stat.S_IFLNK | 0o777) << 16, create_system=3))


def test_backslashes_are_slashes():
    (member,) = open_archive(entry("activities\\1.gpx")).members
    assert member.path == "activities/1.gpx"


@pytest.mark.parametrize("paths", [("a.csv", "a.csv"), ("a.csv", "A.CSV"), ("é.csv", "é.csv")])
def test_two_files_of_one_name_are_refused(paths: tuple[str, str]):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        upload = zipped((path, b"x") for path in paths)
    assert "same name" in why_refused(upload)


def test_a_password_is_refused():
    content = bytearray(zipped([("a.csv", b"x")]).source)
    content[content.rfind(b"PK\x01\x02") + 8] |= 1
    assert "password" in why_refused(Upload("x.zip", bytes(content)))


@pytest.mark.parametrize("method", [12, 14, 99])
def test_other_ways_of_packing_are_refused(method: int):
    content = bytearray(zipped([("a.csv", b"x")]).source)
    struct.pack_into("<H", content, content.rfind(b"PK\x01\x02") + 10, method)
    assert "plain zip" in why_refused(Upload("x.zip", bytes(content)))


def test_an_archive_of_folders_or_nothing_is_refused():
    assert "no file" in why_refused(zipped([("folder/", b"")]))
    assert "no file" in why_refused(zipped([]))


def test_an_archive_cut_off_is_refused():
    content = zipped([("a.csv", b"x" * 100)]).source
    assert "incomplete" in why_refused(Upload("x.zip", content[:-30]))


def test_something_before_the_archive_is_refused():
    content = zipped([("a.csv", b"x" * 100)]).source
    assert "before it" in why_refused(Upload("x.zip", b"PK\x03\x04#!/bin/sh\n" + content))


def test_too_many_entries_are_refused_before_they_are_listed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "MAX_ENTRIES", 3)
    monkeypatch.setattr(zipfile, "ZipFile", None)
    with pytest.raises(BeyondLimit, match="more than 3 entries"):
        open_archive(UPLOAD_OF_FOUR)


UPLOAD_OF_FOUR = zipped((f"{n}.csv", b"x") for n in range(4))


def test_a_wrong_checksum_is_damage_of_its_member_alone():
    upload = zipped([("a.csv", b"first content"), ("b.csv", b"other content")])
    content = bytearray(upload.source)
    struct.pack_into("<I", content, content.find(b"PK\x01\x02") + 16, 0)
    broken, whole = open_archive(Upload("x.zip", bytes(content))).members
    with pytest.raises(UnreadableFile, match="damaged in the archive"):
        broken.read()
    assert whole.read() == b"other content"


def test_a_size_that_lies_is_noticed():
    content = bytearray(zipped([("a.csv", b"0123456789" * 1000)]).source)
    struct.pack_into("<I", content, content.rfind(b"PK\x01\x02") + 24, 10)
    with pytest.raises(UnreadableFile):
        open_archive(Upload("x.zip", bytes(content))).members[0].read()


def test_a_bomb_is_refused_while_it_unpacks():
    (member,) = open_archive(zipped([("a.csv", bytes(6 * 1024 * 1024))])).members
    with pytest.raises(BeyondLimit):
        member.read()


def test_a_large_member_unpacks_while_it_is_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "MAX_FILE_BYTES", 1000)
    content = bytes(range(256)) * 40
    (member,) = open_archive(zipped([("a.csv", content)])).members
    monkeypatch.setattr(Archive, "read", None)
    with Upload("a.csv", member).open() as stream:
        assert stream.read() == content
        stream.seek(300)
        assert stream.read(10) == content[300:310]


def test_a_large_member_that_is_damaged_says_so_at_its_end(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "MAX_FILE_BYTES", 1000)
    content = bytearray(zipped([("a.csv", bytes(range(256)) * 40)]).source)
    struct.pack_into("<I", content, content.find(b"PK\x01\x02") + 16, 0)
    (member,) = open_archive(Upload("x.zip", bytes(content))).members
    with member.open() as stream, pytest.raises(UnreadableFile, match="damaged in the archive"):
        stream.read()


def test_a_large_member_is_no_bomb_by_its_own_claim(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "MAX_FILE_BYTES", 1000)
    upload = zipped([("a.csv", bytes(6 * 1024 * 1024))])
    (member,) = open_archive(upload, Allowance.on_this_computer()).members
    with pytest.raises(BeyondLimit, match="200 times"):
        member.open()


def test_a_large_member_counts_towards_the_total_once(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "MAX_FILE_BYTES", 1000)
    allowance = Allowance(left=15_000)
    (member,) = open_archive(zipped([("a.csv", b"0123456789" * 1000)]), allowance).members
    member.open().close()
    left = allowance.left
    member.open().close()
    assert 0 < allowance.left == left < 6_000


def test_reading_a_member_twice_counts_once():
    allowance = Allowance()
    (member,) = open_archive(zipped([("a.csv", b"0123456789" * 1000)]), allowance).members
    member.read()
    left = allowance.left
    assert member.read() == b"0123456789" * 1000
    assert allowance.left == left < Allowance().left


@pytest.mark.parametrize("top", ["", "export_4711/"])
def test_of_a_strava_account_only_the_training_is_opened(top: str):
    private = [(f"{top}{name}", b"secret") for name in ("profile.csv", "logins.csv", "media/1.jpg", "messages.json")]
    files = [(f"{top}activities.csv", LIST), (f"{top}activities/501.fit.gz", b"x"), (f"{top}activities/x.txt", b"x")]
    assert read_paths([*private, *files]) == ([f"{top}activities.csv"], ["activities/501.fit.gz"], 5)


def test_without_the_list_the_recordings_are_files_of_their_own():
    found = read_paths([("activities/1.gpx", b"x"), ("activities/2.fit.gz", b"x"), ("profile.csv", b"secret")])
    assert found == (["activities/1.gpx", "activities/2.fit.gz"], [], 1)


@pytest.mark.parametrize("private", ["profile.csv", "media/1.jpg", "activities/501.fit.gz"])
def test_one_file_of_the_account_beside_the_list_is_enough_to_leave_the_rest_closed(private: str):
    paths, _, _ = read_paths([("activities.csv", LIST), ("messages.json", b"secret"), (private, b"x")])
    assert paths == ["activities.csv"]


def test_a_list_of_strava_that_somebody_packed_with_other_exports_does_not_hide_them():
    found = read_paths([("activities.csv", LIST), ("workouts.csv", b"title,start_time\n")])
    assert found == (["activities.csv", "workouts.csv"], [], 0)


def test_a_list_of_another_app_does_not_hide_its_neighbours():
    found = read_paths([("Activities.csv", b"Activity Type,Date,Favorite,Title\n"), ("run.fit", fit(session()))])
    assert found == (["Activities.csv", "run.fit"], [], 0)


def test_tracks_beside_a_runkeeper_list_are_read_as_well():
    found = read_paths([("cardioActivities.csv", b"x"), ("2025-04-06.gpx", gpx(gpx_points()))])
    assert found == (["cardioActivities.csv", "2025-04-06.gpx"], [], 0)


def test_routes_of_apple_workouts_are_not_second_workouts():
    top = "apple_health_export/"
    found = read_paths([(f"{top}export.xml", b"x"), (f"{top}workout-routes/r.gpx", gpx(gpx_points()))])
    assert found == ([f"{top}export.xml"], [], 1)


def test_a_file_whose_name_begins_with_nul_is_refused():
    assert "leads out" in why_refused(Upload("x.zip", bytes(zipped([("x.csv", b"x")]).source).replace(b"x.", b"\0.")))


def test_a_file_without_a_name_is_refused():
    content = bytearray(zipped([("a.csv", b"x")]).source)
    struct.pack_into("<HHH", content, content.rfind(b"PK\x01\x02") + 28, 0, 0, len("a.csv"))
    assert "leads out" in why_refused(Upload("x.zip", bytes(content)))


def test_an_archive_of_a_version_that_nobody_knows_is_refused():
    content = bytearray(zipped([("a.csv", b"x")]).source)
    struct.pack_into("<H", content, content.rfind(b"PK\x01\x02") + 6, 0xFFFF)
    assert "damaged" in why_refused(Upload("x.zip", bytes(content)))


def test_a_file_whose_own_name_is_no_utf8_is_damaged():
    content = bytes(zipped([("é.csv", b"x")]).source).replace("é".encode(), b"\xff\xff", 1)
    (member,) = open_archive(Upload("x.zip", content)).members
    for read in (member.read, member.head):
        with pytest.raises(UnreadableFile, match="damaged"):
            read()


@pytest.mark.parametrize("name", ["a\x1b[2J.csv", "a\r\nERROR forged.csv", "\u202evsc.a"])
def test_names_in_an_archive_cannot_forge_what_is_shown(name: str):
    (member,) = open_archive(Upload("x\r\n\udcff.zip", zipped([(name, b"x")]).source)).members
    assert member.title.isprintable()
    assert member.title.startswith("x\ufffd.zip › ")


def test_files_behind_a_folder_are_members():
    archive = open_archive(zipped([("x/", b""), ("x/a.csv", b"1"), ("y/", b""), ("y/b.csv", b"2")]))
    assert ([each.path for each in archive.members], archive.junk) == (["x/a.csv", "y/b.csv"], 0)


def test_of_two_files_with_a_long_name_its_first_40_letters_are_told():
    path = "a" * 50
    assert f"({'a' * 40}):" in why_refused(zipped([("b", b"x"), (path, b"x"), (path.upper(), b"x")]))


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ((1980, 1, 1, 0, 0, 0), None),
        ((1980, 12, 31, 0, 0, 0), None),
        ((1981, 2, 3, 4, 5, 6), date(1981, 2, 3)),
        ((2026, 2, 30, 0, 0, 0), None),
    ],
)
def test_the_day_of_a_file_in_an_archive(written: tuple[int, ...], day: date | None):
    (member,) = open_archive(entry("a.csv", date_time=written)).members
    assert member.written == day


def test_a_member_is_large_above_the_limit_of_a_file(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "MAX_FILE_BYTES", 100)
    small, large = open_archive(zipped([("a.csv", b"x" * 100), ("b.csv", b"x" * 101)])).members
    assert (small.is_large, large.is_large) == (False, True)
    assert (small.size, large.size) == (100, 101)


@pytest.mark.parametrize("length", [0, 1, 65_535])
def test_an_archive_may_have_a_comment_of_any_length(length: int):
    content = bytearray(zipped([("a.csv", b"x")]).source)
    struct.pack_into("<H", content, len(content) - 2, length)
    (member,) = open_archive(Upload("x.zip", bytes(content) + b"c" * length)).members
    assert member.read() == b"x"


def test_as_many_entries_as_are_allowed_are_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "MAX_ENTRIES", 4)
    assert len(open_archive(UPLOAD_OF_FOUR).members) == 4


@pytest.mark.parametrize(("less", "refused"), [(0, False), (1, True)])
def test_a_directory_that_is_too_large_is_refused_unread(monkeypatch: pytest.MonkeyPatch, less: int, refused: bool):
    content = UPLOAD_OF_FOUR.source
    (size,) = struct.unpack_from("<I", content, content.rfind(b"PK\x05\x06") + 12)
    monkeypatch.setattr(module, "_MAX_DIRECTORY_BYTES", size - less)
    if refused:
        with pytest.raises(BeyondLimit, match="more than 20,000 entries"):
            open_archive(UPLOAD_OF_FOUR)
    else:
        assert len(open_archive(UPLOAD_OF_FOUR).members) == 4


def test_a_directory_may_take_600_bytes_an_entry():
    assert module._MAX_DIRECTORY_BYTES == 20_000 * 600


@pytest.mark.parametrize(
    ("mode", "is_refused"),
    [(0, False), (stat.S_IFREG | 0o644, False), (stat.S_IFIFO, True), (stat.S_IFCHR, True), (stat.S_IFLNK, True)],
)
def test_only_plain_files_are_read(mode: int, is_refused: bool):
    upload = entry("a.csv", external_attr=mode << 16, create_system=3)
    if is_refused:
        assert "link or a device" in why_refused(upload)
    else:
        assert [each.path for each in open_archive(upload).members] == ["a.csv"]


@pytest.mark.parametrize(
    ("path", "is_junk"),
    [
        ("x/__MACOSX/a.csv", True),
        ("__MACOSX.csv", False),
        ("x/desktop.ini", True),
        ("desktop.ini/a.csv", False),
        ("._x/a.csv", False),
    ],
)
def test_junk_is_told_by_the_name_of_the_file_or_a_folder_of_macos(path: str, is_junk: bool):
    archive = opened("first.csv", path)
    assert (archive.junk, len(archive.members)) == ((1, 1) if is_junk else (0, 2))


@pytest.mark.parametrize(
    ("paths", "folders"),
    [
        (("a.csv",), {""}),
        (("x/a.csv", "x/y/b.csv", "z/c.csv", "d.csv"), {"", "x/", "z/"}),
    ],
)
def test_a_list_may_lie_at_the_top_or_one_folder_deep(paths: tuple[str, ...], folders: set[str]):
    assert top_folders(opened(*paths).members) == folders


def test_what_a_large_member_unpacks_to_may_be_skipped_forward(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "MAX_FILE_BYTES", 1000)
    content = bytes(range(256)) * 40
    (member,) = open_archive(zipped([("a.csv", content)])).members
    with member.open() as stream:
        assert (stream.readable(), stream.seekable()) == (True, True)
        assert stream.read(2) == content[:2]
        assert stream.seek(10, io.SEEK_CUR) == 12
        assert stream.read(3) == content[12:15]


def test_what_is_left_out_is_counted_with_what_systems_leave_behind():
    files = [("a.csv", b"x"), ("b.csv", b"x"), (".DS_Store", b"x"), ("__MACOSX/._a.csv", b"x")]
    assert read_paths(files) == (["a.csv", "b.csv"], [], 2)
    routes = [
        ("apple_health_export/workout-routes/r.gpx", b"x"),
        ("workout-routes/r.gpx", b"x"),
        ("my-workout-routes/r.gpx", b"x"),
    ]
    assert read_paths([*files[:3], *routes]) == (["a.csv", "b.csv", "my-workout-routes/r.gpx"], [], 3)


def test_of_several_names_that_are_there_twice_the_first_is_told():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert "(a.csv):" in why_refused(zipped((path, b"x") for path in ("a.csv", "b.csv", "b.csv", "a.csv")))
