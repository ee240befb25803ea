"""What GPX and TCX write between their tags."""

from datetime import datetime, timedelta

import pytest

from lib.importers.reading.xml_values import XmlMoment, moment, naive_utc, number


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1970-01-02T00:00:00Z", XmlMoment(86_400.0)),
        ("1970-01-02T02:00:00+02:00", XmlMoment(86_400.0, timedelta(hours=2))),
        ("1970-01-01T23:30:00-00:30", XmlMoment(86_400.0, timedelta(minutes=-30))),
        ("1970-01-02T00:00:00+00:00", XmlMoment(86_400.0)),
        ("1970-01-02T00:00:00", XmlMoment(86_400.0, None, naive=True)),
        ("1970-01-02T00:00:00.500Z", XmlMoment(86_400.5)),
        ("0001-01-01T00:00:00+05:00", None),
        ("soon", None),
        ("", None),
    ],
)
def test_times_of_tracks(text, found):
    assert moment(text) == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5", 5.0),
        ("-1.5e3", -1500.0),
        ("0", 0.0),
        ("1_0", None),
        ("nan", None),
        ("inf", None),
        ("1e400", None),
        ("٣", None),
        ("x", None),
        ("", None),
        (None, None),
    ],
)
def test_numbers_of_tracks(text, value):
    assert number(text) == value


def test_seconds_since_1970_are_naive_utc():
    assert naive_utc(86_400.0) == datetime(1970, 1, 2)
