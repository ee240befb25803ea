"""What the names of columns suggest, in the languages of the exports."""

import pytest

from lib.importers.own_tables.column_mapping import LengthUnit, RowIs
from lib.importers.own_tables.column_words import guess_columns, guess_row, guess_units
from lib.model.vocabulary import DistanceUnit, WeightUnit

RUNS = [
    (["Date", "Distance (km)", "Time", "Avg HR", "Notes"], ["date", "distance", "duration", "heart_rate", "notes"]),
    (["Datum", "Uhrzeit", "Strecke", "Dauer", "Höhenmeter"], ["date", "clock", "distance", "duration", "ascent"]),
    (["Jour", "Heure", "Distance", "Durée", "Dénivelé"], ["date", "clock", "distance", "duration", "ascent"]),
    (["Fecha", "Distancia", "Tiempo", "Comentario"], ["date", "distance", "duration", "notes"]),
    (["Dato", "Starttid", "Afstand", "Varighed"], ["date", "clock", "distance", "duration"]),
    (["Day", "miles", "min", "RPE"], ["date", "distance", "duration", "rpe"]),
]
SETS = [
    (["Date", "Exercise", "Sets", "Reps", "Weight (lbs)"], ["date", "exercise", "sets", "reps", "load"]),
    (["Tag", "Übung", "Sätze", "Wdh", "kg"], ["date", "exercise", "sets", "reps", "load"]),
    (["Date", "Exercice", "Séries", "Répétitions", "Charge"], ["date", "exercise", "sets", "reps", "load"]),
    (["Data", "Ćwiczenie", "Serie", "Powtórzenia", "Ciężar"], ["date", "exercise", "sets", "reps", "load"]),
    (["Dato", "Øvelse", "Sæt", "Gentagelser", "Vægt"], ["date", "exercise", "sets", "reps", "load"]),
]


@pytest.mark.parametrize(("names", "fields"), RUNS)
def test_the_columns_of_a_table_of_runs(names, fields):
    assert guess_row(names) is RowIs.RUN
    assert guess_columns(names, RowIs.RUN) == {field: at for at, field in enumerate(fields)}


@pytest.mark.parametrize(("names", "fields"), SETS)
def test_the_columns_of_a_table_of_sets(names, fields):
    assert guess_row(names) is RowIs.SET
    assert guess_columns(names, RowIs.SET) == {field: at for at, field in enumerate(fields)}


def test_no_column_is_proposed_twice_and_unknown_ones_are_left_alone():
    assert guess_columns(["Date", "Date", "Mood"], RowIs.RUN) == {"date": 0}


@pytest.mark.parametrize(
    ("names", "cells", "distance", "length"),
    [
        (["Distance (mi)", "Time"], ["5", "45:10"], "mi", LengthUnit.CLOCK),
        (["km", "min"], ["8", "45"], "km", LengthUnit.MINUTES),
        (["Strecke", "Dauer (h)"], ["8", "0,75"], "km", LengthUnit.HOURS),
        (["metres", "Time"], ["8000", "45"], "m", LengthUnit.MINUTES),
    ],
)
def test_units_come_from_the_names_and_from_the_cells(names, cells, distance, length):
    columns = {"distance": 0, "duration": 1}
    usual = (DistanceUnit.KM, WeightUnit.KG)
    units = guess_units(names, [[cell] for cell in cells], columns, RowIs.RUN, usual)
    assert (units.distance, units.length) == (distance, length)


@pytest.mark.parametrize(("name", "unit"), [("Weight (lbs)", "lb"), ("kg", "kg"), ("Gewicht", "lb")])
def test_a_load_without_a_unit_is_in_the_persons_own(name, unit):
    usual = (DistanceUnit.MILE, WeightUnit.POUND)
    assert guess_units([name], [[]], {"load": 0}, RowIs.SET, usual).load == unit


@pytest.mark.parametrize(
    ("name", "field"), [("Distance,(km.)", "distance"), ("Time, min", "duration"), ("dist_[mi]", "distance")]
)
def test_a_unit_may_be_set_off_in_many_ways(name, field):
    assert guess_columns([name], RowIs.RUN) == {field: 0}


@pytest.mark.parametrize("name", ["," * 30_000, "( " * 15_000, "m " * 15_000, "km." * 10_000])
def test_a_name_of_many_signs_is_looked_at_once(name):
    assert guess_columns([name] * 10, RowIs.RUN) == {}
