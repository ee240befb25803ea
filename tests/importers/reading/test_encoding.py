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
    assert set(encoding._CENTRAL) == set(f"{CENTRAL}´".encode("cp1250")) | ABOVE


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


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("masa ciała, größer", None),
        ("masa cia³a, größer".encode("cp1252"), "cp1252"),
        ("masa cia³a, ma³a".encode("cp1252"), "cp1250"),
        ("bað, höfn".encode("cp1252"), "cp1252"),
        ("bað, göðsi".encode("cp1252"), "cp1254"),
        ("bað, göðsi á".encode("cp1252"), "cp1252"),
        ("äöü, ä, ö, ü".encode("cp1252"), "cp1252"),
        ("äö, öä, üö".encode("cp1252"), "cp1252"),
    ],
)
def test_a_few_letters_tell_a_code_page(content, code):
    if code is None:
        assert encoding_of_head(content.encode()).name == "utf-8-sig"
    else:
        assert encoding_of_head(b"Name\n" + content).name == code


def test_more_than_a_quarter_of_long_runs_is_no_code_page():
    with pytest.raises(UnreadableFile, match="cannot be told"):
        encoding_of_head("Name\näöü, ä, ö".encode("cp1252"))


@pytest.mark.parametrize(("length", "why"), [(50, "cannot be told for certain"), (49, "not text, but")])
def test_a_fiftieth_of_control_signs_is_still_text(length, why):
    line = b"\x01\x81x\x81"
    with pytest.raises(UnreadableFile, match=why):
        encoding_of_head(line + b"x" * (length - len(line)))


def test_a_tenth_of_nul_bytes_is_still_text():
    assert encoding_of_head(b"Name,a\0,b\n").name == "utf-8-sig"
    with pytest.raises(UnreadableFile, match="full of NUL"):
        encoding_of_head(b"Name,a\0,b")


@pytest.mark.parametrize(
    ("text", "is_known"),
    [
        ("a" * 16 + "ж" * 4, True),
        ("a" * 14 + "ж" * 6, False),  # seven of ten are not enough
        ("aaaaaaaaa" * 4 + "aĀaa", True),
        ("aaaaaaaaa" * 2 + "aĀ", False),  # one of ten where none may be
    ],
)
def test_letters_of_two_bytes_are_told_by_the_places_of_their_zeros(text, is_known):
    content = text.encode("utf-16-le")
    if is_known:
        assert encoding_of_head(content).name == "utf-16-le"
    else:
        with pytest.raises(UnreadableFile, match="full of NUL"):
            encoding_of_head(content)


def test_three_bytes_are_no_letters_of_four():
    with pytest.raises(UnreadableFile, match="full of NUL"):
        encoding_of_head(b"a\0\0")
    assert encoding_of_head(b"a\0\0\0").name == "utf-32-le"


def test_a_letter_that_is_cut_between_two_blocks_is_whole():
    block = (b"x" * 1023 + b"\n") * 256
    whole = Upload("log.csv", block[:-1] + "é\n".encode() + b"a,b\n")
    assert (encoding_of(whole).name, encoding_of(whole).clean) == ("utf-8-sig", True)
    damaged = Upload("log.csv", block[:-1] + b"\xc3" + b"a,b\n")
    assert (encoding_of(damaged).name, encoding_of(damaged).clean) == ("utf-8-sig", False)
    ends = Upload("log.csv", b"a,b\n\xc3")
    assert encoding_of(ends).clean is False


def test_the_head_may_end_within_a_letter():
    assert encoding_of_head("Größe".encode()[:-2]).name == "utf-8-sig"
    assert encoding_of_head("Grö".encode()[:-1]).guessed is False
