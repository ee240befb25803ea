"""Figures in a page that has no network: the drawing script as text, and a figure as the element that it fills."""

import plotly.graph_objects as go
from plotly.offline import get_plotlyjs


def script() -> str:
    """The script that draws figures, about 4.5 MB, to stand once in a page."""
    return str(get_plotlyjs())


def to_div(fig: go.Figure, width: int) -> str:
    """A figure of this width in CSS pixels as an HTML element with its data. The figure itself does not change."""
    sized = go.Figure(fig).update_layout(width=width)
    return str(
        sized.to_html(full_html=False, include_plotlyjs=False, config={"displayModeBar": False, "responsive": False})
    )
