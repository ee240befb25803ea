"""Notes below the overview, each made by one fixed rule (SCIENCE §10): what stands out, with its numbers, or nothing.

A rule is one file with NAME and `find`; the order of RULES is their priority.
"""

from itertools import islice
from typing import Final

from lib.analysis.notes import (
    distance_change,
    longest_run,
    muscle_change,
    muscles_left_out,
)
from lib.analysis.notes.note import Note, Weeks

__all__ = ["MOST_NOTES", "RULES", "Note", "Weeks", "notes"]

MOST_NOTES: Final = 3
RULES: Final = (longest_run, muscles_left_out, muscle_change, distance_change)


def notes(weeks: Weeks, most: int = MOST_NOTES) -> list[Note]:
    """What stands out, at most one note of a rule, in the order of the rules."""
    found = (note for rule in RULES if (note := rule.find(weeks)) is not None)
    return list(islice(found, most))
