"""The week as a strip of half-days: hard runs, leg sessions that are planned or suggested, and those that are done."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

import streamlit as st

from lib.analysis.planning.week import DAYS, HardRun, Slot
from lib.analysis.weeks.days import on_days
from lib.charts.week_strip import Chip, ChipKind, HalfDays, week_strip
from lib.model import region
from lib.model.plan import PlannedSession
from lib.model.vocabulary import HalfDay
from lib.services.planning.weeks import AskedWeek, slot_of
from lib.services.queries.training import Training
from lib.ui.plan.runs_to_come import of_week
from lib.ui.shell import screen
from lib.wording import plan_words

Placed = tuple[Slot, Chip]


def show(
    training: Training, asked: AskedWeek, planned: Sequence[PlannedSession], suggested: Collection[Slot], today: date
) -> None:
    """The strip, and what it shows in words for who does not see it."""
    chips = [*_runs(asked), *_planned(training, asked, planned), *_suggested(asked, suggested)]
    days = [_day(asked.week.start + timedelta(days=offset), chips, today) for offset in range(DAYS)]
    words = "; ".join(
        f"{plan_words.slot_words(slot)}: {' '.join(chip.lines)}" for slot, chip in sorted(chips, key=lambda c: c[0])
    )
    st.html(week_strip(days, words or "Nothing in this week yet.", screen.look()))


def done_days(training: Training, asked: AskedWeek) -> frozenset[date]:
    """The days of the week on which a leg session is logged."""
    legs = training.lifting.strength_sessions
    inside = on_days(legs[legs["lower"]], asked.week.start, asked.week.last)
    return frozenset(day.date() for day in inside["local_date"])


def _runs(asked: AskedWeek) -> list[Placed]:
    return [
        (_slot_of_run(run), Chip(ChipKind.RUN, ("Long" if run.long else "Hard", _clock(run)))) for run in of_week(asked)
    ]


def _slot_of_run(run: HardRun) -> Slot:
    """One without a clock stands in the morning, with its sign."""
    return Slot(run.day, HalfDay.PM if run.at and run.at.hour >= 12 else HalfDay.AM)


def _clock(run: HardRun) -> str:
    return region.clock(run.at) if run.at else "time?"


def _planned(training: Training, asked: AskedWeek, planned: Sequence[PlannedSession]) -> list[Placed]:
    done = done_days(training, asked)
    found = []
    for each in planned:
        kind = ChipKind.DONE if each.start.date() in done else ChipKind.PLANNED
        # When it was done is told by the record; the plan's hour is not that.
        lines = ("Legs done",) if kind is ChipKind.DONE else ("Legs", region.clock(each.start.time()))
        found.append((slot_of(each), Chip(kind, lines)))
    beside = done - {each.start.date() for each in planned}
    return [*found, *((Slot(day, HalfDay.AM), Chip(ChipKind.DONE, ("Legs done",))) for day in sorted(beside))]


def _suggested(asked: AskedWeek, slots: Collection[Slot]) -> list[Placed]:
    return [(slot, Chip(ChipKind.SUGGESTED, ("Legs?", region.clock(asked.week.begin(slot).time())))) for slot in slots]


def _day(day: date, chips: Sequence[Placed], today: date) -> HalfDays:
    am, pm = (tuple(chip for slot, chip in chips if slot == Slot(day, half)) for half in HalfDay)
    return HalfDays(f"{day:%a} {day.day}", am, pm, today=day == today)
