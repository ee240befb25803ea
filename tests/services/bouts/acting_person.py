"""A person of three years with three apps, who does one thing after the other: what follows is looked at after each."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule
from look_alikes import HEVY_HEADER, STRAVA_HEADER
from record_world import Run, Workout

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.history import What
from lib.model.record_id import RecordId
from lib.model.records import LiftingSet
from lib.model.vocabulary import DistanceUnit, RecordKind, SetKind, WeightUnit
from lib.services.bouts import acts
from lib.services.editing import decide
from lib.services.editing.edit import edit
from lib.services.editing.log import LoggedRun, LoggedSession, log_run, log_session
from lib.services.editing.record_history import list_history
from lib.services.editing.sets import EditedSet, save_sets, sets_of
from lib.services.importing.import_files import import_files
from lib.store.account import Account, open_account
from lib.store.records import listing

ANSWERS = Answers(time_zone="Europe/Berlin", weight_unit=WeightUnit.KG, distance_unit=DistanceUnit.KM)
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
PLACES = st.integers(0, 200)
NAMES = st.sampled_from(["Squat (Barbell)", "Bench Press (Barbell)", "Nordic curl", "Zercher waddle", "Kniebeuge"])
FIRST = datetime(2023, 8, 1, 6)
GARMIN_HEADER = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Moving Time,Elapsed Time"


def exports() -> list[Upload]:
    """Sessions of a lifting app; runs, and strength without sets, of a running app; most of those runs in a watch's list."""
    dice, runs, rows = Random(7), [], []
    for number in range(120):
        start = FIRST + timedelta(days=9 * number, minutes=dice.randrange(600))
        sport = "Weight Training" if number % 6 == 0 else "Run"
        runs.append(Run(5000 + number, start, dice.randrange(4000, 15000), sport=sport))
        if number % 3 == 0:
            at = (start + timedelta(hours=2)).replace(second=0) if number % 2 else start + timedelta(hours=11)
            sets = tuple((dice.choice([20, 40, 60, 62.5, 600]), dice.randrange(3, 9)) for _ in range(3))
            rows += Workout(at, f"Legs {number}", sets).rows()
    watch = [each.watch_row() for each in runs if each.number % 5 and each.sport == "Run"]
    listed = [each.row() for each in runs]
    tables = [
        ("workouts.csv", HEVY_HEADER, rows),
        ("activities.csv", STRAVA_HEADER, listed),
        ("Activities.csv", GARMIN_HEADER, watch),
    ]
    return [Upload(name, ("\n".join([header, *lines]) + "\n").encode()) for name, header, lines in tables]


def imported_database(folder: Path) -> Path:
    """A database with all exports, to be copied."""
    path = folder / "legwork.db"
    account = open_account(f"sqlite:///{path}")
    assert import_files(account, exports(), ANSWERS).ok
    account.engine.dispose()
    return path


class ActingPerson(RuleBasedStateMachine):
    """What a person does to their records, in any order. account: theirs, with the exports in it."""

    account: Account

    @rule(
        place=PLACES,
        typed=st.sampled_from(
            [
                ("distance", "9km"),
                ("title", "x"),
                ("sport", "strength"),
                ("sport", "walk"),
                ("start", "2024-03-01 08:00"),
            ]
        ),
    )
    def a_field_is_edited(self, place, typed):
        if record := self._record(place, RecordKind.ACTIVITY):
            edit(self.account, record, dict([typed]), now=NOW)

    @rule(place=PLACES, start=st.sampled_from(["2024-03-01 08:00", "2025-12-31 23:30"]))
    def a_session_is_moved(self, place, start):
        if record := self._record(place, RecordKind.SESSION):
            edit(self.account, record, {"start": start}, now=NOW)

    @rule(place=PLACES, number=st.integers(0, 3), name=NAMES, how=st.sampled_from(["mend", "mark", "drop", "add"]))
    def a_set_is_edited(self, place, number, name, how):
        if not (record := self._record(place, RecordKind.SESSION)):
            return
        placed = sets_of(self.account, record).placed
        wanted = [EditedSet(each.field, each.set) for each in placed]
        if how == "add" or not wanted:
            wanted.insert(number, EditedSet(None, LiftingSet(name, reps=10, load_kg=5.0)))
        elif how == "drop":
            del wanted[number % len(wanted)]
        else:
            chosen = wanted[number % len(wanted)]
            given = {"kind": SetKind.WARM_UP} if how == "mark" else {"exercise_name": name, "reps": 7}
            wanted[number % len(wanted)] = chosen._replace(set=chosen.set._replace(**given))
        save_sets(self.account, record, wanted, now=NOW)

    @rule(place=PLACES, minutes=st.integers(-90, 90), name=NAMES, kind=st.sampled_from(SetKind))
    def a_session_is_logged(self, place, minutes, name, kind):
        sets = [LiftingSet(name, reps=5, load_kg=60.0)] * 3 + [
            LiftingSet("Plank", kind, duration_s=40.0, note="5 breaths")
        ]
        log_session(self.account, LoggedSession(self._near(place, minutes), sets, elapsed_s=3000.0), NOW)

    @rule(place=PLACES, minutes=st.integers(-90, 90), metres=st.integers(4000, 15000))
    def a_run_is_logged(self, place, minutes, metres):
        log_run(self.account, LoggedRun(self._near(place, minutes), float(metres), 2400.0), NOW)

    @rule(
        places=st.lists(PLACES, min_size=1, max_size=4),
        kind=st.sampled_from(RecordKind),
        what=st.sampled_from(["leave_out", "count_again", "put_into_bin", "restore"]),
    )
    def something_is_decided(self, places, kind, what):
        records = [record for place in places if (record := self._record(place, kind))]
        if records:
            getattr(decide, what)(self.account, records, NOW)

    @rule(
        place=PLACES, apart=st.integers(1, 3), kind=st.sampled_from(RecordKind), what=st.sampled_from(["join", "part"])
    )
    def two_are_joined_or_parted(self, place, apart, kind, what):
        one, other = self._record(place, kind), self._record(place + apart, kind)
        if one and other and one != other:
            getattr(decide, what)(self.account, [one, other], NOW)

    @rule(place=PLACES)
    def an_entry_is_taken_back(self, place):
        held = [each.id for each in list_history(self.account) if each.holds and each.what is not What.TAKE_BACK]
        if held:
            acts.take_back(self.account, held[place % len(held)], NOW)

    def _near(self, place: int, minutes: int) -> str:
        """A start near that of a run."""
        with self.account.read() as conn:
            rows = sorted(listing.read_rows(conn, self.account.athlete_id, RecordKind.ACTIVITY).items())
        start = datetime.fromisoformat(rows[place % len(rows)][1]["start_local"]) + timedelta(minutes=minutes)
        return f"{start:%Y-%m-%d %H:%M}"

    def _record(self, place: int, kind: RecordKind) -> RecordId | None:
        """By the time of day, so that neighbours of the list are near each other."""
        with self.account.read() as conn:
            rows = listing.read_rows(conn, self.account.athlete_id, kind)
        return RecordId(kind, list(rows)[place % len(rows)]) if rows else None
