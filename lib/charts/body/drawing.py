"""The body from the front and from behind, each muscle coloured by its sets and named with their number.

Colour repeats what the numbers say: the figure can be read without it.
"""

from collections.abc import Sequence
from math import ceil, isnan
from typing import Final

import pandas as pd
import plotly.graph_objects as go
from plotly.colors import sample_colorscale

from lib.charts.body.labels import labels, leaders
from lib.charts.body.shapes import Loop
from lib.charts.body.sides import sides
from lib.charts.body.targets import NOTHING, number, targets
from lib.charts.look.sketch import Sketch, Trace, scatter
from lib.charts.look.theme import Look, colour_bar, empty_figure, palette, sets_scale
from lib.model.vocabulary import MUSCLE_NAMES, Muscle

_FEWEST, _MOST = 10, 20  # sets a week with the strongest colour, at least and at most
# Curves instead of polygons: few points, smooth at any size.
_SMOOTH: Final = {"mode": "lines", "fill": "toself", "hoverinfo": "skip"}
_SPLINE: Final = {"shape": "spline", "smoothing": 1.0}


def body_map(window: pd.DataFrame, *, look: Look, relative: bool = False) -> go.Figure:
    """Front and back side by side, on narrow screens front above back.

    window:   MUSCLE_WINDOW. relative: shares of the person's own highest instead of sets.
    A point that is chosen has the muscle as the first of its customdata.
    """
    if window.empty:
        return empty_figure(f"{NOTHING}.", look)
    rows = {Muscle(str(row["muscle"])): row for row in window.to_dict("records")}
    values = {muscle: float(row["share" if relative else "hard_sets"]) for muscle, row in rows.items()}
    numbers = {muscle: number(value, relative=relative) for muscle, value in values.items()}
    top = 1.0 if relative else _top(window)
    both = sides(look)
    areas = {muscle: [half for side in both for half in side.halves(muscle)] for muscle in rows}

    fig = Sketch(look, 866 if look.narrow else 450)
    fig.add_traces([_outline(loop, look) for side in both for loop in side.outlines()])
    fig.add_traces([_area(str(muscle), areas[muscle], _paint(values[muscle], top, look)) for muscle in rows])
    fig.add_trace(targets(areas, rows))
    fig.update_layout(
        shapes=[line for side in both for line in leaders(side, look)],
        annotations=[label for side in both for label in labels(side, numbers, look)],
    )
    _set_axes(fig, look)
    _add_colour_bar(fig, top, over=max(values.values()) > top, relative=relative, look=look)
    return fig.figure()


def text_alternative(window: pd.DataFrame, *, relative: bool = False) -> str:
    """Every muscle with its number, in the order of the table."""
    column = "share" if relative else "hard_sets"
    known = window.dropna(subset=[column])
    if known.empty:
        return f"{NOTHING}."
    what = "Share of the own highest of a year" if relative else "Sets a week"
    each = (
        f"{MUSCLE_NAMES[Muscle(muscle)].lower()} {number(value, relative=relative)}"
        for muscle, value in zip(known["muscle"], known[column], strict=True)
    )
    return f"{what} of each muscle, on a figure from the front and from behind: {', '.join(each)}."


def _top(window: pd.DataFrame) -> float:
    """The sets with the strongest colour: of the person's year, so that its windows compare; else of the window."""
    most = float(window[["hard_sets", "highest"]].max().max())
    return float(_FEWEST if isnan(most) else min(_MOST, max(_FEWEST, ceil(most / 5) * 5)))


def _outline(loop: Loop, look: Look) -> Trace:
    colours = palette(look)
    return _area("body", [loop], {"fillcolor": colours.grid}, {"color": colours.unknown, "width": 0.6})


def _area(name: str, loops: Sequence[Loop], paint: Trace, line: Trace | None = None) -> Trace:
    """Filled closed curves, with a gap after each."""
    points = [point for loop in loops for point in (*loop, loop[0], (None, None))]
    x, y = zip(*points, strict=True)
    return scatter(name=name, x=x, y=y, line={"width": 0, **_SPLINE, **(line or {})}, **_SMOOTH, **paint)


def _paint(value: float, top: float, look: Look) -> Trace:
    """The colour of a number; slanted lines where there is none."""
    colours = palette(look)
    if isnan(value):
        lines = {"shape": "/", "fgcolor": colours.unknown, "bgcolor": colours.zero, "size": 6, "solidity": 0.2}
        return {"fillcolor": colours.zero, "fillpattern": lines}
    (colour,) = sample_colorscale(sets_scale(look), [min(value / top, 1.0)], colortype="rgb")
    return {"fillcolor": colour}


def _set_axes(fig: Sketch, look: Look) -> None:
    x_range, y_range = ((-52, 24), (-120, 101)) if look.narrow else ((-60, 109), (-6, 101))
    fig.update_layout(
        hoverdistance=12,
        margin={"l": 0, "r": 0, "t": 0, "b": 46},
        xaxis={"visible": False, "range": x_range},
        yaxis={"visible": False, "range": y_range, "scaleanchor": "x"},
    )


def _add_colour_bar(fig: Sketch, top: float, *, over: bool, relative: bool, look: Look) -> None:
    ticks = [0.0, 0.5, 1.0] if relative else [float(tick) for tick in range(0, int(top) + 1, 5)]
    texts = ["0", *(number(tick, relative=relative) for tick in ticks[1:])]
    title = "of own highest" if relative else "sets a week"
    bar = colour_bar(title, ticks, [*texts[:-1], texts[-1] + "+" * over], look)
    bar |= {"x": 0.5, "xanchor": "center", "y": 0, "yanchor": "top", "ypad": 4}
    fig.update_layout(coloraxis={"cmin": 0, "cmax": top, "colorscale": sets_scale(look), "colorbar": bar})
