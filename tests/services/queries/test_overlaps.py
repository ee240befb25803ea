"""A session that was logged by hand, and what an app has of the same time with other sets: listed, never joined."""

from dataclasses import replace

import pytest
from look_alikes import hevy, hevy_set

from lib.model.athlete import Answers
from lib.model.record_id import parse_id
from lib.model.records import LiftingSet
from lib.model.vocabulary import DistanceUnit, RecordKind, WeightUnit
from lib.services.editing import decide
from lib.services.editing.log import LoggedSession, log_session
from lib.services.importing.import_files import import_files, preview
from lib.services.queries.overlaps import others_of, records_of, unsure_pairs
from lib.services.queries.records import list_sessions
from lib.store.records import links

SAYS = Answers(time_zone="Europe/Berlin", weight_unit=WeightUnit.KG, distance_unit=DistanceUnit.KM)
EXPORT = hevy(*(hevy_set(2, index=place) for place in range(6)))
FROM_MEMORY = LoggedSession("2026-05-02 18:20", [LiftingSet("Squat", reps=5, load_kg=100.0)] * 3)
BOTH = {"session-1", "session-2"}


def pairs(account):
    return unsure_pairs(account, RecordKind.SESSION, list_sessions(account))


def test_the_export_that_comes_after_a_session_by_hand_lists_both(account):
    log_session(account, FROM_MEMORY)
    for receipt in (preview(account, [EXPORT], SAYS), import_files(account, [EXPORT], SAYS)):
        assert [file.overlaps for file in receipt.files] == [1]
        assert {each.source for each in (receipt.overlaps[0].primary, receipt.overlaps[0].other)} == {"by-hand", "hevy"}
        assert receipt.duplicates == []
    assert records_of(pairs(account)) == BOTH
    assert set(list_sessions(account)["why_not"]) == {""}


def test_the_session_by_hand_that_comes_after_the_export_is_listed_with_it(account):
    import_files(account, [EXPORT], SAYS)
    logged = log_session(account, FROM_MEMORY)
    assert others_of(account, logged.id) == ["session-1"]
    assert others_of(account, parse_id("session-9")) == []


@pytest.mark.parametrize("decision", [decide.join, decide.part])
def test_what_the_person_joined_or_parted_is_not_listed_any_more(decision, account):
    log_session(account, FROM_MEMORY)
    import_files(account, [EXPORT], SAYS)
    decision(account, [parse_id("session-1"), parse_id("session-2")])
    assert pairs(account) == []
    assert others_of(account, parse_id("session-1")) == []


def test_what_does_not_count_is_not_listed(account):
    log_session(account, FROM_MEMORY)
    import_files(account, [EXPORT], SAYS)
    decide.leave_out(account, [parse_id("session-1")])
    assert pairs(account) == []
    assert [others_of(account, parse_id(each)) for each in sorted(BOTH)] == [[], []]


def test_of_a_record_its_surroundings_alone_are_asked(account, monkeypatch):
    import_files(account, [EXPORT], SAYS)
    log_session(account, FROM_MEMORY)
    log_session(account, replace(FROM_MEMORY, start="2024-05-02 18:20"))
    read, asked = links.read_duplicate_states, []

    def noted(*args, **options):
        asked.append([each.candidate.id for each in read(*args, **options)])
        return read(*args, **options)

    monkeypatch.setattr(links, "read_duplicate_states", noted)
    assert others_of(account, parse_id("session-2")) == ["session-1"]
    assert others_of(account, parse_id("session-3")) == []
    assert list(map(sorted, asked)) == [[1, 2], [3]]
