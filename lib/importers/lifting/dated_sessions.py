"""From the first pass over a log to its sessions: how its dates are meant, which bouts it holds, then its rows."""

from collections.abc import Callable, Iterator

from lib.importers.lifting.said_rows import SetRows
from lib.importers.lifting.session_columns import SessionColumns
from lib.importers.lifting.sessions import local_start, sessions
from lib.importers.lifting.survey import KnownBouts, LoggedBout, SetLogSurvey, known_bouts
from lib.importers.reading.dates import Moment, parse_moment, settle_date_order
from lib.importers.reading.table import Table
from lib.model.athlete import Answers
from lib.model.records import Record, Start
from lib.model.vocabulary import DateOrder

ReadMoment = Callable[[str], Moment]
ParseMoment = Callable[[str, DateOrder | None], Moment]


def dated_sessions(
    table: Table,
    columns: SessionColumns,
    seen: SetLogSurvey,
    answers: Answers,
    rows_of: Callable[[ReadMoment], SetRows],
    *,
    bouts: Callable[[ReadMoment], KnownBouts] | None = None,
    parse: ParseMoment = parse_moment,
    moment: Callable[[Moment], Moment] | None = None,
    start_of: Callable[[LoggedBout], Start] = local_start,
    newest_first: bool = False,
) -> Iterator[Record]:
    """Every session of a log whose starts are dates as people write them. Needs(DATE_ORDER) before the first record.

    rows_of: makes the reader of the rows. bouts: finds the sessions, where they are not the rows of one start and title.
    parse:   reads a start where it is no date as people write them, such as a number of milliseconds.
    moment:  what to make of a start as read.
    """
    order, contradiction = settle_date_order(
        seen.starts(), answers.date_order, columns.start, table.header.names, seen.written
    )

    def read_moment(text: str) -> Moment:
        found = parse(text, order)
        return moment(found) if moment else found

    rows = rows_of(read_moment)
    if contradiction:
        yield contradiction
    known = seen.bouts.get(order)  # found before where the file is read anew with an answer
    if known is None:
        known = seen.bouts[order] = bouts(read_moment) if bouts else known_bouts(seen, columns, read_moment)
    runs = seen.runs(table, columns, rows.cells_of)
    yield from sessions(
        runs, columns, known, rows, start_of=start_of, newest_first=newest_first, different=seen.different
    )
