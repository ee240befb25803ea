"""Imports and undos in any order round a fixed sequence of acts give the same content, on both kinds of database."""

import shutil
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from itertools import count

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from long_runs import amount
from postgres_server import copied_database
from record_world import Export, World

from lib.model.history import RECORD, Change, What
from lib.model.record_id import RecordId
from lib.model.records import LiftingSet
from lib.model.vocabulary import RecordKind
from lib.services.bouts import acts
from lib.services.bouts.relink import relink
from lib.services.editing import decide
from lib.services.editing.edit import edit
from lib.services.editing.log import LoggedRun, LoggedSession, log_run, log_session
from lib.services.editing.record_history import list_history
from lib.services.editing.sets import EditedSet, save_sets, sets_of
from lib.services.importing.history import undo
from lib.services.importing.import_files import import_files
from lib.store.account import Account, open_account
from lib.store.own import history
from lib.store.records import links, listing, records
from lib.store.records.apply_words import apply_words
from lib.store.records.fingerprint import content_hash_of_everything

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
AT_ONCE = 4
PLACES = st.integers(0, 11)
Fresh = Callable[[], Account]


def take(account: Account, export: Export) -> int:
    done = import_files(account, [export.upload()], export.answers())
    assert done.ok, done.files[0].problems
    return done.batch


def everything(account: Account) -> str:
    with account.read() as conn:
        return content_hash_of_everything(conn, account.athlete_id)


def names(account: Account) -> set:
    with account.read() as conn:
        return {ref for kind in RecordKind for ref in links.read_ids(conn, account.athlete_id, kind)}


class ThreeVoices(RuleBasedStateMachine):
    """A database that is imported into, undone and edited, beside what must follow from the imports and acts that hold."""

    def __init__(self, fresh: Fresh) -> None:
        super().__init__()
        self.fresh = fresh
        self.account = fresh()
        self.world = World()
        self.exports: list[Export] = []
        self.live: dict[int, Export] = {}
        self.world.train(60, 3)
        self.world.run(8000)

    # What happens in the apps.

    @rule(load=st.sampled_from([60, 62.5, 80]), sets=st.integers(1, 4))
    def a_session_is_lifted(self, load, sets):
        self.world.train(load, sets)

    @rule(metres=st.sampled_from([5000, 8000, 8050]))
    def a_run_is_run(self, metres):
        self.world.run(metres)

    @rule(place=PLACES, load=st.sampled_from([61, 85]))
    def a_set_is_corrected_at_the_source(self, place, load):
        self.world.correct_set(place, load)

    @rule(place=PLACES, minutes=st.sampled_from([-30, 45, 600]))
    def a_session_is_moved_at_the_source(self, place, minutes):
        self.world.move(place, minutes)

    @rule(place=PLACES, metres=st.sampled_from([6500, 7900]), sport=st.sampled_from(["Run", "Walk"]))
    def a_run_is_cropped_or_renamed_at_the_source(self, place, metres, sport):
        self.world.crop(place, metres, sport)

    @rule(place=PLACES)
    def something_is_deleted_at_the_source(self, place):
        self.world.delete(place)

    # What comes in and goes.

    @rule(app=st.sampled_from(["lifting", "running", "watch"]))
    def an_export_is_imported(self, app):
        export = self.world.export(app)
        if export:
            self.exports.append(export)
            self.live[take(self.account, export)] = export

    @precondition(lambda self: self.exports)
    @rule(place=PLACES)
    def an_earlier_export_is_imported_again(self, place):
        export = self.exports[place % len(self.exports)]
        self.live[take(self.account, export)] = export

    @precondition(lambda self: self.live)
    @rule(place=PLACES)
    def an_import_is_undone(self, place):
        batch = sorted(self.live)[place % len(self.live)]
        undo(self.account, batch, NOW)
        del self.live[batch]

    # What the person says.

    @rule(
        place=PLACES,
        typed=st.sampled_from(
            [("distance", "9km"), ("effort", "hard"), ("title", ""), ("sport", "walk"), ("start", "2026-05-09 19:00")]
        ),
    )
    def a_field_is_edited(self, place, typed):
        if record := self._record(place, RecordKind.ACTIVITY):
            edit(self.account, record, dict([typed]), now=NOW)

    @rule(place=PLACES, number=st.integers(0, 3), how=st.sampled_from(["mend", "drop", "add"]))
    def a_set_is_edited(self, place, number, how):
        if not (record := self._record(place, RecordKind.SESSION)):
            return
        placed = sets_of(self.account, record).placed
        wanted = [EditedSet(each.field, each.set) for each in placed]
        if how == "add" or not wanted:
            wanted.insert(number, EditedSet(None, LiftingSet("Lunge", reps=10)))
        elif how == "mend":
            chosen = wanted[number % len(wanted)]
            wanted[number % len(wanted)] = chosen._replace(set=chosen.set._replace(reps=7))
        elif len(wanted) > 1:
            del wanted[number % len(wanted)]
        save_sets(self.account, record, wanted, now=NOW)

    @rule(day=st.integers(1, 20), kind=st.sampled_from(RecordKind))
    def something_is_logged(self, day, kind):
        start = f"2026-05-{day:02d} 18:10"
        if kind is RecordKind.SESSION:
            log_session(
                self.account, LoggedSession(start, [LiftingSet("Squat (Barbell)", reps=5, load_kg=60.0)] * 3), NOW
            )
        else:
            log_run(self.account, LoggedRun(start, 8000.0, 2400.0), NOW)

    @rule(
        place=PLACES,
        kind=st.sampled_from(RecordKind),
        what=st.sampled_from(["leave_out", "count_again", "put_into_bin", "restore"]),
    )
    def something_is_decided(self, place, kind, what):
        if record := self._record(place, kind):
            getattr(decide, what)(self.account, [record], NOW)

    @rule(places=st.tuples(PLACES, PLACES), kind=st.sampled_from(RecordKind), what=st.sampled_from(["join", "part"]))
    def two_are_joined_or_parted(self, places, kind, what):
        one, other = (self._record(place, kind) for place in places)
        if one and other and one != other:
            getattr(decide, what)(self.account, [one, other], NOW)

    @rule(place=PLACES)
    def an_entry_is_taken_back(self, place):
        held = [each.id for each in list_history(self.account) if each.holds]
        if held:
            acts.take_back(self.account, held[place % len(held)], NOW)

    @invariant()
    def nothing_vanishes_without_an_entry(self):
        """What the imports that count brought is there, whether it counts or not; and what holds of what was logged."""
        with self.account.read() as conn:
            rows = {kind: len(listing.read_rows(conn, self.account.athlete_id, kind)) for kind in RecordKind}
            words = history.read_words(conn, self.account.athlete_id)
        logged = sum(history.is_logged(ref, said) for ref, said in words.items())
        starts = {
            (each.name, row.split(",")[0] if each.name == "activities.csv" else key(row, each.name))
            for each in self.live.values()
            for row in each.rows
        }
        assert sum(rows.values()) == len(starts) + logged

    def teardown(self):
        entries = sorted(list_history(self.account), key=lambda each: each.id)
        replayed = self._replay(entries)
        try:
            assert everything(replayed) == everything(self.account)
            assert names(replayed) >= {ref for ref in names(self.account) if ref.source != "by-hand"}
            self._take_everything_back()
        finally:
            replayed.engine.dispose()
            self.account.engine.dispose()

    def _replay(self, entries) -> Account:
        """The imports that count in another order, then the acts in theirs."""
        account = self.fresh()
        for export in sorted(self.live.values(), key=lambda each: -each.recent):
            take(account, export)
        with account.write() as conn:
            for entry in entries:
                changes = [self._numbered(conn, account, each) for each in entry.changes]
                history.add_entry(conn, account.athlete_id, entry.what, changes, NOW, entry.takes_back)
            spoken_of = {each.record for entry in entries for each in entry.changes}
            apply_words(conn, account.athlete_id, history.with_later(conn, account.athlete_id, spoken_of))
            relink(conn, account.athlete_id)
        return account

    @staticmethod
    def _numbered(conn, account, change: Change) -> Change:
        if change.field != RECORD or not isinstance(change.after, dict):
            return change
        number = records.next_id(conn, account.athlete_id, change.record.kind)
        return change._replace(record_id=number, after={**change.after, "id": number})

    def _take_everything_back(self) -> None:
        """Every entry can be taken back, and then there are only the imports."""
        for entry in list_history(self.account):
            if entry.what is not What.TAKE_BACK and entry.holds:
                acts.take_back(self.account, entry.id, NOW)
        plain = self.fresh()
        for export in self.live.values():
            take(plain, export)
        assert everything(plain) == everything(self.account)
        plain.engine.dispose()

    def _record(self, place: int, kind: RecordKind) -> RecordId | None:
        with self.account.read() as conn:
            ids = sorted(listing.read_rows(conn, self.account.athlete_id, kind))
        return RecordId(kind, ids[place % len(ids)]) if ids else None


def key(row: str, name: str) -> str:
    """What a row of an export is known by: its start, and in a lifting log its title."""
    return ",".join(row.split(",")[:3] if name == "workouts.csv" else row.split(",")[1:2])


SMALL = settings(
    max_examples=amount(whole=60, small=3),
    stateful_step_count=amount(whole=40, small=20),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(params=["sqlite", "postgresql"], name="fresh")
def _fresh(request, sqlite_template, tmp_path) -> Iterator[Fresh]:
    """A new empty database at each call, on both kinds."""
    numbers = count()

    def sqlite() -> Account:
        path = tmp_path / f"{next(numbers)}.db"
        shutil.copy(sqlite_template, path)
        return open_account(f"sqlite:///{path}")

    if request.param == "sqlite":
        yield sqlite
        return
    server, template = request.getfixturevalue("postgres_url"), request.getfixturevalue("postgres_template")
    with ExitStack() as last:
        opened = deque[ExitStack]()

        def postgres() -> Account:
            """An example has three databases at once; those before are closed by now."""
            if len(opened) > AT_ONCE:
                opened.popleft().close()
            opened.append(last.enter_context(ExitStack()))
            return open_account(opened[-1].enter_context(copied_database(server, template)))

        yield postgres


@pytest.mark.long
def test_any_order_of_imports_and_undos_round_the_same_acts_ends_in_the_same_content(fresh):
    run_state_machine_as_test(lambda: ThreeVoices(fresh), settings=SMALL)
