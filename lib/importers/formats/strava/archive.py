"""What is read of the export of a whole Strava account: its list of activities and their recordings, nothing private."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from lib.importers.base import Upload
from lib.importers.unpacking.archive import Member, check_trusted, top_folders
from lib.importers.unpacking.kinds import Contents
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


def account_contents(members: Sequence[Member], identify: Callable[[Upload], bool]) -> Contents | None:
    """Strava's export, at the top or one folder deep: its list, or the recordings alone where the list is missing.

    The list alone, beside files of other apps, is none: then all of them are read. identify: see Importer.identify.
    """
    for top in sorted(top_folders(members)):
        recordings = {m.path.removeprefix(top): m for m in members if _is_recording(m, f"{top}activities/")}
        lists = [member for member in members if member.path.casefold() == f"{top}activities.csv".casefold()]
        check_trusted([*lists, *recordings.values()])
        if lists and (recordings or _has_strava_files(members, top)) and _is_list(lists[0], identify):
            return Contents(lists, recordings)
        if recordings:
            return Contents(list(recordings.values()))
    return None


def _has_strava_files(members: Sequence[Member], top: str) -> bool:
    names = (member.path.removeprefix(top).casefold() for member in members if member.path.startswith(top))
    return any(name in _STRAVA_FILES or name.startswith("media/") for name in names)


def _is_list(member: Member, identify: Callable[[Upload], bool]) -> bool:
    """Whether a file called activities.csv is Strava's; one that is damaged is taken for it."""
    try:
        return identify(Upload.with_head(member.path, member, member.head()))
    except UnreadableFile:
        return True


def _is_recording(member: Member, prefix: str) -> bool:
    return member.path.startswith(prefix) and bool(_ACTIVITY_FILE.fullmatch(member.path.removeprefix(prefix)))
