"""What a person reads on a page: its words, and the texts inside its figures."""

import json
import re
from itertools import chain

from pressing import drawings, words_of
from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from streamlit.testing.v1 import AppTest

_KINDS = ("title", "header", "subheader", "caption", "markdown", "text", "info", "success")
_NO_WORDS = re.compile(r"#|rgba?\(|\d{4}-\d\d-\d\dT")  # colours, and days on an axis


def shown_words(app: AppTest) -> str:
    """Everything that is written on the page beside its figures, a line for each."""
    words = [str(element.value) for kind in _KINDS for element in app.get(kind)]
    words += [f"{metric.label} {metric.value} {metric.delta} {metric.help}" for metric in app.metric]
    widgets = chain(app.button, app.selectbox, app.number_input, app.date_input, app.checkbox, app.text_input)
    words += [widget.label for widget in widgets]
    tables = [table.value for table in app.dataframe]
    words += [str(column) for table in tables for column in table.columns]
    words += [str(cell) for table in tables for cell in table.to_numpy().ravel() if isinstance(cell, str)]
    words += [chart.proto.alt for chart in app.get("plotly_chart")] + [words_of(app)]
    return "\n".join(words)


def options_and_labels(app: AppTest) -> list[str]:
    """What can be chosen in lists, what buttons for files say, and what drawings in HTML read out."""
    every = [*drawings(app), *(html.proto.body for html in app.get("html"))]
    drawn = [label for html in every for label in re.findall(r'aria-label="([^"]*)"', html)]
    downloads = [button.proto.label for button in app.get("download_button")]
    return [option for box in app.selectbox for option in box.options] + downloads + drawn


def styled_cells(app: AppTest) -> list[str]:
    """The numbers of tables as they are written on the screen, of those that are not left to the browser."""
    made = [table.proto.arrow_data.styler.display_values for table in app.dataframe]
    frames = [convert_arrow_bytes_to_pandas_df(values) for values in made if values]
    return [str(cell) for frame in frames for cell in frame.to_numpy().ravel()]


def figure_texts(app: AppTest) -> list[str]:
    """Every text inside the figures, drawn or shown on hover."""
    return [text for chart in app.get("plotly_chart") for text in _texts_of(json.loads(chart.proto.spec))]


def _texts_of(spec: object) -> list[str]:
    if isinstance(spec, dict):
        return [text for value in spec.values() for text in _texts_of(value)]
    if isinstance(spec, list):
        return [text for value in spec for text in _texts_of(value)]
    return [spec] if isinstance(spec, str) and not _NO_WORDS.match(spec) else []
