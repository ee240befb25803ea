"""One lift over time: the estimate of each session, the mean of four, and how much sessions differ anyway."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from lib.charts.look.sketch import Sketch, Trace, scatter
from lib.charts.look.theme import Look, empty_figure, key_line, palette
from lib.charts.overview import periods
from lib.model import region
from lib.model.units import KG_PER
from lib.model.vocabulary import WeightUnit

NOTHING: Final = "No estimate yet: it takes a set of 1 to 10 reps with a load."
SMOOTH: Final = 4
_ROOM: Final = 0.08


def lift(bests: pd.DataFrame, *, scatter_kg: float, unit: WeightUnit, look: Look) -> go.Figure:
    """Sessions as dots, hollow where the estimate is the least that it can be, with the mean of four and ± scatter around it.

    bests: SESSION_BESTS of one exercise, oldest first. scatter_kg: NaN where there are too few sessions.
    """
    if bests.empty:
        return empty_figure(NOTHING, look)
    drawn = bests.assign(shown=bests["e1rm_kg"] / KG_PER[unit])
    drawn["mean"] = drawn["shown"].rolling(SMOOTH).mean()
    fig = Sketch(look, 300)
    if pd.notna(scatter_kg) and drawn["mean"].notna().any():
        fig.add_trace(_band(drawn, scatter_kg / KG_PER[unit], look))
    fig.add_trace(_mean(drawn, unit, look))
    for at_least, part in drawn.groupby("at_least"):
        fig.add_trace(_dots(part, unit, look, hollow=bool(at_least)))
    _lay_out(fig, drawn, unit, look)
    return fig.figure()


def text_alternative(bests: pd.DataFrame, unit: WeightUnit) -> str:
    """One sentence: how many sessions, the first, the highest and the last."""
    if bests.empty:
        return NOTHING
    first, best, last = bests.iloc[0], bests.iloc[int(bests["e1rm_kg"].argmax())], bests.iloc[-1]
    return (
        f"{len(bests)} sessions from {region.full_day(first['local_date'])} to {region.full_day(last['local_date'])}: the first "
        f"{_words(first, unit)}, the highest {_words(best, unit)}, the last {_words(last, unit)}."
    )


def _words(row: pd.Series, unit: WeightUnit) -> str:
    least = "at least " if row["at_least"] else ""
    return f"{least}{region.number(row['e1rm_kg'] / KG_PER[unit], '.1f')} {unit}"


def _dots(part: pd.DataFrame, unit: WeightUnit, look: Look, *, hollow: bool) -> Trace:
    colours = palette(look)
    sets = [
        f"{region.number(reps)} × {region.short(load / KG_PER[unit])} {unit}"
        + ("" if pd.isna(rpe) else f", RPE {region.short(rpe)}")
        for reps, load, rpe in zip(part["reps"], part["load_kg"], part["set_rpe"], strict=True)
    ]
    least = "at least " if hollow else ""
    return scatter(
        name="at least" if hollow else "estimate",
        x=part["local_date"],
        y=part["shown"],
        mode="markers",
        text=sets,
        marker={
            "color": colours.page if hollow else colours.lifting,
            "size": 8,
            "line": {"color": colours.lifting, "width": 1.6},
        },
        hovertemplate=f"<b>{least}%{{y:.1f}} {unit}</b><br>%{{text}}<br>%{{x|{region.plotly_day()}}}<extra></extra>",
    )


def _mean(drawn: pd.DataFrame, unit: WeightUnit, look: Look) -> Trace:
    return scatter(
        name="mean of four",
        x=drawn["local_date"],
        y=drawn["mean"],
        mode="lines",
        line={"color": palette(look).ink, "width": 1.8},
        hovertemplate=f"mean of four sessions %{{y:.1f}} {unit}<extra></extra>",
    )


def _band(drawn: pd.DataFrame, reach: float, look: Look) -> Trace:
    known = drawn[drawn["mean"].notna()]
    days, mean = known["local_date"], known["mean"]
    return scatter(
        name="scatter",
        x=pd.concat([days, days[::-1]]),
        y=pd.concat([mean + reach, (mean - reach)[::-1]]),
        fill="toself",
        fillcolor=palette(look).shade,
        line={"width": 0},
        mode="lines",
        hoverinfo="skip",
    )


def _lay_out(fig: Sketch, drawn: pd.DataFrame, unit: WeightUnit, look: Look) -> None:
    first, last = drawn["local_date"].min(), drawn["local_date"].max()
    margin = max((last - first) * 0.03, pd.Timedelta(days=4))
    low, high = drawn["shown"].min(), drawn["shown"].max()
    room = max((high - low) * _ROOM, 0.05 * abs(high), 1.0)
    axis: dict[str, Any] = periods.month_axis(first, last, narrow=look.narrow)
    fig.update_layout(
        margin={"l": 46 if look.narrow else 64, "r": 8, "t": 30, "b": 40},
        xaxis={"type": "date", "range": [first - margin, last + margin], **axis},
        yaxis={"range": [low - room, high + room], "nticks": 6, "ticksuffix": "" if look.narrow else f" {unit}"},
    )
    words = "● estimate  ○ at least  <b>—</b> mean of four"
    key_line(fig, words if look.narrow else f"{words} sessions, shaded: what a change has to pass", look)
