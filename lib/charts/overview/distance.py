"""The lower panel: distance bars of each week and the mean of four."""

import pandas as pd

from lib.charts.look.sketch import Sketch, Trace, bar, scatter
from lib.charts.look.theme import Look, key_line, palette
from lib.charts.overview import periods
from lib.charts.overview.cells import hatching
from lib.model.region import number
from lib.model.units import METRES_PER
from lib.model.vocabulary import DistanceUnit


def draw(fig: Sketch, drawn: pd.DataFrame, unit: DistanceUnit, look: Look, *, hatched: bool = True) -> None:
    """Add bars and mean line to the panel of yaxis2. hatched: so are weeks known in part.

    drawn: weeks or months with their widths: distance_m, runs, and mean_m, the mean of four weeks.
    """
    known = drawn[drawn["distance_m"].notna()]
    if len(known):
        fig.add_trace(_bars(known, unit, look, "/" if hatched else ""))
    unknown = drawn[drawn["distance_m"].isna()]
    highest = drawn["distance_m"].max() / METRES_PER[unit]
    top = 10.0 if pd.isna(highest) else max(highest, 1.0) * 1.12
    if len(unknown):
        fig.add_trace(_unknown(unknown, top, look))
    monthly = periods.are_months(drawn)
    if not monthly and len(known):
        fig.add_trace(_mean_line(drawn, unit, look))
    fig.update_layout(yaxis2={"range": [0, top], "nticks": 4, "ticksuffix": "" if look.narrow else f" {unit}"})
    _head(fig, f"{unit} a week, mean of each month" if monthly else f"{unit} a week   <b>—</b> 4-week mean", look)


def _bars(known: pd.DataFrame, unit: DistanceUnit, look: Look, in_part: str) -> Trace:
    colours = palette(look)
    return bar(
        name="distance",
        yaxis="y2",
        x=periods.middles(known),
        y=known["distance_m"] / METRES_PER[unit],
        width=periods.widths_ms(known, 0.78),
        customdata=_customdata(known, unit),
        hovertemplate="<b>%{customdata[4]}</b><br>%{customdata[5]}<extra></extra>",
        marker={
            "color": colours.running,
            "opacity": known["complete"].map({True: 1.0, False: 0.45}),
            "line": {"width": 0},
            "cornerradius": 2,
            "pattern": {
                "shape": known["complete"].map({True: "", False: in_part}),
                "fgcolor": colours.page,
                "fgopacity": 0.8,
                "size": 6,
                "solidity": 0.25,
                "fillmode": "overlay",
            },
        },
        unselected={"marker": {"opacity": 1}},
    )


def _customdata(known: pd.DataFrame, unit: DistanceUnit) -> list[tuple[object, ...]]:
    """First day, last day, "" for no muscle, distance in the person's unit, that and the runs in words, the time."""
    shown = known["distance_m"] / METRES_PER[unit]
    words = [
        f"{number(far, ',.1f')} {unit}, {number(runs, '.3g')} {'run' if runs == 1 else 'runs'}"
        for far, runs in zip(shown, known["runs"], strict=True)
    ]
    first, last = periods.day_texts(known["first"]), periods.day_texts(known["last"])
    return list(zip(first, last, [""] * len(known), shown, words, periods.in_words(known), strict=True))


def _unknown(weeks: pd.DataFrame, top: float, look: Look) -> Trace:
    return bar(
        name="runs not covered",
        yaxis="y2",
        x=periods.middles(weeks),
        y=[top] * len(weeks),
        width=periods.widths_ms(weeks, 1.0),
        hovertemplate="No running log covers this time<extra></extra>",
        marker=hatching(palette(look).unknown),
        unselected={"marker": {"opacity": 1}},
    )


def _mean_line(weeks: pd.DataFrame, unit: DistanceUnit, look: Look) -> Trace:
    return scatter(
        name="4-week mean",
        yaxis="y2",
        x=periods.middles(weeks),
        y=weeks["mean_m"] / METRES_PER[unit],
        mode="lines",
        line={"color": palette(look).ink, "width": 1.8},
        hovertemplate=f"4-week mean %{{y:.1f}} {unit}<extra></extra>",
        connectgaps=False,
    )


def _head(fig: Sketch, words: str, look: Look) -> None:
    """The panel's own words in its upper left corner: what the bars and the line are."""
    colours = palette(look)
    key_line(fig, f'<span style="color:{colours.running}">■</span> {words}', look, above="y2")
