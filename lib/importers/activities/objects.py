"""From the objects of a JSON file to records: every object ends as one record, with its number for a line."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from lib.importers.activities.sports import Kind, sport_of
from lib.importers.reading.cells import BadCell, clean_text
from lib.importers.reading.json_fields import Fields
from lib.importers.reading.table import shown
from lib.model.records import Activity, Problem, Record
from lib.model.vocabulary import Sport, SubSport

# (fields, number of the object, warnings to add to, sports that were warned of) → Activity, or BadCell
MakeActivity = Callable[[Fields, int, list[BadCell], set[str]], Activity]


def read_objects(objects: Iterable[object], make: MakeActivity) -> Iterator[Record]:
    """The activity of every object with its warnings, or the problem that rejects it."""
    told: set[str] = set()
    for number, content in enumerate(objects, start=1):
        warnings: list[BadCell] = []
        if not isinstance(content, Mapping):
            yield Problem(number, None, shown(str(content)), "not an activity")
            continue
        try:
            yield make(Fields(content), number, warnings, told)
        except BadCell as error:
            yield error.problem(number)
        else:
            yield from (warning.problem(number, rows=0) for warning in warnings)


def sport_by_word(field: str, word: str, warnings: list[BadCell], told: set[str]) -> Kind:
    """What the word for a sport means; OTHER for a word that is not known, with one warning a file."""
    kind = sport_of(word)
    if kind is None and word and word not in told:
        told.add(word)
        why = "not a sport this importer knows; every such record is kept as another sport, which is no mileage"
        warnings.append(BadCell(field, clean_text(word), why))
    return kind or (Sport.OTHER, SubSport.NONE)
