"""Everything that can go wrong in a way that a person can act on."""

from collections.abc import Sequence

from lib.model.vocabulary import Question


class TrainingDataError(Exception):
    """Base of all errors with a message for people: what, where, what to do."""


class UnreadableFile(TrainingDataError):
    """The file as a whole cannot be imported; nothing of it is stored."""

    def __init__(
        self, why: str, *, line: int | None = None, column: str | None = None, value: str | None = None
    ) -> None:
        super().__init__(why)
        self.why, self.line, self.column, self.value = why, line, column, value


class AmbiguousFile(TrainingDataError):
    """Two importers claim the same file."""


class Needs(TrainingDataError):
    """The file leaves open what only the person knows."""

    def __init__(self, question: Question, choices: Sequence[str], why: str = "") -> None:
        super().__init__(why or f"Please say: {question}")
        self.question, self.choices, self.why = question, tuple(choices), why


class FrameError(TrainingDataError):
    """A frame lacks columns or has the wrong types."""


class StoreError(TrainingDataError):
    """The database cannot be opened or written."""


class Cancelled(TrainingDataError):
    """The person stopped a running import; nothing was kept."""


class ReportError(TrainingDataError):
    """There is nothing to report; the message says why."""
