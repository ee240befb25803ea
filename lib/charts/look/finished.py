"""A figure that nobody changes any more."""

import plotly.graph_objects as go


def finished(fig: go.Figure) -> go.Figure:
    """The same figure, put together for sending once: Plotly copies all of it whenever it is asked, so for every run."""
    if "to_dict" not in vars(fig):
        made = fig.to_dict()
        fig.to_dict = lambda: made
    return fig
