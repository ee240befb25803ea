"""How far each pair of shoes has come."""

import pytest

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.errors import TrainingDataError
from lib.model.record_id import parse_id
from lib.services.editing.decide import leave_out
from lib.services.editing.edit import edit
from lib.services.importing.import_files import import_files
from lib.services.preferences.shoes import Pair, forget, list_pairs, read_marks, set_mark
from lib.services.queries.records import list_activities
from lib.store.account import open_account

HEADER = "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Moving Time,Activity Gear"
ROWS = [
    '1,"May 1, 2026, 6:00:00 AM",One,Run,2400,8.00,2380.0,Blue',
    '2,"May 3, 2026, 6:00:00 AM",Two,Run,2400,10.00,2380.0,Blue',
    '3,"May 4, 2026, 6:00:00 AM",Walk,Walk,2400,3.00,2380.0,Red',
    '4,"May 5, 2026, 6:00:00 AM",Ride,Ride,2400,30.00,2380.0,Bicycle',
    '5,"May 6, 2026, 6:00:00 AM",None,Run,2400,5.00,2380.0,',
]


@pytest.fixture
def account(tmp_path):
    found = open_account(f"sqlite:///{tmp_path / 'x.db'}")
    upload = Upload("activities.csv", "\n".join([HEADER, *ROWS, ""]).encode())
    assert import_files(found, [upload], Answers(time_zone="Europe/Berlin")).ok
    yield found
    found.engine.dispose()


def pairs(account):
    found = list_pairs(list_activities(account), read_marks(account))
    return {each.name: (each.bouts, each.distance_m, each.mark_m) for each in found}


def run(account, title):
    listed = list_activities(account)
    return parse_id(listed.loc[listed["title"] == title, "id"].iloc[0])


def test_the_distance_on_foot_is_that_of_each_pair(account):
    assert pairs(account) == {"Blue": (2, 18000.0, None), "Red": (1, 3000.0, None)}


def test_a_run_that_is_left_out_or_gets_other_shoes_does_not_wear_them(account):
    leave_out(account, [run(account, "One")])
    edit(account, run(account, "Two"), {"shoes": "Red"})
    assert pairs(account) == {"Red": (2, 13000.0, None)}


def test_a_mark_is_kept_until_it_is_forgotten(account):
    set_mark(account, "Blue", 15000.0)
    set_mark(account, " New ", 700_000.0)
    assert pairs(account) == {"Blue": (2, 18000.0, 15000.0), "Red": (1, 3000.0, None), "New": (0, 0.0, 700_000.0)}
    forget(account, " Blue ")
    assert pairs(account)["Blue"] == (2, 18000.0, None)
    with pytest.raises(TrainingDataError, match="name of a pair"):
        set_mark(account, " ", 1.0)
    with pytest.raises(TrainingDataError, match="Blue has no mark"):
        forget(account, "Blue")


def test_a_mark_is_passed_at_its_distance():
    assert Pair("a", 1, 700.0, mark_m=700.0).passed
    assert not Pair("a", 1, 699.0, mark_m=700.0).passed
    assert not Pair("a", 1, 700.0).passed
