"""The person's own mapping as one JSON file: written, and read back with every fault named by its line."""

import json
from collections.abc import Mapping
from typing import Any, Final

from lib.importers.base import Upload
from lib.importers.reading.json_file import load_json
from lib.model.errors import TrainingDataError, UnreadableFile
from lib.model.exercise_mapping import OwnExercise, OwnMapping
from lib.model.records import Problem
from lib.services.preferences.exercise_mapping_checks import MappingReader, lines_of

KIND: Final = "legwork exercises"
VERSION: Final = 2
_READABLE: Final = (1, 2)  # 1 had no taught words
FILE_NAME: Final = "legwork-exercises.json"


class MappingFileError(TrainingDataError):
    """The file is no mapping that can be taken in whole; nothing of it was. problems: every fault with its line."""

    def __init__(self, problems: list[Problem]) -> None:
        first = problems[0]
        parts = (f"line {first.line}" if first.line else "", first.column, first.value)
        place = ", ".join(part for part in parts if part)
        more = f" ({len(problems) - 1} more)" if len(problems) > 1 else ""
        super().__init__((f"{place}: " if place else "") + first.why + more)
        self.problems = problems


def write_mapping(mapping: OwnMapping) -> str:
    """The mapping as JSON, one word of the person a line."""
    content = {
        "file": KIND,
        "version": VERSION,
        "names": dict(mapping.names),
        "exercises": {key: _described(own) for key, own in mapping.exercises.items()},
        "credits": {key: {str(muscle): share for muscle, share in of.items()} for key, of in mapping.credits.items()},
        "count_as": {key: str(way) for key, way in mapping.count_as.items()},
        "conventions": dict(mapping.conventions),
        "taught": dict(mapping.taught),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def read_mapping_file(upload: Upload) -> OwnMapping:
    """The mapping that a file holds. MappingFileError naming file, line, value and what to do."""
    try:
        content = load_json(upload)
    except UnreadableFile as error:
        raise MappingFileError([Problem(error.line, None, None, error.why)]) from error
    with upload.open() as stream:
        reader = MappingReader(lines_of(stream.read().decode("utf-8", "replace")))
    if not isinstance(content, Mapping) or content.get("file") != KIND:
        why = f'not an exercise file of Legwork: it has no "file": "{KIND}". Choose the file that this page saved.'
        raise MappingFileError([Problem(None, None, None, why)])
    if content.get("version") not in _READABLE:
        why = f"this Legwork reads versions 1 to {VERSION}. Save the file again with this version, or update Legwork."
        raise MappingFileError([reader.problem(("version",), content.get("version"), why)])
    mapping = reader.mapping(content)
    if reader.problems:
        raise MappingFileError(reader.problems)
    return mapping


def _described(own: OwnExercise) -> dict[str, Any]:
    return {
        "name": own.name,
        "pattern": own.pattern,
        "count_as": str(own.count_as),
        "unilateral": own.unilateral,
        "bodyweight_fraction": own.bodyweight_fraction,
    }
