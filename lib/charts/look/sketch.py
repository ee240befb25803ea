"""A figure that is still being put together: plain data, so that Plotly reads and checks all of it once.

Plotly checks and copies whatever is added to a figure of its own, each time: that was two thirds of the time of drawing.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import plotly.graph_objects as go

from lib.charts.look.theme import Look, template
from lib.model import region

Trace = dict[str, Any]


def bar(**spec: Any) -> Trace:
    """The data of a bar trace. Nested names are nested here, too: line={"width": 0}, not line_width=0."""
    return {"type": "bar", **spec}


def scatter(**spec: Any) -> Trace:
    """The data of a trace of points or lines."""
    return {"type": "scatter", **spec}


class Sketch:
    """An empty figure of our look, whose numbers the browser writes as the region does. height: pixels."""

    def __init__(self, look: Look, height: int) -> None:
        self._traces: list[Trace] = []
        self._layout: dict[str, Any] = {
            "template": template(look),
            "height": height,
            "separators": region.plotly_separators(),
            "shapes": [],
            "annotations": [],
        }

    def add_trace(self, trace: Trace) -> None:
        self._traces.append(trace)

    def add_traces(self, traces: Iterable[Trace]) -> None:
        self._traces.extend(traces)

    def add_shape(self, **shape: Any) -> None:
        self._layout["shapes"].append(shape)

    def add_annotation(self, **annotation: Any) -> None:
        self._layout["annotations"].append(annotation)

    def update_layout(self, **layout: Any) -> None:
        """Say more of the layout; what was said of the same part before stays."""
        _merge(self._layout, layout)

    def figure(self) -> go.Figure:
        """The figure. ValueError where Plotly does not know a part of it."""
        return go.Figure({"data": self._traces, "layout": self._layout})


def _merge(into: dict[str, Any], more: Mapping[str, Any]) -> None:
    for name, value in more.items():
        if isinstance(value, Mapping) and isinstance(into.get(name), dict):
            _merge(into[name], value)
        else:
            into[name] = dict(value) if isinstance(value, Mapping) else value
