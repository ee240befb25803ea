"""One look for every figure: colours by meaning, one template, light and dark, wide and narrow."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

import plotly.graph_objects as go

from lib.model import region
from lib.model.vocabulary import Muscle


class Annotated(Protocol):
    """What text can be written on: a figure, or one that is still being put together."""

    def add_annotation(self, **annotation: Any) -> object: ...


FONT: Final = '"Source Sans", "Source Sans Pro", system-ui, -apple-system, "Segoe UI", sans-serif'


@dataclass(frozen=True, slots=True)
class Look:
    """Where a figure is shown. narrow: about 390 px of width, so labels go above rows and fewer ticks are drawn."""

    dark: bool = False
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by what they mean. Running is cool, lifting is warm; no colour says good or bad.

    zero:    a period without sets: nearly the page, but not missing.
    unknown: the hatching of what no log covers.
    ramp:    few to many sets, starting above zero. On a dark page more is lighter, on a light page more is darker.
    """

    ink: str
    muted: str
    grid: str
    page: str
    surface: str
    zero: str
    unknown: str
    running: str
    running_ramp: tuple[str, ...]
    lifting: str
    ramp: tuple[str, ...]
    band: str
    shade: str


LIGHT: Final = Palette(
    ink="#20262e",
    muted="#5f6873",
    grid="#e6e7e9",
    page="#ffffff",
    surface="#ffffff",
    zero="#f5f1eb",
    unknown="#8b929b",
    running="#0e7c8a",
    running_ramp=("#cfe8ea", "#7fc3ca", "#2f97a4", "#0a5f6b"),
    lifting="#c8611a",
    ramp=("#fde3c8", "#f8bd85", "#e8893a", "#c05a12", "#7c3207"),
    band="rgba(14, 124, 138, 0.08)",
    shade="rgba(60, 66, 82, 0.14)",
)
DARK: Final = Palette(
    ink="#e8eaed",
    muted="#a3abb5",
    grid="#2c3138",
    page="#14171b",
    surface="#22272e",
    zero="#24221f",
    unknown="#5f6873",
    running="#38a5b2",
    running_ramp=("#17424a", "#20707b", "#35a0ad", "#86dbe4"),
    lifting="#ef9a4f",
    ramp=("#4d2f1b", "#80481f", "#bd692a", "#ee9548", "#ffcf9e"),
    band="rgba(65, 179, 192, 0.12)",
    shade="rgba(200, 208, 224, 0.18)",
)

# Quadriceps and hamstrings are orange and indigo: the pair that every common colour vision tells apart.
_MUSCLES: Final[dict[Muscle, tuple[str, str]]] = {
    Muscle.QUADRICEPS: ("#bf520b", "#f2903f"),
    Muscle.HAMSTRINGS: ("#4b3fa7", "#a79cf7"),
    Muscle.GLUTES: ("#a03468", "#e887b5"),
    Muscle.CALVES: ("#7a7519", "#cdc75e"),
    Muscle.HIP_FLEXORS: ("#936d0d", "#e5c15f"),
    Muscle.CORE: ("#5f6b7a", "#aab6c4"),
    Muscle.UPPER_BACK: ("#3a78b0", "#7db6e8"),
    Muscle.SHOULDERS: ("#8d4f9c", "#d095de"),
    Muscle.BICEPS: ("#b84f60", "#f0a0aa"),
}
_OTHER_MUSCLE: Final = ("#6a727c", "#7d8691")


def palette(look: Look) -> Palette:
    """The colours for a light or a dark page."""
    return DARK if look.dark else LIGHT


def muscle_colour(muscle: Muscle, look: Look) -> str:
    """The one hue of a muscle group; groups beyond the runner's nine share a grey and are told apart by their labels."""
    return _MUSCLES.get(muscle, _OTHER_MUSCLE)[look.dark]


def sets_scale(look: Look) -> list[list[float | str]]:
    """Colour scale of set counts from 0: a pale step for exactly zero, then the orange ramp."""
    colours = palette(look)
    last = len(colours.ramp) - 1
    steps: list[list[float | str]] = [[max(0.012, index / last), colour] for index, colour in enumerate(colours.ramp)]
    return [[0.0, colours.zero], [0.011, colours.zero], *steps]


def colour_bar(title: str, ticks: Sequence[float], texts: Sequence[str], look: Look) -> dict[str, object]:
    """A small horizontal bar that explains the colours; the figure says where it stands."""
    muted = palette(look).muted
    return {
        "orientation": "h",
        "thickness": 8,
        "len": 150,
        "lenmode": "pixels",
        "outlinewidth": 0,
        "ticklabeloverflow": "allow",
        "xpad": 0,
        "title": {"text": title, "side": "right", "font": {"size": 12, "color": muted}},
        "tickfont": {"size": 11, "color": muted},
        "tickvals": list(ticks),
        "ticktext": list(texts),
        "tickangle": 0,
        "ticks": "",
    }


def template(look: Look) -> go.layout.Template:
    """The layout that every figure starts from: transparent, quiet grid, text in the page's own face."""
    colours = palette(look)
    axis = {
        "gridcolor": colours.grid,
        "linecolor": colours.grid,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "automargin": False,
        "fixedrange": True,
        "tickfont": {"color": colours.muted, "size": 12},
        "title": {"font": {"color": colours.muted, "size": 12}},
    }
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "color": colours.ink, "size": 13},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "colorway": [muscle_colour(muscle, look) for muscle in _MUSCLES],
            "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
            "hoverlabel": {
                "bgcolor": colours.surface,
                "bordercolor": colours.grid,
                "font": {"family": FONT, "color": colours.ink, "size": 13},
                "align": "left",
            },
            "showlegend": False,
            "dragmode": False,
            "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": colours.muted, "activecolor": colours.ink},
            "bargap": 0,
            "xaxis": axis | {"showgrid": False},
            "yaxis": axis,
        }
    )


def figure(look: Look, height: int) -> go.Figure:
    """An empty figure of our look, whose numbers the browser writes as the region does. height: pixels."""
    fig = go.Figure()
    fig.update_layout(template=template(look), height=height, separators=region.plotly_separators())
    return fig


def key_line(fig: Annotated, text: str, look: Look, *, above: str = "") -> None:
    """The quiet line over a panel that says what its marks mean. above: the panel's y axis, "" for the whole figure."""
    fig.add_annotation(
        text=text,
        x=0,
        xref="paper",
        xanchor="left",
        align="left",
        y=1,
        yref=f"{above} domain" if above else "paper",
        yanchor="bottom",
        yshift=6,
        showarrow=False,
        font={"size": 12, "color": palette(look).muted},
    )


def empty_figure(message: str, look: Look, height: int = 160) -> go.Figure:
    """What stands where a figure has nothing to draw: one quiet sentence, no axes. message: our own words."""
    fig = figure(look, height)
    fig.update_xaxes(visible=False)
    fig.update_yaxes(visible=False)
    fig.add_annotation(
        text=message,
        x=0.5,
        y=0.5,
        xref="paper",
        yref="paper",
        showarrow=False,
        font={"color": palette(look).muted, "size": 14},
    )
    return fig
