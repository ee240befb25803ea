"""Weeks against the person's own goals: a strip of small bars per goal."""

from collections.abc import Mapping
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from lib.charts.look.theme import Look, empty_figure, figure, palette
from lib.charts.overview import periods
from lib.charts.overview.cells import hatching
from lib.model import region
from lib.model.units import METRES_PER
from lib.model.vocabulary import DistanceUnit, GoalKind

NOTHING: Final = "No weekly goals yet."
NAMES: Final[Mapping[GoalKind, str]] = {
    GoalKind.RUNS: "Runs",
    GoalKind.DISTANCE: "Distance",
    GoalKind.SESSIONS: "Strength sessions",
    GoalKind.LOWER_SESSIONS: "Lower-body sessions",
}
_RUNNING: Final = (GoalKind.RUNS, GoalKind.DISTANCE)
_STRIP: Final = 64


def goal_strips(weeks: pd.DataFrame, *, unit: DistanceUnit, look: Look) -> go.Figure:
    """One strip per goal: a full bar is a week that met it, a part of a bar the share that was done.

    weeks: GOAL_WEEKS frame of one or several kinds. Weeks that do not count (planned breaks, no log) are hatched, a week
    that is unfinished or covered in part is light. Doing more than planned is not more than a full bar.
    """
    kinds = [kind for kind in GoalKind if (weeks["kind"] == str(kind)).any()]
    if not kinds:
        return empty_figure(NOTHING, look)
    fig = figure(look, _STRIP * len(kinds) + 48)
    for row, kind in enumerate(reversed(kinds)):
        part = weeks[weeks["kind"] == str(kind)].assign(width=7)
        for trace in _strip(part, kind, row, unit, look):
            fig.add_trace(trace)
        _name(fig, goal_name(kind, _latest_target(part), unit), row, look)
    _lay_out(fig, weeks.assign(width=7), len(kinds), look)
    return fig


def goal_name(kind: GoalKind, target: float | None, unit: DistanceUnit) -> str:
    """A goal with what it asks for: "Runs, at least 4"; metres in the person's unit."""
    if not target:
        return NAMES[kind]
    amount = f"{region.short(target / METRES_PER[unit])} {unit}" if kind is GoalKind.DISTANCE else region.short(target)
    return f"{NAMES[kind]}, at least {amount}"


def latest_targets(weeks: pd.DataFrame) -> dict[GoalKind, float]:
    """What each goal asks for since it was last changed. weeks: GOAL_WEEKS, oldest first."""
    known = {kind: _latest_target(weeks[weeks["kind"] == str(kind)]) for kind in GoalKind}
    return {kind: target for kind, target in known.items() if target}


def _latest_target(part: pd.DataFrame) -> float | None:
    known = part["target"].dropna()
    return float(known.iloc[-1]) if len(known) else None


def text_alternative(weeks: pd.DataFrame, unit: DistanceUnit) -> str:
    """One sentence: for each goal the weeks that met it."""
    counted = weeks[weeks["counted"]]
    parts = []
    for kind in GoalKind:
        part = counted[counted["kind"] == str(kind)]
        if len(part):
            name = goal_name(kind, _latest_target(part), unit)
            parts.append(f"{name[0].lower()}{name[1:]}: {int(part['met'].sum())} of {len(part)} weeks")
    return f"Weeks that met the goal: {'; '.join(parts)}." if parts else NOTHING


def _strip(part: pd.DataFrame, kind: GoalKind, row: int, unit: DistanceUnit, look: Look) -> list[go.Bar]:
    colours = palette(look)
    colour = colours.running if kind in _RUNNING else colours.lifting
    shown = part["done"].notna() & (part["counted"] | ~part["complete"])
    counted, out = part[shown], part[~shown]
    share = (counted["done"] / counted["target"]).clip(0, 1).fillna(0)
    ground = _bars(f"{kind} target", counted, row, 0.62, hoverinfo="skip", marker={"color": colours.zero})
    done = _bars(
        str(kind),
        counted,
        row,
        share * 0.62,
        hovertext=[_words(*values, kind, unit) for values in zip(counted["done"], counted["target"], strict=True)],
        hovertemplate=f"{_hover_week()}<br>%{{hovertext}}<extra></extra>",
        marker={
            "color": colour,
            "opacity": counted["met"].map({True: 1.0, False: 0.55}).where(counted["complete"], 0.4),
            "cornerradius": 2,
            "line": {"width": 0},
        },
    )
    excluded = _bars(
        f"{kind} not counted",
        out,
        row,
        0.62,
        hovertemplate=f"{_hover_week()}<br>not counted: %{{hovertext}}<extra></extra>",
        hovertext=out["done"].isna().map({True: "no log", False: "a planned break"}),
        marker=hatching(colours.unknown, size=6, solidity=0.15),
    )
    return [ground, done, excluded]


def _bars(name: str, part: pd.DataFrame, row: int, height: pd.Series | float, **rest: object) -> go.Bar:
    return go.Bar(
        name=name,
        x=periods.middles(part),
        y=height if isinstance(height, pd.Series) else [height] * len(part),
        base=[float(row)] * len(part),
        width=periods.widths_ms(part, 0.82),
        customdata=part["week_start"].dt.strftime("%Y-%m-%d"),
        **rest,
    )


def _hover_week() -> str:
    return f"week of %{{customdata|{region.plotly_day()}}}"


def _words(done: float, target: float, kind: GoalKind, unit: DistanceUnit) -> str:
    if kind is GoalKind.DISTANCE:
        size = METRES_PER[unit]
        return f"<b>{region.number(done / size, '.1f')}</b> of {region.number(target / size, ',.0f')} {unit}"
    return f"<b>{region.number(done)}</b> of {region.number(target)}"


def _name(fig: go.Figure, name: str, row: int, look: Look) -> None:
    fig.add_annotation(
        text=name,
        x=0,
        xref="paper",
        xanchor="left",
        y=row + 0.64,
        yanchor="bottom",
        showarrow=False,
        font={"size": 12, "color": palette(look).ink},
    )


def _lay_out(fig: go.Figure, weeks: pd.DataFrame, strips: int, look: Look) -> None:
    first, last = weeks["week_start"].min(), periods.end_of(weeks)
    fig.update_layout(
        barmode="overlay",
        margin={"l": 8, "r": 8, "t": 8, "b": 40},
        xaxis={"type": "date", "range": [first, last]},
        yaxis={"range": [-0.06, strips], "visible": False},
    )
    fig.update_xaxes(**periods.month_axis(first, last, narrow=look.narrow))
