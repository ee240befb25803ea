"""Strong's export of 2025: semicolons, all quoted, unit in the header, blank where nothing was typed (FORMATS 4.1)."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from sample_data.bouts import LoggedSession, LoggedSet
from sample_data.layouts.text import number, quoted

HEADER = (
    '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";"Weight (kg)";"Reps";"RPE";'
    '"Distance (meters)";"Seconds";"Notes";"Workout Notes"'
)

_KINDS = {"warm_up": "WARM_UP", "drop": "DROP_SET", "failure": "FAILURE"}
_block = attrgetter("block")


def strong_lines(session: LoggedSession, workout: int) -> Iterator[str]:
    """The rows of the session that Strong calls `Workout #`. A note stands on the first row of what it belongs to."""
    head = (str(workout), f"{session.start:%Y-%m-%d %H:%M:%S}", session.title, str(session.elapsed_s))
    workout_notes = session.notes
    for (exercise, note), sets in groupby(session.sets, key=_block):
        for position, (order, each) in enumerate(_ordered(sets)):
            cells = (*head, exercise, order, *_numbers(each), "" if position else note, workout_notes)
            yield ";".join(map(quoted, cells))
            workout_notes = ""


def _ordered(sets: Iterable[LoggedSet]) -> Iterator[tuple[str, LoggedSet]]:
    """Strong counts working sets from 1 and writes a word for the others."""
    done = 0
    for each in sets:
        done += each.kind == "normal"
        yield _KINDS.get(each.kind, str(done)), each


def _numbers(each: LoggedSet) -> tuple[str, ...]:
    return tuple(map(number, (each.load_kg, each.reps, each.rpe, each.distance_m, each.seconds)))
