"""What an archive says of itself: whose it is, of which schema, and what each of its members must be."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from lib.model.errors import UnreadableFile
from lib.store.database.schema import SCHEMA_VERSION

NAME: Final = "manifest.json"
PROGRAM: Final = "legwork archive"
FORMAT: Final = 1
ORIGINALS: Final = "originals/"
MAX_BYTES: Final = 64 * 1024 * 1024
DAMAGED: Final = (
    "This looks like an archive of Legwork whose list of contents (manifest.json) is missing or damaged. Nothing was "
    "imported; choose the file as the export wrote it, or an earlier export."
)


@dataclass(frozen=True, slots=True)
class MemberSays:
    """What a member must be. rows: of a table, without its header; 0 of any other."""

    sha256: str
    bytes: int
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Manifest:
    """made_at: naive UTC as text. content: hash of everything the athlete has, as `check` prints it.

    originals: how many files of imports are in it, of which that hash says nothing; None of an earlier release.
    """

    schema: int
    made_at: str
    content: str
    members: Mapping[str, MemberSays]
    originals: int | None = None

    def as_json(self) -> str:
        """The text of the member NAME."""
        members = {name: asdict(each) for name, each in self.members.items()}
        said: dict[str, Any] = {"program": PROGRAM, "format": FORMAT, "schema": self.schema, "made_at": self.made_at}
        said |= {"content": self.content, "originals": self.originals, "members": members}
        return json.dumps(said, indent=1, ensure_ascii=False)


def is_ours(text: bytes) -> bool:
    """Whether this is the manifest of an archive of ours, of any version."""
    try:
        return bool(json.loads(text)["program"] == PROGRAM)
    except (ValueError, TypeError, KeyError, RecursionError):
        return False


def read_manifest(text: bytes) -> Manifest:
    """The manifest of an archive that this release can read. UnreadableFile."""
    said = _parsed(text)
    if said.get("program") != PROGRAM:
        raise UnreadableFile(DAMAGED)
    version, schema = said.get("format"), said.get("schema")
    if not (isinstance(version, int) and isinstance(schema, int) and min(version, schema) >= 1):
        raise UnreadableFile("The archive does not say of which version it is. Use an earlier export.")
    for what, found, known in (("format", version, FORMAT), ("schema", schema, SCHEMA_VERSION)):
        if found > known:
            raise UnreadableFile(
                f"The archive was written by a newer Legwork ({what} {found}, this one knows {known}). "
                "Install the newer release, then import it again."
            )
    try:
        members = {str(name): MemberSays(**each) for name, each in said["members"].items()}
        return Manifest(schema, str(said["made_at"]), str(said["content"]), members, said.get("originals"))
    except (KeyError, TypeError, AttributeError):
        raise UnreadableFile(DAMAGED) from None


def _parsed(text: bytes) -> dict[str, Any]:
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        raise UnreadableFile(DAMAGED)
    return said
