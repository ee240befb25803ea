"""The article's session, logged from its template or in shorthand, gives the muscles their published sets."""

from dataclasses import replace

from lib.analysis.counting.count_sets import CountingPreferences
from lib.analysis.weeks.lifting_log import lifting_log
from lib.catalog.credits import credit_table
from lib.catalog.template_sets import sets_of_template
from lib.catalog.templates import templates
from lib.model.frames.logs import BREATH_NOTES
from lib.model.shorthand.parse import parse
from tests.analysis.frames import NAN, a_session, a_set, names_of, sessions_of, sets_of

# SCIENCE 11, three sets each; two of the Pallof press and the ball plank. Adductors as amended: 1 a squat.
THREE_SETS_EACH = {
    "quadriceps": 6.0,
    "glutes": 10.5,
    "hamstrings": 4.5,
    "core": 4.0,
    "calves": 3.0,
    "adductors": 3.0,
    "hip_flexors": 1.5,
}
IN_SHORTHAND = """
dead bug 2x6/side; passive leg lowering 2x10/side; hip extension with pause (3 s) 2x10
spiderman with rotation 2x6 a side; inchworm 2x6
1A goblet squat 3x8 @16kg; 1B single-leg hip thrust 3x8/side; 1C half-kneeling Pallof press 2x12/side @10kg
2A sprinter step-up 3x8/side; 2B stability ball hamstring curl 3x10; 2C swiss ball plank 2x5 deep breaths
"""


def _known(value):
    return NAN if value is None else value


def log_of_typed(done):
    """The LiftingLog of LiftingSets, read as the database gives them to counting."""
    columns = ("exercise_name", "kind", "reps", "load_kg", "load_mode", "duration_s", "distance_m", "set_rpe", "side")
    sets = sets_of(*(a_set(**{name: _known(getattr(each, name)) for name in columns}) for each in done))
    notes = BREATH_NOTES.make([(1, number, each.note) for number, each in enumerate(done) if "breath" in each.note])
    preferences = CountingPreferences(breath_notes=notes)
    return lifting_log(sets, sessions_of(a_session()), names_of(sets), credit_table(), preferences)


def totals(log):
    sums = log.muscle_sets.groupby("muscle")["default"].sum()
    return sums[sums > 0].to_dict()


def at_the_upper_end(template):
    return replace(template, items=tuple(replace(item, sets=(item.sets[1],) * 2) for item in template.items))


def test_the_template_at_three_sets_each_gives_the_published_totals():
    done = sets_of_template(templates()["warm-up"]) + sets_of_template(at_the_upper_end(templates()["lower-body"]))
    log = log_of_typed(done)
    assert totals(log) == THREE_SETS_EACH
    assert log.counted["hard"].sum() == 16.0


def test_the_same_session_typed_in_shorthand_gives_the_published_totals():
    read = parse(IN_SHORTHAND)
    assert read.mistakes == ()
    log = log_of_typed(read.sets)
    assert totals(log) == THREE_SETS_EACH
    assert log.counted["hard"].sum() == 16.0


def test_the_lower_end_of_the_template_is_two_sets_of_each():
    log = log_of_typed(sets_of_template(templates()["lower-body"]))
    assert totals(log) == {
        "quadriceps": 4.0,
        "glutes": 7.0,
        "hamstrings": 3.0,
        "core": 4.0,
        "calves": 2.0,
        "adductors": 2.0,
        "hip_flexors": 1.0,
    }
    assert log.counted["hard"].sum() == 12.0


def test_five_deep_breaths_are_a_hold_of_thirty_seconds_whatever_the_exercise_is_called():
    for done in (sets_of_template(templates()["lower-body"])[-1:], parse("plank 5 deep breaths").sets):
        (counted,) = log_of_typed(done).counted.itertuples()
        assert (counted.rule, counted.hold_s, counted.hard) == ("hold", 30.0, 1.0)


def test_the_warm_up_circuit_counts_no_hard_sets():
    assert log_of_typed(sets_of_template(templates()["warm-up"])).counted["hard"].sum() == 0.0
