"""Which letters tell a Windows code page: what people type in the west, in Poland and its neighbours, in Turkey."""

import pytest

from lib.importers.base import Upload
from lib.importers.reading import encoding
from lib.importers.reading.encoding import encoding_of, encoding_of_head, ends_with_newline
from lib.model.errors import UnreadableFile

SIGNS = "€„…‘’“”•–—™\u00a0§©«»°·"  # on both keyboards
WESTERN = SIGNS + "ŠŒŽšœžŸ¡£ª®²³´µ¹º¼½¾¿"
CENTRAL = SIGNS + "ŠŚŤŽŹšśťžźŁĄŞŻłąşĽľż"
ABOVE = set(range(0xC0, 0x100))  # nothing but letters, and the two signs of reckoning


def test_the_letters_of_the_west_are_those_that_people_type():
    assert set(encoding._WESTERN) == set(WESTERN.encode("cp1252")) | ABOVE


def test_the_letters_of_poland_and_its_neighbours_too():
    assert set(encoding._CENTRAL) - set("´".encode("cp1250")) <= set(CENTRAL.encode("cp1250")) | ABOVE
    assert set(CENTRAL.encode("cp1250")) | ABOVE <= set(encoding._CENTRAL) | {0xBB}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Übung,Größe\nKniebeuge für Anfänger,3\n", "cp1252"),
        ("Série,Répétitions\nÉlévation à l’élastique – œuvre,8\n", "cp1252"),
        ("Przysiad,Ćwiczenie\nMięsień wąski, masa ciała, piąty raz\n", "cp1250"),
        ("Egzersiz,Ağırlık\nGöğüs Şınav,Bağ İtiş\n", "cp1254"),
    ],
)
def test_a_guess_is_said_to_be_one(text, code):
    content = text.encode(code)
    for found in (encoding_of_head(content), encoding_of(Upload("log.csv", content))):
        assert (found.name, found.guessed, found.clean) == (code, True, False)
        assert found.title == code.replace("cp", "Windows-")
        assert found.errors == "replace"


def test_what_is_strictly_utf_8_is_no_guess():
    found = encoding_of(Upload("log.csv", "Übung,Größe\n".encode()))
    assert (found.name, found.guessed, found.clean, found.errors) == ("utf-8-sig", False, True, "surrogateescape")


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_letters_of_two_and_four_bytes_are_known_without_a_mark(name):
    assert encoding_of_head("Date,Distance\n2026-05-01,8.0\n".encode(name)).name == name


@pytest.mark.parametrize("name", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_mark_says_what_it_is(name):
    assert encoding_of_head("Date,Distance\n".encode(name)).name == name


def test_one_odd_place_is_damage_and_two_are_a_code_page():
    assert encoding_of_head(b"Name\nL\xe4uft\n").name == "utf-8-sig"
    assert encoding_of_head(b"Name\nL\xe4uft gut, l\xe4uft\n").name == "cp1252"


def test_lines_that_are_right_utf_8_outweigh_as_many_that_are_not():
    right, wrong = "Übung\n".encode(), "Übung, Größe\n".encode("cp1252")
    assert encoding_of_head(right * 2 + wrong * 2).name == "utf-8-sig"
    assert encoding_of_head(right + wrong * 2).name == "cp1252"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\x00\x01\x02\x03\x00\x00\x05" * 40, "full of NUL bytes"),
        ("Привет, мир, как дела сегодня\n".encode("cp1251"), "cannot be told for certain"),
        (b"\x01\x02\x83\x85\x91\x03\x81\x8f\xff\xfe" * 20, "not text"),
    ],
)
def test_what_is_no_text_is_refused(content, why):
    with pytest.raises(UnreadableFile, match=why):
        encoding_of_head(content)


@pytest.mark.parametrize(
    ("content", "closed"),
    [
        (b"a\n", True),
        (b"a\r", True),
        (b"a", False),
        (b"", False),
        ("a\n".encode("utf-16-le"), True),
        ("a\r".encode("utf-16-be"), True),
        ("a".encode("utf-16-le"), False),
        (b"\n" + b"a" * 8, False),
    ],
)
def test_whether_the_last_line_is_closed(content, closed):
    assert ends_with_newline(Upload("log.csv", content)) is closed


@pytest.mark.parametrize(("length", "clean"), [(16 * 1024, True), (40 * 1024, False)])
def test_a_very_long_line_asks_for_a_look_at_each_cell(length, clean):
    assert encoding_of(Upload("log.csv", b"Name\n" + b"x" * length + b"\n")).clean is clean


def test_a_nul_asks_for_it_too():
    assert encoding_of(Upload("log.csv", b"Name\na\x00b\n" + b"x" * 30)).clean is False
