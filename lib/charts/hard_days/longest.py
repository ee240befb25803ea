"""Weekly distance, and in it the longest run of the week with its step over the longest one of the 30 days before."""

from typing import Final

import pandas as pd
import plotly.graph_objects as go

from lib.charts.look.theme import Look, empty_figure, figure, key_line, palette
from lib.charts.overview import periods
from lib.charts.overview.cells import hatching
from lib.model import region
from lib.model.units import METRES_PER
from lib.model.vocabulary import DistanceUnit

NOTHING: Final = "No runs to show yet."
NAMED_FROM: Final = 0.10  # a larger step has its number beside it


def longest_runs(weeks: pd.DataFrame, steps: pd.DataFrame, *, unit: DistanceUnit, look: Look) -> go.Figure:
    """Bars of weekly distance, a dot at the longest run of each week; its step in words where it is over 10 %.

    weeks: WEEKLY_RUNNING, few enough to draw each. steps: RUN_STEPS of the longest run of each week.
    """
    if weeks.empty or weeks["distance_m"].isna().all():
        return empty_figure(NOTHING, look)
    fig = figure(look, 300)
    drawn = periods.weeks_as_periods(weeks)
    known, unknown = drawn[drawn["distance_m"].notna()], drawn[drawn["distance_m"].isna()]
    per = METRES_PER[unit]
    if len(unknown):
        fig.add_trace(_unknown(unknown, float(known["distance_m"].max() / per), look))
    fig.add_trace(_bars(known, unit, look))
    fig.add_trace(_dots(steps, unit, look))
    _lay_out(fig, drawn, unit, look)
    return fig


def text_alternative(steps: pd.DataFrame, unit: DistanceUnit) -> str:
    """One sentence: the largest step of the time shown."""
    known = steps.dropna(subset=["step"])
    if known.empty:
        return NOTHING
    (most,) = known.nlargest(1, "step").to_dict("records")
    return (
        f"The largest step of a longest run: {region.number(most['distance_m'] / METRES_PER[unit], '.1f')} {unit} on "
        f"{region.full_day(most['local_date'])}, {region.number(most['step'] * 100, '.0f')} % more than in the 30 days before."
    )


def _bars(known: pd.DataFrame, unit: DistanceUnit, look: Look) -> go.Bar:
    words = [f"{region.number(far / METRES_PER[unit], ',.1f')} {unit}" for far in known["distance_m"]]
    return go.Bar(
        name="distance",
        x=periods.middles(known),
        y=known["distance_m"] / METRES_PER[unit],
        width=periods.widths_ms(known, 0.78),
        customdata=list(zip(words, periods.in_words(known), strict=True)),
        hovertemplate="<b>%{customdata[0]}</b><br>%{customdata[1]}<extra></extra>",
        marker={
            "color": palette(look).running_ramp[0 if not look.dark else 1],
            "opacity": known["complete"].map({True: 1.0, False: 0.6}),
            "line": {"width": 0},
        },
    )


def _unknown(weeks: pd.DataFrame, top: float, look: Look) -> go.Bar:
    return go.Bar(
        name="no log",
        x=periods.middles(weeks),
        y=[top] * len(weeks),
        width=periods.widths_ms(weeks, 1.0),
        hovertemplate="No running log covers this time<extra></extra>",
        marker=hatching(palette(look).unknown),
    )


def _dots(steps: pd.DataFrame, unit: DistanceUnit, look: Look) -> go.Scatter:
    colours = palette(look)
    big = steps["step"].round(2).gt(NAMED_FROM)
    texts = [
        f"+{region.number(step * 100, '.0f')} %" if named else ""
        for step, named in zip(steps["step"], big, strict=True)
    ]
    words = [
        f"{region.number(far / METRES_PER[unit], '.1f')} {unit}, {_step_words(step, before, unit)}"
        for far, step, before in zip(steps["distance_m"], steps["step"], steps["longest_before_m"], strict=True)
    ]
    return go.Scatter(
        name="longest run",
        x=steps["local_date"] + pd.Timedelta(hours=12),
        y=steps["distance_m"] / METRES_PER[unit],
        mode="markers+text",
        text=texts,
        textposition="top center",
        textfont={"size": 11, "color": colours.ink},
        marker={
            "size": 7,
            "color": big.map({True: colours.running, False: colours.page}),
            "line": {"color": colours.running, "width": 1.6},
        },
        hovertext=[
            f"<b>{said}</b><br>{region.full_day(day)}" for said, day in zip(words, steps["local_date"], strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        cliponaxis=False,
    )


def _step_words(step: float, before: float, unit: DistanceUnit) -> str:
    if pd.isna(step):
        return "no comparison"
    how = f"{region.number(abs(step) * 100, '.0f')} % {'longer' if step > 0 else 'shorter'} than"
    return f"{how} the longest in 30 days ({region.number(before / METRES_PER[unit], '.1f')} {unit})"


def _lay_out(fig: go.Figure, drawn: pd.DataFrame, unit: DistanceUnit, look: Look) -> None:
    first, last = drawn["week_start"].min(), periods.end_of(drawn)
    fig.update_layout(
        margin={"l": 56, "r": 8, "t": 28, "b": 40},
        xaxis={"type": "date", "range": [first, last]},
        yaxis={"rangemode": "tozero", "ticksuffix": f" {unit}", "nticks": 5},
        barmode="overlay",
        hovermode="closest",
    )
    fig.update_xaxes(**periods.month_axis(first, last, narrow=look.narrow))
    colours = palette(look)
    words = f'<span style="color:{colours.running_ramp[0 if not look.dark else 1]}">■</span> {unit} a week   ○ longest run of the week   <span style="color:{colours.running}">●</span> over 10 % longer than any in the 30 days before'
    if look.narrow:
        words = f"■ {unit} a week   ○ longest run   ● over 10 % longer"
    key_line(fig, words, look)
