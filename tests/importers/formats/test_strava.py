"""Strava's activities.csv, from before 2019 to now."""

import csv
from datetime import datetime

import pytest
from activity_files import (
    STRAVA_HEADER,
    STRAVA_ROW,
    activities,
    changed,
    from_strava,
    rejected,
    strava_row,
    table,
    upload,
    warnings,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.importers.base import find_importer
from lib.importers.formats.strava.importer import importer
from lib.model.athlete import Answers
from lib.model.errors import Needs, UnreadableFile
from lib.model.records import Activity
from lib.model.vocabulary import DistanceUnit, Precision, Question, Sport, SubSport, TimeBasis, WorkoutType


def one(row: list[str], header: list[str] = STRAVA_HEADER, answers: Answers | None = None) -> Activity:
    records = from_strava(table(header, row), answers)
    assert rejected(records) == []
    (activity,) = activities(records)
    return activity


def why_rejected(**cells: str) -> tuple[str | None, str]:
    """Column and reason of the middle of three rows; the others must be stored."""
    rows = [strava_row(Activity_ID="1"), strava_row(**{"Activity_ID": "2"} | cells), strava_row(Activity_ID="3")]
    records = from_strava(table(STRAVA_HEADER, *rows))
    assert [activity.source_key for activity in activities(records)] == ["1", "3"]
    (problem,) = rejected(records)
    assert problem.line == 3
    return problem.column, problem.why


def warned(**cells: str) -> tuple[Activity, str | None, str]:
    records = from_strava(table(STRAVA_HEADER, strava_row(**cells)))
    assert rejected(records) == []
    (warning,) = warnings(records)
    return activities(records)[0], warning.column, warning.why


def test_a_run_is_read_whole():
    activity = one(STRAVA_ROW)
    assert activity.source_key == "501"
    assert (activity.sport, activity.sub_sport, activity.sport_raw) == (Sport.RUN, SubSport.NONE, "Run")
    assert activity.start.basis is TimeBasis.UTC
    assert (activity.start.utc, activity.start.local) == (datetime(2025, 3, 4, 18, 10), None)
    assert activity.start.precision is Precision.SECOND
    assert (activity.distance_m, activity.elapsed_s, activity.moving_s) == (5012.4, 1830.0, 1800.0)
    assert (activity.ascent_m, activity.heart_rate_bpm, activity.heart_rate_max_bpm) == (31.0, 149.5, 171.0)
    assert (activity.cadence_spm, activity.session_rpe) == (164.0, 4.0)
    assert (activity.title, activity.notes, activity.line) == ("Park laps", "", 2)


def test_the_header_of_before_july_2019_is_in_metres():
    header = ["id", "date", "name", "type", "description", "elapsed_time", "distance", "commute", "gear", "filename"]
    row = ["88", "2018-09-12 15:02:23", "Old run", "Run", "", "1260", "3681.4", "false", "", "activities/88.gpx"]
    activity = one(row, header)
    assert (activity.distance_m, activity.start.utc) == (3681.4, datetime(2018, 9, 12, 15, 2, 23))


def test_the_ten_columns_of_july_2019_are_in_kilometres():
    header = [
        "Activity ID",
        "Activity Date",
        "Activity Name",
        "Activity Type",
        "Activity Description",
        "Elapsed Time",
        "Distance",
        "Commute",
        "Activity Gear",
        "Filename",
    ]
    row = ["88", "Sep 12, 2018, 3:02:23 PM", "Old run", "Run", "", "1260", "3.68", "false", "", ""]
    assert one(row, header).distance_m == pytest.approx(3680)
    in_miles = one(row, header, Answers(distance_unit=DistanceUnit.MILE))
    assert in_miles.distance_m == pytest.approx(3.68 * 1609.344)


def test_the_suffixes_of_pandas_are_understood():
    seen: set[str] = set()
    header = []
    for name in STRAVA_HEADER:
        header.append(f"{name}.1" if name in seen else name)
        seen.add(name)
    assert "Distance.1" in header
    assert one(STRAVA_ROW, header).distance_m == 5012.4


def test_tags_in_the_header_are_ignored():
    tag = '<span class="translation_missing" title="translation missing: en-US.x">{}</span>'
    header = [tag.format(name) if name in {"Elevation Gain", "Moving Time"} else name for name in STRAVA_HEADER]
    assert one(STRAVA_ROW, header).ascent_m == 31.0


def test_columns_may_come_in_any_order_and_unknown_ones_too():
    header, row = [*STRAVA_HEADER[::-1], "Vibes"], [*STRAVA_ROW[::-1], "good"]
    backwards = one(row, header)
    assert backwards.distance_m == 5012.4
    assert (backwards.source_key, backwards.title, backwards.sport) == ("501", "Park laps", Sport.RUN)


LANGUAGES = {
    "en": """Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,
        Max Heart Rate,Elapsed Time,Moving Time,Distance,Elevation Gain,Average Heart Rate""",
    "de": """Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,Verstrichene Zeit,
        Distanz,Max. Herzfrequenz,Verstrichene Zeit,Bewegungszeit,Distanz,Höhenzunahme,Durchschnittliche Herzfrequenz""",
    "fr": """ID de l’activité,Date de l'activité,Nom de l'activité,Type d'activité,Description de l'activité,
        Temps écoulé,Distance,Fréquence cardiaque max.,Temps écoulé,Durée de déplacement,Distance,Dénivelé positif,
        Fréquence cardiaque moyenne""",
    "nl": """Activiteits-ID,Datum van activiteit,Naam activiteit,Activiteitstype,Beschrijving van activiteit,
        Verstreken tijd,Afstand,Max. hartslag,Verstreken tijd,Beweegtijd,Afstand,Totale stijging,Gemiddelde hartslag""",
    "es": """ID de actividad,Fecha de la actividad,Nombre de la actividad,Tipo de actividad,Descripción de la actividad,
        Tiempo transcurrido,Distancia,Frecuencia cardiaca máxima,Tiempo transcurrido,Tiempo en movimiento,Distancia,
        Desnivel positivo,Frecuencia cardiaca media""",
    "cs": """ID aktivity,Datum aktivity,Název aktivity,Typ aktivity,Popis aktivity,Uplynulý čas,Vzdálenost,
        Maximální tepová frekvence,Uplynulý čas,Aktivní čas,Vzdálenost,Nastoupaná výška,Průměrná tepová frekvence""",
    "pl": """Identyfikator aktywności,Data aktywności,Nazwa aktywności,Rodzaj aktywności,Opis aktywności,Czas całkowity,
        Dystans,Maksymalne tętno,Czas całkowity,Czas ruchu,Dystans,Przewyższenie,Średnie tętno""",
    "da": """Aktivitets-id,Aktivitetsdato,Aktivitetsnavn,Aktivitetstype,Aktivitetsbeskrivelse,Varighed,Distance,
        Maks. puls,Varighed,Tid i bevægelse,Distance,Stigning,Gennemsnitspuls""",
    "ja": """アクティビティID,アクティビティ実行日,アクティビティ名,アクティビティタイプ,アクティビティの説明,経過時間,距離,
        最大心拍数,経過時間,移動時間,距離,獲得標高,平均心拍数""",
}
VALUES = {
    "en": ("Jul 21, 2025, 3:09:27 PM", "Run", "2.81"),
    "de": ("21.07.2025, 15:09:27", "Lauf", "2,81"),
    "fr": ("21 juil. 2025, 15:09:27", "Course à pied", "2,81"),
    "nl": ("21 jul. 2025, 15:09:27", "Hardloopsessie", "2,81"),
    "es": ("21 jul 2025, 15:09:27", "Carrera", "2,81"),
    "cs": ("21. 7. 2025 15:09:27", "Běh", "2,81"),
    "pl": ("21 lipca 2025, 15:09:27", "Bieg", "2,81"),
    "da": ("21. jul. 2025 15.09.27", "Løb", "2,81"),
    "ja": ("2025/07/21 15:09:27", "ランニング", "2.81"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same(language):
    header = [name.strip() for name in LANGUAGES[language].split(",")]
    date, kind, shown = VALUES[language]
    row = ["9", date, "Name", kind, "", "1390", shown, "190", "1390.0", "1380.0", "2810.0", "12.0", "150.0"]
    activity = one(row, header)
    assert (activity.sport, activity.distance_m, activity.elapsed_s) == (Sport.RUN, 2810.0, 1390.0)
    assert (activity.moving_s, activity.ascent_m) == (1380.0, 12.0)
    assert (activity.heart_rate_bpm, activity.heart_rate_max_bpm) == (150.0, 190.0)
    assert activity.start.utc == datetime(2025, 7, 21, 15, 9, 27)


@pytest.mark.parametrize(
    "name", ["Activity Gear", "Aktivitätsausrüstung", "Uitrusting voor activiteit", "Equipamiento de la actividad"]
)
def test_the_shoes_are_read_by_their_name(name):
    header, row = [*STRAVA_HEADER, name], [*STRAVA_ROW, " Blue shoes no. 2 "]
    assert one(row, header).gear == "Blue shoes no. 2"
    assert one([*STRAVA_ROW, ""], header).gear == ""


def test_a_polish_list_with_the_short_name_of_july_alone_is_of_july():
    header = [name.strip() for name in LANGUAGES["pl"].split(",")]
    row = [
        "9",
        "21 lip 2025, 15:09:27",
        "Name",
        "Bieg",
        "",
        "1390",
        "2,81",
        "190",
        "1390.0",
        "1380.0",
        "2810.0",
        "",
        "",
    ]
    assert one(row, header).start.utc == datetime(2025, 7, 21, 15, 9, 27)


def test_a_language_that_is_not_known_is_refused_with_advice():
    content = table([f"열{number}" for number in range(len(STRAVA_HEADER))], strava_row(Activity_ID="12345678"))
    assert importer.identify(upload(content))
    with pytest.raises(UnreadableFile, match="set Strava to English"):
        list(importer.extract(upload(content), Answers()))


def in_places(names: list[str]) -> list[str]:
    """A whole header of 44 columns, with the four that Strava has twice."""
    header = [names[at] if at < len(names) else f"{names[-1]} {at}" for at in range(44)]
    for first, second in ((5, 15), (6, 17), (7, 30), (8, 37)):
        header[second] = header[first]
    return header


@pytest.mark.parametrize("words", [["Ένα"], ["Uno", "Due", "Tre"], ["ID aktivity", "Den", "Jméno", "Druh"]])
def test_a_language_that_is_not_known_is_read_by_the_places_of_its_columns(words):
    header = in_places([*words, *(f"{words[0]}{at}" for at in range(len(words), 44))])
    row = [
        "12345678",
        "2025-07-21 15:09:27",
        "Name",
        "Běh",
        "Note",
        "1390",
        "2,81",
        "190",
        *[""] * 3,
        "Blue shoes",
        *[""] * 3,
        "1390.0",
        "1380.0",
    ]
    row += ["2810.0", "", "", "12.0", *[""] * 8, "82.0", "190", "150.0", *[""] * 11, "3"]
    assert importer.identify(upload(table(header, row)))
    run = one(row, header)
    assert (run.source_key, run.sport, run.title, run.notes) == ("12345678", Sport.RUN, "Name", "Note")
    assert run.gear == "Blue shoes"
    assert (run.distance_m, run.moving_s, run.elapsed_s, run.ascent_m) == (2810.0, 1380.0, 1390.0, 12.0)
    assert (run.heart_rate_bpm, run.heart_rate_max_bpm, run.cadence_spm, run.session_rpe) == (150.0, 190.0, 164.0, 3.0)


@pytest.mark.parametrize("name", ["Activity Date", "Activity ID", "Activity Type"])
def test_a_file_without_a_needed_column_is_refused_by_its_name(name):
    place = STRAVA_HEADER.index(name)
    content = table(
        [*STRAVA_HEADER[:place], *STRAVA_HEADER[place + 1 :]], [*STRAVA_ROW[:place], *STRAVA_ROW[place + 1 :]]
    )
    assert importer.identify(upload(content))
    with pytest.raises(UnreadableFile) as caught:
        list(importer.extract(upload(content), Answers()))
    assert (caught.value.line, caught.value.column) == (1, name)


def test_a_header_without_rows_yields_nothing():
    assert from_strava(table(STRAVA_HEADER)) == []


@pytest.mark.parametrize(
    "header",
    [
        "Athlete ID,Email Address,First Name,Last Name,Sex",
        "id,start_date_local,name,type,moving_time,distance,elapsed_time,start_date",
        "Activity Id,Date,Type,Route Name,Distance (km),Duration,Average Pace,Notes,GPX File",
        "title,start_time,end_time,description,exercise_title,set_index,weight_kg,reps",
    ],
)
def test_tables_of_others_are_not_claimed(header):
    assert not importer.identify(upload(header + "\n"))


def test_one_importer_alone_claims_the_file():
    assert find_importer(upload(table(STRAVA_HEADER, STRAVA_ROW))) is importer


def test_only_the_first_distance_left_is_read_as_kilometres():
    place = len(STRAVA_HEADER) - 1 - STRAVA_HEADER[::-1].index("Distance")
    header, row = [*STRAVA_HEADER], [*STRAVA_ROW]
    del header[place], row[place]
    assert one(row, header).distance_m == pytest.approx(5010)


def test_swims_and_rowing_show_metres_with_a_thousands_comma():
    swim = one(changed(STRAVA_HEADER, strava_row(Activity_Type="Swim", Distance="1,500"), 1, Distance=""))
    assert (swim.sport, swim.distance_m) == (Sport.SWIM, 1500.0)
    row = one(changed(STRAVA_HEADER, strava_row(Activity_Type="Rowing", Distance="7,519"), 1, Distance="7519.0"))
    assert (row.sport, row.distance_m) == (Sport.ROW, 7519.0)


def test_no_distance_is_unknown_and_not_zero():
    assert one(changed(STRAVA_HEADER, strava_row(Distance=""), 1, Distance="")).distance_m is None
    lifted = strava_row(Activity_Type="Weight Training", Distance="0")
    assert one(changed(STRAVA_HEADER, lifted, 1, Distance="0.0")).distance_m is None


def test_two_distances_that_disagree_reject_the_row():
    column, why = why_rejected(Distance="9.00")
    assert column == "Distance"
    assert "5012.4 m" in why


MILES = strava_row(Distance="3.11")


def test_an_account_in_miles_is_asked_about_once():
    content = table(STRAVA_HEADER, MILES)
    with pytest.raises(Needs) as caught:
        from_strava(content)
    assert caught.value.question is Question.DISTANCE_UNIT
    assert set(caught.value.choices) == {"km", "mi"}


def test_an_account_in_miles_is_stored_in_metres():
    assert one(MILES, answers=Answers(distance_unit=DistanceUnit.MILE)).distance_m == 5012.4


def test_columns_that_contradict_the_answer_are_reported():
    records = from_strava(table(STRAVA_HEADER, MILES), Answers(distance_unit=DistanceUnit.KM))
    (problem,) = rejected(records)
    assert (problem.line, problem.column) == (2, "Distance")


def test_one_row_in_miles_among_kilometres_is_a_bad_row():
    records = from_strava(table(STRAVA_HEADER, *[STRAVA_ROW] * 3, MILES))
    assert [problem.line for problem in rejected(records)] == [5]


@pytest.mark.parametrize(
    ("cells", "column", "words"),
    [
        ({"Activity_ID": ""}, "Activity ID", "missing"),
        ({"Activity_ID": "9.0000002E9"}, "Activity ID", "whole number"),
        ({"Activity_ID": "123456789012345678901"}, "Activity ID", "20 digits"),
        ({"Activity_Date": ""}, "Activity Date", "missing"),
        ({"Activity_Date": "Feb 29, 2025, 7:00:00 AM"}, "Activity Date", "no such day"),
        ({"Activity_Date": "1746082800"}, "Activity Date", "seconds since 1970"),
        ({"Activity_Date": "1/5/2568 7:00:00"}, "Activity Date", "future"),
    ],
)
def test_a_bad_cell_rejects_its_row_with_column_and_reason(cells, column, words):
    found, why = why_rejected(**cells)
    assert found == column
    assert words in why


@pytest.mark.parametrize(("time", "words"), [("-60", "negative"), ("0", "above 0"), ("100000000000", "240 h")])
def test_the_only_time_of_a_run_is_unknown_where_it_cannot_be(time, words):
    run, column, why = warned(Elapsed_Time=time, Moving_Time="")
    assert (run.elapsed_s, run.moving_s, column) == (None, None, "Elapsed Time")
    assert words in why


@pytest.mark.parametrize(
    ("distance", "words"), [("-5", "negative"), ("NaN", "not a number"), ("1e999", "finite"), ("5.0 mi", "unit")]
)
def test_of_two_distances_the_one_that_can_be_read_counts(distance, words):
    run, column, why = warned(Distance=distance)
    assert (run.distance_m, column) == (5012.4, "Distance")
    assert words in why


@pytest.mark.parametrize(("elapsed", "words"), [("-60", "negative"), ("0", "above 0"), ("4208365", "240 h")])
def test_an_elapsed_time_that_cannot_be_is_unknown_beside_a_sound_moving_time(elapsed, words):
    run, column, why = warned(Elapsed_Time=elapsed)
    assert (run.moving_s, run.elapsed_s, run.distance_m, column) == (1800.0, None, 5012.4, "Elapsed Time")
    assert words in why


def test_a_long_name_is_cut_with_a_warning():
    run, column, why = warned(Activity_Name="x" * 201)
    assert (run.title, column) == ("x" * 200, "Activity Name")
    assert "cut off" in why


@pytest.mark.parametrize(("distance", "words"), [("-5.0", "negative"), ("9000000", "1,000 km")])
def test_the_only_distance_of_a_run_is_unknown_where_it_cannot_be(distance, words):
    row = changed(STRAVA_HEADER, strava_row(Distance=""), 1, Distance=distance)
    run, problem = from_strava(table(STRAVA_HEADER, row))
    assert (run.distance_m, problem.column, problem.rows) == (None, "Distance", 0)
    assert words in problem.why


def test_an_id_of_twenty_digits_and_one_that_a_spreadsheet_touched_stay_exact():
    assert one(strava_row(Activity_ID="99999999999999999999")).source_key == "99999999999999999999"
    assert one(strava_row(Activity_ID="9000000002.0")).source_key == "9000000002"


@pytest.mark.parametrize("beats", ["999", "-1", "0", "fast"])
def test_an_impossible_heart_rate_is_unknown_and_warned_about(beats):
    activity, column, why = warned(Average_Heart_Rate=beats)
    assert activity.heart_rate_bpm is None
    assert column == "Average Heart Rate"
    assert why


def test_control_characters_in_a_name_become_blanks_with_a_warning():
    activity, column, _ = warned(Activity_Name="# Big\n\n---\t1")
    assert (activity.title, column) == ("# Big --- 1", "Activity Name")


def test_a_name_is_kept_as_it_is_written():
    for name in ("<b>x</b>", "=1+1", "NA", "null", "007", "1e5", "Run \u202egnp.exe"):
        assert one(strava_row(Activity_Name=name)).title == name
    assert one(strava_row(Activity_Name="   ")).title == ""


def test_a_long_note_is_cut_with_a_warning():
    activity, column, why = warned(Activity_Description="word " * 3000)
    assert (len(activity.notes), column) == (10_000, "Activity Description")
    assert "cut off" in why


def test_both_notes_are_kept():
    row = strava_row(Activity_Description="windy\r\ncold", Activity_Private_Note="left shoe")
    assert one(row).notes == "windy\ncold\nleft shoe"


def test_a_watch_without_a_clock_is_warned_about():
    activity, column, why = warned(Activity_Date="Dec 31, 1989, 12:00:00 AM")
    assert activity.start.utc == datetime(1989, 12, 31)
    assert column == "Activity Date"
    assert "clock" in why


def test_a_run_faster_than_any_runner_is_warned_about():
    _, column, why = warned(Elapsed_Time="300")
    assert column == "Elapsed Time"
    assert "km/h" in why


def test_a_sport_that_is_not_known_is_kept_as_another_and_said_once():
    records = from_strava(table(STRAVA_HEADER, *[strava_row(Activity_Type="Quidditch")] * 3))
    assert [activity.sport for activity in activities(records)] == [Sport.OTHER] * 3
    assert [warning.value for warning in warnings(records)] == ["Quidditch"]


@pytest.mark.parametrize(
    ("word", "sport", "sub_sport"),
    [
        ("Trail Run", Sport.RUN, SubSport.TRAIL),
        ("VirtualRun", Sport.RUN, SubSport.VIRTUAL),
        ("Weight Training", Sport.STRENGTH, SubSport.NONE),
        ("Crossfit", Sport.STRENGTH, SubSport.NONE),
        ("Workout", Sport.OTHER, SubSport.NONE),
        ("E-Bike Ride", Sport.RIDE, SubSport.NONE),
        ("Football (Soccer)", Sport.TEAM, SubSport.NONE),
        ("Stair-Stepper", Sport.STAIRS, SubSport.NONE),
        ("Забег", Sport.RUN, SubSport.NONE),
        ("Трейловый забег", Sport.RUN, SubSport.TRAIL),
        ("Course en sentier", Sport.RUN, SubSport.TRAIL),
        ("Corrida de trilho", Sport.RUN, SubSport.TRAIL),
        ("ウォーク", Sport.WALK, SubSport.NONE),
        ("Stavgång", Sport.WALK, SubSport.NONE),
        ("Велозаезд", Sport.RIDE, SubSport.NONE),
    ],
)
def test_sports_are_known_by_their_words(word, sport, sub_sport):
    activity = one(strava_row(Activity_Type=word, Elapsed_Time="9000"))
    assert (activity.sport, activity.sub_sport, activity.sport_raw) == (sport, sub_sport, word)


def test_steps_are_of_both_legs_and_only_on_foot():
    assert one(strava_row(Average_Cadence="81.5")).cadence_spm == 163.0
    assert one(strava_row(Average_Cadence="164")).cadence_spm == 164.0
    assert one(strava_row(Activity_Type="Ride", Average_Cadence="81.5")).cadence_spm is None


def test_no_moving_time_is_unknown_and_not_zero():
    assert one(strava_row(Moving_Time="0.0")).moving_s is None


def test_races_and_long_runs_are_marked():
    assert one(strava_row(Competition="1.0")).workout_type is WorkoutType.RACE
    assert one(strava_row(Long_Run="true")).workout_type is WorkoutType.LONG
    assert one(strava_row(Competition="0.0", Long_Run="")).workout_type is WorkoutType.NONE


def test_a_written_offset_keeps_the_local_day():
    start = one(strava_row(Activity_Date="2025-05-01T07:00:00+14:00")).start
    assert start.basis is TimeBasis.OFFSET
    assert (start.local, start.utc) == (datetime(2025, 5, 1, 7), datetime(2025, 4, 30, 17))


def test_a_file_that_was_cut_off_is_refused():
    content = table(STRAVA_HEADER, STRAVA_ROW, STRAVA_ROW)[:-30]
    with pytest.raises(UnreadableFile, match="ends in the middle of line 3"):
        from_strava(content)


@given(st.lists(st.dictionaries(st.sampled_from(STRAVA_HEADER), st.text(max_size=12), max_size=4), max_size=8))
@settings(deadline=None, max_examples=examples(120))
def test_every_row_ends_in_one_record(changes):
    rows = [
        changed(STRAVA_HEADER, STRAVA_ROW, **{name.replace(" ", "_"): text for name, text in change.items()})
        for change in changes
    ]
    content = table(STRAVA_HEADER, *rows, quoting=csv.QUOTE_ALL).encode("utf-8", "replace")
    records = from_strava(content, Answers(distance_unit=DistanceUnit.KM, date_order="dmy"))
    assert sum(record.rows for record in records) == len(rows)
