"""A person who moved from one lifting app to another has old sessions in both: each counts once, however they came."""

import shutil
from datetime import UTC, datetime
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from long_runs import amount
from look_alikes import HEVY_HEADER, STRONG_HEADER, hevy, strava

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.errors import Cancelled
from lib.model.vocabulary import DistanceUnit, DuplicateVerdict, WeightUnit
from lib.services.bouts.choices import (
    always,
    decide_duplicate,
    decide_rule,
    forget_decision,
    forget_rule,
    list_counted_apart,
    list_duplicates,
    list_rules,
    said_in_preview,
)
from lib.services.importing.history import undo
from lib.services.importing.import_files import import_files, preview
from lib.services.queries.training import read_training
from lib.services.queries.weekly import weekly
from lib.store.account import open_account
from lib.store.records.fingerprint import content_hash_of_everything
from lib.store.records.frames import read_sessions, read_sets

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SAID = Answers(time_zone="Europe/Berlin", distance_unit=DistanceUnit.KM, weight_unit=WeightUnit.KG)
LOADS = (60, 62.5, 65, 40, 40)
GYM_ROW = '9000009999,"May 2, 2026, 4:05:00 PM",Gym,Weight Training,,3000,0.00,3000.0,3000.0,0.0'


def strong_day(day: int, clock: str = "18:00:00", loads=LOADS, note: str = "deep") -> list[str]:
    return [
        f'2026-05-{day:02d} {clock},"Legs",1h 5m,"Squat (Barbell)",{number},{load},{12 - number},0,0,"{note}","",8'
        for number, load in enumerate(loads, start=1)
    ]


def hevy_day(day: int, clock: str = "18:00", loads=LOADS) -> list[str]:
    """The same sets as Hevy has them after it took in Strong's file: another name, loads rounded anew."""
    times = f'"{day} May 2026, {clock}","{day} May 2026, 19:05"'
    return [
        f'"Legs",{times},"","Back Squat",,"",{number - 1},"normal",{load + 0.01},{12 - number},,,'
        for number, load in enumerate(loads, start=1)
    ]


def strong_log(*days: list[str]) -> Upload:
    return Upload("strong.csv", ("\n".join([STRONG_HEADER, *(row for day in days for row in day)]) + "\n").encode())


def hevy_log(*days: list[str]) -> Upload:
    return hevy(*(row for day in days for row in day), header=HEVY_HEADER)


STRONG = strong_log(strong_day(1), strong_day(2), strong_day(3))
HEVY = hevy_log(hevy_day(1), hevy_day(2, "17:00"), hevy_day(5))
FILES = {
    "strong": STRONG,
    "hevy": HEVY,
    "corrected": strong_log(strong_day(1), strong_day(2, loads=(60, 62.5, 65, 45, 45)), strong_day(4)),
    "gym": strava(GYM_ROW),
}


def bring(account, *uploads, said=()):
    return import_files(account, uploads, SAID, said=said)


def everything(account):
    with account.read() as conn:
        return content_hash_of_everything(conn, account.athlete_id)


def counted(account):
    """(sources that count, number of sets that count)."""
    with account.read() as conn:
        return sorted(read_sessions(conn, account.athlete_id)["source"]), len(read_sets(conn, account.athlete_id))


def test_sessions_that_two_apps_have_count_once(account):
    bring(account, STRONG)
    report = bring(account, HEVY)
    assert counted(account) == (["hevy", "strong", "strong", "strong"], 20)
    file = report.files[0]
    assert (file.added.sessions, file.added.sets, file.added.rows) == (1, 5, 5)
    assert (file.duplicates, file.duplicate_rows, file.unchanged, file.records) == (2, 10, 10, 15)
    assert {(pair.primary.source, len(pair.other.works), pair.start_s) for pair in report.duplicates} == {
        ("strong", 5, 0.0),
        ("strong", 5, -3600.0),
    }


def test_the_preview_of_two_logs_says_what_the_import_then_does(account):
    bring(account, STRONG)
    seen = preview(account, [HEVY, FILES["corrected"]], SAID)
    done = bring(account, HEVY, FILES["corrected"])
    assert [(f.added, f.unchanged, f.updated, f.duplicates, f.duplicate_rows) for f in seen.files] == [
        (f.added, f.unchanged, f.updated, f.duplicates, f.duplicate_rows) for f in done.files
    ]
    assert [(p.primary.name, p.other.name, p.why) for p in seen.duplicates] == [
        (p.primary.name, p.other.name, p.why) for p in done.duplicates
    ]


def test_an_undo_lets_the_sessions_of_the_other_app_count_again(account):
    bring(account, HEVY)
    alone = everything(account)
    batch = bring(account, STRONG).batch
    assert counted(account)[0].count("strong") == 3
    undo(account, batch, NOW)
    assert everything(account) == alone


def test_a_session_that_is_corrected_away_from_its_duplicate_counts_again(account):
    bring(account, STRONG, HEVY)
    bring(account, strong_log(strong_day(1, loads=(20, 20, 20, 20, 20)), strong_day(9)))
    assert len(list_duplicates(account)) == 1


@pytest.mark.parametrize("order", [("gym", "strong", "hevy"), ("hevy", "gym", "strong"), ("strong", "hevy", "gym")])
def test_a_strength_row_of_a_run_source_belongs_to_the_session_that_counts(account, order):
    for name in order:
        bring(account, FILES[name])
    weeks = weekly(read_training(account, NOW.date())).strength
    assert weeks["sessions_without_sets"].sum() == 0
    [pair] = [each for each in list_duplicates(account) if each.primary.local.day == 2]
    decide_duplicate(account, pair.other.name, DuplicateVerdict.COUNTS)
    weeks = weekly(read_training(account, NOW.date())).strength
    assert weeks["sessions_without_sets"].sum() == 0


def test_what_the_person_says_of_two_sessions_outlives_undo_and_re_import(account):
    bring(account, STRONG)
    batch = bring(account, HEVY).batch
    pair = list_duplicates(account)[0]
    decide_duplicate(account, pair.other.name, DuplicateVerdict.DIFFERENT)
    assert counted(account)[1] == 25
    undo(account, batch, NOW)
    bring(account, HEVY)
    assert counted(account)[1] == 25
    [apart] = list_counted_apart(account)
    forget_decision(account, apart.primary.name, apart.other.name)
    assert counted(account)[1] == 20


def test_a_choice_made_in_the_preview_is_kept_with_the_import_and_not_before(account):
    bring(account, STRONG)
    before = everything(account)
    pairs = preview(account, [HEVY], SAID).duplicates
    said = said_in_preview(pairs, pairs[0].other.name, DuplicateVerdict.COUNTS)
    said += said_in_preview(pairs, pairs[1].other.name, DuplicateVerdict.DIFFERENT)
    assert everything(account) == before
    report = bring(account, HEVY, said=said)
    assert [(pair.primary.source, pair.why) for pair in report.duplicates] == [("hevy", "you chose it")]
    assert counted(account) == (["hevy", "hevy", "hevy", "strong", "strong"], 25)


def test_a_cancelled_import_keeps_no_choice_either(account):
    bring(account, STRONG)
    before = everything(account)

    def stop(_name: str, rows: int) -> None:
        if rows > 10:
            raise Cancelled("stop")

    with pytest.raises(Cancelled):
        import_files(account, [HEVY], SAID, said=[always("hevy", "strong")], tick=stop)
    assert everything(account) == before


def test_one_source_can_always_count_before_another_one_until_that_is_taken_back(account):
    bring(account, STRONG)
    bring(account, HEVY, said=[always("hevy", "strong")])
    assert counted(account)[0] == ["hevy", "hevy", "hevy", "strong"]
    assert {pair.why for pair in list_duplicates(account)} == {"you let this source count"}
    decide_rule(account, "strong", "hevy")
    assert list_rules(account) == [always("strong", "hevy")]
    assert counted(account)[0] == ["hevy", "strong", "strong", "strong"]
    forget_rule(account, "hevy", "strong")
    assert list_rules(account) == []


@pytest.fixture(scope="module")
def fresh(sqlite_template, tmp_path_factory):
    """Hashes after imports into a database of their own: fresh([names of one import, …])."""
    folder, numbers = tmp_path_factory.mktemp("orders"), count()

    def hash_after(imports):
        path = folder / f"{next(numbers)}.db"
        shutil.copy(sqlite_template, path)
        account = open_account(f"sqlite:///{path}")
        for together in imports:
            assert bring(account, *(FILES[name] for name in together)).ok
        found = everything(account)
        account.engine.dispose()
        path.unlink()
        return found

    return hash_after


@settings(max_examples=amount(whole=25, small=5), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    imports=st.lists(
        st.lists(st.sampled_from(sorted(FILES)), min_size=1, max_size=3, unique=True), min_size=1, max_size=4
    )
)
def test_any_order_subset_and_repetition_of_the_logs_ends_in_the_same_content(fresh, imports):
    chosen = sorted({name for together in imports for name in together})
    assert fresh(imports) == fresh([[name] for name in chosen])
