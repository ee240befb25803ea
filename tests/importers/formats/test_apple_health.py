"""Apple Health's export.xml: old and new layout, its internal grammar, and what hides in XML."""

import tracemalloc
from datetime import datetime
from pathlib import Path

import pytest
from activity_files import activities, upload
from run_files import only_activity, places, read_file

from lib.importers.base import Upload
from lib.importers.formats.apple_health.importer import importer
from lib.model.athlete import Answers
from lib.model.errors import UnreadableFile
from lib.model.records import Activity, Ignored, Record
from lib.model.vocabulary import Sport, SubSport, TimeBasis

GRAMMAR = """<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 12 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>
<!ATTLIST HealthData
  locale CDATA #REQUIRED
<!ATTLIST Workout duration CDATA "60">
]>
"""
EXPORTED = ' <ExportDate value="2019-07-19 10:36:11 -0700"/>\n'
BEAT = ' <Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Jane’s Watch" unit="count/min" value="72"/>\n'
OLD = (
    ' <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="30.5" durationUnit="min"'
    ' totalDistance="3.1" totalDistanceUnit="mi" sourceName="Jane’s Watch" device="d"'
    ' startDate="2016-11-14 07:25:41 -0700" endDate="2016-11-14 07:57:41 -0700">{inside}</Workout>\n'
)
NEW = (
    ' <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="30.5" durationUnit="min"'
    ' sourceName="Jane’s Watch" startDate="2026-05-01 07:25:41 +0200" endDate="2026-05-01 07:57:41 +0200">{inside}'
    '<WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="5.25" unit="km"/>'
    '<WorkoutStatistics type="HKQuantityTypeIdentifierHeartRate" average="149.5" maximum="171" unit="count/min"/>'
    "</Workout>\n"
)


def entry(key: str, value: str) -> str:
    return f'<MetadataEntry key="{key}" value="{value}"/>'


def document(*parts: str, grammar: str = GRAMMAR) -> str:
    root = f'<HealthData locale="en_US">\n{EXPORTED}{"".join(parts)}</HealthData>\n'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{grammar}{root}'


def read(*parts: str) -> list[Record]:
    return read_file(importer, document(*parts))


def one(bout: str, inside: str = "") -> Activity:
    return only_activity(read(BEAT, bout.format(inside=inside)))


def why_refused(content: str | bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        list(importer.extract(upload(content), Answers()))
    return caught.value.why


def test_the_distance_is_an_attribute_in_the_old_layout():
    run = one(OLD)
    assert (run.sport, run.sport_raw, run.title) == (Sport.RUN, "Running", "")
    assert run.distance_m == pytest.approx(3.1 * 1609.344)
    assert (run.moving_s, run.elapsed_s) == (1830.0, 1920.0)
    assert run.source_key == "2016-11-14T14:25:41Z Running"


def test_the_distance_is_in_the_statistics_in_the_new_layout():
    run = one(NEW, entry("HKElevationAscended", "1250 cm") + entry("HKIndoorWorkout", "1"))
    assert (run.distance_m, run.heart_rate_bpm, run.heart_rate_max_bpm) == (5250.0, 149.5, 171.0)
    assert (run.ascent_m, run.sub_sport) == (12.5, SubSport.TREADMILL)


def test_an_ascent_beyond_the_sky_is_unknown_with_a_warning():
    records = read(NEW.format(inside=entry("HKElevationAscended", "900 km")))
    assert [each.ascent_m for each in activities(records)] == [None]
    assert [column for _, column in places(records, rows=0)] == ["HKElevationAscended"]


def test_the_line_is_that_of_the_file_although_the_grammar_is_blanked():
    content = document(BEAT, NEW.format(inside=""))
    assert (
        only_activity(read_file(importer, content)).line == content[: content.index(" <Workout work")].count("\n") + 1
    )


def test_statistics_of_a_part_are_not_those_of_the_whole():
    part = (
        '<WorkoutActivity><WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="1" unit="km"/>'
    )
    assert one(NEW, part + "</WorkoutActivity>").distance_m == 5250.0


def leg(start: str, end: str, *inside: str, kind: str = "") -> str:
    said = f' workoutActivityType="HKWorkoutActivityType{kind}"' if kind else ""
    when = f'startDate="2026-05-01 {start} +0200" endDate="2026-05-01 {end} +0200"'
    return f'<WorkoutActivity uuid="A"{said} {when}>{"".join(inside)}</WorkoutActivity>'


def statistics(kind: str, **values: str) -> str:
    said = " ".join(f'{name}="{value}"' for name, value in values.items())
    return f'<WorkoutStatistics type="HKQuantityTypeIdentifier{kind}" {said}/>'


def workout(kind: str, *inside: str) -> str:
    return (
        f' <Workout workoutActivityType="HKWorkoutActivityType{kind}" duration="150" durationUnit="min" sourceName="W"'
        f' startDate="2026-05-01 07:00:00 +0200" endDate="2026-05-01 09:30:00 +0200">{"".join(inside)}</Workout>\n'
    )


def walked(km: str) -> str:
    return statistics("DistanceWalkingRunning", sum=km, unit="km")


def pulse(average: str, maximum: str) -> str:
    return statistics("HeartRate", average=average, maximum=maximum, unit="count/min")


def test_what_stands_only_in_the_part_is_read():
    inside = leg(
        "07:00:00", "09:30:00", walked("21.1"), pulse("150", "170"), entry("HKIndoorWorkout", "1"),
        entry("HKTimeZone", "Europe/Paris"), entry("HKElevationAscended", "1200 cm"),
    )  # fmt: skip
    run = only_activity(read(workout("Running", inside)))
    assert (run.distance_m, run.heart_rate_bpm, run.ascent_m) == (21_100.0, 150.0, 12.0)
    assert (run.sub_sport, run.start.local) == (SubSport.TREADMILL, datetime(2026, 5, 1, 7))


def test_the_steps_of_intervals_are_one_run_and_add_up():
    steps = (
        leg("07:00:00", "07:30:00", walked("5.5"), pulse("140", "150"), entry("HKElevationAscended", "500 cm")),
        leg("07:30:00", "09:30:00", walked("15.6"), pulse("160", "181"), entry("HKElevationAscended", "700 cm")),
    )
    run = only_activity(read(workout("Running", *steps, steps[1])))
    assert run.distance_m == pytest.approx(21_100.0)
    assert (run.heart_rate_bpm, run.heart_rate_max_bpm, run.ascent_m) == (156.0, 181.0, 12.0)


def test_a_multisport_workout_is_its_legs_without_the_transitions():
    legs = (
        leg("07:00:00", "07:30:00", statistics("DistanceSwimming", sum="1500", unit="m")),
        leg("07:30:00", "07:33:00", walked("0.2")),
        leg("07:33:00", "08:40:00", statistics("DistanceCycling", sum="40", unit="km"), walked("0.1")),
        leg("08:40:00", "08:42:00"),
        leg("08:42:00", "09:30:00", walked("10"), pulse("165", "180")),
    )
    records = read(workout("SwimBikeRun", *legs, statistics("DistanceCycling", sum="40", unit="km")))
    found = activities(records)
    assert [(each.sport, each.distance_m) for each in found] == [
        (Sport.SWIM, 1500.0),
        (Sport.RIDE, 40_000.0),
        (Sport.RUN, 10_000.0),
    ]
    assert (found[2].moving_s, found[2].heart_rate_bpm) == (2880.0, 165.0)
    assert [type(each) for each in records].count(Ignored) == 2


def test_legs_that_say_their_sport_are_of_it():
    legs = leg("07:00:00", "08:00:00", walked("10"), kind="Hiking"), leg("08:00:00", "09:30:00", kind="Cycling")
    assert [each.sport for each in activities(read(workout("Other", *legs)))] == [Sport.HIKE, Sport.RIDE]


def test_the_metres_walked_in_a_ride_are_not_its_distance():
    assert one(NEW.replace("TypeRunning", "TypeCycling")).distance_m is None


def test_the_zone_of_the_bout_goes_before_the_offset_of_the_export():
    start = one(OLD, entry("HKTimeZone", "America/Los_Angeles")).start
    assert (start.basis, start.utc) == (TimeBasis.OFFSET, datetime(2016, 11, 14, 14, 25, 41))
    assert start.local == datetime(2016, 11, 14, 6, 25, 41)


def test_the_offset_of_the_day_of_export_says_nothing_and_another_one_does():
    assert one(OLD).start.basis is TimeBasis.UTC
    start = one(NEW).start
    assert (start.basis, start.local) == (TimeBasis.OFFSET, datetime(2026, 5, 1, 7, 25, 41))


def test_strength_is_a_bout_without_distance():
    for kind in ("TraditionalStrengthTraining", "FunctionalStrengthTraining"):
        lifted = one(NEW.replace("TypeRunning", f"Type{kind}"))
        assert (lifted.sport, lifted.distance_m) == (Sport.STRENGTH, None)


def test_the_same_bout_written_by_a_second_app_is_ignored_and_counted():
    records = read(NEW.format(inside=""), NEW.format(inside="").replace("Jane’s Watch", "Another App"))
    assert [type(each) for each in records] == [Activity, Ignored]


def test_names_of_people_in_the_names_of_devices_are_not_kept():
    assert "Jane" not in f"{one(NEW)}"


def after_change(before: str, after: str) -> list[Record]:
    """An old workout with something else in it, and a sound new one."""
    return read_file(
        importer, document(OLD.format(inside="").replace(before, after), NEW.format(inside=""), grammar="")
    )


def test_a_workout_without_a_start_is_rejected_by_its_line_and_the_others_stay():
    records = after_change('startDate="2016-11-14 07:25:41 -0700"', 'startDate="soon"')
    assert (len(activities(records)), places(records, rows=1)) == (1, [(4, "startDate")])


def test_a_workout_of_a_distance_and_no_time_is_kept_without_a_time():
    times = 'startDate="2016-11-14 07:25:41 -0700" endDate="2016-11-14 07:57:41 -0700"'
    records = after_change(times, 'startDate="2016-11-14 07:25:41 -0700" endDate="later"')
    assert len(activities(records)) == 2
    none = OLD.format(inside="").replace('duration="30.5"', "").replace(times, times.replace("07:57:41", "07:25:41"))
    records = read_file(importer, document(none, grammar=""))
    assert [(each.elapsed_s, each.moving_s, bool(each.distance_m)) for each in activities(records)] == [
        (None, None, True)
    ]
    assert places(records, rows=0) == [(4, "endDate")]


@pytest.mark.parametrize(
    ("before", "after", "column", "kept"),
    [
        ('endDate="2016-11-14 07:57:41 -0700"', 'endDate="2016-11-13 07:57:41 -0700"', "endDate", (1830.0, 1830.0)),
        ('endDate="2016-11-14 07:57:41 -0700"', "", "endDate", (1830.0, 1830.0)),
        ('durationUnit="min"', 'durationUnit="fortnight"', "durationUnit", (1920.0, 1920.0)),
        ('duration="30.5"', 'duration="1e9"', "duration", (1920.0, 1920.0)),
        ('totalDistanceUnit="mi"', 'totalDistanceUnit="furlong"', "totalDistance", (1830.0, 1920.0)),
        ('totalDistance="3.1"', 'totalDistance="nan"', "totalDistance", (1830.0, 1920.0)),
        ('totalDistance="3.1"', 'totalDistance="3000"', "totalDistance", (1830.0, 1920.0)),
    ],
)
def test_a_bad_side_value_is_unknown_and_the_workout_stays(before, after, column, kept):
    records = after_change(before, after)
    first, _ = activities(records)
    assert (places(records, rows=1), places(records, rows=0)) == ([], [(4, column)])
    assert (first.moving_s, first.elapsed_s) == kept
    assert (first.distance_m is None) == (column == "totalDistance")


def test_a_file_without_grammar_or_declaration_is_read():
    assert only_activity(read_file(importer, document(NEW.format(inside=""), grammar=""))).sport is Sport.RUN
    assert read_file(importer, "<HealthData></HealthData>") == []


ENTITIES = [
    GRAMMAR.replace("]>", '<!ENTITY lol "lol">\n]>'),
    GRAMMAR.replace("]>", '<!ENTITY % all SYSTEM "file:///etc/passwd"> %all;\n]>'),
    '<!DOCTYPE HealthData SYSTEM "http://127.0.0.1:9/x.dtd">\n',
    '<!DOCTYPE HealthData SYSTEM "http://127.0.0.1:9/x.dtd" [ <!ENTITY lol "lol"> ]>\n',
    '<!DOCTYPE HealthData PUBLIC "a" "http://127.0.0.1:9/x.dtd">\n',
    '<!DOCTYPE Other [ <!ENTITY lol "lol"> ]>\n',
    '<!DOCTYPE HealthData [ <!-- ]> --> <!ENTITY lol "lol"> ]>\n',
    GRAMMAR + GRAMMAR,
]


@pytest.mark.parametrize("grammar", ENTITIES)
def test_entities_and_other_document_types_are_refused(grammar):
    assert why_refused(document(NEW.format(inside=entry("HKTimeZone", "&lol;")), grammar=grammar))


def test_entities_in_utf_16_are_refused_too():
    hostile = document(NEW.format(inside=""), grammar=ENTITIES[0]).replace("UTF-8", "UTF-16")
    assert why_refused(hostile.encode("utf-16"))


@pytest.mark.parametrize(
    "content",
    [
        document(NEW.format(inside=""))[:-20],
        document(NEW.format(inside="")) + "<more/>",
        document("<Workout>").replace("UTF-8", "shift_jis"),
        document("<Workout>").replace("UTF-8", "klingon"),
        "<HealthDatabase></HealthDatabase>",
        "",
    ],
)
def test_damaged_xml_is_refused(content):
    assert why_refused(content)


def test_one_tag_without_an_end_is_refused_before_it_fills_the_memory():
    assert "256 KiB" in why_refused(document(f'<Record value="{"x" * 6_000_000}"/>'))


def test_the_memory_stays_flat_however_long_the_file_is(tmp_path: Path):
    path = tmp_path / "export.xml"
    path.write_text(document(BEAT * 60_000, NEW.format(inside="")))
    tracemalloc.start()
    found = activities(list(importer.extract(Upload("export.xml", path), Answers())))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (len(found), path.stat().st_size > 6_000_000) == (1, True)
    assert peak < 2_000_000
