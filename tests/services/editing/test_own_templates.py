"""Templates of the person's own."""

import pytest

from lib.catalog.template import TemplateError
from lib.catalog.template_sets import sets_of_template
from lib.services.editing import own_templates
from lib.services.editing.log import LoggedSession, log_session
from lib.services.editing.typed import every_template, sets_of_text
from lib.services.preferences.settings import athlete_of
from lib.store.account import open_account


@pytest.fixture
def account(tmp_path):
    opened = open_account(f"sqlite:///{tmp_path / 'mine.db'}")
    yield opened
    opened.engine.dispose()


def logged(account, text="squat 3x8 @60kg; plank 2x30s"):
    return log_session(account, LoggedSession("2026-11-20", sets_of_text(athlete_of(account), text))).id


def test_a_session_becomes_a_template_that_can_be_done_again(account):
    made = own_templates.keep_as_template(account, logged(account), "Monday")
    assert [item.name for item in made.items] == ["squat", "plank"]
    assert every_template(account)["monday"] == made
    assert len(sets_of_template(made)) == 5


@pytest.mark.parametrize("title", ["Monday", " monday! ", "Lower-body session"])
def test_a_title_that_is_taken_is_refused_and_nothing_is_overwritten(account, title):
    own_templates.keep_as_template(account, logged(account), "Monday")
    with pytest.raises(TemplateError, match="already"):
        own_templates.keep_as_template(account, logged(account, "row 3x8 @40kg"), title)
    assert [item.name for item in own_templates.read_own(account)[0].items] == ["squat", "plank"]


def test_a_new_template_with_the_first_title_of_a_renamed_one_stands_beside_it(account):
    own_templates.keep_as_template(account, logged(account), "Monday")
    own_templates.rename(account, "monday", "Tuesday")
    own_templates.keep_as_template(account, logged(account, "row 3x8 @40kg"), "Monday")
    assert {each.title: each.items[0].name for each in own_templates.read_own(account)} == {
        "Monday": "row",
        "Tuesday": "squat",
    }


def test_titles_in_another_script_are_told_apart(account):
    own_templates.keep_as_template(account, logged(account), "月曜")
    own_templates.keep_as_template(account, logged(account), "火曜")
    assert {each.title for each in own_templates.read_own(account)} == {"月曜", "火曜"}


def test_renaming_refuses_no_title_and_nothing_is_done_to_what_is_gone(account):
    own_templates.keep_as_template(account, logged(account), "Monday")
    with pytest.raises(TemplateError, match="title"):
        own_templates.rename(account, "monday", "  ")
    own_templates.take_away(account, "monday")
    assert own_templates.read_own(account) == ()
    with pytest.raises(TemplateError, match="no longer"):
        own_templates.rename(account, "monday", "Tuesday")
    with pytest.raises(TemplateError, match="monday is no template of your own, or it is no longer there"):
        own_templates.take_away(account, "monday")
