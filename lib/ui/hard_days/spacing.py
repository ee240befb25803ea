"""Leg sessions and the hard runs around them: counts, the line of time, and the rows of one session below it."""

from datetime import date
from typing import Any, Final

import pandas as pd
import streamlit as st

from lib.analysis.spacing.gaps import WITHIN_DAYS
from lib.analysis.spacing.summary import LEAST_PAIRS, summary
from lib.analysis.weeks.days import on_days
from lib.analysis.weeks.running import only_runs
from lib.charts.hard_days import gaps as chart
from lib.model.errors import TrainingDataError
from lib.model.record_id import RecordId, parse_id
from lib.model.vocabulary import RecordKind
from lib.services.queries.spacing import spacing_of
from lib.services.queries.training import Training
from lib.ui.hard_days import span
from lib.ui.kit import parts, tables
from lib.ui.shell import address, queries, screen
from lib.wording import format as say
from lib.wording.spacing_tables import legs_table, run_words, verdicts_table
from lib.wording.spacing_words import both_sides, counts, gap
from lib.wording.text import plain

LEGS: Final = "legs"


def show(training: Training, chosen: str) -> None:
    """The section; one sentence where there is nothing to compare. chosen: the name of a span."""
    parts.section(
        "Leg days and hard runs",
        "Hours from the end of the last hard or long run to a leg session, and from its end to the next. Marks: 24 h before "
        "a leg session is the article’s; 24 and 48 h after one come from research; 6 h is the same-day limit of trials.",
    )
    spacing = queries.once("leg_spacing", lambda: spacing_of(training))
    shown = span.within(spacing, "local_start", training.today, chosen)
    if shown.empty:
        st.caption("No leg sessions in this time: one has four sets or more of the lower body.")
        return
    _counts(shown)
    figure, alt = queries.once("leg_gaps", lambda: _draw(training, shown, _selected()), chosen, _selected())
    parts.draw(figure, alt, key="leg_gaps", on_select=lambda: _select(parts.selected_point("leg_gaps")))
    _rows_of_one(training, spacing)
    rows = queries.once("legs_table", lambda: legs_table(shown, run_words(training.activities)), chosen)
    parts.rows_behind(
        rows,
        total=f"**{say.counted(len(shown), 'leg session', 'leg sessions')}**",
        nothing="",
        file_name="leg-days.csv",
        key="legs_rows",
    )


def _counts(shown: pd.DataFrame) -> None:
    """Both sides in counts, where there are enough pairs to count."""
    found = summary(shown)
    if max(found.before.pairs, found.after.pairs) < LEAST_PAIRS:
        st.caption(f"Fewer than {LEAST_PAIRS} leg sessions with a hard run near: the list says more than a count.")
        return
    st.markdown(f"{counts(found.before, 'before')}.  \n{counts(found.after, 'after')}.")
    st.caption("A hard run and leg work on one day can be a plan of its own; this counts hours and judges none.")


def _draw(training: Training, shown: pd.DataFrame, selected: int | None) -> tuple[Any, str]:
    runs = run_words(training.activities)
    rows = shown.to_dict("records")
    names = [f"{say.day(row['local_start'])} {row['title']}".strip() for row in rows]
    before, after = ([gap(row, side, runs.get(row[f"{side}_id"])) for row in rows] for side in ("before", "after"))
    figure = chart.gaps(shown, chart.Texts(names, before, after), highlight=selected, look=screen.look())
    found = summary(shown)
    told = f"{counts(found.before, 'before')}; {counts(found.after, 'after')}.".replace("**", "")
    return figure, chart.text_alternative(told, shown)


def _rows_of_one(training: Training, spacing: pd.DataFrame) -> None:
    """The session that was clicked in words, and the runs of the two weeks around it."""
    row = next(iter(spacing[spacing["session_id"] == _selected()].to_dict("records")), None)
    if row is None:
        st.caption("Click a dot for the runs around that session.")
        return
    day: date = row["local_start"].date()
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.markdown(f"**{say.day(day)}**", width="content")
            st.button(
                "Close", icon=":material/close:", key="close_legs", type="tertiary", on_click=_select, args=(None,)
            )
        runs = only_runs(training.activities)
        st.markdown(plain(both_sides(row, run_words(runs)), longest=500))
        ends = pd.Timedelta(days=WITHIN_DAYS)
        near = on_days(runs, (row["local_start"] - ends).date(), (row["local_start"] + ends).date())
        tables.show(
            verdicts_table(near, training.verdicts, training.athlete.distance_unit), key="legs_runs", height=280
        )


def _selected() -> int | None:
    try:
        found = parse_id(address.read(LEGS))
    except TrainingDataError:
        return None
    return found.number if found.kind is RecordKind.SESSION else None


def _select(point: list[Any] | None) -> None:
    address.write({LEGS: str(RecordId(RecordKind.SESSION, point[0])) if point else ""})
