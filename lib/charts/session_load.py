"""Session RPE × minutes by week: runs and lifting as two colours of one unit."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from lib.charts.look.sketch import Sketch, Trace, bar, scatter
from lib.charts.look.theme import Look, empty_figure, key_line, palette
from lib.charts.overview import periods
from lib.charts.overview.cells import hatching
from lib.model import region

NOTHING: Final = "No session load yet: it takes a session RPE and the minutes of a run or a lifting session."
_SERIES: Final = {"running": "Runs", "lifting": "Lifting"}


def weekly_bars(weeks: pd.DataFrame, *, least_share: float, look: Look) -> go.Figure:
    """Stacked bars; light where fewer than least_share of the bouts have a logged effort, hatched where nothing is known.

    weeks: WEEKLY_SESSION_LOADS, oldest first.
    """
    if weeks[["running", "lifting"]].isna().all(axis=None):
        return empty_figure(NOTHING, look)
    drawn = periods.weeks_as_periods(weeks)
    top = max(float(drawn[["running", "lifting"]].sum(axis=1).max()) * 1.1, 10.0)
    fig = Sketch(look, 280)
    for column, name in _SERIES.items():
        fig.add_trace(_bars(drawn[drawn[column].notna()], column, name, least_share, look))
    unknown = drawn[drawn["running"].isna() & drawn["lifting"].isna()]
    if len(unknown):
        fig.add_trace(_unknown(unknown, top, look))
    if drawn["usual"].notna().any():
        fig.add_trace(_usual(drawn, look))
    _lay_out(fig, drawn, top, look)
    return fig.figure()


def text_alternative(weeks: pd.DataFrame) -> str:
    """One sentence: the last week that is known, of each series."""
    parts = []
    for column, name in _SERIES.items():
        known = weeks[weeks[column].notna()]
        if len(known):
            last = known.iloc[-1]
            parts.append(
                f"{name.lower()} {region.number(last[column], ',.0f')} in the week of {region.full_day(last['week_start'])}"
            )
    return f"Session RPE times minutes: {', '.join(parts)}." if parts else NOTHING


def _bars(known: pd.DataFrame, column: str, name: str, least_share: float, look: Look) -> Trace:
    colours = palette(look)
    told = known["complete"] & ~(known["logged_share"] < least_share)
    return bar(
        name=name,
        x=periods.middles(known),
        y=known[column],
        width=periods.widths_ms(known, 0.78),
        text=_hover(known),
        textposition="none",
        hovertemplate=f"<b>{name} %{{y:,.0f}}</b><br>%{{text}}<extra></extra>",
        marker={
            "color": colours.running if column == "running" else colours.lifting,
            "opacity": told.map({True: 1.0, False: 0.45}),
            "line": {"width": 0},
        },
    )


def _hover(known: pd.DataFrame) -> list[str]:
    counts = known[["logged", "estimated", "missing"]].astype("int64")
    return [
        f"{words}<br>" + ", ".join(f"{number} {name}" for name, number in row.items() if number)
        for words, row in zip(periods.in_words(known), counts.to_dict("records"), strict=True)
    ]


def _unknown(weeks: pd.DataFrame, top: float, look: Look) -> Trace:
    return bar(
        name="not known",
        x=periods.middles(weeks),
        y=[top] * len(weeks),
        width=periods.widths_ms(weeks, 1.0),
        hovertemplate="no load is known of this week<extra></extra>",
        marker=hatching(palette(look).unknown),
    )


def _usual(drawn: pd.DataFrame, look: Look) -> Trace:
    return scatter(
        name="usual",
        x=periods.middles(drawn),
        y=drawn["usual"],
        mode="lines",
        line={"color": palette(look).ink, "width": 1.8},
        hovertemplate="usual sum %{y:,.0f}<extra></extra>",
        connectgaps=False,
    )


def _lay_out(fig: Sketch, drawn: pd.DataFrame, top: float, look: Look) -> None:
    first, last = drawn["week_start"].min(), periods.end_of(drawn)
    axis: dict[str, Any] = periods.month_axis(first, last, narrow=look.narrow)
    fig.update_layout(
        barmode="stack",
        margin={"l": 46 if look.narrow else 56, "r": 8, "t": 30, "b": 40},
        xaxis={"type": "date", "range": [first, last], **axis},
        yaxis={"range": [0, top], "nticks": 5},
    )
    colours = palette(look)
    keys = (
        f'<span style="color:{colours.running}">■</span> runs   <span style="color:{colours.lifting}">■</span> lifting'
    )
    usual = "   <b>—</b> usual sum" if drawn["usual"].notna().any() else ""
    key_line(fig, f"{keys}{usual}" if look.narrow else f"{keys}   RPE × minutes a week{usual}", look)
