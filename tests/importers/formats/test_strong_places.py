"""Strong's rows under headers in languages that are not known, on invented words: what is read and what stays refused."""

import pytest
from examples import EXAMPLES
from strength_files import KG, KG_AND_KM, POUNDS, extracted, ignored_of, problems_of, sessions_of, sets_of

from lib.importers.base import Upload, find_importer
from lib.importers.formats.strong.importer import importer
from lib.importers.formats.strong.marks import kind_of_mark
from lib.importers.reading.head_rows import head_rows
from lib.importers.reading.table_header import read_header
from lib.model.athlete import Answers
from lib.model.errors import Needs
from lib.model.vocabulary import Question, SetKind, WeightUnit

SILENT = Answers()

# Words as translators might choose them, not names that were seen in a file.
HEADERS = {
    "Spanish": "Fecha,Título de sesión,Tiempo total,Movimiento,N.º,Peso,Repes,Trayecto,Segs,Apuntes,Apuntes de sesión,RPE",
    "Italian": "Data,Titolo,Tempo,Movimento,N. serie,Carico,Ripetute,Tratto,Sec,Appunti,Appunti di seduta,RPE",
    "Swedish": "Dag,Pass,Tidsåtgång,Rörelse,Omgång,Vikt,Antal,Sträcka,Sek,Tankar,Tankar om pass,RPE",
    "Russian": "Когда,Занятие,Сколько,Движение,Подход,Груз,Разы,Путь,Сек,Мысли,Мысли о занятии,Усилие",
    "Japanese": "日時,名前,所要,種目,番号,重さ,回数,道のり,秒,メモ,全体メモ,RPE",
    "Portuguese with one new name": "Data,Nome do treino,Duração,Nome do exercício,Ordem da série,Peso,Repetições,"
    "Distância,Segundos,Notas,Notas do treino,RPE",
}
ROWS = [
    '2026-03-03 17:05:09,"Piernas",1h 5m,"Squat (Barbell)",1,60.0,8,0,0.0,"hondo","en casa",8',
    '2026-03-03 17:05:09,"Piernas",1h 5m,"Squat (Barbell)",2,62.5,7.0,0,0.0,"","",',
    '2026-03-03 17:05:09,"Piernas",1h 5m,"Plank",1,0,0,0,60,"","",',
    '2026-03-05 07:00:00,"Brazos",35min,"Curl",1,12,10,0,0,,,',
]
WITH_UNITS = "Dato;Økt;Løft;Nr;Vekt;Enhet;Ganger;RPE;Strekning;Lengdeenhet;Sek;Merknad;Om økten"
ROWS_WITH_UNITS = [
    '2026-03-03 17:05:09;"Bein";"Squat (Barbell)";1;60;kg;8;;;;0;"";""',
    '2026-03-03 17:05:09;"Bein";"Squat (Barbell)";2;100;lb;7;8,5;;;0;"";""',
]
NUMBERED = '"Nr";"Dag";"Sessie";"Tijd (s)";"Oefening";"Set";"Last (kg)";"Keer";"RPE";"Baan (meter)";"Sec";"Bij set";"Bij sessie"'
ROWS_NUMBERED = [
    '"1";"2026-03-03 17:05:09";"Benen";"3900";"Goblet Squat";"WARM_UP";"10";"10";"";"";"";"";""',
    '"1";"2026-03-03 17:05:09";"Benen";"3900";"Goblet Squat";"1";"60";"8";"";"";"";"";""',
    '"1";"2026-03-03 17:05:09";"Benen";"3900";"Goblet Squat";"2";"60";"7";"";"";"";"";""',
    '"1";"2026-03-03 17:05:09";"Benen";"3900";"Sled Push";"1";"";"";"";"40";"30";"";""',
]


def file(header, *rows, end="\n"):
    return Upload("strong.csv", end.join([header, *rows, ""]).encode())


def spanish(*rows, header=HEADERS["Spanish"]):
    return file(header, *(rows or ROWS))


@pytest.mark.parametrize("language", HEADERS)
def test_a_header_in_any_language_is_read_by_place(language):
    records = extracted(importer, file(HEADERS[language], *ROWS))
    legs, arms = sessions_of(records)
    assert not problems_of(records)
    assert (legs.title, legs.elapsed_s, legs.notes) == ("Piernas", 65 * 60, "en casa")
    assert (arms.title, arms.elapsed_s) == ("Brazos", 35 * 60)
    assert [(each.load_kg, each.reps, each.duration_s) for each in legs.sets] == [
        (60, 8, None),
        (62.5, 7, None),
        (None, None, 60),
    ]
    assert (legs.sets[0].note, legs.sets[0].set_rpe) == ("hondo", 8)


def test_the_same_rows_are_the_same_sessions_under_every_header():
    english = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
    wanted = extracted(importer, file(english, *ROWS))
    assert all(extracted(importer, file(header, *ROWS)) == wanted for header in HEADERS.values())


@pytest.mark.parametrize("language", HEADERS)
def test_the_unit_of_weights_is_asked_for_as_ever(language):
    with pytest.raises(Needs) as asked:
        next(importer.extract(file(HEADERS[language], *ROWS), SILENT))
    assert asked.value.question is Question.WEIGHT_UNIT
    assert sets_of(extracted(importer, file(HEADERS[language], *ROWS), POUNDS))[0].load_unit is WeightUnit.POUND


def test_layouts_of_phones_without_notes_or_without_effort_are_read_by_place():
    names, rows = HEADERS["Swedish"].split(","), [row.split(",") for row in ROWS]
    for columns in ([*range(9), 11], range(11)):
        short = [",".join(row[at] for at in columns) for row in (names, *rows)]
        assert [each.reps for each in sets_of(extracted(importer, file(*short)))] == [8, 7, None, 10]


@pytest.mark.parametrize("length", [";Varighet", ""])
def test_units_in_columns_of_their_own_are_read_by_place(length):
    rows = [row + (";1h 05m" if length else "") for row in ROWS_WITH_UNITS]
    [session] = sessions_of(extracted(importer, file(WITH_UNITS + length, *rows), SILENT))
    assert [(each.load_value, each.load_unit) for each in session.sets] == [(60, "kg"), (100, "lb")]
    assert session.sets[1].set_rpe == 8.5
    assert session.elapsed_s == (3900 if length else None)


def test_numbered_sessions_are_read_by_place_with_the_unit_of_their_header():
    [session] = sessions_of(extracted(importer, file(NUMBERED, *ROWS_NUMBERED), SILENT))
    assert session.elapsed_s == 3900
    assert [each.load_kg for each in session.sets] == [10, 60, 60, None]
    assert [each.distance_m for each in session.sets] == [None, None, None, 40]
    assert session.sets[0].kind is SetKind.WARM_UP


def test_numbered_sessions_have_metres_in_every_language():
    header = NUMBERED.replace("Baan (meter)", "Путь (метры)")
    assert sets_of(extracted(importer, file(header, *ROWS_NUMBERED), KG_AND_KM))[-1].distance_m == 40


def test_a_weight_whose_unit_is_in_other_letters_is_asked_for():
    with pytest.raises(Needs):
        next(importer.extract(file(NUMBERED.replace("Last (kg)", "Вес (кг)"), *ROWS_NUMBERED), SILENT))


def test_rests_notes_and_marks_in_words_of_the_language_are_no_hindrance():
    rest = '2026-03-03 17:05:09,"Piernas",1h 5m,"Squat (Barbell)",Pausa,0,0,0,90.0,,,'
    note = '2026-03-03 17:05:09,"Piernas",1h 5m,"Squat (Barbell)",Apunte,0,0,0,0,"bien",,'
    warm_up = '2026-03-03 17:05:09,"Piernas",1h 5m,"Squat (Barbell)",W,40,8,0,0,,,'
    records = extracted(importer, spanish(warm_up, ROWS[0], rest, note, ROWS[1]))
    assert [each.kind for each in sets_of(records)] == [SetKind.WARM_UP, SetKind.WORKING, SetKind.WORKING]
    assert len(ignored_of(records)) == 2


@pytest.mark.parametrize("length", ["1 ч 5 мин", "1時間5分", "1 h 5 min", "1時間 5分"])
def test_lengths_in_words_of_the_language_are_read(length):
    rows = [row.replace("1h 5m", length) for row in ROWS[:2]]
    records = extracted(importer, file(HEADERS["Russian"], *rows))
    assert ([each.elapsed_s for each in sessions_of(records)], problems_of(records)) == ([3900], [])


def test_a_mark_of_very_many_digits_is_a_set_as_ever():
    assert not importer.identify(spanish(ROWS[0], ROWS[1], ROWS[1].replace(",2,62.5", f",{'9' * 5000},62.5")))
    assert kind_of_mark("9" * 5000) is SetKind.WORKING


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_a_clock_of_twelve_hours_and_any_line_end_are_read(end):
    rows = [row.replace("17:05:09", "5:05:09\u202fPM") for row in ROWS[:2]]
    [session] = sessions_of(extracted(importer, file(HEADERS["Japanese"], *rows, end=end)))
    assert session.start.local.hour == 17


@pytest.mark.parametrize(
    "rows",
    [
        [],
        ROWS[:1],
        [ROWS[0], ROWS[2], ROWS[3]],
        [row.replace("17:05:09", "17:05") for row in ROWS],
        [row.replace("2026-03-0", "0") for row in ROWS],
        [ROWS[0], ROWS[1].replace("1h 5m", "55m")],
        [row.replace("1h 5m", "1:05:00") for row in ROWS[:2]],
        [ROWS[0], ROWS[1].replace(",0,0.0,", ",,0.0,")],
        [ROWS[0], ROWS[1].replace("7.0", "7.5")],
        [ROWS[1], ROWS[0]],
        [ROWS[0].replace(",1,", ",8,"), ROWS[1].replace(",2,", ",9,")],
        [ROWS[0], ROWS[1], ROWS[1].replace(",2,62.5", ",5,62.5")],
        [ROWS[0], ROWS[1], ROWS[1].replace(",2,62.5", ",Serie,62.5")],
        [ROWS[0], ROWS[1].replace(',"",', ",").removesuffix(",")],
        [row.replace("hondo", "12.5") for row in ROWS[:2]],
        [row.removesuffix("8") + "80" for row in ROWS[:2]],
        [row.replace("60.0,8", "0,0").replace("62.5,7.0", "0,0") for row in ROWS[:2]],
    ],
    ids=[
        "no rows", "one row", "no set follows another", "no seconds", "another date", "two lengths of one session",
        "a length as a clock", "a blank distance", "half a repetition", "counted down", "not counted from one",
        "a number left out", "a word as mark of a set", "a cell too few", "numbers as notes", "no effort",
        "no repetitions",
    ],
)  # fmt: skip
def test_rows_that_another_app_could_have_written_are_refused(rows):
    assert not importer.identify(file(HEADERS["Spanish"], *rows))


@pytest.mark.parametrize(
    "header",
    [
        HEADERS["Spanish"].replace("Peso", "Reps").replace("Repes", "Peso"),
        HEADERS["Spanish"].replace("Apuntes,", ","),
        HEADERS["Spanish"].replace("Apuntes,", "Segs,"),
        HEADERS["Spanish"].replace("Apuntes,", "7,"),
        HEADERS["Spanish"].replace("N.º", "Dauer"),
        HEADERS["Spanish"] + ",Más",
        HEADERS["Spanish"].removesuffix(",RPE"),
    ],
    ids=["known names elsewhere", "a nameless column", "a name twice", "a number", "another's name", "more", "fewer"],
)
def test_headers_that_say_otherwise_than_the_places_are_refused(header):
    assert not importer.identify(spanish(header=header))


def test_numbered_sessions_without_a_name_for_the_effort_could_be_another_layout_and_are_refused():
    assert not importer.identify(file(NUMBERED.replace("RPE", "Zwaarte"), *ROWS_NUMBERED))


def test_the_layout_of_2016_says_too_little_of_itself_to_be_read_by_place():
    rows = [
        '2016-11-07 19:00:00,"A","Deadlift",0,80.0,5,0.0,0,""',
        '2016-11-07 19:00:00,"A","Deadlift",1,80.0,5,0.0,0,""',
    ]
    assert not importer.identify(file("Giorno,Titolo,Movimento,Serie,Carico,Ripetute,Tratto,Secondi,Appunti", *rows))


@pytest.mark.parametrize("name", sorted(set(EXAMPLES) - {"strong"}))
def test_no_file_of_another_app_is_claimed_whatever_its_columns_are_called(name):
    content = EXAMPLES[name].content
    assert not importer.identify(Upload("x", content))
    header = read_header(Upload("x", content))
    if header is not None:
        _, _, rows = content.partition(b"\n")
        words = header.delimiter.join(f"слово{chr(97 + at % 26)}{'x' * (at // 26)}" for at in range(len(header.names)))
        assert not importer.identify(Upload("x", words.encode() + b"\n" + rows))


def test_one_importer_claims_a_file_that_is_read_by_place():
    assert all(find_importer(file(header, *ROWS)) is importer for header in HEADERS.values())


def test_a_row_that_the_end_of_the_head_cuts_proves_nothing_against_a_file():
    rows = ROWS[:2] + [
        f'2026-03-04 17:05:09,"{"x" * 300}",1h 5m,"Squat (Barbell)",{1 + at % 5},60.0,8,0,0.0,"","",'
        for at in range(400)
    ]
    long = file(HEADERS["Russian"], *rows)
    assert len(long.source) > 65536
    assert len(sets_of(extracted(importer, long, KG))) == 402


def test_rows_of_a_head_that_is_no_table_are_none():
    text = file(HEADERS["Russian"], *ROWS)
    header = read_header(text)
    assert len(head_rows(text, header)) == 4
    assert head_rows(Upload("x", b"\0\1\2\3" * 50), header) == []
