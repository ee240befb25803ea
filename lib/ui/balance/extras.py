"""What stands beside the balance: what would make the counts equal, hip extension, left and right, two more rows."""

from datetime import timedelta
from typing import Any

import pandas as pd
import streamlit as st

from lib.analysis.balance.evening_out import are_alike, evening_out, smaller_side
from lib.analysis.balance.hip_extension import HipExtension, hip_extension
from lib.analysis.balance.left_right import MIN_PAIRS, left_right
from lib.analysis.balance.push_pull import CalfWeeks, PushPull, calf_weeks, push_pull
from lib.analysis.balance.ratio import Balance
from lib.analysis.balance.words import Band
from lib.charts import shares
from lib.charts.look.theme import muscle_colour, palette
from lib.model.vocabulary import MUSCLE_NAMES, Bias, Muscle
from lib.services.queries.training import Training
from lib.ui.balance.ratio import WINDOWS
from lib.ui.kit import parts, tables
from lib.ui.shell import queries, screen
from lib.wording import detail_tables
from lib.wording import format as say
from lib.wording.helper_words import HELPERS
from lib.wording.hip_words import BIAS_NAMES, hip_sentence


def what_would_make_them_equal(training: Training, found: Balance) -> None:
    """Sets of the person's own exercises that would make both counts equal."""
    band = training.preferences.conventions.similar
    rows = queries.once(
        "evening_out", lambda: evening_out(found, training.lifting.muscle_sets, training.credits, band), found.days
    )
    parts.section(
        "What would make the counts equal",
        "Arithmetic on counts, not a plan: exercises of your last year that give the side with fewer sets more than the "
        "other. No study sets 1 : 1 as a target.",
    )
    if rows.empty:
        st.markdown(_no_rows(found, band))
        return
    muscle = MUSCLE_NAMES[smaller_side(found)].lower()
    row = rows.iloc[0]
    st.markdown(
        f"Equal counts in these {found.days} days would have taken **{say.counted(row['sets_more'], 'more set', 'more sets')}** "
        f"of {detail_tables.exercise_name(row['exercise'])} ({say.number(row['a_week'], '.1f')} a week), the exercise of yours "
        f"that gives {muscle} the most. Each row below alone would do."
    )
    tables.show(_equal_table(rows), placeholder="–")


def _no_rows(found: Balance, band: Band) -> str:
    if not found.first and not found.second:
        return "No sets on either side in these days."
    if are_alike(found, band):
        return "The two counts are similar."
    return "None of the exercises of your last year gives the side with fewer sets more than the other."


def _equal_table(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Exercise": rows["exercise"].map(detail_tables.exercise_name),
            "Sets more": rows["sets_more"],
            "By way of counting": [_span(low, high) for low, high in zip(rows["low"], rows["high"], strict=True)],
            "Gives per set": rows["gain"],
            "Sets in a year": rows["rows"],
            "Last done": rows["last_done"].dt.date,
        }
    )


def _span(low: float, high: float) -> str:
    return say.count(low) if low == high else f"{say.count(low)}–{say.count(high)}"


def hips(training: Training, days: int) -> None:
    """Which exercises extend the hip, and which of the two muscles they favour."""
    parts.section(
        "Glutes against hamstrings in hip extension",
        "Hinges, hip thrusts, bridges, kickbacks and back extensions, by the muscle that each exercise credits more. "
        f"A count of sets cannot tell which muscle did the work. {HELPERS}",
    )
    found = {each: hips_of(training, each) for each in WINDOWS}
    if not any(each.sets for each in found.values()):
        st.markdown("No hip-extension sets in the last 12 weeks.")
        return
    figure, alt = queries.once("hips_figure", lambda: _draw_hips(found))
    parts.draw(figure, alt, key="hips_figure")
    now = found[days]
    st.markdown(hip_sentence(now))
    with st.expander(f"The exercises that decide it, {say.days(now.from_date, now.to_date)}"):
        parts.rows_behind(
            _hip_table(now.rows),
            total=f"**{say.counted(now.sets, 'set', 'sets')}**",
            nothing="No hip-extension sets in these days.",
            file_name=f"hip-extension-{now.to_date}.csv",
            key="hips_csv",
        )


def hips_of(training: Training, days: int) -> HipExtension:
    """Glutes against hamstrings in hip extension on the days that end today."""
    start = training.today - timedelta(days=days - 1)
    sets = (training.lifting.counted, training.names, training.credits)
    return queries.once("hips", lambda: hip_extension(*sets, start, training.today), days)


def _draw_hips(found: dict[int, HipExtension]) -> tuple[Any, str]:
    look = screen.look()
    rows = [{"label": label, **{bias: found[days].of(bias) for bias in Bias}} for days, label in WINDOWS.items()]
    colours: dict[str, str] = {
        Bias.GLUTES: muscle_colour(Muscle.GLUTES, look),
        Bias.BOTH: palette(look).muted,
        Bias.HAMSTRINGS: muscle_colour(Muscle.HAMSTRINGS, look),
    }
    frame = pd.DataFrame(rows)
    figure = shares.divided_bars(frame, list(Bias), BIAS_NAMES, colours, look=look)
    return figure, shares.text_alternative(frame, list(Bias), BIAS_NAMES)


def _hip_table(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Exercise": rows["exercise"].map(detail_tables.exercise_name),
            "Favours": rows["bias"].map(BIAS_NAMES),
            "Sets": rows["hard_sets"],
        }
    )


def sides(training: Training, found: Balance) -> None:
    """Left and right, only in logs that name a side."""
    both = queries.once(
        "left_right", lambda: left_right(training.lifting.counted, found.from_date, found.to_date), found.days
    )
    if both.rows.empty:
        return
    parts.section(
        "Left and right", "Only sets that your log gives a side to. There is no accepted limit for a difference."
    )
    if both.index is None:
        st.markdown(f"{both.pairs} pairs of sets so far; the sides are compared from {MIN_PAIRS} on.")
    else:
        side = "left" if both.index > 0 else "right"
        st.markdown(
            "As many left as right sets."
            if round(both.index, 1) == 0
            else f"{say.number(abs(both.index), '.1f')} % more {side} than both sides’ mean, from {both.pairs} pairs of sets."
        )
    tables.show(_sides_table(both.rows))


def _sides_table(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Exercise": rows["exercise"].map(detail_tables.exercise_name),
            "Left sets": rows["left_sets"],
            "Right sets": rows["right_sets"],
            "Left reps": rows["left_reps"],
            "Right reps": rows["right_reps"],
        }
    )


def more_rows(training: Training, found: Balance) -> None:
    """Two rows that some people ask for: pushing and pulling, and the calves."""
    with st.expander("Push and pull, calves"):
        moves, calves = queries.once("more_rows", lambda: _more_rows(training, found), found.days)
        st.markdown(
            f"**Push : pull** {say.side_by_side([moves.push, moves.pull])} sets in {found.days} days: presses and dips "
            "against rows and pull-ups, each set once."
        )
        st.markdown(
            f"**Calves** had a set in {say.of_weeks(calves.with_calves, calves.weeks)}, {say.number(calves.mean, '.1f')} sets a week, "
            f"{say.number(calves.direct, '.1f')} of them as the main muscle."
            if calves.weeks
            else "**Calves**: no complete week is covered yet."
        )


def _more_rows(training: Training, found: Balance) -> tuple[PushPull, CalfWeeks]:
    moves = push_pull(training.lifting.counted, training.names, found.from_date, found.to_date)
    return moves, calf_weeks(queries.weekly().sets, training.lifting.muscle_sets)
