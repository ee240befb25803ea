"""Muscles × weeks as coloured cells. Bars, not a heat map trace: only bars can be hatched and selected one by one."""

from collections.abc import Sequence
from math import ceil

import pandas as pd
import plotly.graph_objects as go

from lib.charts import periods
from lib.charts.theme import Look, palette, sets_scale
from lib.model.vocabulary import MUSCLE_NAMES, Muscle

_SMALLEST_SCALE = 10
_FULL_COLOUR = 0.97  # quantile with the strongest colour: one heavy week does not pale the rest


def row_height(look: Look) -> int:
    """Pixels of one muscle's row; on narrow screens its label stands above the cells."""
    return 40 if look.narrow else 26


def draw(fig: go.Figure, frame: pd.DataFrame, muscles: Sequence[Muscle], look: Look) -> None:
    """Add the cells, the hatched unknown stretches, row labels and the colour bar to the upper panel."""
    rows = {str(muscle): len(muscles) - 1 - index for index, muscle in enumerate(muscles)}
    shown = frame[frame["muscle"].isin(rows)].assign(row=lambda part: part["muscle"].map(rows).astype("float64"))
    known = shown[shown["hard_sets"].notna()]
    unknown = shown[shown["hard_sets"].isna()]
    unfinished = known[~known["complete"]].drop_duplicates("week_start")
    if len(known):
        fig.add_trace(_cells(known, look))
    if len(unfinished):
        fig.add_trace(_veil(unfinished, len(muscles), look))
    if len(unknown):
        fig.add_trace(_unknown(unknown, look))
    _name_rows(fig, muscles, look)
    _add_colour_bar(fig, known, look)


def _bottom_and_height(look: Look) -> tuple[float, float]:
    """Where in its row of height 1 a cell stands: below its label on narrow screens."""
    return (-0.5, 0.58) if look.narrow else (-0.455, 0.91)


def _cells(known: pd.DataFrame, look: Look) -> go.Bar:
    bottom, height = _bottom_and_height(look)
    names = known["muscle"].map(lambda muscle: MUSCLE_NAMES[Muscle(muscle)])
    monthly = bool((known["width"] > 7).any())
    so_far = known["complete"].map({True: "", False: " so far"})
    return go.Bar(
        name="sets",
        x=periods.middles(known),
        y=[height] * len(known),
        base=known["row"] + bottom,
        width=periods.widths_ms(known, 0.9),
        customdata=list(
            zip(known["week_start"].dt.strftime("%Y-%m-%d"), names, known["hard_sets"], so_far, strict=True)
        ),
        hovertemplate=_hover(monthly=monthly),
        marker={
            "color": known["hard_sets"],
            "coloraxis": "coloraxis",
            "opacity": known["complete"].map({True: 1.0, False: 0.6}),
            "line": {"width": 0},
            "cornerradius": 2,
        },
        unselected={"marker": {"opacity": 0.35}},
    )


def _hover(*, monthly: bool) -> str:
    when = "%{customdata[0]|%B %Y}, mean a week" if monthly else "week of %{customdata[0]|%-d %b %Y}%{customdata[3]}"
    return f"<b>%{{customdata[1]}}</b><br>%{{customdata[2]:.3~g}} sets<br>{when}<extra></extra>"


def _veil(weeks: pd.DataFrame, rows: int, look: Look) -> go.Bar:
    """Hatching in the colour of the page over the unfinished week; the cells below keep their hover text."""
    return go.Bar(
        name="unfinished week",
        x=periods.middles(weeks),
        y=[rows] * len(weeks),
        base=[-0.5] * len(weeks),
        width=periods.widths_ms(weeks, 1.0),
        hoverinfo="skip",
        marker=hatching(palette(look).page, size=6, solidity=0.3),
        unselected={"marker": {"opacity": 1}},
    )


def _unknown(unknown: pd.DataFrame, look: Look) -> go.Bar:
    bottom, height = _bottom_and_height(look)
    return go.Bar(
        name="not covered",
        x=periods.middles(unknown),
        y=[height] * len(unknown),
        base=unknown["row"] + bottom,
        width=periods.widths_ms(unknown, 1.0),
        hovertemplate="No strength log covers this time<extra></extra>",
        marker=hatching(palette(look).unknown),
        unselected={"marker": {"opacity": 1}},
    )


def hatching(colour: str, size: int = 8, solidity: float = 0.12) -> dict[str, object]:
    """A marker of nothing but slanted lines. size: pixels; solidity: share that is line."""
    return {
        "color": "rgba(0,0,0,0)",
        "line": {"width": 0},
        "pattern": {"shape": "/", "fgcolor": colour, "size": size, "solidity": solidity},
    }


def _name_rows(fig: go.Figure, muscles: Sequence[Muscle], look: Look) -> None:
    """Muscle names left of their rows; on narrow screens above them, inside the panel."""
    rows = range(len(muscles) - 1, -1, -1)
    names = [MUSCLE_NAMES[muscle] for muscle in muscles]
    ink = palette(look).ink
    fig.update_layout(
        barmode="overlay",
        yaxis={
            "range": [-0.5, len(muscles) - 0.5],
            "showgrid": False,
            "tickvals": list(rows),
            "ticktext": names,
            "showticklabels": not look.narrow,
            "tickfont": {"color": ink, "size": 13},
            "ticklabelstandoff": 6,
        },
    )
    if look.narrow:
        for row, name in zip(rows, names, strict=True):
            _name_above(fig, name, row, ink)


def _name_above(fig: go.Figure, name: str, row: int, ink: str) -> None:
    fig.add_annotation(
        text=name,
        x=0,
        xref="paper",
        xanchor="left",
        y=row + 0.08,
        yanchor="bottom",
        showarrow=False,
        borderpad=0,
        font={"size": 12, "color": ink},
    )


def _add_colour_bar(fig: go.Figure, known: pd.DataFrame, look: Look) -> None:
    values = known["hard_sets"] if len(known) else pd.Series([0.0])
    step = 5 if values.quantile(_FULL_COLOUR) <= 20 else 10
    top = max(_SMALLEST_SCALE, ceil(values.quantile(_FULL_COLOUR) / step) * step)
    ticks = list(range(0, top + 1, step))
    names = [str(tick) for tick in ticks[:-1]] + [f"{top}{'+' if values.max() > top else ''}"]
    fig.update_layout(
        coloraxis={
            "cmin": 0,
            "cmax": top,
            "colorscale": sets_scale(look),
            "colorbar": {
                "orientation": "h",
                "thickness": 8,
                "len": 150,
                "lenmode": "pixels",
                "outlinewidth": 0,
                "ticklabeloverflow": "allow",
                "x": 1,
                "xanchor": "right",
                "y": 1,
                "yanchor": "bottom",
                "ypad": 4,
                "xpad": 0,
                "title": {"text": "sets a week", "side": "right", "font": {"size": 12, "color": palette(look).muted}},
                "tickfont": {"size": 11, "color": palette(look).muted},
                "tickvals": ticks,
                "ticktext": names,
                "ticks": "",
            },
        }
    )
