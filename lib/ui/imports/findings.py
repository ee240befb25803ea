"""What an import brought, in up to three findings, each with the way to it."""

from typing import Final, NamedTuple

import streamlit as st

from lib.analysis.balance.words import band_words
from lib.analysis.your_week.week import YourWeek
from lib.services.importing.receipt import ImportReceipt
from lib.services.queries.training import Training
from lib.services.queries.your_week import newest_day
from lib.ui.shell import nav, queries
from lib.ui.your_week import which_week
from lib.wording import format as say
from lib.wording import your_week as words

_MOST: Final = 3


class Finding(NamedTuple):
    """A sentence in our own markdown, and the page that it leads to."""

    sentence: str
    page: str
    label: str
    icon: str


def show(receipt: ImportReceipt) -> None:
    """The findings of an import that changed something; nothing before there is anything to tell."""
    training = queries.training()
    if training.empty:
        return
    for found in findings(training, receipt):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(found.sentence, width="content")
            nav.link(found.page, found.label, found.icon)


def findings(training: Training, receipt: ImportReceipt) -> list[Finding]:
    """The newest week first, then what waits for the person, then the balance."""
    week = which_week.week_of(training, queries.weekly(), newest_day(training))
    every = [_week(training, week), *_names(), *_overlaps(receipt), *_set_aside(training), *_balance(training, week)]
    return every[:_MOST]


def _week(training: Training, week: YourWeek) -> Finding:
    told = []
    if not training.runs_logged.empty:
        told.append(words.mileage(week, training.athlete.distance_unit))
    if not training.lifting.periods.empty:
        told.append(words.lower_sets(week))
    sentence = f"**The week {say.days(week.start, week.last)}:** {'. '.join(told)}."
    return Finding(sentence, nav.HOME, "See your week", ":material/stacked_bar_chart:")


def _names() -> list[Finding]:
    mapped = queries.mapped()
    if mapped.mapped == mapped.sets:
        return []
    names = say.counted(len(mapped.unmapped), "name", "names")
    sets = say.counted(mapped.sets - mapped.mapped, "set", "sets")
    sentence = f"**{names}** of {sets} not mapped to muscles yet: {say.share_reached(mapped.share)} of all sets are."
    return [Finding(sentence, "log/exercises.py", "Map them", ":material/label:")]


def _overlaps(receipt: ImportReceipt) -> list[Finding]:
    pairs = len(receipt.overlaps)
    if not pairs:
        return []
    sentence = (
        f"**{say.counted(pairs, 'pair of bouts', 'pairs of bouts')}** may be one, and count as two until you say so."
    )
    page = "log/strength.py" if any(pair.primary.works for pair in receipt.overlaps) else "log/runs.py"
    return [Finding(sentence, page, "Look at them", ":material/join:")]


def _set_aside(training: Training) -> list[Finding]:
    runs = len(training.set_aside)
    if not runs:
        return []
    sentence = f"**{say.counted(runs, 'run', 'runs')}** hardly possible as logged: set aside until you decide."
    return [Finding(sentence, "log/how_we_count.py", "Decide", ":material/rule:")]


def _balance(training: Training, week: YourWeek) -> list[Finding]:
    if training.sets.empty:
        return []
    headline = words.balance_headline(week, band_words(week.balance, training.preferences.conventions.similar))
    sentence = f"**Quadriceps against hamstrings, 28 days:** {headline}."
    return [Finding(sentence, "dashboard/balance.py", "See the balance", ":material/balance:")]
