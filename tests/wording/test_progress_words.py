"""Strength that moves and leg days, in words."""

from datetime import date

import pytest

from lib.analysis.leg_days.answer import AfterLegs, LegDays
from lib.analysis.strength.heavy_share import HeavyShare
from lib.model.vocabulary import DistanceUnit, NoEstimate, WeightUnit
from lib.wording import leg_day_words, progress_words

KG, KM = WeightUnit.KG, DistanceUnit.KM
NAN = float("nan")


def heavy(**given):
    counts = {"sets": 20, "with_rpe": 18, "with_reps": 20, "few_reps": 5, "valid": 10, "heavy": 4, "contacts": 0}
    return HeavyShare(date(2026, 10, 1), date(2026, 10, 28), **({"covered": True} | counts | given))


def legs(share, low, high, runs=45):
    each = AfterLegs(1, runs, share, low, high)
    return LegDays((each,), 80, 330.0, 140.0, date(2026, 1, 1), date(2026, 10, 1)), each


@pytest.mark.parametrize(
    ("kilograms", "least", "unit", "words"),
    [(101.6, False, KG, "102 kg"), (95.4, True, KG, "at least 95 kg"), (13.44, False, KG, "13.4 kg"),
     (100.0, False, WeightUnit.POUND, "220 lb"), (NAN, True, KG, "–")],
)  # fmt: skip
def test_an_estimate_is_as_exact_as_it_can_be(kilograms, least, unit, words):
    assert progress_words.estimate(kilograms, least, unit) == words


def test_a_change_has_its_amount_only_where_it_is_told():
    assert progress_words.change("up", 3.44, KG) == "up 3.4 kg"
    assert progress_words.change("down", -3.44, KG) == "down 3.4 kg"
    assert progress_words.change("no clear change", 9.0, KG) == "no clear change"
    assert progress_words.change("too few", NAN, KG) == "too few sessions"


def test_every_reason_for_no_estimate_has_words():
    assert set(progress_words.WHY_NOT) == {str(word) for word in NoEstimate}


def test_the_heavy_share_is_said_or_what_it_lacks():
    assert progress_words.heavy_headline(heavy()) == "40 %"
    assert progress_words.heavy_sentence(heavy()).startswith("4 of 10 lower-body sets had at least 80 %")
    seldom = heavy(with_rpe=10)
    assert progress_words.heavy_headline(seldom) == "5 of 20"
    assert progress_words.heavy_sentence(seldom).endswith(
        "Effort is logged on 50 % of them; a share of heavy sets takes 70 %."
    )
    assert "is known; a share of heavy sets takes 8." in progress_words.heavy_sentence(heavy(valid=7))
    assert progress_words.heavy_headline(heavy(sets=0)) == "–"
    assert progress_words.heavy_sentence(heavy(covered=False)) == "No strength log covers these 28 days."


def test_leg_days_are_told_with_their_interval_in_the_persons_unit():
    slower = leg_day_words.sentence(*legs(0.026, 0.014, 0.038), KM)
    assert slower == (
        "**The day after leg work**: 2.6 % slower at the same heart rate (1.4 % to 3.8 %), about 9 s a kilometre, "
        "from 45 easy runs against 80 later ones."
    )
    assert "about 14 s a mile" in leg_day_words.sentence(*legs(0.026, 0.014, 0.038), DistanceUnit.MILE)
    faster = leg_day_words.sentence(*legs(-0.02, -0.03, -0.01), KM)
    assert "2.0 % faster at the same heart rate (1.0 % to 3.0 %)" in faster


def test_what_cannot_be_told_says_so():
    either = leg_day_words.sentence(*legs(0.005, -0.01, 0.02), KM)
    assert "cannot be told. Between 1.0 % faster and 2.0 % slower" in either
    few = leg_day_words.sentence(*legs(None, None, None, runs=12), KM)
    assert (
        "cannot be told. Your log has 12 easy runs with heart rate then, 80 three days or more after; it takes 20"
        in few
    )
    apart = leg_day_words.sentence(*legs(None, None, None), KM)
    assert apart.endswith("in the same months, over half a year.")
