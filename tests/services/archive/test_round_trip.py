"""From SQLite to PostgreSQL and back through an archive: the same content, figures and history, whoever the athlete is."""

import random
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from athletes import build
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from long_runs import amount
from postgres_server import copied_database

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.vocabulary import DateOrder, DistanceUnit, WeightUnit
from lib.services.archive.bring import bring
from lib.services.archive.export import export
from lib.services.demo import open_demo
from lib.services.importing.import_files import import_files
from lib.services.queries.numbers import balance_json, weeks_json
from lib.services.queries.spacing import spacing_json, spacing_of
from lib.services.queries.training import read_training
from lib.store.account import open_account
from lib.store.own import history, shoes, templates
from lib.store.records.fingerprint import content_hash_of_everything
from tests.store.records.test_batches import take
from tests.store.training_records import run, session, squat

TODAY = date(2026, 11, 22)
SHARED = Path(__file__).parents[4] / "shared/samples"
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


@settings(max_examples=amount(whole=40, small=1), suppress_health_check=list(HealthCheck), deadline=None)
@given(seed=st.integers(0, 2**32), texts=st.tuples(TEXT, TEXT, TEXT))
def test_a_generated_athlete_comes_back_as_they_were(tmp_path_factory, postgres_url, postgres_template, seed, texts):
    folder, chance = tmp_path_factory.mktemp("generated"), random.Random(seed)
    account = open_account(f"sqlite:///{folder / 'here.db'}")
    bouts = [
        (
            run(
                f"r{number} {texts[0]}",
                day=chance.randrange(60),
                distance_m=chance.uniform(1, 40_000),
                title=texts[1],
                notes=texts[2],
            ),
            f"{number}",
        )
        for number in range(chance.randrange(5))
    ]
    bouts += [
        (
            session(
                f"s{number}",
                day=chance.randrange(60),
                sets=(squat(note=texts[0]), squat(load_kg=chance.uniform(0, 300))),
            ),
            f"s{number}",
        )
        for number in range(chance.randrange(4))
    ]
    with account.write() as conn:
        take(
            conn,
            account.athlete_id,
            [(bouts, chance.choice([None, datetime(2026, 5, 1, tzinfo=UTC).replace(tzinfo=None)]))],
        )
        shoes.set_mark(conn, account.athlete_id, texts[1] or "x", chance.choice([None, chance.uniform(0, 1e6)]))
        templates.put(conn, account.athlete_id, templates.StoredTemplate(texts[2] or "t", texts[0], "[]"))
    here = told(account)
    assert there_and_back(account, folder, postgres_url, postgres_template) == (here, here)
    account.engine.dispose()
