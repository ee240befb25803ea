"""Hours between leg sessions and hard runs from the command line, over the night on which the clocks are put forward."""

import pytest

HEVY = "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe"
STRAVA = "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Moving Time"


def test_hours_over_the_night_of_summer_time_are_those_that_passed(said, tmp_path):
    (tmp_path / "activities.csv").write_text(
        f'{STRAVA}\n1,"Mar 28, 2026, 7:00:00 PM",Intervals,Run,3000,9.5,3000\n', "utf-8"
    )
    legs = [
        f'Legs,"29 Mar 2026, 21:10","29 Mar 2026, 22:00",,Squat (Barbell),,,{number},normal,60,8,,,'
        for number in range(4)
    ]
    (tmp_path / "workouts.csv").write_text("\n".join([HEVY, *legs]), "utf-8")
    answers = ("--timezone", "Europe/Berlin", "--weight-unit", "kg", "--distance-unit", "km")
    said("import", tmp_path / "activities.csv", tmp_path / "workouts.csv", *answers)
    (found,) = said("spacing")["sessions"]
    assert (found["start"], found["before"]) == ("2026-03-29T21:10:00", "closer")
    assert found["before_h"] == pytest.approx(23.33)
    assert said("spacing")["summary"]["closer_before"] == 1
