"""The strict reader: what is a table, what is a row, and what is said about everything else."""

import codecs
import csv
import io
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.importers.base import Upload
from lib.importers.reading.table import Row, open_table, shown
from lib.importers.reading.table_header import normalised, read_header
from lib.model.errors import UnreadableFile
from lib.model.records import Problem

PLAIN = "a,b,c\n1,2,3\n4,5,6\n"


def upload(content: str | bytes) -> Upload:
    return Upload("x.csv", content if isinstance(content, bytes) else content.encode())


def rows_of(content: str | bytes) -> list[Row | Problem]:
    return list(open_table(upload(content)).rows())


def cells_of(content: str | bytes) -> list[list[str]]:
    rows = rows_of(content)
    assert not any(isinstance(row, Problem) for row in rows), rows
    return [row[1] for row in rows]


def the_problem(content: str | bytes) -> Problem:
    problems = [row for row in rows_of(content) if isinstance(row, Problem)]
    assert len(problems) == 1
    return problems[0]


def refused(content: str | bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        rows_of(content)
    return caught.value.why


def test_rows_carry_their_physical_line_and_blank_lines_are_skipped():
    assert rows_of("a,b\n\n1,2\n\n , \n3,4\n") == [(3, ["1", "2"]), (6, ["3", "4"])]


def test_a_quoted_line_break_moves_the_line_of_the_next_row():
    assert rows_of('a,b\n"one\ntwo",2\n3,4\n') == [(2, ["one\ntwo", "2"]), (4, ["3", "4"])]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_every_unicode_encoding_is_read(encoding):
    text = "name,number\nLäufer größe – Café,1\n" + "plain,2\n" * 20
    assert cells_of(text.encode(encoding))[0] == ["Läufer größe – Café", "1"]


def test_big_endian_utf_16_with_its_mark_is_read():
    assert cells_of(codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"))[0] == ["1", "2", "3"]


def test_windows_1252_is_a_stated_guess():
    table = open_table(upload("name,b\n“Läufer” – Café,1\n".encode("cp1252")))
    assert table.encoding.guessed
    said, *rows = table.rows()
    assert isinstance(said, Problem)
    assert said.rows == 0
    assert "Windows-1252" in said.why
    assert rows == [(2, ["“Läufer” – Café", "1"])]
    assert not open_table(upload("name,b\nLäufer,1\n")).encoding.guessed


def test_one_damaged_row_does_not_change_the_encoding_of_the_others():
    problem = the_problem("name,b\nLäufer,1\nCafé,2\n".encode() + b"Gr\xf6\xdfe,3\nplain,4\n")
    assert (problem.line, problem.column) == (4, "name")
    assert "\udcf6" not in (problem.value or "")


def test_text_of_another_script_is_never_shown_as_western_letters():
    text = "name,b\n" + "".join(f"ランニング朝の公園{n},{n}\n" for n in range(5))
    assert "encoding" in refused(text.encode("shift_jis"))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_in_the_header(delimiter):
    assert cells_of(PLAIN.replace(",", delimiter)) == [["1", "2", "3"], ["4", "5", "6"]]


def test_the_hint_of_a_spreadsheet_is_obeyed_and_is_no_row():
    table = open_table(upload("sep=;\na;b,c\n1;2\n"))
    assert table.header.names == ("a", "b,c")
    assert table.header.line == 2
    assert list(table.rows()) == [(3, ["1", "2"])]


def test_all_line_ends_may_be_mixed():
    assert [row[0] for row in rows_of("a,b\r\n1,2\r3,4\n5,6\r\n")] == [2, 3, 4]


def test_unicode_line_separators_do_not_end_a_row():
    assert cells_of("a,b\nA\u2028B\u2029C\x85D,1\n") == [["A\u2028B\u2029C\x85D", "1"]]


def test_quotes_are_read_as_spreadsheets_write_them():
    assert cells_of('a,b\n"He said ""go"", twice",6" snow run\n') == [['He said "go", twice', '6" snow run']]


def test_words_that_look_missing_stay_words():
    assert cells_of("a,b\nNA,null\n") == [["NA", "null"]]


def test_a_row_with_too_many_cells_is_reported_and_not_shifted():
    problem = the_problem("a,b\n1,2\n1,2,3\n4,5\n")
    assert (problem.line, problem.column) == (3, None)
    assert "3 cells" in problem.why
    assert "2" in problem.why


def test_trailing_empty_cells_are_no_mistake():
    assert cells_of("a,b\n1,2,,\n3,4,,\n") == [["1", "2"], ["3", "4"]]


def test_a_file_of_which_no_row_fits_is_refused():
    assert refused("a,b\n0,1,2\n1,3,4\n") == "The rows have 3 cells, the header 2; nothing was guessed."


def test_a_nul_in_a_cell_rejects_its_row_alone():
    problem = the_problem("a,b\n1,2\nx\0y,3\n4,5\n" + "6,7\n" * 60)
    assert (problem.line, problem.column, problem.value) == (3, "a", "x\ufffdy")


@pytest.mark.parametrize("length", [40_000, 200_000])
def test_a_huge_cell_rejects_its_row_alone(length):
    problem = the_problem(f"a,b\n1,{'x' * length}\n3,4\n")
    assert (problem.line, problem.column) == (2, "b")
    assert len(problem.value or "") == 40


def test_a_huge_cell_of_many_short_lines_is_found_as_well():
    problem = the_problem('a,b\n1,"' + "short line\n" * 4000 + '"\n3,4\n')
    assert (problem.line, problem.column) == (2, "b")


@pytest.mark.parametrize(
    "content", ['a,b\n1,2\n3,"cut o', 'a,b\n1,2\n3,"cut o\nand more\n', "a,b\n1,2\n3", "a,b,c\n1,2,3\n4,5", 'a,b\n"x']
)
def test_a_file_that_was_cut_off_is_refused(content):
    assert refused(content).startswith("The file ends in the middle of line")


def test_a_short_last_row_that_is_closed_is_only_a_bad_row():
    assert the_problem("a,b\n1,2\n3\n").line == 3


def test_a_last_row_without_line_end_is_whole():
    assert cells_of("a,b\n1,2\n3,4") == [["1", "2"], ["3", "4"]]


@pytest.mark.parametrize("content", [b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, b"\n\r\n  \n"])
def test_an_empty_file_is_called_empty(content):
    assert refused(content) == "The file is empty."
    assert read_header(upload(content)) is None


@pytest.mark.parametrize(
    "content",
    [
        b'{"a": 1, "b": 2}',
        b'[ {"a": 1}, {"b": 2}]',
        b'[\n  {"a": 1, "b": 2}\n]',
        b'["a", "b"]',
        b'\xef\xbb\xbf {"a": 1, "b": 2}',
        '{"a": 1, "b": 2}'.encode("utf-16"),
        b'{"a": 1,\n"b": ',
    ],
)
def test_json_is_called_json_and_never_a_table(content):
    why = refused(content)
    assert "JSON" in why
    assert "table" not in why


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04" + bytes(22) + b"\x13\0\0\0[Content_Types].xml", "Excel workbook"),
        (b"PK\x03\x04....activities.csv....", "zip archive"),
        (b"\x89PNG\r\n\x1a\n,,,", "PNG"),
        (b"%PDF-1.7,\n", "PDF"),
        (b"MZ\x90\0\x03,,", "Windows program"),
        (b"PAR1,,", "Parquet"),
        (b'{"a": 1, "b": 2}', "JSON"),
        (b"SQLite format 3\0,,", "SQLite"),
        (b"Rar!\x1a\x07\x01,,", "RAR"),
        (b"\x1f\x8b\x08,,", "gzip"),
        (b"<?xml version='1.0'?><gpx a=',,'>", "GPX"),
        (b"\0" * 4096, "not text"),
        (b"\x81\x01,\x8d\x02\n" * 50, "not text"),
        (b"<table><tr><td>Date, km</td></tr></table>", "web page, not a table in text form. Save it as .xlsx or CSV"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Excel workbook, not a table in text form. Save it as"),
        (
            b"PK\x03\x04" + bytes(22) + b"\x08\0\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
            "OpenDocument",
        ),
        (b"PK\x03\x04" + bytes(22) + b"\x12\0\0\0Index/Document.iwa", "Apple Numbers"),
        (b"\0\0\0\x18ftypheic,,", "photo"),
        (b"{\\rtf1 Day, km}", "text document"),
    ],
)
def test_what_is_no_table_is_named(content, words):
    assert words in refused(content)
    assert read_header(upload(content)) is None


def test_prose_is_no_table():
    assert "not a table" in refused("Dear diary\ntoday I ran\n")


def test_more_than_512_columns_are_refused():
    assert "513 columns" in refused(",".join(f"c{n}" for n in range(513)) + "\n")
    assert rows_of(",".join(f"c{n}" for n in range(512)) + "\n") == []


def test_a_missing_column_is_named_with_those_that_are_there():
    with pytest.raises(UnreadableFile) as caught:
        open_table(upload("\nDate,Reps\n1,2\n")).require("Weight", "kg", column="Weight")
    assert (caught.value.line, caught.value.column) == (2, "Weight")
    assert "Date, Reps" in caught.value.why


@pytest.mark.parametrize("blank", ["\u00a0", "\u2003", "\u3000", " "])
def test_a_row_of_blanks_of_any_kind_is_a_blank_row(blank):
    assert cells_of(f"a,b,c\n1,2,3\n{blank},,\n4,5,6\n") == [["1", "2", "3"], ["4", "5", "6"]]


def test_columns_are_found_by_name_in_any_case_with_tags_and_blanks():
    header = read_header(upload('<b class=""x"">Jump  Count</b> , MAX\u00a0Heart Rate,Type d’activité\n1,2,3\n'))
    assert header is not None
    assert header.names == ("Jump  Count", "MAX\u00a0Heart Rate", "Type d’activité")
    assert header.find("jump count") == 0
    assert header.has("Max heart rate")
    assert header.has("Type d'activité")
    assert header.find("missing") is None


def test_a_repeated_column_is_found_under_the_suffix_that_pandas_gave_it():
    header = read_header(upload("Distance,Time,Distance.1,Set 1,Set 2\n1,2,3,4,5\n"))
    assert header is not None
    assert header.positions("Distance") == [0, 2]
    assert header.positions("Set 1") == [3]


def test_composed_and_decomposed_letters_are_one_name():
    assert normalised("Aktivita\u0308tstyp") == normalised("AKTIVITÄTSTYP")


def test_reading_a_big_file_needs_little_memory(tmp_path: Path):
    path = tmp_path / "big.csv"
    with path.open("w") as file:
        file.write("a,b,c\n")
        file.writelines(f"{number},some text that takes room,{number}\n" for number in range(60_000))
    tracemalloc.start()
    count = sum(1 for _ in open_table(Upload("big", path)).rows())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 60_000
    assert path.stat().st_size > 2_000_000
    assert peak < 1_500_000


def read_or_refuse(content: bytes) -> int:
    """Rows read; -1 where the file was refused in words."""
    try:
        return len(rows_of(content))
    except UnreadableFile as error:
        return -1 if error.why else 0


@given(st.binary(max_size=400) | st.text(alphabet='a1,;\t|"\n\r \x00é\u2028', max_size=200).map(str.encode))
@settings(deadline=None, max_examples=examples(400))
def test_nothing_that_can_be_in_a_file_raises_anything_undeclared(content):
    if read_header(upload(content)) is None:
        assert read_or_refuse(content) == -1
    else:
        assert read_or_refuse(content) >= -1


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)


@given(st.lists(st.tuples(CELL, CELL.filter(lambda text: text.strip() != "")), max_size=20), st.sampled_from(",;\t|"))
@settings(deadline=None, max_examples=examples(150))
def test_every_row_comes_back_as_it_was_written(rows, delimiter):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([("first", "second"), *rows])
    assert cells_of(text.getvalue()) == [list(row) for row in rows]


def test_a_nul_in_a_heading_is_not_carried_into_messages():
    problem = the_problem("a,b\0b\n1,\0\n" + "1,2\n" * 20)
    assert (problem.column, problem.value) == ("b\ufffdb", "\ufffd")


def test_what_no_database_can_hold_is_not_shown():
    assert shown("a\0b\ud800c") == "a\ufffdb\ufffdc"


@pytest.mark.parametrize("before", ["\ufeff\ufeff", "\ufeff\u200b", "\u00ad", "\u200e"])
def test_what_cannot_be_seen_is_no_part_of_a_name(before):
    header = read_header(Upload("x.csv", f"{before}Date,Distance\n2026-03-03,5\n".encode()))
    assert header.find("Date") == 0


def test_a_quoted_hint_of_a_spreadsheet_is_obeyed():
    header = read_header(Upload("x.csv", b'"sep=;"\r\nDate;Distance, km\r\n2026-03-03;5\r\n'))
    assert (header.names, header.line) == (("Date", "Distance, km"), 2)


def test_the_end_mark_of_old_programs_is_no_row():
    table = open_table(Upload("x.csv", b"Date,Distance\r\n2026-03-03,5\r\n\x1a"))
    assert list(table.rows()) == [(2, ["2026-03-03", "5"])]


POLISH = "Typ aktywności,Tytuł,Dystans,Całkowity wznios,Średnia długość kroku\nBieganie,Łódź – pętla,5,31,1.05\n"


def test_windows_1250_is_told_by_letters_that_would_be_signs_inside_a_word():
    table = open_table(upload(POLISH.encode("cp1250")))
    assert table.header.names[:2] == ("Typ aktywności", "Tytuł")
    said, row = table.rows()
    assert "Windows-1250" in said.why
    assert row == (2, ["Bieganie", "Łódź – pętla", "5", "31", "1.05"])


TURKISH = "Tarih,Egzersiz\n2026-03-03,Şınav\n2026-03-04,Göğüs presi\n2026-03-05,Öne eğilme ışığında\n"
ICELANDIC = "Dagur,Nafn\n2026-03-03,Hnébeygja með stöng\n2026-03-04,Þrýstingur yfir höfuð\n2026-03-05,Æfing\n"


@pytest.mark.parametrize(("text", "encoding"), [(TURKISH, "1254"), (ICELANDIC, "1252")])
def test_turkish_is_told_from_icelandic_which_has_other_letters_in_the_same_places(text, encoding):
    said, *rows = open_table(upload(text.encode(f"cp{encoding}"))).rows()
    assert f"Windows-{encoding}" in said.why
    assert [cells for _, cells in rows] == cells_of(text)


@pytest.mark.parametrize("encoding", ["cp1251", "shift_jis", "euc_kr", "gb18030"])
def test_letters_of_other_scripts_are_refused_instead_of_guessed(encoding):
    words = {"cp1251": "Приседания", "shift_jis": "スクワット", "euc_kr": "벤치프레스", "gb18030": "引体向上"}
    assert "UTF-8" in refused(f"name,b\n{words[encoding]},1\n{words[encoding]},2\n".encode(encoding))


@pytest.mark.parametrize("text", ["5 m³ größer,£12 très bien", "„Läufer“ heißt „größer“,été", "¿Qué? 10 km¹,señor"])
def test_signs_outside_of_words_stay_those_of_windows_1252(text):
    table = open_table(upload(f"name,b\n{text}\n".encode("cp1252")))
    assert list(table.rows())[1:] == [(2, text.split(","))]


def test_letters_of_dos_are_never_shown_as_quotation_marks():
    assert "encoding" in refused("name,b\nLäufer im Wäldchen,ähnlich\nMärz,gären\n".encode("cp850"))


def test_a_row_that_was_put_in_quotes_as_a_whole_is_read_as_its_cells():
    plain = 'a,b,c,d,e\n1,"two, three",3,4,5\n6,7,8,9,10\n'
    quoted = '"a,b,c,d,e"\n"1,""two, three"",3,4,5"\n\n6,7,8,9,10\n'
    assert cells_of(quoted) == cells_of(plain) == [["1", "two, three", "3", "4", "5"], ["6", "7", "8", "9", "10"]]
    assert [line for line, _ in rows_of(quoted)] == [2, 4]
    assert cells_of(quoted.replace('"a,b,c,d,e"', "a,b,c,d,e")) == cells_of(plain)


def test_a_quoted_row_of_another_number_of_cells_is_reported_and_not_shifted():
    assert the_problem('a,b,c,d,e\n1,2,3,4,5\n"1,2,3,4,5,6"\n').line == 3
    assert the_problem('a,b,c,d,e\n1,2,3,4,5\n"1,2\n3,4,5"\n').line == 3


def test_a_title_with_a_comma_above_a_table_is_no_header():
    assert read_header(upload('"My log, of 2026"\na,b\n1,2\n')) is None


def test_a_quotation_mark_above_the_header_opens_no_cell():
    table = open_table(upload('"My log\n\na,b\n1,2\n'), after=1)
    assert (table.header.line, list(table.rows())) == (3, [(4, ["1", "2"])])


@pytest.mark.parametrize("rows", ["", "1,2,3\n4,5,6\n"])
def test_a_header_that_never_ends_is_no_table_without_rows(rows):
    assert "line 1: a quoted cell is never closed" in refused('a,b,"c\n' + rows)


def test_a_quoted_row_of_four_cells_is_a_row_of_one():
    assert the_problem('a,b,c,d\n1,2,3,4\n"1,2,3,4"\n').why.startswith("1 cells where the header has 4")


def test_only_rows_with_too_many_cells_are_mended():
    asked = []

    def mend(cells):
        asked.append(list(cells))
        return ["1", "2", "34"] if len(cells) == 4 else None

    table = replace(open_table(upload("a,b,c\n1,2\n1,2,3\n1,2,3,4\n1,2,3,4,5\n")), mend=mend)
    rows = list(table.rows())
    assert asked == [["1", "2", "3", "4"], ["1", "2", "3", "4", "5"]]
    assert [each for each in rows if not isinstance(each, Problem)] == [(3, ["1", "2", "3"]), (4, ["1", "2", "34"])]


def test_a_ragged_row_is_filled_up():
    table = replace(open_table(upload("a,b,c\n1\n1,2,3\n1,2,3,4\n")), ragged=True)
    short, whole, problem = table.rows()
    assert (short, whole) == ((2, ["1", "", ""]), (3, ["1", "2", "3"]))
    assert problem.why == "4 cells where the header has 3; nothing was guessed"


def test_rows_that_never_fit_the_header_are_refused_by_what_most_of_them_have():
    with pytest.raises(UnreadableFile) as caught:
        rows_of("\na,b,c\n1,2\n1,2\n1,2\n1,2\n1,2,3,4\n")
    assert caught.value.why == "The rows have 2 cells, the header 3; nothing was guessed."
    assert caught.value.line == 3


def test_the_longest_cell_that_is_read():
    assert cells_of(f"a,b\n1,{'x' * 32_768}\n")[0][1] == "x" * 32_768
    problem = the_problem(f"a,b\n1,{'x' * 32_769}\n1,2\n")
    assert problem.why == "longer than 32,768 characters; is a quote missing?"


@pytest.mark.parametrize(("length", "text"), [(39, "x" * 39), (40, "x" * 40), (41, "x" * 39 + "…")])
def test_forty_characters_of_a_cell_are_shown(length, text):
    assert shown("x" * length) == text


def test_a_short_row_before_the_last_is_no_end_in_the_middle():
    assert the_problem("a,b\n1\n3,4").line == 2
    assert refused("a,b\n1,2\n3,4\n5").startswith("The file ends in the middle of line 4;")
    assert the_problem("a,b\n1,2\n3,4,5").line == 3


def test_what_else_a_damaged_row_says():
    nul = the_problem("a,b\n1,2\nx\0y,3\n" + "6,7\n" * 60)
    assert nul.why == "holds a NUL character; correct it and import again"
    byte = the_problem(b"a,b\n1,2\nx\xe4y,3\n" + b"6,7\n" * 60)
    assert byte.why == "holds a byte that is no letter in this file; correct it and import again"


@pytest.mark.parametrize(
    ("content", "end"),
    [
        (b"<gpx>", "export it again."),
        (b'{"a": 1}', "or for a CSV of the same app."),
        (b"<html>", "not a table in text form. Save it as .xlsx or CSV."),
        (b"%PDF-1.7", ", not a table in text form."),
    ],
)
def test_what_to_do_with_a_file_that_is_no_table(content, end):
    assert refused(content).endswith(end)


def test_rows_that_follow_each_other_come_at_once():
    plain = list(open_table(upload("a,b\n1,2\n3,4\n5,6\n")).batches())
    assert plain == [(2, [["1", "2"], ["3", "4"], ["5", "6"]])]
    first, problem, *others = open_table(upload('a,b\n1,2\n3,4\n5\n"6\n",7\n8,9\n\n0,1\n')).batches()
    assert first == (2, [["1", "2"], ["3", "4"]])
    assert problem.line == 4
    assert others == [(5, [["6\n", "7"]]), (7, [["8", "9"]]), (9, [["0", "1"]])]


def test_many_lines_are_numbered_through():
    lines = [f"{n},x\n" for n in range(2, 351)]
    lines[150] = '"152\n",x\n'
    rows = list(open_table(upload("n,b\n" + "".join(lines))).rows())
    assert [line for line, _ in rows] == [*range(2, 153), *range(154, 352)]
    assert [int(cells[0]) for _, cells in rows] == list(range(2, 351))


@pytest.mark.parametrize(
    ("content", "names", "delimiter", "line"),
    [
        ("a,b\n", ("a", "b"), ",", 1),
        ("a;b,c\n", ("a;b", "c"), ",", 1),
        ("a;b;c,d\n", ("a", "b", "c,d"), ";", 1),
        ("\n\na\tb\n", ("a", "b"), "\t", 3),
        ("sep=|\na|b\n", ("a", "b"), "|", 2),
        ("sep=;\n\na;b\n", ("a", "b"), ";", 3),
        ('"a,b,c,d,e"\n', ("a", "b", "c", "d", "e"), ",", 1),
    ],
)
def test_a_header_is_the_first_line_that_says_something(content, names, delimiter, line):
    found = read_header(upload(content + delimiter.join("1" for _ in names) + "\n"))
    assert found is not None
    assert (found.names, found.delimiter, found.line) == (names, delimiter, line)


def test_a_header_has_two_names_at_least_and_one_that_says_something():
    assert read_header(upload("a\n1\n")) is None
    assert read_header(upload("<i></i>,<b></b>\n1,2\n")) is None
    assert read_header(upload('"a,b,c,d"\n1\n')) is None


@pytest.mark.parametrize("name", ["Distance.1", "Distance_1", "Distance 12", "Distance1"])
def test_a_copy_of_a_name_ends_in_a_number(name):
    found = read_header(upload(f"Distance,{name}\n1,2\n"))
    assert found is not None
    assert found.positions("Distance") == [0, 1]


def test_a_cell_of_four_mib_rejects_its_row_and_a_longer_one_the_file():
    assert the_problem(f"a,b\n1,{'x' * (4 << 20)}\n3,4\n").line == 2
    assert refused(f"a,b\n1,2\n1,{'x' * (4 << 20)}x\n3,4\n").startswith("A cell in line 3 never ends (")


def test_one_row_of_too_many_cells_is_no_end_in_the_middle():
    assert refused("a,b\n1,2,3") == "The rows have 3 cells, the header 2; nothing was guessed."


def test_too_many_columns_are_told_of_the_first_line():
    with pytest.raises(UnreadableFile) as caught:
        rows_of(",".join(f"c{n}" for n in range(513)) + "\n")
    assert caught.value.line == 1
