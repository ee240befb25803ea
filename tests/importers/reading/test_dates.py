"""Dates and lengths of time as files write them."""

from datetime import datetime, timedelta

import pytest
from babel.dates import format_date, format_datetime, format_time
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.importers.reading import dates, written_days
from lib.importers.reading.calendar_words import CROATIAN, LANGUAGES, half_of, month_of, months_in
from lib.importers.reading.cells import CellError
from lib.importers.reading.dates import decide_date_order, looks_like_unset_clock, parse_moment, settle_date_order
from lib.importers.reading.durations import parse_duration
from lib.model.errors import Needs, UnreadableFile
from lib.model.vocabulary import DateOrder, Precision, Question

DMY, MDY = DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST
NOW = datetime(2026, 11, 22, 12)


def why(text: str, order: DateOrder | None = None) -> str:
    with pytest.raises(CellError) as caught:
        parse_moment(text, order, now=NOW)
    return caught.value.why


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-10 07:15:30", datetime(2026, 3, 10, 7, 15, 30)),
        ("2026-03-10T07:15:30.250", datetime(2026, 3, 10, 7, 15, 30)),
        ("2026/03/10 07:15:30", datetime(2026, 3, 10, 7, 15, 30)),
        ("Jul 14, 2020, 10:36:55 PM", datetime(2020, 7, 14, 22, 36, 55)),
        ("Apr 12, 2026, 12:29:00\u202fAM", datetime(2026, 4, 12, 0, 29)),
        ("21.07.2026, 15:09:27", datetime(2026, 7, 21, 15, 9, 27)),
        ("9 mei 2026, 19:00:00", datetime(2026, 5, 9, 19)),
        ("1. März 2024, 08:00:10", datetime(2024, 3, 1, 8, 0, 10)),
        ("3 févr. 2026, 18:00:00", datetime(2026, 2, 3, 18)),
        ("3 févr. 2026 à 18:00:00", datetime(2026, 2, 3, 18)),
        ("10 août 2020, 06:00:00", datetime(2020, 8, 10, 6)),
        ("12 de marzo de 2024 18:00:00", datetime(2024, 3, 12, 18)),
        ("5 sept 2023, 18:05:10", datetime(2023, 9, 5, 18, 5, 10)),
        ("14 de dez. de 2022, 05:00:00", datetime(2022, 12, 14, 5)),
        ("14 lug 2022, 05:00:00", datetime(2022, 7, 14, 5)),
        ("5 stycznia 2024 10:00:00", datetime(2024, 1, 5, 10)),
        ("5. maj 2024 10:00:00", datetime(2024, 5, 5, 10)),
        ("Mo, 4 Jun 2012 19:05:00", datetime(2012, 6, 4, 19, 5)),
    ],
)
def test_a_date_is_read_as_apps_write_it_in_their_languages(text, expected):
    moment = parse_moment(text, now=NOW)
    assert moment.local == expected
    assert moment.offset is None
    assert moment.precision is Precision.SECOND


@pytest.mark.parametrize(
    "text",
    [
        "11 Nis 2026, 13:05",
        "11 Nis 2026, 1:05 ÖS",
        "11 Nis 2026 ÖS 1:05",
        "11 4월 2026, 13:05",
        "4월 11, 2026, 1:05 오후",
        "2026년 4월 11일 오후 1:05",
        "2026. 4. 11. 오후 1:05",
        "11 4月 2026, 13:05",
        "2026年4月11日 13:05",
        "2026年4月11日下午1:05",
        "2026/04/11 午後1:05",
        "11 апр. 2026 г., 13:05",
        "2026. ápr. 11. du. 1:05",
        "2026. ápr. 11., 13:05",
        "11 huhtikuuta 2026 klo 13.05",
        "11. dub 2026, 13:05",
        "11. dub 2026 1:05 odp.",
        "11 kwi 2026, 13:05",
        "11 thg 4 2026, 13:05",
        "13:05 11 thg 4, 2026",
        "11 avril 2026 à 13 h 05",
        "١١ أبريل ٢٠٢٦، ١:٠٥ م",
        "11. tra 2026. 13:05",
    ],
)
def test_an_afternoon_in_april_is_read_as_phones_of_all_languages_write_it(text):
    moment = parse_moment(text, now=NOW)
    assert (moment.local, moment.precision) == (datetime(2026, 4, 11, 13, 5), Precision.MINUTE)


# What an app writes with the names of the language (Hevy), and what the language itself writes (Strava).
OF_THE_APP = (
    "d MMM y, HH:mm",
    "d. MMM y HH:mm",
    "d MMMM y, HH:mm",
    "MMM d, y, h:mm a",
    "d LLL y, HH:mm",
    "dd-MMM-y HH:mm",
)
MINUTES = st.builds(
    lambda *date: [datetime(date[0], month, *date[1:]) for month in range(1, 13)],
    *(st.integers(*limits) for limits in ((1975, 2025), (1, 28), (0, 23), (0, 59))),
)


@pytest.mark.parametrize("language", LANGUAGES)
@given(year=MINUTES)
@settings(deadline=None, max_examples=2)
def test_a_moment_of_every_month_comes_back_from_the_format_of_the_language_itself(language, year):
    for moment in year:
        whole = f"{format_date(moment, 'long', language)}, {format_time(moment, 'medium', locale=language)}"
        for text in (format_datetime(moment, "medium", locale=language), whole):
            assert parse_moment(text, DMY, now=NOW).local == moment


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != CROATIAN])
@given(year=MINUTES)
@settings(deadline=None, max_examples=2)
def test_a_moment_of_every_month_comes_back_from_the_format_of_an_app_in_any_language(language, year):
    for moment in year:
        for form in OF_THE_APP:
            assert parse_moment(format_datetime(moment, form, locale=language), now=NOW).local == moment


def test_a_name_means_one_month_in_all_languages_but_for_some_of_croatian():
    meant: dict[str, set[int]] = {}
    for language in LANGUAGES:
        if language != CROATIAN:
            for name, month in months_in(language).items():
                meant.setdefault(name, set()).add(month)
    assert {name for name, months in meant.items() if len(months) > 1} == set()
    others = {name for name, month in months_in(CROATIAN).items() if meant.get(name, {month}) != {month}}
    assert others == {"lip", "lis", "listopad", "listopada", "srp"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_name_of_its_own_for_every_month(language):
    assert sorted(set(months_in(language).values())) == list(range(1, 13))


def test_a_beginning_that_two_months_have_is_none():
    assert [month_of(name) for name in ("jui", "cerv", "ma", "januar", "мар")] == [None, None, None, 1, 3]
    assert [month_of(name) for name in ("octo", "oct", "oc", "o", "", "octobre.", "octoberx")] == [
        10,
        10,
        None,
        None,
        None,
        10,
        None,
    ]


def test_halves_of_the_day_are_told_by_their_words():
    assert [half_of(words) for words in ("a. m.", "p.m.", "du.", "午前", "오후", "os", "noon", "")] == [
        "a", "p", "p", "a", "p", "p", None, None,
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["11 Apr 2026 noon 1:05", "11 Apr 2026 pm 1:05 pm", "11 Apr 2026 13:05 maybe"])
def test_other_words_beside_a_time_are_refused(text):
    assert "not a date" in why(text)


def test_an_hour_above_twelve_with_half_a_day_is_refused_in_every_language():
    assert "hour above 12" in why("11 Nis 2026, 13:05 ÖS")


def test_a_name_of_two_months_is_decided_by_the_other_dates():
    polish = ["12 lip 2025, 07:00", "3 sie 2025, 07:00", "4 paź 2025, 07:00"]
    assert settle_date_order(polish, None, "start_time") == (DMY, None)
    assert parse_moment(polish[0], DMY, now=NOW).local.month == 7


@pytest.mark.parametrize("others", [[], ["3 sij 2025, 07:00", "4 ožu 2025, 07:00"], ["2025-03-04 07:00"]])
def test_a_name_of_two_months_is_refused_where_the_other_dates_do_not_decide(others):
    with pytest.raises(UnreadableFile, match="Croatian") as caught:
        settle_date_order(["12 lip 2025, 07:00", *others], None, "start_time")
    assert (caught.value.column, caught.value.value) == ("start_time", "12 lip 2025, 07:00")


@pytest.mark.parametrize(
    "header",
    [
        "Identyfikator aktywności,Data aktywności,Nazwa aktywności,Rodzaj aktywności",
        "Data,Czas,Dystans,Nazwa",
        "Datum,Cvičení,Opakování,Váha",
    ],
)
def test_a_header_in_polish_or_czech_decides_a_name_of_two_months(header):
    assert settle_date_order(["12 lip 2025, 07:00"], None, "start_time", header.split(",")) == (DMY, None)


@pytest.mark.parametrize("header", ["Datum,Vrijeme,Udaljenost", "title,start_time,end_time", "Datum,Trening", ""])
def test_a_header_in_croatian_or_in_english_decides_nothing(header):
    with pytest.raises(UnreadableFile, match="Croatian"):
        settle_date_order(["12 lip 2025, 07:00"], None, "start_time", header.split(","))


@pytest.mark.parametrize(
    ("titles", "refused"),
    [
        (["Nogi i pośladki", "Plecy"], False),
        (["Dřepy"], False),
        (["Noge i leđa"], True),
        (["Legs", "Upper"], True),
        ([], True),
    ],
    ids=["Polish", "Czech", "Croatian", "English", "none"],
)
def test_the_titles_of_rows_tell_the_language_where_the_header_is_english(titles, refused):
    dates, header = ["12 lip 2025, 07:00"], ["title", "start_time"]
    if refused:
        with pytest.raises(UnreadableFile):
            settle_date_order(dates, None, "start_time", header, lambda: titles)
    else:
        assert settle_date_order(dates, None, "start_time", header, lambda: titles) == (DMY, None)


def test_a_dot_behind_the_year_shows_that_a_date_is_croatian():
    text = "12. lip 2025. 07:00"
    assert settle_date_order([text], None, "start_time") == (DMY, None)
    assert parse_moment(text, DMY, now=NOW).local.month == 6


def test_precision_is_what_was_written():
    assert parse_moment("8 Apr 2026, 16:50", now=NOW).precision is Precision.MINUTE
    assert parse_moment("2026-04-08", now=NOW).precision is Precision.DATE


def test_a_written_offset_gives_the_instant():
    moment = parse_moment("2025-05-01T07:00:00+14:00", now=NOW)
    assert (moment.local, moment.utc) == (datetime(2025, 5, 1, 7), datetime(2025, 4, 30, 17))
    assert parse_moment("2025-05-01T07:00:00Z", now=NOW).offset == timedelta()
    assert parse_moment("2025-05-01 07:00:00 -0330", now=NOW).offset == timedelta(hours=-3, minutes=-30)


def test_a_slash_date_follows_the_order_of_its_column():
    assert parse_moment("3/4/26 17:39", DMY, now=NOW).local == datetime(2026, 4, 3, 17, 39)
    assert parse_moment("3/4/26 17:39", MDY, now=NOW).local == datetime(2026, 3, 4, 17, 39)
    assert parse_moment("03-04-2025", DMY, now=NOW).local == datetime(2025, 4, 3)
    assert "cannot be told" in why("3/4/26 17:39")


def test_a_date_that_does_not_fit_its_column_is_reported_and_not_flipped():
    assert "day first" in why("04/14/2025", DMY)
    assert "month first" in why("14/04/2025", MDY)
    assert "day first" in why("12/13/2025", DMY)
    assert "no such day" in why("13/13/2025", DMY)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "missing"),
        ("--", "missing"),
        ("Feb 29, 2025, 7:00:00 AM", "no such day"),
        ("2025-13-01", "no such day"),
        ("2025-01-01 25:00", "no such day or time"),
        ("2025-01-01 14:00 PM", "hour above 12"),
        ("2025-06-30T23:59:60Z", "leap second"),
        ("0001-01-01 00:00:00", "before 1970"),
        ("1969-12-31 23:59:59", "before 1970"),
        ("2568-05-01 07:00:00", "in the future"),
        ("2026-11-24 12:00:01", "in the future"),
        ("2026-11-25 12:00:01", "in the future"),
        ("1746082800.5", "seconds since 1970"),
        ("99999999", "not a date"),
        ("4577", "not a date"),
        ("0:05 AM 2025-01-01", "not a date"),
        ("2025-01-01 0:05 AM", "hour above 12"),
        ("2025-01-01 10:60", "no such day or time"),
        ("2025-01-01 24:00", "no such day or time"),
        ("11 13월 2025", "not a date"),
        ("11 0월 2025", "not a date"),
        ("2025-05-01T07:00:00+15:00", "no such offset"),
        ("2025-05-01T07:00:00+05:60", "no such offset"),
        ("1746082800", "seconds since 1970"),
        ("45778.2916667", "spreadsheet date number"),
        ("2025-W18-4", "a week"),
        ("14 Foo 2025", "not a month"),
        ("yesterday", "not a date"),
        ("2025-05-01T07:00:00+99:99", "no such offset"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(text, words):
    assert words in why(text)


def test_two_days_ahead_are_allowed():
    assert parse_moment("2026-11-24 11:00", now=NOW).local.day == 24
    assert parse_moment("2026-11-24 12:00:00", now=NOW).local.day == 24


def test_a_date_has_200_characters_at_most():
    assert parse_moment(f"2026-03-10{' ' * 190}", now=NOW).local == datetime(2026, 3, 10)
    assert why(f"2026-03-10{' ' * 191}") == "not a date this importer knows"


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("2025-01-01 12:00 AM", datetime(2025, 1, 1)),
        ("2025-01-01 12:59:59 AM", datetime(2025, 1, 1, 0, 59, 59)),
        ("2025-01-01 1:00 AM", datetime(2025, 1, 1, 1)),
        ("2025-01-01 12:00 PM", datetime(2025, 1, 1, 12)),
        ("2025-01-01 11:59 PM", datetime(2025, 1, 1, 23, 59)),
        ("2025-01-01 12.30 pm", datetime(2025, 1, 1, 12, 30)),
        ("2025-01-01 12.30 a.m.", datetime(2025, 1, 1, 0, 30)),
        ("2025-01-01 23:59:59", datetime(2025, 1, 1, 23, 59, 59)),
        ("2025-01-01 0:00", datetime(2025, 1, 1)),
        ("1970-01-01", datetime(1970, 1, 1)),
        ("11 12월 2024", datetime(2024, 12, 11)),
        ("11 1월 2024", datetime(2024, 1, 11)),
        ("11 thg 12 2024", datetime(2024, 12, 11)),
    ],
)
def test_the_first_and_the_last_of_hours_and_months(text, local):
    assert parse_moment(text, now=NOW).local == local


@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        ("Z", timedelta()),
        (" UTC", timedelta()),
        ("+00:00", timedelta()),
        ("+14:00", timedelta(hours=14)),
        ("-14:59", timedelta(hours=-14, minutes=-59)),
        ("+0545", timedelta(hours=5, minutes=45)),
        ("", None),
    ],
)
def test_offsets_from_utc(zone, offset):
    assert parse_moment(f"2025-05-01T07:00:00{zone}", now=NOW).offset == offset


@pytest.mark.parametrize(("text", "year"), [("1/2/70", 1970), ("1/2/69", 2069), ("1/2/00", 2000), ("1.2.99", 1999)])
def test_two_digits_are_a_year_of_1970_to_2069(text, year):
    assert written_days.day_in(text, DMY) == (year, 2, 1)


def test_the_day_of_a_moment_has_no_time():
    found = dates.day_of(parse_moment("2025-05-01T07:08:09+02:00", now=NOW))
    assert found == dates.Moment(datetime(2025, 5, 1), None, Precision.DATE)


@given(st.datetimes(datetime(1970, 1, 1), datetime(2026, 1, 1)).map(lambda moment: moment.replace(microsecond=0)))
@settings(deadline=None, max_examples=examples(100))
def test_a_moment_comes_back_from_every_way_to_write_it(moment):
    for form in ("%Y-%m-%d %H:%M:%S", "%b %d, %Y, %I:%M:%S %p", "%d.%m.%Y, %H:%M:%S", "%d %B %Y, %H:%M:%S"):
        assert parse_moment(moment.strftime(form), now=NOW).local == moment
    assert parse_moment(moment.strftime("%d/%m/%Y %H:%M:%S"), DMY, now=NOW).local == moment
    assert parse_moment(moment.strftime("%m/%d/%Y %H:%M:%S"), MDY, now=NOW).local == moment


@given(
    st.text(max_size=25) | st.text(alphabet="0123456789/-.:T Zpam,+", max_size=25), st.sampled_from([None, DMY, MDY])
)
@settings(deadline=None, max_examples=examples(400))
def test_any_text_is_a_moment_or_refused_in_words(text, order):
    try:
        moment = parse_moment(text, order, now=NOW)
    except CellError as error:
        assert error.why  # noqa: PT017 - either outcome is right
    else:
        assert 1970 <= moment.local.year <= 2026


@pytest.mark.parametrize(
    ("samples", "order"),
    [
        (["13/04/2025", "03/04/2025"], DMY),
        (["04/14/2025", "03/04/2025"], MDY),
        (["03/04/2025", "05/04/2025"], None),
        (["3/4/26 17:39"], None),
        (["2025-04-03", "Jul 14, 2020"], DMY),
        (["05/05/2025"], DMY),
        (["13/04/2025", "04/14/2025", "15/04/2025"], DMY),
        (["1/5/2568 07:00:00"], DMY),
        (["13/12/2025"], DMY),
        (["12/13/2025"], MDY),
        (["11/12/2025"], None),
        (["12/11/2025"], None),
        (["12/12/2025"], DMY),
        (["13/13/2025"], DMY),
        (["13/04/2025", "04/14/2025"], DMY),
        (["13/04/2025", "04/14/2025", "04/15/2025", "01/02/2025"], MDY),
        ([], DMY),
    ],
)
def test_the_order_of_day_and_month_is_what_the_dates_prove(samples, order):
    assert decide_date_order(samples) is order


def test_an_order_that_cannot_be_told_is_asked_for():
    with pytest.raises(Needs) as caught:
        settle_date_order(["03/04/2025"], None, "Date")
    assert caught.value.question is Question.DATE_ORDER
    assert list(caught.value.choices) == ["dmy", "mdy"]
    assert settle_date_order(["03/04/2025"], "mdy", "Date") == (MDY, None)


def test_contradicting_dates_are_read_in_one_order_and_said():
    order, warning = settle_date_order(["13/04/2025", "04/14/2025"], "mdy", "Date")
    assert order is DMY
    assert warning is not None
    assert (warning.column, warning.rows) == ("Date", 0)
    assert warning.why == "some dates are day first, others month first; read as day first"
    order, warning = settle_date_order(["04/13/2025", "04/14/2025", "14/04/2025"], None, "Date")
    assert order is MDY
    assert warning is not None
    assert warning.why.endswith("read as month first")


def test_the_first_day_of_a_watch_that_was_never_set_is_known():
    assert looks_like_unset_clock(datetime(1989, 12, 31, 0, 5))
    assert not looks_like_unset_clock(datetime(2024, 12, 31))


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("00:38:13", 2293.0),
        ("00:08:02.2", 482.2),
        ("49:10", 2950.0),
        ("0:23:19", 1399.0),
        ("100:10:00", 360_600.0),
        ("90:00", 5400.0),
        ("1h 26m", 5160.0),
        ("1h5m", 3900.0),
        ("42m", 2520.0),
        ("20s", 20.0),
        ("4800", 4800.0),
        ("12,5", 12.5),
        ("0:59:59", 3599.0),
        ("1:00", 60.0),
        ("0:01.2344", 1.234),
        ("0:01,2346", 1.235),
        ("0:59.9996", 60.0),
        ("1d 2h", 93_600.0),
        ("2 days 3 min 4.5 sec", 172_984.5),
        ("1h 1.25s", 3601.25),
        ("", None),
        (" ", None),
        ("-", None),
        ("--", None),
    ],
)
def test_a_length_of_time_is_read_in_every_form(text, seconds):
    assert parse_duration(text) == seconds


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("25:61:61", "minutes above 59"),
        ("00:10:61", "seconds above 59"),
        ("00:60:00", "minutes above 59"),
        ("00:10:60", "seconds above 59"),
        ("10:60", "seconds above 59"),
        ("-60", "negative"),
        ("-1", "negative"),
        ("-1:30", "negative"),
        ("-0", "length of time"),
        ("--5", "length of time"),
        ("long", "length of time"),
    ],
)
def test_what_is_no_length_of_time_is_refused_with_the_reason(text, words):
    with pytest.raises(CellError, match=words):
        parse_duration(text)


@pytest.mark.parametrize("text", ["," * 32_000, "1" + " ," * 16_000])
def test_a_date_of_many_commas_is_none_at_once(text):
    assert why(text) == "not a date this importer knows"


DAYS = [
    "2026-03-10",
    "10.03.2026",
    "03/04/2025",
    "10 Mar 2026",
    "10 de marzo de 2026",
    "Mon, 10 Mar 2026",
    "2026-02-30",
]
ODD_DAYS = ["", "10.03", "2026", "45000", "2026-W10", "2026-03-10 10:00", "2026-03-10 at", "10:00", "٣ Mar 2026"]
CLOCKS = [
    "10:00",
    "7:05",
    "12:05 AM",
    "12:05 PM",
    "11:59:59 PM",
    "13:05 PM",
    "0:05 AM",
    "7:05 pm",
    "23:59:59",
    "24:00",
    "10:60",
    "23:59:60",
    "10:00Z",
    "10:00 pm",
    "10.30",
    "٠٩:١٢",
    "",
]


@settings(max_examples=examples(300), deadline=None)
@given(
    day=st.sampled_from(DAYS + ODD_DAYS),
    between=st.sampled_from([" ", ", ", "  ", " at ", "T", "\t", "\u00a0", ","]),
    clock=st.sampled_from(CLOCKS),
    order=st.sampled_from([None, DMY, MDY]),
)
def test_a_moment_says_the_same_whether_its_day_was_read_before_or_not(day, between, clock, order):
    text = f"{day}{between}{clock}"
    assert _said(lambda: parse_moment(text, order, now=NOW)) == _said(lambda: dates._any_moment(text, order))


def _said(read) -> object:
    try:
        return read()
    except CellError as error:
        return error.why
