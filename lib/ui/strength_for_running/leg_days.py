"""Do leg days slow my runs? The answer with its interval, and the runs behind it."""

from typing import Any, Final

import pandas as pd
import streamlit as st

from lib.analysis.leg_days.answer import LegDays
from lib.analysis.leg_days.answer import leg_days as answer
from lib.charts import leg_days as charts
from lib.services.queries.progress import easy_runs_of
from lib.services.queries.training import Training
from lib.ui.kit import parts
from lib.ui.kit.fold import folded
from lib.ui.shell import queries, screen
from lib.wording import detail_tables, leg_day_words
from lib.wording import format as say

_HOW: Final = (
    "Pace at equal heart rate of easy runs, against those three to fourteen days after a lower-body session of the same 28 "
    "days; ascent, length and a hard or long run on the day before are allowed for. The bar holds the truth in about 19 of 20 "
    "such logs. Whatever else falls on the day after leg work counts with it."
)


def show(training: Training) -> None:
    """The two sentences, the figure where it can be drawn, the runs."""
    parts.section("Do leg days slow my runs?", _HOW)
    runs = queries.once("easy_runs", lambda: easy_runs_of(training))
    found = queries.once("leg_days", lambda: answer(runs))
    unit = training.athlete.distance_unit
    for each in found.after:
        st.markdown(leg_day_words.sentence(found, each, unit))
    if any(each.share is not None for each in found.after):
        figure, alt = queries.once("leg_days_figure", lambda: _draw(found))
        parts.draw(figure, alt, key="leg_days")
    _rows(training, runs)


def _draw(found: LegDays) -> tuple[Any, str]:
    rows = [
        {
            "label": leg_day_words.DAYS[each.days],
            **{
                name: _percent(value)
                for name, value in (("percent", each.share), ("low", each.low), ("high", each.high))
            },
        }
        for each in found.after
    ]
    frame = pd.DataFrame(rows).astype({"percent": "float64", "low": "float64", "high": "float64"})
    return charts.intervals(frame, look=screen.look()), charts.text_alternative(frame)


def _percent(share: float | None) -> float:
    return float("nan") if share is None else 100 * share


def _rows(training: Training, runs: pd.DataFrame) -> None:
    compared = runs[runs["days_since"] >= 1].iloc[::-1]
    if compared.empty:
        return
    with folded("The runs that were compared", key="leg_day_rows") as is_open:
        if not is_open:
            return
        described = training.activities.set_index("activity_id").loc[compared["activity_id"]].reset_index()
        table = detail_tables.described_runs(described, training.athlete.distance_unit)
        table.insert(2, "Days after leg work", compared["days_since"].to_numpy())
        parts.rows_behind(
            table,
            total=f"**{say.counted(len(table), 'easy run', 'easy runs')}**",
            nothing="No runs.",
            file_name=f"leg-days-{training.today}.csv",
            key="leg_day_runs",
        )
