"""Workbooks as text tables: numbers, dates and times in one plain way, and nothing that could fill the memory."""

import io
import random
import re
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples
from openpyxl import Workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from own_tables import workbook

from lib.importers.base import Upload, find_importer
from lib.importers.reading import workbook as module
from lib.importers.reading.table import open_table
from lib.importers.reading.workbook import cell_text, is_workbook, read_sheet
from lib.model.errors import UnreadableFile


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (8, "8"),
        (8.5, "8.5"),
        (0.1 + 0.2, "0.3"),
        (7.125, "7.1250"),
        (True, "true"),
        (datetime(2026, 3, 4), "2026-03-04"),
        (datetime(2026, 3, 4, 18, 29, 59, 999_600), "2026-03-04 18:30:00"),
        (date(2026, 3, 4), "2026-03-04"),
        ("two\nlines", "two lines"),
        ("#DIV/0!", "#DIV/0!"),
    ],
)
def test_a_cell_has_one_plain_spelling(value, text):
    assert cell_text(value) == text


@pytest.mark.parametrize(
    ("value", "shown_as", "text"),
    [
        (time(1, 30), "h:mm", "1:30"),
        (time(1, 30), "h:mm:ss", "1:30:00"),
        (timedelta(hours=45, minutes=30), "[h]:mm", "45:30"),
        (timedelta(hours=45, minutes=30), "[h]:mm:ss", "45:30:00"),
        (time(0, 45, 30), "h:mm", "0:45:30"),
    ],
)
def test_a_time_is_written_as_the_cell_shows_it(value, shown_as, text):
    assert cell_text(value, shown_as) == text


def test_a_row_of_the_sheet_is_a_line_of_the_table():
    upload = workbook(("Day", "km"), (), ("2026-03-04\n", 5), (None, None), ("2026-03-05", 6.5, None))
    rows = list(open_table(read_sheet(upload).table).rows())
    assert rows == [(3, ["2026-03-04", "5"]), (5, ["2026-03-05", "6.5"])]


def test_the_sheet_can_be_chosen_and_the_others_are_named():
    upload = workbook(("Day", "km"), title="2026", others=("2025", "Shoes"))
    assert (read_sheet(upload).name, read_sheet(upload).others) == ("2026", ["2025", "Shoes"])
    assert read_sheet(upload, "Shoes").name == "Shoes"
    assert read_sheet(upload, "renamed").name == "2026"


def test_no_importer_of_an_app_claims_a_workbook():
    upload = workbook(("Day", "km"))
    assert is_workbook(upload)
    assert find_importer(upload) is None


def test_a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_read():
    with pytest.raises(UnreadableFile, match="200 times"):
        read_sheet(_with_part("xl/worksheets/sheet1.xml", b" " * 3_000_000))


def test_a_part_that_becomes_a_tree_must_be_small():
    noise = bytes(range(32, 127)) * 100_000
    with pytest.raises(UnreadableFile, match=r"larger|times its size"):
        read_sheet(_with_part("xl/styles.xml", noise, zipfile.ZIP_STORED))


def test_a_document_of_an_office_program_that_is_no_workbook_is_named_so():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as letter:
        letter.writestr("[Content_Types].xml", "<Types/>")
        letter.writestr("word/document.xml", "<document/>")
    with pytest.raises(UnreadableFile, match="no Excel workbook; save the table as"):
        read_sheet(Upload("letter.docx", packed.getvalue()))


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "_rels/.rels"])
@pytest.mark.parametrize("before", ["", "<!-- -->", f"<!--{' ' * 70_000}-->"])
def test_a_document_type_is_refused_and_with_it_every_entity(part: str, before: str):
    bomb = before + '<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]><sst xmlns="x"><si><t>&b;</t></si></sst>'
    with pytest.raises(UnreadableFile, match="DTD"):
        read_sheet(_with_part(part, bomb.encode(), zipfile.ZIP_STORED))


def test_a_sheet_under_the_name_of_a_picture_is_held_to_the_same_limits():
    rels = _part("xl/_rels/workbook.xml.rels").replace(b"worksheets/sheet1.xml", b"media/sheet1.png")
    sheet = _part("xl/worksheets/sheet1.xml")
    assert read_sheet(_with({"xl/_rels/workbook.xml.rels": rels, "xl/media/sheet1.png": sheet})).table.size > 3
    with pytest.raises(UnreadableFile, match="larger"):
        noise = random.Random(1).randbytes(5_000_000).hex().encode()
        read_sheet(_with({"xl/_rels/workbook.xml.rels": rels, "xl/media/sheet1.png": b"<a>" + noise + b"</a>"}))


def test_a_picture_in_a_workbook_may_be_large():
    picture = b"\x89PNG" + bytes(range(256)) * 40_000
    upload = _with({"xl/media/image1.png": picture}, zipfile.ZIP_STORED)
    assert read_sheet(upload).name == "Log"


def test_a_sheet_that_does_not_say_its_size_is_read_once(monkeypatch: pytest.MonkeyPatch):
    sheet = re.sub(rb"<dimension[^>]*>", b"", _part("xl/worksheets/sheet1.xml"))
    opened: list[str] = []
    monkeypatch.setattr(ReadOnlyWorksheet, "_get_source", _noting(opened, ReadOnlyWorksheet._get_source))
    assert read_sheet(_with({"xl/worksheets/sheet1.xml": sheet})).table.size > 3
    assert len(opened) == 1


def test_a_sheet_of_a_chart_is_no_table_and_hides_none():
    book = Workbook()
    book.create_chartsheet("Chart", 0)
    book.active = 1
    book.worksheets[0].append(["Day", "km"])
    assert read_sheet(_saved(book)).all_names == ("Sheet",)


@pytest.mark.parametrize("cell", ['r="A99999999999"', 'r="ZZZZZ1"', 'r="A1" t="s"', 'r="A1" s="99"', 't="d"'])
def test_a_cell_that_leads_nowhere_ends_in_a_refusal_or_a_table(cell):
    number = cell.removeprefix('r="A').split('"')[0] if "9999" in cell else "1"
    row = f'<row r="{number}"><c {cell}><v>7</v></c></row>'
    upload = _with_part("xl/worksheets/sheet1.xml", _sheet_of(row))
    with suppress(UnreadableFile):
        assert read_sheet(upload).name == "Log"


def test_a_stray_cell_in_the_last_row_of_all_costs_nothing_and_is_spoken_of():
    book = Workbook()
    sheet = book.active
    for row in (("Day", "km"), ("2026-03-04", 5)):
        sheet.append(row)
    sheet.cell(1_048_576, 2, "x")
    read = read_sheet(_saved(book))
    assert (read.cut_at, read.table.size < 100) == (2, True)
    assert "Below row 2 of the sheet Sheet there are more than 1,000 blank rows" in read.not_read


def test_a_short_run_of_blank_rows_ends_nothing():
    upload = workbook(("Day", "km"), ("2026-03-04", 5), *[()] * 1_000, ("2026-03-05", 6))
    read = read_sheet(upload)
    assert (read.cut_at, read.not_read) == (None, "")
    assert [line for line, _ in open_table(read.table).rows()] == [2, 1_003]


def test_cells_far_to_the_right_in_every_row_are_refused_soon():
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="XFD{n}"/></row>' for n in range(1, 250))
    with pytest.raises(UnreadableFile, match="larger than is read"):
        read_sheet(_with_part("xl/worksheets/sheet1.xml", _sheet_of(rows)))


def test_one_far_cell_does_not_make_every_row_as_wide():
    rows = '<row r="1"><c r="XFD1"><v>1</v></c></row>'
    rows += "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(2, 250))
    with pytest.raises(UnreadableFile, match="larger than is read"):
        read_sheet(_with_part("xl/worksheets/sheet1.xml", _sheet_of(rows)))


@settings(deadline=None, max_examples=examples(40))
@given(at=st.integers(0, 10_000), mask=st.integers(1, 255), keep=st.floats(0.2, 1.0))
def test_a_damaged_workbook_is_refused_or_read(at, mask, keep):
    content = bytearray(TIMED_BOOK)
    content[at % len(content)] ^= mask
    upload = Upload("own.xlsx", bytes(content[: int(len(content) * keep)]))
    with suppress(UnreadableFile):
        assert read_sheet(upload).table.size >= 3


TIMED_BOOK = bytes(workbook(("Day", "km", "Time"), (datetime(2026, 3, 4), 5.5, time(0, 45))).source)


def _saved(book: Workbook) -> Upload:
    content = io.BytesIO()
    book.save(content)
    return Upload("own.xlsx", content.getvalue())


def _sheet_of(rows: str) -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'.encode()


def _with_part(path: str, content: bytes, method: int = zipfile.ZIP_DEFLATED) -> Upload:
    """A workbook with another content of one part."""
    return _with({path: content}, method)


def _with(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Upload:
    """A workbook with other contents of these parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(PLAIN_BOOK)) as old, zipfile.ZipFile(packed, "w", method) as new:
        for path, content in ({name: old.read(name) for name in old.namelist()} | parts).items():
            new.writestr(path, content)
    return Upload("own.xlsx", packed.getvalue())


def _part(path: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(PLAIN_BOOK)) as book:
        return book.read(path)


def _noting(opened: list[str], original: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def noting(sheet: Any) -> Any:
        opened.append(sheet.title)
        return original(sheet)

    return noting


PLAIN_BOOK = bytes(workbook(("Day", "km"), ("2026-03-04", 5)).source)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (datetime(2026, 3, 4, 18, 29, 59, 499_000), "2026-03-04 18:29:59"),
        (datetime(2026, 3, 4, 18, 29, 59, 500_000), "2026-03-04 18:30:00"),
        (datetime(2026, 3, 4, 23, 59, 59, 999_000), "2026-03-05"),
        (7.12, "7.12"),
        (7.1234, "7.1234"),
        (1e21, "1e+21"),
        (-7.125, "-7.1250"),
        (123_456_789.123_456_78, "123456789.123457"),
    ],
)
def test_moments_are_rounded_to_the_second_and_numbers_to_15_digits(cell, text):
    assert cell_text(cell) == text


@pytest.mark.parametrize(
    ("length", "shown_as", "text"),
    [
        (timedelta(), "h:mm", "0:00"),
        (timedelta(), "h:mm:ss", "0:00:00"),
        (timedelta(seconds=-1), "h:mm", "-0:00:01"),
        (timedelta(minutes=-90), "[h]:mm", "-1:30"),
        (timedelta(minutes=59, seconds=59), "MM:SS", "0:59:59"),
        (timedelta(minutes=61, milliseconds=400), "h:mm", "1:01"),
        (time(23, 59, 58), "h:mm", "23:59:58"),
    ],
)
def test_lengths_below_zero_and_odd_seconds_are_written_out(length, shown_as, text):
    assert cell_text(length, shown_as) == text


class _Sheet:
    """As much of a sheet of openpyxl as is read."""

    def __init__(self, *rows: tuple[Any, ...], title: str = "Log", sheet_state: str = "visible") -> None:
        self.rows, self.title, self.sheet_state = rows, title, sheet_state

    def iter_rows(self) -> list[list[SimpleNamespace]]:
        return [[SimpleNamespace(value=value, number_format="") for value in row] for row in self.rows]


def read_of(*sheets: _Sheet, wanted: str = "") -> Any:
    return module._read("own.xlsx", SimpleNamespace(worksheets=list(sheets)), wanted)


@pytest.mark.parametrize(("blank", "cut_at"), [(0, None), (3, None), (4, 2), (50, 2)])
def test_what_follows_more_blank_rows_than_are_read_is_told(monkeypatch: pytest.MonkeyPatch, blank: int, cut_at):
    monkeypatch.setattr(module, "MAX_BLANK_ROWS", 3)
    read = read_of(_Sheet(("Day", "km"), ("2026-03-04", 5), *[(None, " ")] * blank))
    assert (read.cut_at, bytes(read.table.source).count(b"\n")) == (cut_at, 2)


@pytest.mark.parametrize(("blank", "lines"), [(3, [2, 6]), (4, [2])])
def test_rows_behind_a_run_of_blank_ones_are_read_where_it_is_short(monkeypatch: pytest.MonkeyPatch, blank, lines):
    monkeypatch.setattr(module, "MAX_BLANK_ROWS", 3)
    rows = [("Day", "km"), ("2026-03-04", 5), *[(None,)] * blank, ("2026-03-05", 6)]
    assert [line for line, _ in open_table(read_of(_Sheet(*rows)).table).rows()] == lines


def test_a_sheet_of_blank_rows_is_an_empty_table():
    assert bytes(read_of(_Sheet((None, " "), (None,))).table.source) == b"\xef\xbb\xbf"
    assert bytes(read_of(_Sheet()).table.source) == b"\xef\xbb\xbf"


def test_hidden_sheets_are_read_only_where_there_is_no_other():
    hidden = _Sheet(("a", "b"), title="Old", sheet_state="hidden")
    both = read_of(hidden, _Sheet(("Day", "km")), wanted="Old")
    assert (both.name, both.all_names, both.others) == ("Log", ("Log",), [])
    assert read_of(hidden).name == "Old"
    with pytest.raises(UnreadableFile, match="no sheet with cells"):
        read_of()


def test_the_widest_row_tells_how_many_cells_a_line_has():
    table = bytes(read_of(_Sheet(("a",), (), (1, None, "3", None), (None, None))).table.source)
    assert table == b'\xef\xbb\xbf"a","",""\n\n"1","","3"\n'


@pytest.mark.parametrize(
    ("limits", "why"),
    [
        ({"MAX_SHEET_ROWS": 2}, None),
        ({"MAX_SHEET_ROWS": 1}, "more than 1 rows"),
        ({"_LAST_ROW": 3}, None),
        ({"_LAST_ROW": 2}, "more than 200,000 rows"),
        ({"MAX_SHEET_CELLS": 6}, None),
        ({"MAX_SHEET_CELLS": 5}, "larger than is read here"),
        ({"MAX_FILE_BYTES": 4}, None),
        ({"MAX_FILE_BYTES": 3}, "larger than is read here"),
    ],
)
def test_a_sheet_may_reach_each_limit_of_its_size(monkeypatch: pytest.MonkeyPatch, limits: dict[str, int], why):
    """Each row is looked at with what the rows before it had: two filled ones with four letters."""
    for name, most in limits.items():
        monkeypatch.setattr(module, name, most)
    sheet = _Sheet(("ab", None), ("cd", None), (None, None))
    if why is None:
        assert bytes(read_of(sheet).table.source).count(b"\n") == 2
    else:
        with pytest.raises(UnreadableFile, match=why):
            read_of(sheet)


@pytest.mark.parametrize(("width", "is_refused"), [(3, False), (4, True)])
def test_all_rows_together_may_be_as_wide_as_the_limit(monkeypatch: pytest.MonkeyPatch, width: int, is_refused: bool):
    monkeypatch.setattr(module, "MAX_SHEET_CELLS", 6)
    sheet = _Sheet(("x",) * width, ("y",))
    if is_refused:
        with pytest.raises(UnreadableFile, match="larger than is read here"):
            read_of(sheet)
    else:
        assert read_of(sheet).name == "Log"


@pytest.mark.parametrize(
    ("path", "most"),
    [("xl/worksheets/sheet1.xml", 100), ("xl/sharedStrings.xml", 100), ("xl/styles.xml", 8), ("docProps/app.xml", 8)],
)
def test_rows_and_texts_may_be_long_and_what_becomes_a_tree_may_not(path: str, most: int):
    assert module._most_bytes(SimpleNamespace(path=path)) == most * 1024 * 1024


@pytest.mark.parametrize(("less", "is_refused"), [(0, False), (1, True)])
def test_a_part_may_be_as_long_as_its_limit(monkeypatch: pytest.MonkeyPatch, less: int, is_refused: bool):
    longest = max(
        len(_part(path)) for path in zipfile.ZipFile(io.BytesIO(PLAIN_BOOK)).namelist() if "sheets/" not in path
    )
    monkeypatch.setattr(module, "MAX_SHEET_PART_BYTES", longest - less)
    if is_refused:
        with pytest.raises(UnreadableFile, match="larger than is read here; save the sheet"):
            read_sheet(Upload("own.xlsx", PLAIN_BOOK))
    else:
        assert read_sheet(Upload("own.xlsx", PLAIN_BOOK)).name == "Log"


@pytest.mark.parametrize(("number_format", "text"), [("h:mm", "1:30"), ("h:mm:ss", "1:30:00")])
def test_the_format_of_a_cell_tells_how_its_time_is_written(number_format, text):
    for value in (time(1, 30), timedelta(minutes=90)):
        assert module._text_of(SimpleNamespace(value=value, number_format=number_format)) == text
    assert module._text_of(SimpleNamespace(value=1.5, number_format=number_format)) == "1.5"
