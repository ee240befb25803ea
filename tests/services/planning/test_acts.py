"""Planned sessions and runs in the database: accepted, moved, pinned, dropped, begun."""

from datetime import UTC, date, datetime, time

import pytest

from lib.analysis.planning.week import HardRun
from lib.catalog.templates import templates
from lib.model.plan import GymTime, PlannedSession
from lib.model.vocabulary import Effort, HalfDay
from lib.services.planning import acts, sessions
from lib.services.planning.weeks import RunsFrom, Wish, asked_week, read_plan
from lib.services.preferences.settings import athlete_of
from lib.services.queries.training import read_training
from lib.services.unfinished import keep
from lib.store.account import open_account

TODAY = date(2026, 11, 29)
FIRST, LAST = date(2026, 11, 30), date(2026, 12, 6)
THURSDAY, SUNDAY = datetime(2026, 12, 3, 18), datetime(2026, 12, 6, 7)


@pytest.fixture
def account(tmp_path):
    found = open_account(f"sqlite:///{tmp_path / 'legwork.db'}")
    yield found
    found.engine.dispose()


def planned(account):
    return {each.start: each for each in read_plan(account, FIRST).sessions}


def accept(account, *sessions_):
    acts.accept(account, sessions_, FIRST, LAST)


def asked(account, **wish):
    return asked_week(read_training(account, TODAY), read_plan(account, FIRST), Wish(FIRST, **wish))


def test_what_is_accepted_takes_the_place_of_what_was_planned_in_the_week(account):
    accept(account, PlannedSession(THURSDAY, 60.0, "Legs"))
    accept(account, PlannedSession(SUNDAY, 60.0, "Other legs"))
    assert list(planned(account)) == [SUNDAY]


def test_a_session_that_is_accepted_again_stays_as_it_was(account):
    accept(account, PlannedSession(THURSDAY, 45.0, "Mine", pinned=True))
    accept(account, PlannedSession(THURSDAY, 60.0, "New"), PlannedSession(SUNDAY, 60.0))
    assert planned(account)[THURSDAY] == PlannedSession(THURSDAY, 45.0, "Mine", pinned=True)


def test_a_session_is_moved_pinned_and_dropped(account):
    accept(account, PlannedSession(THURSDAY, 60.0, "Legs"))
    acts.move(account, THURSDAY, SUNDAY)
    acts.pin(account, SUNDAY, pinned=True)
    assert planned(account) == {SUNDAY: PlannedSession(SUNDAY, 60.0, "Legs", pinned=True)}
    acts.drop(account, SUNDAY)
    acts.drop(account, SUNDAY)
    assert planned(account) == {}


def test_what_another_tab_moved_or_put_there_is_said(account):
    accept(account, PlannedSession(THURSDAY, 60.0), PlannedSession(SUNDAY, 60.0))
    with pytest.raises(acts.PlanChangedError, match="Another session is planned at that time"):
        acts.move(account, THURSDAY, SUNDAY)
    acts.drop(account, THURSDAY)
    for act in (lambda: acts.move(account, THURSDAY, SUNDAY), lambda: acts.pin(account, THURSDAY, pinned=True)):
        with pytest.raises(acts.PlanChangedError, match="no longer planned"):
            act()


def test_planned_runs_count_and_the_last_one_taken_out_leaves_none(account):
    run = HardRun(date(2026, 12, 1), time(18), 60.0, "Track")
    acts.expect(account, [run])
    found = asked(account)
    assert (found.runs_from, found.to_come) == (RunsFrom.PLANNED, (run,))
    acts.expect_no_longer(account, run, FIRST, LAST)
    found = asked(account)
    assert (found.runs_from, found.to_come) == (RunsFrom.PLANNED, ())
    assert [each.effort for each in read_plan(account, FIRST).runs] == [Effort.EASY]
    acts.expect_the_usual(account, FIRST, LAST)
    assert asked(account).runs_from is RunsFrom.NOWHERE


def test_gym_times_and_pinned_sessions_are_pins_of_the_week(account):
    acts.lift_every_week(account, [GymTime(2, HalfDay.PM)])
    accept(account, PlannedSession(datetime(2026, 12, 6, 8, 30), 60.0, pinned=True), PlannedSession(THURSDAY, 60.0))
    pins = asked(account).week.pins
    assert {(slot.day, slot.half): at for slot, at in pins.items()} == {
        (date(2026, 12, 2), HalfDay.PM): None,
        (date(2026, 12, 6), HalfDay.AM): time(8, 30),
    }
    acts.lift_every_week(account, [])
    assert len(asked(account).week.pins) == 1


def test_a_session_planned_in_the_week_before_keeps_48_hours_for_itself(account):
    acts.accept(account, [PlannedSession(datetime(2026, 11, 29, 18), 60.0)], date(2026, 11, 23), date(2026, 11, 29))
    assert [each.earliest for each in asked(account).week.leg_days] == [datetime(2026, 11, 29, 18)]


def test_a_plan_changes_no_figure_so_the_revision_stays(account):
    before = athlete_of(account).revision
    accept(account, PlannedSession(THURSDAY, 60.0))
    acts.expect(account, [HardRun(date(2026, 12, 1))])
    acts.lift_every_week(account, [GymTime(0, HalfDay.AM)])
    assert athlete_of(account).revision == before


def test_a_planned_session_is_begun_as_the_checklist_with_its_own_exercises(account):
    training = read_training(account, TODAY)
    items = sessions.items_of(templates()["lower-body"])
    begun = sessions.begin(account, training, PlannedSession(THURSDAY, 60.0, "Legs", items=items), None)
    assert [item.place for item in begun.items] == ["1A", "1B", "1C", "2A", "2B", "2C"]
    assert keep.read_session(account).template.title == "Lower-body session"
    assert begun.begun_at <= datetime.now(UTC).replace(tzinfo=None)


def test_a_session_without_exercises_says_so(account):
    with pytest.raises(sessions.TemplateError, match="has no exercises"):
        sessions.begin(account, read_training(account, TODAY), PlannedSession(THURSDAY, 60.0), None)
