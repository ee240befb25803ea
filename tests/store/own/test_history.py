"""The history: what holds, what was taken back, and what follows from keys that lead elsewhere."""

from datetime import datetime

from lib.model.history import NO_WORD, Change, RecordRef, What
from lib.model.vocabulary import RecordKind
from lib.store.own import aliases, history

NOW = datetime(2026, 11, 28, 18, 0)
RUN = RecordRef(RecordKind.ACTIVITY, "app", "r1")
OTHER = RecordRef(RecordKind.ACTIVITY, "app", "r2")


def say(conn, field, value, record=RUN, what=What.EDIT):
    return history.add_entry(conn, 1, what, [Change(record, 7, field, NO_WORD, value)], NOW)


def take_back(conn, entry):
    return history.add_entry(conn, 1, What.TAKE_BACK, [], NOW, takes_back=entry)


def test_the_last_entry_that_holds_is_the_word(account):
    with account.write() as conn:
        first = say(conn, "distance_m", 12_000)
        say(conn, "distance_m", 14_000)
        say(conn, "title", None)
        assert history.read_words(conn, 1) == {RUN: {"distance_m": 14_000, "title": None}}
        take_back(conn, first)
        assert history.read_words(conn, 1, {RUN})[RUN]["distance_m"] == 14_000


def test_taking_back_can_be_taken_back(account):
    with account.write() as conn:
        entry = say(conn, "distance_m", 12_000)
        undone = take_back(conn, entry)
        assert history.read_words(conn, 1) == {}
        take_back(conn, undone)
        assert history.read_words(conn, 1) == {RUN: {"distance_m": 12_000}}
        assert [each.holds for each in history.read_entries(conn, 1)] == [True, False, True]


def test_no_word_after_a_word_leaves_the_field_to_the_sources(account):
    with account.write() as conn:
        say(conn, "left_out", True)
        say(conn, "left_out", NO_WORD)
        assert history.read_words(conn, 1) == {}


def test_a_word_on_a_key_holds_for_the_record_that_it_leads_to_now(account):
    with account.write() as conn:
        say(conn, "effort", "hard")
        say(conn, "title", "Hills", record=OTHER)
        aliases.add_aliases(conn, 1, {RUN: OTHER}, moved=True)
        assert history.read_words(conn, 1, {OTHER}) == {OTHER: {"effort": "hard", "title": "Hills"}}
        assert history.read_words(conn, 1, {RUN}) == {RUN: {"effort": "hard"}}
        assert len(history.read_entries(conn, 1, OTHER)) == 2
        aliases.forget_moves(conn, 1)
        assert history.read_words(conn, 1, {OTHER}) == {OTHER: {"title": "Hills"}}


def test_the_entries_of_a_record_are_its_own_and_what_took_them_back(account):
    with account.write() as conn:
        entry = say(conn, "effort", "hard")
        say(conn, "effort", "easy", record=OTHER)
        undone = take_back(conn, entry)
        assert [each.id for each in history.read_entries(conn, 1, RUN)] == [undone, entry]


def test_what_an_act_touched_is_known_as_long_as_nothing_else_was_written(account):
    with account.write() as conn:
        history.note_touched(conn, 1, say(conn, "effort", "hard"), {RecordKind.ACTIVITY: {7}})
    with account.write() as conn:
        history.note_touched(conn, 1, say(conn, "effort", "easy"), {RecordKind.ACTIVITY: {8}, RecordKind.SESSION: {2}})
    with account.read() as conn:
        touched = history.touched_since(conn, 1, 0, 2)
        assert touched == {RecordKind.ACTIVITY: {7, 8}, RecordKind.SESSION: {2}}
    with account.write():
        pass  # something else that raises the revision
    with account.read() as conn:
        assert history.touched_since(conn, 1, 0, 3) is None
        assert history.touched_since(conn, 1, 1, 2) == {RecordKind.ACTIVITY: {8}, RecordKind.SESSION: {2}}


def test_the_number_of_a_record_that_the_history_speaks_of_is_not_given_again(account):
    with account.write() as conn:
        say(conn, "effort", "hard")
        assert history.highest_id(conn, 1, RecordKind.ACTIVITY) == 7
        assert history.highest_id(conn, 1, RecordKind.SESSION) == 0
