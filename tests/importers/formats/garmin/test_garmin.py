"""Garmin Connect's Activities.csv in nine languages, kilometres and miles."""

import csv
from datetime import datetime

import pytest
from activity_files import (
    GARMIN_HEADER,
    GARMIN_ROW,
    activities,
    changed,
    from_garmin,
    garmin_row,
    rejected,
    table,
    upload,
    warnings,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.importers.base import find_importer
from lib.importers.formats.garmin.activities import importer
from lib.model.athlete import Answers
from lib.model.errors import Needs, UnreadableFile
from lib.model.records import Activity, Record
from lib.model.vocabulary import DistanceUnit, Precision, Question, Sport, SubSport, TimeBasis

KM, MILE = Answers(distance_unit=DistanceUnit.KM), Answers(distance_unit=DistanceUnit.MILE)
NO_STRIDES = {"Avg_Run_Cadence": "--", "Avg_Stride_Length": "--"}
# the same run in a file that shows miles and feet
MILES_ROW = garmin_row(Distance="3.13", Total_Ascent="100")


def read(*rows: list[str], answers: Answers | None = None) -> list[Record]:
    return from_garmin(table(GARMIN_HEADER, *rows), answers)


def one(row: list[str], answers: Answers | None = None) -> Activity:
    records = read(row, answers=answers)
    assert rejected(records) == []
    (activity,) = activities(records)
    return activity


def test_a_run_is_read_whole():
    activity = one(GARMIN_ROW)
    assert (activity.sport, activity.sub_sport, activity.sport_raw) == (Sport.RUN, SubSport.NONE, "Running")
    assert activity.start.basis is TimeBasis.WALL_CLOCK
    assert (activity.start.local, activity.start.utc) == (datetime(2025, 3, 4, 18, 10, 5), None)
    assert (activity.distance_m, activity.moving_s, activity.elapsed_s) == (5040.0, 1780.0, 1862.0)
    assert (activity.ascent_m, activity.heart_rate_bpm, activity.heart_rate_max_bpm) == (31.0, 150.0, 171.0)
    assert (activity.cadence_spm, activity.title, activity.line) == (160.0, "Village Running", 2)
    assert activity.source_key == "2025-03-04T18:10:05 run"


# Type, date, favourite, title, distance, calories, time, pulse, most, cadence, stride, ascent, moving, elapsed.
LANGUAGES = {
    "en": """Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Avg Run Cadence,Avg Stride Length,
        Total Ascent,Moving Time,Elapsed Time""",
    "de": """Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit,Ø Herzfrequenz,Maximale Herzfrequenz,
        Ø Schrittfrequenz (Laufen),Ø Schrittlänge,Anstieg gesamt,Zeit in Bewegung,Verstrichene Zeit""",
    "fr": """Type d'activité,Date,Favori,Titre,Distance,Calories,Durée,Fréquence cardiaque moyenne,
        Fréquence cardiaque maximale,Cadence de course moyenne,Longueur moyenne des foulées,Ascension totale,
        Temps de déplacement,Temps écoulé""",
    "es": """Tipo de actividad,Fecha,Favorito,Título,Distancia,Calorías,Tiempo,Frecuencia cardiaca media,FC máxima,
        Cadencia de carrera media,Longitud media de zancada,Ascenso total,Tiempo en movimiento,Tiempo transcurrido""",
    "pl": """Typ aktywności,Data,Ulubiony,Tytuł,Dystans,Kalorie,Czas,Średnie tętno,Maksymalne tętno,Średni rytm biegu,
        Średnia długość kroku,Całkowity wznios,Czas ruchu,Upłynęło czasu""",
    "da": """Aktivitetstype,Dato,Favorit,Titel,Distance,Kalorier,Tid,Gennemsnitlig puls,Maks. puls,
        Gennemsnit kadence løb,Gennemsnitlig skridtlængde,Højdeforøgelse,Tid i bevægelse,Forløbet tid""",
    "it": """Tipo di attività,Data,Preferito,Titolo,Distanza,Calorie,Tempo,FC Media,FC Max,Cadenza di corsa media,
        Lunghezza media passo,Ascesa totale,Tempo in movimento,Tempo trascorso""",
    "pt": """Tipo de atividade,Data,Favorito,Título,Distância,Calorias,Tempo,FC média,FC máxima,
        Cadência de corrida média,Comprimento médio da passada,Subida total,Tempo em movimento,Tempo decorrido""",
    "nl": """Activiteitstype,Datum,Favoriet,Titel,Afstand,Calorieën,Tijd,Gem. HS,Max. HS,Gemiddelde loopcadans,
        Gemiddelde staplengte,Totale stijging,Beweegtijd,Verstreken tijd""",
    "sv": """Aktivitetstyp,Datum,Favorit,Namn,Distans,Kalorier,Tid,Medelpuls,Maxpuls,Medellöpkadens,Medelsteglängd,
        Total stigning,Färdtid,Total tid""",
    "hu": """Tevékenység típusa,Dátum,Kedvenc,Cím,Távolság,Kalóriaszám,Idő,Átlagos pulzusszám,Max. pulzus,
        Átl. pedálütem,Átlagos lépéshossz,Teljes emelkedés,Menetidő,Eltelt idő""",
}
RUN_WORDS = {
    "en": "Running",
    "de": "Laufen",
    "fr": "Course à pied",
    "es": "Carrera",
    "pl": "Bieganie",
    "da": "Løb",
    "it": "Corsa",
    "pt": "Corrida",
    "nl": "Hardlopen",
    "sv": "Löpning",
    "hu": "Futás",
}


def in_language(language: str, distance: str = "5.04") -> str:
    header = [name.strip() for name in LANGUAGES[language].split(",")]
    row = [RUN_WORDS[language], "2025-03-04 18:10:05", "false", "Name", distance, "1,024", "00:30:00", "150", "171"]
    return table(header, [*row, "160", "1.05", "31", "00:29:40", "00:31:02"])


FURTHER = {
    "nb": """Aktivitetstype,Dato,Favoritt,Tittel,Distanse,Totale kalorier,Tid,Gjennomsnittlig puls,Makspuls,
        Gjennomsnittlig frekvens for løping,Gjennomsnittlig skrittlengde,Total stigning,x,Medgått tid""",
    "ja": "アクティビティタイプ,日付,お気に入り,タイトル,距離,カロリー,タイム,平均心拍数,最大心拍数,平均ピッチ,平均歩幅,総上昇量,移動時間,経過時間",
    "zh": "活动类型,日期,我的最爱,标题,距离,热量消耗,时间,平均心率,最大心率,平均步频,平均步长,累计爬升,移动时间,全程耗时",
}
FURTHER_RUNS = {"nb": "Løping", "ja": "ラン", "zh": "跑步"}


@pytest.mark.parametrize("language", FURTHER)
def test_further_languages_say_the_same(language):
    header = [name.strip() for name in FURTHER[language].split(",")]
    row = [FURTHER_RUNS[language], "2025-03-04 18:10:05", "false", "Name", "5.04", "1,024", "00:30:00", "150", "171"]
    (run,) = activities(from_garmin(table(header, [*row, "160", "1.05", "31", "00:29:40", "00:31:02"])))
    seconds = 1800.0 if language == "nb" else 1780.0  # what Norwegian calls the time in motion is not known
    assert (run.sport, run.distance_m, run.moving_s, run.elapsed_s) == (Sport.RUN, 5040.0, seconds, 1862.0)
    assert (run.heart_rate_bpm, run.heart_rate_max_bpm, run.cadence_spm, run.ascent_m) == (150.0, 171.0, 160.0, 31.0)


OLD = {
    "2012 in German": (
        " Favorit,Aktivitätsname,Aktivitätstyp,Course,Start,Zeit,Distanz,Positiver Höhenunterschied,Ø Geschw(Ø Pace),Ø HF,",
        ' false,Runde,Laufen,--,"Di, 4 Mär 2014 18:10",1:01:30,"11,20",41,5:29,150,',
    ),
    "2014 in Spanish": (
        "Favorito,Nombre de actividad,Tipo de actividad,Course,Inicio,Tiempo,Distancia,Ganancia de elevación,FC media,Calorías",
        'false,Runde,Carrera,--,"mar, 4 mar 2014 18:10",1:01:30,"11,20",41,150,700',
    ),
    "2014 in English": (
        "Activity Name,Activity Type,Start,Time,Distance,Calories,Elevation Gain,Avg Speed(Avg Pace),Avg HR,Max HR",
        'Runde,Running,"Tue, Mar 4, 2014 18:10",1:01:30,11.20,700,41,5:29,150,--',
    ),
}


@pytest.mark.parametrize("layout", OLD)
def test_the_lists_of_2012_to_2015_are_read(layout):
    content = "\n".join(OLD[layout]) + "\n"
    assert find_importer(upload(content)) is importer
    (run,) = activities(from_garmin(content, KM))
    assert (run.sport, run.title, run.start.local) == (Sport.RUN, "Runde", datetime(2014, 3, 4, 18, 10))
    assert (run.distance_m, run.moving_s, run.ascent_m, run.heart_rate_bpm) == (11200.0, 3690.0, 41.0, 150.0)


UNKNOWN_HEADER = ",".join(f"Ονομα {number}" for number in range(12))
UNKNOWN_ROW = 'Koşu,2025-03-04 18:10:05,false,"Name","5.04","1,024","00:30:00","150","171","160","5:57","31"'


def test_a_language_that_is_not_known_is_read_by_the_places_of_its_first_columns():
    content = f"{UNKNOWN_HEADER}\n{UNKNOWN_ROW}\n"
    assert find_importer(upload(content)) is importer
    (run,) = activities(from_garmin(content, KM))
    assert (run.sport, run.title, run.distance_m, run.moving_s) == (Sport.RUN, "Name", 5040.0, 1800.0)
    assert (run.heart_rate_bpm, run.heart_rate_max_bpm) == (150.0, 171.0)


@pytest.mark.parametrize("row", [UNKNOWN_ROW.replace("false", "maybe"), UNKNOWN_ROW.replace("2025-03-04", "today")])
def test_rows_of_another_shape_are_not_taken_for_garmins(row):
    assert not importer.identify(upload(f"{UNKNOWN_HEADER}\n{row}\n"))


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Løb terræn", (Sport.RUN, SubSport.TRAIL)),
        ("Corrida em trilhas", (Sport.RUN, SubSport.TRAIL)),
        ("Koşu Bandı", (Sport.RUN, SubSport.TREADMILL)),
        ("Натан", (Sport.OTHER, SubSport.NONE)),
        ("Бег", (Sport.RUN, SubSport.NONE)),
        ("トレッドミル", (Sport.RUN, SubSport.TREADMILL)),
        ("Voimaharjoittelu", (Sport.STRENGTH, SubSport.NONE)),
        ("力量训练", (Sport.STRENGTH, SubSport.NONE)),
    ],
)
def test_sports_are_known_in_further_languages(word, kind):
    activity = one(garmin_row(Activity_Type=word), KM)
    assert (activity.sport, activity.sub_sport) == kind


@pytest.mark.parametrize("word", ["Svøm i pool", "Natação em alto mar", "Bassengsvømming", "Poolsim", "Snorrsim"])
def test_a_swim_keeps_its_metres_in_every_language(word):
    assert one(garmin_row(Activity_Type=word, Distance="1,500"), KM).distance_m == 1500.0


def test_a_swim_by_an_unknown_word_is_in_yards_in_a_file_of_miles():
    swim = garmin_row(Activity_Type="Snorrsim", Distance="1,000", Date="2025-03-05 18:00:00", **NO_STRIDES)
    assert activities(read(MILES_ROW, swim))[1].distance_m == pytest.approx(914.4)


@pytest.mark.parametrize(
    ("word", "distance", "time"),
    [
        ("Snorrsim", "25.00", "00:30:00"),  # decimals are of kilometres
        ("Snorrsim", "75", "00:31:00"),  # a train is as fast
        ("Snorrsim", "18", "00:05:00"),  # too short to tell
        ("Snorrsim", "500", "--"),
        ("Snorrsim", "500", "a while"),
        ("Driving", "500", "03:00:00"),
    ],
)
def test_an_unknown_word_keeps_kilometres_where_it_could_be_anything(word, distance, time):
    activity = one(garmin_row(Activity_Type=word, Distance=distance, Time=time, Moving_Time="--"), KM)
    assert activity.distance_m == float(distance) * 1000


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_under_the_same_key(language):
    (activity,) = activities(from_garmin(in_language(language)))
    (english,) = activities(from_garmin(in_language("en")))
    assert (activity.source_key, activity.sport) == (english.source_key, Sport.RUN)
    assert (activity.distance_m, activity.moving_s, activity.elapsed_s) == (5040.0, 1780.0, 1862.0)
    assert (activity.heart_rate_bpm, activity.heart_rate_max_bpm, activity.cadence_spm) == (150.0, 171.0, 160.0)
    assert activity.ascent_m == 31.0


@pytest.mark.parametrize(
    ("word", "sport", "sub_sport"),
    [
        ("Treadmill Running", Sport.RUN, SubSport.TREADMILL),
        ("Laufbandtraining", Sport.RUN, SubSport.TREADMILL),
        ("Entrenamiento en cinta", Sport.RUN, SubSport.TREADMILL),
        ("Laufen auf der Bahn", Sport.RUN, SubSport.TRACK),
        ("Trail-Running", Sport.RUN, SubSport.TRAIL),
        ("Trail running", Sport.RUN, SubSport.TRAIL),
        ("Ultra Running", Sport.RUN, SubSport.NONE),
        ("Strength Training", Sport.STRENGTH, SubSport.NONE),
        ("Krafttraining", Sport.STRENGTH, SubSport.NONE),
        ("Löpband", Sport.RUN, SubSport.TREADMILL),
        ("Beltéri futás", Sport.RUN, SubSport.TREADMILL),
        ("Styrketräning", Sport.STRENGTH, SubSport.NONE),
        ("Nyíltvízi úszás", Sport.SWIM, SubSport.NONE),
        ("Musculation", Sport.STRENGTH, SubSport.NONE),
        ("Open Water Swimming", Sport.SWIM, SubSport.NONE),
        ("Breathwork", Sport.MOBILITY, SubSport.NONE),
    ],
)
def test_sports_are_known_by_their_words(word, sport, sub_sport):
    activity = one(garmin_row(Activity_Type=word), KM)
    assert (activity.sport, activity.sub_sport) == (sport, sub_sport)


@pytest.mark.parametrize(
    ("moved", "seconds"),
    [
        ("00:29:40", 1780.0),
        ("00:30:00", 1800.0),
        ("--", 1800.0),
        ("00:00:03", 1800.0),  # on a treadmill a watch sees no motion
        ("00:30:05", 1800.0),
        ("fast", 1800.0),
    ],
)
def test_the_time_of_a_run_is_that_in_motion_and_where_it_cannot_be_that_of_the_timer(moved, seconds):
    assert one(garmin_row(Moving_Time=moved), KM).moving_s == seconds


def test_the_time_of_what_has_no_distance_is_that_of_the_timer():
    row = garmin_row(Activity_Type="Strength Training", Distance="0.00", Moving_Time="00:20:00")
    assert one(row, KM).moving_s == 1800.0


def test_two_dashes_are_unknown():
    row = garmin_row(Avg_HR="--", Max_HR="--", Total_Ascent="--", Moving_Time="--", Elapsed_Time="--")
    activity = one(row)
    assert (activity.heart_rate_bpm, activity.heart_rate_max_bpm, activity.ascent_m) == (None, None, None)
    assert activity.elapsed_s == 1800.0
    assert one(garmin_row(Time="--", Moving_Time="--", Elapsed_Time="--"), KM).moving_s is None


def test_kilometres_are_known_by_the_strides():
    assert one(GARMIN_ROW).distance_m == pytest.approx(5040)


def test_miles_are_known_by_the_strides_and_climbs_are_then_in_feet():
    activity = one(MILES_ROW)
    assert activity.distance_m == pytest.approx(3.13 * 1609.344)
    assert activity.ascent_m == pytest.approx(30.48)


def test_the_middle_of_all_strides_decides():
    odd = garmin_row(Avg_Stride_Length="0.30", Date="2025-03-05 07:00:00")
    first, *_ = activities(read(GARMIN_ROW, odd, garmin_row(Date="2025-03-06 07:00:00")))
    assert first.distance_m == pytest.approx(5040)


NO_STEPS = (
    {"Avg_Stride_Length": "1e308"},
    {"Avg_Stride_Length": "1e-320"},
    {"Avg_Run_Cadence": "1e300"},
    {"Avg_Run_Cadence": "1e-320", "Avg_Stride_Length": "0.1"},
)


@pytest.mark.parametrize("damage", NO_STEPS)
def test_cells_that_nobody_can_have_stepped_prove_no_unit(damage):
    assert one(garmin_row(**damage), KM).distance_m == pytest.approx(5040)
    with pytest.raises(Needs):
        read(garmin_row(**damage))


@pytest.mark.parametrize("row", [garmin_row(**NO_STRIDES), garmin_row(Avg_Stride_Length="2.50")])
def test_a_unit_that_nothing_tells_is_asked_for(row):
    with pytest.raises(Needs) as caught:
        read(row)
    assert caught.value.question is Question.DISTANCE_UNIT
    assert set(caught.value.choices) == {"km", "mi"}
    assert one(row, MILE).distance_m == pytest.approx(5.04 * 1609.344)
    assert one(row, KM).distance_m == pytest.approx(5040)


def test_a_file_without_distances_needs_no_unit():
    lifted = garmin_row(Activity_Type="Strength Training", Distance="0.00", **NO_STRIDES)
    assert one(lifted).distance_m is None


def test_strides_go_before_a_wrong_answer_and_it_is_said():
    records = read(GARMIN_ROW, answers=MILE)
    assert activities(records)[0].distance_m == pytest.approx(5040)
    (warning,) = warnings(records)
    assert warning.column == "Distance"
    assert "read as km" in warning.why


def test_swims_and_track_runs_are_in_metres_among_runs_in_kilometres():
    swim = garmin_row(Activity_Type="Pool Swimming", Distance="1,500", **NO_STRIDES)
    track = garmin_row(Activity_Type="Track Running", Distance="5,000", Date="2025-03-06 18:00:00")
    found = {activity.sport_raw: activity.distance_m for activity in activities(read(GARMIN_ROW, swim, track))}
    assert found == {"Running": 5040.0, "Pool Swimming": 1500.0, "Track Running": 5000.0}


def test_a_swim_in_a_file_of_miles_is_in_yards():
    swim = garmin_row(Activity_Type="Pool Swimming", Distance="1,000", Date="2025-03-05 18:00:00", **NO_STRIDES)
    assert activities(read(MILES_ROW, swim))[1].distance_m == pytest.approx(914.4)


def test_decimal_commas_that_a_column_proves_are_read():
    (activity,) = activities(from_garmin(in_language("de", "5,04")))
    assert activity.distance_m == pytest.approx(5040)


def test_a_spreadsheet_with_semicolons_and_commas_is_read():
    row = garmin_row(Distance="5,04", Avg_Stride_Length="1,05", Aerobic_TE="2,9", Steps="4800", Time="0:30:00")
    (activity,) = activities(from_garmin(table(GARMIN_HEADER, row, delimiter=";")))
    assert activity.distance_m == pytest.approx(5040)


EXCEL = {"Favorite": "FALSE", "Time": "0:30:00", "Elapsed_Time": "0:31:02", "Steps": "4,800"}


def test_a_spreadsheet_loses_the_seconds_and_turns_the_date():
    start = one(garmin_row(Date="3/13/25 17:39", **EXCEL)).start
    assert (start.local, start.precision) == (datetime(2025, 3, 13, 17, 39), Precision.MINUTE)


def test_an_order_of_dates_that_nothing_tells_is_asked_for():
    rows = [garmin_row(Date="03/04/2025 07:00"), garmin_row(Date="05/04/2025 07:00")]
    with pytest.raises(Needs) as caught:
        read(*rows)
    assert caught.value.question is Question.DATE_ORDER
    days = [activity.start.local for activity in activities(read(*rows, answers=Answers(date_order="mdy")))]
    assert days == [datetime(2025, 3, 4, 7), datetime(2025, 5, 4, 7)]


def test_contradicting_dates_are_said_and_never_flipped():
    records = read(garmin_row(Date="13/04/2025 07:00"), garmin_row(Date="04/14/2025 07:00"))
    assert [activity.start.local for activity in activities(records)] == [datetime(2025, 4, 13, 7)]
    assert [(problem.line, problem.column) for problem in rejected(records)] == [(3, "Date")]
    assert any("day first" in warning.why for warning in warnings(records))


def test_the_layout_of_2012_is_read():
    header = (
        " Favorit,Aktivitätsname,Aktivitätstyp,Course,Start,Zeit,Distanz,Positiver Höhenunterschied,Ø Geschw(Ø Pace),"
        "Max. Geschw.(Beste Pace),Ø HF,Max. HF,Kalorien,Züge insgesamt,\n"
    )
    row = ' false,Runde,Laufen,--,"Di, 5 Jun 2012 19:05",58:20,"9,50",41,6:08,4:20,140,155,560,--,\n'
    (activity,) = activities(from_garmin(header + row, KM))
    assert (activity.distance_m, activity.moving_s, activity.ascent_m) == (9500.0, 3500.0, 41.0)
    assert activity.start.local == datetime(2012, 6, 5, 19, 5)
    assert (activity.title, activity.heart_rate_bpm) == ("Runde", 140.0)


def test_the_header_of_2020_is_read():
    header = (
        "Activity Type,Date,Title,Distance,Calories,Time,Avg HR,Max HR,Avg Run Cadence,Max Run Cadence,Avg Pace,"
        "Best Pace,Elev Gain,Elev Loss,Avg Stride Length,Best Lap Time,Number of Laps\n"
    )
    row = "Running,6/13/20 8:15,Park Running,3.13,440,0:30:00,140,158,160,181,9:35,6:35,100,118,1.05,00:02.1,6\n"
    (activity,) = activities(from_garmin(header + row))
    assert (activity.distance_m, activity.ascent_m) == (pytest.approx(5037.2, abs=0.1), pytest.approx(30.48))


SHIFTED = [*GARMIN_ROW[:5], "7", *GARMIN_ROW[5:-1]]


def test_a_row_whose_cells_are_shifted_is_rejected_visibly():
    records = read(GARMIN_ROW, SHIFTED)
    assert len(activities(records)) == 1
    assert [(problem.line, problem.column) for problem in rejected(records)] == [(3, "Time")]
    assert all("shifted" in problem.why for problem in rejected(records))


@pytest.mark.parametrize(
    ("name", "cell"), [("Avg HR", "2.9"), ("Avg HR", "fast"), ("Time", "440"), ("Elapsed Time", "7")]
)
def test_one_odd_cell_is_no_shift_and_is_unknown(name, cell):
    records = read(garmin_row(**{name.replace(" ", "_"): cell}), answers=KM)
    assert (len(activities(records)), rejected(records)) == (1, [])
    assert [(each.line, each.column) for each in warnings(records)] == [(2, name)]


@pytest.mark.parametrize(
    ("cells", "column", "words"),
    [
        ({"Date": ""}, "Date", "missing"),
        ({"Date": "45778.29"}, "Date", "spreadsheet"),
    ],
)
def test_a_bad_cell_rejects_its_row_with_column_and_reason(cells, column, words):
    rows = [GARMIN_ROW, garmin_row(**cells), garmin_row(Date="2025-03-06 18:10:05")]
    records = read(*rows)
    assert len(activities(records)) == 2
    (problem,) = rejected(records)
    assert (problem.line, problem.column) == (3, column)
    assert words in problem.why


@pytest.mark.parametrize(
    ("cells", "column", "words"),
    [
        ({"Time": "25:61:61", "Elapsed_Time": "--"}, "Time", "minutes above 59"),
        ({"Time": "00:00:00", "Elapsed_Time": "--"}, "Time", "above 0"),
        ({"Distance": "nan"}, "Distance", "not a number"),
        ({"Distance": "1001"}, "Distance", "1,000 km"),
        ({"Distance": "-3"}, "Distance", "negative"),
    ],
)
def test_the_only_length_of_a_run_is_unknown_where_it_cannot_be(cells, column, words):
    records = read(GARMIN_ROW, garmin_row(**cells), garmin_row(Date="2025-03-06 18:10:05"))
    assert (len(activities(records)), rejected(records)) == (3, [])
    (warning,) = warnings(records)
    assert (warning.line, warning.column) == (3, column)
    assert words in warning.why


def test_a_time_that_cannot_be_is_unknown_beside_a_sound_elapsed_time():
    records = read(garmin_row(Time="25:61:61"), answers=KM)
    (run,) = activities(records)
    assert (run.moving_s, run.elapsed_s) == (None, 1862.0)
    assert [(each.line, each.column) for each in warnings(records)] == [(2, "Time")]


@pytest.mark.parametrize(
    ("time", "pace", "seconds"),
    [("1:02", "5:33", 3720.0), ("1:02", "--", 3720.0), ("0:31", "2:46", 1860.0), ("58:20", "5:13", 3500.0)],
)
def test_distance_and_pace_tell_hours_and_minutes_from_minutes_and_seconds(time, pace, seconds):
    records = read(
        garmin_row(Time=time, Avg_Pace=pace, Distance="11.18", Moving_Time="--", Elapsed_Time="--"),
        garmin_row(Activity_Type="Strength Training", Time="0:36", Distance="0.00", Avg_Pace="--", Elapsed_Time="--"),
        answers=KM,
    )
    run, lifting = activities(records)
    assert run.moving_s == seconds
    assert lifting.moving_s == (36.0 if time == "58:20" else 2160.0)


@pytest.mark.parametrize("name", ["Date", "Distance", "Time", "Activity Type"])
def test_a_file_without_a_needed_column_is_refused_by_its_name(name):
    place = GARMIN_HEADER.index(name)
    content = table(
        [*GARMIN_HEADER[:place], *GARMIN_HEADER[place + 1 :]], [*GARMIN_ROW[:place], *GARMIN_ROW[place + 1 :]]
    )
    assert importer.identify(upload(content))
    with pytest.raises(UnreadableFile) as caught:
        list(importer.extract(upload(content), KM))
    assert (caught.value.line, caught.value.column) == (1, name)


@pytest.mark.parametrize(
    "header",
    [
        "name,activityType,startTimeLocal,locationName,duration,distance,elevationGain,avgHr,avgStrideLength",
        "Activity Name,Activity Date/Time,Activity Type,Duration (sec),Distance (m),Average HR",
    ],
)
def test_tables_made_from_raw_data_are_refused_with_advice(header):
    assert importer.identify(upload(header + "\n"))
    with pytest.raises(UnreadableFile, match="Export CSV"):
        list(importer.extract(upload(header + "\n"), KM))


@pytest.mark.parametrize(
    "header",
    [
        "Date,Type,Route Name,Distance (km),Duration,Average Pace,Calories Burned,Notes",
        "Date Submitted,Workout Date,Activity Type,Calories Burned (kCal),Distance (mi),Workout Time (seconds)",
        "Title,WorkoutType,WorkoutDescription,PlannedDuration,WorkoutDay,DistanceInMeters",
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes",
    ],
)
def test_tables_of_others_are_not_claimed(header):
    assert not importer.identify(upload(header + "\n"))


def test_one_importer_alone_claims_the_file():
    assert find_importer(upload(table(GARMIN_HEADER, GARMIN_ROW))) is importer


def test_a_header_without_rows_yields_nothing():
    assert read() == []


@given(st.lists(st.dictionaries(st.sampled_from(GARMIN_HEADER), st.text(max_size=12), max_size=4), max_size=8))
@settings(deadline=None, max_examples=examples(120))
def test_every_row_ends_in_one_record(changes):
    rows = [
        changed(GARMIN_HEADER, GARMIN_ROW, **{name.replace(" ", "_"): text for name, text in change.items()})
        for change in changes
    ]
    content = table(GARMIN_HEADER, *rows, quoting=csv.QUOTE_ALL).encode("utf-8", "replace")
    records = from_garmin(content, Answers(distance_unit=DistanceUnit.KM, date_order="dmy"))
    assert sum(record.rows for record in records) == len(rows)


def test_a_list_whose_rows_a_spreadsheet_took_for_one_cell_each_is_read():
    lines = table(GARMIN_HEADER, GARMIN_ROW).splitlines()
    quoted = "".join('"' + line.replace('"', '""') + '"\n' for line in lines)
    assert activities(from_garmin(quoted)) == activities(read(GARMIN_ROW))
