"""What is to be read in an archive: of the exports of whole accounts only the training, else all that is known here."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from lib.importers.base import Upload
from lib.importers.formats.strava.importer import importer as strava
from lib.importers.unpacking.archive import Archive, Member, check_trusted, top_folders
from lib.model.errors import UnreadableFile

_ACTIVITY_FILE: Final = re.compile(r"[^/]+\.(?:fit|tcx|gpx)(?:\.gz)?", re.IGNORECASE)
# Files of a Strava account that stand beside its list of activities; one of them shows what the archive is.
_STRAVA_FILES: Final = frozenset(
    f"{name}.csv"
    for name in (
        "bikes", "blocks", "clubs", "comments", "components", "connected_apps", "contacts", "email_preferences", "events",
        "favorites", "flags", "followers", "following", "general_preferences", "global_challenges", "goals",
        "group_challenges", "logins", "media", "memberships", "mobile_device_identifiers", "posts", "privacy_zones",
        "profile", "reactions", "routes", "segments", "shoes", "social_settings", "starred_routes", "starred_segments",
        "support_tickets", "visibility_settings",
    )
)  # fmt: skip
_RUNKEEPER_LIST: Final = "cardioactivities.csv"
_APPLE_ROUTES: Final = "/workout-routes/"


@dataclass(slots=True)
class Contents:
    """What is read of an archive.

    files:   each of them an import of its own.
    details: recordings of activities that are in a list among `files`, by their path as the list names it.
    left_out: files that are not opened.
    """

    files: list[Member]
    details: dict[str, Member] = field(default_factory=dict)
    left_out: int = 0


def contents_of(archive: Archive) -> Contents:
    """What is to be read. The private files of a Strava account are never opened.

    UnreadableFile where a file that is to be read must not be trusted.
    """
    found = _of_strava(archive.members)
    if found is None:
        found = Contents(_without_copies(archive.members))
        check_trusted(found.files)
    found.left_out = len(archive.members) - len(found.files) - len(found.details) + archive.junk
    return found


def _of_strava(members: Sequence[Member]) -> Contents | None:
    """Strava's export, at the top or one folder deep: its list, or the recordings alone where the list is missing.

    The list alone, beside files of other apps, is none: then all of them are read.
    """
    for top in sorted(top_folders(members)):
        recordings = {m.path.removeprefix(top): m for m in members if _is_recording(m, f"{top}activities/")}
        lists = [member for member in members if member.path.casefold() == f"{top}activities.csv".casefold()]
        check_trusted([*lists, *recordings.values()])
        if lists and (recordings or _has_strava_files(members, top)) and _is_strava_list(lists[0]):
            return Contents(lists, recordings)
        if recordings:
            return Contents(list(recordings.values()))
    return None


def _has_strava_files(members: Sequence[Member], top: str) -> bool:
    names = (member.path.removeprefix(top).casefold() for member in members if member.path.startswith(top))
    return any(name in _STRAVA_FILES or name.startswith("media/") for name in names)


def _is_strava_list(member: Member) -> bool:
    """Whether a file called activities.csv is Strava's; one that is damaged is taken for it."""
    try:
        return strava.identify(Upload(member.path, member, [member.head()]))
    except UnreadableFile:
        return True


def _is_recording(member: Member, prefix: str) -> bool:
    return member.path.startswith(prefix) and bool(_ACTIVITY_FILE.fullmatch(member.path.removeprefix(prefix)))


def _without_copies(members: Sequence[Member]) -> list[Member]:
    """Without the tracks of activities that a list in the same archive has with more detail."""
    paths = [member.path.casefold() for member in members]
    runkeeper = any(path.rpartition("/")[2] == _RUNKEEPER_LIST for path in paths)
    return [
        member
        for member, path in zip(members, paths, strict=True)
        if not (runkeeper and path.endswith(".gpx")) and _APPLE_ROUTES not in f"/{path}"
    ]
