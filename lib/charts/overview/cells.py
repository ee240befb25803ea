"""Muscles × weeks as coloured cells. Bars, not a heat map trace: only bars can be hatched and selected one by one."""

from collections.abc import Sequence

import pandas as pd
from plotly.colors import sample_colorscale

from lib.charts.look.sketch import Sketch, Trace, bar, scatter
from lib.charts.look.theme import Look, colour_bar, palette, sets_scale
from lib.charts.overview import periods
from lib.charts.overview.measures import Scale, tick_texts
from lib.model.region import number
from lib.model.vocabulary import MUSCLE_NAMES, Muscle

RANGED = ("value", "low", "high", "missing")
_FULL_COLOUR = 0.97  # quantile with the strongest colour: one heavy week does not pale the rest


def row_height(look: Look) -> int:
    """Pixels of one muscle's row; on narrow screens its label stands above the cells."""
    return 40 if look.narrow else 18


def draw(
    fig: Sketch,
    frame: pd.DataFrame,
    muscles: Sequence[Muscle],
    scale: Scale,
    look: Look,
    every: pd.DataFrame,
    *,
    hatched: bool = True,
) -> None:
    """Add the cells, the hatched unknown stretches, row labels and the colour bar to the upper panel.

    frame: MUSCLE_WEEKS as columns of the time axis (lib.charts.overview.periods). every: MUSCLE_WEEKS of the whole log,
    whose values set the colours, so that they mean the same in every range. hatched: so are weeks known in part.
    """
    rows = {str(muscle): len(muscles) - 1 - index for index, muscle in enumerate(muscles)}
    shown = frame[frame["muscle"].isin(rows)].assign(
        row=lambda part: part["muscle"].map(rows).astype("float64"),
        shown=lambda part: part["value"] / scale.per,
    )
    known = shown[shown["value"].notna()]
    unknown = shown[shown["value"].isna()]
    unfinished = known[~known["complete"]].drop_duplicates("week_start")
    ticks = scale.ticks(every.loc[every["muscle"].isin(rows), "value"].dropna() / scale.per, _FULL_COLOUR)
    if len(known):
        fig.add_trace(_cells(known, scale, ticks[-1], look))
        _add_colour_bar(fig, every["value"].max() / scale.per, ticks, scale, look)
    if len(unfinished) and hatched:
        fig.add_trace(_veil(unfinished, len(muscles), look))
    if len(unknown):
        fig.add_trace(_unknown(unknown, scale, look))
    _name_rows(fig, muscles, look)


def _bottom_and_height(look: Look) -> tuple[float, float]:
    """Where in its row of height 1 a cell stands: below its label on narrow screens."""
    return (-0.5, 0.58) if look.narrow else (-0.455, 0.91)


def _colours(shown: pd.Series, top: float, look: Look) -> list[str]:
    """The colour of each value by name: bars with numbers for colours make Plotly warn about every one of them."""
    values = shown.unique()
    shares = [min(value / top, 1.0) for value in values]
    names = dict(zip(values, sample_colorscale(sets_scale(look), shares, colortype="rgb"), strict=True))
    return [names[value] for value in shown]


def _cells(known: pd.DataFrame, scale: Scale, top: float, look: Look) -> Trace:
    bottom, height = _bottom_and_height(look)
    return bar(
        name=scale.many,
        x=periods.middles(known),
        y=[height] * len(known),
        base=known["row"] + bottom,
        width=periods.widths_ms(known, 0.9),
        customdata=_customdata(known, scale),
        hovertemplate="<b>%{customdata[2]}</b><br>%{customdata[4]}<br>%{customdata[5]}<extra></extra>",
        marker={
            "color": _colours(known["shown"], top, look),
            "opacity": known["complete"].map({True: 1.0, False: 0.6}),
            "line": {"width": 0},
            "cornerradius": 2,
        },
        unselected={"marker": {"opacity": 1}},
    )


def _customdata(known: pd.DataFrame, scale: Scale) -> list[tuple[object, ...]]:
    """First day, last day, muscle, value in the person's unit, the value in words, the time in words."""
    names = known["muscle"].map(lambda muscle: MUSCLE_NAMES[Muscle(muscle)])
    amounts = [
        scale.with_range(value, low, high) + _without(missing)
        for value, low, high, missing in zip(*(known[name] for name in RANGED), strict=True)
    ]
    first, last = periods.day_texts(known["first"]), periods.day_texts(known["last"])
    return list(zip(first, last, names, known["shown"], amounts, periods.in_words(known), strict=True))


def _without(missing: float) -> str:
    return f" ({number(missing, '.3g')} more sets without a load)" if missing else ""


def _veil(weeks: pd.DataFrame, rows: int, look: Look) -> Trace:
    """Hatching in the colour of the page over the unfinished week; the cells below keep their hover text."""
    return bar(
        name="unfinished week",
        x=periods.middles(weeks),
        y=[rows] * len(weeks),
        base=[-0.5] * len(weeks),
        width=periods.widths_ms(weeks, 1.0),
        hoverinfo="skip",
        marker=hatching(palette(look).page, size=6, solidity=0.3),
        unselected={"marker": {"opacity": 1}},
    )


def _unknown(unknown: pd.DataFrame, scale: Scale, look: Look) -> Trace:
    bottom, height = _bottom_and_height(look)
    return bar(
        name="not covered",
        x=periods.middles(unknown),
        y=[height] * len(unknown),
        base=unknown["row"] + bottom,
        width=periods.widths_ms(unknown, 1.0),
        hovertemplate=f"{scale.unknown}<extra></extra>",
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


def _name_rows(fig: Sketch, muscles: Sequence[Muscle], look: Look) -> None:
    """Muscle names left of their rows; on narrow screens above them, inside the panel."""
    rows = range(len(muscles) - 1, -1, -1)
    names = [MUSCLE_NAMES[muscle] for muscle in muscles]
    ink = palette(look).ink
    fig.update_layout(
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


def _name_above(fig: Sketch, name: str, row: int, ink: str) -> None:
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


def _add_colour_bar(fig: Sketch, highest: float, ticks: Sequence[float], scale: Scale, look: Look) -> None:
    """The bar that explains the colours. Only a trace of numbers brings one up: a point that is never seen."""
    fig.add_trace(
        scatter(
            name="colours",
            x=[None],
            y=[None],
            mode="markers",
            marker={"color": [0.0], "coloraxis": "coloraxis"},
            hoverinfo="skip",
        )
    )
    legend = colour_bar(f"{scale.many} a week", ticks, tick_texts(ticks, highest), look)
    legend |= {"x": 1, "xanchor": "right", "y": 1, "yanchor": "bottom", "ypad": 4}
    fig.update_layout(coloraxis={"cmin": 0, "cmax": ticks[-1], "colorscale": sets_scale(look), "colorbar": legend})
