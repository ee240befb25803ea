"""Minutes of running a week by how hard they were, above the sets of the lower body on the same weeks."""

from collections.abc import Mapping
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from lib.charts.look.theme import Look, empty_figure, figure, key_line, palette
from lib.charts.overview import periods
from lib.charts.overview.cells import hatching
from lib.model import region
from lib.model.vocabulary import VERDICT_NAMES, RunVerdict

NOTHING: Final = "No runs to show yet."
# From quiet to strong by what counts for gaps, not by good and bad; what is not known is hatched.
ORDER: Final = (
    RunVerdict.EASY,
    RunVerdict.MODERATE,
    RunVerdict.FAST,
    RunVerdict.LONG,
    RunVerdict.HARD,
    RunVerdict.UNKNOWN,
)


def minutes(weeks: pd.DataFrame, lower: pd.DataFrame, *, look: Look) -> go.Figure:
    """Stacked minutes of each week (a mean week of each month over long ranges), and the lower-body sets below.

    weeks: EFFORT_MINUTES; lower: WEEKLY_LOWER_SETS of the same weeks.
    """
    if weeks.empty or weeks["easy"].isna().all():
        return empty_figure(NOTHING, look)
    drawn = periods.of_range(weeks, [str(verdict) for verdict in RunVerdict], narrow=look.narrow)
    sets = periods.of_range(lower, ["lower_sets"], narrow=look.narrow)
    fig = figure(look, 400)
    for verdict in ORDER:
        if drawn[str(verdict)].gt(0).any():
            fig.add_trace(_minutes(drawn, verdict, look))
    fig.add_trace(_sets(sets, look))
    _lay_out(fig, drawn, look)
    _name(fig, drawn, look)
    return fig


def text_alternative(weeks: pd.DataFrame) -> str:
    """One sentence: the minutes of each kind over the time shown."""
    known = weeks.dropna(subset=["easy"])
    if known.empty:
        return NOTHING
    parts = [f"{VERDICT_NAMES[each]} {region.number(known[str(each)].sum(), ',.0f')}" for each in ORDER]
    return f"Minutes of running in {len(known)} weeks: {', '.join(parts)}."


def _colours(look: Look) -> dict[RunVerdict, str]:
    colours = palette(look)
    quiet, light, mid, strong = colours.running_ramp
    return {
        RunVerdict.EASY: quiet,
        RunVerdict.MODERATE: light,
        RunVerdict.FAST: light,
        RunVerdict.LONG: mid,
        RunVerdict.HARD: strong,
        RunVerdict.UNKNOWN: colours.unknown,
    }


def _marker(drawn: pd.DataFrame, verdict: RunVerdict, look: Look) -> dict[str, object]:
    colours = palette(look)
    if verdict is RunVerdict.UNKNOWN:
        return hatching(colours.unknown, size=6, solidity=0.2)
    pattern = {"shape": "." if verdict is RunVerdict.FAST else "", "fgcolor": colours.page, "size": 5, "solidity": 0.3}
    return {"color": _colours(look)[verdict], "opacity": _opacity(drawn), "line": {"width": 0}, "pattern": pattern}


def _bars(drawn: pd.DataFrame, column: str, name: str, words: list[str], marker: Mapping[str, object]) -> go.Bar:
    """A column of the periods as bars. words: what the hover says of each."""
    return go.Bar(
        name=name,
        x=periods.middles(drawn),
        y=drawn[column],
        width=periods.widths_ms(drawn, 0.78),
        customdata=list(zip(words, periods.in_words(drawn), strict=True)),
        hovertemplate="<b>%{customdata[0]}</b><br>%{customdata[1]}<extra></extra>",
        marker=marker,
    )


def _minutes(drawn: pd.DataFrame, verdict: RunVerdict, look: Look) -> go.Bar:
    name = VERDICT_NAMES[verdict]
    words = [f"{region.number(value, ',.0f')} min {name}" for value in drawn[str(verdict)].fillna(0)]
    return _bars(drawn, str(verdict), name, words, _marker(drawn, verdict, look))


def _sets(drawn: pd.DataFrame, look: Look) -> go.Bar:
    words = [
        f"{region.short(value)} lower-body sets" if pd.notna(value) else "no strength log"
        for value in drawn["lower_sets"]
    ]
    marker = {"color": palette(look).lifting, "opacity": _opacity(drawn), "line": {"width": 0}}
    return _bars(drawn, "lower_sets", "lower-body sets", words, marker).update(yaxis="y2")


def _opacity(drawn: pd.DataFrame) -> pd.Series:
    """Lighter where a period is not complete."""
    return drawn["complete"].map({True: 1.0, False: 0.5})


def _lay_out(fig: go.Figure, drawn: pd.DataFrame, look: Look) -> None:
    first, last = drawn["week_start"].min(), periods.end_of(drawn)
    fig.update_layout(
        barmode="stack",
        margin={"l": 44, "r": 8, "t": 46 if look.narrow else 28, "b": 40},
        xaxis={"type": "date", "anchor": "y2", "range": [first, last]},
        yaxis={"domain": [0.4, 1], "rangemode": "tozero", "nticks": 5},
        yaxis2={"domain": [0, 0.28], "anchor": "x", "rangemode": "tozero", "nticks": 4},
        hovermode="closest",
    )
    fig.update_xaxes(**periods.month_axis(first, last, narrow=look.narrow))


def _name(fig: go.Figure, drawn: pd.DataFrame, look: Look) -> None:
    colours = _colours(look)
    there = [each for each in ORDER if drawn[str(each)].gt(0).any()]
    marks = {RunVerdict.UNKNOWN: "▨", RunVerdict.FAST: "▒"}
    keys = [
        f'<span style="color:{colours[each]}">{marks.get(each, "■")}</span> {VERDICT_NAMES[each]}' for each in there
    ]
    half = len(keys) // 2 if look.narrow and len(keys) > 3 else 0
    lines = ["   ".join(keys[:half]), "   ".join(keys[half:])] if half else ["   ".join(keys)]
    unit = "minutes in a mean week" if periods.are_months(drawn) else "minutes a week"
    key_line(fig, "<br>".join(lines) + f"   {unit}", look, above="y")
    key_line(fig, f'<span style="color:{palette(look).lifting}">■</span> lower-body sets', look, above="y2")
