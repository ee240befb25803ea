"""What stands beside the balance on its page."""

import json
from math import log2

import pytest

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.services.importing.import_files import import_files
from lib.services.preferences import counting
from lib.store.account import open_account

HEADER = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
DAYS = ("2026-10-30", "2026-11-06", "2026-11-13", "2026-11-20")


def strong_rows(exercise: str, sets: int) -> list[str]:
    return [
        f'{day} 18:00:00,"Legs","{exercise}",{order},40,8,0,0,"","",' for day in DAYS for order in range(1, sets + 1)
    ]


@pytest.fixture
def page_of(open_page, monkeypatch, tmp_path):
    """page_of({exercise: sets a session}) imports a log of four sessions and opens the page."""

    def run(plan):
        url = f"sqlite:///{tmp_path / 'balance.db'}"
        rows = [row for exercise, sets in plan.items() for row in strong_rows(exercise, sets)]
        upload = Upload("strong.csv", "\n".join([HEADER, *rows, ""]).encode())
        account = open_account(url)
        answers = Answers(time_zone="Europe/Berlin", weight_unit="kg")
        assert import_files(account, [upload], answers).ok
        account.engine.dispose()
        return open_page(url, "dashboard/balance.py")

    return run


def words(app):
    return "\n".join(str(each.value) for kind in ("subheader", "caption", "markdown") for each in app.get(kind))


def test_more_quad_sets_name_the_own_exercise_that_would_make_them_equal(page_of):
    app = page_of({"Squat (Barbell)": 4, "Lying Leg Curl (Machine)": 1})
    assert "**12 more sets** of Lying Leg Curl (Machine) (3.0 a week)" in words(app)
    (table,) = [each.value for each in app.dataframe if "Sets more" in each.value]
    assert table["Sets more"].tolist() == [12]
    assert "No study sets 1 : 1 as a target." in words(app)


def test_an_even_log_needs_nothing(page_of):
    assert "The two counts are similar" in words(page_of({"Squat (Barbell)": 3, "Lying Leg Curl (Machine)": 3}))


def test_a_band_of_ones_own_holds_for_words_figure_and_evening_out(page_of, open_page, tmp_path):
    app = page_of({"Leg Extension (Machine)": 4, "Lying Leg Curl (Machine)": 2})
    assert {metric.delta for metric in app.metric} == {"more quad work"}
    account = open_account(f"sqlite:///{tmp_path / 'balance.db'}")
    counting.set_convention(account, "similar_to", 2.5)
    counting.set_convention(account, "similar_from", 0.4)
    account.engine.dispose()
    app = open_page(f"sqlite:///{tmp_path / 'balance.db'}", "dashboard/balance.py")
    assert {metric.delta for metric in app.metric} == {"similar"}
    assert "Band: 0.4 to 2.5, a convention." in words(app)
    assert "The two counts are similar" in words(app)
    shapes = json.loads(app.get("plotly_chart")[0].proto.spec)["layout"]["shapes"]
    (band,) = [(shape["y0"], shape["y1"]) for shape in shapes if shape["type"] == "rect"]
    assert band == pytest.approx((log2(0.4), log2(2.5)))


def test_hip_extension_is_divided_by_the_muscle_that_comes_first(page_of):
    app = page_of({"Hip Thrust (Barbell)": 3, "Romanian Deadlift (Barbell)": 1})
    assert "16 hip-extension sets, 26 Oct – 22 Nov 2026: 75 % glutes first, 25 % both alike" in words(app)
    assert "glutes first 12 sets" in app.get("plotly_chart")[-1].proto.alt


def test_a_log_of_romanian_deadlifts_favours_neither_glutes_nor_hamstrings(page_of):
    said = words(page_of({"Romanian Deadlift (Barbell)": 3, "Squat (Barbell)": 3}))
    assert "12 hip-extension sets, 26 Oct – 22 Nov 2026: 100 % both alike" in said
    assert "0 % glutes" not in said


def test_left_and_right_appear_only_in_a_log_that_names_sides(page_of):
    assert "Left and right" not in words(page_of({"Squat (Barbell)": 3}))


def test_left_and_right_sets_are_counted_by_exercise(page_of):
    app = page_of({"Leg Curl Left": 3, "Leg Curl Right": 3})
    assert "As many left as right sets." in words(app)
    (table,) = [each.value for each in app.dataframe if "Left sets" in each.value]
    assert table[["Left sets", "Right sets"]].to_numpy().tolist() == [[12, 12]]
