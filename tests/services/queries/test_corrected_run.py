"""A run that the person puts right is another one everywhere at once, and stays so when its file comes again."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pandas as pd
import pytest
from look_alikes import BERLIN, hevy, hevy_set, strava, strava_run

from lib.model.record_id import parse_id
from lib.services.bouts.acts import take_back
from lib.services.editing.edit import edit
from lib.services.importing.import_files import import_files
from lib.services.preferences.title_words import set_word
from lib.services.queries.hard_runs import runs_with_verdicts
from lib.services.queries.snapshot import read_snapshot
from lib.services.queries.spacing import spacing_of
from lib.services.queries.training import read_training
from lib.services.queries.your_week_json import told_week
from lib.store.account import open_account

TODAY = date(2026, 5, 24)
NOW = datetime(2026, 5, 24, 12, tzinfo=UTC)
RUNS = strava(strava_run(18, name="Parkrunde"), strava_run(20, name="Tempo 20 min"), strava_run(22, name="Morning Run"))


@pytest.fixture(name="account")
def _account(tmp_path):
    opened = open_account(f"sqlite:///{tmp_path / 'corrected.db'}")
    assert import_files(opened, [RUNS, hevy(*(hevy_set(21, index=each) for each in range(4)))], BERLIN).ok
    yield opened
    opened.engine.dispose()


def seen(training):
    """The verdict of each title, the hard runs of the days of the week, and the gap of the leg session to the run before."""
    verdicts = runs_with_verdicts(training).set_index("title")["verdict"].to_dict()
    [gap] = spacing_of(training)["before_h"]
    return verdicts, told_week(training, TODAY).days["hard_runs"].tolist()[:5], None if pd.isna(gap) else round(gap)


def test_week_and_spacing_follow_a_correction_its_reimport_and_its_taking_back(account):
    first = {"Parkrunde": "unknown", "Tempo 20 min": "hard", "Morning Run": "unknown"}
    snapshot = read_snapshot(account, TODAY)
    assert seen(snapshot.training) == (first, [0, 0, 1, 0, 0], 33)
    tempo = parse_id("run-2")
    entry = edit(account, tempo, {"effort": "easy"}, now=NOW)
    edit(account, parse_id("run-1"), {"effort": "race"}, now=NOW)
    put_right = ({**first, "Parkrunde": "hard", "Tempo 20 min": "easy"}, [1, 0, 0, 0, 0], 81)
    assert seen(snapshot.after(account, TODAY).training) == put_right
    assert import_files(account, [RUNS], replace(BERLIN, prefer=True)).ok
    assert seen(read_training(account, TODAY)) == put_right
    take_back(account, entry, NOW)
    assert seen(read_training(account, TODAY))[0]["Tempo 20 min"] == "hard"


def test_a_title_word_is_another_verdict_of_every_such_run_at_once(account):
    snapshot = read_snapshot(account, TODAY)
    assert snapshot.training.verdicts["verdict"].tolist()[0] == "unknown"
    set_word(account, "Parkrunde", "hard")
    assert snapshot.after(account, TODAY) is None  # everything is read again
    assert read_training(account, TODAY).verdicts["verdict"].tolist()[0] == "hard"


def test_verdicts_are_worked_out_where_they_are_asked_for_alone(account):
    training = read_training(account, TODAY)
    told_week(training, TODAY)
    assert "verdicts" not in vars(training)
    assert training.verdicts is training.verdicts
