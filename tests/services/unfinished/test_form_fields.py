"""What is filled into a form is kept field by field, and is in no figure."""

from lib.services.editing.log import LoggedRun
from lib.services.preferences.settings import athlete_of
from lib.services.unfinished import keep
from lib.services.unfinished.fields import RUN, TEXT_END, keep_field, read_fields


def test_fields_are_kept_one_by_one_and_an_emptied_one_is_forgotten(account):
    before = athlete_of(account).revision
    keep_field(account, RUN, "run_title", "Hills")
    keep_field(account, RUN, "run_far_km", 8.2)
    keep_field(account, TEXT_END, "text_title", "Evening")
    keep_field(account, RUN, "run_title", "")
    assert read_fields(account, RUN) == {"run_far_km": 8.2}
    assert read_fields(account, TEXT_END) == {"text_title": "Evening"}
    assert athlete_of(account).revision == before


def test_an_effort_of_0_is_kept_as_one_of_5_is(account):
    keep_field(account, RUN, "run_effort", 5)
    keep_field(account, RUN, "run_effort", 0)
    keep_field(account, RUN, "run_treadmill", False)
    assert read_fields(account, RUN) == {"run_effort": 0}
    keep_field(account, RUN, "run_effort", None)
    assert read_fields(account, RUN) == {}


def test_a_kept_run_leaves_nothing_of_its_form(account):
    keep_field(account, RUN, "run_far_km", 8.2)
    assert str(keep.finish_run(account, LoggedRun("2026-05-02", 8200.0)).id) == "run-1"
    assert read_fields(account, RUN) == {}
