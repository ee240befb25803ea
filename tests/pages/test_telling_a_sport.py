"""A sport that nobody knows is told once on the page of runs, and its activities count from then on."""

from look_alikes import BERLIN, strava, strava_run
from test_doubts_on_the_import_page import button, drop, wait
from words_on_page import shown_words

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


def test_a_sport_is_told_at_the_import_and_holds_for_what_is_there_too(open_page, sqlite_url):
    account = account_of(open_database(sqlite_url))
    earlier, new = (strava_run(day).replace(",Run,", ",Zwiebellauf,") for day in (2, 5))
    import_files(account, [strava(earlier)], BERLIN)
    app = open_page(sqlite_url, "data/import_files.py")
    drop(app, strava(earlier, new))
    assert "1 other new activity" in shown_words(app)
    [choice] = asked(app)
    assert "2 activities" in choice.label
    choice.select("run").run()
    assert "another sport, which is no mileage" not in shown_words(app)
    assert len(list_activities(account)) == 1
    button(app, "Import").click().run()
    wait(app)
    listed = list_activities(account)
    assert list(listed["sport"]) == ["run", "run"]
    assert listed["counted"].all()
    account.engine.dispose()
