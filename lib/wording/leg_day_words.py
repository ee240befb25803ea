"""Do leg days slow my runs? The answer in words, with its interval; plainly so where it cannot be told."""

from collections.abc import Mapping
from typing import Final

from lib.analysis.leg_days.answer import LEAST_RUNS, AfterLegs, LegDays
from lib.model.units import METRES_PER
from lib.model.vocabulary import DistanceUnit, LegDayWord
from lib.wording import format as say

DAYS: Final[Mapping[int, str]] = {1: "The day after leg work", 2: "Two days after"}


def sentence(found: LegDays, each: AfterLegs, unit: DistanceUnit) -> str:
    """What the log says of easy runs so many days after."""
    name, runs = DAYS[each.days], say.counted(each.runs, "easy run", "easy runs")
    if each.share is None or each.low is None or each.high is None:
        return f"**{name}**: cannot be told. {_why(found, each)}"
    against = f"from {runs} against {say.count(found.later)} later ones"
    if each.word is LegDayWord.NOT_TOLD:
        return f"**{name}**: cannot be told. Between {_moved(each.low)} and {_moved(each.high)}, {against}, so it may be either or nothing."
    low, high = sorted((abs(each.low), abs(each.high)))
    seconds = abs(each.share) * (found.pace_s or 0.0) * METRES_PER[unit] / 1000
    return (
        f"**{name}**: {_moved(each.share)} at the same heart rate ({_percent(low)} to {_percent(high)}), about "
        f"{say.number(seconds, '.0f')} s a {'mile' if unit is DistanceUnit.MILE else 'kilometre'}, {against}."
    )


def plain_lines(found: LegDays, unit: DistanceUnit) -> list[str]:
    """The same for the command line, without marks."""
    return [sentence(found, each, unit).replace("**", "") for each in found.after]


def _why(found: LegDays, each: AfterLegs) -> str:
    if each.runs < LEAST_RUNS or found.later < LEAST_RUNS:
        had = f"{say.counted(each.runs, 'easy run', 'easy runs')} with heart rate then, {say.count(found.later)} three days or more after"
        return f"Your log has {had}; it takes {LEAST_RUNS} of each."
    return "It takes such runs and later ones in the same months, over half a year."


def _moved(share: float) -> str:
    return f"{_percent(abs(share))} {'slower' if share >= 0 else 'faster'}"


def _percent(share: float) -> str:
    return f"{say.number(100 * share, '.1f')} %"
