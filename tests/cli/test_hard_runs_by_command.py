"""How hard runs were, from the command line; and what the person says of one, of a title, and of their heart."""

import json

import pytest

STRAVA = "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Moving Time"
TITLES = {1: "Morning Run", 2: "Tempo 20 min", 3: "Hausrunde 3"}


def strava(tmp_path, titles):
    rows = [f'{day},"Nov {day}, 2026, 7:00:00 AM",{title},Run,3000,9.5,2900' for day, title in titles.items()]
    path = tmp_path / "activities.csv"
    path.write_text("\n".join([STRAVA, *rows]), "utf-8")
    return path


@pytest.fixture(name="imported")
def _imported(said, tmp_path):
    def run_import(titles=None):
        path = strava(tmp_path, titles or TITLES)
        said("import", path, "--timezone", "Europe/Berlin", "--weight-unit", "kg", "--distance-unit", "km")

    return run_import


def verdicts(said, *words):
    return {each["title"]: (each["verdict"], each["rule"]) for each in said("hard", *words)["runs"]}


def test_every_run_has_a_verdict_newest_first(said, imported, legwork):
    imported()
    runs = said("hard")["runs"]
    assert runs[1] == {
        "id": "run-2",
        "start": "2026-11-02T08:00:00",
        "title": "Tempo 20 min",
        "verdict": "hard",
        "rule": "title",
    }
    assert [each["id"] for each in runs] == ["run-3", "run-2", "run-1"]
    assert verdicts(said, "--from", "2026-11-02", "--to", "2026-11-02") == {"Tempo 20 min": ("hard", "title")}
    shown = legwork("hard").stdout.splitlines()
    assert shown[1] == "2026-11-02 08:00  hard          run-2  Tempo 20 min  (title: “tempo”)"
    assert shown[2].endswith("Morning Run  (no tag, type, title, RPE or heart rate tells)")
    assert legwork("hard", "--from", "2027-01-01").stdout == "No runs in this range.\n"


def test_a_corrected_run_stays_corrected_when_its_file_comes_again(said, imported):
    imported()
    entry = said("edit", "run-2", "effort=easy")["entry"]
    assert verdicts(said)["Tempo 20 min"] == ("easy", "tag")
    imported(TITLES | {4: "Lunch Run"})
    assert verdicts(said)["Tempo 20 min"] == ("easy", "tag")
    said("take-back", entry)
    assert verdicts(said)["Tempo 20 min"] == ("hard", "title")


def test_own_title_words_go_before_those_of_the_app(said, imported, legwork):
    imported()
    said("title-words", "set", "Hausrunde", "hard")
    said("title-words", "set", "tempo", "none")
    assert verdicts(said)["Hausrunde 3"] == ("hard", "title")
    assert verdicts(said)["Tempo 20 min"] == ("unknown", "none")
    words = said("title-words", "set", "HAUSRUNDE", "easy")["title_words"]
    assert words == [{"word": "hausrunde", "effort": "easy"}, {"word": "tempo", "effort": None}]
    assert legwork("title-words").stdout == "    easy  hausrunde\n    none  tempo\n"
    said("title-words", "forget", "Tempo")
    assert verdicts(said)["Tempo 20 min"] == ("hard", "title")
    assert "none of your own words" in legwork("title-words", "forget", "Tempo").stderr
    assert "easy, moderate, hard, long, race, none" in legwork("title-words", "set", "tempo", "fast").stderr
    assert legwork("title-words", "set", "!?", "hard").exit_code == 1


def test_the_highest_heart_rate_is_typed_or_taken_from_the_runs(said, legwork):
    assert said("max-heart-rate") == {"max_heart_rate_bpm": None}
    assert said("max-heart-rate", "188") == {"max_heart_rate_bpm": 188.0}
    assert legwork("max-heart-rate").stdout == "188 beats a minute, as you said.\n"
    assert "between 100 and 240" in legwork("max-heart-rate", "18").stderr
    assert "Write a number such as 188" in legwork("max-heart-rate", "high").stderr
    assert said("max-heart-rate", "unknown") == {"max_heart_rate_bpm": None}
    assert json.loads(legwork("max-heart-rate", "--json").stdout) == {"max_heart_rate_bpm": None}
