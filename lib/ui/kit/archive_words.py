"""What an archive of ours holds, in words."""

from typing import Final

from lib.services.archive.manifest import Manifest
from lib.wording.format import counted

# Each table that people have a word for: one, many.
_TABLES: Final = {
    "activity": ("run or other activity", "runs and other activities"),
    "session": ("strength session", "strength sessions"),
    "strength_set": ("set", "sets"),
    "history_entry": ("change of yours", "changes of yours"),
}


def held(manifest: Manifest) -> str:
    """What is in it: "412 runs and other activities, 160 strength sessions, …, 8 imported files"."""
    rows = {name: manifest.members[f"tables/{name}.csv"].rows for name in _TABLES if _has(manifest, name)}
    files = sum(name.startswith("originals/") for name in manifest.members)
    parts = [counted(rows[name], *_TABLES[name]) for name in rows if rows[name]]
    parts += [counted(files, "imported file", "imported files")] if files else []
    return ", ".join(parts) or "settings, and no training"


def _has(manifest: Manifest, table: str) -> bool:
    return f"tables/{table}.csv" in manifest.members
