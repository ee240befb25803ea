"""Weeks are keyed by their first date; there is no (year, week) pair anywhere."""

from datetime import date, timedelta

import pandas as pd

from lib.model.vocabulary import Weekday

_DAYS_INTO_WEEK = {Weekday.MONDAY: 0, Weekday.SUNDAY: 1}


def week_start(day: date, first: Weekday = Weekday.MONDAY) -> date:
    """The first date of the week that `day` lies in."""
    return day - timedelta(days=(day.weekday() + _DAYS_INTO_WEEK[first]) % 7)


def week_starts(days: pd.Series, first: Weekday = Weekday.MONDAY) -> pd.Series:
    """The first date of each day's week. datetime64 in, datetime64[us] at midnight out."""
    days = days.astype("datetime64[us]").dt.normalize()
    return days - pd.to_timedelta((days.dt.day_of_week + _DAYS_INTO_WEEK[first]) % 7, unit="D").astype(
        "timedelta64[us]"
    )


def dense_weeks(first_day: date, last_day: date, first: Weekday = Weekday.MONDAY) -> pd.DatetimeIndex:
    """Every week start from the week of `first_day` to the week of `last_day`, without gaps."""
    start, end = week_start(first_day, first), week_start(last_day, first)
    return pd.date_range(start, end, freq="7D", name="week_start").as_unit("us")
