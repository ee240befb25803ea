"""The measures of the muscles for one athlete: their weeks, and the amounts that add up to them."""

import pandas as pd

from lib.analysis.muscles.measures import amounts, muscle_weeks, of_sets, with_range
from lib.analysis.muscles.weekly_sets import counted_by
from lib.model.frames.counting import MOVED_LOADS
from lib.model.vocabulary import MuscleMeasure, Scheme
from lib.services.queries.training import Training
from lib.services.queries.weekly import Weekly, moved


def weeks_of_measure(training: Training, weekly: Weekly, measure: MuscleMeasure, scheme: Scheme) -> pd.DataFrame:
    """MUSCLE_WEEKS of a measure, over the weeks of `weekly`."""
    if measure == MuscleMeasure.SETS:
        return of_sets(counted_by(weekly.sets, scheme))
    loads = moved(training) if measure == MuscleMeasure.TONNAGE else MOVED_LOADS.empty()
    weeks = {
        each: muscle_weeks(
            amounts(training.lifting.muscle_sets, loads, measure, each), weekly.sets, training.athlete.first_weekday
        )
        for each in Scheme
    }
    return with_range(weeks[scheme], weeks[Scheme.STRICT], weeks[Scheme.PERMISSIVE])
