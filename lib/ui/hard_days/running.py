"""Running by how hard it was beside the sets of the lower body, and the steps of the longest run."""

from typing import Any

import pandas as pd
import streamlit as st

from lib.analysis.weeks.effort_minutes import hard_share
from lib.analysis.weeks.longest_run import longest_of_weeks, run_steps
from lib.analysis.weeks.lower_body import weekly_lower_sets
from lib.analysis.weeks.running import only_runs
from lib.charts.hard_days import effort, longest
from lib.model.vocabulary import RunVerdict
from lib.services.queries.spacing import minutes_of
from lib.services.queries.training import Training
from lib.services.queries.weekly import Weekly, first_day
from lib.ui.hard_days import span
from lib.ui.kit import parts
from lib.ui.shell import queries, screen
from lib.wording import format as say


def show_minutes(training: Training, weekly: Weekly, chosen: str) -> None:
    """Minutes of each kind of run above lower-body sets. chosen: the name of a span."""
    parts.section(
        "Easy and hard running",
        "A run counts as one kind as a whole, warm-up and pauses between repeats with it. Runs of which nothing tells are hatched.",
    )
    minutes = queries.once("effort_minutes", lambda: minutes_of(training))
    shown = span.within(minutes, "week_start", training.today, chosen)
    figure, alt = queries.once("effort_figure", lambda: _draw_minutes(training, weekly, shown), chosen)
    st.markdown(_share_words(shown))
    parts.draw(figure, alt, key="effort_minutes")


def show_longest(training: Training, weekly: Weekly, chosen: str) -> None:
    """The longest run of each week beside what was run in it. chosen: the name of a span."""
    parts.section("Longest run", "Each week’s longest run beside the distance of the week.")
    weeks = span.within(weekly.running, "week_start", training.today, chosen)
    figure, alt = queries.once("longest_figure", lambda: _draw_longest(training, weeks), chosen)
    parts.draw(figure, alt, key="longest_runs")
    st.caption(_study())


def _draw_minutes(training: Training, weekly: Weekly, shown: pd.DataFrame) -> tuple[Any, str]:
    lower = weekly_lower_sets(training.lifting.strength_sessions, weekly.strength, training.athlete.first_weekday)
    sets = lower[lower["week_start"].isin(shown["week_start"])]
    return effort.minutes(shown, sets, look=screen.look()), effort.text_alternative(shown)


def _share_words(shown: pd.DataFrame) -> str:
    """The share of hard minutes, or why it is withheld."""
    of = {each: float(shown[str(each)].sum()) for each in RunVerdict}
    total, share = sum(of.values()), hard_share(shown)
    if not total:
        return "No minutes of running in this time."
    told = f"of {say.count(round(total))} minutes {say.share(1 - of[RunVerdict.UNKNOWN] / total)} can be told"
    if share is None:
        return f"Hard running: no share, {told}."
    words = f"Hard running: **{say.share(share)}** of the minutes; {told}"
    return words + (f", {say.count(round(of[RunVerdict.LONG]))} of them in long runs." if of[RunVerdict.LONG] else ".")


def _draw_longest(training: Training, weeks: pd.DataFrame) -> tuple[Any, str]:
    since = first_day(training)
    steps = run_steps(only_runs(training.activities), pd.Timestamp(since) if since else None)
    longest_each = longest_of_weeks(steps, training.athlete.first_weekday)
    inside = longest_each[longest_each["local_date"] >= weeks["week_start"].min()] if len(weeks) else longest_each[:0]
    unit = training.athlete.distance_unit
    figure = longest.longest_runs(weeks, inside, unit=unit, look=screen.look())
    return figure, longest.text_alternative(inside, unit)


def _study() -> str:
    """What a cohort found, with its number written as the region does."""
    return (
        f"In a study of {say.count(5205)} runners, runs more than 10 % longer than the longest one of the 30 days before were "
        "followed by more self-reported injuries on average; it cannot tell what happens to you."
    )
