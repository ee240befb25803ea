"""The activities.csv of intervals.icu: metres, seconds, and the start both as wall clock and in UTC."""

from lib.importers.activities.activity_list import ActivityList
from lib.importers.activities.habits import Kind, kind_by_word
from lib.importers.activities.layout import ActivityLayout
from lib.importers.activities.rows import ActivityRow, has_columns, indoors, wall_clock_start
from lib.importers.reading.dates import FURTHEST_ZONE
from lib.importers.reading.table_header import Header
from lib.model.records import Start
from lib.model.traits import Traits
from lib.model.vocabulary import TimeBasis, WorkoutType


class IntervalsIcu(ActivityList):
    """See lib.importers.base.Importer."""

    def is_ours(self, header: Header) -> bool:
        """Also where the columns of its own were taken out."""
        own = has_columns(header, "icu_training_load") or has_columns(header, "id", "moving_time")
        return own and has_columns(header, *self.signature)


def _kind(row: ActivityRow) -> Kind:
    kind = kind_by_word(row)
    return kind._replace(sub_sport=indoors(kind.sport, kind.sub_sport)) if _is_true(row, "trainer") else kind


def _start(row: ActivityRow) -> Start:
    """Both clocks where both are there; the wall clock alone otherwise."""
    local = row.moment("start")
    instant = row.or_unknown(lambda: row.moment("utc")) if row.text("utc") else None
    if instant is None:
        return wall_clock_start(row.text("start"), local)
    if abs(local.local - instant.utc) > FURTHEST_ZONE:
        raise row.bad("utc", "more than 14 h from the local start; one of the two is wrong")
    return Start(row.text("start"), TimeBasis.OFFSET, local=local.local, utc=instant.utc, precision=local.precision)


def _key(row: ActivityRow, start: Start, kind: Kind) -> str:  # noqa: ARG001
    if not row.text("key"):
        raise row.bad("key", "missing")
    return row.own_id()


def _purpose(row: ActivityRow) -> WorkoutType:
    return WorkoutType.RACE if _is_true(row, "race") else WorkoutType.NONE


def _is_true(row: ActivityRow, name: str) -> bool:
    return row.text(name).casefold() == "true"


importer = IntervalsIcu(
    name="intervals.icu",
    title="intervals.icu · activities.csv",
    where="intervals.icu: Settings, at the bottom “Download activities.csv”.",
    signature=("start_date_local", "name", "type"),
    traits=Traits(rank=80),
    layout=ActivityLayout(
        key=("id",),
        start=("start_date_local",),
        kind=("type",),
        title=("name",),
        distance=("distance",),
        moving=("moving_time",),
        elapsed=("elapsed_time",),
        ascent=("total_elevation_gain",),
        heart_rate=("average_heartrate",),
        heart_rate_max=("max_heartrate",),
        cadence=("average_cadence",),
        effort=("icu_rpe",),
        notes=("description",),
        more={"utc": ("start_date",), "trainer": ("trainer",), "race": ("race",)},
        required=("key", "start", "kind", "distance", "moving"),
        line_break="\\n",
        kind_of=_kind,
        start_of=_start,
        key_of=_key,
        purpose_of=_purpose,
    ),
)
