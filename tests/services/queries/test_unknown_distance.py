"""A recording that says run and all of whose way was faster than anybody runs."""

from datetime import date

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.services.importing.import_files import import_files
from lib.services.queries.records import list_activities
from lib.services.queries.training import read_training

MADE = "http://www.topografix.com/GPX/1/1"


def gpx(speed):
    points = "".join(
        f'<trkpt lat="{52 + speed * at / 111_195:.6f}" lon="11.6"><time>2026-05-04T0{at // 3600}:{at // 60 % 60:02d}:{at % 60:02d}Z</time></trkpt>'
        for at in range(0, 3000, 5)
    )
    text = (
        f'<gpx version="1.1" creator="x" xmlns="{MADE}"><trk><type>running</type><trkseg>{points}</trkseg></trk></gpx>'
    )
    return Upload("run.gpx", text.encode())


def test_its_distance_is_unknown_it_looks_wrong_and_it_waits_for_the_person(account):
    import_files(account, [gpx(14.0)], Answers(time_zone="Europe/Berlin"))
    training = read_training(account, date(2026, 5, 5))
    assert training.activities.empty
    assert training.set_aside["why"].tolist() == ["no distance"]
    assert training.set_aside["distance_m"].isna().all()
    assert list_activities(account)["why_not"].tolist() == ["set aside: no distance"]


def test_one_that_can_be_counts(account):
    import_files(account, [gpx(3.0)], Answers(time_zone="Europe/Berlin"))
    training = read_training(account, date(2026, 5, 5))
    assert training.set_aside.empty
    assert len(training.activities) == 1
