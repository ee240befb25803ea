"""One muscle group against another: the ratio of their sets over time, and the counts it is made of."""

from math import log2
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from lib.charts.look.theme import Look, empty_figure, figure, key_line, muscle_colour, palette
from lib.charts.overview import periods
from lib.model import region
from lib.model.vocabulary import MUSCLE_NAMES, Muscle

NOTHING: Final = "Not enough lower-body sets yet to draw a trend."
CLIP: Final = 3.0
_TICKS: Final = {3.0: "8 : 1", 2.0: "4 : 1", 1.0: "2 : 1", 0.0: "even", -1.0: "1 : 2", -2.0: "1 : 4", -3.0: "1 : 8"}
_LEAST_RANGE: Final = 2.15
_ADJECTIVES: Final = {Muscle.HAMSTRINGS: "hamstring", Muscle.GLUTES: "glute"}


def trend(
    frame: pd.DataFrame,
    *,
    look: Look,
    band: tuple[float, float],
    first: Muscle = Muscle.QUADRICEPS,
    second: Muscle = Muscle.HAMSTRINGS,
    days: int = 28,
) -> go.Figure:
    """The ratio on a log2 axis with its attribution range and the band of "similar", above both set counts.

    frame: BALANCE_TREND, log2 of first : second, clipped at ±3 for drawing; days that are not shown leave a gap.
    band:  bounds of "similar" as plain ratios. days: length of the window that each point sums.
    """
    if not frame["shown"].any():
        return empty_figure(NOTHING, look)
    fig = figure(look, 500)
    drawn = frame.assign(**{column: frame[column].clip(-CLIP, CLIP) for column in ("log2", "low", "high")})
    _lay_out(fig, drawn, look)
    _draw_band(fig, band, look)
    fig.add_trace(_range_shade(drawn, look))
    fig.add_trace(_ratio_line(drawn, days, look))
    _label_sides(fig, first, second, look)
    _label_end(fig, drawn, first, second, look)
    for muscle, column in ((first, "first"), (second, "second")):
        fig.add_trace(_counts_line(drawn, column, muscle, look))
    _head_counts(fig, first, second, days, look)
    return fig


def text_alternative(frame: pd.DataFrame, first: Muscle = Muscle.QUADRICEPS, second: Muscle = Muscle.HAMSTRINGS) -> str:
    """One sentence: the latest ratio with its counts and the range over the time shown."""
    shown = frame[frame["shown"]]
    if shown.empty:
        return NOTHING
    last, ratios = shown.iloc[-1], shown["log2"].to_list()
    names = [MUSCLE_NAMES[muscle].lower() for muscle in (first, second)]
    return (
        f"{names[0].capitalize()} to {names[1]} sets were {region.ratio(ratios[-1])} on {region.full_day(last['date'])} "
        f"({region.number(last['first'])} and {region.number(last['second'])} sets); over the time shown between "
        f"{region.ratio(min(ratios))} and {region.ratio(max(ratios))}."
    )


def _lay_out(fig: go.Figure, frame: pd.DataFrame, look: Look) -> None:
    reach = max(_LEAST_RANGE, float(frame[["log2", "low", "high"]].abs().max().max()) + 0.15)
    ticks = {value: text for value, text in _TICKS.items() if abs(value) <= reach}
    first, last = frame["date"].min(), frame["date"].max() + (frame["date"].max() - frame["date"].min()) * 0.01
    fig.update_layout(
        margin={
            "l": 40 if look.narrow else 56,
            "r": 8 if look.narrow else 100,
            "t": 46 if look.narrow else 28,
            "b": 40,
        },
        xaxis={"type": "date", "anchor": "y2", "range": [first, last]},
        yaxis={"domain": [0.38, 1], "range": [-reach, reach]},
        yaxis2={"domain": [0, 0.27], "anchor": "x", "rangemode": "tozero", "nticks": 4},
        hovermode="closest",
    )
    fig.update_xaxes(**periods.month_axis(first, last, narrow=look.narrow))
    fig.update_layout(yaxis={"tickvals": list(ticks), "ticktext": list(ticks.values())})


def _draw_band(fig: go.Figure, band: tuple[float, float], look: Look) -> None:
    colours = palette(look)
    low, high = (log2(bound) for bound in band)
    fig.add_hrect(y0=low, y1=high, yref="y", fillcolor=colours.band, line_width=0, layer="below")
    fig.add_hline(y=0, yref="y", line={"color": colours.muted, "width": 1}, layer="below")


def _stretches(frame: pd.DataFrame) -> list[pd.DataFrame]:
    """The unbroken stretches of shown days."""
    numbers = (frame["shown"] != frame["shown"].shift()).cumsum()
    return [part for _, part in frame[frame["shown"]].groupby(numbers)]


def _range_shade(frame: pd.DataFrame, look: Look) -> go.Scatter:
    """One polygon per stretch, so that gaps stay gaps."""
    x: list[object] = []
    y: list[float | None] = []
    for part in _stretches(frame):
        x += [*part["date"], *part["date"][::-1], None]
        y += [*part["high"], *part["low"][::-1], None]
    return go.Scatter(
        name="attribution range",
        x=x,
        y=y,
        mode="lines",
        line={"width": 0},
        fill="toself",
        fillcolor=palette(look).shade,
        hoverinfo="skip",
    )


def _ratio_line(frame: pd.DataFrame, days: int, look: Look) -> go.Scatter:
    ratios = zip(frame["log2"].to_list(), frame["low"].to_list(), frame["high"].to_list(), frame["shown"], strict=True)
    texts = [
        f"<b>{region.ratio(log2_ratio)}</b> ({region.ratio(low)} to {region.ratio(high)})" if shown else ""
        for log2_ratio, low, high, shown in ratios
    ]
    return go.Scatter(
        name="ratio",
        x=frame["date"],
        y=frame["log2"],
        mode="lines",
        line={"color": palette(look).ink, "width": 2.4},
        connectgaps=False,
        customdata=list(zip(texts, frame["first"], frame["second"], strict=True)),
        hovertemplate="%{customdata[0]}<br>%{customdata[1]:.3~g} and %{customdata[2]:.3~g} sets"
        f"<br>{days} days to %{{x|{region.plotly_day()}}}<extra></extra>",
    )


def _label_sides(fig: go.Figure, first: Muscle, second: Muscle, look: Look) -> None:
    for arrow, muscle, y, anchor in (("▲", first, 1, "bottom"), ("▼", second, 0, "top")):
        fig.add_annotation(
            text=f"{arrow} more {_ADJECTIVES.get(muscle, MUSCLE_NAMES[muscle].lower())} sets",
            x=0,
            xref="paper",
            xanchor="left",
            y=y,
            yref="y domain",
            yanchor=anchor,
            showarrow=False,
            font={"size": 12, "color": muscle_colour(muscle, look)},
        )


def _label_end(fig: go.Figure, frame: pd.DataFrame, first: Muscle, second: Muscle, look: Look) -> None:
    """A dot at the last ratio, and beside it (on narrow screens in a line above the panel) the ratio and both counts."""
    last = frame[frame["shown"]].iloc[-1]
    colours = palette(look)
    fig.add_scatter(
        name="latest",
        x=[last["date"]],
        y=[last["log2"]],
        mode="markers",
        marker={"color": colours.ink, "size": 9},
        hoverinfo="skip",
    )
    when = "now" if last["date"] == frame["date"].max() else region.day_of_year(last["date"])
    counts = [
        f'<span style="color:{muscle_colour(muscle, look)}">{region.number(last[column])} {MUSCLE_NAMES[muscle].lower()}</span>'
        for muscle, column in ((first, "first"), (second, "second"))
    ]
    words = [f"<b>{region.ratio(last['log2'])}</b> {when}", *counts]
    font = {"size": 12, "color": colours.ink}
    if look.narrow:  # beside the dot is no room, and above or below it may be the line
        head = {
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "y": 1,
            "yref": "y domain",
            "yanchor": "bottom",
            "yshift": 22,
        }
        fig.add_annotation(text=" · ".join(words), showarrow=False, font=font, **head)
        return
    beside = {"xanchor": "left", "xshift": 10, "align": "left"}
    fig.add_annotation(text="<br>".join(words), x=last["date"], y=last["log2"], showarrow=False, font=font, **beside)


def _head_counts(fig: go.Figure, first: Muscle, second: Muscle, days: int, look: Look) -> None:
    keys = "   ".join(
        f'<span style="color:{muscle_colour(muscle, look)}">■</span> {MUSCLE_NAMES[muscle].lower()}'
        for muscle in (first, second)
    )
    key_line(fig, f"{keys}   sets in {days} days", look, above="y2")


def _counts_line(frame: pd.DataFrame, column: str, muscle: Muscle, look: Look) -> go.Scatter:
    name = MUSCLE_NAMES[muscle]
    return go.Scatter(
        name=name,
        x=frame["date"],
        y=frame[column],
        yaxis="y2",
        mode="lines",
        line={"color": muscle_colour(muscle, look), "width": 2.2},
        hovertemplate=f"<b>{name}</b> %{{y:.3~g}} sets<br>to %{{x|{region.plotly_day()}}}<extra></extra>",
    )
