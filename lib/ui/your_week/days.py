"""The seven days: what was run and lifted on each, and the rows of one directly below."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from math import isnan
from typing import Any, Final

import pandas as pd
import streamlit as st

from lib.analysis.weeks.days import on_days
from lib.analysis.weeks.running import only_runs, time_of
from lib.analysis.your_week.unmapped import unmapped_sets
from lib.analysis.your_week.week import YourWeek
from lib.charts.your_week.day import DayAmounts, DrawnDay, day_bars, strip
from lib.model.vocabulary import DistanceUnit
from lib.services.queries.training import Training
from lib.ui.kit import parts, pressed
from lib.ui.overview import day_rows
from lib.ui.shell import address, nav, queries, screen
from lib.wording import format as say
from lib.wording.session_words import work_done
from lib.wording.text import plain

_SETS: Final = ("lower_sets", "upper_sets", "unmapped_sets")


def show(training: Training, week: YourWeek) -> None:
    """The strip of days; below it the rows of the day of the address."""
    opened = address.read_day(address.DAY)
    drawn = queries.once("week_days", lambda: strip(_drawn(training, week, opened)), week.as_of, opened)
    with st.container(border=True, key="week_days", gap="xxsmall"):
        pressed.show(drawn, "week_strip", _open)
        for line in [*_events(training, week), *_without_log(training, week)]:
            st.caption(line)
        _show_set_aside(training, week)
    with parts.place_of_rows():
        if opened and week.start <= opened <= week.last:
            day_rows.show_day(training, opened)


def _open(day: str) -> None:
    """Open the rows of a day, or close them."""
    address.write({address.DAY: "" if address.read(address.DAY) == day else day})


def _drawn(training: Training, week: YourWeek, opened: date | None) -> list[DrawnDay]:
    days = _days(training, week)
    most_m = float(days["distance_m"].max())
    most_sets = float(days[list(_SETS)].max().max())
    unit, look = training.athlete.distance_unit, screen.look()
    no_runs, no_lifting = (set(days_of) for days_of in _not_known(training, week))
    found = []
    for row in days.to_dict("records"):
        amounts = _amounts(row, row["date"] in no_runs, row["date"] in no_lifting)
        bars = day_bars(amounts, most_m, most_sets, _lines(row, unit), look)
        found.append(
            _day(row["date"].date(), bars, _lines(row, unit) or _nothing(row, training.today), training.today, opened)
        )
    return found


def _days(training: Training, week: YourWeek) -> pd.DataFrame:
    """WEEK_DAYS and unmapped_sets, which are no sets of the upper body."""
    unmapped = unmapped_sets(training.lifting.counted, week.start, week.as_of)
    found = week.days["date"].map(unmapped).fillna(0.0).clip(upper=week.days["upper_sets"].fillna(0.0))
    return week.days.assign(unmapped_sets=found, upper_sets=week.days["upper_sets"] - found)


def _day(day: date, bars: str, lines: Sequence[str], today: date, opened: date | None) -> DrawnDay:
    name = f"{day:%a} {day.day}"
    return DrawnDay(
        day.isoformat(), name, bars, f"{name}: {', '.join(lines)}", is_today=day == today, is_open=day == opened
    )


def _nothing(row: Mapping[Hashable, Any], today: date) -> tuple[str]:
    """What is said of a day without anything."""
    if row["date"].date() > today:
        return ("to come",)
    return ("no log" if isnan(row["runs"]) and isnan(row["sessions"]) else "nothing",)


def _amounts(row: Mapping[Hashable, Any], no_run_log: bool, no_lifting_log: bool) -> DayAmounts:
    return DayAmounts(
        row["distance_m"],
        row["lower_sets"],
        row["upper_sets"],
        row["unmapped_sets"],
        hard=row["hard_runs"] > 0,
        no_run_log=no_run_log,
        no_lifting_log=no_lifting_log,
    )


def _not_known(training: Training, week: YourWeek) -> tuple[pd.Series, pd.Series]:
    """The days up to today that no log of runs covers, and those that no strength log does.

    A log that the person does not have at all is missed on no day, nor is one that ended: the top of the page says so.
    """
    told = week.days[(week.days["date"] <= pd.Timestamp(training.today)) & (not week.log_ended)]
    no_runs = told.loc[told["distance_m"].isna() & (not training.runs_logged.empty), "date"]
    return no_runs, told.loc[told["lower_sets"].isna() & (not training.lifting.periods.empty), "date"]


def _lines(row: Mapping[Hashable, Any], unit: DistanceUnit) -> tuple[str, ...]:
    """What the bars of a day are, in words."""
    found = []
    if row["runs"] > 0:
        found.append(say.distance(row["distance_m"], unit) + (", hard" if row["hard_runs"] else ""))
    halves = (("Legs", row["lower_sets"]), ("Upper", row["upper_sets"]))
    lifted = [f"{half} {say.count(sets)}" for half, sets in halves if sets > 0]
    if lifted:
        found.append(" · ".join(lifted))
    if row["unmapped_sets"] > 0:
        found.append(f"Not mapped {say.count(row['unmapped_sets'])}")
    if row["contacts"] > 0:
        found.append(f"Jumps {say.count(row['contacts'])}")
    elif row["sessions"] > 0 and not any(row[each] for each in _SETS):
        found.append("Lifting")
    return tuple(found)


def in_numbers(training: Training, week: YourWeek) -> str:
    """What the days add up to, in one line."""
    return " · ".join(queries.once("week_numbers", lambda: _numbers(training, week), week.as_of))


def _numbers(training: Training, week: YourWeek) -> list[str]:
    runs = on_days(only_runs(training.activities), week.start, week.as_of)
    lifted = on_days(training.lifting.strength_sessions, week.start, week.as_of)
    unit = training.athlete.distance_unit
    found = []
    if not isnan(week.distance.done):
        longest = f", longest {say.distance(float(runs['distance_m'].max()), unit)}" if len(runs) > 1 else ""
        found.append(f"{say.counted(len(runs), 'run', 'runs')} in {say.duration(float(time_of(runs).sum()))}{longest}")
    if not isnan(week.lower_sets.done):
        done = work_done(float(lifted["sets_done"].sum()), float(lifted["contacts"].sum()))
        found.append(f"{say.counted(int(lifted['counts'].sum()), 'strength session', 'strength sessions')}, {done}")
    return found


def _events(training: Training, week: YourWeek) -> list[str]:
    """Races and the like of the week, a line each."""
    events = training.events
    first, last = pd.Timestamp(week.start), pd.Timestamp(week.last)
    inside = events[(events["from_date"] <= last) & (events["to_date"] >= first)]
    return [
        f"{kind.capitalize()}: {plain(title, longest=60)}, "
        f"{say.day(start.date()) if start == end else say.days(start.date(), end.date())}"
        for kind, title, start, end in zip(
            inside["kind"], inside["title"], inside["from_date"], inside["to_date"], strict=True
        )
    ]


def _without_log(training: Training, week: YourWeek) -> list[str]:
    """Of which days nobody knows whether there was a run, or lifting: those with a dashed box."""
    no_runs, no_lifting = _not_known(training, week)
    halves = [("running ", no_runs), ("strength ", no_lifting)]
    if list(no_runs) == list(no_lifting):
        halves = [("", no_runs)]
    told = [f"no {kind}log on {', '.join(f'{day:%a}' for day in days)}" for kind, days in halves if len(days)]
    return [f"Dashed: {'; '.join(told)}."] if told else []


def _show_set_aside(training: Training, week: YourWeek) -> None:
    """Runs of the week that count nowhere until the person decides, with the way there."""
    found = len(on_days(training.set_aside, week.start, week.last))
    if found:
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            st.caption(
                f"{say.counted(found, 'run', 'runs')} set aside: hardly possible as logged, and not counted.",
                width="content",
            )
            nav.link("log/how_we_count.py", "Decide", ":material/rule:")
