"""The sections on what was done: the range in numbers, the main figure, the muscles and the exercises."""

from typing import Final

import pandas as pd

from lib.analysis.counting.coverage import mapping_coverage
from lib.analysis.muscles.measures import of_sets
from lib.analysis.muscles.weekly_sets import SCHEMES
from lib.analysis.weeks.running import only_runs, time_of
from lib.charts.look.theme import Look
from lib.charts.overview import stack
from lib.model.vocabulary import MUSCLE_NAMES, RUNNERS_NINE, Muscle
from lib.report.blocks import Drawing, Number, RangeTable, Section
from lib.report.span import Span
from lib.wording import detail_tables
from lib.wording import format as say
from lib.wording.helper_words import HELPERS

MOST_EXERCISES: Final = 25
NO_SETS: Final = "Only runs: no lifting log was imported."
NO_RUNS: Final = "Only lifting: no log of runs was imported."


def summary(span: Span) -> Section:
    """The range in numbers, each with its mean a week over complete covered weeks."""
    unit = span.athlete.distance_unit
    runs = span.inside(only_runs(span.training.activities))
    strength = span.inside(span.training.lifting.strength_sessions)
    sets = span.inside(span.training.lifting.counted)
    weekly = span.weekly
    ran = [
        Number(
            "Distance",
            _or_dash(runs, say.distance(runs["distance_m"].sum(), unit)),
            _mean(weekly.running, "distance_m", unit),
        ),
        Number("Runs", _or_dash(runs, say.count(len(runs))), _mean(weekly.running, "runs")),
        Number("Running time", _or_dash(runs, say.duration(time_of(runs).sum())), ""),
        Number("Longest run", say.distance(runs["distance_m"].max(), unit), ""),
    ]
    lifted = [
        Number(
            "Strength sessions",
            _or_dash(strength, say.count(strength["counts"].sum())),
            _mean(weekly.strength, "sessions"),
        ),
        Number(
            "Lower-body sessions",
            _or_dash(strength, say.count(strength["lower"].sum())),
            _mean(weekly.strength, "lower_sessions"),
        ),
        Number("Sets that count", _or_dash(sets, say.count(sets["hard"].sum())), _mean(weekly.strength, "sets_done")),
    ]
    if jumped := strength["contacts"].sum():
        lifted.append(Number("Ground contacts", say.count(jumped), _mean(weekly.strength, "contacts")))
    numbers = (ran if span.has_runs else []) + (lifted if span.has_sets else [])
    missing = [] if span.has_sets else [NO_SETS]
    missing += [] if span.has_runs else [NO_RUNS]
    return Section("In numbers", "Means are of complete weeks that a log covers.", numbers=numbers, sentences=missing)


def main_figure(span: Span) -> Section:
    """Sets per muscle above the distance of the same weeks; without any log of one, the other alone."""
    unit = span.athlete.distance_unit
    running, sets = span.weekly.running, of_sets(span.weekly.sets)
    marks = span.training.events
    muscles = RUNNERS_NINE if span.has_sets else ()
    drawing = Drawing(
        stack.heat_map(sets, running, muscles=muscles, unit=unit, look=Look(), marks=marks),
        stack.text_alternative(sets, running, muscles=muscles, unit=unit),
    )
    hatched = "Hatched: no log, a week in part, or one that is not over."
    if not span.has_sets:
        return Section("Distance of each week", hatched, drawings=[drawing])
    title = "Sets of each muscle above the distance" if span.has_runs else "Sets of each muscle"
    return Section(title, f"Strength volume (sets): main muscle 1, helper ½. {HELPERS} {hatched}", drawings=[drawing])


def muscles(span: Span) -> Section:
    """Sets of every muscle in the range, with the range of other ways of counting helpers."""
    found = span.inside(span.training.lifting.muscle_sets).groupby("muscle")[SCHEMES].sum()
    weeks = span.weekly.sets[span.weekly.sets["complete"]].dropna(subset=["hard_sets"]).groupby("muscle")["hard_sets"]
    sums = found.reindex([str(muscle) for muscle in Muscle], fill_value=0.0)
    spread = [say.between(low, high) for low, high in zip(sums.min(axis=1), sums.max(axis=1), strict=True)]
    frame = pd.DataFrame(
        {
            "Muscle": [MUSCLE_NAMES[muscle] for muscle in Muscle],
            "Sets": [say.count(each) for each in sums[SCHEMES[0]]],
            "By way of counting": spread,
            "A week": [say.count(round(each, 1)) for each in weeks.mean().reindex(sums.index)],
            "Weeks with a set": [
                say.of_weeks(int(met), int(count))
                for met, count in zip(
                    weeks.apply(lambda each: (each >= 1).sum()).reindex(sums.index, fill_value=0),
                    weeks.size().reindex(sums.index, fill_value=0),
                    strict=True,
                )
            ],
        }
    )
    mapped = mapping_coverage(span.inside(span.training.lifting.counted))
    note = f"{say.share(mapped.share)} of {say.counted(mapped.sets, 'set', 'sets')} are mapped to muscles."
    return Section(
        "Muscles",
        "A set counts for several muscles, so the rows do not add up to the sets done.",
        tables=[RangeTable(frame, note)],
    )


def exercises_done(span: Span) -> Section:
    """The exercises with the most sets, as the athlete calls them."""
    counted = span.inside(span.training.lifting.counted)
    done = counted[counted["hard"] > 0].groupby(["exercise_name", "exercise"])
    found = done.agg(sets=("hard", "sum"), last=("local_date", "max")).reset_index()
    top = found.sort_values(["sets", "exercise_name"], ascending=[False, True]).head(MOST_EXERCISES)
    frame = pd.DataFrame(
        {
            "Name in the log": top["exercise_name"],
            "Exercise": top["exercise"].map(detail_tables.exercise_name),
            "Sets": top["sets"].map(say.count),
            "Last done": [say.day(each.date()) for each in top["last"]],
        }
    )
    left = len(found) - len(top)
    return Section("Exercises", tables=[RangeTable(frame, f"{left} more with fewer sets." if left else "")])


def _or_dash(rows: pd.DataFrame, text: str) -> str:
    return say.NOTHING if rows.empty else text


def _mean(frame: pd.DataFrame, column: str, unit: object = None) -> str:
    """The mean of the complete covered weeks, "" without any."""
    mean = frame.loc[frame["complete"], column].mean()
    if pd.isna(mean):
        return ""
    return f"{say.distance(mean, unit) if unit else say.count(round(mean, 1))} a week"  # type: ignore[arg-type]
