"""The parts of the week page: its numbers, its days, its muscles and the rows behind them."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final

import pandas as pd
import streamlit as st

from lib.analysis.balance import ratio as balances
from lib.analysis.balance.words import balance_sentence
from lib.analysis.muscles.weekly_sets import counted_by
from lib.analysis.weeks.one_week import week_facts, week_muscles
from lib.analysis.weeks.running import only_runs
from lib.charts import week_muscles as charts
from lib.model import region
from lib.model.vocabulary import RUNNERS_NINE, Scheme
from lib.services.queries.training import Training
from lib.services.queries.weekly import Weekly
from lib.ui.kit import parts
from lib.ui.settings import where_used
from lib.ui.settings.dated_forms import BREAK, EVENT, GOAL
from lib.ui.shell import nav, queries, screen, state
from lib.wording import detail_tables
from lib.wording import format as say
from lib.wording.text import plain

_LABELS: Final = {
    "distance_m": "Distance",
    "runs": "Runs",
    "moving_s": "Running time",
    "longest_m": "Longest run",
    "sessions": "Strength sessions",
    "lower_sessions": "Lower-body sessions",
    "sets_done": "Sets that count",
}
_METRES: Final = ("distance_m", "longest_m")


def choose_week(starts: Sequence[date], today: date) -> date:
    """The week of the address, or the newest; with the way to the one before and the one after. starts: newest first."""
    options = [start.isoformat() for start in starts]
    if st.session_state.get(state.WEEK) not in options:
        st.session_state[state.WEEK] = nearest_week(st.session_state.get(state.WEEK), options)
    place = options.index(st.session_state[state.WEEK])
    with st.container(horizontal=True, vertical_alignment="bottom", key="week_chooser"):
        _step("Earlier", ":material/chevron_left:", options, place + 1)
        st.selectbox(
            "Week",
            options,
            format_func=lambda option: _name(option, today),
            key=state.WEEK,
            bind="query-params",
            label_visibility="collapsed",
        )
        _step("Later", ":material/chevron_right:", options, place - 1)
    return date.fromisoformat(st.session_state[state.WEEK])


def open_week(point: object) -> None:
    """Go to the week of a day that was clicked on another page. point: the day as a text, or a list that starts with it."""
    day = point[0] if isinstance(point, list) else point
    if day:
        st.session_state[state.WEEK] = str(day)
        st.session_state[state.OPEN_WEEK] = True


def follow() -> None:
    """Leave for the week page when a click asked for it."""
    if st.session_state.pop(state.OPEN_WEEK, False):
        nav.go("dashboard/week.py")


def nearest_week(day: str | None, options: Sequence[str]) -> str:
    """The week that a day of the address lies in, so that any date leads somewhere; else the newest."""
    return next((start for start in options if day and start <= day), options[0])


def _name(option: str, today: date) -> str:
    first = date.fromisoformat(option)
    return say.days_so_far(first, first + timedelta(days=6), today)


def _step(label: str, icon: str, options: Sequence[str], place: int) -> None:
    there = 0 <= place < len(options)
    st.button(
        label,
        icon=icon,
        key=f"week_step_{label}",
        disabled=not there,
        on_click=_go,
        args=(options[place] if there else "",),
    )


def _go(option: str) -> None:
    st.session_state[state.WEEK] = option


def facts(training: Training, weekly: Weekly, week: date) -> None:
    """The numbers of the week beside their means of the four complete weeks before."""
    found = queries.once("week_facts", lambda: week_facts(weekly.running, weekly.strength, pd.Timestamp(week)), week)
    parts.stats(
        [
            parts.Stat(
                _LABELS[row["fact"]],
                _value(training, row["fact"], row["value"]),
                f"{_weeks(row['weeks'])} {_value(training, row['fact'], row['mean'])}"
                if row["weeks"]
                else "no weeks before",
            )
            for row in found.to_dict("records")
        ],
        key="week_facts",
    )


def _weeks(number: int) -> str:
    return "week before" if number == 1 else f"{number}-week mean"


def balance(training: Training, week: date) -> None:
    """The balance of the 28 days that end with the week."""
    parts.section("Quadriceps against hamstrings, up to the end of this week")
    last = min(week + timedelta(days=6), training.today)
    found = queries.once("week_balance", lambda: balances.balance(training.lifting, last), week)
    st.markdown(balance_sentence(found))
    nav.link("dashboard/balance.py", "How it moved", ":material/balance:")


def _value(training: Training, fact: str, value: float) -> str:
    if fact in _METRES:
        return say.distance(value, training.athlete.distance_unit)
    return say.duration(value) if fact == "moving_s" else say.count(value if pd.isna(value) else round(value, 1))


def days(training: Training, week: date) -> None:
    """What was done on each day, in order, and what else there was."""
    parts.section("Day by day")
    with st.container(key="week_days"):
        st.markdown(queries.once("week_days", lambda: _table_of_days(training, week), week))
    for event in _events(training, week):
        st.markdown(event)


def mark(training: Training, week: date) -> None:
    """Events, breaks and goals, with this week filled in."""
    days = (week, week + timedelta(days=6))
    where_used.fold(training, "Mark a race, set a break or a goal", (EVENT, BREAK, GOAL), days, "mark_week")


def _table_of_days(training: Training, week: date) -> str:
    rows = [_day(training, week + timedelta(days=offset)) for offset in range(7)]
    return "\n".join(("| Day | Run | Lifting |", "|---|---|---|", *rows))


def _day(training: Training, day: date) -> str:
    runs, lifted = "; ".join(_runs_of(training, day)), "; ".join(_sessions_of(training, day))
    # On a phone the cells share the width: the day stays on one line. A bar in a title would end the cell.
    cells = (
        f"{day:%a} {region.day_of_year(day)}".replace(" ", "\u00a0"),
        runs.replace("|", "&#124;"),
        lifted.replace("|", "&#124;"),
    )
    return f"| {' | '.join(cells)} |"


def _runs_of(training: Training, day: date) -> list[str]:
    runs = only_runs(training.activities)
    rows = runs[runs["local_date"] == pd.Timestamp(day)]
    return [
        f"{plain(title) or 'Run'} {say.distance(metres, training.athlete.distance_unit)}"
        for title, metres in zip(rows["title"], rows["distance_m"], strict=True)
    ]


def _sessions_of(training: Training, day: date) -> list[str]:
    sessions = training.lifting.strength_sessions
    rows = sessions[sessions["local_date"] == pd.Timestamp(day)]
    return [
        f"{plain(title) or 'Strength'} {say.counted(sets, 'set', 'sets')}{', lower body' if lower else ''}"
        for title, sets, lower in zip(rows["title"], rows["sets_done"], rows["lower"], strict=True)
    ]


def _events(training: Training, week: date) -> list[str]:
    first, last = pd.Timestamp(week), pd.Timestamp(week + timedelta(days=6))
    events = training.events
    inside = events[(events["from_date"] <= last) & (events["to_date"] >= first)]
    return [
        f"{kind.capitalize()}: {plain(title)}, {say.days(start.date(), end.date())}"
        for kind, title, start, end in zip(
            inside["kind"], inside["title"], inside["from_date"], inside["to_date"], strict=True
        )
    ]


def muscles(weekly: Weekly, week: date) -> None:
    """The sets of each muscle beside their means; more than the runner's nine on demand."""
    parts.section("Muscles", "Sets that worked each muscle: main muscle 1, helper ½.")
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        group = parts.choose("Muscles", ["Runner’s nine", "All muscles"], "Runner’s nine", key="week_muscles")
        scheme = parts.attribution()
    figure, alt = queries.once("week_muscles", lambda: _draw(weekly, week, group, scheme), week, group, scheme)
    parts.draw(figure, alt, key="week_muscles_figure")


def _draw(weekly: Weekly, week: date, group: str, scheme: Scheme) -> tuple[Any, str]:
    found = week_muscles(counted_by(weekly.sets, scheme), pd.Timestamp(week))
    shown = found[found["muscle"].isin(RUNNERS_NINE)] if group == "Runner’s nine" else found
    return charts.bars(shown, look=screen.look()), charts.text_alternative(shown)


def rows(training: Training, week: date) -> None:
    """The runs and sets of the week as tables."""
    parts.section("The rows")
    last, athlete = week + timedelta(days=6), training.athlete
    runs, sets = queries.once(
        "week_rows",
        lambda: (
            detail_tables.runs_table(only_runs(training.activities), week, last, athlete.distance_unit),
            detail_tables.sets_table(training.lifting.counted, week, last, athlete.weight_unit),
        ),
        week,
    )
    parts.rows_behind(
        runs,
        total=f"**{say.counted(len(runs), 'run', 'runs')}**",
        nothing="No runs in this week.",
        file_name=f"runs-{week}.csv",
        key="week_runs_csv",
    )
    parts.rows_behind(
        sets,
        total=f"**{say.counted(sets['Counts'].sum(), 'set', 'sets')}** that count, {len(sets)} logged",
        nothing="No sets in this week.",
        file_name=f"sets-{week}.csv",
        key="week_sets_csv",
    )
