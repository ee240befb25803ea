"""Where an added set stands: at any place, whatever was put in and taken out before it."""

from random import Random

import pytest
from look_alikes import BERLIN, hevy, hevy_set

from lib.model.record_id import parse_id
from lib.model.records import LiftingSet
from lib.services.bouts.acts import take_back
from lib.services.editing.numbered_sets import put_in
from lib.services.editing.sets import EditedSet, save_sets, sets_of
from lib.services.importing.import_files import import_files

SESSION = parse_id("session-1")


@pytest.fixture
def session(account):
    import_files(account, [hevy(*(hevy_set(2, index=place, reps=place + 1) for place in range(4)))], BERLIN)
    return account


def now(account):
    return [each.set.reps for each in sets_of(account, SESSION).placed]


def as_they_are(account):
    return [EditedSet(each.field, each.set) for each in sets_of(account, SESSION).placed]


def add(account, reps, before):
    return save_sets(account, SESSION, put_in(as_they_are(account), [LiftingSet("Lunge", reps=reps)], before))


def test_a_set_is_put_before_all_others_and_between_two_that_were_added_there(session):
    add(session, 10, 1)
    add(session, 12, 2)
    between = add(session, 11, 2)
    assert now(session) == [10, 11, 12, 1, 2, 3, 4]
    take_back(session, between)
    assert now(session) == [10, 12, 1, 2, 3, 4]


def test_whatever_is_put_in_and_taken_out_the_sets_stand_as_they_were_wanted(session):
    random = Random(20261129)
    for step in range(60):
        wanted = as_they_are(session)
        if random.random() < 0.4 and len(wanted) > 2:
            del wanted[random.randrange(len(wanted))]
        else:
            new = [LiftingSet("Lunge", reps=100 + 2 * step + number) for number in range(random.randint(1, 2))]
            wanted = put_in(wanted, new, random.randint(1, len(wanted) + 1))
        save_sets(session, SESSION, wanted)
        assert now(session) == [each.set.reps for each in wanted]


def test_what_the_source_brings_back_stands_where_it_was_and_added_sets_keep_theirs(session):
    add(session, 10, 3)
    import_files(session, [hevy(*(hevy_set(2, index=place, reps=place + 1) for place in range(6)))], BERLIN)
    assert now(session) == [1, 2, 10, 3, 4, 5, 6]
