"""Events on the time axis: marked once, in words, without one label over another."""

import itertools

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.charts.look.theme import Look
from lib.charts.overview import events, stack
from lib.model.frames.own import EVENTS
from lib.model.vocabulary import RUNNERS_NINE, DistanceUnit, EventKind
from tests.charts.chart_frames import muscle_weeks, weekly_running

FIRST, LAST = pd.Timestamp("2025-11-17"), pd.Timestamp("2026-11-23")
MARKS = EVENTS.make(
    [
        ("2026-02-09", "2026-02-22", "illness", ""),
        ("2026-10-11", "2026-10-11", "race", "<b>Sandholm</b> Marathon"),
        ("2027-01-01", "2027-01-01", "race", "not yet"),
    ]
)


def drawn(marks, **look):
    return stack.heat_map(
        muscle_weeks(),
        weekly_running(),
        muscles=RUNNERS_NINE,
        unit=DistanceUnit.KM,
        look=Look(**look),
        weeks=53,
        marks=marks,
    )


def trace(fig):
    (found,) = [each for each in fig.data if each.name == "events"]
    return found


def test_a_stretch_is_a_band_and_a_day_is_a_line_through_both_panels():
    fig = drawn(MARKS)
    assert [(shape.type, shape.yref) for shape in fig.layout.shapes] == [("rect", "paper"), ("line", "paper")]
    band = fig.layout.shapes[0]
    assert pd.Timestamp(band.x1) - pd.Timestamp(band.x0) == pd.Timedelta(days=14)


def test_an_event_without_a_name_bears_its_kind_and_foreign_text_stays_text():
    marks = trace(drawn(MARKS))
    assert [text.strip("\u00a0") for text in marks.text] == ["Illness", "&lt;b&gt;Sandholm&lt;/b&gt; Marathon"]
    assert "9 Feb 2026 to 22 Feb 2026" in marks.hovertext[0]
    assert marks.hovertext[1].startswith("<b>&lt;b&gt;Sandholm")


def test_an_event_opens_its_days():
    assert list(trace(drawn(MARKS)).customdata[0][:2]) == ["2026-02-09", "2026-02-22"]


def test_events_outside_the_range_are_not_drawn_and_need_no_lane():
    assert "events" not in [each.name for each in drawn(MARKS.iloc[2:]).data]
    assert drawn(MARKS.iloc[2:]).layout.height < drawn(MARKS).layout.height


def test_every_kind_has_a_name_and_a_symbol():
    every = EVENTS.make([("2026-05-01", "2026-05-01", kind, "") for kind in EventKind])
    assert len(set(trace(drawn(every)).marker.symbol)) == len(EventKind)


@settings(max_examples=examples(60), deadline=None)
@given(
    offsets=st.lists(st.integers(0, 370), min_size=1, max_size=25),
    title=st.text(alphabet="abc ", max_size=40),
    narrow=st.booleans(),
)
def test_no_label_covers_another_in_its_row(offsets, title, narrow):
    days = sorted(FIRST + pd.Timedelta(days=offset) for offset in offsets)
    marks = EVENTS.make([(day, day, "race", title) for day in days])
    rows: dict[int, list[tuple[float, float]]] = {}
    for day, label in zip(days, events.place(marks, FIRST, LAST, narrow=narrow), strict=True):
        at = (day - FIRST) / (LAST - FIRST) * (310 if narrow else 860)
        width = 6.6 * len(label.text)
        if label.text:
            rows.setdefault(label.row, []).append((at - width, at) if label.left else (at, at + width))
    for spans in rows.values():
        ordered = sorted(spans)
        assert all(before[1] <= after[0] for before, after in itertools.pairwise(ordered))


@pytest.mark.parametrize("narrow", [False, True])
def test_a_label_that_would_leave_the_figure_stands_left_of_its_mark(narrow):
    marks = EVENTS.make([("2026-11-20", "2026-11-20", "race", "City Run")])
    (label,) = events.place(marks, FIRST, LAST, narrow=narrow)
    assert label.left


def test_a_race_close_to_the_right_edge_keeps_its_name_beside_older_events():
    title = "Berlin Marathon with friends"
    marks = EVENTS.make(
        [
            ("2026-10-04", "2026-10-04", "illness", ""),
            *[(day, day, "race", title) for day in ("2026-11-08", "2026-11-21")],
        ]
    )
    for narrow in (False, True):
        labels = events.place(marks, FIRST, LAST, narrow=narrow)
        assert [label.text for label in labels[1:]] == [title, title]
        assert labels[1].row != labels[2].row


def test_a_name_without_room_is_shorter_and_whole_in_the_hover_text_on_several_lines():
    title = "Frankfurtmarathon" * 11
    marks = EVENTS.make([("2026-11-20", "2026-11-20", "race", title)])
    found = trace(drawn(marks, narrow=True))
    assert 10 < len(found.text[0].strip("\u00a0")) <= 40
    lines = found.hovertext[0].removeprefix("<b>").partition("</b>")[0].split("<br>")
    assert "".join(lines) == title
    assert max(map(len, lines)) <= 40
