"""What running costs: pace at the person's usual heart rate, a point every 28 days."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from lib.charts.look.sketch import Sketch, scatter
from lib.charts.look.theme import Look, empty_figure, palette
from lib.charts.overview import periods
from lib.model import region
from lib.model.units import METRES_PER
from lib.model.vocabulary import DistanceUnit

NOTHING: Final = "It takes easy runs with heart rate: three in 28 days make a point."


def pace_line(cost: pd.DataFrame, *, unit: DistanceUnit, look: Look) -> go.Figure:
    """Faster is higher. cost: COST_OF_RUNNING, oldest first; points without enough runs leave a gap."""
    known = cost[cost["pace_s"].notna()]
    if known.empty:
        return empty_figure(NOTHING, look)
    colours = palette(look)
    shown = cost["pace_s"] * METRES_PER[unit] / 1000
    fig = Sketch(look, 240)
    fig.add_trace(
        scatter(
            name="pace at usual heart rate",
            x=cost["first_day"] + (cost["last_day"] - cost["first_day"]) / 2,
            y=shown,
            mode="lines+markers",
            line={"color": colours.running, "width": 2.2},
            marker={"color": colours.running, "size": 7},
            text=[_words(row, unit) for row in cost.to_dict("records")],
            hovertemplate="%{text}<extra></extra>",
            connectgaps=False,
        )
    )
    _lay_out(fig, cost, shown, unit, look)
    return fig.figure()


def text_alternative(cost: pd.DataFrame, unit: DistanceUnit) -> str:
    """One sentence: the first and the last point, the fastest and the slowest."""
    known = cost[cost["pace_s"].notna()]
    if known.empty:
        return NOTHING
    pace = known["pace_s"]
    first, last, fastest, slowest = (
        clock(each, unit) for each in (pace.iloc[0], pace.iloc[-1], pace.min(), pace.max())
    )
    return (
        f"Pace at your usual heart rate: {first} in the 28 days from {region.full_day(known['first_day'].iloc[0])}, {last} in the "
        f"last ones; between {fastest} and {slowest}."
    )


def clock(pace_s: float, unit: DistanceUnit) -> str:
    """Seconds a kilometre as "5:12 /km" in the person's unit."""
    minutes, seconds = divmod(round(pace_s * METRES_PER[unit] / 1000), 60)
    return f"{minutes}:{seconds:02d} /{unit}"


def _words(row: dict[Any, Any], unit: DistanceUnit) -> str:
    days = region.days(row["first_day"].date(), row["last_day"].date())
    runs = f"{row['runs']} easy {'run' if row['runs'] == 1 else 'runs'}"
    return days if pd.isna(row["pace_s"]) else f"<b>{clock(row['pace_s'], unit)}</b><br>{days}<br>{runs}"


def _lay_out(fig: Sketch, cost: pd.DataFrame, shown: pd.Series, unit: DistanceUnit, look: Look) -> None:
    first, last = cost["first_day"].min(), cost["last_day"].max()
    low, high = float(shown.min()), float(shown.max())
    room = max((high - low) * 0.15, 5.0)
    step = next(each for each in (5, 10, 15, 30, 60, 120) if (high - low + 2 * room) / each <= 7 or each == 120)
    ticks = list(range(int((low - room) // step) * step, int(high + room) + step, step))
    axis: dict[str, Any] = periods.month_axis(first, last, narrow=look.narrow)
    fig.update_layout(
        margin={"l": 46 if look.narrow else 70, "r": 8, "t": 12, "b": 40},
        xaxis={"type": "date", "range": [first, last], **axis},
        yaxis={
            "range": [high + room, low - room],
            "tickvals": ticks,
            "ticktext": [f"{each // 60}:{each % 60:02d}" + ("" if look.narrow else f" /{unit}") for each in ticks],
        },
    )
