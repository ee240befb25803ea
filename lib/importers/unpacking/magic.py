"""What a file that is no text table seems to be, by its first bytes."""

import re

_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel workbook"),
    (0, b"PK\x05\x06", "an empty zip archive"),
    (0, b"\x89PNG", "a PNG picture"),
    (0, b"\xff\xd8\xff", "a JPEG picture"),
    (0, b"GIF8", "a GIF picture"),
    (0, b"%PDF", "a PDF document"),
    (0, b"PAR1", "a Parquet file"),
    (0, b"SQLite format 3\0", "a SQLite database"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"\x7fELF", "a program"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\xfd7zXZ", "an xz archive"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (0, b"RIFF", "a picture or a sound"),
    (0, b"{\\rtf", "a text document"),
    (4, b"ftyp", "a photo or a video"),
    (8, b".FIT", "a FIT file of a sports watch"),
    (257, b"ustar", "a tar archive"),
)
# What the programs that write workbooks begin them with.
_WORKBOOK_NAMES = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"xl/")
_OPEN_DOCUMENT, _MIMETYPE_ENDS = b"opendocument.spreadsheet", 200
# Byte order marks of any kind, and the zeros of letters of two and four bytes.
_NOT_SHOWN = b"\xef\xbb\xbf\xfe\xff\0"
# An object, or a list of objects, lists, texts or nothing; numbers and words in brackets may be names of columns.
_JSON = re.compile(rb'\{|\[\s*(?:[\[{"\]]|$)|\[\s*[\r\n]')
_WEB_PAGE = (b"<!doctype html", b"<html", b"<head", b"<body", b"<meta", b"<table", b"<div", b"<script", b"<svg")


def seems_to_be(head: bytes) -> str | None:
    """A few words such as "an Excel workbook"; None where nothing is recognised (perhaps text)."""
    for offset, signature, words in _SIGNATURES:
        if head[offset : offset + len(signature)] == signature:
            return words
    if head.startswith(b"PK\x03\x04"):
        return _zip_of_an_office(head) or "a zip archive"
    if head.startswith(b"MZ") and b"\0" in head:
        return "a Windows program"
    return _text_that_is_no_table(head)


def _zip_of_an_office(head: bytes) -> str | None:
    """Spreadsheets are zip archives. None where the first file in it is nothing of an office program."""
    name = _first_name(head)
    if name.startswith(_WORKBOOK_NAMES):
        return "an Excel workbook"
    if name == b"mimetype" and _OPEN_DOCUMENT in head[:_MIMETYPE_ENDS]:
        return "an OpenDocument spreadsheet"
    return "an Apple Numbers spreadsheet" if name.endswith(b".iwa") else None


def _first_name(head: bytes) -> bytes:
    """The name of the first file in a zip archive: a workbook inside an archive must not make it one."""
    return head[30 : 30 + int.from_bytes(head[26:28], "little")]


def _text_that_is_no_table(head: bytes) -> str | None:
    start = head[:2048].translate(None, _NOT_SHOWN).lstrip()[:512].lower()
    if _JSON.match(start):
        return "JSON"
    if start.startswith(_WEB_PAGE):
        return "a web page"
    for mark, words in ((b"<gpx", "a GPX file"), (b"<trainingcenterdatabase", "a TCX file"), (b"<kml", "a KML file")):
        if start.startswith(b"<") and mark in start:
            return words
    return "XML" if start.startswith(b"<?xml") else None
