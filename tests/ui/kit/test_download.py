"""What a spreadsheet makes of a downloaded table."""

import csv
import io
from datetime import date

import pandas as pd
import pytest

from lib.ui.kit.download import as_csv


def cells(table: pd.DataFrame) -> list[list[str]]:
    return list(csv.reader(io.StringIO(as_csv(table).decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", ['=HYPERLINK("x")', "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1+1"])
def test_a_name_that_starts_like_a_formula_stays_text(name):
    assert cells(pd.DataFrame({"Exercise": [name]}))[1] == [f"'{name}"]


def test_numbers_dates_and_usual_names_stay_as_they_are():
    table = pd.DataFrame(
        {"Date": [date(2026, 11, 9)], "Load (kg)": [-2.5], "Exercise": ["Push-up, feet high"], "Kind": [None]}
    )
    assert cells(table) == [
        ["Date", "Load (kg)", "Exercise", "Kind"],
        ["2026-11-09", "-2.5", "Push-up, feet high", ""],
    ]


def test_letters_of_any_language_survive():
    assert cells(pd.DataFrame({"Exercise": ["Kniebeuge für Läufer 深蹲"]}))[1] == ["Kniebeuge für Läufer 深蹲"]
