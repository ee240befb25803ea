"""Lengths of time in the words of other languages."""

import pytest

from lib.importers.reading.cells import CellError
from lib.importers.reading.durations import parse_duration


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1 ч 5 мин", 3900),
        ("1 ч. 5 мин.", 3900),
        ("1時間5分", 3900),
        ("1시간 5분", 3900),
        ("1小时5分钟", 3900),
        ("1 sa 5 dk", 3900),
        ("1 godz. 5 min", 3900),
        ("1 tim 5 min", 3900),
        ("45 perc", 2700),
        ("5分 30秒", 330),
        ("20 СЕК", 20),
        ("2 días", 172_800),
        ("1 день 1 ч 5 мин", 90_300),
    ],
)
def test_words_for_hours_minutes_and_seconds_are_known_in_every_language(text, seconds):
    assert parse_duration(text) == seconds


@pytest.mark.parametrize(
    "text",
    [
        "5 мин 1 ч",  # the smaller first
        "5 мин 5 мин",
        "1 t 5 min",  # hours in Danish, days in German
        "8 x",
        "ч 5",
        "1 ч und 5 мин",
        "1 2 мин",
        "1 день 1 ч 5 мин 3 с",
        "1234567 мин",
    ],
)
def test_what_could_mean_something_else_is_no_length(text):
    with pytest.raises(CellError):
        parse_duration(text)
