"""Which field of a record was damaged, where it was one byte: every other byte is tried until the hash fits again."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from lib.model.records import LiftingSet
from lib.store.records.merging import Content

_LONGEST: Final = 120  # bytes of a text that is tried; a longer one takes too long
# Of one check, in all its records: about a second.
MOST_TRIED: Final = 30_000


def damaged_field(content: Content, fits: Callable[[Content], bool], tries: Iterator[int]) -> str | None:
    """`title (it was 'Long run')`, or None where no single byte of a text explains it.
    fits: whether that was the content. tries: one is taken for each byte that is tried, and none is left at the end.
    """
    for name, other, changed in _others(content):
        if next(tries, None) is None:
            return None
        if _fits(fits, changed):
            return f"{name} (it was {other!r})"
    return None


def _fits(fits: Callable[[Content], bool], content: Content) -> bool:
    try:
        return fits(content)
    except (ValueError, TypeError, KeyError):
        return False


def _others(content: Content) -> Iterator[tuple[str, str, Content]]:
    """Every content that differs from this one in one byte of one text."""
    for name, value in content.items():
        if isinstance(value, str):
            yield from ((name, other, content | {name: other}) for other in _texts(value))
    for number, values in enumerate(content.get("sets", ())):
        for place, value in enumerate(values):
            if isinstance(value, str):
                field = f"{LiftingSet._fields[place]} of set {number + 1}"
                yield from ((field, other, _with_set(content, number, place, other)) for other in _texts(value))


def _with_set(content: Content, number: int, place: int, value: Any) -> Content:
    sets = list(content["sets"])
    sets[number] = (*sets[number][:place], value, *sets[number][place + 1 :])
    return content | {"sets": tuple(sets)}


def _texts(text: str) -> Iterator[str]:
    raw = text.encode(errors="surrogatepass")
    if len(raw) > _LONGEST:
        return
    for place, old in enumerate(raw):
        for new in range(1, 256):
            if new != old:
                try:
                    yield (raw[:place] + bytes([new]) + raw[place + 1 :]).decode()
                except UnicodeDecodeError:
                    continue
