"""One strict and bounded reader for all JSON files."""

import json
import re
from typing import Any, Final, NoReturn

from lib.importers.base import Upload
from lib.importers.reading.table import shown
from lib.model.errors import UnreadableFile
from lib.model.limits import MAX_DEPTH, MAX_JSON_BYTES, MAX_JSON_VALUES

_MARK: Final = "\ufeff"
_BEFORE_JSON: Final = b"\xef\xbb\xbf\xfe\xff\0 \t\r\n"  # byte order marks of any kind, zeros of UTF-16 and 32, blanks
# A string, also one that is never closed: possessive, so that hostile text costs one pass.
_STRING: Final = re.compile(rb'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)', re.DOTALL)
_TO_ROUND_TRIP: Final = bytes.maketrans(b"{}", b"[]")
_NO_BRACKET: Final = bytes(set(range(256)) - set(b"[]{}"))


def head_of_json(upload: Upload) -> str:
    """The first 64 KiB as text; "" where the file does not begin like a JSON object or list. Never raises."""
    try:
        head = upload.head
    except OSError:
        return ""
    if not head.lstrip(_BEFORE_JSON).startswith((b"{", b"[")):  # decoding a recording of a watch takes a millisecond
        return ""
    text = head.decode(json.detect_encoding(head), "replace").removeprefix(_MARK).lstrip()
    return text if text.startswith(("{", "[")) else ""


def load_json(upload: Upload) -> Any:
    """What the file holds. UnreadableFile where it is too large, too deep, damaged, or says one thing twice."""
    text = _text(upload)
    _check_bounds(text.encode())
    try:
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise UnreadableFile(
            f"The JSON breaks off or is damaged in line {error.lineno} ({error.msg}); export it again.",
            line=error.lineno,
        ) from error
    except ValueError as error:  # a whole number of thousands of digits
        raise UnreadableFile("This JSON holds a number that is too long.") from error


def _text(upload: Upload) -> str:
    if upload.size > MAX_JSON_BYTES:
        raise UnreadableFile(f"This JSON is larger than {MAX_JSON_BYTES >> 20} MiB.")
    with upload.open() as stream:
        content = stream.read(MAX_JSON_BYTES + 1)
    if not content.strip():
        raise UnreadableFile("The file is empty.")
    try:
        return content.decode(json.detect_encoding(content)).removeprefix(_MARK)
    except UnicodeDecodeError as error:
        raise UnreadableFile("This JSON holds bytes that are no letters; export it again.") from error


def _check_bounds(content: bytes) -> None:
    """UnreadableFile for more values or a deeper nesting than a training log has."""
    signs = _STRING.sub(b"", content)
    if sum(signs.count(sign) for sign in (b",", b"[", b"{")) > MAX_JSON_VALUES:
        raise UnreadableFile(f"This JSON holds more than {MAX_JSON_VALUES:,} values.")
    brackets = signs.translate(_TO_ROUND_TRIP, _NO_BRACKET)
    for _ in range(MAX_DEPTH):
        brackets = brackets.replace(b"[]", b"")
    # What was cut off leaves brackets open: few of them are for the parser, which knows the line.
    if b"[]" in brackets or brackets.count(b"[") > MAX_DEPTH:
        raise UnreadableFile(f"This JSON is nested more than {MAX_DEPTH} deep.")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for at, name in enumerate(names) if name in names[:at])
        raise UnreadableFile(f"An object of this JSON has the field {shown(twice)} twice; nothing was guessed.")
    return fields


def _refuse_constant(name: str) -> NoReturn:
    raise UnreadableFile(f"This JSON holds {name}, which is no number.")
