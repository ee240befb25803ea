"""Set logs known by a few rows or by readers' code: GymRun, Lyfta, StrengthLog and MacroFactor, on invented rows."""

from datetime import datetime

import pytest
from strength_files import KG, KG_AND_KM, extracted, ignored_of, problems_of, sessions_of, sets_of

from lib.importers.base import Upload, find_importer
from lib.importers.formats.gymrun import importer as gymrun
from lib.importers.formats.lyfta import importer as lyfta
from lib.importers.formats.macrofactor import importer as macrofactor
from lib.importers.formats.strengthlog import importer as strengthlog
from lib.model.vocabulary import SetKind, Side, TimeBasis, WeightUnit

FILES = {
    "gymrun": (
        "Date;Time;Routine;Exercise;Set;Weight;Reps;Duration;Distance;Para6;Note;Type;Book;Version1\n"
        "03.03.2026;17:10:00;Legs;Squat;2;62,5;8;;;;deep;1;1;1\n"
        "03.03.2026;17:05:00;Legs;Squat;1;60;10;;;;;1;1;1\n"
    ),
    "lyfta": (
        "Title,Date,Duration,Exercise,Superset id,Weight,Reps,Distance,Time,Set Type\n"
        "Legs,2026-03-03 17:05:09,01:05:00,Split Squat,null,20,8,null,null,LEFT_SET\n"
        "Legs,2026-03-03 17:05:09,01:05:00,Squat,1,60,8,null,null,DROP_SET\n"
    ),
    "strengthlog": (
        "workout,start,end,exercise,weight,bodyweight,extraWeight,distanceKM,distanceM,reps,calories,time,warmup,calories\n"
        '"Push: Chest, Arms",1757507640000,1757513040000,Bench Press,45,80,,,,7,,,true,\n'
        '"Push: Chest, Arms",1757507640000,1757513040000,Dip,,80,10,,,6,,,false,\n'
        '"Push: Chest, Arms",1757507640000,1757513040000,Run,,,,2,,,,00:10:00,false,\n'
        '"Push: Chest, Arms",1757507640000,1757513040000,Curl,0,,,,,0,,,false,\n'
    ),
    "macrofactor": (
        "Date,Workout,Exercise,Set Type,Weight (lbs),Reps,RIR\n"
        "2026-03-03,Day One,Squat,Warm-Up Set,95,5,\n"
        "2026-03-03,Day One,Squat,Standard Set,200,5,2\n"
    ),
}
IMPORTERS = {each.name: each for each in (gymrun, lyfta, strengthlog, macrofactor)}


def records_of(name: str):
    return extracted(IMPORTERS[name], Upload("export.csv", FILES[name].encode()), KG_AND_KM)


@pytest.mark.parametrize("name", FILES)
def test_every_format_is_claimed_by_its_importer_alone(name):
    assert find_importer(Upload("export.csv", FILES[name].encode())) is IMPORTERS[name]
    assert not problems_of(records_of(name))


def test_a_gymrun_session_begins_with_its_earliest_set():
    [session] = sessions_of(records_of("gymrun"))
    assert (session.start.local, session.title) == (datetime(2026, 3, 3, 17, 5), "Legs")
    assert [(each.load_kg, each.reps, each.note) for each in session.sets] == [(62.5, 8, "deep"), (60, 10, "")]


def test_lyfta_names_sides_and_kinds_in_one_column():
    [session] = sessions_of(records_of("lyfta"))
    assert session.elapsed_s == 3900
    assert [(each.kind, each.side, each.superset) for each in session.sets] == [
        (SetKind.WORKING, Side.LEFT, ""),
        (SetKind.DROP, Side.BOTH, "1"),
    ]


def test_strengthlog_counts_milliseconds_and_adds_to_the_body():
    records = records_of("strengthlog")
    [session] = sessions_of(records)
    assert (session.start.basis, session.start.utc) == (TimeBasis.UTC, datetime(2025, 9, 10, 12, 34))
    assert (session.title, session.elapsed_s, session.body_mass_kg) == ("Push: Chest, Arms", 5400, 80)
    bench, dip, run = session.sets
    assert (bench.kind, bench.load_kg, dip.load_kg) == (SetKind.WARM_UP, 45, 10)
    assert (run.distance_m, run.duration_s) == (2000, 600)
    assert len(ignored_of(records)) == 1


def test_macrofactor_says_its_unit_and_what_was_left():
    warm_up, work = sets_of(records_of("macrofactor"))
    assert (warm_up.kind, work.kind) == (SetKind.WARM_UP, SetKind.WORKING)
    assert (work.load_value, work.load_unit, work.set_rpe) == (200, WeightUnit.POUND, 8)


def test_a_start_that_is_no_number_rejects_its_rows():
    text = FILES["strengthlog"].replace("1757507640000", "yesterday")
    records = extracted(strengthlog, Upload("export.csv", text.encode()), KG)
    assert [each.column for each in problems_of(records)] == ["start"] * 4
