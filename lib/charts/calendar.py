"""Calendar heat map: a cell per day, weeks side by side; a day with a run and lifting is split in two.

A day on which nothing was done is blank, and what no log covers is hatched: the whole cell, or the half of the one log that
is missing. A log that the person does not have at all is missed on no day.
"""

from datetime import timedelta
from math import ceil, isnan
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from lib.charts.look.theme import Look, empty_figure, figure, key_line, palette
from lib.charts.overview.cells import hatching
from lib.model import region
from lib.model.units import METRES_PER, from_metres
from lib.model.vocabulary import DistanceUnit, Weekday
from lib.model.weeks import week_starts

NOTHING: Final = "No days to show yet."
LONGEST_WEEKS: Final = 60
LONGEST_WEEKS_NARROW: Final = 27
_CELL: Final = 0.88


def day_cells(days: pd.DataFrame, *, unit: DistanceUnit, first: Weekday = Weekday.MONDAY, look: Look) -> go.Figure:
    """Days as cells: running cool and above, lifting warm and below, nothing blank, unknown hatched.

    days: CALENDAR frame. Each hue has four shades, one for each quarter of the days that have it.
    Only the last 60 weeks are drawn (27 on narrow screens).
    """
    placed = _place(days, first, LONGEST_WEEKS_NARROW if look.narrow else LONGEST_WEEKS)
    if placed.empty:
        return empty_figure(NOTHING, look)
    colours = palette(look)
    fig = figure(look, 7 * (26 if look.narrow else 22) + 74)
    fig.add_trace(_ground(placed, look))
    unknown = placed[(placed["no_run_log"] | placed["no_lifting_log"]) & ~placed["ran"] & ~placed["lifted"]]
    if len(unknown):
        fig.add_trace(_unknown(unknown, look))
    ran, lifted = placed[placed["ran"]], placed[placed["lifted"]]
    fig.add_trace(_done("running", ran, _shades(ran["distance_m"], colours.running_ramp), 0.0, unit))
    fig.add_trace(_done("lifting", lifted, _shades(lifted["sets_done"], colours.ramp[1:]), -_CELL / 2, unit))
    _lay_out(fig, placed, first, look)
    return fig


def text_alternative(days: pd.DataFrame, unit: DistanceUnit) -> str:
    """One sentence: days with runs, with lifting, with both, and the distance."""
    if days.empty:
        return NOTHING
    first, last = days["date"].min(), days["date"].max()
    ran, lifted = days["runs"] > 0, (days["sets_done"] > 0) | (days["contacts"] > 0)
    distance = from_metres(float(days["distance_m"].sum()), unit)
    return (
        f"{len(days)} days from {region.full_day(first)} to {region.full_day(last)}: "
        f"{ran.sum()} with a run ({region.number(distance, ',.0f')} {unit} in all), {lifted.sum()} with lifting, "
        f"{(ran & lifted).sum()} with both."
    )


def _place(days: pd.DataFrame, first: Weekday, longest: int) -> pd.DataFrame:
    """The last weeks, each day with its week and its row (the first weekday on top)."""
    if days.empty:
        return days
    placed = days.assign(week_start=week_starts(days["date"], first))
    oldest = placed["week_start"].max() - pd.Timedelta(weeks=longest - 1)
    placed = placed[placed["week_start"].ge(oldest)]
    row = 6 - (placed["date"] - placed["week_start"]).dt.days
    runs_known, lifting_known = placed["distance_m"].notna(), placed["sets_done"].notna()
    any_runs, any_lifting = bool(days["distance_m"].notna().any()), bool(days["sets_done"].notna().any())
    return placed.assign(
        row=row.astype("float64"),
        ran=placed["runs"] > 0,
        lifted=placed["sets_done"].gt(0) | placed["contacts"].gt(0),
        no_run_log=~runs_known & (any_runs | ~lifting_known),
        no_lifting_log=~lifting_known & (any_lifting | ~runs_known),
    )


def _bar(name: str, days: pd.DataFrame, base: pd.Series, height: pd.Series | float, **rest: object) -> go.Bar:
    return go.Bar(
        name=name,
        x=days["week_start"],
        y=height if isinstance(height, pd.Series) else [height] * len(days),
        base=base,
        width=[7 * 86_400_000 * _CELL] * len(days),
        customdata=days["date"].dt.strftime("%Y-%m-%d"),
        unselected={"marker": {"opacity": 1}},  # which day is open is said below, and Back does not reach the figure
        **rest,
    )


def _ground(days: pd.DataFrame, look: Look) -> go.Bar:
    """The empty cell below every day that a log covers."""
    covered = days[~days["no_run_log"] | ~days["no_lifting_log"]]
    return _bar(
        "no training",
        covered,
        covered["row"] - _CELL / 2,
        _CELL,
        hovertemplate=f"{_hover_day()}<br>nothing logged<extra></extra>",
        marker={"color": palette(look).zero, "line": {"width": 0}, "cornerradius": 2},
    )


def _unknown(days: pd.DataFrame, look: Look) -> go.Bar:
    """Days without training where a log is missing: nothing is known of the hatched part of the cell."""
    both = days["no_run_log"] & days["no_lifting_log"]
    upper = days["no_run_log"] & ~both
    missing = days["no_run_log"].map({True: "no running log; nothing lifted", False: "no run; no strength log"})
    return _bar(
        "no log",
        days,
        days["row"] - _CELL / 2 + upper * (_CELL / 2),
        _CELL - (~both) * (_CELL / 2),
        hovertext=missing.mask(both, "no log covers this day"),
        hovertemplate=f"{_hover_day()}<br>%{{hovertext}}<extra></extra>",
        marker=hatching(palette(look).unknown, size=6, solidity=0.15),
    )


def _done(name: str, days: pd.DataFrame, shades: list[str], split_bottom: float, unit: DistanceUnit) -> go.Bar:
    """Days with one kind of training: a whole cell, or from split_bottom half a cell on a day that has both."""
    both = days["ran"] & days["lifted"]
    return _bar(
        name,
        days,
        days["row"] - (_CELL / 2) + both * (split_bottom + _CELL / 2),
        _CELL - both * (_CELL / 2),
        hovertext=_what(days, unit),
        hovertemplate=f"{_hover_day()}<br>%{{hovertext}}<extra></extra>",
        marker={"color": shades, "line": {"width": 0}, "cornerradius": 2},
    )


def _hover_day() -> str:
    return f"%{{customdata|%a {region.plotly_day()}}}"


def _shades(values: pd.Series, ramp: tuple[str, ...]) -> list[str]:
    """A colour of the ramp for each value by its quarter among all values, so that one long run does not pale the rest."""
    return [ramp[ceil(rank * len(ramp)) - 1] for rank in values.rank(pct=True)]


def _what(days: pd.DataFrame, unit: DistanceUnit) -> list[str]:
    """What was done on each day, in the person's unit."""
    columns = (days[name] for name in ("ran", "distance_m", "sets_done", "contacts"))
    return [
        ", ".join(
            [f"<b>{region.number(0 if isnan(metres) else metres / METRES_PER[unit], '.1f')}</b> {unit} run"] * bool(ran)
            + [f"<b>{region.number(sets)}</b> sets lifted"] * (sets > 0)
            + [f"<b>{region.number(jumped)}</b> ground contacts"] * (jumped > 0)
        )
        for ran, metres, sets, jumped in zip(*columns, strict=True)
    ]


def _lay_out(fig: go.Figure, days: pd.DataFrame, first: Weekday, look: Look) -> None:
    colours = palette(look)
    half_week = timedelta(days=3.8)
    names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    if first is Weekday.SUNDAY:
        names = names[-1:] + names[:-1]
    fig.update_layout(
        barmode="overlay",
        margin={"l": 36, "r": 8, "t": 34, "b": 40},
        xaxis={
            "range": [days["week_start"].min() - half_week, days["week_start"].max() + half_week],
            "type": "date",
            "dtick": "M1",
            "tickformat": "%b\n%Y",
        },
        yaxis={"range": [-0.5, 6.5], "showgrid": False, "tickvals": list(range(6, -1, -1)), "ticktext": names},
    )
    keys = (("run", colours.running_ramp[2]), ("lifting", colours.ramp[2]))
    named = [f'<span style="color:{colour}">■</span> {name}' for name, colour in keys]
    shade = "lighter: more" if look.dark else "darker: more"
    key_line(fig, "   ".join([*named, "split: both", shade, "blank: nothing done", "▨ no log"]), look)
