"""What a person is asked when a file has been read and does not look right."""

from collections.abc import Iterable, Sequence
from typing import Final

from lib.model.errors import Needs
from lib.model.records import Activity, Session
from lib.model.units import KG_PER_POUND, METRES_PER_MILE
from lib.model.vocabulary import DistanceUnit, Question, WeightUnit
from lib.services.importing.problem_kinds import problem_kinds
from lib.services.importing.receipt import FileReceipt

LEAST_ROWS: Final = 10
KEEP_GOING: Final = "keep_going"
_LEAST_SHARED: Final = 3
# Apps round what they convert: 12.5 kg come back as 27.6 or 28 lb, so single values stray and their middle does not.
_STRAYS: Final = 0.05
_MIDDLE: Final = 0.01
_FACTORS: Final = {Question.WEIGHT_UNIT: 1 / KG_PER_POUND, Question.DISTANCE_UNIT: METRES_PER_MILE / 1000}
_CHOICES: Final[dict[Question, list[str]]] = {
    Question.WEIGHT_UNIT: list(WeightUnit),
    Question.DISTANCE_UNIT: list(DistanceUnit),
}
UNITS: Final = frozenset(_FACTORS)
_NOUNS: Final = {Question.WEIGHT_UNIT: "weight", Question.DISTANCE_UNIT: "distance"}

Bout = Activity | Session


def most_rows_failed(receipt: FileReceipt, understood: int) -> Needs | None:
    """Whether to go on where more than half of the rows cannot be read: their number, the commonest cause, an example.

    understood: rows of the file that are training. Where none is, there is no choice: the other files can go on without it.
    """
    failed, rows = receipt.rejected, receipt.rejected + understood
    if rows < LEAST_ROWS or failed * 2 <= rows:
        return None
    commonest = max(problem_kinds(receipt.problems), key=lambda each: each.rows)
    problem = commonest.first
    line, value = f"line {problem.line}" if problem.line else "", f"“{problem.value}”" if problem.value else ""
    place = ", ".join(filter(None, [line, problem.column, value]))
    none = f"None of the {rows:,} rows of {receipt.name} can be read"
    some = f"{failed:,} of the {rows:,} rows of {receipt.name} cannot be read"
    then = f"until you say to go on with the other {understood:,}" if understood else "of it"
    why = (
        f"{some if understood else none}, {commonest.rows:,} of them for one reason ({place or 'the whole file'}): "
        f"{problem.why.rstrip('.')}. Nothing is stored {then}."
    )
    return Needs(Question.MOST_ROWS_FAILED, (KEEP_GOING,) if understood else (), why)


def doubtful_unit(question: Question, shared: Iterable[tuple[Bout, Bout]]) -> Needs | None:
    """Whether to ask for a unit anew: every value that the file shares with what is stored is off by the same factor.

    shared: what is stored and what the file says of it, read with the unit that was remembered.
    """
    ratios = [after / before for pair in shared for before, after in _values(question, *pair)]
    factor = _FACTORS[question]
    if len(ratios) < _LEAST_SHARED or not (_all_near(ratios, factor) or _all_near(ratios, 1 / factor)):
        return None
    noun = _NOUNS[question]
    why = (
        f"With the unit that you gave before, each {noun} that was imported already would change by the same factor, "
        f"{sorted(ratios)[len(ratios) // 2]:.2f}. The app seems to write another unit now. In which unit is this file?"
    )
    return Needs(question, _CHOICES[question], why)


def has_value(question: Question, record: Bout) -> bool:
    """Whether a record has a value that the unit matters for."""
    return any(_values(question, record, record))


def _all_near(ratios: Sequence[float], factor: float) -> bool:
    middle = sorted(ratios)[len(ratios) // 2]
    return abs(middle / factor - 1) < _MIDDLE and all(abs(each / factor - 1) < _STRAYS for each in ratios)


def _values(question: Question, before: Bout, after: Bout) -> Iterable[tuple[float, float]]:
    """Pairs of the same value, those without one left out."""
    if isinstance(before, Activity) and isinstance(after, Activity):
        pairs = [(before.distance_m, after.distance_m)] if question is Question.DISTANCE_UNIT else []
    elif isinstance(before, Session) and isinstance(after, Session):
        name = "load_kg" if question is Question.WEIGHT_UNIT else "distance_m"
        pairs = [(getattr(a, name), getattr(b, name)) for a, b in zip(before.sets, after.sets, strict=False)]
    else:
        pairs = []
    return [(old, new) for old, new in pairs if old and new]
