"""What is asked when a file has been read and does not look right."""

from dataclasses import replace

import pytest
from look_alikes import BERLIN, STRONG_HEADER, strava, strava_run

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.records import Problem
from lib.model.vocabulary import Question, WeightUnit
from lib.services.importing.import_files import import_files, preview
from lib.services.importing.problem_kinds import problem_kinds
from lib.store.records.frames import read_activities, read_sets

KG = Answers(time_zone="Europe/Berlin", weight_unit=WeightUnit.KG)
GOOD = [strava_run(day) for day in range(1, 7)]
BAD = [strava_run(day, date=f"{day}. Mai 2026 klo 6") for day in range(10, 16)]


def asked(report):
    return [need.question for need in report.needs]


def loads(account):
    with account.read() as conn:
        return list(read_sets(conn, account.athlete_id)["load_kg"])


def strong(*weights):
    rows = [
        f'2026-05-{day:02d} 18:00:00,"Legs",1h,"Squat (Barbell)",1,{weight},8,0,0,"","",'
        for day, weight in enumerate(weights, start=1)
    ]
    return Upload("strong.csv", "\n".join([STRONG_HEADER, *rows, ""]).encode())


def test_nothing_is_stored_while_most_rows_fail_and_nobody_said_to_go_on(account):
    report = import_files(account, [strava(*GOOD[:5], *BAD)], BERLIN)
    assert asked(report) == [Question.MOST_ROWS_FAILED]
    assert (report.batch, report.files[0].added.rows, report.files[0].rejected) == (None, 0, 6)
    assert len(report.files[0].problems) == 6
    with account.read() as conn:
        assert read_activities(conn, account.athlete_id).empty


def test_rows_are_as_many_before_the_answer_as_after_it(account):
    files = [strava(*GOOD[:5], *BAD)]
    asking, going = (preview(account, files, replace(BERLIN, keep_going=yes)).files[0] for yes in (False, True))
    assert (asking.records, asking.waiting) == (11, 5)
    assert (going.records, going.waiting) == (11, 0)


def test_rows_that_differ_from_what_is_stored_wait_too(account):
    import_files(account, [strava(*GOOD[:5])], BERLIN)
    longer = [strava_run(day, metres="9000.0") for day in range(1, 6)]
    assert preview(account, [strava(*longer, *BAD)], BERLIN).files[0].records == 11


@pytest.mark.parametrize("rows", [BAD, [*BAD, *BAD]])
def test_an_import_of_which_nothing_could_be_read_is_not_ok(account, rows):
    report = import_files(account, [strava(*rows)], replace(BERLIN, keep_going=True))
    assert (report.ok, report.files[0].failed, report.brought) == (False, True, False)


def test_an_import_of_which_something_could_be_read_or_was_known_is_ok(account):
    for _ in range(2):
        report = import_files(account, [strava(*GOOD[:1], *BAD)], replace(BERLIN, keep_going=True))
        assert (report.ok, report.files[0].failed) == (True, False)


def test_the_question_names_the_count_the_cause_and_an_example(account):
    [need] = preview(account, [strava(*GOOD[:5], *BAD)], BERLIN).needs
    assert need.why.startswith("6 of the 11 rows of activities.csv cannot be read, 6 of them for one reason")
    assert "(line 7, Activity Date, “10. Mai 2026 klo 6”)" in need.why
    assert need.why.endswith("until you say to go on with the other 5.")


def test_where_no_row_can_be_read_the_question_names_no_others(account):
    [need] = preview(account, [strava(*BAD, *BAD)], BERLIN).needs
    assert need.why.startswith("None of the 12 rows of activities.csv can be read, 12 of them for one reason")
    assert need.why.endswith("Nothing is stored of it.")
    assert need.choices == ()


def test_what_can_be_read_is_stored_once_the_person_says_to_go_on(account):
    report = import_files(account, [strava(*GOOD[:5], *BAD)], replace(BERLIN, keep_going=True))
    assert (asked(report), report.files[0].added.activities, report.files[0].rejected) == ([], 5, 6)
    assert report.batch == 1


@pytest.mark.parametrize(("good", "bad"), [(6, 6), (3, 6)])
def test_half_of_the_rows_and_short_files_are_no_question(account, good, bad):
    report = import_files(account, [strava(*GOOD[:good], *BAD[:bad])], BERLIN)
    assert (asked(report), report.files[0].added.activities, report.files[0].rejected) == ([], good, bad)


def test_the_other_files_wait_for_the_answer_too(account):
    report = import_files(account, [strong(80), strava(*GOOD[:5], *BAD)], KG)
    assert report.batch is None
    assert loads(account) == []


def test_problems_that_differ_in_their_rows_alone_are_of_one_kind():
    problems = [
        *(Problem(line, "Date", f"{line} Mai", f"'{line} Mai' is no date; line {line}") for line in range(2, 9)),
        Problem(9, "Date", "x", "'x' is no date; line 9", rows=0),
        Problem(10, "Distance", "x", "'x' is no number"),
    ]
    found = problem_kinds(problems)
    assert [(each.first.line, each.times, each.rows) for each in found] == [(2, 7, 7), (9, 1, 0), (10, 1, 1)]


def test_a_remembered_unit_is_asked_for_again_when_the_app_was_switched(account):
    import_files(account, [strong(80, 82.5, 60)], KG)
    report = import_files(account, [strong(176.4, 181.9, 132.3, 190)], BERLIN)
    assert asked(report) == [Question.WEIGHT_UNIT]
    assert report.needs[0].choices == ("kg", "lb")
    assert loads(account) == [80.0, 82.5, 60.0]


def test_the_answer_given_then_is_taken_and_remembered(account):
    import_files(account, [strong(80, 82.5, 60)], KG)
    pounds = replace(BERLIN, weight_unit=WeightUnit.POUND)
    assert preview(account, [strong(176.4, 181.9, 132.3)], pounds).files[0].unchanged == 3
    import_files(account, [strong(176.4, 181.9, 132.3)], pounds)
    assert import_files(account, [strong(176.4, 181.9, 132.3)], BERLIN).files[0].unchanged == 3
    assert asked(import_files(account, [strong(80, 82.5, 60)], BERLIN)) == [Question.WEIGHT_UNIT]


@pytest.mark.parametrize("weights", [(176.4, 181.9), (176.4, 181.9, 60), (176.4, 181.9, 70), (85, 87.5, 65)])
def test_few_or_other_changes_are_edits(account, weights):
    import_files(account, [strong(80, 82.5, 60)], KG)
    report = import_files(account, [strong(*weights)], BERLIN)
    assert asked(report) == []
    assert report.batch == 2
