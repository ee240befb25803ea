"""A record: opened by its address, put right, left out, brought back; two tabs; taking back."""

from datetime import date

import athletes
import pytest

from lib.model.record_id import parse_id
from lib.model.vocabulary import Effort
from lib.services.editing.decide import join
from lib.services.editing.edit import edit
from lib.services.editing.sets import sets_of
from lib.services.editing.view import view_record
from lib.services.preferences.title_words import own_words
from lib.services.queries.records import list_activities, list_sessions
from lib.services.queries.training import read_training
from lib.ui.kit import writing

RUNS, STRENGTH = "log/runs.py", "log/strength.py"


@pytest.fixture
def account(sample_copy):
    return sample_copy


@pytest.fixture
def run_id(account):
    listed = list_activities(account)
    return parse_id(listed.loc[listed["counted"], "id"].iloc[0])


@pytest.fixture
def open_record(open_page, account):
    return lambda record: open_page(
        str(account.engine.url), STRENGTH if str(record).startswith("session") else RUNS, {"record": str(record)}
    )


def two_of_a_day(account):
    """Two activities of the newest day that has two bouts."""
    listed = list_activities(account)
    days = listed.loc[~listed["why_not"].str.startswith("the same bout"), "local_start"].dt.date
    twice = days[days == days[days.duplicated()].iloc[0]]
    return [parse_id(each) for each in listed.loc[twice.index[:2], "id"]]


def words(app):
    return " ".join(str(each.value) for kind in ("markdown", "caption", "warning", "error") for each in app.get(kind))


def field(app, kind, label):
    return next(each for each in app.get(kind) if each.label.startswith(label))


def press(app, label):
    next(each for each in app.button if each.label == label).click().run()
    assert not app.exception


def test_a_run_is_mended_and_only_what_was_touched_is_said(open_record, account, run_id):
    before = view_record(account, run_id)
    app = open_record(run_id)
    field(app, "text_input", "Distance").set_value("7.5")
    field(app, "selectbox", "Effort").set_value("hard")
    press(app, "Save")
    after = view_record(account, run_id)
    assert after.fields["distance"] == 7500
    assert after.fields["effort"] == "hard"
    assert after.fields | {"distance": 0, "effort": 0} == before.fields | {"distance": 0, "effort": 0}
    assert set(after.words) == {"distance_m", "effort"}


def test_an_emptied_field_says_that_there_is_none(open_record, account, run_id):
    edit(account, run_id, {"notes": "A note"})
    app = open_record(run_id)
    field(app, "text_area", "Notes").set_value("")
    press(app, "Save")
    assert view_record(account, run_id).fields["notes"] in (None, "")


def test_what_cannot_be_read_is_said_and_stays_in_the_field(open_record, account, run_id):
    app = open_record(run_id)
    field(app, "text_input", "Moving time").set_value("half an hour")
    press(app, "Save")
    assert "half an hour" in words(app)
    assert field(app, "text_input", "Moving time").value == "half an hour"
    assert not view_record(account, run_id).words


def test_a_wrong_run_is_left_out_and_brought_back(open_record, account, run_id):
    app = open_record(run_id)
    press(app, "Leave out")
    listed = list_activities(account).set_index("id")
    assert listed.loc[str(run_id), "why_not"] == "left out"
    assert "does not count" in words(app)
    press(app, "Count it again")
    assert list_activities(account).set_index("id").loc[str(run_id), "counted"]


def test_a_run_goes_into_the_bin_and_comes_back(open_record, account, run_id):
    app = open_record(run_id)
    press(app, "Move to bin")
    assert "In the bin" in words(app)
    press(app, "Restore")
    assert list_activities(account).set_index("id").loc[str(run_id), "counted"]


def test_an_entry_of_the_history_is_taken_back_by_one_click(open_record, account, run_id):
    title = view_record(account, run_id).fields["title"]
    edit(account, run_id, {"title": "Another title"})
    app = open_record(run_id)
    assert "Another title" in words(app)
    press(app, "Take back")
    assert view_record(account, run_id).fields["title"] == title
    assert len(view_record(account, run_id).entries) == 2


def test_the_second_of_two_tabs_is_told_what_changed_and_loses_nothing(open_record, account, run_id):
    app = open_record(run_id)
    edit(account, run_id, {"title": "From the other tab"})
    field(app, "text_input", "Title").set_value("From this tab")
    press(app, "Save")
    assert "changed elsewhere" in words(app)
    assert "From the other tab" in words(app)
    assert field(app, "text_input", "Title").value == "From this tab"
    press(app, "Save")
    assert view_record(account, run_id).fields["title"] == "From this tab"


def test_runs_of_a_day_are_joined_and_parted(open_record, account):
    one, other = two_of_a_day(account)
    app = open_record(one)
    app.multiselect(key=f"join_{one}").set_value([str(other)]).run()
    press(app, "Join")
    assert other in view_record(account, one).bout
    press(app, "Part")
    assert other not in view_record(account, one).bout


def test_other_records_of_a_bout_have_a_column_each(open_record, account):
    one, other = two_of_a_day(account)
    join(account, [one, other])
    app = open_record(one)
    table = next(each.value for each in app.dataframe if "What it says" in each.value)
    assert len(table.columns) == 4


def test_an_address_of_no_record_says_so(open_record):
    app = open_record("run-99999")
    assert "no run-99999" in words(app).replace("\\", "")


def test_the_sets_of_a_session_can_be_split_off_and_merged_again(open_record, account):
    session = parse_id(list_sessions(account).iloc[0]["id"])
    count = len(sets_of(account, session).placed)
    app = open_record(session)
    app.number_input(key=f"split_{session}").set_value(5)
    press(app, "Split")
    assert len(sets_of(account, session).placed) == 5
    press(app, "Merge")
    assert len(sets_of(account, session).placed) == count


def test_one_set_at_a_time_is_mended_repeated_and_taken_out_and_new_ones_stand_where_they_were_done(
    open_record, account
):
    session = parse_id(list_sessions(account).iloc[0]["id"])
    first, second, *rest = [each.set for each in sets_of(account, session).placed]

    def now():
        return [each.set._replace(line=0) for each in sets_of(account, session).placed]

    app = open_record(session)
    field(app, "number_input", "Reps").set_value(99)
    press(app, "Save this set")
    assert [each.reps for each in now()[:2]] == [99, second.reps]
    field(app, "number_input", "Reps").set_value(7)
    press(app, "One more like it")
    assert [each.reps for each in now()[:3]] == [99, 7, second.reps]
    assert now()[1] == first._replace(reps=7, line=0)
    field(app, "selectbox", "Set").set_value(2).run()
    press(app, "Take it out")
    assert [each.reps for each in now()] == [99, 7, *(each.reps for each in rest)]
    field(app, "text_input", "New sets").set_value("zottman curl 2x12")
    field(app, "selectbox", "Where").set_value(2)
    press(app, "Add them")
    assert [each.exercise_name for each in now()[:4]] == [
        first.exercise_name, "zottman curl", "zottman curl", first.exercise_name,
    ]  # fmt: skip
    field(app, "text_input", "New sets").set_value("curl 8 8")
    press(app, "Add them")
    assert "Put a comma between two sets" in words(app)


def test_each_control_is_off_with_the_reason_where_nothing_can_be_stored(open_record, account, monkeypatch):
    reason = "The disk is full. Make room, then try again."
    monkeypatch.setattr(writing, "why_not_writable", lambda _engine: reason)
    app = open_record(parse_id(list_sessions(account).iloc[0]["id"]))
    labels = {"Leave out", "Move to bin", "Save", "Save the sets", "Split"}
    storing = [each for each in app.button if each.label in labels]
    assert {each.label for each in storing} == labels
    assert all(each.disabled and reason in each.help for each in storing)


def test_a_run_that_nobody_ran_says_why_it_is_set_aside_and_counts_by_one_click(open_page, tmp_path):
    account = athletes.build("doubtful", tmp_path)
    listed = list_activities(account)
    aside = listed.loc[listed["why_not"].str.startswith("set aside"), "id"].iloc[0]
    app = open_page(str(account.engine.url), RUNS, {"record": aside})
    assert "**Set aside**: faster than the world record over its distance." in words(app)
    press(app, "Count it")
    assert "**It counts**" in words(app)
    account.engine.dispose()


def tag(app, effort):
    """What the person says of an open run; None takes it back."""
    [control] = [each for each in app.get("button_group") if each.label == "How hard it was"]
    control.set_value(effort).run()
    assert not app.exception


def verdict_of(account, run_id):
    training = read_training(account, date(2026, 11, 22))
    return training.verdicts.set_index("activity_id").loc[run_id.number, ["verdict", "rule"]].tolist()


def test_how_hard_a_run_was_is_put_right_by_one_click_and_taken_back_by_another(open_record, account):
    listed = list_activities(account)
    tempo = parse_id(listed.loc[listed["counted"] & listed["title"].str.startswith("Tempo"), "id"].iloc[0])
    app = open_record(tempo)
    assert "How hard: **hard** · title: “tempo”" in words(app).replace("\u2060", "").replace("\\", "")
    tag(app, "easy")
    assert verdict_of(account, tempo) == ["easy", "tag"]
    assert "How hard: **easy** · your tag" in words(app).replace("\u2060", "").replace("\\", "")
    tag(app, None)
    assert verdict_of(account, tempo) == ["hard", "title"]


def test_one_more_click_makes_it_a_rule_for_such_titles(open_record, account):
    listed = list_activities(account)
    named = listed[listed["counted"] & listed["title"].str.startswith("Läuferrunde")]
    first, other = map(parse_id, named["id"].head(2))
    app = open_record(first)
    assert not [each for each in app.button if each.label.startswith("Also every run")]
    tag(app, "hard")
    press(app, f"Also every run titled like this ({len(named)} runs)")
    assert own_words(account) == {"läuferrunde um den mühlsee": Effort.HARD}
    assert not [each for each in app.button if each.label.startswith("Also every run")]
    assert verdict_of(account, first) == ["hard", "tag"]
    assert verdict_of(account, other)[0] in {"hard", "long"}


def test_other_sports_and_sessions_have_no_verdict(open_record, account):
    listed = list_activities(account)
    walk = listed.loc[listed["sport"] == "walk", "id"].iloc[0]
    assert "How hard" not in words(open_record(walk))
