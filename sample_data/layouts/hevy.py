"""Hevy's export in kilograms and kilometres: text quoted, numbers bare, wall clock to the minute (FORMATS 4.2)."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import groupby
from operator import attrgetter

from sample_data.bouts import LoggedSession, LoggedSet
from sample_data.layouts.text import MONTHS, number, quoted

HEADER = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"'
)

_KINDS = {"normal": "normal", "warm_up": "warmup", "drop": "dropset", "failure": "failure"}
_block = attrgetter("block")


def hevy_lines(session: LoggedSession) -> Iterator[str]:
    """The rows of one session in Hevy's form: text quoted, numbers bare, wall clock to the minute."""
    end = session.start + timedelta(seconds=session.elapsed_s)
    head = ",".join(quoted(text) for text in (session.title, _time(session.start), _time(end), session.notes))
    for (exercise, note), sets in groupby(session.sets, key=_block):
        name, comment = quoted(exercise), quoted(note)
        for index, each in enumerate(sets):
            superset = "" if each.superset is None else each.superset
            yield f'{head},{name},{superset},{comment},{index},"{_KINDS[each.kind]}",{_numbers(each)}'


def _numbers(each: LoggedSet) -> str:
    kilometres = None if each.distance_m is None else each.distance_m / 1000
    return ",".join(map(number, (each.load_kg, each.reps, kilometres, each.seconds, each.rpe)))


def _time(moment: datetime) -> str:
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}, {moment:%H:%M}"
