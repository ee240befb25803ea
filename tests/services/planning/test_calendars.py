"""Calendar files: what is read of them, and that no file, however damaged or long, is followed further than the days asked for."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.analysis.planning.week import HardRun
from lib.model.limits import MAX_CALENDAR_BYTES
from lib.model.plan import PlannedSession
from lib.model.vocabulary import Weekday
from lib.services.planning.calendars.blocks import CalendarError
from lib.services.planning.calendars.read import read_calendar
from lib.services.planning.calendars.write import calendar_of

BERLIN = ZoneInfo("Europe/Berlin")
FIRST, LAST = date(2026, 11, 30), date(2026, 12, 6)


def says(title):
    return "hard" if "tempo" in title.lower() else "long" if "long" in title.lower() else ""


def event(start, *lines, title="Tempo", end="", uid="1@x"):
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", f"DTSTART{start}", *([f"DTEND{end}"] if end else []),
                        f"SUMMARY:{title}", *lines, "END:VEVENT", ""])  # fmt: skip


def calendar(*events):
    return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + "".join(events) + "END:VCALENDAR\r\n").encode()


def read(*events, first=FIRST, last=LAST, home=BERLIN):
    return read_calendar(calendar(*events), first, last, home, says)


def starts(*events, **more):
    return [(run.day, run.at) for run in read(*events, **more).runs]


def test_a_run_is_read_with_its_start_at_home_and_its_length():
    found = read(event(":20261201T170000Z", end=":20261201T180000Z"))
    assert found.runs == (HardRun(date(2026, 12, 1), time(18), 60.0, "Tempo"),)
    assert (found.events, found.left_out) == (1, ())
    by_duration = read(event(":20261201T170000Z", "DURATION:PT1H30M")).runs
    assert by_duration[0].minutes == 90.0


def test_an_hour_in_a_zone_that_nobody_knows_is_not_taken_and_the_zone_is_named():
    found = read(event(";TZID=Mars/Olympus:20261201T190000"))
    assert [(run.day, run.at) for run in found.runs] == [(date(2026, 12, 1), None)]
    assert found.left_out == ("Tempo: its time zone Mars/Olympus is not known, so its clock time is not taken.",)


def test_only_hard_and_long_runs_of_the_days_asked_for_are_taken():
    found = read(
        event(":20261201T070000", title="Easy"), event(":20261205T090000", title="Long run", uid="2"),
        event(":20261220T070000", uid="3"), event(":20261202T070000", title="Dentist", uid="4"),
        event(":20261203T070000", "STATUS:CANCELLED", uid="5"),
    )  # fmt: skip
    assert [(run.title, run.long) for run in found.runs] == [("Long run", True)]


def test_a_clock_of_no_zone_stays_as_it_is_and_one_of_another_zone_is_put_right():
    assert starts(event(":20261201T070000")) == [(date(2026, 12, 1), time(7))]
    assert starts(event(";TZID=America/New_York:20261201T200000")) == [(date(2026, 12, 2), time(2))]
    assert starts(event(";TZID=W. Europe Standard Time:20261201T180000")) == [(date(2026, 12, 1), time(18))]


def test_a_zone_that_the_file_brings_along_is_followed():
    zone = (
        "BEGIN:VTIMEZONE\r\nTZID:Club time\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        "TZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    assert starts(zone, event(";TZID=Club time:20261201T180000")) == [(date(2026, 12, 1), time(16))]


def test_a_whole_day_is_a_run_without_a_clock_and_several_are_one_each():
    assert starts(event(";VALUE=DATE:20261201")) == [(date(2026, 12, 1), None)]
    camp = event(";VALUE=DATE:20261201", end=";VALUE=DATE:20261204")
    assert starts(camp) == [(date(2026, 12, day), None) for day in (1, 2, 3)]


def test_a_series_without_an_end_is_followed_between_the_days_only():
    weekly = event(";TZID=Europe/Berlin:20200107T183000", "RRULE:FREQ=WEEKLY;BYDAY=TU,SA")
    assert starts(weekly) == [(date(2026, 12, 1), time(18, 30)), (date(2026, 12, 5), time(18, 30))]


def test_a_series_keeps_its_wall_clock_over_the_change_of_the_clocks():
    weekly = event(";TZID=Europe/Berlin:20260908T183000", "RRULE:FREQ=WEEKLY")
    found = starts(weekly, first=date(2026, 10, 19), last=date(2026, 11, 1))
    assert found == [(date(2026, 10, 20), time(18, 30)), (date(2026, 10, 27), time(18, 30))]
    in_utc = event(":20260908T163000Z", "RRULE:FREQ=WEEKLY")
    found = starts(in_utc, first=date(2026, 10, 19), last=date(2026, 11, 1))
    assert [at for _, at in found] == [time(18, 30), time(17, 30)]


def test_a_series_ends_when_it_says_so():
    first = ";TZID=Europe/Berlin:20261110T183000"
    until = event(first, "RRULE:FREQ=WEEKLY;UNTIL=20261201T173000Z")
    assert starts(until) == [(date(2026, 12, 1), time(18, 30))]
    assert starts(event(first, "RRULE:FREQ=WEEKLY;UNTIL=20261201T172959Z")) == []
    assert starts(event(first, "RRULE:FREQ=WEEKLY;UNTIL=20261201")) == [(date(2026, 12, 1), time(18, 30))]
    assert starts(event(first, "RRULE:FREQ=WEEKLY;COUNT=3")) == []
    assert len(starts(event(first, "RRULE:FREQ=WEEKLY;COUNT=4"))) == 1


def test_what_falls_out_of_a_series_is_moved_or_is_added_is_followed():
    series = ";TZID=Europe/Berlin:20261103T183000"
    rule = "RRULE:FREQ=WEEKLY"
    assert starts(event(series, rule, "EXDATE;TZID=Europe/Berlin:20261201T183000")) == []
    assert starts(event(series, rule, "EXDATE;VALUE=DATE:20261201")) == []
    added = event(series, rule, "RDATE;TZID=Europe/Berlin:20261203T070000")
    assert starts(added) == [(date(2026, 12, 1), time(18, 30)), (date(2026, 12, 3), time(7))]
    moved = event(":20261202T060000Z", "RECURRENCE-ID;TZID=Europe/Berlin:20261201T183000")
    assert starts(event(series, rule), moved) == [(date(2026, 12, 2), time(7))]
    now_easy = event(":20261201T173000Z", "RECURRENCE-ID:20261201T173000Z", title="Easy instead")
    assert starts(event(series, rule), now_easy) == []


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY", "FREQ=MINUTELY;INTERVAL=1", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;BYSETPOS=2", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=WEEKLY;BYHOUR=1,2,3", "FREQ=NEVER", "X",
        "FREQ=DAILY;COUNT=99999999999999999999", "FREQ=DAILY;INTERVAL=99999999999999999", "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;UNTIL=soon", "FREQ=WEEKLY;UNTIL=20269999", "FREQ=YEARLY;BYEASTER=0",
    ],
)  # fmt: skip
def test_a_rule_that_no_run_follows_is_left_out_and_said(rule):
    found = read(event(":20261101T180000", f"RRULE:{rule}"), event(":20261202T070000", uid="2"))
    assert [run.day.day for run in found.runs] == [2]
    assert [each.partition(":")[0] for each in found.left_out] == ["Tempo"]


def test_rules_that_never_come_true_end_all_the_same():
    for rule in ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;INTERVAL=7;BYDAY=SU"):
        assert starts(event(":20191202T180000", f"RRULE:{rule}")) == []


def test_a_title_over_two_lines_with_commas_is_read_whole():
    folded = event(":20261201T180000", title="8 km tem\r\n po\\, with Kim\\; hills")
    assert [run.title for run in read(folded).runs] == ["8 km tempo, with Kim; hills"]


def test_an_event_without_a_start_is_left_out_and_the_others_are_read():
    found = read("BEGIN:VEVENT\r\nUID:9\r\nSUMMARY:Tempo\r\nEND:VEVENT\r\n", event(":20269901T180000", uid="8"),
                 event(":20261201T180000"))  # fmt: skip
    assert len(found.runs) == 1
    assert found.left_out == ("Tempo: its start cannot be read.",)


@pytest.mark.parametrize("data", [b"", b"hello", b"\x00\xff" * 100, b"BEGIN:VCARD\r\nEND:VCARD\r\n", b"PK\x03\x04"])
def test_what_is_no_calendar_is_said_so(data):
    with pytest.raises(CalendarError, match="no calendar file"):
        read_calendar(data, FIRST, LAST, BERLIN, says)


def test_a_file_that_is_too_large_is_not_read():
    with pytest.raises(CalendarError, match="larger than 20 MiB"):
        read_calendar(b"BEGIN:VCALENDAR" + bytes(MAX_CALENDAR_BYTES), FIRST, LAST, BERLIN, says)


def test_of_a_large_calendar_only_the_runs_are_understood():
    others = [event(f":20261201T{n % 24:02}0000", title="Meeting", uid=f"m{n}") for n in range(20_000)]
    found = read(*others, event(":20261201T180000"))
    assert (len(found.runs), found.events) == (1, 20_001)


def test_a_calendar_that_was_cut_off_gives_what_is_whole():
    whole = calendar(event(":20261201T180000"), event(":20261202T180000", uid="2"))
    found = read_calendar(whole[: whole.index(b"20261202")], FIRST, LAST, BERLIN, says)
    assert [run.day.day for run in found.runs] == [1]


SAMPLE = calendar(
    event(";TZID=Europe/Berlin:20261103T183000", "RRULE:FREQ=WEEKLY;BYDAY=TU", "EXDATE;VALUE=DATE:20261110"),
    event(";VALUE=DATE:20261205", title="Long run", uid="2"),
    event(":20261203T170000Z", "DURATION:PT1H", uid="3"),
)


@settings(max_examples=examples(400), deadline=None)
@given(st.data())
def test_a_damaged_calendar_is_read_or_refused_in_a_sentence(data):
    broken = bytearray(SAMPLE)
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(broken) - 1))
        broken[at : at + data.draw(st.integers(0, 6))] = data.draw(st.binary(max_size=4))
    assert all(FIRST <= run.day <= LAST for run in runs_or_refusal(bytes(broken)))


def runs_or_refusal(data):
    try:
        return read_calendar(data, FIRST, LAST, BERLIN, says).runs
    except CalendarError:
        return ()


# What is written.

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


def planned(*starts_at):
    return [PlannedSession(each, 60.0, "Tempo of the legs") for each in starts_at]


def test_what_is_written_is_read_back_at_the_same_times_over_the_change_of_the_clocks():
    for start in (datetime(2026, 10, 24, 18), datetime(2026, 10, 25, 18), datetime(2026, 12, 1, 7)):
        data = calendar_of(planned(start), Weekday.MONDAY, BERLIN, NOW, lambda _: "")
        found = read_calendar(data, start.date(), start.date(), BERLIN, says).runs
        assert [(run.day, run.at, run.minutes) for run in found] == [(start.date(), start.time(), 60.0)]


def test_a_session_keeps_its_uid_when_it_moves_within_its_week():
    monday, thursday = datetime(2026, 11, 30, 7), datetime(2026, 12, 3, 18)
    before = calendar_of(planned(monday, thursday), Weekday.MONDAY, BERLIN, NOW, lambda _: "")
    after = calendar_of(planned(monday, thursday + timedelta(days=1)), Weekday.MONDAY, BERLIN, NOW, lambda _: "")
    uids = [[line for line in data.splitlines() if line.startswith(b"UID")] for data in (before, after)]
    assert uids[0] == uids[1] == [b"UID:leg-session-2026-11-30-1@legwork", b"UID:leg-session-2026-11-30-2@legwork"]


def test_without_a_home_the_clocks_are_of_no_zone_and_what_is_done_is_told():
    start = datetime(2026, 12, 1, 7)
    text = calendar_of(planned(start), Weekday.MONDAY, None, NOW, lambda _: "Squat 3 × 8; plank, 30 s").decode()
    assert "DTSTART:20261201T070000\r\n" in text
    assert "Squat 3 × 8\\; plank\\, 30 s" in text.replace("\r\n ", "")
