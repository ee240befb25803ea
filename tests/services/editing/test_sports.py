"""A word for a sport that nobody knows is told once and holds for its source, for what is there and what comes."""

from dataclasses import replace

import pytest
from look_alikes import BERLIN, strava, strava_run

from lib.model.athlete import ToldSport
from lib.model.errors import TrainingDataError
from lib.model.vocabulary import Sport
from lib.services.bouts.acts import take_back
from lib.services.editing.sports import is_unknown, tell_sport, unknown_sports
from lib.services.importing.import_files import import_files, preview
from lib.services.queries.records import list_activities


def padded(day: int) -> str:
    return strava_run(day).replace(",Run,", ",Zwiebellauf,")


def sports(account) -> dict[str, str]:
    listed = list_activities(account)
    return dict(zip(listed["id"], listed["sport"], strict=True))


def test_a_told_sport_holds_for_what_is_there_and_for_what_comes(account):
    import_files(account, [strava(padded(2), strava_run(3))], BERLIN)
    assert [(each.source, each.word, each.activities) for each in unknown_sports(account)] == [
        ("strava", "Zwiebellauf", 1)
    ]
    entry = tell_sport(account, "strava", "Zwiebellauf", Sport.RUN)
    assert sports(account) == {"run-1": "run", "run-2": "run"}
    assert unknown_sports(account) == []
    done = import_files(account, [strava(padded(2), strava_run(3), padded(4))], BERLIN)
    assert (done.files[0].added.activities, done.files[0].updated) == (1, 0)
    assert sports(account)["run-3"] == "run"
    take_back(account, entry)
    assert sports(account)["run-3"] == "run"


def test_a_word_that_no_activity_has_is_told(account):
    with pytest.raises(TrainingDataError, match="No activity of strava is called Padel"):
        tell_sport(account, "strava", "Padel", Sport.TEAM)


def test_a_sport_that_is_told_with_the_import_is_kept_with_it_alone(account):
    says = replace(BERLIN, sports=(ToldSport("strava", "Zwiebellauf", Sport.RUN),))
    seen = preview(account, [strava(padded(2))], says)
    assert (seen.files[0].unknown_sports, seen.files[0].problems) == ({}, [])
    assert preview(account, [strava(padded(2))], BERLIN).files[0].unknown_sports == {"Zwiebellauf": 1}
    import_files(account, [strava(padded(2))], says)
    assert sports(account) == {"run-1": "run"}
    assert import_files(account, [strava(padded(2), padded(3))], BERLIN).files[0].unknown_sports == {}


def test_only_a_word_that_is_there_and_known_nowhere_is_unknown():
    assert [is_unknown(word) for word in ("Zwiebellauf", "Run", "")] == [True, False, False]
