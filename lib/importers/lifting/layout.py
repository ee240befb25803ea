"""What the columns of a set log are called: all that one format has to say of itself."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from lib.importers.lifting.dated_sessions import ParseMoment
from lib.importers.lifting.sessions import local_start
from lib.importers.lifting.sets import kind_of_flag
from lib.importers.lifting.survey import LoggedBout
from lib.importers.lifting.words import side_of_cell
from lib.importers.reading.dates import Moment, parse_moment
from lib.model.records import Start
from lib.model.vocabulary import SetKind, Side

# Names that one column may have; none for what a format does not write.
Names = tuple[str, ...]
# The names of a value and of its unit; no names of a unit where that stands in the name of the value or nowhere.
Measured = tuple[Names, Names]

ALWAYS: Final = frozenset({"start", "exercise", "reps"})


def as_written(moment: Moment) -> Moment:
    """The moment itself."""
    return moment


def every_row_is_done(status: str) -> str:  # noqa: ARG001
    """For logs that hold nothing but sets that were done."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLogLayout:
    """The columns of one format, one row a set.

    set_time:  when each set was done, where the log has no start of the session: a time of day, or a whole moment where
               `by_id` says that `start` is an id of the session.
    weights:   where the load stands; columns in several units must agree. planned: where it stands if those are blank.
    distances: as weights.
    end, length: when the session ended, or how long it took ("1h 26m", "1:26:00", seconds).
    seconds:   of work. resting: a row of an unknown kind and nothing but a time is a rest.
    in_metres: distances of short work, such as a sled, are metres where the log says no unit.
    unquoted:  columns of names that the app does not quote though they hold commas.
    side_of:   what the cell of `side` says.
    kind_of:   what the cell of `kind` says: the kind of the set, or why the row is none.
    why_none:  what the cell of `status` says against the set; "" for a set that was done.
    reserve:   repetitions in reserve, which say the effort where `rpe` does not.
    must:      fields without whose column a file is refused, beside `ALWAYS` and the weights.
    parse, moment, start_of, newest_first: see lib.importers.lifting.dated_sessions.
    """

    start: Names
    exercise: Names
    reps: Names
    weights: tuple[Measured, ...]
    planned: tuple[Measured, ...] = ()
    distances: tuple[Measured, ...] = ()
    title: Names = ()
    notes: Names = ()
    end: Names = ()
    length: Names = ()
    equipment: Names = ()
    seconds: Names = ()
    rpe: Names = ()
    reserve: Names = ()
    remark: Names = ()
    superset: Names = ()
    set_time: Names = ()
    by_id: bool = False
    side: Names = ()
    side_of: Callable[[str], Side] = side_of_cell
    unquoted: tuple[str, ...] = ()
    resting: bool = False
    in_metres: bool = False
    kind: Names = ()
    body_mass: Names = ()
    status: Names = ()
    must: frozenset[str] = frozenset()
    kind_of: Callable[[str], SetKind | str] = kind_of_flag
    why_none: Callable[[str], str] = every_row_is_done
    parse: ParseMoment = parse_moment
    moment: Callable[[Moment], Moment] = as_written
    start_of: Callable[[LoggedBout], Start] = local_start
    newest_first: bool = False
