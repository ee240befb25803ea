"""The sections on how regular the weeks were: goals, the calendar, and the weeks as a table."""

from typing import Any

import pandas as pd

from lib.analysis.weeks.adherence import adherence, goal_weeks
from lib.analysis.weeks.days import calendar
from lib.analysis.weeks.dose import dose
from lib.analysis.weeks.regularity import typical_week
from lib.charts import calendar as charts
from lib.charts import goals as goal_charts
from lib.charts.look.theme import Look
from lib.model.units import METRES_PER
from lib.model.vocabulary import DistanceUnit, GoalKind
from lib.report.blocks import Drawing, RangeTable, Section
from lib.report.span import Span
from lib.wording import format as say

MOST_WEEKS = 26


def consistency(span: Span) -> Section:
    """Weeks against own goals, typical weeks, the dose of lower-body work, and the calendar."""
    unit = span.athlete.distance_unit
    training = span.training
    days = calendar(training.activities, training.lifting, span.first, span.last, runs_logged=training.runs_logged)
    figure = charts.day_cells(days, unit=unit, first=span.athlete.first_weekday, look=Look())
    return Section(
        "Consistency",
        "A cell is a day: running cool, lifting warm, both split.",
        sentences=[*_goals(span), *_typical(span), *_dose(span)],
        drawings=[Drawing(figure, charts.text_alternative(days, unit))],
    )


def weeks(span: Span) -> Section:
    """The latest weeks of the range as a table, newest first."""
    unit = span.athlete.distance_unit
    both = span.weekly.running.merge(span.weekly.strength, on="week_start", suffixes=("", "_lifting"))
    latest = both.tail(MOST_WEEKS).iloc[::-1]
    frame = pd.DataFrame({"Week from": [say.day(each.date()) for each in latest["week_start"]]}, index=latest.index)
    if span.has_runs:
        frame = frame.assign(**_ran(latest, unit))
    if span.has_sets:
        frame = frame.assign(**_lifted(latest))
    left = len(both) - len(latest)
    return Section(
        "Weeks", tables=[RangeTable(frame, f"{left} earlier weeks of the range are left out here." if left else "")]
    )


def _ran(weeks: pd.DataFrame, unit: DistanceUnit) -> dict[str, Any]:
    far = [say.distance(each, unit).removesuffix(f" {unit}") for each in weeks["distance_m"]]
    return {f"Distance ({unit})": far, "Runs": weeks["runs"].map(say.count)}


def _lifted(weeks: pd.DataFrame) -> dict[str, Any]:
    return {
        "Strength sessions": weeks["sessions"].map(say.count),
        "Lower-body": weeks["lower_sessions"].map(say.count),
        "Sets": weeks["sets_done"].map(say.count),
    }


def _goals(span: Span) -> list[str]:
    goals, lines = span.training.goals, []
    for kind in GoalKind:
        if not (goals["kind"] == str(kind)).any():
            continue
        found = goal_weeks(span.weekly.running, span.weekly.strength, goals, span.training.breaks, kind)
        kept = adherence(found, len(found))
        left = f", {kept.excluded} left out" if kept.excluded else ""
        lines.append(f"{goal_charts.NAMES[kind]}: the goal was met in {say.of_weeks(kept.met, kept.counted)}{left}.")
    return lines


def _typical(span: Span) -> list[str]:
    unit = span.athlete.distance_unit
    found = {
        f" {unit}": (typical_week(span.weekly.running, "distance_m"), METRES_PER[unit]),
        " sets": (typical_week(span.weekly.strength, "sets_done"), 1.0),
    }
    return [
        f"Typical week: {say.about(each.low / size, each.high / size)}{suffix} (the middle half of the weeks)."
        for suffix, (each, size) in found.items()
        if each is not None
    ]


def _dose(span: Span) -> list[str]:
    found = dose(span.weekly.strength, len(span.weekly.strength))
    if not found.weeks:
        return []
    any_week = say.of_weeks(found.one + found.two_or_more, found.weeks)
    mark = "the article suggests 1–2 a week, research programmes mostly had 2–3"
    return [f"Lower-body work once or more in {any_week}, twice or more in {found.two_or_more}; {mark}."]
