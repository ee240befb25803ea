"""What is asked when a file has been read and does not look right."""

from dataclasses import replace
from datetime import datetime

import pytest
from look_alikes import BERLIN, STRONG_HEADER, strava, strava_run

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.records import Activity, LiftingSet, Problem, Session, Start
from lib.model.vocabulary import Question, Sport, TimeBasis, WeightUnit
from lib.services.importing.doubts import doubtful_unit, has_value, most_rows_failed
from lib.services.importing.import_files import import_files, preview
from lib.services.importing.problem_kinds import count_kinds, problem_kinds
from lib.services.importing.receipt import FileReceipt
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


def failed_of(rows, understood, problems=()):
    receipt = FileReceipt("runs.csv", "", rejected=rows)
    receipt.problems = list(problems) or [Problem(4, "Date", "x", "no date.", rows=rows)]
    return most_rows_failed(receipt, understood)


@pytest.mark.parametrize(
    ("failed", "understood", "asks"),
    [(9, 0, False), (10, 0, True), (6, 4, True), (5, 5, False), (6, 5, True), (6, 6, False), (5, 4, False)],
)
def test_more_than_half_of_ten_rows_or_more_is_asked_about(failed, understood, asks):
    need = failed_of(failed, understood)
    assert (need is not None) is asks
    choices = ("keep_going",) if understood else ()
    assert need is None or (need.question, need.choices) == (Question.MOST_ROWS_FAILED, choices)


def test_the_commonest_cause_is_that_of_most_rows():
    few, many = Problem(2, "Date", "x", "no date.", rows=4), Problem(None, None, None, "too long", rows=1_200)
    assert failed_of(1_204, 1_000, [few, many, few]).why == (
        "1,204 of the 2,204 rows of runs.csv cannot be read, 1,200 of them for one reason (the whole file): too long. "
        "Nothing is stored until you say to go on with the other 1,000."
    )
    assert "8 of them for one reason (line 2, Date, “x”): no date. Nothing" in failed_of(12, 3, [few, few]).why


START = Start("2026-03-03", TimeBasis.WALL_CLOCK, local=datetime(2026, 3, 3))
KILO = 1 / 0.45359237


def lifted(*loads):
    return Session("1", START, tuple(LiftingSet("Squat", reps=5, load_kg=each) for each in loads), 2)


def ran(metres):
    return Activity("1", Sport.RUN, START, 2, distance_m=metres)


def asks_for_unit(*factors):
    shared = [(lifted(*[80.0] * len(factors)), lifted(*(80.0 * each for each in factors)))]
    return doubtful_unit(Question.WEIGHT_UNIT, shared) is not None


@pytest.mark.parametrize(
    ("factors", "asks"),
    [
        ([KILO] * 2, False),
        ([KILO] * 3, True),
        ([1 / KILO] * 3, True),
        ([KILO * 1.009] * 3, True),
        ([KILO * 0.991] * 3, True),
        ([KILO * 1.011] * 3, False),
        ([KILO * 0.989] * 3, False),
        ([KILO, KILO, KILO * 1.049], True),
        ([KILO, KILO, KILO * 0.951], True),
        ([KILO, KILO, KILO * 1.051], False),
        ([KILO, KILO, KILO * 0.949], False),
        ([KILO * 0.96, KILO * 0.96, KILO, KILO * 1.04, KILO * 1.04], True),
        ([1.0] * 3, False),
        ([], False),
    ],
)
def test_a_unit_is_doubted_where_the_middle_is_off_by_the_factor_within_a_percent_and_none_strays_by_five(
    factors, asks
):
    assert asks_for_unit(*factors) is asks


def test_distances_of_runs_and_of_sets_are_looked_at_for_their_unit():
    pairs = [(ran(1000.0), ran(1609.344)), (ran(None), ran(5.0)), (ran(5.0), ran(0.0))] + [
        (ran(2000.0), ran(3218.688))
    ] * 2
    need = doubtful_unit(Question.DISTANCE_UNIT, pairs)
    assert need.choices == ("km", "mi")
    assert "each distance that was imported already would change by the same factor, 1.61." in need.why
    assert doubtful_unit(Question.DISTANCE_UNIT, pairs[:4]) is None
    assert doubtful_unit(Question.WEIGHT_UNIT, pairs) is None
    weights = doubtful_unit(Question.WEIGHT_UNIT, [(lifted(10, 20, 30), lifted(10 * KILO, 20 * KILO, 30 * KILO, 7))])
    assert "each weight that was imported already would change by the same factor, 2.20." in weights.why


@pytest.mark.parametrize(
    ("question", "record", "matters"),
    [
        (Question.WEIGHT_UNIT, lifted(None, 60.0), True),
        (Question.WEIGHT_UNIT, lifted(None, 0.0), False),
        (Question.WEIGHT_UNIT, ran(1000.0), False),
        (Question.DISTANCE_UNIT, ran(1000.0), True),
        (Question.DISTANCE_UNIT, ran(None), False),
        (Question.DISTANCE_UNIT, lifted(60.0), False),
        (Question.DISTANCE_UNIT, Session("1", START, (LiftingSet("Carry", distance_m=40.0),), 2), True),
    ],
)
def test_a_unit_matters_where_there_is_a_value_of_it(question, record, matters):
    assert has_value(question, record) is matters


def test_a_run_is_not_compared_with_a_session():
    assert doubtful_unit(Question.DISTANCE_UNIT, [(ran(1000.0), lifted(5)), (lifted(5), ran(5.0))] * 3) is None


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("'a' is no date", "'b' is no date", True),
        ("“a” is no date", "“b” is no date", True),
        ('"a" is no date', '"b" is no date', True),
        ("line 1,200.5", "line 7", True),
        ("Anna's row 'a'", "Anna's row 'b'", True),
        ("Anna's day", "Anna's date", False),
        ("a is no date", "b is no date", False),
    ],
)
def test_what_is_quoted_and_numbers_make_no_other_kind_of_problem(one, other, alike):
    assert count_kinds([("Date", one), ("Date", other)]) == ([(0, 2)] if alike else [(0, 1), (1, 1)])


def test_problems_of_two_columns_are_of_two_kinds_and_those_alike_are_counted():
    said = [
        ("Date", "bad 1"),
        ("Time", "bad 1"),
        ("Date", "bad 2"),
        (None, "bad"),
        ("Time", "bad 3"),
        ("Date", "bad 4"),
    ]
    assert count_kinds(said) == [(0, 3), (1, 2), (3, 1)]
    assert count_kinds([]) == []
    problems = [
        Problem(1, "A", None, "bad 1", rows=1),
        Problem(2, "A", None, "bad 2", rows=2),
        Problem(3, "A", None, "bad", rows=0),
    ]
    assert [(each.times, each.rows) for each in problem_kinds(problems)] == [(2, 3), (1, 0)]
