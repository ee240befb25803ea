"""From SQLite to PostgreSQL and back through an archive: the same content, figures and history, whoever the athlete is."""

import os
import random
import shutil
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

import pytest
from athletes import build
from every_table import say_everything
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from long_runs import amount
from look_alikes import BERLIN, hevy, hevy_set, strava, strava_run
from postgres_server import copied_database

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.record_id import RecordId
from lib.model.vocabulary import DateOrder, DistanceUnit, RecordKind, WeightUnit
from lib.services.archive.bring import bring
from lib.services.archive.export import export
from lib.services.bouts.acts import take_back
from lib.services.demo import open_demo
from lib.services.editing.decide import leave_out, put_into_bin
from lib.services.editing.edit import edit
from lib.services.editing.log import LoggedSession, log_session
from lib.services.importing.history import undo
from lib.services.importing.import_files import import_files
from lib.services.queries.numbers import balance_json, weeks_json
from lib.services.queries.spacing import spacing_json, spacing_of
from lib.services.queries.training import read_training
from lib.store.account import open_account
from lib.store.checking.record_ids import record_ids
from lib.store.own import history
from lib.store.records.fingerprint import content_hash_of_everything
from tests.store.records.test_batches import take
from tests.store.training_records import NOW, run, session, squat

TODAY = date(2026, 11, 22)
GENERATED = int(os.environ.get("LEGWORK_ATHLETES", "40"))  # two seconds each
SHARED = Path(os.environ.get("LEGWORK_SHARED", Path(__file__).parents[4] / "shared")) / "samples"
EVERY_ANSWER = Answers(
    time_zone="Europe/Berlin",
    weight_unit=WeightUnit.KG,
    distance_unit=DistanceUnit.KM,
    date_order=DateOrder.DAY_FIRST,
    keep_going=True,
)


def told(account):
    """All that a person sees of an athlete: content, weeks, balance, spacing, history."""
    training = read_training(account, TODAY)
    with account.read() as conn:
        content = content_hash_of_everything(conn, account.athlete_id)
        acts = history.read_entries(conn, account.athlete_id)
    spacing = spacing_json(spacing_of(training), None, None, lambda row: f"{row['before_why']} {row['after_why']}")
    return content, weeks_json(training), balance_json(training), spacing, acts


def there_and_back(account, folder, postgres_url, template):
    """What is told of an athlete after a journey through both kinds of database."""
    export(account, folder / "one.zip")
    with copied_database(postgres_url, template) as url:
        server = open_account(url)
        bring(server, Upload("one.zip", folder / "one.zip"))
        on_server = told(server)
        export(server, folder / "two.zip")
        server.engine.dispose()
    back = folder / "back.db"
    back.unlink(missing_ok=True)
    again = open_account(f"sqlite:///{back}")
    bring(again, Upload("two.zip", folder / "two.zip"))
    found = told(again)
    again.engine.dispose()
    return on_server, found


@pytest.fixture
def travel(tmp_path, postgres_url, postgres_template):
    return lambda account: there_and_back(account, tmp_path, postgres_url, postgres_template)


@pytest.mark.parametrize("name", ["sample", "quit", "jumps"])
def test_an_invented_athlete_comes_back_as_they_were(name, tmp_path, travel):
    account = open_demo(f"sqlite:///{tmp_path / 'demo.db'}") if name == "sample" else build(name, tmp_path)
    here = told(account)
    assert travel(account) == (here, here)


@pytest.mark.whole
@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the samples are beside the project")
def test_every_real_log_comes_back_as_it_was(tmp_path, travel):
    files = sorted(path for path in SHARED.rglob("*") if path.is_file() and path.suffix not in (".json", ".md"))
    account = open_account(f"sqlite:///{tmp_path / 'real.db'}")
    for path in files:
        import_files(account, [Upload(path.name, path)], EVERY_ANSWER)
    here = told(account)
    assert sum(week["runs"] for week in here[1]) > 100
    assert travel(account) == (here, here)


TEXT = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), max_size=12)


@settings(max_examples=amount(whole=GENERATED, small=1), suppress_health_check=list(HealthCheck), deadline=None)
@given(seed=st.integers(0, 2**32), texts=st.tuples(TEXT, TEXT, TEXT))
def test_a_generated_athlete_comes_back_as_they_were(tmp_path_factory, postgres_url, postgres_template, seed, texts):
    folder = tmp_path_factory.mktemp("generated")
    account = open_account(f"sqlite:///{folder / 'here.db'}")
    generate(account, random.Random(seed), texts)
    here = told(account)
    assert there_and_back(account, folder, postgres_url, postgres_template) == (here, here)
    account.engine.dispose()
    shutil.rmtree(folder)


def generate(account, chance, texts):
    """Exports of two apps and records of a third, every kind of words of the person, acts on records, an import taken back."""
    import_files(account, [strava(*(strava_run(day, name=f"Run {day}") for day in days(chance)))], BERLIN)
    import_files(
        account, [hevy(*(hevy_set(day, index=day, reps=chance.randrange(1, 20)) for day in days(chance)))], BERLIN
    )
    runs = [
        (
            run(f"r{day} {texts[0]}", day=day, distance_m=chance.uniform(1, 40_000), title=texts[1], notes=texts[2]),
            f"{day}",
        )
        for day in days(chance)
    ]
    sets = (squat(note=texts[0]), squat(load_kg=chance.uniform(0, 300)))
    sessions = [(session(f"s{day}", day=day, sets=sets), f"s{day}") for day in days(chance)]
    as_of = chance.choice([None, datetime(2026, 5, 1, tzinfo=UTC).replace(tzinfo=None)])
    numbers = count()
    with account.write() as conn:
        take(conn, account.athlete_id, [(runs + sessions, as_of)])
        say_everything(conn, account.athlete_id, lambda _where: f"{next(numbers)} {chance.choice(texts)}")
    log_session(account, LoggedSession("2026-08-01T18:00", sets, texts[0]), NOW)
    for act in chance.choices([edited, left_out, binned, taken_back], k=chance.randrange(6)):
        act(account, chance, texts)
    if chance.random() < 0.3:
        undo(account, chance.choice([1, 2]), NOW)


def days(chance):
    return sorted(chance.sample(range(1, 29), chance.randrange(1, 6)))


def some_run(account, chance):
    with account.read() as conn:
        return RecordId(RecordKind.ACTIVITY, chance.choice(record_ids(conn, account.athlete_id, RecordKind.ACTIVITY)))


def edited(account, chance, texts):
    edit(
        account,
        some_run(account, chance),
        {"title": chance.choice(texts), "distance": f"{chance.randrange(1, 40)} km"},
        now=NOW,
    )


def left_out(account, chance, _texts):
    leave_out(account, [some_run(account, chance)], NOW)


def binned(account, chance, _texts):
    put_into_bin(account, [some_run(account, chance)], NOW)


def taken_back(account, _chance, _texts):
    with account.read() as conn:
        holding = [each.id for each in history.read_entries(conn, account.athlete_id) if each.holds]
    if holding:
        take_back(account, holding[0], NOW)
