"""Health Auto Export (iOS): the workouts CSV. Wall clock to the minute; units follow the phone and stand in the header."""

from typing import Final

from lib.importers.activities.activity_list import ActivityList
from lib.importers.activities.habits import Kind, kind_by_word, steps_as_counted
from lib.importers.activities.layout import ActivityLayout
from lib.importers.activities.lengths import InUnits, Lengths
from lib.importers.activities.rows import ActivityRow, indoors
from lib.importers.activities.survey import ActivitySurvey
from lib.importers.reading.table_header import Header
from lib.model.athlete import Answers
from lib.model.records import Problem, Start
from lib.model.traits import Traits

_NO_DISTANCE: Final = (
    "No column of this file has a name for distances that is known here, so the distances are unknown; "
    "export again with the phone set to English."
)
# The first four columns stay English in every language, this one does not.
_DISTANCES: Final = (
    "Distance", "Distancia", "Distância", "Distanz", "Distanza", "Afstand", "Dystans", "Distans", "Distanse", "Matka",
    "Vzdálenost", "Távolság", "Mesafe", "Расстояние", "Дистанция", "距離", "距离", "거리",
)  # fmt: skip


class HealthAutoExport(ActivityList):
    """See lib.importers.base.Importer."""

    def is_ours(self, header: Header) -> bool:
        """By the names of the first four columns, which stay English in every language."""
        return header.keys[:4] == self.signature


def _lengths(seen: ActivitySurvey, answers: Answers) -> tuple[Lengths, Problem | None]:  # noqa: ARG001
    known = bool(seen.columns["distance"])
    return InUnits(), None if known else Problem(seen.header.line, None, None, _NO_DISTANCE, rows=0)


def _kind(row: ActivityRow) -> Kind:
    kind = kind_by_word(row)
    inside = row.text("location").casefold() == "indoor"
    return kind._replace(sub_sport=indoors(kind.sport, kind.sub_sport)) if inside else kind


def _key(row: ActivityRow, start: Start, kind: Kind) -> str:
    """Starts are exact to the minute, and two bouts may begin in one: the end tells them apart."""
    until = row.or_unknown(lambda: row.moment("until"))
    end = f"{until.local:%H:%M:%S}" if until else ""
    return " ".join(filter(None, (f"{start.local:%Y-%m-%dT%H:%M:%S}", end, kind.word)))


importer = HealthAutoExport(
    name="health-auto-export",
    title="Health Auto Export · workouts",
    where="Health Auto Export on the iPhone: Quick Export, Workouts, format CSV.",
    seen=False,
    signature=("workout type", "start", "end", "duration"),
    traits=Traits(rank=160, collects=True, timer=True),
    layout=ActivityLayout(
        start=("Start",),
        kind=("Workout Type",),
        distance=_DISTANCES,
        moving=("Duration",),
        ascent=("Elevation Ascended",),
        heart_rate=("Avg. Heart Rate", "Avg Heart Rate"),
        heart_rate_max=("Max. Heart Rate", "Max Heart Rate"),
        cadence=("Step Cadence",),
        more={"until": ("End",), "location": ("Location",)},
        required=("kind", "start", "until", "moving"),
        lengths=_lengths,
        kind_of=_kind,
        key_of=_key,
        cadence_of=steps_as_counted,
    ),
)
