"""What the operating system says about a file, in plain words with what to do."""

import errno
import stat
from pathlib import Path
from typing import Final

_FULL: Final = "Disk full: {what} cannot be written. Make room, then try again."
_NOT_ALLOWED: Final = "{What} may not be read or written by this user. Change its permissions, then try again."
_WORDS: Final = ("a ", "the ", "folder ")
_BY_NUMBER: Final = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: "{What} is on a disk that cannot be written to. Choose another place.",
    errno.ENOENT: "{What} is not there. Put it back, or name another one.",
    errno.ENOTDIR: "{What} is not in a folder. Name another place.",
    errno.EISDIR: "{What} is a folder. Name a file.",
    errno.EIO: "{What} cannot be read or written: the disk reports an error. Copy it to another disk, then try again.",
    errno.EFBIG: "{What} is larger than this disk or the limit of this user lets a file be. Choose another disk or raise the limit.",
    errno.ENXIO: "{What} is a pipe or a device that nothing reads from. Name a file.",
    errno.EMFILE: "Too many files are open. Close other programs or start Legwork anew.",
}


def what_is_no_file(path: Path) -> str:
    """What stands at a path where a file is meant: "a folder", "a pipe or a device"; "" of a file and of nothing.

    It is asked before anything is opened: a pipe lets whoever opens it wait, and some devices never end.
    """
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):  # nothing is there, or it is hidden: opening it says which
        return ""
    if stat.S_ISDIR(mode):
        return "a folder"
    return "" if stat.S_ISREG(mode) else "a pipe or a device"


def file_words(error: OSError, what: str = "") -> str | None:
    """The sentence for an OSError; None for one that is not about a file. what: the file, where the error does not say."""
    named = what or (str(error.filename) if error.filename else "a file")
    capital = named[0].upper() + named[1:] if named.startswith(_WORDS) else named  # a path is as it is
    if error.errno == errno.ENOENT and error.filename and not Path(named).parent.is_dir():
        return f"The folder {Path(named).parent} is not there. Make it, or name another place."
    pattern = _BY_NUMBER.get(error.errno or 0)
    if pattern:
        return pattern.format(what=named, What=capital)
    return f"{capital} cannot be used: {error.strerror}. Try again." if error.strerror else None
