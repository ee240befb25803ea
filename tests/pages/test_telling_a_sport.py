"""A sport that nobody knows is told once on the page of runs, and its activities count from then on."""

from look_alikes import BERLIN, strava, strava_run

from lib.services.importing.import_files import import_files
from lib.services.queries.records import list_activities
from lib.store.account import account_of
from lib.store.database.engine import open_database


def asked(app):
    return [each for each in app.selectbox if "Zwiebellauf" in each.label]


def test_a_told_sport_counts_at_once_and_is_not_asked_again(open_page, sqlite_url):
    account = account_of(open_database(sqlite_url))
    onion = strava_run(2).replace(",Run,", ",Zwiebellauf,")
    import_files(account, [strava(onion, strava_run(3))], BERLIN)
    app = open_page(sqlite_url, "log/runs.py")
    [choice] = asked(app)
    choice.select("run")
    next(each for each in app.button if "Zwiebellauf" in str(each.key)).click()
    app.run()
    assert not app.exception
    assert asked(app) == []
    assert list_activities(account)["counted"].all()
    account.engine.dispose()
