"""What a person says beside the records, from the command line: goals, breaks, events, body mass, shoes, templates, sports."""

import json
from dataclasses import replace

import pytest

from lib.model.vocabulary import DistanceUnit, WeightUnit
from lib.services.preferences.dated import MOST_OF_A_GOAL
from lib.services.preferences.settings import athlete_of, save
from lib.store.account import open_account

STRAVA = "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Moving Time"


@pytest.fixture
def account(tmp_path):
    """The athlete of the database that the commands use."""
    found = open_account(f"sqlite:///{tmp_path / 'legwork.db'}")
    yield found
    found.engine.dispose()


def test_the_first_goal_holds_for_all_of_the_past_and_a_later_one_from_its_day(said, legwork):
    assert said("goals") == {"goals": []}
    said("goals", "set", "runs", 3)
    said("goals", "set", "runs", 4, "--from", "2026-10-01")
    said("goals", "set", "runs", 4)  # as it is already
    assert said("goals", "set", "distance", "40km")["goals"] == [
        {"kind": "distance_m", "target": 40_000.0, "from": None},
        {"kind": "runs", "target": 3.0, "from": None},
        {"kind": "runs", "target": 4.0, "from": "2026-10-01"},
    ]
    several = legwork("goals", "remove", "runs")
    assert (
        "say which with --from: 1970-01-01 (at least 3 runs a week, for all of the past); "
        "2026-10-01 (at least 4 runs a week, from 2026-10-01)." in several.stderr
    )
    said("goals", "remove", "runs", "--from", "2026-10-01")
    assert [each["kind"] for each in said("goals", "remove", "distance")["goals"]] == ["runs"]
    assert legwork("goals").stdout == "at least 3 runs a week, for all of the past\n"


def test_breaks_events_and_body_mass_are_kept_and_taken_back(said):
    pause = {"from": "2026-02-01", "to": "2026-02-14", "reason": "ski"}
    assert said("breaks", "add", "2026-02-01", "2026-02-14", "--reason", "ski")["breaks"] == [pause]
    assert said("breaks", "remove", "2026-02-01")["breaks"] == []
    race = {"kind": "race", "from": "2026-09-06", "to": None, "title": "10k"}
    assert said("events", "add", "race", "2026-09-06", "--title", "10k")["events"] == [race]
    assert said("events", "remove", "race", "2026-09-06")["events"] == []
    [weighed] = said("body-mass", "add", "2026-09-06", "160lb")["body_mass"]
    assert weighed == {"day": "2026-09-06", "kg": pytest.approx(72.57, abs=0.01)}
    assert said("body-mass", "remove", "2026-09-06")["body_mass"] == []


def test_a_run_gets_shoes_and_a_pair_its_mark(said):
    said("log", "--run", "--distance", "8km", "--at", "2026-11-20")
    said("edit", "run-1", "shoes=Blue pair")
    pair = {"name": "Blue pair", "distance_m": 8000.0, "times": 1, "last_day": "2026-11-20", "mark_m": None}
    assert said("shoes")["shoes"] == [{**pair, "passed": False}]
    assert said("shoes", "mark", "Blue pair", "5km")["shoes"] == [{**pair, "mark_m": 5000.0, "passed": True}]
    assert said("shoes", "unmark", "Blue pair")["shoes"] == [{**pair, "passed": False}]


def test_a_session_becomes_a_template_of_the_persons_own(said):
    said("log", "squat 3x8 @60kg", "--at", "2026-11-25 18:00")
    [kept] = said("templates", "keep", "session-1", "My legs")["templates"]
    assert (kept["key"], kept["title"], kept["own"]) == ("my-legs", "My legs", True)
    assert said("templates", "rename", "my-legs", "Legs B")["templates"][0]["title"] == "Legs B"
    assert said("log", "--template", "my-legs", "--at", "2026-11-26")["sets"] == 3
    assert said("templates", "remove", "my-legs") == {"key": "my-legs", "ok": True}
    assert [each["own"] for each in said("templates")["templates"]] == [False, False]


def test_a_sport_that_nobody_knows_is_told_once(said, tmp_path):
    listed = tmp_path / "activities.csv"
    listed.write_text(
        "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR\n"
        "Snurfing,2026-05-02 08:00:00,false,Out,8.02,300,00:39:40,148\n"
    )
    said("import", listed, "--timezone", "Europe/Berlin", "--distance-unit", "km")
    [unknown] = said("sports")["sports"]
    assert (unknown["word"], unknown["activities"]) == ("Snurfing", 1)
    said("sports", "tell", unknown["source"], "Snurfing", "run")
    assert said("sports") == {"sports": []}
    assert [each["sport"] for each in said("runs")["runs"]] == ["run"]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("goals", "set", "runs", "often"), "often is no number of runs"),
        (("goals", "set", "runs", MOST_OF_A_GOAL + 1), "between 0 and 1,000"),
        (("goals", "set", "swims", 3), "'swims' is not one of"),
        (("goals", "remove", "runs"), "There is no goal of runs"),
        (("breaks", "add", "2026-02-02", "2026-02-01"), "A break ends on or after the day on which it starts"),
        (("breaks", "remove", "2026-02-02"), "There is no break from 2026-02-02"),
        (("events", "add", "race", "2026-02-02", "--to", "2026-02-01"), "An event ends on or after the day"),
        (("events", "add", "race", "2026-02-02", "--title", "x" * 201), "at most 200 characters"),
        (("body-mass", "add", "2026-02-02", "7"), "between 20 and 400 kg"),
        (("body-mass", "add", "2026-02-02", "much"), "72.5kg or 160lb"),
        (("shoes", "mark", "Blue", "far"), "12km"),
        (("shoes", "unmark", "Blue"), "Blue has no mark"),
        (("templates", "remove", "warm-up"), "warm-up is no template of your own"),
        (("sports", "tell", "strava", "Padel", "padel"), "padel is no sport. It is one of: run, walk"),
        (("sports", "tell", "strava", "Padel", "team"), "No activity of strava is called Padel"),
    ],
)
def test_what_cannot_be_said_is_told_in_a_sentence(legwork, words, why):
    done = legwork(*words)
    assert done.exit_code != 0
    assert why in done.stderr
    assert "Traceback" not in done.output


@pytest.mark.parametrize(
    ("group", "command"),
    [
        ("goals", ("set", "runs", 3)),
        ("breaks", ("add", "2026-02-01", "2026-02-14")),
        ("events", ("add", "race", "2026-09-06")),
        ("body-mass", ("add", "2026-09-06", "72kg")),
        ("shoes", ("mark", "Blue", "700km")),
        ("templates", ("keep", "session-1", "My legs")),
        ("sports", ("tell", "strava", "Snurfing", "run")),
    ],
)
def test_json_may_be_asked_for_before_the_name_of_a_command(said, legwork, tmp_path, group, command):
    said("log", "squat 3x8 @60kg", "--at", "2026-11-25 18:00")
    listed = tmp_path / "activities.csv"
    listed.write_text(f'{STRAVA}\n1,"May 1, 2026, 6:00:00 AM",One,Snurfing,2400,8.00,2380.0\n')
    said("import", listed, "--timezone", "Europe/Berlin")
    assert isinstance(json.loads(legwork(group, "--json", *command).stdout), dict)
    assert not legwork(group).stdout.startswith("{")


def test_a_goal_of_0_is_told_as_none(said, legwork):
    said("goals", "set", "runs", 0)
    said("goals", "set", "distance", 0)
    assert legwork("goals").stdout.splitlines() == [
        "no goal of distance, for all of the past",
        "no goal of runs, for all of the past",
    ]


def test_bare_numbers_are_answered_in_the_units_they_were_read_in(said, legwork, account):
    save(account, replace(athlete_of(account), distance_unit=DistanceUnit.MILE, weight_unit=WeightUnit.POUND))
    said("log", "--run", "--distance", "5", "--at", "2026-11-20")
    said("edit", "run-1", "shoes=Blue")
    assert legwork("shoes", "mark", "Blue", "300").stdout.split("  ")[-2:] == [
        "5.0 mi", "Blue, worn 1 time, mark 300 mi\n",
    ]  # fmt: skip
    assert legwork("goals", "set", "distance", "20").stdout == "at least 20 mi a week, for all of the past\n"
    assert legwork("body-mass", "add", "2026-09-06", "160").stdout == "2026-09-06  160 lb\n"
