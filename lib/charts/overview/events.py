"""Races, illness, breaks and blocks: a lane of marks between two panels, and a line or band through both."""

from dataclasses import dataclass
from textwrap import wrap
from typing import Any, Final

import pandas as pd

from lib.charts.look.escape import plain
from lib.charts.look.sketch import Sketch, Trace, scatter
from lib.charts.look.theme import Look, palette
from lib.model.region import day
from lib.model.vocabulary import EventKind

KIND_NAMES: Final = {
    EventKind.RACE: "Race",
    EventKind.ILLNESS: "Illness",
    EventKind.BREAK: "Break",
    EventKind.BLOCK: "New block",
    EventKind.OTHER: "Note",
}
_ROW_HEIGHT: Final = 18
_SYMBOLS: Final = {
    EventKind.RACE: "triangle-down",
    EventKind.ILLNESS: "cross-thin",
    EventKind.BREAK: "square",
    EventKind.BLOCK: "diamond",
    EventKind.OTHER: "circle",
}
_ROWS: Final = {False: 2, True: 3}  # of labels, wide and narrow
_PIXELS: Final = {False: 860.0, True: 310.0}  # of the time axis, wide and narrow; less than there is, so labels fit
_PIXELS_A_LETTER: Final = 6.6
_MARK: Final = 8.0  # pixels from the middle of a mark to what stands beside it
_LETTERS: Final = (40, 26, 14)  # of a label, the longest that has room; the whole name is in the hover text
_LINE: Final = 36  # letters of a line of the hover text
_DAY: Final = pd.Timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Label:
    """Where an event stands in the lane. text: "" where even a short one would cover another."""

    row: int
    text: str
    left: bool


def lane_height(look: Look) -> int:
    """Pixels of the lane of marks."""
    return _ROWS[look.narrow] * _ROW_HEIGHT


def in_range(events: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """The EVENTS that touch the days from first up to but without last."""
    return events[(events["to_date"] >= first) & (events["from_date"] < last)]


def draw(fig: Sketch, events: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp, look: Look) -> None:
    """Mark the events on the time axis from first to last; their lane is yaxis3. events: EVENTS in that range."""
    if events.empty:
        return
    labels = place(events, first, last, narrow=look.narrow)
    for event in events.to_dict("records"):
        _through_both_panels(fig, event, look)
    fig.add_trace(_marks(events, labels, first, look))
    fig.update_layout(yaxis3={"range": [0.5 - _ROWS[look.narrow], 0.5], "visible": False, "anchor": "x"})


def place(events: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp, *, narrow: bool) -> list[Label]:
    """A place for the label of each event, so that none covers another; without room it has none.

    Races choose first, and of each kind the newest: on either side of its mark, as long as there is room.
    """
    rows = [_Row(_PIXELS[narrow]) for _ in range(_ROWS[narrow])]
    marks = events.to_dict("records")
    placed: dict[int, Label] = {}
    for index in sorted(range(len(marks)), key=lambda index: (marks[index]["kind"] != EventKind.RACE, -index)):
        event = marks[index]
        at = max(0.0, (event["from_date"] - first) / (last - first)) * _PIXELS[narrow]
        placed[index] = _free_place(rows, at, event["title"] or KIND_NAMES[EventKind(event["kind"])])
    return [placed[index] for index in range(len(marks))]


class _Row:
    """A row of the lane with the pixels of it that are taken."""

    def __init__(self, pixels: float) -> None:
        self._pixels = pixels
        self._taken: list[tuple[float, float]] = []

    def is_free(self, start: float, end: float) -> bool:
        """Whether nothing stands there."""
        return all(end <= other[0] or start >= other[1] for other in self._taken)

    def take(self, start: float, end: float) -> bool:
        """Take these pixels if they are free and a label on them stays in the figure."""
        free = start >= -_MARK and end <= self._pixels + _MARK and self.is_free(start, end)
        if free:
            self._taken.append((start, end))
        return free


def _free_place(rows: list[_Row], at: float, title: str) -> Label:
    """The longest text of an event that has room beside its mark, right of it before left of it."""
    for text in dict.fromkeys(plain(title, letters) for letters in _LETTERS):
        width = 2 * _MARK + _PIXELS_A_LETTER * len(text)
        for left in (False, True):
            span = (at - width, at + _MARK) if left else (at - _MARK, at + width)
            for number, row in enumerate(rows):
                if row.take(*span):
                    return Label(number, text, left)
    bare = next((number for number, row in enumerate(rows) if row.take(at - _MARK, at + _MARK)), 0)
    return Label(bare, "", left=False)


def _marks(events: pd.DataFrame, labels: list[Label], first: pd.Timestamp, look: Look) -> Trace:
    colours = palette(look)
    rows = events.to_dict("records")
    return scatter(
        name="events",
        yaxis="y3",
        x=[max(event["from_date"], first) + _DAY / 2 for event in rows],
        y=[-label.row for label in labels],
        mode="markers+text",
        text=[label.text and f"\u00a0{label.text}\u00a0" for label in labels],
        textposition=["middle left" if label.left else "middle right" for label in labels],
        textfont={"size": 12, "color": colours.ink},
        cliponaxis=False,
        marker={
            "symbol": [_SYMBOLS[EventKind(event["kind"])] for event in rows],
            "size": 9,
            "color": colours.ink,
            "line": {"width": 1.6, "color": colours.ink},
        },
        customdata=[(f"{event['from_date']:%Y-%m-%d}", f"{event['to_date']:%Y-%m-%d}", "") for event in rows],
        hovertext=[_words(event) for event in rows],
        hovertemplate="%{hovertext}<extra></extra>",
        unselected={"marker": {"opacity": 1}},
    )


def _words(event: dict[Any, Any]) -> str:
    kind = KIND_NAMES[EventKind(event["kind"])]
    title = "<br>".join(map(plain, wrap(event["title"], _LINE)))
    first, last = event["from_date"], event["to_date"]
    days = day(first) + (f" to {day(last)}" if last > first else "")
    return f"<b>{title or kind}</b><br>{kind + ', ' if title else ''}{days}"


def _through_both_panels(fig: Sketch, event: dict[Any, Any], look: Look) -> None:
    """A band over the days of a stretch, a dotted line on a single day; both behind the hover of the cells."""
    colours = palette(look)
    shape = {"xref": "x", "yref": "paper", "y0": 0, "y1": 1}
    if event["to_date"] > event["from_date"]:
        ends = {"x0": event["from_date"], "x1": event["to_date"] + _DAY}
        fig.add_shape(type="rect", **shape, **ends, fillcolor=colours.shade, line={"width": 0}, layer="below")
        return
    middle = event["from_date"] + _DAY / 2
    line = {"color": colours.ink, "width": 1, "dash": "dot"}
    fig.add_shape(type="line", **shape, x0=middle, x1=middle, line=line, opacity=0.55, layer="above")
