"""What the importers of set-by-set logs share: one row of any of them → one set.

Every distinct text of a column is read once (`Memo`): a log of a million rows has a few hundred loads and names.
"""

from collections.abc import Callable, Iterable
from typing import Final, Generic, TypeVar

from lib.importers.lifting.words import mode_and_side
from lib.importers.reading.cells import (
    BadCell,
    CellError,
    bounded,
    clean_note,
    clean_text,
    not_negative,
    number_style,
    parse_count,
    parse_number,
    read_cell,
)
from lib.importers.reading.durations import parse_duration
from lib.model.limits import MAX_DISTANCE_M, MAX_DURATION_S, MAX_LOAD_KG, MAX_NAME, MAX_NOTE, MAX_REPS
from lib.model.records import LiftingSet
from lib.model.units import KG_PER
from lib.model.vocabulary import SetKind, Side, WeightUnit

K = TypeVar("K")
V = TypeVar("V")

MEMO_ENTRIES: Final = 4096

NOTHING_LOGGED: Final = "no load, repetitions, time or distance: an empty line of a plan"

# The marks of Strong and Hevy, compared without case, blanks, hyphens and underscores.
_KINDS: Final = {
    "normal": SetKind.WORKING,
    "standard": SetKind.WORKING,
    "working": SetKind.WORKING,
    "w": SetKind.WARM_UP,
    "warmup": SetKind.WARM_UP,
    "d": SetKind.DROP,
    "drop": SetKind.DROP,
    "f": SetKind.FAILURE,
    "failure": SetKind.FAILURE,
}

# Words for nothing, in a column of numbers, equipment or sides.
_NOTHING: Final = frozenset(
    {"none", "null", "n/a", "na", "-", "--", "—", "–", "no equipment", "no side", "not set", "unset"}
)
_FLAGS: Final = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False, "": False}
_LEAST_EFFORT: Final = 1.0

# A load as it is stored: kilograms, and the number and unit that the person typed.
Load = tuple[float, float, WeightUnit] | tuple[None, None, None]
NO_LOAD: Final[Load] = (None, None, None)


class Memo(dict[K, V], Generic[K, V]):
    """What cells say, read once for every text that occurs.

    Emptied when it has grown too large, so that a column in which no two cells agree needs no memory either.
    """

    def __init__(self, read: Callable[[K], V], entries: int = MEMO_ENTRIES) -> None:
        super().__init__()
        self.read, self.entries = read, entries

    def __missing__(self, cells: K) -> V:
        value = self.read(cells)
        if len(self) >= self.entries:
            self.clear()
        self[cells] = value
        return value


def column_memo(column: str, parse: Callable[[str], V]) -> Memo[str, V]:
    """A memo of one column. BadCell naming it where a cell cannot be read."""
    return Memo(lambda text: read_cell(column, text, parse))


def note_memo(column: str, warnings: list[BadCell]) -> Memo[str, str]:
    """The notes of a column, each read once; where one was cut, that is added to `warnings`."""

    def read(text: str) -> str:
        warnings.extend(note_change(column, text))
        return note(text)

    return column_memo(column, read)


def is_nothing(text: str) -> bool:
    """Whether a cell is blank or holds a word for it."""
    return not text or text.isspace() or text.strip().casefold() in _NOTHING


def set_kind(text: str) -> SetKind:
    """The kind that a mark stands for ("W", "WARM_UP", "dropset", "Standard Set"). CellError for an unknown one."""
    squeezed = text.strip().lower().replace("_", "").replace("-", "").replace(" ", "").removesuffix("set")
    if squeezed not in _KINDS:
        raise CellError("unknown marker of a set" if squeezed else "missing")
    return _KINDS[squeezed]


def load_reader(unit: WeightUnit, samples: Iterable[str]) -> Callable[[str], Load]:
    """Reads the loads of a column. samples: texts of it, from which its decimal sign is found. Blank and 0: no load."""
    style, kg_per_unit = number_style(samples), KG_PER[unit]

    def read(text: str) -> Load:
        value = 0.0 if is_nothing(text) else parse_number(text, style)
        if value < 0:
            raise CellError("must not be negative; write help as a plain number and name the exercise “… (Assisted)”")
        if value == 0:
            return NO_LOAD
        return bounded(value * kg_per_unit, 0, MAX_LOAD_KG, "more than 1,000 kg"), value, unit

    return read


def distance_reader(metres_per_unit: float, samples: Iterable[str]) -> Callable[[str], float | None]:
    """Reads the distances of a column as metres. Blank and 0: None."""
    style = number_style(samples)

    def read(text: str) -> float | None:
        value = 0.0 if is_nothing(text) else parse_number(text, style) * metres_per_unit
        return not_negative(value, MAX_DISTANCE_M, "more than 1,000 km") or None

    return read


def seconds_reader(samples: Iterable[str]) -> Callable[[str], float | None]:
    """Reads seconds, also written as 1:30. Blank and 0: None."""
    style = number_style(samples)

    def read(text: str) -> float | None:
        if is_nothing(text):
            return None
        seconds = parse_duration(text) if ":" in text else parse_number(text, style)
        return not_negative(seconds or 0.0, MAX_DURATION_S, "more than 240 h") or None

    return read


def rpe_reader(samples: Iterable[str]) -> Callable[[str], float | None]:
    """Reads the effort of one set, 1 to 10. Blank and 0: None."""
    style = number_style(samples)

    def read(text: str) -> float | None:
        value = 0.0 if is_nothing(text) else parse_number(text, style)
        return bounded(value, 1, 10, "must be 1 to 10") if value else None

    return read


def reps(text: str) -> int | None:
    """A count of repetitions; None for blank. 0 stays 0: what it means depends on the other cells."""
    if is_nothing(text):
        return None
    count = parse_count(text)
    not_negative(count, MAX_REPS, "more than 10,000")
    return count


def kind_of_flag(text: str) -> SetKind:
    """A warm-up where the flag is set ("true", "1", "yes"). CellError for a word that is no flag."""
    flag = _FLAGS.get(text.strip().casefold())
    if flag is None:
        raise CellError("neither yes nor no")
    return SetKind.WARM_UP if flag else SetKind.WORKING


def effort_of_reserve(text: str) -> float | None:
    """RPE from the repetitions that were left: 10 less their number ("2", "0.5", "0,5"), at least 1. None for blank."""
    if is_nothing(text):
        return None
    left = parse_number(text.replace(",", "."))
    return max(_LEAST_EFFORT, 10.0 - not_negative(left, MAX_REPS, "more than 10,000"))


def note(text: str) -> str:
    """A note without control characters, cut at 10,000 characters."""
    return clean_note(text[:MAX_NOTE])


def note_change(column: str, text: str) -> list[BadCell]:
    """What to tell about a note that was not kept whole; usually nothing."""
    return [BadCell(column, text, "longer than 10,000 characters; cut")] if len(text) > MAX_NOTE else []


def name(text: str, *, required: bool = True) -> str:
    """A name as written but for control characters, cut at 200 characters. CellError where it is missing."""
    cleaned = clean_text(text)
    if required and not cleaned:
        raise CellError("missing")
    return cleaned[:MAX_NAME].rstrip()


def optional_name(text: str) -> str:
    """A name that may be missing, such as that of an equipment: "None", "n/a" and "-" are words for nothing."""
    return "" if is_nothing(text) else name(text, required=False)


def name_change(column: str, text: str, cleaned: str) -> list[BadCell]:
    """What to tell about a name that was not kept as written; usually nothing."""
    if cleaned == text.strip():
        return []
    if len(clean_text(text)) > MAX_NAME:
        return [BadCell(column, cleaned, "longer than 200 characters; cut")]
    return [BadCell(column, cleaned, "control characters were replaced by a blank")]


def name_memo(column: str, warnings: list[BadCell], parse: Callable[[str], str] = name) -> Memo[str, str]:
    """The names of a column, each read once; what was changed in one is added to `warnings`."""

    def read(text: str) -> str:
        cleaned = parse(text)
        warnings.extend(name_change(column, text, cleaned) if cleaned else [])
        return cleaned

    return column_memo(column, read)


def lifting_set(
    exercise: str,
    *,
    kind: SetKind,
    count: int | None,
    load: Load | None,
    seconds: float | None,
    metres: float | None,
    rpe: float | None,
    remark: str = "",
    superset: str = "",
    side: Side = Side.BOTH,
) -> LiftingSet | str:
    """A set from what its cells say; where they say nothing, why the row is none.

    load: None for one that cannot be read: the set had some load. side: where a column says it; else name and note do.
    0 repetitions beside a time or a distance is "not used" (FORMATS 1, rule 8), beside a load it is a failed set.
    """
    kilograms, value, unit = load or NO_LOAD
    loaded = load is None or kilograms is not None
    if not count:
        if seconds or metres:
            count = None
        elif not loaded or (load is None and count is None):
            return NOTHING_LOGGED
    mode, named = mode_and_side(exercise, remark, loaded)
    return LiftingSet(
        exercise, kind, count, kilograms, value, unit, mode, seconds, metres, rpe, side or named, superset, remark
    )
