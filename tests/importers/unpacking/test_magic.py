"""What a file that is no table seems to be: each kind by what stands where in its first bytes."""

import pytest

from lib.importers.unpacking.magic import seems_to_be

REST = b"\0" * 300


def zipped(name: bytes, content: bytes = b"") -> bytes:
    return b"PK\x03\x04" + b"\0" * 22 + len(name).to_bytes(2, "little") + b"\0\0" + name + content


@pytest.mark.parametrize(
    ("place", "mark", "words"),
    [
        (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel workbook"),
        (0, b"PK\x05\x06", "an empty zip archive"),
        (0, b"\x89PNG", "a PNG picture"),
        (0, b"\xff\xd8\xff", "a JPEG picture"),
        (0, b"GIF89a", "a GIF picture"),
        (0, b"%PDF-1.7", "a PDF document"),
        (0, b"PAR1", "a Parquet file"),
        (0, b"SQLite format 3\0", "a SQLite database"),
        (0, b"Rar!\x1a\x07\x01", "a RAR archive"),
        (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
        (0, b"\x1f\x8b\x08", "a gzip archive"),
        (0, b"\x7fELF", "a program"),
        (0, b"BZh9", "a bzip2 archive"),
        (0, b"\xfd7zXZ", "an xz archive"),
        (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
        (0, b"RIFF", "a picture or a sound"),
        (0, b"{\\rtf1", "a text document"),
        (4, b"ftypheic", "a photo or a video"),
        (8, b".FIT", "a FIT file of a sports watch"),
        (257, b"ustar", "a tar archive"),
    ],
)
def test_a_mark_counts_at_its_own_place_only(place, mark, words):
    assert seems_to_be(b"x" * place + mark + REST) == words
    for other in {place - 1, place + 1} - {-1}:
        assert seems_to_be(b"x" * other + mark + REST) is None


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (zipped(b"[Content_Types].xml"), "an Excel workbook"),
        (zipped(b"xl/workbook.xml"), "an Excel workbook"),
        (zipped(b"mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), "an OpenDocument spreadsheet"),
        (zipped(b"mimetype", b"application/epub+zip"), "a zip archive"),
        (zipped(b"mimetype", b" " * 200 + b"opendocument.spreadsheet"), "a zip archive"),
        (zipped(b"Index/Document.iwa"), "an Apple Numbers spreadsheet"),
        (zipped(b"activities.csv", b"xl/ [Content_Types].xml .iwa"), "a zip archive"),
        (b"MZ\x90\0", "a Windows program"),
        (b"MZ,Name\n", None),
        (b'{"a": 1}', "JSON"),
        (b'[{"a": 1}]', "JSON"),
        (b"[]", "JSON"),
        (b"[\n", "JSON"),
        (b"[km],[min]\n", None),
        (b"\xef\xbb\xbf \n<!DOCTYPE html><p>", "a web page"),
        ("<html>".encode("utf-16"), "a web page"),
        (b'<?xml version="1.0"?><gpx>', "a GPX file"),
        (b"<TrainingCenterDatabase>", "a TCX file"),
        (b"<kml>", "a KML file"),
        (b'<?xml version="1.0"?><HealthData>', "XML"),
        (b"Name,<gpx\n", None),
        (b"<note>", None),
        (b"", None),
        (b"Date,Distance\n", None),
    ],
)
def test_by_its_beginning(head, words):
    assert seems_to_be(head) == words


def test_the_name_in_an_archive_ends_where_it_says():
    name, more = b"mimetype", b"application/vnd.oasis.opendocument.spreadsheet"
    head = b"PK\x03\x04" + b"\0" * 22 + len(name).to_bytes(2, "little") + b"\x04\x00" + name + b"more" + more
    assert seems_to_be(head) == "an OpenDocument spreadsheet"


@pytest.mark.parametrize(("blanks", "words"), [(2047, "JSON"), (2048, None)])
def test_blanks_before_the_first_letter_are_passed_over_for_two_kib(blanks, words):
    assert seems_to_be(b" " * blanks + b"{") == words


@pytest.mark.parametrize(("before", "words"), [(512 - 4, "a GPX file"), (512 - 3, "XML")])
def test_the_outermost_element_is_looked_for_in_512_letters(before, words):
    assert seems_to_be(b"<?xml ".ljust(before) + b"<gpx>") == words


def test_a_program_has_zeros():
    assert seems_to_be(b"MZ\0") == "a Windows program"
    assert seems_to_be(b"mz\0") is None
